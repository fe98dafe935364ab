"""Parking, splitting and recalling on the Sell screen: nothing keyed in is lost, nothing is sold twice."""

from dataclasses import replace

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.parked import ParkedSale
from pos_app.services.parked_steps import LineChange
from pos_app.services.read_scan import CouponScanned
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.said import Said
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.sell_world import CROISSANT, SellWorld, ten_off

_AMERICANO = "6901234500016"
_CROISSANT = "6901234500030"


@pytest.fixture
def world() -> SellWorld:
    """Return a shop with two croissants (16.00 each) and an americano (25.00) in the basket."""
    world = SellWorld().enter()
    for code in (_CROISSANT, _CROISSANT, _AMERICANO):
        world.presenter.on_scan(code)
    return world


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def _ids(world: SellWorld) -> list[str]:
    return [line.line_id for line in world.basket.basket.lines]


def _park(world: SellWorld, name: str = "") -> ParkedSale:
    world.presenter.parking.open_park()
    world.presenter.parking.set_name(name)
    world.presenter.parking.park()
    return world.parked.sales[-1]


def _said(world: SellWorld) -> Said | None:
    return None if world.now.note is None else world.now.note.said


def test_a_basket_is_parked_and_the_next_customer_begins(world: SellWorld) -> None:
    before = world.basket.basket
    sale = _park(world, "红衣女士")
    assert (sale.basket, sale.name, sale.total_minor) == (before, "红衣女士", 5_700)
    assert (world.now.lines, world.now.sheet, world.now.parking.count) == ((), "", 1)
    assert _said(world) == Said("parked.done", ("红衣女士",))
    assert world.basket.basket.basket_id != before.basket_id


def test_without_a_name_it_is_called_after_its_goods(world: SellWorld) -> None:
    _park(world)
    assert _said(world) == Said("parked.done", (CROISSANT.names,))


def test_an_empty_basket_is_not_parked(world: SellWorld) -> None:
    world.basket.start_new()
    world.presenter.parking.open_park()
    assert (world.now.sheet, _said(world)) == ("", Said("sale.empty"))


def test_a_refusal_is_said_in_the_sheet_and_keeps_the_basket_and_the_name(world: SellWorld) -> None:
    world.parked.error = RuleError("parked.too_many", 50)
    world.presenter.parking.open_park()
    world.presenter.parking.set_name("四号桌")
    world.presenter.parking.park()
    form = world.now.parking.park
    assert (world.now.sheet, form.name, form.error) == ("park", "四号桌", Said("parked.too_many", (50,)))
    assert len(world.now.lines) == 2


def test_while_it_is_written_down_the_basket_stands_still(world: SellWorld) -> None:
    world.presenter.parking.open_park()
    world.storage.open = False
    world.presenter.parking.park()
    assert (world.now.pending, world.now.can_pay) == ("park", False)
    world.presenter.step(_ids(world)[0], 1)
    world.presenter.parking.park()
    assert _said(world) == Said("parked.busy")
    world.storage.open = True
    world.storage.let_go()
    assert [line.qty_milli for line in world.parked.sales[0].basket.lines] == [2_000, 1_000]
    assert (len(world.parked.sales), world.now.pending) == (1, "")


def test_its_coupons_are_free_while_it_waits_and_reserved_again_when_it_comes_back(world: SellWorld) -> None:
    world.scans.meanings["k"] = CouponScanned("k")
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    world.presenter.on_scan("k")
    sale = _park(world)
    assert (world.coupons.released, world.coupons.held_again) == (["K1"], [])
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    assert world.coupons.held_again == ["K1"]
    assert world.basket.basket.basket_id == sale.basket.basket_id
    assert world.basket.basket.coupons[0].hold_id == "H1+"


def test_a_coupon_that_somebody_used_meanwhile_is_named(world: SellWorld) -> None:
    world.scans.meanings["k"] = CouponScanned("k")
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    world.presenter.on_scan("k")
    _park(world)
    world.coupons.answers["again:K1"] = CouponAnswer("refused", "coupon.used")
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    said = _said(world)
    assert said is not None
    assert (said.code, said.arguments[1]) == ("coupon.lost", Said("coupon.used"))
    assert world.basket.basket.coupons == ()


def test_the_only_parked_sale_is_chosen_already(world: SellWorld) -> None:
    sale = _park(world)
    world.presenter.parking.open_recall()
    assert world.now.parking.recall.sale == sale
    world.presenter.parking.recall()
    assert (world.basket.basket, world.now.sheet) == (sale.basket, "")
    assert (_said(world), world.now.parking.count) == (Said("parked.recalled", (CROISSANT.names,)), 0)


def test_of_several_one_is_chosen_first(world: SellWorld) -> None:
    _park(world)
    world.presenter.on_scan(_AMERICANO)
    second = _park(world)
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    assert (world.now.sheet, world.now.lines) == ("recall", ())
    world.presenter.parking.choose(second.basket.basket_id)
    world.presenter.parking.recall()
    assert world.basket.basket == second.basket


def test_what_changed_meanwhile_is_shown_before_anything_else(world: SellWorld) -> None:
    _park(world)
    world.parked.changes = (LineChange("price", CROISSANT.names, 1_600, 1_800),)
    world.parked.after_minor = 6_100
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    found = world.now.parking.recalled
    assert found is not None
    assert (world.now.sheet, found.before_minor, found.after_minor) == ("news", 5_700, 6_100)
    assert len(world.now.lines) == 2


