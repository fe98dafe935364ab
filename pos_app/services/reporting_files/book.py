"""A report on its way out of the till: everything in words of one language, every number still a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from pos_app.services.reporting_files.values import Day, Moment, Value

ColumnKind = Literal["text", "amount", "count", "quantity", "share", "tenths", "duration", "day", "moment"]
ChartKind = Literal["columns", "bars"]
"""Upright for what runs in time, lying for what is compared by name."""


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column of a sheet; ``key`` is its name for programs and never changes, ``title`` is read."""

    key: str
    title: str
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A table: a sheet of a workbook, a table on paper; every row has a value for each column.

    ``on_paper`` is false for those that only files hold: every single receipt fills no page.
    """

    key: str
    title: str
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()
    on_paper: bool = True

    def __post_init__(self) -> None:
        """Refuse rows that do not fit.

        Raises:
            ValueError: A row is too long or too short: a bug.
        """
        expected = len(self.columns)
        if any(len(row) != expected for row in self.rows) or (self.total and len(self.total) != expected):
            raise ValueError(self.key)


@dataclass(frozen=True, slots=True)
class LongSheet:
    """A table that is too long to be held: ``rows`` yields it anew each time, in order.

    A workbook goes on in further sheets where one is full; paper has none of it.
    """

    key: str
    title: str
    columns: tuple[BookColumn, ...]
    rows: Callable[[], Iterable[tuple[Value, ...]]]


@dataclass(frozen=True, slots=True)
class BookFigure:
    """A figure of the summary with the same figure of what it is compared with.

    ``change_bp`` is how much more it is (hundredths of a percent), of shares the plain difference, and
    ``None`` where that means nothing.
    """

    figure_id: str
    label: str
    value: Value
    before: Value = None
    change_bp: int | None = None


@dataclass(frozen=True, slots=True)
class BookBar:
    """A bar: what it is, how long, and how long it was before."""

    label: str
    value: Value
    number: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class BookChart:
    """A picture; ``before`` names what the pale bars are, empty without any."""

    key: str
    title: str
    kind: ChartKind
    bars: tuple[BookBar, ...]
    now: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure is, in a sentence."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class BookFace:
    """What a report is about and how far it can be trusted, in words."""

    title: str
    store: str
    till: str
    period: str
    compared: str
    as_of: str
    completeness: str


@dataclass(frozen=True, slots=True)
class ReportBook:
    """A whole report in ``language``, for a workbook, paper or a message.

    ``sheets`` are those behind the summary, in order, and ``long`` stands behind them; ``day`` is the
    business day it ends with and ``as_of`` the moment it was made.
    """

    language: str
    face: BookFace
    currency: str
    day: Day
    as_of: Moment
    is_complete: bool
    figures: tuple[BookFigure, ...]
    charts: tuple[BookChart, ...] = ()
    sheets: tuple[BookSheet, ...] = ()
    long: LongSheet | None = None
    definitions: tuple[Definition, ...] = ()
