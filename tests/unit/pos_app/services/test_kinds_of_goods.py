"""Options, packs, deposits and the take-away rate from the basket to the sale's fact and the receipt."""

from dataclasses import replace
from functools import partial

import pytest

from pos_app.services import goods_options
from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_model import Basket, ChosenOption, Line
from pos_app.services.basket_steps import with_options
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.read_scan import ChooseProduct, ReadScan, SellProduct
from pos_app.services.records import Pack
from retail_core.wire.facts import SaleCompleted
from tests.goods_shop import stock_goods
from tests.till_shop import LI, Till

pytestmark = pytest.mark.usefixtures("_goods")


@pytest.fixture
def _goods(till: Till) -> None:
    stock_goods(till)


@pytest.fixture
def basket(till: Till) -> CurrentBasket:
    return till.basket()


def _chosen(till: Till, product_id: str, *ids: str) -> tuple[ChosenOption, ...]:
    groups = till.product(product_id).options
    wanted = {(group.group_id, option.option_id) for group in groups for option in group.options}
    return goods_options.choose(groups, {pair for pair in wanted if pair[1] in ids})


def _case(till: Till) -> Pack:
    return till.product("water").packs[0]


def _sold(till: Till, basket: Basket) -> SaleCompleted:
    till.open_shift()
    total = till.prices(basket).total.minor
    paid = till.pay(basket, TenderInput("external", total))
    with till.store.read() as work:
        found = work.sales.by_number(paid.receipt_number)
    assert found is not None
    return found[0]


def _stock(till: Till, *product_ids: str) -> dict[str, int]:
    with till.store.read() as work:
        levels = work.stock.levels(list(product_ids))
    return {product_id: levels[product_id].on_hand_milli for product_id in product_ids}


def test_what_is_usual_is_what_every_group_begins_with(till: Till) -> None:
    usual = goods_options.usual_options(till.product("mocha"))
    assert usual is not None
    assert [option.option_id for option in usual] == ["medium", "hot"]
    assert goods_options.usual_options(till.product("latte")) == ()


def test_a_group_that_asks_for_something_without_a_preset_has_no_usual_choice(till: Till) -> None:
    assert goods_options.usual_options(till.product("pen")) is None


@pytest.mark.parametrize(
    ("ids", "code", "arguments"),
    [
        (["large"], "options.too_few", ("heat", 1)),
        (["medium", "large", "hot"], "options.too_many", ("cup", 1)),
        (["large", "hot", "shot", "syrup", "oat"], "options.too_many", ("extras", 2)),
    ],
)
def test_a_choice_outside_of_what_a_group_asks_for_is_refused(
    till: Till, ids: list[str], code: str, arguments: tuple[str, int]
) -> None:
    with pytest.raises(RuleError) as refused:
        goods_options.check(till.product("mocha").options, _chosen(till, "mocha", *ids))
    names, count = refused.value.arguments
    assert (refused.value.code, names.en, count) == (code, *arguments)  # type: ignore[attr-defined]


def test_the_same_options_join_and_others_stand_apart(till: Till, basket: CurrentBasket) -> None:
    mocha = till.product("mocha")
    large = _chosen(till, "mocha", "large", "iced")
    basket.add_product(mocha, chosen=large)
    basket.add_product(mocha, chosen=_chosen(till, "mocha", "medium", "hot"))
    basket.add_product(mocha, chosen=large)
    assert [line.qty_milli for line in basket.basket.lines] == [2_000, 1_000]


