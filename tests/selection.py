"""What is deselected on this machine, and whether both databases ran the same tests: both are printed."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

MARKER = "needs_root_or_platform"
DESELECTED = pytest.StashKey[Counter[str]]()
NOTHING: Counter[str] = Counter()
DATABASES = ("sqlite", "postgresql")


def _has(need: str) -> bool:
    """Return whether this run is root's, may mount images, has libfiu, a browser, or that platform."""
    if need == "root":
        return hasattr(os, "geteuid") and os.geteuid() == 0
    if need == "loop devices":
        return _has("root") and _can_mount()
    if need == "libfiu":
        return Path("/usr/lib/fiu/fiu_posix_preload.so").exists()
    if need == "chromium":
        return all(map(shutil.which, ("chromium", "chromedriver")))
    return sys.platform == need


@cache
def _can_mount() -> bool:
    """Return whether this machine lets root put a file system into a file and mount it."""
    if not all(map(shutil.which, ("mkfs.ext4", "mount", "losetup"))):
        return False
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "probe.img"
        with image.open("wb") as file:
            file.truncate(1024 * 1024)
        made = subprocess.run(["mkfs.ext4", "-q", str(image)], capture_output=True, check=False)
        place = Path(folder) / "probe"
        place.mkdir()
        put = subprocess.run(
            ["mount", "-o", "loop", str(image), str(place)], capture_output=True, check=False
        )
        if put.returncode == 0:
            subprocess.run(["umount", str(place)], capture_output=True, check=True)
        return made.returncode == put.returncode == 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what cannot run here."""
    reasons: Counter[str] = Counter()
    gone: list[pytest.Item] = []
    for item in items:
        for mark in item.iter_markers(MARKER):
            need, reason = str(mark.args[0]), str(mark.kwargs["reason"])
            if not _has(need):
                reasons[f"needs {need}: {reason}"] += 1
                gone.append(item)
                break
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in gone]
    config.stash[DESELECTED] = reasons


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send a worker's reasons to the process that prints; there, fail a run that tested one database more."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        mine: Counter[str] = session.config.stash.get(DESELECTED, NOTHING)
        output["loop_deselected"] = dict(mine)
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or session.config.getoption("keyword") or session.exitstatus != pytest.ExitCode.OK:
        return
    counts = database_counts([report.nodeid for report in _calls(reporter)])
    if counts[DATABASES[0]] != counts[DATABASES[1]]:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


class _FromWorkers:
    """Takes what the workers of a parallel run send; each of them has collected the same tests."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        """Keep the reasons of a worker that is done."""
        sent = getattr(node, "workeroutput", {}).get("loop_deselected")
        if sent is not None:
            self._config.stash[DESELECTED] = Counter(sent)


def pytest_configure(config: pytest.Config) -> None:
    """Listen to the workers."""
    config.pluginmanager.register(_FromWorkers(config))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the reasons with their numbers, and how many tests each database had."""
    reasons: Counter[str] = config.stash.get(DESELECTED, NOTHING)
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"deselected {number}: {reason}")
    counts = database_counts([report.nodeid for report in _calls(terminalreporter)])
    if counts:
        listed = ", ".join(f"{counts[name]} on {name}" for name in DATABASES)
        same = counts[DATABASES[0]] == counts[DATABASES[1]]
        terminalreporter.write_line(f"server tests: {listed}{'' if same else ' - NOT the same'}")


def _calls(terminalreporter: pytest.TerminalReporter) -> list[pytest.TestReport]:
    """Return one report per test that ran, passed or not."""
    reports = [report for name in ("passed", "failed") for report in terminalreporter.getreports(name)]
    return [report for report in reports if isinstance(report, pytest.TestReport) and report.when == "call"]


def database_counts(node_ids: list[str]) -> Counter[str]:
    """Count the tests of each database by the parameter in their ids."""
    counts: Counter[str] = Counter()
    for node_id in node_ids:
        parameters = node_id.rpartition("[")[2].rstrip("]").split("-")
        counts.update(name for name in DATABASES if name in parameters)
    return counts
