"""What each ``make`` target does."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.environment import Environment
from installer.steps import SetupError, call, say

USED_WRONGLY = 2


@dataclass(frozen=True, slots=True)
class _Target:
    """A target: its one line of help, and what it does."""

    help: str
    run: Callable[[Environment], int]


def run_target(arguments: Sequence[str], *, root: Path) -> int:
    """Run the one target that ``arguments`` names.

    Returns:
        The exit code: 0 fine, 1 found wrong, 2 used wrongly.
    """
    if len(arguments) != 1 or arguments[0] not in TARGETS:
        say("Usage: python3 installer/bootstrap.py TARGET\n")
        for name, target in TARGETS.items():
            say(f"  {name:<12}{target.help}")
        return 0 if list(arguments) in (["help"], ["--help"], ["-h"]) else USED_WRONGLY
    try:
        return TARGETS[arguments[0]].run(Environment(root))
    except SetupError as error:
        print(error, file=sys.stderr, flush=True)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Return whether a window can be opened: on Linux only where a display server is named."""
    if platform != "linux":
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _setup(environment: Environment) -> int:
    environment.ensure()
    return 0


def _run(environment: Environment) -> int:
    """Open the demo shop; without a display play the tour offscreen and say where its pictures are."""
    environment.ensure()
    demo = [str(environment.program("pos-app")), "demo"]
    if has_display(sys.platform, os.environ):
        return call([*demo, "--data-dir", str(environment.root / "var" / "demo")], cwd=environment.root)
    out = environment.root / "var" / "tour"
    say(f"There is no display here: the tour of a store's day is played offscreen; its pictures go to {out}")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = call([*demo, "--tour", "--out", str(out)], cwd=environment.root, env=env)
    say(
        f"The tour ended {'well' if code == 0 else 'badly'}: pictures, receipts and summary.json are in {out}"
    )
    return code


def _check(environment: Environment) -> int:
    """Run every check that needs no test run; all of them, so that one look shows everything."""
    environment.ensure()
    python = str(environment.python)
    checks = (
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [str(environment.program("lint-imports")), "--no-logo"],
    )
    failed = 0
    for command in checks:
        name = " ".join([Path(command[0]).stem if command[0] != python else "", *command[1:]])
        say(f"== {name.replace('-m ', '').strip()}")
        failed += call(command, cwd=environment.root) != 0
    if failed:
        say(f"{failed} of {len(checks)} checks found something.")
    return 1 if failed else 0


def _test(environment: Environment) -> int:
    """Run the checks and the tests; what either finds fails the run, "no test found" too."""
    environment.ensure(database=True)
    checked = _check(environment)
    say("== pytest")
    tested = _pytest(environment, "-n", "2", "--dist", "worksteal")
    if checked and not tested:
        say("The tests passed, the checks above did not.")
    return tested or checked


def _pytest(environment: Environment, *arguments: str, env: Mapping[str, str] | None = None) -> int:
    environment.ensure(database=True)
    command = [str(environment.python), "-m", "pytest", *arguments]
    return call(command, cwd=environment.root, env=None if env is None else {**os.environ, **env})


def _module(name: str, *arguments: str) -> Callable[[Environment], int]:
    """Return a target that runs a module of the project."""

    def run(environment: Environment) -> int:
        place = environment.root.joinpath(*name.split("."))
        if not (place / "__main__.py").exists() and not place.with_suffix(".py").exists():
            raise SetupError(f"{name} is not part of this version yet.")
        environment.ensure()
        return call([str(environment.python), "-m", name, *arguments], cwd=environment.root)

    return run


def _faults(environment: Environment) -> int:
    """Run the full setting of every family of faults (tests/faults/families.py)."""
    environment.ensure(database=True)
    return call([str(environment.python), "-m", "tests.faults"], cwd=environment.root)


def _properties(environment: Environment) -> int:
    """Try each property on thousands of examples instead of a hundred (tests/conftest.py)."""
    limits = ("--timeout", "7200")  # thousands of examples take minutes, more on a machine that is busy
    return _pytest(environment, "tests/property", "-n", "2", *limits, env={"LOOP_PROPERTIES": "full"})


def _package(environment: Environment) -> int:
    """Build the wheel into ``dist``."""
    environment.ensure()
    pip = [str(environment.python), "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    return call([*pip, "--wheel-dir", "dist", "."], cwd=environment.root)


def _bare(environment: Environment) -> int:
    from installer.bare import run_bare

    return run_bare(environment.root)


def _lock(environment: Environment) -> int:
    from installer.locking import write_lock

    environment.ensure()
    return write_lock(environment)


def _lock_check(environment: Environment) -> int:
    from installer.locking import check_lock

    environment.ensure()
    return check_lock(environment)


TARGETS: Mapping[str, _Target] = {
    "run": _Target("a working demo shop; without a display the tour, offscreen", _run),
    "test": _Target("all checks and all tests", _test),
    "check": _Target("lint, format, types and import contracts only", _check),
    "setup": _Target("environment and system packages, nothing else", _setup),
    "bench": _Target("the speed table, beside the raw limits of this machine", _module("benchmarks")),
    "screenshots": _Target("every screen in every language and theme", _module("tests.screenshots")),
    "faults": _Target("kill, power-cut, disk and network tests", _faults),
    "properties": _Target("the property tests with 2,000 examples each", _properties),
    "simulate": _Target("stores, tills and server under a simulated clock", _module("tests.simulation")),
    "shifts": _Target("5,000 random shifts beside their journals", _module("tests.property.shift_story")),
    "package": _Target("the wheel, into dist/", _package),
    "bare": _Target("the README's lines on a minimal Debian, in a folder (root)", _bare),
    "lock": _Target("requirements/dev.txt anew from pyproject.toml", _lock),
    "lock-check": _Target("whether every locked wheel exists for Windows and macOS", _lock_check),
}
