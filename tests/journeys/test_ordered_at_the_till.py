"""One is carried out, one is ordered for another store: one basket, one payment, one receipt."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from pos_app.tour.stage import Stage
from pos_app.tour.window import Window
from tests.fake_printer import FakePrinter
from tests.journeys.books import ask_books
from tests.journeys.conftest import open_shift

JASMINE = "6930000316761"  # 19.00
SPARKLING = "6930001108662"  # 9.00
_PIECES_IN_S02 = """INSERT INTO stock_level (store_id, product_id, on_hand_milli, committed_milli, changed_ms)
VALUES ('S02', 'S01-00004', 20000, 0, 1)"""
_MOVED_TO_S02 = """INSERT INTO stock_movement
(store_id, product_id, on_hand_milli, committed_milli, cause, ref, line, moved_ms, txid)
VALUES ('S02', 'S01-00004', 20000, 0, 'receipt', 'delivery', '1', 1, 0)"""
_LEVEL = """SELECT on_hand_milli, committed_milli FROM stock_level
WHERE store_id = ? AND product_id = 'S01-00004'"""
_HELD = "SELECT state FROM held_order ORDER BY held_ms"
_ORDERS = """SELECT state, store_id, channel, total_minor, settled_minor, paid_by_receipt FROM shop_order
WHERE channel = 'till'"""
_ON_FEED = """SELECT count(*) FROM feed_change JOIN shop_order ON shop_order.order_id = feed_change."key"
WHERE feed = 'store' AND scope = ? AND kind = 'order' AND channel = 'till'"""


def _books(stage: Stage) -> str:
    return f"file:{stage.folder.root / 'server' / 'central.db'}"


def _order_jasmine(window: Window) -> None:
    """Look the tea up, and order one for somebody who is no member, in the other store."""
    window.keys("Alt+S")
    window.look("stock.search")
    window.scan(JASMINE)
    window.look("stock.name", has="茉莉")
    window.touch("stock.order")
    window.look("order.places_view", has="徐家汇")
    window.do("touch_row", name="order.places_view", text="徐家汇")
    window.touch("order.name")
    window.type("Wang")
    window.touch("order.phone")
    window.type("13912345678")
    window.touch("order.ok")


def _open_counter(stage: Stage) -> Window:
    """Let store 2 have twenty pieces, and open a shift in store 1."""
    with closing(sqlite3.connect(_books(stage), uri=True)) as books:
        books.execute(_PIECES_IN_S02)
        books.execute(_MOVED_TO_S02)
        books.commit()
    stage.start_server()
    stage.start_till()
    window = stage.window
    window.look("sign_in.staff.S01-C1")
    open_shift(window)
    return window


def _without_head_office(stage: Stage) -> None:
    """Nobody else knows what other stores have: the till says so, and goes on with what is carried out."""
    window = stage.window
    assert stage.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.scan(SPARKLING)
    window.look("sell.total", figure=900)
    window.touch("sell.change")
    window.touch("line.order")
    window.look("order.places.note", has="无法连接总部")
    window.touch("order.back")
    window.look("sell.total", figure=900)


def test_one_is_carried_out_and_one_is_ordered_for_another_store(
    make_stage: Callable[[], Stage], printer: FakePrinter
) -> None:
    stage = make_stage()
    window = _open_counter(stage)
    [(here_milli, kept_milli)] = ask_books(stage, _LEVEL, "S01")
    assert isinstance(here_milli, int)

    window.scan(JASMINE)
    window.look("sell.total", figure=1_900)
    _order_jasmine(window)
    window.look("sell.total", figure=3_800)
    window.look("sell.basket", has="稍后取")
    assert (ask_books(stage, _HELD), ask_books(stage, _ORDERS)) == ([("held",)], [])
    # She thinks better of it: the goods are free at once, and then wants it after all.
    window.do("touch_row", name="sell.basket", text="稍后取")
    window.keys("Del")
    window.look("sell.total", figure=1_900)
    assert stage.wait(lambda: ask_books(stage, _HELD) == [("released",)], timeout_s=20)
    assert ask_books(stage, _LEVEL, "S02") == [(20_000, 0)]
    _order_jasmine(window)
    window.look("sell.total", figure=3_800)

    window.keys("F12")
    window.look("pay.figure", figure=3_800)
    window.type("50")
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000001")
    receipt, _pulse = printer.wait_for_jobs(2)
    for words in ("稍后自提", "T002", "徐家汇"):
        assert words.encode("gb18030") in receipt

    placed = [("placed", "S02", "till", 1_900, 1_900, "S01-T02-000001")]
    assert stage.wait(lambda: ask_books(stage, _ORDERS) == placed, timeout_s=20)
    assert (ask_books(stage, _ON_FEED, "S02"), ask_books(stage, _ON_FEED, "S01")) == ([(1,)], [(0,)])
    assert ask_books(stage, _LEVEL, "S02") == [(20_000, 1_000)]
    assert ask_books(stage, _LEVEL, "S01") == [(here_milli - 1_000, kept_milli)]
    books_of = stage.server_books.totals()
    assert (books_of.sales, books_of.sales_minor) == (1, 3_800)
    assert ask_books(stage, "SELECT kind FROM entry_exception") == []

    window.keys("Return")
    window.look("sell.search")
    _without_head_office(stage)
