"""The report screens: what they read with, on the lane of reports, and how they come to paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.services.records import Actor
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.ui.screens.report.presenter import ReportLanes, ReportPresenter, ReportTools
from pos_app.ui.screens.report.state import Opened, OutWay
from pos_app.ui.screens.report.view import ReportScreen
from pos_app.ui.widgets.series import load_plots
from retail_core.reporting.report import Report

if TYPE_CHECKING:
    from pos_app.bootstrap.screens import Stage


def add_report(stage: Stage) -> None:
    """Build the report screens and put them into the window."""
    cases, lanes = stage.cases, stage.lanes
    tools = ReportTools(
        reports=cases.reports.run,
        evidence=cases.reports.receipts,
        watch=cases.reports.watch,
        open_row=lambda actor, row: _opened(stage, actor, row=row),
        hand_out=lambda actor, report, way: _hand_out(stage, actor, report=report, way=way),
        print_z=cases.shifts.close.print_again,
        day_end=cases.reports.day_end_desk,
        load_pictures=load_plots,
        language=lambda: stage.face.language.name,
    )
    presenter = ReportPresenter(
        tools,
        session=stage.session,
        lanes=ReportLanes(reading=lanes.report, storage=lanes.storage, paper=lanes.ask),
        navigate=stage.window.navigate,
    )
    stage.window.add_screen(
        ReportScreen(presenter, stage.window, theme=stage.face.theme, formats=stage.formats)
    )


def _opened(stage: Stage, actor: Actor, *, row: Evidence) -> Opened:
    """Return the picture of a row's paper, or its entry."""
    found = stage.cases.reports.show(actor, row)
    picture = b"" if found.document is None else stage.papers.picture(found.document)
    return Opened(row, picture, found.entry)


def _hand_out(stage: Stage, actor: Actor, *, report: Report, way: OutWay) -> Path | None:
    """Print a report, or write it as a file and return where."""
    reports, language = stage.cases.reports, stage.face.language.name
    if way == "receipt_printer":
        reports.printing.on_receipt_printer(actor, report, language=language)
        return None
    if way == "a4":
        reports.printing.on_a4(actor, report, language=language)
        return None
    return reports.save(actor, report, formats=(way,), language=language)[0]
