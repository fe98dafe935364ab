"""A report: what it is about, how complete it is, its figures with their comparison, its pictures and tables.

The same on the till, on paper, in files and from head office. Amounts are minor units of ``currency``.
Source: docs/rules/figures.md, "Reports".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from retail_core.reporting.measures import Unit

ScopeKind = Literal["shift", "day", "period"]
ComparisonKind = Literal["week_before", "period_before", "year_before", "chosen"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: a shift, a business day, or the days from one to another, both included.

    ``cashier`` and ``store`` narrow it; ``days`` of a shift are those of its entries.
    """

    kind: ScopeKind
    first_day: str
    last_day: str
    shift_id: str = ""
    cashier: str = ""
    store: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """What stands behind a figure: the receipts and entries that added to a cell."""

    measure: str
    dimension: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the figures are compared with; ``found`` is false where there is nothing of it."""

    kind: ComparisonKind
    scope: Scope
    found: bool = True


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of the scope is in the figures.

    ``present`` of ``expected`` tills or shifts have told all of it; ``missing`` names the others. ``open``
    are shifts that still go on.
    """

    present: int
    expected: int
    missing: tuple[str, ...] = ()
    open: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing and nothing goes on."""
        return self.present == self.expected and not self.open


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days from one to another, both included."""

    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; ``value`` is ``None`` where it is not defined.

    ``compared`` has one value for each of the report's comparisons, in their order.
    """

    figure_id: str
    unit: Unit
    value: int | None
    compared: tuple[int | None, ...] = ()
    drill: Drill | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A bar or a point of a series; ``name`` is empty where the screen has the words for ``key``.

    ``compared`` has one value for each of the report's comparisons; that of a day is the day at the same
    place of the other time.
    """

    key: str
    name: str
    value: int
    compared: tuple[int, ...] = ()
    drill: Drill | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A figure by the keys of a dimension, or by days; hours and days in order, others the largest first."""

    series_id: str
    figure_id: str
    unit: Unit
    dimension: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; one value for each column."""

    key: str
    name: str
    values: tuple[int | None, ...]
    drills: tuple[Drill | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: a figure in its unit."""

    figure_id: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class ReportTable:
    """The numbers behind a picture; ``total`` is the row under it."""

    table_id: str
    dimension: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All of it; ``as_of_ms`` is the moment for which it is true (UTC milliseconds)."""

    scope: Scope
    currency: str
    as_of_ms: int
    completeness: Completeness
    comparisons: tuple[Comparison, ...]
    summary: tuple[Figure, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    """Every figure that the scope has, the summary's too, by its name."""
    series: tuple[Series, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The names of keys, by dimension and key: people, categories, products, campaigns."""
    not_known: Mapping[str, str] = field(default_factory=dict)
    """The figures that cannot be said, each with a code that says why."""
    known_days: Mapping[str, DaySpan] = field(default_factory=dict)
    """The days that a figure speaks of, where these are not all of the scope."""

    def series_of(self, series_id: str) -> Series | None:
        """Return a series by its name."""
        return next((each for each in self.series if each.series_id == series_id), None)

    def table_of(self, table_id: str) -> ReportTable | None:
        """Return a table by its name."""
        return next((each for each in self.tables if each.table_id == table_id), None)


@dataclass(frozen=True, slots=True)
class SideRow:
    """A figure of several scopes, in their order."""

    figure_id: str
    unit: Unit
    values: tuple[int | None, ...]
    drill: Drill | None = None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Shifts, days or people beside each other; ``titles`` are names where the scope has one."""

    scopes: tuple[Scope, ...]
    titles: tuple[str, ...]
    rows: tuple[SideRow, ...]
