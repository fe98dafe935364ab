"""Goods are received, wasted and counted without head office; when it is back, both have the same stock."""

from pos_app.tour.stage import DELIVERY_S, Stage
from tests.journeys.books import ask_books
from tests.journeys.conftest import change_hands

JASMINE = "6930000316761"
_ON_HAND = "SELECT on_hand_milli FROM stock_level WHERE store_id = 'S01' AND product_id = 'S01-00004'"
_MOVED = (
    "SELECT cause, on_hand_milli FROM stock_movement "
    "WHERE store_id = 'S01' AND product_id = 'S01-00004' ORDER BY id DESC LIMIT 3"
)
_SUM = "SELECT sum(on_hand_milli) FROM stock_movement WHERE store_id = 'S01' AND product_id = 'S01-00004'"


def _set_quantity(stage: Stage, pieces: int) -> None:
    stage.window.do("touch_row", name="stock.rows", text="茉莉")
    stage.window.look("stock_line.value")
    stage.window.type(str(pieces))
    stage.window.keys("Return")
    stage.window.do("gone", name="stock_line.value")


def _receive(stage: Stage, code: str, pieces: int) -> None:
    window = stage.window
    window.touch("stock.begin.receive")
    window.scan(code)
    window.look("stock.summary", has="共 1")
    _set_quantity(stage, pieces)
    window.look("stock.summary", has=f"共 {pieces}")
    window.touch("stock.finish")
    window.look("stock.news", has="已收货")


def _receive_and_write_off_a_batch(stage: Stage, on_hand: int) -> None:
    """Four come with a code that says batch and date; they are on the list of what expires, and go by it."""
    window = stage.window
    [(day,)] = ask_books(stage, "SELECT date('now', '+4 days')")
    expires = str(day)
    _receive(stage, f"010{JASMINE}17{expires[2:].replace('-', '')}10B7", 4)
    window.look("stock.figure.0", has=str(on_hand + 4))
    window.touch("stock.list.expiring")
    window.do("touch_row", name="stock.rows", text="茉莉")
    window.look("stock.batch", has=f"{expires} · B7")
    window.touch("stock.write_off")
    window.look("stock.summary", has="共 4")
    window.touch("stock.waste.sample", "stock.finish")
    window.look("stock.news", has="已报损")
    window.do("gone", name="stock.write_off")
    window.touch("stock.list.products")
    window.scan(JASMINE)
    window.look("stock.figure.0", has=str(on_hand))


def test_goods_that_came_were_wasted_and_counted_offline_are_the_same_on_both_sides(counter: Stage) -> None:
    window = counter.window
    [(on_hand_milli,)] = ask_books(counter, _ON_HAND)
    before = int(str(on_hand_milli)) // 1000
    assert before >= 6
    change_hands(window, "S01-M1")
    online = window.look("status_capability")
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.look("status_capability", lacks=online)

    window.keys("Alt+S")
    window.look("stock.search")
    window.scan(JASMINE)
    window.look("stock.figure.0", has=str(before))
    window.look("stock.elsewhere.note", has="连不上总部")
    _receive(counter, JASMINE, 3)
    window.look("stock.figure.0", has=str(before + 3))

    window.touch("stock.begin.waste")
    window.scan(JASMINE)
    window.look("stock.summary", has="共 1")
    window.touch("stock.waste.damaged", "stock.finish")
    window.look("stock.news", has="已报损")
    window.look("stock.figure.0", has=str(before + 2))

    _receive_and_write_off_a_batch(counter, before + 2)

    counted = (before + 2) // 2
    window.touch("stock.begin.count")
    window.touch("stock.field")
    window.type("A3\n")
    window.scan(JASMINE)
    window.look("stock.summary", has="共 1")
    _set_quantity(counter, counted)
    window.look("stock.summary", has=f"共 {counted}")
    window.touch("stock.finish")
    window.look("stock.count_on")
    window.do("touch_row", name="stock.rows", text="茉莉")
    window.touch("stock.reason.theft", "stock.finish")
    window.look("stock.news", has="盘点完成")
    window.look("stock.figure.0", has=str(counted))

    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    assert ask_books(counter, _ON_HAND) == ask_books(counter, _SUM) == [(counted * 1000,)]
    assert ask_books(counter, _MOVED) == [
        ("count", (counted - before - 2) * 1000),
        ("waste", -4_000),
        ("receipt", 4_000),
    ]
    batch = (
        "SELECT cause, sum(on_hand_milli) FROM stock_movement WHERE batch = 'B7' GROUP BY cause ORDER BY 1"
    )
    assert ask_books(counter, batch) == [("receipt", 4_000), ("waste", -4_000)]
    assert ask_books(counter, "SELECT kind FROM entry_exception") == []
    window.look("status_capability", has=online)
    window.look("stock.figure.0", has=str(counted))
