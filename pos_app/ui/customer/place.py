"""Where the customer's window stands: on a second screen, or where an option says."""

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

DisplayMode = Literal["auto", "window", "off"]
MODES: tuple[DisplayMode, ...] = ("auto", "window", "off")


class AnyScreen(Protocol):
    """What is asked of a screen."""

    def name(self) -> str:
        """Return what it is called."""
        ...

    def geometry(self) -> QRect:
        """Return its place among all screens, in pixels of windows."""
        ...


class CustomerPlace:
    """Shows the window on a second screen while there is one; the till's own window stays where it is."""

    def __init__(
        self,
        window: QWidget,
        till: QWidget,
        *,
        mode: DisplayMode,
        screens: Callable[[], Sequence[AnyScreen]],
    ) -> None:
        """Keep who asks.

        Args:
            window: The customer's.
            till: The till's own, which keeps its screen and the keyboard.
            mode: ``auto`` for a second screen only, ``window`` for a window beside the till's as well.
            screens: All that there are now.
        """
        self._window = window
        self._till = till
        self._mode = mode
        self._screens = screens

    def settle(self, _changed: object = None) -> None:
        """Look at the screens again: one came, or went."""
        own = self._till.screen().name()
        others = [screen for screen in self._screens() if screen.name() != own]
        if self._mode == "off" or (self._mode == "auto" and not others):
            self._window.hide()
            return
        has_keyboard = self._till.isActiveWindow()
        if others:
            self._window.setGeometry(others[0].geometry())
        # Not showFullScreen: that asks for the keyboard, too.
        state = Qt.WindowState.WindowFullScreen if others else Qt.WindowState.WindowNoState
        self._window.setWindowState(state)
        self._window.show()
        if has_keyboard and not self._till.isActiveWindow():
            self._till.activateWindow()
