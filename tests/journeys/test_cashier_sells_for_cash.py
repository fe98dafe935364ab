"""A cashier scans goods, changes her mind, takes cash, and the next customer starts with one key."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter

JASMINE = "6930000316761"  # 19.00
SPARKLING = "6930001108662"  # 9.00
DRAWER_PULSE = b"\x1b@\x1bp"


def test_a_cashier_sells_for_cash(counter: Stage, printer: FakePrinter) -> None:
    window = counter.window
    window.scan(JASMINE)
    window.look("sell.total", figure=1900)
    window.scan(SPARKLING)
    window.look("sell.total", figure=2800)
    window.do("touch_row", name="sell.basket", text="气泡水")
    window.keys("Del")
    window.look("sell.total", figure=1900)
    window.keys("Ctrl+Z")
    window.look("sell.total", figure=2800)
    window.keys("F12")
    window.look("pay.figure", figure=2800)
    window.type("50")
    window.look("pay.figure", figure=2200)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000001")
    receipt, pulse = printer.wait_for_jobs(2)
    assert "茉莉轻乳茶".encode("gb18030") in receipt
    assert pulse.startswith(DRAWER_PULSE)
    assert DRAWER_PULSE not in receipt
    window.keys("Return")
    window.look("sell.search")
    assert "28.00" not in window.look("sell.total")


def test_too_little_cash_is_refused_in_place_and_the_counter_goes_on(counter: Stage) -> None:
    window = counter.window
    window.scan(JASMINE)
    window.look("sell.total", figure=1900)
    window.keys("F12")
    window.look("pay.figure", figure=1900)
    window.type("10\n")
    window.look("pay.message", least=4)
    assert not window.is_there("pay.next")
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")


def test_goods_are_found_by_the_initials_of_their_pinyin(counter: Stage) -> None:
    window = counter.window
    window.keys("F2")
    window.type("hyzsngzb")
    window.look("sell.results_view", has="海盐芝士奶盖 中杯")
    window.do("touch_row", name="sell.results_view", text="海盐芝士奶盖 中杯")
    window.look("sell.total", figure=2800)
    window.touch("sell.change")
    window.touch("line.quantity")
    window.look("quantity.value")
    window.type("2\n")
    window.look("sell.total", figure=4200)
    window.look("sell.saving", figure=-1400)
