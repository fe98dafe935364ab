"""How far a store is, said the same way on every screen."""

from datetime import UTC

import pytest

from pos_app.ui.distances import distance_text
from pos_app.ui.format import Formats


@pytest.mark.parametrize(
    ("metres", "figure"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1.0"),
        (1_049, "1.0"),
        (1_050, "1.1"),
        (9_949, "9.9"),
        (9_950, "10"),
        (10_499, "10"),
        (10_550, "11"),
        (41_200, "41"),
        (1_234_000, "1,234"),
    ],
)
def test_near_ones_by_the_metre_far_ones_by_the_kilometre(metres: int, figure: str) -> None:
    text = distance_text(metres, Formats(lambda: "en", UTC))
    assert text.split()[0] == figure
    assert text != distance_text(metres + 5_000, Formats(lambda: "en", UTC))
