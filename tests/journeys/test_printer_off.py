"""The printer is off: selling goes on, and the paper comes when the printer is back."""

from collections.abc import Callable

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter
from tests.journeys.conftest import sign_in

JASMINE = "6930000316761"  # 19.00
MUG = "6930000950286"  # 99.00
DRAWER_PULSE = b"\x1b@\x1bp"


def _sell(stage: Stage, barcode: str, *, total: int, number: str) -> None:
    window = stage.window
    window.scan(barcode)
    window.look("sell.total", figure=total)
    window.keys("F12")
    window.look("pay.figure", figure=total)
    window.keys("F10")
    window.look("pay.note", has=number)


def test_receipts_of_a_printer_that_was_off_are_printed_in_order_when_it_is_back(
    make_stage: Callable[[], Stage],
) -> None:
    with FakePrinter() as switched_off:
        port = switched_off.port
    stage = make_stage()
    stage.printer = f"tcp://127.0.0.1:{port}"
    stage.start_server()
    stage.start_till()
    window = stage.window
    sign_in(window, "S01-C1")
    window.look("open_shift.open")
    window.type("500\n")
    window.look("sell.search")
    _sell(stage, JASMINE, total=1900, number="S01-T02-000001")
    window.look("notice_text", has="打印机")
    window.keys("Return")
    window.look("sell.search")
    _sell(stage, MUG, total=9900, number="S01-T02-000002")

    with FakePrinter(wanted_port=port) as printer:
        assert stage.wait(lambda: len(_papers(printer)) >= 2, timeout_s=30)
        first, second = _papers(printer)
    assert (b"19.00" in first, b"99.00" in first) == (True, False)
    assert (b"19.00" in second, b"99.00" in second) == (False, True)


def _papers(printer: FakePrinter) -> list[bytes]:
    """Return what was printed; a pulse that found the printer just switched on is no paper."""
    return [job for job in printer.jobs if not job.startswith(DRAWER_PULSE)]
