import pytest

from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket, Removed
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.records import Names
from pos_app.services.sell_open_item import SellOpenItem
from tests.till_shop import ALIAS, LI, Till

MEMBER = AttachedMember("m1", ALIAS, "张**", "8888", "gold", 120, 1, "code", present=True)
COUPON = AttachedCoupon("c1", "FIVE-OFF", 500, "online", "h1", "valid")


@pytest.fixture
def basket(till: Till) -> CurrentBasket:
    return till.basket()


def _quantities(basket: CurrentBasket) -> list[int]:
    return [line.qty_milli for line in basket.basket.lines]


def test_pieces_of_the_same_product_go_onto_one_line(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("latte"))
    basket.add_product(till.product("latte"), qty_milli=2_000)
    assert _quantities(basket) == [3_000]


def test_weighed_goods_get_a_line_each(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("apple"), qty_milli=350)
    basket.add_product(till.product("apple"), qty_milli=410)
    assert _quantities(basket) == [350, 410]


def test_a_quantity_of_zero_removes_the_line_and_remembers_it(till: Till, basket: CurrentBasket) -> None:
    line = basket.add_product(till.product("latte"), qty_milli=2_000)
    basket.set_quantity(line.line_id, 0)
    assert basket.basket.lines == ()
    assert [(removed.qty_milli, removed.list_minor) for removed in basket.basket.removed] == [(2_000, 5_600)]


def test_half_a_piece_is_refused(till: Till, basket: CurrentBasket) -> None:
    line = basket.add_product(till.product("latte"))
    with pytest.raises(RuleError, match=r"basket.bad_quantity"):
        basket.set_quantity(line.line_id, 1_500)


def test_a_price_on_a_label_fixes_the_quantity(till: Till, basket: CurrentBasket) -> None:
    line = basket.add_product(till.product("apple"), qty_milli=500, label_minor=640)
    with pytest.raises(RuleError, match=r"basket.label_fixed"):
        basket.set_quantity(line.line_id, 600)


def test_undo_and_redo_walk_through_every_step(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("latte"))
    basket.add_product(till.product("latte"))
    basket.undo()
    assert _quantities(basket) == [1_000]
    basket.redo()
    assert _quantities(basket) == [2_000]
    assert not basket.can_redo


def test_undo_brings_back_a_basket_that_was_cleared(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("latte"))
    basket.attach_member(MEMBER)
    basket.clear()
    assert basket.basket.is_empty
    basket.undo()
    assert (_quantities(basket), basket.basket.member) == ([1_000], MEMBER)


def test_a_new_step_forgets_what_was_undone(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("latte"))
    basket.undo()
    basket.add_product(till.product("cake"))
    assert not basket.can_redo


def test_coupons_of_a_member_go_with_the_member(basket: CurrentBasket) -> None:
    basket.attach_member(MEMBER)
    basket.add_coupon(COUPON)
    basket.detach_member()
    assert basket.basket.coupons == ()


def test_the_same_coupon_is_taken_once(basket: CurrentBasket) -> None:
    basket.add_coupon(COUPON)
    with pytest.raises(RuleError, match=r"coupon.already_here"):
        basket.add_coupon(COUPON)


def test_the_basket_comes_back_as_it_was(till: Till, basket: CurrentBasket) -> None:
    basket.add_product(till.product("apple"), qty_milli=350, code="2100001003501", label_minor=448)
    basket.attach_member(MEMBER)
    basket.add_coupon(COUPON)
    basket.add_product(till.product("latte"))
    basket.remove_line(basket.basket.lines[1].line_id)
    assert SaveBasket(till.store).load() == basket.basket


def test_a_late_save_does_not_bring_back_a_basket_that_was_paid(till: Till, basket: CurrentBasket) -> None:
    till.open_shift()
    basket.add_product(till.product("latte"))
    kept = basket.basket
    till.pay(kept, TenderInput("cash", 2_800))
    SaveBasket(till.store)(kept)
    assert SaveBasket(till.store).load() is None


def test_an_open_item_keeps_the_code_that_was_scanned(basket: CurrentBasket) -> None:
    line = SellOpenItem(basket=basket)(
        LI, name=" 杂货 ", amount_minor=1_250, tax_rate_bp=1300, code="9990000000001"
    )
    assert (line.product_id, line.code, line.names.en) == (None, "9990000000001", "杂货")


def test_an_open_item_above_the_limit_is_refused(basket: CurrentBasket) -> None:
    with pytest.raises(RuleError) as refused:
        SellOpenItem(basket=basket)(LI, name="杂货", amount_minor=5_001, tax_rate_bp=1300)
    assert (refused.value.code, refused.value.arguments) == ("right.over_limit", ("sell.open_price", 5_000))


@pytest.mark.parametrize(("name", "amount", "code"), [("  ", 100, "no_name"), ("x", 0, "bad_amount")])
def test_an_open_item_needs_a_name_and_an_amount(
    basket: CurrentBasket, name: str, amount: int, code: str
) -> None:
    with pytest.raises(RuleError, match=f"open_item.{code}"):
        SellOpenItem(basket=basket)(LI, name=name, amount_minor=amount, tax_rate_bp=1300)


def test_a_basket_never_makes_a_fact_that_the_server_would_not_take(till: Till) -> None:
    names = Names("名", "名", "n")
    played_with = till.basket()
    played_with.restore(Basket("b1", "CNY", removed=(Removed(names, 1_000, 100),) * 1_000))
    with pytest.raises(RuleError, match=r"basket\.full"):
        played_with.add_product(till.product("latte"))
    filled = CurrentBasket(currency="CNY", ids=till.ids, events=till.events, keep=lambda _: None)
    for _ in range(350):
        filled.add_open_item(names=names, amount_minor=100, tax_rate_bp=1300, category_id="x", code=None)
    with pytest.raises(RuleError, match=r"basket\.full"):
        filled.add_product(till.product("latte"))
