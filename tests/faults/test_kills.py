"""The short setting of the kills, and without each protection the same check fails."""

from pathlib import Path

import pytest

from tests.faults.kills import CANARIES, Setting, canary, run


def test_what_was_said_to_be_paid_outlives_ninety_kills(tmp_path: Path) -> None:
    verdict = run(tmp_path / "shop", Setting(kills=90, tills=2, seed=11))
    assert verdict.wrong == []
    assert verdict.course.total == 90
    # Most lives end in a sale, so how many are paid before depends on the machine; some always are.
    assert verdict.course.paid > 20


def test_what_a_window_showed_as_paid_outlives_ten_kills(tmp_path: Path) -> None:
    verdict = run(tmp_path / "shop", Setting(kills=1, windows=10, seed=12))
    assert verdict.wrong == []
    assert verdict.windows.total == 10


@pytest.mark.parametrize(("name", "at_till", "at_server"), CANARIES, ids=[row[0] for row in CANARIES])
def test_without_its_protection_the_check_fails(
    tmp_path: Path, name: str, at_till: tuple[str, ...], at_server: tuple[str, ...]
) -> None:
    verdict = canary(tmp_path, Setting(kills=10, seed=13, at_till=at_till, at_server=at_server))
    assert verdict.wrong, f"{name}: nothing was noticed in {verdict.course.total} kills"
