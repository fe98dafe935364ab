"""What the Pay screen needs to draw itself."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class PayLook:
    """Theme, figures, sentences and keys; ``campaign_name`` calls a rule in the language in use."""

    theme: Theme
    formats: Formats
    say: Sayings
    keymap: KeyMap
    campaign_name: Callable[[str], str]
