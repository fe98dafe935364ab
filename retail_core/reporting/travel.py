"""A report as it travels from head office, and back into what screens and papers take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, cast

from retail_core.reporting.figures import FIGURES
from retail_core.reporting.measures import Unit
from retail_core.reporting.report import (
    Column,
    Comparison,
    Completeness,
    DaySpan,
    Drill,
    Figure,
    Point,
    Report,
    ReportTable,
    Row,
    Scope,
    Series,
)
from retail_core.wire.reports import (
    DrillDoc,
    FigureDoc,
    KnownDays,
    NameDoc,
    NotKnown,
    ReportDoc,
    RowDoc,
    ScopeDoc,
)


def report_doc(report: Report) -> ReportDoc:
    """Return a report as it travels; what it lacks stands beside it."""
    plain: dict[str, Any] = asdict(report)
    del plain["not_known"], plain["known_days"]
    plain["figures"] = tuple(plain["figures"].values())
    plain["names"] = tuple(
        NameDoc(dimension=dimension, key=key, name=name)
        for (dimension, key), name in sorted(report.names.items())
    )
    return ReportDoc.model_validate(plain)


def lacks_of(report: Report) -> tuple[NotKnown, ...]:
    """Return what a report cannot say, as it travels."""
    return tuple(
        NotKnown(figure_id=figure_id, code=FIGURES[figure_id].code, why=why)
        for figure_id, why in report.not_known.items()
    )


def known_days_of(report: Report) -> tuple[KnownDays, ...]:
    """Return the days that some figures speak of, as they travel."""
    return tuple(
        KnownDays(figure_id=figure_id, first_day=each.first_day, last_day=each.last_day)
        for figure_id, each in report.known_days.items()
    )


def report_of(
    doc: ReportDoc, *, lacks: Sequence[NotKnown] = (), known_days: Sequence[KnownDays] = ()
) -> Report:
    """Return a report that travelled, with what it lacks."""
    figures = {each.figure_id: _figure(each) for each in doc.figures}
    return Report(
        scope=_scope(doc.scope),
        currency=doc.currency,
        as_of_ms=doc.as_of_ms,
        completeness=Completeness(**doc.completeness.model_dump()),
        comparisons=tuple(Comparison(each.kind, _scope(each.scope), each.found) for each in doc.comparisons),
        summary=tuple(_figure(each) for each in doc.summary),
        figures=figures,
        series=tuple(
            Series(
                each.series_id,
                each.figure_id,
                _unit(each.unit),
                each.dimension,
                tuple(
                    Point(point.key, point.name, point.value, point.compared, _drill(point.drill))
                    for point in each.points
                ),
            )
            for each in doc.series
        ),
        tables=tuple(
            ReportTable(
                each.table_id,
                each.dimension,
                tuple(Column(column.figure_id, _unit(column.unit)) for column in each.columns),
                tuple(_row(row) for row in each.rows),
                None if each.total is None else _row(each.total),
            )
            for each in doc.tables
        ),
        names={(each.dimension, each.key): each.name for each in doc.names},
        not_known={each.figure_id: each.why for each in lacks},
        known_days={each.figure_id: DaySpan(each.first_day, each.last_day) for each in known_days},
    )


def _scope(doc: ScopeDoc) -> Scope:
    return Scope(**doc.model_dump())


def _unit(name: str) -> Unit:
    return cast("Unit", name)  # a unit that this till does not know is shown as a plain number


def _drill(doc: DrillDoc | None) -> Drill | None:
    return None if doc is None else Drill(doc.measure, doc.dimension, doc.key)


def _figure(doc: FigureDoc) -> Figure:
    return Figure(doc.figure_id, _unit(doc.unit), doc.value, doc.compared, _drill(doc.drill))


def _row(doc: RowDoc) -> Row:
    return Row(doc.key, doc.name, doc.values, tuple(_drill(each) for each in doc.drills))
