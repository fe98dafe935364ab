"""The environment is rebuilt when it is broken and left alone while nothing changed."""

import json
from pathlib import Path

from installer.environment import INPUTS, STAMP, Environment


def _project(root: Path) -> Environment:
    """Make a folder with all that an environment is made from, and an environment that looks finished."""
    for name in INPUTS:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("as it was", encoding="utf-8")
    environment = Environment(root)
    environment.programs.mkdir(parents=True)
    environment.python.touch()
    (environment.folder / "pyvenv.cfg").write_text("version = 3.11.2", encoding="utf-8")
    environment.remember({"run"})
    return environment


def test_a_finished_environment_is_ready_for_what_it_was_made_for(tmp_path: Path) -> None:
    assert _project(tmp_path).done() == {"run"}


def test_a_changed_lock_makes_it_unfinished(tmp_path: Path) -> None:
    environment = _project(tmp_path)
    (tmp_path / "requirements" / "dev.txt").write_text("newer", encoding="utf-8")
    assert environment.done() == set()


def test_a_lost_interpreter_makes_it_unfinished(tmp_path: Path) -> None:
    environment = _project(tmp_path)
    environment.python.unlink()
    assert environment.done() == set()


def test_a_damaged_stamp_makes_it_unfinished(tmp_path: Path) -> None:
    environment = _project(tmp_path)
    (environment.folder / STAMP).write_text("{", encoding="utf-8")
    assert environment.done() == set()


def test_a_folder_without_a_working_interpreter_is_half_made(tmp_path: Path) -> None:
    assert _project(tmp_path).is_whole() is False


def test_a_copied_project_is_set_up_anew(tmp_path: Path) -> None:
    environment = _project(tmp_path / "here")
    stamp = json.loads((environment.folder / STAMP).read_text(encoding="utf-8"))
    copy = _project(tmp_path / "there")
    (copy.folder / STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    assert copy.done() == set()
