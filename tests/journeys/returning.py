"""What a cashier does at the till with goods that come back, and what head office knows of it."""

from contextlib import closing

from sqlcipher3 import dbapi2 as sqlcipher

from pos_app.tour.stage import Stage
from pos_app.tour.window import Window

TEA = "海盐芝士奶盖 中杯"  # 28.00, the second one at half price

_RETURNS = """
SELECT r.of_receipt_number, r.claw_back_minor, r.refund_minor
FROM sale_return r JOIN sale s ON s.sale_id = r.sale_id
ORDER BY s.receipt_number
"""


def buy_two_teas(window: Window, number: str) -> None:
    """Sell two teas for 42.00 in cash."""
    for _ in range(2):
        window.keys("F2")
        window.type("hyzsngzb")
        window.look("sell.results_view", has=TEA)
        window.do("touch_row", name="sell.results_view", text=TEA)
        window.look("sell.basket", has=TEA)
    window.look("sell.total", figure=4200)
    pay_exactly(window, number)


def pay_exactly(window: Window, number: str) -> None:
    """Take exactly what is to pay, and begin the next customer."""
    window.keys("F12")
    window.look("pay.total")
    window.keys("F10")
    window.look("pay.note", has=number)
    window.keys("Return")
    window.look("sell.search")


def find_receipt(window: Window, digits: str, number: str) -> None:
    """Look a receipt up by its last digits."""
    window.keys("Alt+E")
    window.look("returns.search")
    window.type(f"{digits}\n")
    window.look("returns.title", has=number)
    window.look("returns.all", enabled=True)


def one_comes_back(window: Window, reason: str = "changed_mind") -> None:
    """Choose one piece of the first line that has some left, and why."""
    names = window.do("names", prefix="returns.line.", least=3)
    assert isinstance(names, list)
    window.touch(next(name for name in names if name.endswith("_plus")))
    window.touch(f"returns.reason.{reason}")


def returns_at_head_office(stage: Stage) -> list[tuple[str, int, int]]:
    """Return receipt, what was clawed back and what was refunded of every return, by plain SQL."""
    database = stage.server_books.database
    with closing(sqlcipher.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return [tuple(row) for row in connection.execute(_RETURNS).fetchall()]
