"""Cells become a report: figures beside those of earlier times, series, tables, and what stands behind each.

Source: docs/rules/figures.md, "Reports".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from retail_core.reporting.cells import Cell, Cells
from retail_core.reporting.fact_cells import DELAYS
from retail_core.reporting.figures import FIGURES, FigureSpec, figure_value, not_known
from retail_core.reporting.layout import DAY, SERIES, SUMMARY, TABLES, SeriesSpec, TableSpec
from retail_core.reporting.measures import MEASURES
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

Names = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Sums:
    """The cells of a scope: all of them, and the totals of each of its days."""

    cells: Cells = field(default_factory=dict)
    days: Mapping[str, Cells] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report is made from; ``compared`` in the order in which it is shown."""

    scope: Scope
    currency: str
    as_of_ms: int
    completeness: Completeness
    sums: Sums
    compared: Sequence[tuple[Comparison, Sums]] = ()
    names: Names = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    """Why measures of the window were not taken."""
    known_days: Mapping[str, DaySpan] = field(default_factory=dict)


def assemble(basis: Basis) -> Report:
    """Return the report; of series and tables those that have anything to show."""
    cells = basis.sums.cells
    earlier = [sums.cells if comparison.found else None for comparison, sums in basis.compared]
    figures = {
        figure_id: figure_of(figure_id, cells, earlier=earlier)
        for figure_id, spec in FIGURES.items()
        if _is_measured(spec, cells)
    }
    series = (_series(spec, basis) for spec in SERIES)
    tables = (_table(spec, basis) for spec in TABLES)
    return Report(
        scope=basis.scope,
        currency=basis.currency,
        as_of_ms=basis.as_of_ms,
        completeness=basis.completeness,
        comparisons=tuple(comparison for comparison, _ in basis.compared),
        summary=tuple(figures[figure_id] for figure_id in SUMMARY),
        figures=figures,
        series=tuple(each for each in series if each.points),
        tables=tuple(each for each in tables if each.rows),
        names=basis.names,
        not_known=not_known(cells, missing=basis.missing),
        known_days=basis.known_days,
    )


def figure_of(
    figure_id: str, cells: Mapping[Cell, int], *, earlier: Iterable[Mapping[Cell, int] | None] = ()
) -> Figure:
    """Return a figure of some cells beside the same of others; ``None`` where there is nothing of them."""
    spec = FIGURES[figure_id]
    return Figure(
        figure_id,
        spec.unit,
        figure_value(figure_id, cells),
        tuple(
            figure_value(figure_id, each) if each is not None and _is_measured(spec, each) else None
            for each in earlier
        ),
        Drill(spec.drill) if spec.drill else None,
    )


def _is_measured(spec: FigureSpec, cells: Mapping[Cell, int]) -> bool:
    """Return whether its measures are those of facts, or were measured for this window."""
    return all(not MEASURES[name].is_window or Cell(name) in cells for name in spec.measures)


def _keys(figure_ids: Sequence[str], dimension: str, *, sums: Sums) -> list[str]:
    """Return the keys that any of the figures has something for."""
    if dimension == DAY:
        return list(sums.days)
    measures = {name for figure_id in figure_ids for name in FIGURES[figure_id].measures}
    return list(
        dict.fromkeys(
            cell.key for cell in sums.cells if cell.dimension == dimension and cell.measure in measures
        )
    )


def _value(figure_id: str, key: str, *, dimension: str, sums: Sums) -> int | None:
    if dimension == DAY:
        return figure_value(figure_id, sums.days.get(key, {}))
    return figure_value(figure_id, sums.cells, dimension=dimension, key=key)


def _in_order(keys: list[str], dimension: str) -> list[str]:
    if dimension == "hour" and keys:
        return [f"{hour:02d}" for hour in range(int(min(keys)), int(max(keys)) + 1)]
    if dimension == "delay":
        return [key for key in DELAYS if key in keys]
    if dimension == "tax":
        return sorted(keys, key=int, reverse=True)
    return sorted(keys)


def _by_size(keys: list[str], figure_id: str, *, dimension: str, sums: Sums) -> list[str]:
    return sorted(keys, key=lambda key: (-(_value(figure_id, key, dimension=dimension, sums=sums) or 0), key))


def _others(basis: Basis) -> list[tuple[int, Sums]]:
    """Return the sums to compare with, each with the days by which its days lie before those of the scope."""
    first = date.fromisoformat(basis.scope.first_day)
    return [
        ((first - date.fromisoformat(comparison.scope.first_day)).days, sums)
        for comparison, sums in basis.compared
    ]


def _key_there(key: str, dimension: str, *, at: int) -> str:
    """Return what a key is compared with: the day at the same place of the other time, else itself."""
    return (date.fromisoformat(key) - timedelta(at)).isoformat() if dimension == DAY else key


def _series(spec: SeriesSpec, basis: Basis) -> Series:
    sums = basis.sums
    keys = _keys([spec.figure_id], spec.dimension, sums=sums)
    if spec.in_order:
        keys = _in_order(keys, spec.dimension)
    else:
        keys = _by_size(keys, spec.figure_id, dimension=spec.dimension, sums=sums)
    figure = FIGURES[spec.figure_id]
    points = (
        Point(
            key,
            basis.names.get((spec.dimension, key), ""),
            _value(spec.figure_id, key, dimension=spec.dimension, sums=sums) or 0,
            tuple(
                _value(
                    spec.figure_id,
                    _key_there(key, spec.dimension, at=at),
                    dimension=spec.dimension,
                    sums=other,
                )
                or 0
                for at, other in _others(basis)
            ),
            Drill(figure.drill, spec.dimension, key) if figure.drill else None,
        )
        for key in keys[: spec.most]
    )
    shown = tuple(points)
    has_any = any(point.value or any(point.compared) for point in shown)
    return Series(spec.series_id, spec.figure_id, figure.unit, spec.dimension, shown if has_any else ())


def _table(spec: TableSpec, basis: Basis) -> ReportTable:
    sums = basis.sums
    keys = _keys(spec.figures, spec.dimension, sums=sums)
    if spec.sort:
        keys = _by_size(keys, spec.sort, dimension=spec.dimension, sums=sums)
    else:
        keys = _in_order(keys, spec.dimension)
    rows = (
        Row(
            key,
            basis.names.get((spec.dimension, key), ""),
            tuple(_value(each, key, dimension=spec.dimension, sums=sums) for each in spec.figures),
            tuple(_drill(each, spec.dimension, key=key) for each in spec.figures),
        )
        for key in keys[: spec.most]
    )
    total = Row(
        "",
        "",
        tuple(figure_value(each, sums.cells) for each in spec.figures),
        tuple(_drill(each, "", key="") for each in spec.figures),
    )
    columns = tuple(Column(each, FIGURES[each].unit) for each in spec.figures)
    return ReportTable(spec.table_id, spec.dimension, columns, tuple(rows), total)


def _drill(figure_id: str, dimension: str, *, key: str) -> Drill | None:
    measure = FIGURES[figure_id].drill
    return Drill(measure, dimension, key) if measure else None