@pytest.mark.parametrize("together", [True, False])
def test_goods_in_the_basket_are_asked_about_first(world: SellWorld, *, together: bool) -> None:
    first = _park(world)
    world.presenter.on_scan(_AMERICANO)
    here = world.basket.basket
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    assert (world.now.parking.recall.asking, world.basket.basket) == ("basket", here)
    if together:
        world.presenter.parking.merge()
        assert _ids(world) == [line.line_id for basket in (here, first.basket) for line in basket.lines]
        assert (world.basket.basket.basket_id, world.parked.sales) == (here.basket_id, [])
    else:
        world.presenter.parking.park_first()
        assert world.basket.basket == first.basket
        assert [sale.basket for sale in world.parked.sales] == [here]


def test_undo_does_not_reach_back_behind_a_recall(world: SellWorld) -> None:
    _park(world)
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    assert (world.now.can_undo, world.now.can_redo) == (False, False)


def test_somebody_elses_sale_is_allowed_in_place(world: SellWorld) -> None:
    sale = _park(world)
    world.parked.sales[0] = sale = replace(sale, parked_by="W2", parked_by_name="吴昊")
    world.presenter.parking.open_recall()
    world.presenter.parking.recall()
    asked = world.approval.state
    assert (asked.open, asked.about) == (True, Said("ask.recall", (CROISSANT.names, "吴昊")))
    assert world.now.lines == ()
    world.approval.submit_badge("BADGE")
    assert world.basket.basket == sale.basket


def test_giving_one_up_asks_once_and_shows_the_rest(world: SellWorld) -> None:
    _park(world)
    world.presenter.parking.open_recall()
    world.presenter.parking.ask_to_give_up(asking=True)
    assert world.now.parking.recall.asking == "give_up"
    world.presenter.parking.ask_to_give_up(asking=False)
    assert (world.now.parking.recall.asking, len(world.parked.sales)) == ("", 1)
    world.presenter.parking.ask_to_give_up(asking=True)
    world.presenter.parking.give_up()
    assert (world.now.sheet, world.now.parking.recall.sales, world.now.parking.count) == ("recall", (), 0)


def test_what_expired_is_named_when_somebody_looks(world: SellWorld) -> None:
    sale = _park(world)
    world.parked.sales.clear()
    world.parked.expired = [sale]
    world.presenter.parking.open_recall()
    assert (world.now.parking.recall.expired, world.now.parking.recall.loaded) == ((sale,), True)


def test_one_that_is_gone_meanwhile_is_said(world: SellWorld) -> None:
    _park(world)
    world.presenter.parking.open_recall()
    world.parked.sales.clear()
    world.presenter.parking.recall()
    assert world.now.parking.recall.error == Said("parked.unknown")


def test_the_sheet_of_a_split_says_what_both_parts_come_to(world: SellWorld) -> None:
    croissants, americano = _ids(world)
    world.presenter.parking.open_split(croissants)
    form = world.now.parking.split
    assert (form.parts, form.stays, form.goes) == (((croissants, 2_000),), cny(2_500), cny(3_200))
    world.presenter.parking.step_split(croissants, -1)
    form = world.now.parking.split
    assert (form.part(croissants), form.stays, form.goes) == (1_000, cny(4_100), cny(1_600))
    for _ in range(3):
        world.presenter.parking.step_split(croissants, 1)
    world.presenter.parking.step_split(americano, 1)
    form = world.now.parking.split
    assert (form.part(croissants), form.stays, form.goes) == (2_000, cny(0), cny(5_700))


def test_a_split_leaves_the_rest_to_be_paid_and_parks_the_second_part(world: SellWorld) -> None:
    croissants, americano = _ids(world)
    basket_id = world.basket.basket.basket_id
    world.presenter.parking.open_split()
    world.presenter.parking.step_split(croissants, 1)
    world.presenter.parking.set_name("四号桌")
    world.presenter.parking.split()
    assert [(line.line_id, line.qty_milli) for line in world.basket.basket.lines] == [
        (croissants, 1_000),
        (americano, 1_000),
    ]
    assert (world.basket.basket.basket_id, world.now.totals.total) == (basket_id, cny(4_100))
    (second,) = world.parked.sales
    assert (second.name, [line.qty_milli for line in second.basket.lines]) == ("四号桌 2/2", [1_000])
    assert (_said(world), world.now.sheet) == (Said("parked.split", (cny(1_600),)), "")


def test_a_split_of_nothing_is_refused_in_the_sheet(world: SellWorld) -> None:
    world.presenter.parking.open_split()
    world.presenter.parking.split()
    assert (world.now.sheet, world.now.parking.split.error) == ("split", Said("split.nothing"))


@pytest.mark.parametrize("sheet", ["park", "split"])
def test_a_scan_meanwhile_says_to_finish_first(world: SellWorld, sheet: str) -> None:
    if sheet == "park":
        world.presenter.parking.open_park()
    else:
        world.presenter.parking.open_split()
    world.presenter.on_scan(_AMERICANO)
    form = world.now.parking.park if sheet == "park" else world.now.parking.split
    assert (world.now.sheet, form.error) == (sheet, Said("scan.answer_first"))
    assert len(world.now.lines) == 2
