"""The till's own window, offscreen: scan to painted line, key to painted list. A process of its own.

``python -m benchmarks.counter FOLDER PRODUCTS`` prints one JSON line with the times in seconds.
"""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from benchmarks.goods import Good, goods
from benchmarks.painting import Painted, press, settle, wait_for
from benchmarks.shop import key_file
from pos_app.bootstrap.start import Start
from pos_app.bootstrap.window import RunningTill
from pos_app.ui.app import make_application
from pos_app.ui.shell.main_window import MainWindow

SCANS = 200
SEARCHES = 40
_SEED = 20_261_122
_SCAN_GAP_MS = 4
_TYPING_GAP_MS = 180


class Counter:
    """A till on which somebody signed in and opened a shift."""

    def __init__(self, folder: Path, *, url: str = "") -> None:
        face = make_application(["bench"])
        start = Start(folder, key_file=key_file(folder), printer="null:", url=url)
        self.till = RunningTill(start, face)
        self.window: MainWindow = self.till.window
        self.till.open()
        self.window.activateWindow()
        settle()
        self._now_ms = time.monotonic_ns() // 1_000_000
        self._sign_in()

    def part(self, name: str) -> QWidget:
        """Return the widget called ``name``."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def view(self, name: str) -> QAbstractItemView:
        """Return the list called ``name``."""
        found = self.part(name)
        view = found if isinstance(found, QAbstractItemView) else found.findChild(QAbstractItemView)
        assert isinstance(view, QAbstractItemView), name
        return view

    def type_key(self, character: str) -> None:
        """Press a key as a person does."""
        self._now_ms += _TYPING_GAP_MS
        press(ord(character.upper()), character, self._now_ms)

    def scan_but_for_the_last_key(self, code: str) -> None:
        """Send a burst without its end."""
        self._now_ms += 1_000
        for character in code:
            self._now_ms += _SCAN_GAP_MS
            press(ord(character), character, self._now_ms)

    def last_key(self) -> None:
        """End the burst."""
        self._now_ms += _SCAN_GAP_MS
        press(int(Qt.Key.Key_Return), "\r", self._now_ms)

    def _sign_in(self) -> None:
        window = self.window
        wait_for(lambda: window.findChild(QWidget, "sign_in.staff.li") is not None)
        QTest.mouseClick(self.part("sign_in.staff.li"), Qt.MouseButton.LeftButton)
        for digit in "1234":
            self.type_key(digit)
        QTest.mouseClick(self.part("sign_in.pin_keys_ok"), Qt.MouseButton.LeftButton)
        wait_for(lambda: window.current != "sign_in")
        if window.current == "open_shift":
            QTest.mouseClick(self.part("open_shift.open"), Qt.MouseButton.LeftButton)
        wait_for(lambda: window.current == "sell")
        settle()


def scan_times(counter: Counter, chosen: list[Good]) -> list[float]:
    """Return how long each line took from the last key of its burst until it was painted."""
    basket = counter.view("sell.basket")
    painted = Painted(basket.viewport())
    times = []
    for number, good in enumerate(chosen, start=1):
        settle()
        counter.scan_but_for_the_last_key(good.barcode)
        times.append(painted.after(counter.last_key))
        assert basket.model().rowCount() == number, good.barcode
    return times


def search_times(counter: Counter, chosen: list[Good]) -> list[float]:
    """Return how long each key of the initials took until the list was painted.

    Box and list change in one go, so Qt paints both in one frame; the box is watched, because a key that
    finds the same goods as the one before repaints no row.
    """
    counter.part("sell.search").setFocus()
    settle()
    found = counter.view("sell.results")
    painted = Painted(counter.part("sell.search_line"))
    times = []
    for good in chosen:
        for character in good.initials:
            settle()
            times.append(painted.after(lambda key=character: counter.type_key(key)))  # type: ignore[misc]  # bound now
        assert found.model().rowCount() > 0
        QTest.keyClick(counter.window.focusWidget(), Qt.Key.Key_Escape)
        wait_for(lambda: not found.isVisible())
    return times


def main(folder: Path, products: int) -> None:
    """Measure and print."""
    chance = random.Random(_SEED)
    all_goods = list(goods(products))
    counter = Counter(folder)
    try:
        settle()
        searched = search_times(counter, chance.sample(all_goods, SEARCHES))
        scanned = scan_times(counter, chance.sample(all_goods, SCANS))
    finally:
        counter.till.close()
    print(json.dumps({"scan": scanned, "search": searched}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
