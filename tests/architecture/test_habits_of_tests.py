"""The fixtures that watch every test do see what they watch for: each is tried in a run of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT


def _run(folder: Path, text: str, *arguments: str) -> str:
    """Run ``text`` as a test file with the project's own settings and fixtures; return what pytest prints."""
    (folder / "test_planted.py").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        str(ROOT / "pyproject.toml"),
    ]
    plugins = ["-p", "tests.log_fail", "-p", "tests.selection", "--rootdir", str(folder)]
    ended = subprocess.run(
        [*command, *plugins, *arguments, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return ended.stdout + ended.stderr


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("logging.getLogger('till').error('lost')", "till: lost"),
        ("logging.getLogger('till').warning('%d', 'x')", "TypeError: %d format"),
        ("qWarning('QPainter is not active')", "QPainter is not active"),
        ("warnings.warn('old', DeprecationWarning)", "DeprecationWarning: old"),
        ("socket.create_connection(('192.0.2.1', 9), timeout=1)", "SocketConnectBlockedError"),
    ],
)
def test_what_goes_wrong_quietly_fails_the_test(tmp_path: Path, body: str, expected: str) -> None:
    text = f"import logging, socket, warnings\nfrom PySide6.QtCore import qWarning\ndef test_it(): {body}\n"
    said = _run(tmp_path, text)
    assert expected in said
    assert "1 passed\n" not in said


def test_a_test_that_reads_the_log_may_expect_an_error_there(tmp_path: Path) -> None:
    text = "import logging\ndef test_it(caplog): logging.error('seen'); assert 'seen' in caplog.text\n"
    assert "1 passed" in _run(tmp_path, text)


@pytest.mark.parametrize("parallel", [(), ("-n", "2")])
def test_what_cannot_run_here_is_counted_with_its_reason(tmp_path: Path, parallel: tuple[str, ...]) -> None:
    mark = "@pytest.mark.needs_root_or_platform('elsewhere', reason='mounts a disk')"
    text = f"import pytest\n{mark}\ndef test_it(): assert False\ndef test_other(): pass\n"
    said = _run(tmp_path, text, *parallel)
    assert "deselected 1: needs elsewhere: mounts a disk" in said
    assert "1 passed" in said


def test_a_run_that_tests_one_database_more_than_the_other_fails(tmp_path: Path) -> None:
    mark = "@pytest.mark.parametrize('database_url', ['sqlite'])"
    said = _run(tmp_path, f"import pytest\n{mark}\ndef test_it(database_url): pass\n")
    assert "server tests: 1 on sqlite, 0 on postgresql - NOT the same" in said
