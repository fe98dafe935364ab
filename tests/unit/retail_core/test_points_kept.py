"""Which points of a line stay when its goods come back."""

import pytest

from retail_core.points import points_kept


@pytest.mark.parametrize(("back_milli", "kept"), [(0, 13), (1_000, 6), (1_999, 0), (2_000, 0), (5_000, 0)])
def test_thirteen_points_of_two_pieces(back_milli: int, kept: int) -> None:
    assert points_kept(13, 2_000, back_milli=back_milli) == kept


def test_a_line_of_nothing_keeps_nothing() -> None:
    assert points_kept(13, 0, back_milli=0) == 0
