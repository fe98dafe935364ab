"""What a screen and the window around it are to each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from pos_app.ui.widgets.buttons import Tone
from pos_app.ui.widgets.notice import NoticeKind
from pos_app.ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do on a screen; its key comes from the key map by ``code``.

    ``label`` is translated already. An action without a place on the bar still has its key.
    """

    code: str
    handler: Callable[[], None]
    label: str = ""
    enabled: bool = True
    on_bar: bool = True
    count: int | None = None
    tone: Tone = "plain"


class Screen(Protocol):
    """One place of the till; bootstrap gives it to the window, it knows no other screen.

    A screen holds its picture in ``widget`` and is no QWidget itself: those have ``actions`` and ``render``
    of their own.
    """

    @property
    def name(self) -> str:
        """``sell``, ``pay`` and so on; what ``navigate`` takes."""
        ...

    @property
    def widget(self) -> QWidget:
        """The picture of the screen."""
        ...

    def current_actions(self) -> Sequence[Action]:
        """Return what can be done now, in the order of the bar."""
        ...

    def enter(self) -> None:
        """Become visible."""
        ...

    def leave(self) -> None:
        """Stop being visible."""
        ...

    def on_scan(self, text: str) -> bool:
        """Take a scan; False leaves it to the window's owner."""
        ...


class Shell(Protocol):
    """What a screen may ask of the window."""

    def navigate(self, name: str) -> None:
        """Show another screen."""
        ...

    def refresh_actions(self) -> None:
        """Ask the current screen for its actions again."""
        ...

    def notify(
        self, kind: NoticeKind, text: str, *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show a message in place."""
        ...

    def dismiss_notice(self) -> None:
        """Hide the message."""
        ...

    def open_sheet(self, sheet: Sheet) -> None:
        """Slide a panel over the screen; scans and Escape go to it."""
        ...

    def stack_sheet(self, sheet: Sheet) -> None:
        """Slide a panel over the one that is open, which stays as it is until this one closes."""
        ...

    def close_sheet(self) -> None:
        """Close the panel, if one is open; of several that on top."""
        ...
