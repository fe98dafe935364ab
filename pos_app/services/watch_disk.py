"""Watches the room on the till's disk, so that selling stops before a sale could go unrecorded.

Selling stops while there is still room for what is begun: a card that was charged, a parked basket, the Z. If
others take that room too, a reserve that lies beside the till's files is given up for it. When there is room
again the reserve is laid down anew, and selling goes on.
"""

from typing import Final

from pos_app.services.ports import Clock, DiskRoom
from pos_app.services.safety import Concern, Safety, Weight

_MIB: Final = 1024 * 1024

RESERVE_BYTES: Final = 16 * _MIB
"""Room for some hundred facts, kept from everybody else."""

STOP_BYTES: Final = 16 * _MIB
"""With less than this beside the reserve no new sale begins."""

AGAIN_BYTES: Final = 2 * STOP_BYTES
"""With so much beside the reserve selling goes on; more than the other, so that it does not flutter."""

LOW_BYTES: Final = 512 * _MIB
"""With less than this somebody should make room: days of selling, not minutes."""

_PLACE = "disk"


class WatchDisk:
    """Looks at the disk: every few seconds on a lane of its own, and before money is taken."""

    def __init__(self, room: DiskRoom, *, safety: Safety, clock: Clock) -> None:
        """Keep what is watched; nothing is looked at yet."""
        self._room = room
        self._safety = safety
        self._clock = clock
        self._stopped = False

    def __call__(self) -> None:
        """Look, lay the reserve down where it is missing, and note what it means for selling."""
        if not self._room.is_held() and self._room.free_bytes() >= RESERVE_BYTES + STOP_BYTES:
            self._room.hold(RESERVE_BYTES)
        free = self._room.free_bytes()
        if not self._room.is_held() or free < STOP_BYTES:
            self._stop()
        elif free >= AGAIN_BYTES or not self._stopped:
            self._stopped = False
            self._note("disk.low" if free < LOW_BYTES else "")

    def before_money(self) -> None:
        """Look whether money may be taken; microseconds, nothing is laid down here.

        Raises:
            RuleError: ``disk.full``, or another code of what stops selling.
        """
        if self._room.free_bytes() < STOP_BYTES:
            self._stop()
        self._safety.require()

    def on_write_failed(self, code: str) -> None:
        """Give the reserve up for a write that found no room, so that it does when it is tried again."""
        if code == "storage.full":
            self._room.give_up()
            self._stop()

    def _stop(self) -> None:
        self._stopped = True
        self._note("disk.full")

    def _note(self, code: str) -> None:
        if not code:
            self._safety.note(_PLACE, None)
            return
        weight: Weight = "stop" if self._stopped else "warn"
        self._safety.note(_PLACE, Concern(code, weight, self._clock.now_ms()))
