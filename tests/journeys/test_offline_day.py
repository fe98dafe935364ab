"""A stretch without head office: selling and handing over go on, and its books are right to the piece."""

import sqlite3
from contextlib import closing

from pos_app.tour.stage import DELIVERY_S, Stage
from tests.journeys.conftest import change_hands, order_ready

JASMINE = "6930000316761"
JASMINE_ID = "S01-00004"


def _stock(stage: Stage) -> tuple[int, int]:
    """Return what head office says is on hand and promised, in pieces."""
    ask = "SELECT on_hand_milli, committed_milli FROM stock_level WHERE store_id = 'S01' AND product_id = ?"
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        on_hand, committed = books.execute(ask, (JASMINE_ID,)).fetchone()
    return on_hand // 1000, committed // 1000


def test_what_was_sold_and_handed_over_without_a_server_leaves_its_stock_once(counter: Stage) -> None:
    window = counter.window
    on_hand, committed = _stock(counter)
    order = order_ready(counter)  # Two of them.
    assert _stock(counter) == (on_hand, committed + 2)
    window.keys("F11")
    change_hands(window, "S01-C1")

    online = window.look("status_capability")
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.look("status_capability", lacks=online)
    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")
    window.keys("F11")
    window.look("sell.search")
    for number in ("000001", "000002"):
        window.scan(JASMINE)
        window.look("sell.total", figure=1900)
        window.keys("F12")
        window.look("pay.figure", figure=1900)
        window.keys("F10")
        window.look("pay.note", has=f"S01-T02-{number}")
        window.keys("Return")
        window.look("sell.search")

    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    books = counter.server_books.totals()
    assert (books.sales, books.sales_minor, books.handovers) == (2, 3800, 1)
    assert _stock(counter) == (on_hand - 4, committed)
