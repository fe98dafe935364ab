"""Targets are named once, and a machine without a display is recognised."""

from pathlib import Path

import pytest

from installer.targets import TARGETS, has_display, run_target
from tests.architecture.source import ROOT


def test_an_unknown_target_is_used_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_target(["rum"], root=ROOT) == 2
    assert "make" not in capsys.readouterr().err


def test_asking_for_help_is_fine_and_lists_the_targets(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_target(["help"], root=ROOT) == 0
    assert "  run         a working demo shop" in capsys.readouterr().out


def test_a_part_that_does_not_exist_yet_is_said_and_not_pretended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_target(["bench"], root=tmp_path) == 2
    assert capsys.readouterr().err == "benchmarks is not part of this version yet.\n"


def test_make_knows_every_target() -> None:
    line = next(
        line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith("TARGETS :=")
    )
    assert set(line.removeprefix("TARGETS :=").split()) == {*TARGETS, "help"}


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_linux_can_be_without_a_display(
    platform: str, environ: dict[str, str], *, expected: bool
) -> None:
    assert has_display(platform, environ) is expected
