"""Options, packs, sizes, deposits and the way the goods go: what scans, touches and keys do with them."""

from dataclasses import replace

import pytest

from pos_app.ui.said import Said
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.goods_world import CUP, LATTE, PEN, SHIRTS, WATER, goods_world
from tests.unit.pos_app.ui.screens.sell_world import AMERICANO, LI, SellWorld

_LATTE = "6901234510015"
_CASE = "16901234510036"
_PEN = "6901234510022"


@pytest.fixture
def world() -> SellWorld:
    return goods_world().enter()


def yuan(minor: int) -> Money:
    return Money(minor, "CNY")


def chosen_of_first(world: SellWorld) -> list[str]:
    return [option.option_id for option in world.now.lines[0].options]


def test_a_scanned_drink_is_sold_as_it_usually_is(world: SellWorld) -> None:
    world.presenter.on_scan(_LATTE)
    assert world.now.sheet == ""
    assert chosen_of_first(world) == ["medium", "hot", "full"]
    assert world.now.totals.total == yuan(2_800)
    assert world.sounds.heard == ["good"]


def test_a_drink_without_a_usual_choice_asks_even_when_it_is_scanned(world: SellWorld) -> None:
    world.presenter.on_scan(_PEN)
    assert (world.now.sheet, world.now.lines, world.now.options.chosen) == ("options", (), frozenset())


def test_a_touched_drink_asks_and_one_key_takes_it_as_usual(world: SellWorld) -> None:
    world.presenter.goods.tap_tile(LATTE)
    assert (world.now.sheet, world.now.lines) == ("options", ())
    world.presenter.goods.submit()
    assert world.now.sheet == ""
    assert chosen_of_first(world) == ["medium", "hot", "full"]


def test_the_sum_follows_what_is_chosen(world: SellWorld) -> None:
    goods = world.presenter.goods
    goods.tap_tile(LATTE)
    goods.toggle("cup", "large")
    goods.toggle("extras", "shot")
    goods.toggle("extras", "oat")
    assert (world.now.options.options_price, world.now.options.total) == (yuan(1_200), yuan(4_000))
    goods.toggle("extras", "oat")
    goods.set_pieces(3)
    assert world.now.options.total == yuan(3 * 3_500)
    goods.submit()
    assert world.now.totals.total == yuan(3 * 3_500)
    assert chosen_of_first(world) == ["large", "hot", "full", "shot"]


def test_one_of_a_group_takes_the_place_of_the_other_and_stays_when_touched_again(world: SellWorld) -> None:
    goods = world.presenter.goods
    goods.tap_tile(LATTE)
    goods.toggle("cup", "huge")
    goods.toggle("cup", "huge")
    cups = {option for group, option in world.now.options.chosen if group == "cup"}
    assert cups == {"huge"}


def test_more_than_a_group_allows_is_refused_with_words_and_stays_on_the_sheet(world: SellWorld) -> None:
    goods = world.presenter.goods
    goods.tap_tile(LATTE)
    for extra in ("shot", "oat", "syrup"):
        goods.toggle("extras", extra)
    goods.submit()
    assert (world.now.sheet, world.now.lines) == ("options", ())
    assert world.now.options.error == Said("options.too_many", (LATTE.options[3].names, 2))
    goods.toggle("extras", "syrup")
    assert world.now.options.error == Said()
    goods.submit()
    assert len(world.now.lines) == 1


def test_a_choice_that_is_asked_for_has_to_be_made(world: SellWorld) -> None:
    world.presenter.goods.tap_tile(PEN)
    world.presenter.goods.submit()
    assert world.now.options.error == Said("options.too_few", (PEN.options[0].names, 1))
    world.presenter.goods.toggle("engraving", "yes")
    world.presenter.goods.submit()
    assert world.now.totals.total == yuan(10_900)


def test_what_is_scanned_while_options_are_asked_for_is_not_taken(world: SellWorld) -> None:
    world.presenter.goods.tap_tile(LATTE)
    world.presenter.on_scan(AMERICANO.barcodes[0])
    assert (world.now.sheet, world.now.lines) == ("options", ())
    assert world.now.options.error == Said("scan.answer_first")


def test_the_options_of_a_line_are_changed_as_one_step(world: SellWorld) -> None:
    world.presenter.on_scan(_LATTE)
    goods = world.presenter.goods
    goods.open_options_of_line()
    assert (world.now.options.line_id, world.now.options.pieces) == (world.now.lines[0].line_id, 1)
    goods.toggle("heat", "iced")
    goods.toggle("cup", "large")
    goods.set_pieces(2)
    goods.submit()
    assert (len(world.now.lines), world.now.totals.total) == (1, yuan(6_200))
    assert chosen_of_first(world) == ["large", "iced", "full"]
    world.presenter.history.undo()
    assert (chosen_of_first(world), world.now.totals.total) == (["medium", "hot", "full"], yuan(2_800))


