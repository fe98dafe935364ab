"""The pickup board over the real till: picking, handing over, refusing, undoing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.set_busy import Busy
from tests.till_shop import LI, ORDER_ID, open_shop, order_doc, pickup_code
from tests.unit.pos_app.ui.screens.pickup_stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        yield Stage(till)


def test_an_order_goes_from_new_to_ready_in_three_touches(stage: Stage) -> None:
    stage.order_arrives("placed")
    assert stage.columns() == (1, 0, 0, 0)
    stage.presenter.take_step(ORDER_ID)
    assert (stage.columns(), stage.state.panel) == ((0, 1, 0, 0), "pick")
    stage.presenter.picking.toggle_line("1")
    stage.presenter.picking.mark_ready("b2", "1")
    assert (stage.columns(), stage.state.panel) == ((0, 0, 1, 0), "none")
    assert stage.state.board.ready[0].shelf == "B2"


def test_an_order_is_not_ready_before_every_line_is_picked(stage: Stage) -> None:
    stage.order_arrives("picking")
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.mark_ready("B2", "1")
    assert stage.state.message is not None
    assert (stage.state.message.code, stage.state.message.arguments) == ("pick.incomplete", (1,))
    assert stage.columns() == (0, 1, 0, 0)


def test_the_customers_code_hands_the_order_over(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    assert stage.state.panel == "hand_over"
    stage.presenter.confirm()
    assert stage.state.done is not None
    assert stage.columns() == (0, 0, 0, 0)


def test_the_second_scan_is_refused_and_says_who_gave_it_out(stage: Stage) -> None:
    stage.order_arrives("ready")
    code = pickup_code(stage.till.clock)
    stage.presenter.take_code(code)
    stage.presenter.confirm()
    stage.presenter.close_panel()
    stage.presenter.take_code(code)
    assert stage.state.message is not None
    assert stage.state.message.code == "order.already_handed_over"
    assert "李娜" in stage.state.message.arguments


def test_a_hand_over_can_be_taken_back_and_the_code_is_good_again(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    assert stage.state.undo_left_s == 10
    stage.presenter.undo()
    assert stage.columns() == (0, 0, 1, 0)
    stage.presenter.take_code(pickup_code(stage.till.clock))
    assert stage.state.offer is not None


def test_the_undo_runs_out(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    stage.till.clock.advance(10_000)
    stage.timers.advance(500)
    assert stage.state.undo_left_s == 0


def test_age_has_to_be_checked_before_the_bag_goes_out(stage: Stage) -> None:
    line = {**order_doc()["lines"][0], "min_age": 18}  # type: ignore[index]  # a list of dicts
    stage.order_arrives("ready", lines=[line])
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    assert stage.state.message is not None
    assert stage.state.message.code == "order.age_not_checked"
    stage.presenter.check_age(True)
    stage.presenter.confirm()
    assert stage.state.done is not None


def test_digits_and_name_do_as_well_as_the_code(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.identify("9999", "王")
    assert stage.state.message is not None
    assert stage.state.message.code == "pickup.no_match"
    stage.presenter.identify("1234", "王")
    assert stage.state.offer is not None


def test_a_forged_code_changes_nothing(stage: Stage) -> None:
    stage.order_arrives("ready")
    code = pickup_code(stage.till.clock)
    stage.presenter.take_code(code[:-1] + str((int(code[-1]) + 1) % 10))
    assert stage.state.message is not None
    assert stage.state.message.code == "pickup.code_forged"
    assert stage.columns() == (0, 0, 1, 0)


def test_the_search_finds_by_the_end_of_the_phone_number(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.search("1234")
    assert stage.found() == ["A-1024"]
    stage.presenter.search("7777")
    assert stage.found() == []
    stage.presenter.go_back()
    assert stage.found() is None
    stage.presenter.go_back()
    assert stage.went == ["sell"]


def test_an_order_ten_minutes_late_stands_among_the_exceptions(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.till.clock.advance(600_000 + 600_001)
    stage.presenter.refresh()
    assert stage.columns() == (0, 0, 0, 1)


LATTE, CAKE = "6901234567892", "4006381333931"


def three_lattes(stage: Stage, state: str = "placed", **others: object) -> None:
    line = {**order_doc()["lines"][0], "qty_milli": 3_000, **others}  # type: ignore[index]  # a list of dicts
    stage.order_arrives(state, lines=[line])


def said(stage: Stage) -> str:
    return "" if stage.state.message is None else stage.state.message.code


def test_scanning_goods_lays_them_aside_one_by_one(stage: Stage) -> None:
    three_lattes(stage)
    stage.presenter.take_step(ORDER_ID)
    for _ in range(3):
        stage.presenter.picking.scan(LATTE)
    assert stage.state.picked == {"1": 3_000}
    assert stage.state.order is not None
    assert stage.state.order.state == "picked"
    stage.presenter.picking.scan(LATTE)
    assert said(stage) == "order.too_many"
    stage.presenter.picking.scan(CAKE)
    assert said(stage) == "order.line_unknown"
    stage.presenter.picking.scan("000")
    assert said(stage) == "order.product_unknown"


def test_what_is_not_there_is_refunded_and_the_rest_is_packed(stage: Stage) -> None:
    three_lattes(stage)
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.scan(LATTE)
    stage.presenter.picking.open_short("1")
    assert stage.state.short is not None
    assert (stage.state.panel, stage.state.short.qty_milli) == ("short", 2_000)
    stage.presenter.picking.step_short(-1)
    stage.presenter.picking.refund()
    assert stage.state.panel == "pick"
    stage.presenter.picking.mark_ready("A1", "2")
    assert said(stage) == "pick.incomplete"
    stage.presenter.picking.leave_open("A1", "2")
    order = stage.state.board.ready[0]
    assert (order.bags, order.shelf, order.lines[0].done.refunded_milli) == (2, "A1", 1_000)


def test_a_substitute_is_offered_and_taken_when_the_customer_was_asked(stage: Stage) -> None:
    three_lattes(stage, preference="contact")
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.open_short("1")
    stage.presenter.picking.look_for(CAKE)
    assert stage.state.short is not None
    assert stage.state.short.offer is not None
    assert stage.state.short.offer.fault == "order.ask_customer"
    stage.presenter.picking.substitute()
    assert said(stage) == "order.ask_customer"
    stage.presenter.picking.say_asked(True)
    stage.presenter.picking.substitute()
    assert stage.state.order is not None
    assert [line.product_id for line in stage.state.order.goods] == ["latte", "cake"]


def test_an_order_that_cannot_be_done_is_rejected_with_a_reason(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.ask_reason()
    stage.presenter.picking.reject("too_busy")
    assert (said(stage), stage.columns()) == ("pick.rejected", (0, 0, 0, 0))


def test_a_part_goes_out_and_the_rest_is_refunded(stage: Stage) -> None:
    three_lattes(stage, "ready")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.giving.choose_part()
    stage.presenter.giving.step("1", -1)
    stage.presenter.giving.refund_rest()
    assert stage.state.part == {"1": 2_000}
    stage.presenter.confirm()
    with stage.till.store.read() as work:
        order = work.orders.get(ORDER_ID)
    assert order is not None
    done = order.lines[0].done
    assert (order.state, done.handed_milli, done.refunded_milli) == ("handed_over", 2_000, 1_000)


def test_nothing_is_no_part(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.giving.choose_part()
    stage.presenter.giving.step("1", -1)
    stage.presenter.confirm()
    assert (said(stage), stage.state.done) == ("order.nothing_open", None)


def test_without_a_proof_it_takes_a_reason(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.giving.without_proof(" ")
    assert said(stage) == "order.no_reason"
    stage.presenter.giving.without_proof("phone is broken")
    stage.presenter.confirm()
    assert stage.state.done is not None


def test_what_was_picked_for_nobody_is_put_back(stage: Stage) -> None:
    three_lattes(stage)
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.toggle_line("1")
    stage.presenter.picking.mark_ready("A1", "1")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.giving.choose_part()
    for _ in range(3):
        stage.presenter.giving.step("1", -1)
    stage.presenter.giving.refund_rest()
    assert (said(stage), stage.columns()) == ("pick.nothing_left", (0, 0, 0, 1))
    stage.presenter.take_step(ORDER_ID)
    assert stage.state.panel == "put_back"
    stage.presenter.giving.put_back(wasted=False)
    assert (said(stage), stage.columns()) == ("pick.put_back", (0, 0, 0, 0))


def test_what_is_due_goes_into_the_basket_and_the_hand_over_goes_on_after_the_payment(stage: Stage) -> None:
    stage.order_arrives("ready", settled_minor=0)
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    assert (stage.went, stage.state.panel) == (["sell"], "none")
    [line] = stage.basket.basket.lines
    assert (line.order_id, line.label_minor) == (ORDER_ID, 2_800)
    assert stage.presenter.paying.after_payment("sell") == "sell"  # Nothing was paid.

    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    assert len(stage.basket.basket.lines) == 1
    stage.order_arrives("ready", settled_minor=2_800, paid_by_receipt="S01-T01-000001")
    assert stage.presenter.paying.after_payment("sell") == "pickup"
    stage.presenter.paying.resume()
    assert (stage.state.panel, stage.state.offer is not None) == ("hand_over", True)
    stage.presenter.confirm()
    assert stage.state.done is not None
    assert stage.presenter.paying.after_payment("sell") == "sell"


def test_an_order_that_is_not_ready_to_be_paid_says_so(stage: Stage) -> None:
    stage.order_arrives("ready", settled_minor=0, lines=[{**order_doc()["lines"][0], "product_id": "gone"}])  # type: ignore[index]  # a list of dicts
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    assert stage.state.message is not None
    assert stage.state.message.code == "order.goods_unknown"
    assert (stage.went, stage.basket.basket.lines) == ([], ())


def test_by_scanner_alone_an_order_is_picked_put_on_its_shelf_and_handed_over(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.scan("B2")
    assert said(stage) == "order.product_unknown"  # Nothing is laid aside yet.
    stage.presenter.picking.scan("6901234567892")
    stage.presenter.picking.scan("b2")
    assert stage.columns() == (0, 0, 1, 0)
    assert stage.state.board.ready[0].shelf == "B2"

    code = pickup_code(stage.till.clock)
    stage.presenter.take_code(code)
    stage.till.clock.advance(1_499)
    stage.presenter.take_code(code)
    assert stage.columns() == (0, 0, 1, 0)  # The scanner read twice.
    stage.till.clock.advance(1)
    stage.presenter.take_code(code)
    assert stage.columns() == (0, 0, 0, 0)


def test_goods_that_were_scanned_too_often_are_no_shelf(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.presenter.take_step(ORDER_ID)
    for _ in range(2):
        stage.presenter.picking.scan("6901234567892")
    assert said(stage) == "order.too_many"
    assert stage.columns() == (0, 1, 0, 0)


def test_what_was_paid_at_the_till_is_refunded_by_its_receipt_and_not_on_the_board(stage: Stage) -> None:
    line = {**order_doc()["lines"][0], "qty_milli": 3_000, "total_minor": 8_400}  # type: ignore[index]  # a list of dicts
    stage.order_arrives("ready", lines=[line], settled_minor=8_400, paid_by_receipt="S01-T01-000001")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.giving.choose_part()
    stage.presenter.giving.step("1", -1)
    stage.presenter.giving.refund_rest()
    assert stage.state.message is not None
    assert (stage.state.message.code, stage.state.message.arguments) == (
        "order.paid_here",
        ("S01-T01-000001",),
    )
    order = stage.state.order
    assert order is not None
    assert order.goods[0].done.refunded_milli == 0


def test_an_order_is_looked_at_and_taken_on_before_anybody_picks_it(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.presenter.open(ORDER_ID)
    assert (stage.state.panel, stage.columns()) == ("look", (1, 0, 0, 0))
    stage.presenter.minding.accept()
    assert (stage.state.panel, stage.columns()) == ("none", (1, 0, 0, 0))
    assert stage.state.board.new[0].state == "accepted"


def test_an_order_is_rejected_while_it_is_looked_at_and_the_question_can_be_left(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.presenter.open(ORDER_ID)
    stage.presenter.picking.ask_reason()
    assert (stage.state.panel, stage.state.under) == ("reject", ("look",))
    stage.presenter.leave_panel()
    assert (stage.state.panel, stage.state.under) == ("look", ())
    stage.presenter.picking.ask_reason()
    stage.presenter.picking.reject("closing")
    assert (stage.state.panel, stage.columns()) == ("none", (0, 0, 0, 0))


def test_the_store_says_that_it_is_busy_and_the_board_shows_until_when(stage: Stage) -> None:
    stage.order_arrives("placed")
    stage.session.actor = replace(LI, rights={**LI.rights, "order.busy": None})
    stage.presenter.minding.open_busy()
    stage.presenter.minding.choose_busy(minutes=30)
    stage.presenter.minding.choose_busy(for_minutes=120)
    stage.presenter.minding.say_busy()
    assert stage.state.panel == "none"
    shown = [stage.state.store_busy]
    stage.till.clock.advance(119 * 60_000)
    stage.presenter.refresh()
    shown.append(stage.state.store_busy)
    stage.till.clock.advance(60_000)
    stage.presenter.refresh()
    busy = Busy(30, stage.till.clock.now_ms())
    assert [*shown, stage.state.store_busy] == [busy, busy, None]


def test_the_store_says_that_it_is_not_busy_any_more(stage: Stage) -> None:
    stage.session.actor = replace(LI, rights={**LI.rights, "order.busy": None})
    stage.presenter.minding.say_busy()
    stage.presenter.minding.end_busy()
    assert stage.state.store_busy is None


def test_goods_of_an_order_come_back_after_the_hand_over(stage: Stage) -> None:
    stage.order_arrives("ready")
    stage.presenter.take_code(pickup_code(stage.till.clock))
    stage.presenter.confirm()
    stage.presenter.close_panel()
    stage.presenter.search("1024")
    assert stage.found() == ["A-1024"]
    stage.presenter.take_step(ORDER_ID)
    assert (stage.state.panel, stage.state.part) == ("bring_back", {"1": 0})
    stage.presenter.minding.bring_back("sour", restock=True)
    assert stage.state.message is not None
    assert stage.state.message.code == "order.nothing_open"
    stage.presenter.minding.step("1", 5)
    stage.presenter.minding.bring_back(" ", restock=False)
    assert stage.state.message.code == "order.no_reason"
    stage.presenter.minding.bring_back("sour", restock=False)
    assert stage.state.panel == "none"
    with stage.till.store.read() as work:
        entry = work.journal.of_types(["order.returned"])[0]
    assert entry.body["reason"] == "sour"
    assert str(entry.body["lines"]).count("'restock': False") == 1


def test_the_till_sounds_right_wrong_and_complete_while_picking(stage: Stage) -> None:
    line = {**order_doc()["lines"][0], "qty_milli": 2_000}  # type: ignore[index]  # a list of dicts
    stage.order_arrives("placed", lines=[line])
    stage.presenter.take_step(ORDER_ID)
    for code in (LATTE, CAKE, "0000", LATTE, LATTE):
        stage.presenter.picking.scan(code)
    assert stage.sounds.heard == ["good", "unknown", "unknown", "done", "unknown"]
