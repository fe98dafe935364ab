"""The virtual environment: made, filled from the lock with hashes, and left alone while nothing changed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from installer import debian
from installer.steps import SetupError, call_quietly, say

STAMP = "loop-pos-stamp.json"
INPUTS = ("requirements/dev.txt", "pyproject.toml", "installer/debian.py")


@dataclass(frozen=True, slots=True)
class Environment:
    """The project's own Python in ``.venv``.

    Attributes:
        root: The project's folder.
    """

    root: Path

    @property
    def folder(self) -> Path:
        """Where the environment lives."""
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        """Where its programs are."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """Return the path of an installed program."""
        return self.programs / (f"{name}.exe" if sys.platform == "win32" else name)

    def ensure(self, *, database: bool = False) -> None:
        """Make everything ready; a few milliseconds when it already is.

        Args:
            database: Whether PostgreSQL is needed as well (for the tests).

        Raises:
            SetupError: Something is missing that cannot be installed from here.
        """
        purposes = ["run", "test"] if database else ["run"]
        done = self.done()
        if done.issuperset(purposes):
            return
        if debian.is_debian():
            debian.install([*debian.venv_packages(), *debian.wanted(database=database)], root=self.root)
            if database:
                debian.install_if_possible(debian.FAULTS, root=self.root)
                debian.install_if_possible(debian.BROWSER, root=self.root)
        if not done:
            self._make()
            self._fill()
        self.remember(done.union(purposes))

    def done(self) -> set[str]:
        """Return the purposes that this environment was made ready for, none if anything changed since."""
        try:
            stamp = json.loads((self.folder / STAMP).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return set()
        if stamp.get("inputs") != self._inputs() or not self.python.exists():
            return set()
        return set(stamp["purposes"])

    def _inputs(self) -> str:
        """Return a digest of all that the environment is made from."""
        digest = hashlib.sha256()
        for name in INPUTS:
            digest.update((self.root / name).read_bytes())
        digest.update((self.folder / "pyvenv.cfg").read_bytes())
        digest.update(str(self.root).encode())
        return digest.hexdigest()

    def remember(self, purposes: set[str]) -> None:
        """Write down that the environment is ready for ``purposes``."""
        stamp = {"inputs": self._inputs(), "purposes": sorted(purposes)}
        fresh = self.folder / f"{STAMP}.{os.getpid()}"
        fresh.write_text(json.dumps(stamp), encoding="utf-8")
        fresh.replace(self.folder / STAMP)

    def _make(self) -> None:
        """Create the folder, or create it anew when a broken set-up left half of one."""
        if self.folder.exists():
            if self.is_whole():
                return
            say("The virtual environment in .venv is half-made or too old; making it anew.")
            shutil.rmtree(self.folder)
        say("Making a virtual environment in .venv ...")
        call_quietly([_base_python(), "-m", "venv", str(self.folder)], cwd=self.root)

    def is_whole(self) -> bool:
        """Return whether the interpreter in the folder starts, is new enough and has pip."""
        question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
        try:
            answer = subprocess.run([str(self.python), "-c", question], capture_output=True, check=False)
        except OSError:
            return False
        return answer.returncode == 0

    def _fill(self) -> None:
        """Install the locked libraries, each checked against its hash, then the project itself."""
        lock = self.root / "requirements" / "dev.txt"
        total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line.split(" ")[0])
        say(f"Installing up to {total} locked libraries (the first time takes a few minutes) ...")
        seen = 0

        def count(line: str) -> None:
            nonlocal seen
            if line.startswith("Collecting "):
                seen += 1
                if seen % 10 == 0:
                    say(f"  {seen} of at most {total}: {line.split()[1]}")
            elif line.startswith("Installing collected"):
                say("  unpacking ...")

        pip = [
            str(self.python),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--progress-bar",
            "off",
        ]
        call_quietly(
            [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)],
            cwd=self.root,
            on_line=count,
        )
        call_quietly([*pip, "--no-deps", "--no-build-isolation", "-e", "."], cwd=self.root)
        say("Ready.")


def _base_python() -> str:
    """Return the interpreter below any environment, so that a rebuilt one never hangs on its own ashes."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    if not base:
        raise SetupError("This Python does not know its own path; call it by its full path.")
    return str(base)
