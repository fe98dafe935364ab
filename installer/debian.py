"""What a Debian or Ubuntu machine must have installed, and how it gets there."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from installer.steps import SetupError, call_quietly, say

QT_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
)
FONTS = ("fonts-noto-cjk", "fonts-wqy-microhei")
DATABASE = ("postgresql",)
BROWSER = ("chromium", "chromium-driver")
"""What opens the customer's pages in the tests; treated like the next one."""
FAULTS = ("fiu-utils",)
"""What the tests of disk errors use; where it cannot be installed they are deselected, which is printed."""
# Debian 13 renamed this one; either name satisfies the other.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}


def is_debian() -> bool:
    """Return whether this machine is run by dpkg and apt."""
    return sys.platform == "linux" and all(map(shutil.which, ("dpkg-query", "apt-get")))


def wanted(*, database: bool) -> tuple[str, ...]:
    """Return the packages that the program needs, with PostgreSQL when its tests are to run."""
    return (*QT_LIBRARIES, *FONTS, *(DATABASE if database else ()))


def venv_packages() -> tuple[str, ...]:
    """Return what Debian's own Python lacks to make an environment, nothing for another Python."""
    if importlib.util.find_spec("ensurepip") is not None or not is_debian():
        return ()
    return ("python3-venv",)


def missing(packages: Iterable[str]) -> list[str]:
    """Return those of ``packages`` that are not installed, in the given order."""
    asked = list(packages)
    names = [*asked, *(RENAMED[name] for name in asked if name in RENAMED)]
    if not names:
        return []
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (line.split() for line in answer.stdout.splitlines())
    installed = {words[0] for words in lines if words[1:] == ["installed"]}
    return [name for name in asked if name not in installed and RENAMED.get(name) not in installed]


def install(packages: Sequence[str], *, root: Path) -> None:
    """Install what is missing of ``packages`` with apt, after one line that says so.

    Raises:
        SetupError: There is no right to install (the text holds the apt line), or apt failed.
    """
    absent = missing(packages)
    if not absent:
        return
    rights = _rights()
    if rights is None:
        line = f"apt-get install -y --no-install-recommends {' '.join(absent)}"
        raise SetupError(
            f"System packages are missing. Run this as root, then the same command again:\n{line}"
        )
    say(f"Installing {len(absent)} system packages: {' '.join(absent)}")
    prefix = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Acquire::Retries=3"]
    # Another installation may be under way: the system's own updates, or a run that was ended.
    prefix += ["-o", "DPkg::Lock::Timeout=300"]
    call_quietly([*prefix, "update"], cwd=root)
    chosen = [_offered(name) for name in absent]
    call_quietly([*prefix, "install", "-y", "--no-install-recommends", *chosen], cwd=root)


def install_if_possible(packages: Sequence[str], *, root: Path) -> None:
    """Install what is missing of ``packages``; go on without it where that is not possible."""
    try:
        install(packages, root=root)
    except SetupError as error:
        say(f"Going on without {' '.join(packages)}: {str(error).partition(chr(10))[0]}")


def _offered(name: str) -> str:
    """Return ``name``, or its newer name where only that one can be installed."""
    newer = RENAMED.get(name)
    if newer is None:
        return name
    answer = subprocess.run(["apt-cache", "show", newer], capture_output=True, check=False)
    return newer if answer.returncode == 0 else name


def _rights() -> list[str] | None:
    """Return the prefix that gives root's rights ([] for root itself), None where there is none."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    answer = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if answer.returncode == 0 else None
