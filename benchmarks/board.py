"""The pickup board with 500 open orders in the till's own window, offscreen. A process of its own.

Each step is measured until its column was painted. Prints one JSON line with times in seconds.
"""

import hashlib
import json
import os
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from benchmarks.counter import Counter
from benchmarks.painting import Painted, settle
from benchmarks.shop import make_till, open_data
from pos_app.bootstrap.system import SystemClock
from pos_app.ui.widgets.board import BoardCard
from tests.till_shop import order_doc, store_page

ORDERS = 500
PRODUCTS = 2_000
_STATES = ("placed", "placed", "picking", "ready")
_WHEEL = 120
_SCROLLS = 300
_OPENED = 20
_FILTERED = 20
_MINUTE_MS = 60_000
_NAMES = ("王**", "李**", "张**", "陈**", "林**")
_FULL_COLUMN = "new"


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-", ignore_cleanup_errors=True) as folder:
        till = Path(folder)
        make_till(till, PRODUCTS)
        _place(till, range(ORDERS))
        counter = Counter(till)
        try:
            print(json.dumps(_times(counter)))
        finally:
            counter.till.close()


def _place(folder: Path, numbers: range) -> None:
    data, now_ms = open_data(folder), SystemClock().now_ms()
    try:
        docs = [
            ("order", str(doc["order_id"]), doc) for doc in (_order(number, now_ms) for number in numbers)
        ]
        data.feed_sink.apply_store_page(store_page(*docs, next_cursor="s2"), now_ms=now_ms)
    finally:
        data.close()


def _order(number: int, now_ms: int) -> dict[str, object]:
    lines = [
        {
            "line_id": str(place),
            "product_id": f"P{number + place}",
            "name": f"商品 {number + place}",
            "qty_milli": 1000 * (1 + place % 3),
            "total_minor": 1_500,
            "min_age": 0,
        }
        for place in range(1 + number % 6)
    ]
    return order_doc(
        _STATES[number % len(_STATES)],
        order_id=f"{number + 1:016x}",
        number=f"A{number:03}",
        masked_name=_NAMES[number % len(_NAMES)],
        phone_last4=_digits(number),
        lines=lines,
        total_minor=1_500 * len(lines),
        placed_ms=now_ms - 5 * _MINUTE_MS,
        promised_ms=now_ms + (number % 90) * _MINUTE_MS,
        secret_sha256=hashlib.sha256(str(number).encode()).hexdigest(),
    )


def _digits(number: int) -> str:
    return f"{number * 7919 % 10_000:04}"


def _times(counter: Counter) -> dict[str, list[float]]:
    area = counter.part(f"pickup.column.{_FULL_COLUMN}").findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    column = Painted(area.viewport())
    opened = []
    for _ in range(_OPENED):
        settle()
        opened.append(column.after(lambda: counter.window.navigate("pickup")))
        counter.window.navigate("sell")
    counter.window.navigate("pickup")
    settle()
    scrolled = []
    for _ in range(_SCROLLS):
        settle()
        scrolled.append(column.after(lambda: _turn_wheel(area)))
    assert area.verticalScrollBar().value() > 0
    return {"open": opened, "scroll": scrolled, "filter": _filter_times(counter)}


def _filter_times(counter: Counter) -> list[float]:
    """Type the digits of phone numbers; the box is watched, because box and board change in one frame."""
    search = counter.part("pickup.search_line")
    search.setFocus()
    settle()
    painted = Painted(search)
    times = []
    for number in range(_FILTERED):
        for digit in _digits(number * len(_STATES)):
            settle()
            times.append(painted.after(partial(counter.type_key, digit)))
        shown = counter.window.findChildren(BoardCard)
        assert 0 < sum(card.isVisible() for card in shown) < ORDERS // 10
        for _ in range(4):
            settle()
            times.append(painted.after(partial(QTest.keyClick, search, Qt.Key.Key_Backspace)))
    return times


def _turn_wheel(area: QScrollArea) -> None:
    where = QPointF(area.viewport().rect().center())
    event = QWheelEvent(
        where,
        QPointF(area.viewport().mapToGlobal(where.toPoint())),
        QPoint(0, 0),
        QPoint(0, -_WHEEL),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), event)


if __name__ == "__main__":
    main()
