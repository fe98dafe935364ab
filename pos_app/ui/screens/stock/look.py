"""What the Stock screen needs to draw itself."""

from dataclasses import dataclass

from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.stock.words import StockWords
from pos_app.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class StockLook:
    """Theme, figures, sentences, and the screen's own words."""

    theme: Theme
    formats: Formats
    say: Sayings
    words: StockWords
