"""What the Sell screen needs to draw itself."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.ui.format import Formats
from pos_app.ui.i18n import LanguageName
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.notice import After


@dataclass(frozen=True, slots=True)
class SellLook:
    """Theme, figures, language, keys and timers; bootstrap passes them in."""

    theme: Theme
    formats: Formats
    language: Callable[[], LanguageName]
    keymap: KeyMap
    timers: After
