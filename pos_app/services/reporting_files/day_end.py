"""Day-end files: at each Z, and when the store's day is closed, reports are put into a folder.

What is due is read from the journal: every Z and every close of a day behind the last one that was written.
So a folder that is away delays files and nothing else: no close waits for them, none of them is lost, and
while they wait they stand on Store health. Source: docs/user/report-files.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol, cast

from pos_app.services import rights
from pos_app.services.errors import DeviceError, RuleError, StorageError
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.reporting.scopes import day_scope, shift_scope
from pos_app.services.reporting_files.hand_out import ReportFolder
from pos_app.services.reporting_files.report_files import FORMATS, FileFormat, ReportFiles
from pos_app.services.repositories import UnitOfWork
from pos_app.services.safety import Concern, Safety
from retail_core.journal import Entry
from retail_core.reporting.report import Report, Scope
from retail_core.wire.shift_facts import DAY_CLOSED, SHIFT_CLOSED

SETTING: Final = "day_end.files"
DONE: Final = "day_end.done"
LAST: Final = "day_end.last"
"""Where the last file went, and when: JSON with ``path`` and ``at_ms``."""
PLACE: Final = "day_end"

DayEnd = Literal["z", "day"]
"""When files are written: for each shift at its Z, for the day when it is closed."""
WHEN: Final[tuple[DayEnd, ...]] = ("z", "day")


class Run(Protocol):
    """Makes a report."""

    def __call__(self, actor: Actor, scope: Scope, *, language: str = "zh-Hans") -> Report:
        """Return the report of a scope, with names in ``language``."""


@dataclass(frozen=True, slots=True)
class DayEndPlan:
    """The setting of a till: where which files go, and when."""

    folder: Path
    formats: tuple[FileFormat, ...] = ("pdf", "xlsx")
    when: tuple[DayEnd, ...] = WHEN
    bom: bool = True


def plan_of(work: UnitOfWork) -> DayEndPlan | None:
    """Return the till's setting, ``None`` where no files are wanted."""
    text = work.settings.get(SETTING)
    if not text:
        return None
    fields = cast("dict[str, object]", json.loads(text))
    formats, when = cast("list[str]", fields["formats"]), cast("list[str]", fields["when"])
    return DayEndPlan(
        folder=Path(str(fields["folder"])),
        formats=tuple(each for each in FORMATS if each in formats),
        when=tuple(each for each in WHEN if each in when),
        bom=fields.get("bom") is not False,
    )


def put_plan(work: UnitOfWork, plan: DayEndPlan | None) -> None:
    """Keep the setting; files are written for what is closed from now on.

    Raises:
        RuleError: ``report.no_format``: nothing would be written.
    """
    if plan is None:
        work.settings.put(SETTING, "")
        return
    if not plan.formats or not plan.when:
        raise RuleError("report.no_format")
    kept = {
        "folder": str(plan.folder),
        "formats": list(plan.formats),
        "when": list(plan.when),
        "bom": plan.bom,
    }
    if not work.settings.get(SETTING):
        head = work.journal.head()
        _put_done(work, head.incarnation, seq=head.seq)
    work.settings.put(SETTING, json.dumps(kept))


def due_of(work: UnitOfWork, plan: DayEndPlan) -> Sequence[Entry]:
    """Return the closes whose files are not written yet, the oldest first."""
    types = {"z": SHIFT_CLOSED, "day": DAY_CLOSED}
    wanted = [types[each] for each in plan.when]
    first, seq = _done(work)
    due: list[Entry] = []
    # What an older incarnation of this till left behind comes first.
    for incarnation in range(first, work.journal.head().incarnation + 1):
        after_seq = seq if incarnation == first else 0
        due.extend(work.journal.of(incarnation).of_types(wanted, after_seq=after_seq))
    return due


class DayEndFiles:
    """Writes what is due; asked after each close and every minute, on a lane that nobody waits for."""

    def __init__(
        self,
        files: ReportFiles,
        *,
        run: Run,
        store: Store,
        folder: ReportFolder,
        watch: tuple[Safety, Clock],
    ) -> None:
        """Keep what makes files; ``run`` makes reports on this thread alone."""
        self._files = files
        self._run = run
        self._store = store
        self._folder = folder
        self._safety, self._clock = watch

    def __call__(self) -> int:
        """Write all files that are due, the oldest first; return how many wait.

        What goes wrong is noted on Store health and tried again.
        """
        with self._store.read() as work:
            plan = plan_of(work)
            due = () if plan is None else due_of(work, plan)
        if plan is None:
            self._safety.note(PLACE, None)
            return 0
        for number, entry in enumerate(due):
            try:
                last = self._write(plan, entry)
            except (StorageError, DeviceError) as error:
                left = len(due) - number
                arguments = (left, str(plan.folder))
                code = "day_end.no_folder" if error.code == "report.no_folder" else "day_end.waiting"
                self._safety.note(PLACE, Concern(code, "warn", self._clock.now_ms(), arguments))
                return left
            with self._store.write() as work:
                _put_done(work, entry.incarnation, seq=entry.seq)
                if last is not None:
                    said = {"path": str(last), "at_ms": self._clock.now_ms()}
                    work.settings.put(LAST, json.dumps(said, ensure_ascii=False))
        self._safety.note(PLACE, None)
        self._safety.checked(PLACE, self._clock.now_ms())
        return 0

    def _write(self, plan: DayEndPlan, entry: Entry) -> Path | None:
        """Write the files of a close and return the last of them; none of a shift that is not here."""
        scope, z_number = self._scope(entry)
        if scope is None:
            return None
        language = self._files.paper_language
        report = self._run(_TILL, scope, language=language)
        stem = self._files.stem_of_close(scope, z_number)
        made = self._files.make(report, plan.formats, language=language, stem=stem, bom=plan.bom)
        last: Path | None = None
        for each in made:
            last = self._folder.put(plan.folder, each.name, chunks=each.chunks, make=False)
        return last

    def _scope(self, entry: Entry) -> tuple[Scope | None, int]:
        if entry.type == DAY_CLOSED:
            return day_scope(str(entry.body["business_day"])), 0
        with self._store.read() as work:
            shift = work.shifts.get(str(entry.body["shift_id"]))
        number = entry.body["z_number"]
        return (None if shift is None else shift_scope(shift)), number if isinstance(number, int) else 0


_TILL: Final = Actor("till", "", "manager", {rights.REPORT_VIEW: None})
"""Nobody is signed in at three in the morning; the till itself looks at its own report."""


def _done(work: UnitOfWork) -> tuple[int, int]:
    """Return the last entry whose files are written: its incarnation, and its number."""
    incarnation, _, seq = work.settings.get(DONE).partition(":")
    if incarnation.isdecimal() and seq.isdecimal():
        return int(incarnation), int(seq)
    return work.journal.head().incarnation, 0


def _put_done(work: UnitOfWork, incarnation: int, *, seq: int) -> None:
    work.settings.put(DONE, f"{incarnation}:{seq}")
