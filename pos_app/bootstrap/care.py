"""Looks after the till's own files while it runs, and tells the people at the counter what is wrong."""

from collections.abc import Callable, Mapping

from pos_app.bootstrap.lanes import TillLanes
from pos_app.bootstrap.safekeeping import Safekeeping
from pos_app.bootstrap.use_cases import UseCases
from pos_app.services.errors import PosError
from pos_app.services.events import CapabilityChanged, EventBus, FactWritten, ShiftClosed
from pos_app.services.ports import Timers
from pos_app.services.safety import Concern
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.notice import NoticeKind

DISK_MS = 5_000
"""How often the room on the disk is looked at."""

FIRST_CHECK_MS = 60_000
"""When the file is looked over after a start, so that the start itself stays quick."""

MIRROR_MS = 60_000
"""How often the second place is looked for while nothing is written."""

BACKUP_MS = 10 * 60_000
"""How often it is looked whether tonight's backup is due."""

CELLS_MS = 60_000
"""How often the sums for reports take in what was written since, so that a close finds little to do."""

FILES_MS = 30_000
"""How often it is looked whether a close has left day-end files to write."""

DAY_MS = 24 * 60 * 60 * 1000

_KINDS: Mapping[str, NoticeKind] = {"stop": "bad", "warn": "warn"}


class CareTaker:
    """Runs what looks after the files on a lane of its own; lives on the UI thread."""

    def __init__(
        self,
        cases: UseCases,
        *,
        copies: Safekeeping | None,
        lanes: TillLanes,
        around: tuple[Timers, EventBus],
        notify: Callable[[NoticeKind, str], object],
    ) -> None:
        """Keep what is done; nothing runs before :meth:`start`. ``notify`` shows a notice on the window."""
        self._cases = cases
        self._copies = copies
        self._lanes = lanes
        self._mirroring = self._mirror_again = False
        self._timers, events = around
        self._notify = notify
        self._told: frozenset[tuple[str, str]] = frozenset()
        events.subscribe(CapabilityChanged, lambda _: self._tell())
        events.subscribe(FactWritten, lambda _: self._mirror())
        events.subscribe(ShiftClosed, lambda _: self._write_files())

    def start(self, *, ended_well: bool) -> None:
        """Look at once, and again and again; at the file itself at once only after a stop that went wrong."""
        self._timers.after(0 if not ended_well else FIRST_CHECK_MS, self._check_files)
        self._timers.every(DAY_MS, self._check_files)
        self._timers.after(FIRST_CHECK_MS, self._forget_members)
        self._timers.every(DAY_MS, self._forget_members)
        self._timers.every(CELLS_MS, self._keep_cells)
        self._timers.after(FILES_MS, self._write_files)
        self._timers.every(FILES_MS, self._write_files)
        self._look_at_disk()
        self._timers.every(DISK_MS, self._look_at_disk)
        if self._copies is not None:
            self._mirror()
            self._timers.every(MIRROR_MS, self._mirror)
            self._timers.after(FIRST_CHECK_MS, self._back_up)
            self._timers.every(BACKUP_MS, self._back_up)

    def _mirror(self) -> None:
        """Bring the mirror up to the journal; what is asked for meanwhile is done with the next round."""
        if self._copies is None or self._mirroring:
            self._mirror_again = True
            return
        self._mirroring, self._mirror_again = True, False
        self._lanes.mirror.run(self._copies.mirror, self._on_mirrored, self._on_not_mirrored)

    def _on_mirrored(self, _: object) -> None:
        self._mirroring = False
        if self._mirror_again:
            self._mirror()

    def _on_not_mirrored(self, error: BaseException) -> None:
        self._mirroring = False
        unless_expected(error)

    def _back_up(self) -> None:
        if self._copies is not None:
            self._lanes.care.run(self._copies.back_up, lambda _: None, unless_expected)

    def _check_files(self) -> None:
        self._lanes.care.run(self._cases.check_files, lambda _: None, unless_expected)

    def _forget_members(self) -> None:
        """Let go of people who do not come; on the lane that writes, for it is soon done."""
        self._lanes.storage.run(self._cases.forget_members, lambda _: None, unless_expected)

    def _keep_cells(self) -> None:
        self._lanes.report.run(self._cases.reports.keep, lambda _: None, unless_expected)

    def _write_files(self) -> None:
        """Write day-end files that are due; those whose folder was away wait for the next round."""
        self._lanes.care.run(self._cases.reports.day_end, lambda _: None, unless_expected)

    def _look_at_disk(self) -> None:
        self._lanes.care.run(self._cases.disk, lambda _: None, unless_expected)

    def _tell(self) -> None:
        """Show what is new; what was said is not said again while it lasts."""
        concerns = self._cases.safety.concerns
        now = frozenset((place, concern.code) for place, concern in concerns.items())
        for place, code in sorted(now - self._told):
            self._say(concerns[place], code)
        gone = {code for _, code in self._told} - {code for _, code in now}
        self._told = now
        if "disk.full" in gone:
            self._notify("ok", text_of("disk.room_again"))

    def _say(self, concern: Concern, code: str) -> None:
        self._notify(_KINDS[concern.weight], text_of(code, *concern.arguments))


def unless_expected(error: BaseException) -> None:
    """What goes wrong while looking is looked at again later; everything else is a bug."""
    if not isinstance(error, PosError) and getattr(error, "code", "") != "lane.closed":
        raise error
