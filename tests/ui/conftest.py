"""What tests of the till's face share."""

import gc
import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from pos_app.ui.app import Face, make_application

_TESTS = itertools.count(1)
_ALL_EVERY = 50


class FaceFactory:
    """Gives the application a language and a theme."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._faces: list[Face] = []

    def __call__(self, lang: str = "zh-Hans", theme: str = "light", *, text_scale: float = 1.0) -> Face:
        """Return the face of the application in ``lang`` and ``theme``."""
        self.undo()
        face = make_application([], lang, theme=theme, text_scale=text_scale)
        self._faces.append(face)
        return face

    def undo(self) -> None:
        """Take languages and stylesheet off again."""
        while self._faces:
            self._faces.pop().language.uninstall()
        self._app.setStyleSheet("")


def _end_widgets() -> None:
    """End what a test left without a parent, sheets that nobody opened: later tests style them anew."""
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _there_is_an_application(qapp: QApplication) -> None:
    """Qt knows fonts and colours of an application only; without one it ends the process.

    Tests come in any order, so each of them may be the first.
    """
    assert qapp is QApplication.instance()


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_the_ui_thread() -> Iterator[None]:
    """As in the product: see ``UiThreadCollector``.

    What the test closed goes first: Qt itself destroys it only in a later event loop, and until then the
    connections of a window keep everything behind it. Only what the test made is looked through: all that a
    process of tests holds takes a second or two. What others left goes with every fiftieth.
    """
    gc.disable()
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.unfreeze()
    if next(_TESTS) % _ALL_EVERY == 0:
        gc.collect()


@pytest.fixture
def make_face(qapp: QApplication) -> Iterator[FaceFactory]:
    factory = FaceFactory(qapp)
    yield factory
    _end_widgets()
    factory.undo()
