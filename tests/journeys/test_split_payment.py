"""One sale is paid with a voucher, on another device and in cash; only the cash is rounded."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter

MUG = "6930000950286"  # 99.00
VOUCHER = "GV-2026-000117"


def test_a_voucher_another_device_and_cash_pay_one_sale(counter: Stage, printer: FakePrinter) -> None:
    window = counter.window
    window.scan(MUG)
    window.look("sell.total", figure=9900)
    window.keys("F12")
    window.look("pay.figure", figure=9900)

    # A voucher of 50.00: scanned, then its value by the pad.
    window.keys("Alt+3")
    window.look("voucher.number", enabled=True)
    window.scan(VOUCHER)
    window.look("voucher.number", has=VOUCHER)
    window.type("50\n")
    window.do("gone", name="voucher.number")
    window.look("pay.figure", figure=4900)

    # 20.13 on the other device: the amount first, then the tender.
    window.type("20.13")
    window.touch("pay.tender.external")
    window.look("pay.figure", figure=2013)
    window.type("4711\n")
    window.look("pay.tender.cash_note", figure=2890)

    # 28.87 are left: 28.90 in coins, paid with 30.00.
    window.look("pay.row.1.amount", figure=3)
    window.type("30")
    window.look("pay.figure", figure=110)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000001")
    window.look("pay.figure", figure=110)

    # Who goes on too fast still sees the change.
    window.keys("Return")
    window.look("sell.empty_mark", figure=110)
    window.scan(MUG)
    window.look("sell.basket", least=1)

    assert counter.wait(lambda: len(counter.server_books.ask("tenders")) == 3, timeout_s=20)
    tenders = counter.server_books.ask("tenders")
    assert {row["kind"]: row["amount_minor"] for row in tenders} == {
        "voucher": 5000,
        "external": 2013,
        "cash": 2890,
    }
    receipt, _pulse = printer.wait_for_jobs(2)
    assert VOUCHER.encode() in receipt


def test_a_part_is_given_back_and_the_sale_is_paid_otherwise(counter: Stage) -> None:
    window = counter.window
    window.scan(MUG)
    window.look("sell.total", figure=9900)
    window.keys("F12")
    window.look("pay.figure", figure=9900)
    window.type("40")
    window.touch("pay.tender.cash")
    window.look("pay.figure", figure=5900)
    window.keys("Ctrl+Z")
    window.look("pay.figure", figure=9900)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000001")
    window.look("pay.figure", figure=0)
