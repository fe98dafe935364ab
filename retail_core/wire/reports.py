"""Head office's reports: what is asked of it, and a report as it travels.

The same as :mod:`retail_core.reporting.report`, which says what each part is.
Source: docs/protocol.md, "Reports"; docs/rules/figures.md.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from retail_core.wire.base import Id, Message, Millis, Minor, Text

MAX_DAYS: Final = 800
"""A report covers so many days at most, both ends included."""

MAX_STORES: Final = 2_000

Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A business day, ``2026-11-22``."""

Number = Annotated[int, Field(ge=-(2**53) + 1, le=2**53 - 1)]
Word = Annotated[str, Field(max_length=100)]


class ReportAsk(Message):
    """``POST /v1/reports``: which stores and days; right ``report.view`` of ``staff_id``.

    Nothing of ``stores``, ``region`` and ``everywhere`` means the asking till's store. Other stores need the
    right ``report.chain``. Only stores of one currency are added up: the asking store's, or that of the
    first of ``stores`` where none of them has it.
    """

    staff_id: Id
    first_day: Day
    last_day: Day
    stores: Annotated[tuple[Id, ...], Field(max_length=MAX_STORES)] = ()
    region: Text = ""
    everywhere: bool = False
    compare: Annotated[
        tuple[Literal["week_before", "period_before", "year_before"], ...], Field(max_length=3)
    ] = ()
    compare_first_day: Day | None = None
    """Compare with as many days from here on, too."""
    language: Literal["zh-Hans", "zh-Hant", "en"] = "zh-Hans"
    """Of the names of categories and products."""
    members: bool = False
    """With the figures of members (K2, K4 to K6, K15), which are counted one by one and take longer."""


class ScopeDoc(Message):
    """What a report is about."""

    kind: Literal["shift", "day", "period"]
    first_day: Day
    last_day: Day
    shift_id: Word = ""
    cashier: Word = ""
    store: Word = ""


class DrillDoc(Message):
    """The cell behind a figure: ``POST /v1/reports/entries`` lists what added to it."""

    measure: Word
    dimension: Word = ""
    key: Word = ""


class ComparisonDoc(Message):
    """What the figures are compared with."""

    kind: Literal["week_before", "period_before", "year_before", "chosen"]
    scope: ScopeDoc
    found: bool


class CompletenessDoc(Message):
    """How much of the scope is in the figures: tills that were heard behind its end, shifts without a Z."""

    present: int
    expected: int
    missing: tuple[Word, ...] = ()
    open: int = 0


class FigureDoc(Message):
    """A figure beside earlier ones."""

    figure_id: Word
    unit: Word
    value: Number | None
    compared: tuple[Number | None, ...] = ()
    drill: DrillDoc | None = None


class PointDoc(Message):
    """A point of a series."""

    key: Word
    name: Text
    value: Number
    compared: tuple[Number, ...] = ()
    drill: DrillDoc | None = None


class SeriesDoc(Message):
    """A figure by keys."""

    series_id: Word
    figure_id: Word
    unit: Word
    dimension: Word
    points: tuple[PointDoc, ...]


class RowDoc(Message):
    """A row of a table."""

    key: Word
    name: Text
    values: tuple[Number | None, ...]
    drills: tuple[DrillDoc | None, ...] = ()


class ColumnDoc(Message):
    """A column of a table."""

    figure_id: Word
    unit: Word


class TableDoc(Message):
    """The numbers behind a picture."""

    table_id: Word
    dimension: Word
    columns: tuple[ColumnDoc, ...]
    rows: tuple[RowDoc, ...]
    total: RowDoc | None = None


class NameDoc(Message):
    """The name of a key."""

    dimension: Word
    key: Word
    name: Text


class ReportDoc(Message):
    """A report; of several stores ``scope.store`` is empty and the table ``stores`` has one row for each."""

    scope: ScopeDoc
    currency: Id
    as_of_ms: Millis
    completeness: CompletenessDoc
    comparisons: tuple[ComparisonDoc, ...]
    summary: tuple[FigureDoc, ...]
    figures: tuple[FigureDoc, ...]
    series: tuple[SeriesDoc, ...]
    tables: tuple[TableDoc, ...]
    names: tuple[NameDoc, ...]


class NotKnown(Message):
    """A figure that this report cannot say; ``why`` is a code of docs/rules/figures.md, "Not known"."""

    figure_id: Word
    code: Word
    """Its number in the requirements."""
    why: Word


class KnownDays(Message):
    """The days that a figure speaks of, where these are not all of the scope."""

    figure_id: Word
    first_day: Day
    last_day: Day


class TillHeard(Message):
    """A till that was not heard behind the end of the scope."""

    terminal_id: Id
    store_id: Id
    heard_ms: Millis
    """When it last signed a request."""
    told_ms: Millis
    """The time of the last of its facts that is in the sums; 0 for none."""


class Adjustments(Message):
    """What came for days of the scope after they were closed; in the figures, and in no close of a day."""

    facts: int = 0
    net_minor: Minor = 0


class ReportReply(Message):
    """A report with what it lacks."""

    report: ReportDoc
    stores: int
    left_out: int = 0
    """Stores that were meant and have another currency."""
    not_known: tuple[NotKnown, ...] = ()
    known_days: tuple[KnownDays, ...] = ()
    not_heard: tuple[TillHeard, ...] = ()
    """The first hundred of them."""
    adjustments: Adjustments = Adjustments()


class EntriesAsk(Message):
    """``POST /v1/reports/entries``: what added to a cell of a store's days; rights as :class:`ReportAsk`."""

    staff_id: Id
    store_id: Id
    first_day: Day
    last_day: Day
    drill: DrillDoc
    after: Annotated[Text, Field(max_length=200)] = ""
    """``next`` of the page before."""
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class EntryBehind(Message):
    """An entry, or an order, and what it added."""

    entry_id: Word
    """Empty for an order."""
    order_id: Word = ""
    type: Word
    number: Word
    """Of the receipt, slip or order; empty where it has none."""
    terminal_id: Word
    shift_id: Word
    business_day: Day
    at_ms: Millis
    actor: Word
    value: Number
    total_minor: Minor | None = None
    """What the document or movement came to."""


class EntriesReply(Message):
    """A page, in the order of tills and of their journals; ``next`` is empty behind the last one."""

    entries: tuple[EntryBehind, ...]
    next: Text = ""
