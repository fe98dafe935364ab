"""The report screens: what they read with, on the lane of reports, and how they come to paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.services import rights
from pos_app.services.records import Actor
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.ui.screens.report.chain_presenter import ChainLanes, ChainPresenter, ChainTools
from pos_app.ui.screens.report.chain_view import ChainScreen
from pos_app.ui.screens.report.presenter import ReportLanes, ReportPresenter, ReportTools
from pos_app.ui.screens.report.state import LateSum, Opened, OutWay
from pos_app.ui.screens.report.view import ReportScreen
from pos_app.ui.widgets.series import load_plots
from retail_core.reporting.report import Report

if TYPE_CHECKING:
    from pos_app.bootstrap.screens import Stage
    from pos_app.bootstrap.use_cases import WaysOut


def add_report(stage: Stage) -> None:
    """Build the report screens and put them into the window."""
    cases, lanes = stage.cases, stage.lanes
    tools = ReportTools(
        reports=cases.reports.run,
        evidence=cases.reports.receipts,
        watch=cases.reports.watch,
        open_row=lambda actor, row: _opened(stage, actor, row=row),
        hand_out=lambda actor, report, way: _bring_out(
            stage, cases.reports.ways, actor=actor, report=report, way=way
        ),
        print_z=cases.shifts.close.print_again,
        day_end=cases.reports.day_end_desk,
        late_of_all=lambda actor, day: _late_of_all(stage, actor, day=day),
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


def add_chain(stage: Stage) -> None:
    """Build the page of all stores and put it into the window."""
    cases, lanes = stage.cases.reports, stage.lanes
    tools = ChainTools(
        chain=cases.chain,
        open_row=lambda actor, row, store_id: _opened_there(stage, actor, row=row, store_id=store_id),
        hand_out=lambda actor, answer, way: _bring_out(
            stage, cases.chain_ways(answer), actor=actor, report=answer.report, way=way
        ),
        load_pictures=load_plots,
        language=lambda: stage.face.language.name,
    )
    presenter = ChainPresenter(
        tools,
        session=stage.session,
        lanes=ChainLanes(office=lanes.office, reading=lanes.report, storage=lanes.storage, paper=lanes.ask),
        navigate=stage.window.navigate,
    )
    stage.window.add_screen(
        ChainScreen(presenter, stage.window, theme=stage.face.theme, formats=stage.formats)
    )


def _opened_there(stage: Stage, actor: Actor, *, row: Evidence, store_id: str) -> Opened:
    """Return the picture of the paper of another till's entry, or the entry."""
    found = stage.cases.reports.chain.open(actor, row.entry_id, store_id=store_id)
    picture = b"" if found.document is None else stage.papers.picture(found.document)
    return Opened(row, picture, found.entry)


def _late_of_all(stage: Stage, actor: Actor, *, day: str) -> LateSum | None:
    """Ask head office what came for a day after it was closed; only who closes days is told."""
    if not rights.allows(actor.rights, rights.DAY_CLOSE):
        return None
    others = stage.around.day_api.day(day, staff_id=actor.staff_id)
    return LateSum(others.late_facts, others.late_minor)


def _opened(stage: Stage, actor: Actor, *, row: Evidence) -> Opened:
    """Return the picture of a row's paper, or its entry."""
    found = stage.cases.reports.show(actor, row)
    picture = b"" if found.document is None else stage.papers.picture(found.document)
    return Opened(row, picture, found.entry)


def _bring_out(stage: Stage, ways: WaysOut, *, actor: Actor, report: Report, way: OutWay) -> Path | None:
    """Print a report, or write it as a file and return where."""
    language = stage.face.language.name
    if way == "receipt_printer":
        ways.printing.on_receipt_printer(actor, report, language=language)
        return None
    if way == "a4":
        ways.printing.on_a4(actor, report, language=language)
        return None
    return ways.save(actor, report, formats=(way,), language=language)[0]
