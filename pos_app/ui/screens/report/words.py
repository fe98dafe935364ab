"""Puts reports into the words of the language in use: values, changes, keys, scopes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pos_app.services.records import Shift
from pos_app.ui.figure_names import figure_name
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.key_words import key_text, signal_text
from pos_app.ui.widgets.labels import Kind
from retail_core.figures import duration
from retail_core.money import Money, exponent, round_ratio
from retail_core.reporting.figures import FIGURES
from retail_core.reporting.measures import Unit
from retail_core.reporting.report import Comparison, Completeness, Figure, Report, Scope
from retail_core.reporting.watch import WatchRow

NOTHING = "–"
_WHOLE_BP = 10_000
_GOOD = frozenset(
    {
        *("net_sales", "receipts", "average_basket", "items_per_receipt", "sold", "revenue", "gmv"),
        *("member_sold_share", "member_receipt_share", "member_joins", "hand_overs", "hand_over_value"),
        *("on_time_rate", "collected_rate", "orders_placed", "store_visits", "margin", "margin_rate"),
    }
)
"""Figures of which more is better without a doubt; only these are green when they grow."""

_NOON_MS = 43_200_000


@dataclass(frozen=True, slots=True)
class Written:
    """A figure as it stands on a card."""

    name: str
    value: str
    note: str = ""
    tone: Kind = "neutral"


class ReportWords:
    """Writes reports; the only place that knows how they read."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def value(self, value: int | None, unit: Unit, *, currency: str) -> str:
        """Write a value in its unit; a dash for one that is not defined."""
        if value is None:
            return NOTHING
        formats = self._formats
        write: dict[str, Callable[[int], str]] = {
            "minor": lambda minor: formats.money(Money(minor, currency)),
            "milli": formats.quantity,
            "bp": lambda bp: formats.percent(_tenths(bp)),
            "seconds": duration,
            "minutes": lambda each: translate("Report", "{count} min").format(count=formats.number(each)),
            "days": lambda tenths: translate("Report", "{count} days").format(
                count=formats.number(_rounded(tenths, 10))
            ),
        }
        return write.get(unit, formats.number)(value)

    def difference(self, value: int | None, unit: Unit, *, currency: str) -> str:
        """Write by how much something is above something else; below zero with its sign."""
        if value is None:
            return NOTHING
        written = self.value(abs(value), unit, currency=currency)
        return f"{'−' if value < 0 else '+' if value else ''}{written}"

    def count(self, number: int) -> str:
        """Write a number of things."""
        return self._formats.number(number)

    def reason(self, reason: str) -> str:
        """Return what a reason is called."""
        return key_text("reason", reason, formats=self._formats)

    def tick(self, value: int, unit: Unit, *, currency: str) -> str:
        """Write a value at an axis, without cents."""
        if unit == "minor":
            return self._formats.number(round(value / 10 ** exponent(currency)))
        return self.value(value, unit, currency=currency)

    def tick_unit(self, unit: Unit, currency: str) -> int:
        """Return the smallest step between two ticks."""
        if unit == "minor":
            return int(10 ** exponent(currency))
        return {"milli": 1_000, "bp": 100}.get(unit, 1)

    def figure(self, figure: Figure, report: Report) -> Written:
        """Return a figure for its card, beside what it is first compared with."""
        name = figure_name(figure.figure_id)
        if figure.figure_id == "difference":
            return self._difference(figure, report)
        value = self.value(figure.value, figure.unit, currency=report.currency)
        before = next(iter(figure.compared), None)
        note, tone = self.change(figure.figure_id, figure.value, before=before)
        if note and figure.figure_id == "net_sales" and report.comparisons:
            note = self._on_earlier(report).format(change=note)
        return Written(name, value, note, tone)

    def change(self, figure_id: str, now: int | None, *, before: int | None) -> tuple[str, Kind]:
        """Return how a figure compares, and whether that is good; nothing without something to compare."""
        if now is None or before is None:
            return "", "neutral"
        spec = FIGURES[figure_id]
        if spec.unit == "bp":
            points = _rounded(now - before, 100)
            note = translate("Report", "{arrow} {points} pp").format(
                arrow=arrow(points), points=self._formats.number(abs(points))
            )
        elif before <= 0:
            return "", "neutral"
        else:
            change_bp = round_ratio(abs(now - before) * _WHOLE_BP, before)
            note = f"{arrow(now - before)} {self._formats.percent(_tenths(change_bp))}"
        if now == before:
            return note, "neutral"
        if spec.lower_is_better:
            return note, "ok" if now < before else "warn"
        return note, "ok" if now > before and figure_id in _GOOD else "neutral"

    def key(self, dimension: str, key: str, *, names: Mapping[tuple[str, str], str], name: str = "") -> str:
        """Return what the key of a dimension is called."""
        if dimension == "day":
            return self.day(key)
        found = name or names.get((dimension, key), "")
        return found or key_text(dimension, key, formats=self._formats)

    def day(self, day: str) -> str:
        """Write a business day without its year."""
        return self._formats.in_utc().day_of_month(_noon_of(day))

    def weekday(self, day: str) -> str:
        """Write a business day with its day of the week."""
        return self._formats.in_utc().weekday_and_day(_noon_of(day))

    def full_day(self, day: str) -> str:
        """Write a business day with its year."""
        return self._formats.in_utc().date(_noon_of(day))

    def scope(self, scope: Scope, shift: Shift | None = None, *, of: Scope | None = None) -> str:
        """Return what a report is about; beside ``of`` days have their year where it is another one."""
        if scope.kind == "shift":
            if shift is None:
                return translate("Report", "A shift of {day}").format(day=self.day(scope.first_day))
            return self.shift(shift)
        year = scope.first_day[:4] != (of or scope).last_day[:4]
        if scope.first_day == scope.last_day:
            return self.full_day(scope.first_day) if year else self.weekday(scope.first_day)
        formats = self._formats.in_utc()
        write = formats.date if year else formats.day_of_month
        return f"{write(_noon_of(scope.first_day))} – {write(_noon_of(scope.last_day))}"

    def shift(self, shift: Shift) -> str:
        """Return the name of a shift: its day and its number."""
        return translate("Report", "{day} · shift {number}").format(
            day=self.day(shift.business_day), number=shift.number
        )

    def shift_note(self, shift: Shift) -> str:
        """Return who opened a shift, and from when to when it went."""
        begin = self._formats.time(shift.opened_ms)
        span = begin if shift.closed_ms is None else f"{begin}–{self._formats.time(shift.closed_ms)}"
        return f"{shift.opened_by_name} · {span}"

    def against(self, comparison: Comparison, scope: Scope) -> str:
        """Return what the compared figures are."""
        if comparison.kind == "week_before":
            return translate("Report", "same day last week")
        if comparison.kind == "period_before":
            days = (date.fromisoformat(scope.last_day) - date.fromisoformat(scope.first_day)).days + 1
            return translate("Report", "the {days} days before").format(days=days)
        if comparison.kind == "year_before":
            return translate("Report", "a year before")
        return self.scope(comparison.scope, of=scope)

    def watched(self, row: WatchRow) -> tuple[str, str, str]:
        """Return a row of the watch list: what and how often, whose, and what is normal."""
        number = self._formats.number
        tag = translate("Report", "{what} {count}").format(
            what=signal_text(row.signal_id), count=number(row.count)
        )
        who = row.name or (translate("Report", "A member") if row.subject == "member" else row.key)
        normal = self._formats.tenths(row.expected_milli)
        if row.subject == "member":
            return tag, who, translate("Report", "others use {normal}").format(normal=normal)
        note = translate("Report", "normal would be {normal} in {base} receipts")
        return tag, who, note.format(normal=normal, base=number(row.base))

    def completeness(self, completeness: Completeness) -> tuple[str, Kind]:
        """Return how complete a report is, as a tag."""
        if completeness.present < completeness.expected:
            text = translate("Report", "{present} of {expected} told").format(
                present=completeness.present, expected=completeness.expected
            )
            return text, "warn"
        if completeness.open:
            return translate("Report", "Shift goes on"), "primary"
        return translate("Report", "Complete"), "ok"

    def as_of(self, report: Report) -> str:
        """Return for which moment a report is true, and what is missing."""
        text = translate("Report", "As of {moment}").format(moment=self._formats.date_time(report.as_of_ms))
        state = self.completeness(report.completeness)[0]
        missing = translate("Report", ", ").join(report.completeness.missing)
        return f"{text} · {state}" + (f": {missing}" if missing else "")

    def moment(self, wall_ms: int) -> str:
        """Write when something was."""
        return f"{self._formats.day_of_month(wall_ms)} {self._formats.time(wall_ms)}"

    def _on_earlier(self, report: Report) -> str:
        """Return in few words what the first card is compared with, with a place for the change."""
        comparison = report.comparisons[0]
        if comparison.kind == "chosen":
            days = self.scope(comparison.scope, of=report.scope)
            return translate("Report", "{change} on {days}").replace("{days}", days)
        return {
            "week_before": translate("Report", "{change} on last week"),
            "period_before": translate("Report", "{change} on before"),
            "year_before": translate("Report", "{change} on last year"),
        }.get(comparison.kind, "{change}")

    def _difference(self, figure: Figure, report: Report) -> Written:
        """Return over or short by its word; of shifts that go on nothing is known."""
        name = figure_name("difference")
        closed = report.figures.get("shifts_closed")
        counted = closed.value if closed is not None else None
        if counted == 0 or (report.scope.kind == "shift" and report.completeness.open):
            return Written(name, NOTHING, translate("Report", "Known after closing"))
        value = figure.value or 0
        if value == 0:
            return Written(name, self._amount(0, report), translate("Report", "Exact"), "ok")
        note = translate("Report", "Counted against expected")
        name = figure_name("over" if value > 0 else "short")
        return Written(name, self._amount(abs(value), report), note, "warn")

    def _amount(self, minor: int, report: Report) -> str:
        return self._formats.money(Money(minor, report.currency))


def arrow(change: int) -> str:
    """Return the direction of a change, readable without colour."""
    return "▲" if change > 0 else "▼" if change < 0 else "="


def _noon_of(day: str) -> int:
    midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return int(midnight.timestamp() * 1000) + _NOON_MS


def _tenths(bp: int) -> int:
    """Return basis points rounded to a tenth of a percent."""
    return _rounded(bp, 10) * 10


def _rounded(value: int, divisor: int) -> int:
    """Return the quotient rounded half away from zero."""
    whole = (2 * abs(value) + divisor) // (2 * divisor)
    return -whole if value < 0 else whole