def test_a_line_without_options_says_so(world: SellWorld) -> None:
    world.presenter.on_scan(AMERICANO.barcodes[0])
    world.presenter.goods.open_options_of_line()
    assert world.now.sheet == ""
    assert world.now.note is not None
    assert world.now.note.said == Said("basket.no_options")


def test_the_member_pays_the_member_price_with_options_on_top(world: SellWorld) -> None:
    goods = world.presenter.goods
    goods.tap_tile(LATTE)
    goods.toggle("cup", "large")
    goods.submit()
    world.basket.attach_member(LI)
    world.presenter.enter()
    assert world.now.totals.total == yuan(2_800)


def test_touching_goods_with_packs_asks_which_is_meant(world: SellWorld) -> None:
    goods = world.presenter.goods
    goods.tap_tile(WATER)
    assert [each.key for each in world.now.picker.choices] == ["G03", "G03|G03-24"]
    goods.pick("G03|G03-24")
    assert [(line.pack, line.total) for line in world.now.lines] == [
        (WATER.packs[0].names, yuan(4_000)),
        (None, yuan(1_200)),
    ]
    goods.tap_tile(WATER)
    goods.pick("G03")
    assert [line.total for line in world.now.lines] == [yuan(4_000), yuan(1_200), yuan(200), yuan(50)]


def test_the_code_of_a_case_sells_the_case_and_its_deposits(world: SellWorld) -> None:
    world.presenter.on_scan(_CASE)
    case, deposit = world.now.lines
    assert (case.total, deposit.total, deposit.is_deposit, deposit.can_step) == (
        yuan(4_000),
        yuan(1_200),
        True,
        False,
    )
    assert world.now.totals.pieces == 1


def test_a_case_beyond_the_stock_is_told_in_pieces_and_sold(world: SellWorld) -> None:
    world.stock(WATER, 20)
    world.presenter.on_scan(_CASE)
    assert world.now.note is not None
    assert world.now.note.said == Said("stock.beyond", (0, 20))
    assert len(world.now.lines) == 2


def test_a_deposit_cannot_be_taken_out_by_itself(world: SellWorld) -> None:
    world.presenter.on_scan(_CASE)
    world.presenter.choose_line(world.now.lines[1].line_id)
    world.presenter.remove_line()
    assert len(world.now.lines) == 2
    assert world.now.note is not None
    assert world.now.note.said == Said("basket.deposit_follows")


def test_a_style_is_one_tile_that_opens_its_sizes_and_colours(world: SellWorld) -> None:
    tiles = [found.product.product_id for found in world.now.products.tiles]
    assert [each for each in tiles if each.startswith("T")] == ["T00"]
    world.presenter.goods.tap_tile(SHIRTS[0])
    form = world.now.style
    assert (world.now.sheet, form.sizes) == ("style", ("S", "M", "L", "XL"))
    assert [colour.en for colour in form.colours] == ["White", "Black", "Mist blue"]
    assert form.variant("XL", form.colours[1]) is None
    assert form.price_minor == 7_900


def test_a_place_of_the_grid_is_sold_even_when_the_count_says_none_is_there(world: SellWorld) -> None:
    white_s = next(each for each in SHIRTS if each.names.en == "T-shirt White S")
    world.stock(white_s, 0)
    world.presenter.goods.tap_tile(SHIRTS[0])
    world.presenter.goods.pick_variant(white_s.product_id)
    assert world.now.sheet == ""
    assert [line.names.en for line in world.now.lines] == ["T-shirt White S"]


def test_a_search_finds_each_size_and_sells_it_at_once(world: SellWorld) -> None:
    world.presenter.products.search("T-shirt Black")
    assert len(world.now.products.results) == 3
    world.presenter.submit_search("T-shirt Black M")
    assert [line.names.en for line in world.now.lines] == ["T-shirt Black M"]


def test_taking_away_is_switched_where_it_changes_a_tax(world: SellWorld) -> None:
    world.presenter.on_scan(_LATTE)
    assert world.now.takes_away is False
    world.presenter.toggle_away()
    assert (world.now.takes_away, world.basket.basket.takes_away) == (True, True)
    assert [row.rate_bp for row in world.prices(world.basket.basket).tax] == [1_300]
    world.presenter.toggle_away()
    assert [row.rate_bp for row in world.prices(world.basket.basket).tax] == [600]


def test_without_another_rate_there_is_no_switch() -> None:
    world = SellWorld().enter()
    assert world.now.takes_away is None


def test_the_next_customer_eats_in(world: SellWorld) -> None:
    world.presenter.on_scan(_LATTE)
    world.presenter.toggle_away()
    world.basket.start_new()
    assert world.now.takes_away is False


def test_a_group_of_one_that_is_not_needed_can_be_left_again(world: SellWorld) -> None:
    optional = replace(LATTE, options=(replace(CUP, least=0),))
    world.presenter.goods.tap_tile(optional)
    world.presenter.goods.toggle("cup", "large")
    world.presenter.goods.toggle("cup", "large")
    assert world.now.options.chosen == frozenset()
