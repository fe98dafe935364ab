"""Somebody pays on another device, and the cashier confirms it by hand."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter

MUG = "6930000950286"  # 99.00
DRAWER_PULSE = b"\x1b@\x1bp"


def test_an_external_payment_is_confirmed_by_hand_and_leaves_the_drawer_shut(
    counter: Stage, printer: FakePrinter
) -> None:
    window = counter.window
    window.scan(MUG)
    window.look("sell.total", figure=9900)
    window.keys("F12")
    window.touch("pay.tender.external")
    window.type("4711")
    window.look("pay.note", has="4711")
    window.look("pay.figure", figure=9900)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    assert counter.wait(lambda: bool(counter.server_books.ask("tenders")), timeout_s=20)
    tenders = counter.server_books.ask("tenders")
    assert [(row["kind"], row["payments"], row["amount_minor"]) for row in tenders] == [("external", 1, 9900)]

    # What is printed next, a copy, shows that no pulse stood between.
    window.keys("Ctrl+P")
    receipt, copy = printer.wait_for_jobs(2)
    assert b"99.00" in receipt
    assert b"99.00" in copy
    assert DRAWER_PULSE not in receipt + copy
