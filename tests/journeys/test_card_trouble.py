"""Trouble while a card is charged: killed, cut off, late; money moves once or never, and one sale says so."""

from pos_app.tour.stage import Stage
from pos_app.tour.window import Window
from tests.fake_printer import FakePrinter
from tests.journeys.conftest import sign_in
from tests.journeys.paying import MUG_MINOR, card_tenders, charge_at_terminal, ring_up_mug

RECEIPT = "S01-T02-000001"


def _open_again(stage: Stage) -> Window:
    """Open the killed till, sign in, and go back to the payment of the basket that is there."""
    stage.start_till()
    sign_in(stage.window, "S01-C1")
    stage.window.look("sell.total", figure=MUG_MINOR)
    stage.window.keys("F12")
    return stage.window


def _sold_once(
    stage: Stage, printer: FakePrinter, *, tenders: list[tuple[str, int, int]], papers: int
) -> None:
    """Compare what the provider holds, the till's journal, head office and the printer."""
    sales = [entry for entry in stage.till_books.entries() if entry["type"] == "sale.completed"]
    assert [sale["body"]["receipt_number"] for sale in sales] == [RECEIPT]
    by_card = [minor for kind, _, minor in tenders if kind == "card"]
    assert stage.provider.taken() == by_card
    assert card_tenders(stage, len(tenders)) == tenders
    assert len(printer.wait_for_jobs(papers)) == papers


def test_a_till_that_is_killed_while_the_provider_is_silent_finds_the_money_when_it_comes_back(
    card_counter: Stage, printer: FakePrinter
) -> None:
    ring_up_mug(card_counter.window)
    charge_at_terminal(card_counter, "silent")
    card_counter.kill_till()
    window = _open_again(card_counter)
    window.look("pay.figure", figure=0)
    window.keys("Return")
    window.look("pay.note", has=RECEIPT)
    _sold_once(card_counter, printer, tenders=[("card", 1, MUG_MINOR)], papers=1)


def test_a_till_that_is_killed_before_the_order_arrived_has_it_closed_and_takes_cash(
    card_counter: Stage, printer: FakePrinter
) -> None:
    ring_up_mug(card_counter.window)
    charge_at_terminal(card_counter, "miss")
    card_counter.kill_till()
    window = _open_again(card_counter)
    window.look("pay.tender.cash", enabled=True)
    window.keys("F10")
    window.look("pay.note", has=RECEIPT)
    assert [each["state"] for each in card_counter.provider.charges()] == ["cancelled"]
    _sold_once(card_counter, printer, tenders=[("cash", 1, MUG_MINOR)], papers=2)


def test_a_till_that_is_killed_between_the_approval_and_the_sale_keeps_the_part_that_was_taken(
    card_counter: Stage, printer: FakePrinter
) -> None:
    window = card_counter.window
    ring_up_mug(window)
    window.type("40")
    charge_at_terminal(card_counter, "approve")
    window.look("pay.figure", figure=MUG_MINOR - 4_000)
    card_counter.kill_till()
    window = _open_again(card_counter)
    window.look("pay.figure", figure=MUG_MINOR - 4_000)
    window.keys("F10")
    window.look("pay.note", has=RECEIPT)
    tenders = [("card", 1, 4_000), ("cash", 1, MUG_MINOR - 4_000)]
    _sold_once(card_counter, printer, tenders=tenders, papers=2)


def test_a_provider_that_is_not_there_charges_nothing_and_says_so_at_once(
    card_counter: Stage, printer: FakePrinter
) -> None:
    window = card_counter.window
    ring_up_mug(window)
    card_counter.provider.stop()
    window.keys("Alt+4", "Return")
    window.look("pay.tender.cash", enabled=True)
    window.look("pay.message", least=4)
    window.keys("F10")
    window.look("pay.note", has=RECEIPT)
    card_counter.provider.start()
    assert card_counter.provider.charges() == []
    _sold_once(card_counter, printer, tenders=[("cash", 1, MUG_MINOR)], papers=2)


def test_an_answer_that_comes_late_completes_the_sale_by_itself(
    card_counter: Stage, printer: FakePrinter
) -> None:
    ring_up_mug(card_counter.window)
    charge_at_terminal(card_counter, "silent")
    # The till hears nothing, gives up waiting, asks what became of it, and hears that it is paid.
    card_counter.window.look("pay.note", has=RECEIPT)
    _sold_once(card_counter, printer, tenders=[("card", 1, MUG_MINOR)], papers=1)


def test_cards_are_taken_while_head_office_is_away(card_counter: Stage, printer: FakePrinter) -> None:
    window = card_counter.window
    ring_up_mug(window)
    card_counter.stop_server()
    charge_at_terminal(card_counter, "confirm")
    window.look("pay.note", has=RECEIPT)
    window.keys("Return")
    window.look("sell.search")
    assert card_counter.provider.taken() == [MUG_MINOR]
    card_counter.start_server()
    _sold_once(card_counter, printer, tenders=[("card", 1, MUG_MINOR)], papers=1)


def test_a_doubt_that_was_set_aside_and_turns_out_to_be_paid_is_given_back_from_the_list(
    card_counter: Stage, printer: FakePrinter
) -> None:
    window = card_counter.window
    ring_up_mug(window)
    charge_at_terminal(card_counter, "silent")
    card_counter.provider.stop()
    window.touch("pay.card.aside")
    window.look("pay.tender.cash", enabled=True)
    window.keys("F10")
    window.look("pay.note", has=RECEIPT)
    window.keys("Return")
    window.look("sell.search")
    window.keys("F5")
    window.touch("more.health")
    window.look("health.payments_0_what", has="99.00")
    card_counter.provider.start()
    window.touch("health.payments_0_ask")
    window.touch("health.payments_0_give_back")
    window.look("health.payments_said", has="99.00")
    assert card_counter.provider.taken() == [MUG_MINOR]
    window.touch("health.payments_0_give_back")
    assert card_counter.wait(lambda: card_counter.provider.taken() == [], timeout_s=10)
    window.do("gone", name="health.payments_0_what")
    _sold_once(card_counter, printer, tenders=[("cash", 1, MUG_MINOR)], papers=2)
