"""Prices, discounts and notes by hand on the Sell screen, allowed in place; undo and redo with all of it."""

from dataclasses import replace

import pytest

from pos_app.services.read_scan import CouponScanned, MemberScanned
from pos_app.services.records import SaleSummary
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.said import Campaign, Rate, Said
from pos_app.ui.screens.sell.hand_state import HandMark, HandMode, PercentEntry
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.sell_world import AMERICANO, CAKE, LI, SellWorld, ten_off

_AMERICANO = "6901234500016"
_CAKE = "6901234500054"


@pytest.fixture
def world() -> SellWorld:
    """Return a shop with an americano (25.00) and a cake (32.00) in the basket; the cake is chosen."""
    world = SellWorld().enter()
    for code in (_AMERICANO, _CAKE):
        world.presenter.on_scan(code)
    return world


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def give(world: SellWorld, mode: HandMode, *keys: str, reason: str = "damaged") -> None:
    """Do an act on the sheet that is open."""
    hand = world.presenter.hand
    hand.choose(mode)
    for key in keys:
        hand.press(key)
    if mode != "drop":
        hand.set_reason(reason)
    hand.submit()


def test_a_discount_within_the_limit_is_given_at_once(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "percent", "1", "0")
    cake = world.now.lines[1]
    assert (world.now.sheet, cake.total, cake.mark) == (
        "",
        cny(2_880),
        HandMark("percent", 1_000, cny(-320)),
    )


def test_the_sheet_says_what_it_would_come_to_before_it_is_given(world: SellWorld) -> None:
    hand = world.presenter.hand
    hand.open_line()
    hand.press("2")
    assert world.now.hand.preview is not None
    assert (world.now.hand.preview.off, world.now.hand.preview.reaches) == (cny(-64), True)
    hand.press("0")
    preview = world.now.hand.preview
    assert preview is not None
    assert (preview.off, preview.left, preview.reaches) == (cny(-640), cny(2_560), False)
    assert world.now.totals.total == cny(5_700)


