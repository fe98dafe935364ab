"""Makes the Qt application: style, fonts, language, theme; imports nothing slow, for the first picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication

from pos_app.ui.i18n import Language, language_name
from pos_app.ui.tasks import QtTimers, UiThreadCollector
from pos_app.ui.theme.theme import Theme


class ElapsedClock:
    """A clock for durations, for windows that run without the till's services (the gallery)."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()
        self._timer.start()

    def mono_ms(self) -> int:
        """Return the milliseconds since this clock was made."""
        return self._timer.elapsed()


@dataclass(frozen=True, slots=True)
class Face:
    """What every screen needs to draw itself: bootstrap passes it on."""

    app: QApplication
    language: Language
    theme: Theme


def make_application(
    argv: Sequence[str], lang: str = "zh-Hans", *, theme: str = "light", text_scale: float = 1.0
) -> Face:
    """Return the application, its language and its theme, ready for the first window.

    Raises:
        ValueError: Unknown language or theme.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(list(argv))
        UiThreadCollector(QtTimers(app))
    app.setApplicationName("loop-pos")
    app.setApplicationDisplayName("Loop POS")
    face = Face(app, Language(app, language_name(lang)), Theme(theme, text_scale=text_scale))
    face.theme.apply(app)
    return face
