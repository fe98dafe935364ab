"""Reports from the command line: files of a day or a shift now, and the setting of day-end files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pos_app.bootstrap.start import key_store
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.devices.report_writer import FileReportWriter
from pos_app.services import rights
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.records import Actor
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting.scopes import shift_scope
from pos_app.services.reporting_files.day_end import DayEndPlan, plan_of, put_plan
from pos_app.services.reporting_files.report_files import FileFormat, ReportFiles
from pos_app.services.repositories import UnitOfWork
from pos_app.storage.report_folder import DiskReportFolder
from pos_app.storage.till_data import open_beside, open_till_data
from retail_core.reporting.report import Scope

_KEEPER: Final = Actor("till", "", "manager", {rights.REPORT_VIEW: None})
"""Whoever holds the till's key may read its books."""

_MOST_SHIFTS = 10_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported: days from one to another, or the shift of a Z; in which files, and how."""

    formats: tuple[FileFormat, ...]
    first_day: str = ""
    last_day: str = ""
    z_number: int = 0
    language: str = ""
    """Empty for that of the store's papers."""
    bom: bool = True


def export_report(folder: Path, *, key_file: Path | None, wanted: Wanted, out: Path) -> Sequence[Path]:
    """Write the files of a report into ``out`` and return them; the till may be running.

    Raises:
        StorageError: The folder holds no till, its key is missing, its file is damaged, or ``out`` cannot
            be written.
        RuleError: ``shift.unknown``: there is no such Z.
        DeviceError: ``fonts.missing``, ``fonts.not_embeddable``.
    """
    keys = key_store(folder, key_file).load()
    if keys is None:
        raise StorageError("keys.missing")
    with open_beside(folder, keys, ids=SystemIds()) as (store, catalog):
        with store.read() as work:
            terminal = work.terminal.get()
            scope = _scope(work, wanted)
        if terminal is None:
            raise StorageError("till.not_enrolled")
        language = wanted.language or terminal.store.receipt_language
        run = RunReport(
            store=store,
            catalog=catalog,
            clock=SystemClock(),
            profile=terminal.store,
            campaign_name=lambda rule_id, _language: rule_id,
            keeps=False,
        )
        report = run(_KEEPER, scope, language=language)
        files = ReportFiles(store=store, catalog=catalog, terminal=terminal, writer=FileReportWriter())
        made = files.make(
            report,
            wanted.formats,
            language=language,
            stem=files.stem(report, files.z_number(scope)),
            bom=wanted.bom,
        )
        target = DiskReportFolder()
        return [target.put(out, each.name, chunks=each.chunks, make=True) for each in made]


def set_day_end(folder: Path, *, key_file: Path | None, plan: DayEndPlan | None) -> None:
    """Keep the setting of day-end files; the till must be closed.

    Raises:
        StorageError: The till is running, or the folder of the files is not there (``report.no_folder``).
        RuleError: ``report.no_format``.
    """
    if plan is not None and not plan.folder.is_dir():
        raise StorageError("report.no_folder", str(plan.folder))
    data = open_till_data(folder, key_store=key_store(folder, key_file), ids=SystemIds())
    try:
        with data.store.write() as work:
            if work.terminal.get() is None:
                raise StorageError("till.not_enrolled")
            put_plan(work, plan)
    finally:
        data.close()


def day_end_of(folder: Path, *, key_file: Path | None) -> DayEndPlan | None:
    """Return the setting of day-end files; the till may be running.

    Raises:
        StorageError: The folder holds no till, its key is missing, or its file is damaged.
    """
    keys = key_store(folder, key_file).load()
    if keys is None:
        raise StorageError("keys.missing")
    with open_beside(folder, keys, ids=SystemIds()) as (store, _catalog), store.read() as work:
        return plan_of(work)


def _scope(work: UnitOfWork, wanted: Wanted) -> Scope:
    if wanted.z_number:
        for shift in work.shifts.recent(_MOST_SHIFTS):
            z = work.shifts.z_of(shift.shift_id)
            if z is not None and z.z_number == wanted.z_number:
                return shift_scope(shift)
        raise RuleError("shift.unknown")
    last = wanted.last_day or wanted.first_day
    return Scope("day" if last == wanted.first_day else "period", wanted.first_day, last)
