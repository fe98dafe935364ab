"""What Debian lacks is installed with root's rights, and without them the one line to type is printed."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from installer import debian
from installer.steps import SetupError

APT = "apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300"

pytestmark = pytest.mark.needs_root_or_platform("linux", reason="apt is Linux")


def _fake(folder: Path, name: str, lines: Sequence[str]) -> None:
    """Put a program of this name into ``folder`` that notes its call and then does ``lines``."""
    program = folder / name
    text = ["#!/bin/sh", f'echo "{name} $*" >> {folder}/calls', *lines]
    program.write_text("\n".join(text) + "\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Debian with libgl1 and the renamed libglib only, whose apt does nothing but note its calls."""
    installed = ["libgl1 installed", "libglib2.0-0t64 installed", "libegl1 config-files"]
    _fake(tmp_path, "dpkg-query", [f"echo '{line}'" for line in installed])
    _fake(tmp_path, "apt-get", [])
    _fake(tmp_path, "apt-cache", ["exit 100"])
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def _calls(machine: Path) -> list[str]:
    lines = (machine / "calls").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith(("apt-get", "sudo"))]


@pytest.mark.usefixtures("machine")
def test_only_what_is_not_fully_installed_is_missing() -> None:
    assert debian.missing(["libgl1", "libegl1", "libglib2.0-0", "git"]) == ["libegl1", "git"]


def test_root_installs_what_is_missing_after_one_update(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    debian.install(["libgl1", "libegl1"], root=machine)
    assert capsys.readouterr().out == "Installing 1 system packages: libegl1\n"
    assert _calls(machine) == [
        f"{APT} update",
        f"{APT} install -y --no-install-recommends libegl1",
    ]


def test_nothing_is_said_or_done_when_nothing_is_missing(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.install(["libgl1"], root=machine)
    assert capsys.readouterr().out == ""
    assert _calls(machine) == []


def test_without_rights_the_line_to_type_is_the_error(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(machine, "sudo", ["exit 1"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupError) as caught:
        debian.install(["libgl1", "libegl1", "git"], root=machine)
    assert str(caught.value).splitlines()[1] == "apt-get install -y --no-install-recommends libegl1 git"
    assert caught.value.exit_code == 2
    assert _calls(machine) == ["sudo -n true"]


def test_another_system_is_not_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert debian.is_debian() is False


def test_what_only_some_tests_use_stops_no_set_up(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fake(machine, "sudo", ["exit 1"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.install_if_possible(["libegl1"], root=machine)
    assert capsys.readouterr().out.startswith("Going on without libegl1: System packages are missing.")
