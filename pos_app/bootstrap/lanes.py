"""The lanes of a running till: one per kind of work, closed together."""

import sys
from dataclasses import dataclass, field
from typing import Final

from pos_app.ui.tasks import QtLane

NETWORK_END_MS = 4_000
"""How long the end of the program waits for a request that is under way."""

STORAGE_END_MS = 30_000
"""How long it waits for writes; they are milliseconds unless the disk is in trouble."""

TURN_S: Final = 0.0005
"""How long a lane that reckons goes on while another one waits for its turn (docs/decisions/0073)."""


def take_short_turns() -> None:
    """Let no lane wait longer than `TURN_S` for one that reckons; said once, at the start of the program."""
    sys.setswitchinterval(TURN_S)


@dataclass(frozen=True, slots=True)
class TillLanes:
    """One thread each, so that each keeps its order."""

    storage: QtLane = field(default_factory=QtLane)
    upload: QtLane = field(default_factory=QtLane)
    feed: QtLane = field(default_factory=QtLane)
    wake: QtLane = field(default_factory=QtLane)
    ask: QtLane = field(default_factory=QtLane)
    printer: QtLane = field(default_factory=QtLane)
    payment: QtLane = field(default_factory=QtLane)
    sound: QtLane = field(default_factory=QtLane)
    care: QtLane = field(default_factory=QtLane)
    """Looks after the files: room on the disk, soundness, backup."""
    mirror: QtLane = field(default_factory=QtLane)
    office: QtLane = field(default_factory=QtLane)
    """Asks head office what a manager wants to know, which may take longer than a customer waits."""
    report: QtLane = field(default_factory=QtLane)
    """Adds up and reads reports: however long they are, no sale waits for one."""

    def close(self) -> None:
        """Drop what has not begun on the network, then let every write end."""
        network = (self.wake, self.feed, self.upload, self.ask, self.office)
        for lane in (*network, self.printer, self.payment, self.sound, self.care, self.mirror, self.report):
            lane.close(timeout_ms=NETWORK_END_MS)
        self.storage.close(timeout_ms=STORAGE_END_MS, drain=True)
