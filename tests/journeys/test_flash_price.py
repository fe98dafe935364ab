"""A flash price runs out: two of the five that a customer wants, none for the next one, network or not."""

import json
import sqlite3
from contextlib import closing

from pos_app.tour.stage import Stage

GIFT_BOX = "中秋礼盒"  # 198.00; two of them for 168.00 each
DELIVERY_S = 20


def _barcode(stage: Stage) -> str:
    """Return what stands on a gift box."""
    with closing(sqlite3.connect(stage.folder.root / "server" / "central.db")) as books:
        [doc] = books.execute(
            "SELECT doc FROM product WHERE scope IN ('S01', '*') "
            "AND json_extract(doc, '$.names.zh_hans') = ?",
            (GIFT_BOX,),
        ).fetchone()
    return str(json.loads(doc)["barcodes"][0])


def _pay(stage: Stage, number: str, figure: int) -> None:
    window = stage.window
    window.keys("F12")
    window.look("pay.figure", figure=figure)
    window.keys("F10")
    window.look("pay.note", has=number)
    window.keys("Return")
    window.look("sell.search")


def test_two_of_five_at_the_flash_price_and_then_none_also_without_a_server(counter: Stage) -> None:
    window, box = counter.window, _barcode(counter)
    for pieces in range(1, 6):
        window.scan(box)
        window.look("sell.total", figure=16800 * min(pieces, 2) + 19800 * max(0, pieces - 2))
    _pay(counter, "S01-T02-000001", 93000)
    window.scan(box)
    window.look("sell.total", figure=19800)
    _pay(counter, "S01-T02-000002", 19800)

    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.scan(box)
    window.look("sell.total", figure=19800)
    _pay(counter, "S01-T02-000003", 19800)

    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    assert counter.server_books.totals().sales_minor == 93000 + 2 * 19800


def test_what_was_sold_without_a_server_counts_for_the_next_customer(counter: Stage) -> None:
    window, box = counter.window, _barcode(counter)
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.scan(box)
    window.look("sell.total", figure=16800)
    _pay(counter, "S01-T02-000001", 16800)
    window.scan(box)
    window.look("sell.total", figure=16800)
    window.scan(box)
    window.look("sell.total", figure=16800 + 19800)
