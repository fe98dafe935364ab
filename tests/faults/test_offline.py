"""The short setting of three days without a server."""

from pathlib import Path

from tests.faults.offline import run

SALES = 120


def test_three_days_without_a_server_reach_it_once(tmp_path: Path) -> None:
    stretch = run(tmp_path / "shop", sales=SALES)
    assert stretch.wrong == []
    assert stretch.paid == SALES
    assert stretch.waiting >= SALES


def test_a_till_that_believes_it_has_sent_is_noticed(tmp_path: Path) -> None:
    stretch = run(tmp_path / "shop", sales=5, at_till=("acknowledged_without_answer",))
    assert any("lost" in text for text in stretch.wrong)