def test_without_a_reason_nothing_is_given(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    world.presenter.hand.press("5")
    world.presenter.hand.submit()
    assert (world.now.sheet, world.now.hand.error) == ("line", Said("by_hand.no_reason"))
    assert world.sounds.heard[-1] == "attention"


def test_above_the_limit_the_manager_is_asked_in_place_and_the_act_goes_on(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "percent", "2", "0")
    asked = world.approval.state
    assert (asked.open, asked.about) == (True, Said("ask.percent", (Rate(2_000), CAKE.names, cny(-640))))
    assert asked.why == Said("right.over_limit", ("discount.line", Rate(1_000)))
    assert (world.now.sheet, world.now.hand.percent.text) == ("line", "20")
    world.approval.submit_badge("BADGE")
    assert (world.now.sheet, world.now.totals.total) == ("", cny(5_060))
    mark = world.now.lines[1].mark
    assert mark == HandMark("percent", 2_000, cny(-640), allowed_by="陈思远")


def test_when_nobody_allows_it_what_was_keyed_in_stays(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "percent", "2", "0")
    world.approval.on_closed()
    form = world.now.hand
    assert (world.now.sheet, form.percent.text, form.reason) == ("line", "20", "damaged")
    assert world.now.totals.total == cny(5_700)


def test_the_second_act_asks_again(world: SellWorld) -> None:
    for _ in range(2):
        world.presenter.hand.open_line()
        give(world, "percent", "2", "0")
        world.approval.submit_badge("BADGE")
        world.presenter.choose_line(world.now.lines[0].line_id)
    assert [(act.verb, act.given_minor) for act in world.approver.asked] == [
        ("discount.line", 640),
        ("discount.line", 500),
    ]


def test_more_of_it_than_was_allowed_is_marked_and_asked_for_when_it_is_paid(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "percent", "2", "0")
    world.approval.submit_badge("BADGE")
    world.presenter.step(world.now.lines[1].line_id, 1)
    mark = world.now.lines[1].mark
    assert mark is not None
    assert (mark.open, mark.allowed_by) == (True, "")
    world.presenter.pay()
    assert (world.gone_to, world.approval.state.why) == ([], Said("by_hand.grown"))
    world.approval.submit_badge("BADGE")
    assert world.gone_to == ["pay"]
    assert world.approver.asked[-1].given_minor == 1_280


def test_leaving_the_question_at_payment_leaves_the_basket(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "percent", "2", "0")
    world.approval.submit_badge("BADGE")
    world.presenter.step(world.now.lines[1].line_id, 1)
    world.presenter.pay()
    world.approval.on_closed()
    assert world.gone_to == []


def test_a_price_by_hand(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "price", "3", "0", reason="price_match")
    assert world.now.lines[1].total == cny(3_000)


def test_an_act_is_taken_off_where_it_was_given(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    give(world, "amount", "3")
    world.presenter.hand.open_line()
    assert (world.now.hand.standing, world.now.hand.can_take_off) == ("amount", True)
    world.presenter.hand.take_off()
    assert (world.now.totals.total, world.now.lines[1].mark) == (cny(5_700), None)


def test_a_note_stands_on_the_line(world: SellWorld) -> None:
    hand = world.presenter.hand
    hand.open_line()
    hand.choose("note")
    hand.set_note("少糖")
    hand.submit()
    assert (world.now.lines[1].note, world.now.sheet) == ("少糖", "")
    hand.open_line()
    assert world.now.hand.note == "少糖"


def test_the_sale_takes_a_discount_small_change_a_note_and_a_gift_receipt(world: SellWorld) -> None:
    hand = world.presenter.hand
    hand.open_sale()
    give(world, "percent", "5")
    # 57.00 - 2.85 = 54.15
    hand.open_sale()
    hand.choose("drop")
    assert world.now.hand.drops == (cny(5), cny(15))
    hand.put(15)
    hand.submit()
    hand.open_sale()
    hand.toggle_gift_receipt()
    hand.choose("note")
    hand.set_note("要发票")
    hand.submit()
    assert world.now.totals.total == cny(5_400)
    assert [(mark.kind, mark.amount) for mark in world.now.sale_marks] == [
        ("percent", cny(-285)),
        ("drop", cny(-15)),
    ]
    assert (world.now.gift_receipt, world.now.sale_note) == (True, "要发票")
    # The lines are shown without the dropped change, which stands among the sums.
    assert sum(line.total.minor for line in world.now.lines) == 5_415


def test_what_can_be_dropped_stays_the_same_when_it_was_dropped_already(world: SellWorld) -> None:
    hand = world.presenter.hand
    hand.open_sale()
    give(world, "percent", "5")
    hand.open_sale()
    give(world, "drop", ".", "0", "5")
    hand.open_sale()
    assert (world.now.hand.dropped, world.now.hand.drops) == (True, (cny(5), cny(15)))


def test_a_row_among_the_sums_takes_its_act_off(world: SellWorld) -> None:
    world.presenter.hand.open_sale()
    give(world, "drop", ".", "5")
    world.presenter.hand.remove(None, "drop")
    assert (world.now.sale_marks, world.now.totals.total) == ((), cny(5_700))


def test_enter_in_an_empty_search_opens_the_chosen_line(world: SellWorld) -> None:
    world.presenter.submit_search("  ")
    assert (world.now.sheet, world.now.hand.names) == ("line", CAKE.names)


def test_a_scan_into_an_open_sheet_says_to_finish_first(world: SellWorld) -> None:
    world.presenter.hand.open_line()
    world.presenter.hand.press("5")
    before = world.now.hand
    world.presenter.hand.press("6")
    world.presenter.hand.take_back(before)
    world.presenter.on_scan(_AMERICANO)
    assert (world.now.hand.percent.text, world.now.hand.error.code) == ("5", "scan.answer_first")
    assert len(world.now.lines) == 2


def test_the_sale_needs_goods(world: SellWorld) -> None:
    world.basket.start_new()
    world.presenter.hand.open_sale()
    assert (world.now.sheet, world.now.note and world.now.note.said) == ("", Said("sale.empty"))


def test_undo_and_redo_go_through_everything_that_was_done(world: SellWorld) -> None:
    world.members.known["m"] = LI
    world.scans.meanings["m"] = MemberScanned("m")
    world.presenter.on_scan("m")
    world.presenter.hand.open_line()
    give(world, "percent", "1", "0")
    world.presenter.hand.open_line()
    world.presenter.hand.choose("note")
    world.presenter.hand.set_note("少糖")
    world.presenter.hand.submit()
    done = world.basket.basket
    for _ in range(5):
        world.presenter.history.undo()
    assert (world.basket.basket.is_empty, world.now.can_undo, world.now.can_redo) == (True, False, True)
    for _ in range(5):
        world.presenter.history.redo()
    assert world.basket.basket == done
    assert (world.now.can_redo, world.now.member) == (False, LI)


def _with_coupon(world: SellWorld) -> None:
    world.scans.meanings["k"] = CouponScanned("k")
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    world.presenter.on_scan("k")


def test_a_coupon_that_comes_back_is_reserved_anew(world: SellWorld) -> None:
    _with_coupon(world)
    world.presenter.history.undo()
    assert (world.coupons.released, world.now.coupons) == (["K1"], ())
    world.presenter.history.redo()
    assert (world.coupons.held_again, world.basket.basket.coupons[0].hold_id) == (["K1"], "H1+")
    # The reservation that counts now is the one that every other step has, too.
    world.presenter.step(world.now.lines[0].line_id, 1)
    world.presenter.history.undo()
    assert world.basket.basket.coupons[0].hold_id == "H1+"


def test_a_coupon_that_was_removed_comes_back_by_undo(world: SellWorld) -> None:
    _with_coupon(world)
    world.presenter.coupons.remove("K1")
    world.presenter.history.undo()
    assert (world.coupons.held_again, [each.coupon_id for each in world.now.coupons]) == (["K1"], ["K1"])


def test_one_that_somebody_else_took_meanwhile_is_lost_with_a_word(world: SellWorld) -> None:
    _with_coupon(world)
    world.coupons.answers["again:K1"] = CouponAnswer("refused", "coupon.held_elsewhere")
    world.presenter.history.undo()
    world.presenter.history.redo()
    note = world.now.note
    assert note is not None
    assert note.said == Said("coupon.lost", (Campaign("TEN"), Said("coupon.held_elsewhere")))
    assert (world.now.coupons, world.basket.basket.coupons) == ((), ())
    world.presenter.step(world.now.lines[0].line_id, 1)
    world.presenter.history.undo()
    assert world.basket.basket.coupons == ()


def test_while_a_coupon_is_reserved_anew_who_presses_pay_twice_goes_on_without_it(world: SellWorld) -> None:
    _with_coupon(world)
    world.presenter.history.undo()
    world.network.open = False
    world.presenter.history.redo()
    world.presenter.pay()
    assert world.now.note is not None
    assert (world.now.pending, world.now.note.said, world.gone_to) == (
        "coupon",
        Said("pay.still_asking"),
        [],
    )
    assert len(world.now.coupons) == 1
    world.presenter.pay()
    shown = world.now
    assert (shown.pending, shown.coupons, world.gone_to) == ("", (), ["pay"])
    world.network.open = True
    world.network.let_go()
    assert (world.basket.basket.coupons, world.coupons.released) == ((), ["K1", "K1"])


def test_a_coupon_that_is_undone_while_it_is_reserved_anew_is_given_back(world: SellWorld) -> None:
    _with_coupon(world)
    world.presenter.history.undo()
    world.network.open = False
    world.presenter.history.redo()
    world.presenter.history.undo()
    world.network.open = True
    world.network.let_go()
    assert (world.basket.basket.coupons, world.coupons.released) == ((), ["K1"] * 3)


def test_who_left_meanwhile_gets_the_reservation_back(world: SellWorld) -> None:
    _with_coupon(world)
    world.presenter.history.undo()
    world.network.open = False
    world.presenter.history.redo()
    world.basket.start_new()
    world.network.open = True
    world.network.let_go()
    assert world.coupons.released == ["K1", "K1"]


@pytest.mark.parametrize(
    ("keys", "text", "basis_points"),
    [
        (("1", "0"), "10", 1_000),
        (("1", "2", ".", "5"), "12.5", 1_250),
        (("1", "2", ".", "5", "5", "5"), "12.55", 1_255),
        (("1", "0", "0"), "100", 10_000),
        (("1", "0", "1"), "10", 1_000),
        (("0", "7"), "7", 700),
        ((".", "5"), "0.5", 50),
        (("1", "0", "back"), "1", 100),
    ],
)
def test_percentages_are_keyed_in(keys: tuple[str, ...], text: str, basis_points: int) -> None:
    entry = PercentEntry()
    for key in keys:
        entry = entry.press(key)
    assert (entry.text, entry.basis_points) == (text, basis_points)


@pytest.mark.parametrize("basis_points", [500, 1_250, 5, 10_000])
def test_a_percentage_of_one_touch_reads_as_if_it_were_keyed_in(basis_points: int) -> None:
    assert PercentEntry.of(basis_points).basis_points == basis_points


def test_goods_of_a_fixed_price_take_a_note_only(world: SellWorld) -> None:
    world.basket.add_product(replace(AMERICANO, product_id="T1", regulated=True))
    world.presenter.choose_line(world.basket.basket.lines[-1].line_id)
    world.presenter.hand.open_line()
    assert world.now.hand.mode == "note"


def test_a_gift_receipt_of_the_last_sale_is_printed_from_the_rest(world: SellWorld) -> None:
    world.reprint.sales.append(SaleSummary("s", "S01-T02-000007", 1, 100, "CNY", 1_000, "王晓"))
    world.presenter.more.gift_last()
    assert (world.reprint.gifts, world.reprint.printed) == (["S01-T02-000007"], [])
    assert world.now.note is not None
    assert world.now.note.said == Said("receipt.gift_printing", ("S01-T02-000007",))


def test_a_line_is_ordered_instead_of_carried_out_where_that_is_possible(world: SellWorld) -> None:
    cake = world.now.lines[1].line_id
    world.presenter.step(cake, 1)
    assert world.presenter.more.can_order(cake)
    world.presenter.more.order_line(cake)
    assert (world.ordered, world.gone_to[-1]) == ([(CAKE.product_id, 2, cake)], "order")
    # Goods with a price on their label are what they are; nothing is chosen without a line.
    line = world.basket.basket.lines[1]
    labelled = replace(line, label_minor=1_000)
    world.basket.change(lambda basket: replace(basket, lines=(labelled,)))
    assert not world.presenter.more.can_order(cake)
    assert not world.presenter.more.can_order(None)
    world.presenter.more.order_line(cake)
    assert (world.now.note is not None, len(world.ordered)) == (True, 1)
