"""Customers pay by card or by a code on the phone; the provider is a process of its own."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter
from tests.journeys.books import ask_books
from tests.journeys.conftest import allow
from tests.journeys.paying import card_tenders, charge_at_terminal, ring_up_mug
from tests.journeys.returning import find_receipt

COMPARED = (
    "SELECT json_extract(body, '$.own_count'), json_extract(body, '$.own_minor'),"
    " json_extract(body, '$.their_count'), json_extract(body, '$.their_minor'),"
    " json_extract(body, '$.differing') FROM journal_entry WHERE type = 'cards.compared'"
)
CODE = "13456789012345678"  # and a last digit


def test_a_card_at_the_terminal_pays_when_the_customer_has_confirmed(
    card_counter: Stage, printer: FakePrinter
) -> None:
    window = card_counter.window
    ring_up_mug(window)
    charge_at_terminal(card_counter, "confirm")
    # The customer is asked, then says yes; the sale is written without another key.
    window.look("pay.card.cancel")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    assert card_counter.provider.taken() == [9900]
    assert card_tenders(card_counter, 1) == [("card", 1, 9900)]
    [receipt] = printer.wait_for_jobs(1)
    assert b"99.00" in receipt
    # Before the drawer is counted, the provider's list is compared with the till's cards.
    window.keys("Alt+Z")
    window.look("close_shift.cards.text", has="99.00")
    window.keys("Escape")
    window.look("sell.search")
    # Without its answer the shift closes all the same.
    card_counter.provider.stop()
    window.keys("Alt+Z")
    window.look("close_shift.cards.again", enabled=True)
    assert card_counter.wait(lambda: bool(compared(card_counter)), timeout_s=30)
    assert compared(card_counter) == [(1, 9900, 1, 9900, 0)]


def compared(stage: Stage) -> list[tuple[object, ...]]:
    """Return what head office heard of the comparisons with the provider's list."""
    return ask_books(stage, COMPARED)


def test_a_payment_code_that_is_declined_leaves_the_sale_to_be_paid_in_cash(
    card_counter: Stage, printer: FakePrinter
) -> None:
    window = card_counter.window
    ring_up_mug(window)
    window.scan(f"{CODE}5")
    window.look("pay.message", least=4)
    window.look("pay.finish", enabled=True)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    assert card_counter.provider.taken() == []
    assert card_tenders(card_counter, 1) == [("cash", 1, 9900)]
    assert len(printer.wait_for_jobs(2)) == 2


def test_a_part_in_cash_and_the_rest_by_a_code(card_counter: Stage) -> None:
    window = card_counter.window
    ring_up_mug(window)
    window.type("50")
    window.touch("pay.tender.cash")
    window.look("pay.figure", figure=4900)
    window.scan(f"{CODE}1")
    window.look("pay.note", has="S01-T02-000001")
    assert card_counter.provider.taken() == [4900]
    assert card_tenders(card_counter, 2) == [("card", 1, 4900), ("cash", 1, 5000)]


def test_a_code_that_is_scanned_over_the_basket_charges_after_one_confirmation(card_counter: Stage) -> None:
    window = card_counter.window
    ring_up_mug(window)
    window.keys("Escape")
    window.look("sell.search")
    window.scan(f"{CODE}2")
    window.look("pay.figure", figure=9900)
    assert card_counter.provider.charges() == []
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000001")
    assert card_counter.provider.taken() == [9900]


def test_a_doubt_that_turns_out_to_be_paid_is_paid_once(card_counter: Stage, printer: FakePrinter) -> None:
    window = card_counter.window
    _into_doubt(card_counter, "silent")
    card_counter.provider.start()
    window.touch("pay.card.ask")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    assert card_counter.provider.taken() == [9900]
    assert card_tenders(card_counter, 1) == [("card", 1, 9900)]
    assert len(printer.wait_for_jobs(1)) == 1


def test_a_doubt_that_turns_out_to_be_unpaid_is_paid_in_cash(card_counter: Stage) -> None:
    window = card_counter.window
    _into_doubt(card_counter, "miss")
    card_counter.provider.start()
    window.touch("pay.card.ask")
    # The provider never had the order, and closes it for good before the till believes that.
    window.look("pay.tender.cash", enabled=True)
    window.look("pay.message", least=4)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    assert card_counter.provider.taken() == []
    assert [each["state"] for each in card_counter.provider.charges()] == ["cancelled"]
    assert card_tenders(card_counter, 1) == [("cash", 1, 9900)]


def test_a_manager_decides_a_doubt_that_nobody_answers(card_counter: Stage) -> None:
    window = card_counter.window
    _into_doubt(card_counter, "silent")
    window.touch("pay.card.paid")
    window.look("approval.about", has="99.00")
    allow(window)
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    card_counter.provider.start()
    assert card_counter.provider.taken() == [9900]
    assert card_tenders(card_counter, 1) == [("card", 1, 9900)]


def test_goods_that_were_paid_by_card_come_back_and_the_card_gets_its_money(card_counter: Stage) -> None:
    window = card_counter.window
    ring_up_mug(window)
    window.scan(f"{CODE}3")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    find_receipt(window, "1", "S01-T02-000001")
    window.touch("returns.all", "returns.reason.changed_mind")
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=9900)
    window.keys("F12")
    window.look("pay.figure", figure=9900)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000002")
    assert card_counter.wait(lambda: card_counter.provider.taken() == [], timeout_s=10)
    assert [each["refunded_minor"] for each in card_counter.provider.charges()] == [9900]


def _into_doubt(stage: Stage, outcome: str) -> None:
    """Charge, and let the provider go away before it has said anything."""
    ring_up_mug(stage.window)
    charge_at_terminal(stage, outcome)
    stage.provider.stop()
    stage.window.look("pay.card.ask")
