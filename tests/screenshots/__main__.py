"""``python -m tests.screenshots``: a demo chain, its till in every face, ``var/screenshots/*.png``."""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from pos_app.bootstrap.start import Start
from pos_app.bootstrap.window import RunningTill
from pos_app.demo.chain import DemoFolder, enrol, open_server, prepare
from pos_app.ui.app import Face, make_application
from pos_app.ui.i18n import LANGUAGES, LanguageName
from pos_app.ui.theme.tokens import THEME_NAMES

OUT = Path("var/screenshots")
SIZE = QSize(1366, 768)
COLUMNS = 3
_SMALL = ("--days", "3", "--products", "200")
_GAP = 16
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_PATIENCE_S = 60.0


class Photographer:
    """Leads a running till from screen to screen and takes its picture."""

    def __init__(self, till: RunningTill, facts: Mapping[str, Any]) -> None:
        self._window = till.window
        self._facts = facts
        self._taken: list[QImage] = []
        self._sold = 0
        self._window.resize(SIZE)

    def walk(self) -> list[QImage]:
        """Return a picture of every screen, in the order of a day."""
        self._taken = []
        self._sign_in()
        self._sell_and_pay()
        self._office()
        return self._taken

    def _sign_in(self) -> None:
        window = self._window
        window.navigate("sign_in")
        self._until(lambda: bool(self._named("sign_in.staff.")))
        self._take()
        manager = next(
            each for each in self._facts["staff"] if each["store_id"] == "S01" and each["role"] == "manager"
        )
        self._press(f"sign_in.staff.{manager['staff_id']}")
        self._take()
        window.take_scan(manager["badge"])
        self._until(lambda: window.current != "sign_in")
        if window.current == "sell":
            # A shift is open since the first walk; its screen is shown all the same.
            window.navigate("open_shift")
        for key in ("5", "0", "0"):
            self._press(f"open_shift.key_{key}")
        self._take()
        self._press("open_shift.open")
        self._until(lambda: window.current == "sell" or self._text("open_shift.message") != "")
        window.navigate("sell")

    def _sell_and_pay(self) -> None:
        window = self._window
        self._until(lambda: bool(self._named("sell.tile.S01")))
        self._take()
        goods = self._facts["stores"][0]["products"]
        for product in (goods[0], goods[2], goods[2], goods[7], goods[11]):
            window.take_scan(product["barcode"])
            self._settle()
        self._take()
        window.trigger("pay")
        self._take()
        self._press("pay.quick.0")
        self._take()
        self._press("pay.finish")
        self._until(
            lambda: not self._button("pay.exact").isEnabled() and self._button("pay.finish").isEnabled()
        )
        self._take()
        self._press("pay.finish")
        self._take_back()

    def _take_back(self) -> None:
        """Show the ways goods come back; each walk has sold one more receipt, and pays no refund."""
        window = self._window
        self._sold += 1
        window.navigate("returns")
        self._take()
        window.trigger("loose_return")
        self._take()
        window.trigger("back")
        window.navigate("returns")
        line = window.findChild(QLineEdit, "returns.search_line")
        assert isinstance(line, QLineEdit)
        line.setText(str(self._sold))
        line.returnPressed.emit()
        self._until(lambda: self._button("returns.all").isEnabled())
        self._press("returns.all")
        self._press("returns.reason.changed_mind")
        self._until(lambda: self._button("returns.confirm").isEnabled())
        self._take()
        self._press("returns.confirm")
        self._take()
        window.trigger("pay")
        self._take()
        window.navigate("sell")
        window.trigger("undo")
        self._settle()

    def _office(self) -> None:
        for name in ("pickup", "health", "close_shift", "report"):
            try:
                self._window.navigate(name)
            except KeyError:
                continue
            self._settle()
            self._take()
        self._window.navigate("sell")

    def _take(self) -> None:
        self._settle()
        self._taken.append(self._window.grab().toImage())

    def _press(self, name: str) -> None:
        self._button(name).click()
        self._settle()

    def _button(self, name: str) -> QAbstractButton:
        found = self._window.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton), name
        return found

    def _named(self, prefix: str) -> list[str]:
        names = (each.objectName() for each in self._window.findChildren(QWidget))
        return [name for name in names if name.startswith(prefix)]

    def _text(self, name: str) -> str:
        found = self._window.findChild(QWidget, name)
        return str(found.property("text") or "") if found is not None else ""

    def _settle(self) -> None:
        ends = time.monotonic() + 0.4
        while time.monotonic() < ends:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def _until(self, holds: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE_S
        while not holds():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if time.monotonic() > ends:
                raise TimeoutError(f"stuck on {self._window.current}")


def contact_sheet(pictures: list[QImage]) -> QImage:
    """Return the pictures side by side, at half their size."""
    cell = SIZE / 2
    rows = -(-len(pictures) // COLUMNS)
    sheet = QImage(
        COLUMNS * (cell.width() + _GAP) + _GAP,
        rows * (cell.height() + _GAP) + _GAP,
        QImage.Format.Format_RGB32,
    )
    sheet.fill(0xFF808080)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, COLUMNS)
        corner = (_GAP + column * (cell.width() + _GAP), _GAP + row * (cell.height() + _GAP))
        painter.drawImage(*corner, picture.scaled(cell, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH))
    painter.end()
    return sheet


def main() -> None:
    """Make a small chain, open its till, and walk it once in every face."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    OUT.mkdir(parents=True, exist_ok=True)
    face = make_application(["screenshots"])
    with tempfile.TemporaryDirectory(prefix="loop-pos-shots-", ignore_cleanup_errors=True) as folder:
        chain = DemoFolder(Path(folder) / "demo")
        prepare(chain, say=_say, seed=_SMALL)
        with open_server(chain) as server:
            enrol(chain, server)
            start = Start(chain.till, key_file=chain.till / "demo.key", url=server.url, printer="null:")
            till = RunningTill(start, face)
            till.open()
            try:
                _walk_all(till, face, chain)
            finally:
                till.close()


def _walk_all(till: RunningTill, face: Face, chain: DemoFolder) -> None:
    photographer = Photographer(till, json.loads(chain.facts.read_text(encoding="utf-8")))
    for theme in THEME_NAMES:
        for language in LANGUAGES:
            _dress(face, language, theme)
            pictures = photographer.walk()
            folder = OUT / f"{language}_{theme}"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for number, picture in enumerate(pictures, start=1):
                picture.save(str(folder / f"{number:02d}.png"))
            file = OUT / f"{language}_{theme}.png"
            contact_sheet(pictures).save(str(file))
            _say(f"{file}: {len(pictures)} pictures")


def _dress(face: Face, language: LanguageName, theme: str) -> None:
    face.language.switch(language)
    face.theme.switch(face.app, theme)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