def test_options_add_to_the_price_of_each_piece(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(
        till.product("mocha"), qty_milli=2_000, chosen=_chosen(till, "mocha", "large", "hot", "shot")
    )
    priced = till.prices(basket.basket)
    assert (priced.list_total.minor, priced.total.minor) == (7_000, 7_000)


def test_options_are_changed_on_the_line_and_undone(till: Till, basket: CurrentBasket) -> None:
    line = basket.add_product(till.product("mocha"), chosen=_chosen(till, "mocha", "medium", "hot"))
    iced = _chosen(till, "mocha", "medium", "iced", "oat")
    basket.change(lambda before: with_options(before, line.line_id, options=iced))
    assert till.prices(basket.basket).total.minor == 3_300
    basket.undo()
    assert till.prices(basket.basket).total.minor == 2_800


def test_a_pack_has_no_options(till: Till, basket: CurrentBasket) -> None:
    line = basket.add_product(till.product("water"), chosen=_case(till))
    with pytest.raises(RuleError, match=r"basket.no_options"):
        with_options(basket.basket, line.line_id, options=_chosen(till, "mocha", "shot"))


def test_a_basket_with_options_packs_and_deposits_comes_back_as_it_was(
    till: Till, basket: CurrentBasket
) -> None:
    basket.add_product(till.product("mocha"), chosen=_chosen(till, "mocha", "large", "hot"))
    basket.add_product(till.product("water"), chosen=_case(till))
    assert SaveBasket(till.store).load() == basket.basket


def test_many_options_make_a_basket_full_before_the_server_refuses_it(
    till: Till,
) -> None:
    full = CurrentBasket(currency="CNY", ids=till.ids, events=till.events, keep=lambda _: None)
    mocha = till.product("mocha")
    chosen = _chosen(till, "mocha", "large", "hot", "shot", "oat")
    # Four options are as long as a line, and so are six notes: 161 + 161 + 26 of the 350 there are.
    for pieces in range(1, 162):
        # A note keeps the lines apart.
        line = full.add_product(mocha, qty_milli=pieces * 1_000, chosen=chosen)
        full.change(partial(_noted, line=line))
    full.add_product(mocha, chosen=chosen)
    with pytest.raises(RuleError, match=r"basket\.full"):
        full.add_product(till.product("cake"))


def _noted(basket: Basket, *, line: Line) -> Basket:
    lines = tuple(replace(each, note="x") if each.line_id == line.line_id else each for each in basket.lines)
    return replace(basket, lines=lines)


def test_the_code_of_a_pack_sells_the_pack(till: Till) -> None:
    read = ReadScan(catalog=till.data.catalog, clock=till.clock, profile=till.profile)
    case, bottle = read("16901234500019", step="sell"), read("6901234500012", step="sell")
    assert isinstance(case, SellProduct)
    assert isinstance(bottle, SellProduct)
    assert (case.product.product_id, case.pack) == ("water", _case(till))
    assert (bottle.product.product_id, bottle.pack) == ("water", None)


def test_several_products_with_one_code_are_still_chosen_from(till: Till) -> None:
    read = ReadScan(catalog=till.data.catalog, clock=till.clock, profile=till.profile)
    assert isinstance(read("5901234123457", step="sell"), ChooseProduct)


def test_a_case_has_its_price_and_takes_all_its_pieces_from_the_stock(
    till: Till, basket: CurrentBasket
) -> None:
    basket.add_product(till.product("water"), chosen=_case(till))
    basket.add_product(till.product("water"), qty_milli=2_000)
    body = _sold(till, basket.basket)
    assert [(line.name, line.pack_pieces, line.list_minor) for line in body.lines if not line.deposit] == [
        ("商品 water 整箱24瓶", 24, 4_000),
        ("商品 water", 1, 400),
    ]
    assert _stock(till, "water") == {"water": 74_000}


def test_a_deposit_comes_and_goes_with_its_goods(till: Till, basket: CurrentBasket) -> None:
    line = basket.add_product(till.product("water"), qty_milli=3_000)
    assert _lines(basket) == [("water", 3_000), ("bottle", 3_000)]
    basket.set_quantity(line.line_id, 5_000)
    assert _lines(basket) == [("water", 5_000), ("bottle", 5_000)]
    basket.add_product(till.product("latte"))
    assert [name for name, _ in _lines(basket)] == ["water", "bottle", "latte"]
    basket.remove_line(line.line_id)
    assert _lines(basket) == [("latte", 1_000)]
    basket.undo()
    assert _lines(basket) == [("water", 5_000), ("bottle", 5_000), ("latte", 1_000)]


def test_a_case_brings_a_deposit_for_each_bottle(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("water"), qty_milli=2_000, chosen=_case(till))
    assert _lines(basket) == [("water", 2_000), ("bottle", 48_000)]
    assert till.prices(basket.basket).total.minor == 8_000 + 2_400


def test_the_deposit_of_a_line_is_not_changed_by_itself(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("water"))
    deposit = basket.basket.lines[1]
    with pytest.raises(RuleError, match=r"basket.deposit_follows"):
        basket.set_quantity(deposit.line_id, 2_000)
    with pytest.raises(RuleError, match=r"basket.deposit_follows"):
        basket.remove_line(deposit.line_id)


def test_a_deposit_that_is_sold_alone_is_an_ordinary_line(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("water"))
    bag = basket.add_product(till.product("bottle"))
    basket.set_quantity(bag.line_id, 2_000)
    assert _lines(basket) == [("water", 1_000), ("bottle", 1_000), ("bottle", 2_000)]


def test_goods_that_came_apart_have_a_deposit_each(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("water"), qty_milli=3_000)

    def split(before: Basket) -> Basket:
        line, *others = before.lines
        halves = (replace(line, qty_milli=1_000), replace(line, qty_milli=2_000, line_id="half"))
        return replace(before, lines=(*halves, *others))

    basket.change(split)
    assert _lines(basket) == [("water", 1_000), ("bottle", 1_000), ("water", 2_000), ("bottle", 2_000)]


def test_a_deposit_is_neither_stock_nor_a_piece_that_is_counted(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("water"), qty_milli=2_000)
    body = _sold(till, basket.basket)
    assert sum(line.pieces_milli for line in body.lines) == 2_000
    assert [line.deposit for line in body.lines] == [False, True]
    assert _stock(till, "water", "bottle") == {"water": 98_000, "bottle": 100_000}


def _lines(basket: CurrentBasket) -> list[tuple[str | None, int]]:
    return [(line.product_id, line.qty_milli) for line in basket.basket.lines]


def test_what_is_taken_away_has_its_own_rate_in_the_fact(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("mocha"))
    basket.add_product(till.product("latte"))
    basket.change(lambda before: replace(before, takes_away=True))
    body = _sold(till, basket.basket)
    assert body.takes_away
    assert [line.tax_rate_bp for line in body.lines] == [600, 1_300]
    assert [row.rate_bp for row in body.tax] == [1_300, 600]


def test_a_price_from_before_the_switch_is_not_taken(till: Till, basket: CurrentBasket) -> None:
    till.open_shift()
    basket.add_product(till.product("mocha"))
    priced = till.prices(basket.basket)
    away = replace(basket.basket, takes_away=True)
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        till.complete_sale(LI, away, priced=priced, tenders=[TenderInput("external", priced.total.minor)])


def test_the_fact_says_what_was_chosen_and_what_it_cost(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("mocha"), chosen=_chosen(till, "mocha", "large", "iced"))
    body = _sold(till, basket.basket)
    [line] = body.lines
    assert (line.unit_price_minor, line.list_minor, line.tier_prices) == (2_800, 3_100, {"gold": 2_500})
    assert [
        (option.group_id, option.option_id, option.name, option.price_minor) for option in line.options
    ] == [
        ("cup", "large", "large", 300),
        ("heat", "iced", "iced", 0),
    ]


def test_regulated_goods_say_so_in_the_fact(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("tobacco"))
    [line] = _sold(till, basket.basket).lines
    assert line.regulated
