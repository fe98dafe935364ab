"""The report of the fault runs says what is wrong, and a canary that nobody noticed is wrong too."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import families, report
from tests.faults.__main__ import main
from tests.faults.families import FAMILIES, family
from tests.faults.report import Finding

WELL = Finding(
    protection="A sale is durable before the screen says so.",
    did="12 kills",
    seed=7,
    wrong=[],
    canary="a/b.py:9",
    canary_did="4 kills",
    canary_wrong=["lost s-1"],
    figures={"restart": "0.9 s"},
)
BLIND = replace(WELL, canary_wrong=[])
BROKEN = replace(WELL, wrong=["lost s-2"])


def test_well_is_nothing_wrong_and_a_canary_that_was_noticed() -> None:
    assert WELL.is_well
    assert not BLIND.is_well
    assert not BROKEN.is_well
    assert replace(BLIND, canary="").is_well


def test_the_table_says_protection_canary_seed_and_outcome(tmp_path: Path) -> None:
    text = report.write({"kills": [WELL]}, folder=tmp_path)
    for said in (
        WELL.protection,
        "12 kills (seed 7)",
        "nothing wrong",
        "a/b.py:9",
        "lost s-1",
        "restart: 0.9 s",
    ):
        assert said in text
    assert "NOT" not in text


@pytest.mark.parametrize(("finding", "said"), [(BLIND, "NOT NOTICED"), (BROKEN, "lost s-2")])
def test_the_table_says_what_is_not_as_it_should_be(tmp_path: Path, finding: Finding, said: str) -> None:
    text = report.write({"kills": [finding]}, folder=tmp_path)
    assert said in text
    assert "NOT as it should be" in text


def test_a_family_that_did_not_run_keeps_its_rows(tmp_path: Path) -> None:
    report.write({"kills": [WELL], "wire": [WELL]}, folder=tmp_path)
    text = report.write({"wire": [BROKEN]}, folder=tmp_path)
    assert text.count("as it should be") == 2
    assert text.count("NOT as it should be") == 1


@pytest.mark.parametrize(("finding", "code"), [(WELL, 0), (BLIND, 1), (BROKEN, 1)])
def test_the_run_ends_badly_when_something_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, finding: Finding, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tests.faults.test_report.full", lambda: iter([finding]), raising=False)
    monkeypatch.setitem(families.FAMILIES, "planted", "tests.faults.test_report")
    assert main(["planted"]) == code
    assert (tmp_path / report.OUT / "report.txt").exists()


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in (*FAMILIES, "none")])
def test_every_family_has_a_full_setting(name: str) -> None:
    if name == "none":
        with pytest.raises(LookupError, match="no family none"):
            family(name)
    else:
        assert callable(family(name).full)
