"""A manager counts the drawer blind, closes the shift, and sees the Z on screen and on paper."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter
from tests.journeys.conftest import change_hands, close_shift


def test_a_manager_closes_the_shift_one_yuan_short(counter: Stage, printer: FakePrinter) -> None:
    window = counter.window
    window.scan("6930000316761")
    window.look("sell.total", figure=1900)
    window.keys("F12")
    window.look("pay.figure", figure=1900)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    change_hands(window, "S01-M1")
    close_shift(window, "518")
    window.look("close_shift.difference.cash_value", figure=100)
    jobs = printer.wait_for_jobs(3)
    assert b"519.00" in jobs[2]
    window.touch("close_shift.report")
    window.look("report.figure.receipts_value", has="1")
    window.touch("report.back", "close_shift.done")
    window.look("sign_in.staff.S01-C1")
