"""Head office changes a price while the till is cut off; the manager works off what comes of it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from pos_app.tour.stage import Stage
from tests.journeys.conftest import change_hands

GIFT_BOX = "中秋礼盒"  # 198.00; two of them for 168.00 each
DELIVERY_S = 20
_READ = "SELECT doc FROM product WHERE scope IN ('S01', '*') AND json_extract(doc, '$.names.zh_hans') = ?"
_RAISE = """UPDATE product SET doc = json_set(doc, '$.price_minor', 21000)
WHERE scope IN ('S01', '*') AND json_extract(doc, '$.names.zh_hans') = ?"""


def _books(stage: Stage) -> Path:
    return stage.folder.root / "server" / "central.db"


def _barcode(stage: Stage) -> str:
    with closing(sqlite3.connect(_books(stage))) as books:
        [doc] = books.execute(_READ, (GIFT_BOX,)).fetchone()
    return str(json.loads(doc)["barcodes"][0])


def _raise_price(stage: Stage) -> None:
    """Let a gift box cost 210.00 from now on, while the server is down."""
    with closing(sqlite3.connect(_books(stage))) as books, books:
        books.execute(_RAISE, (GIFT_BOX,))


def test_the_manager_works_off_what_head_office_doubts(counter: Stage) -> None:
    window, box = counter.window, _barcode(counter)
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.scan(box)
    window.look("sell.total", figure=16_800)
    window.keys("F12")
    window.look("pay.figure", figure=16_800)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    _raise_price(counter)
    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)

    window.keys("Alt+X")
    window.look("exceptions.news", has="没有此操作的权限")
    window.keys("Esc")
    window.look("sell.search")
    change_hands(window, "S01-M1")
    window.look("notice_text", has="总部对本店有疑问：1 条")
    window.touch("notice_action")
    window.look("exceptions.kind", has="售价与总部价格不符")
    window.look("exceptions.facts", has="198.00")
    window.touch("exceptions.receipt.S01-T02-000001")
    window.look("exceptions.paper", has=GIFT_BOX)
    window.touch("exceptions.settle.price_corrected")
    window.look("exceptions.news", has="已处理")
    with closing(sqlite3.connect(_books(counter))) as books:
        found = books.execute("SELECT kind, state, action, settled_by FROM entry_exception").fetchall()
    assert found == [("sale.price_differs", "done", "price_corrected", "S01-M1")]
