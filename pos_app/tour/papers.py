"""What the printer got: one file a job, read back as a printer reads it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pos_app.demo.processes import ask

JOBS = "*.escpos"
_PULSE = b"\x1b@\x1bp"

_TIMES = 3
"""Which pin, how long on, how long off."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One job: its text, and how often it told the drawer to open and the knife to cut."""

    name: str
    text: str
    drawer_pulses: int
    cuts: int


class Papers:
    """The folder into which the till's printer writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen = 0

    def waiting(self) -> int:
        """Return how many jobs came that were not taken yet."""
        return len(self._files()) - self._seen

    def take(self) -> list[bytes]:
        """Return the bytes of the jobs that were not taken yet, in order."""
        files = self._files()[self._seen :]
        self._seen += len(files)
        return [file.read_bytes() for file in files]

    def read_back(self) -> list[Paper]:
        """Write text and picture of every job beside it, and return the jobs as a printer reads them."""
        if not self._files():
            return []
        files = [str(file) for file in self._files()]
        lines = ask("pos-app", "receipt", *files, "--out", str(self.folder)).splitlines()
        return [_paper(json.loads(line)) for line in lines]

    def _files(self) -> Sequence[Path]:
        return sorted(self.folder.glob(JOBS))


def pulses_in(jobs: Sequence[bytes]) -> int:
    """Return how many of ``jobs`` are nothing but the pulse that opens the drawer."""
    return sum(job.startswith(_PULSE) and len(job) == len(_PULSE) + _TIMES for job in jobs)


def _paper(told: dict[str, Any]) -> Paper:
    return Paper(told["file"], told["text"], told["drawer_pulses"], told["cuts"])
