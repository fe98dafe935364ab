"""What goods cost when they are sold, and what of it comes back, as docs/rules/cost.md has it."""

import pytest

from retail_core.cost import line_cost, returned_cost


@pytest.mark.parametrize(
    ("unit_minor", "pieces_milli", "cost_minor"),
    [
        pytest.param(840, 2_000, 1_680, id="two-lattes"),
        pytest.param(735, 356, 262, id="weighed"),
        pytest.param(105, 24_000, 2_520, id="case"),
        pytest.param(0, 1_000, 0, id="free"),
        pytest.param(None, 1_000, None, id="not-known"),
    ],
)
def test_a_line_costs_its_pieces(unit_minor: int | None, pieces_milli: int, cost_minor: int | None) -> None:
    assert line_cost(unit_minor, pieces_milli) == cost_minor


def test_the_last_piece_takes_the_residual() -> None:
    shares = [returned_cost(100, 3_000, before_milli=before, now_milli=1_000) for before in (0, 1_000, 2_000)]

    assert shares == [33, 34, 33]


def test_what_is_not_known_does_not_come_back_as_nothing() -> None:
    assert returned_cost(None, 3_000, before_milli=0, now_milli=1_000) is None
