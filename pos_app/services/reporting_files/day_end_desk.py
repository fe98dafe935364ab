"""Day-end files as a manager sets them up on the screen: where, which, when, and a test of all of it.

Source: docs/user/report-files.md, "Day-end files".
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pos_app.services import rights
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.reporting.scopes import day_scope
from pos_app.services.reporting_files.day_end import LAST, DayEndPlan, Run, due_of, plan_of, put_plan
from pos_app.services.reporting_files.hand_out import ReportFolder
from pos_app.services.reporting_files.report_files import ReportFiles
from pos_app.services.store_time import business_day

TEST: Final = "test"
"""The end of the names of test files."""


@dataclass(frozen=True, slots=True)
class DayEndBook:
    """What is set, how many closes have files that wait, why, and where the last file went.

    ``fault`` is ``report.no_folder`` or ``report.not_written`` where the folder takes no file now.
    """

    plan: DayEndPlan | None
    waiting: int = 0
    fault: str = ""
    last: str = ""
    last_ms: int = 0


class DayEndDesk:
    """Sets day-end files up; right ``day.close``."""

    def __init__(
        self, files: ReportFiles, *, run: Run, store: Store, folder: ReportFolder, clock: Clock
    ) -> None:
        """Keep what a test file is made with; ``run`` makes reports on this thread alone."""
        self._files = files
        self._run = run
        self._store = store
        self._folder = folder
        self._clock = clock

    def look(self, actor: Actor) -> DayEndBook:
        """Return what is set and what became of it.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.DAY_CLOSE)
        with self._store.read() as work:
            plan = plan_of(work)
            waiting = 0 if plan is None else len(due_of(work, plan))
            said = work.settings.get(LAST)
        last = json.loads(said or '{"path": "", "at_ms": 0}')
        fault = "" if plan is None else _fault(plan.folder)
        return DayEndBook(plan, waiting, fault, str(last["path"]), int(last["at_ms"]))

    def put(self, actor: Actor, plan: DayEndPlan | None) -> DayEndBook:
        """Keep the setting, ``None`` for no files any more; on the storage lane.

        Raises:
            RuleError: ``right.missing``, ``report.no_format``, ``day_end.no_path``: no whole path was typed.
            StorageError: ``report.no_folder`` or ``report.not_written`` (folder): it takes no file.
        """
        rights.require(actor.rights, rights.DAY_CLOSE)
        if plan is not None:
            _refuse_bad_folder(plan.folder)
        with self._store.write() as work:
            put_plan(work, plan)
        return self.look(actor)

    def test(self, actor: Actor, plan: DayEndPlan) -> tuple[Path, ...]:
        """Write the report of today into the folder now, and return where; on a lane that nobody waits for.

        Raises:
            RuleError: ``right.missing``, ``report.no_format``, ``day_end.no_path``.
            StorageError: ``report.no_folder``, ``report.not_written`` (folder).
            DeviceError: ``fonts.missing``, ``fonts.not_embeddable``.
        """
        rights.require(actor.rights, rights.DAY_CLOSE)
        if not plan.formats:
            raise RuleError("report.no_format")
        _refuse_bad_folder(plan.folder)
        with self._store.read() as work:
            scope = day_scope(business_day(self._clock.now_ms(), terminal_of(work).store))
        language = self._files.paper_language
        looks = Actor(actor.staff_id, actor.name, actor.role, {rights.REPORT_VIEW: None})
        report = self._run(looks, scope, language=language)
        stem = f"{self._files.stem_of_close(scope, 0)}_{TEST}"
        made = self._files.make(report, plan.formats, language=language, stem=stem, bom=plan.bom)
        return tuple(
            self._folder.put(plan.folder, each.name, chunks=each.chunks, make=False) for each in made
        )


def _refuse_bad_folder(folder: Path) -> None:
    if not folder.is_absolute():
        raise RuleError("day_end.no_path")
    fault = _fault(folder)
    if fault:
        raise StorageError(fault, str(folder))


def _fault(folder: Path) -> str:
    """Return why a folder takes no file, empty where it does."""
    if not folder.is_dir():
        return "report.no_folder"
    return "" if os.access(folder, os.W_OK) else "report.not_written"
