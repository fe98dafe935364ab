"""What the Returns screen needs to draw itself."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class ReturnsLook:
    """Theme, figures, keys, sentences; ``language`` is the one in use, for the names of goods."""

    theme: Theme
    formats: Formats
    keymap: KeyMap
    say: Sayings
    language: Callable[[], str]
