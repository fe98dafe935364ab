"""Puts a shift's figures into words, bars and rows of the language in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pos_app.services.records import Shift
from pos_app.services.shift_report import HourFigure, ShiftFigures
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.texts import known_codes, text_of
from pos_app.ui.widgets.charts import Bar
from pos_app.ui.widgets.labels import Kind
from pos_app.ui.widgets.list_picker import PickItem
from pos_app.ui.widgets.series import Point
from retail_core.money import Money

MOST_CATEGORIES = 6
"""Bars for categories; what is beyond becomes one bar."""

_WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A card: its name, its value, its remark."""

    name: str
    value: str
    note: str = ""
    tone: Kind = "neutral"


@dataclass(frozen=True, slots=True)
class Watched:
    """Something worth a look: how often it happened, and what it is."""

    tag: str
    note: str
    kind: Kind


class ReportWords:
    """Writes figures; the only place that knows how they read."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def shift(self, shift: Shift) -> str:
        """Return the name of a shift: its day and its number."""
        return translate("Report", "{day} · shift {number}").format(
            day=self._formats.day_of_month(shift.opened_ms), number=shift.number
        )

    def state(self, figures: ShiftFigures) -> tuple[str, Kind]:
        """Return whether the shift is closed, and by which Z."""
        if figures.z is None:
            return translate("Report", "Open since {time}").format(
                time=self._formats.time(figures.shift.opened_ms)
            ), "primary"
        return translate("Report", "Z {number} · closed {time}").format(
            number=figures.z.z_number, time=self._formats.time(figures.z.closed_ms)
        ), "neutral"

    def choices(self, shifts: Sequence[Shift]) -> list[PickItem]:
        """Return the shifts to choose from."""
        return [
            PickItem(
                shift.shift_id,
                self.shift(shift),
                f"{shift.opened_by_name} · {self._span(shift)}",
                translate("Report", "Open") if shift.closed_ms is None else "",
            )
            for shift in shifts
        ]

    def figures(self, figures: ShiftFigures) -> Mapping[str, Figure]:
        """Return the six cards by name."""
        before = figures.last_week
        sales = self._against(figures.sales_minor, None if before is None else before.sales_minor)
        if sales[0]:
            sales = (translate("Report", "{change} on last week").format(change=sales[0]), sales[1])
        receipts = self._against(figures.receipts, None if before is None else before.receipts)
        average = self._against(figures.average_minor, None if before is None else before.average_minor)
        return {
            "net_sales": Figure(
                translate("Report", "Net sales"), self._money(figures, figures.sales_minor), *sales
            ),
            "receipts": Figure(
                translate("Report", "Receipts"), self._formats.number(figures.receipts), *receipts
            ),
            "average": Figure(
                translate("Report", "Average receipt"), self._money(figures, figures.average_minor), *average
            ),
            "members": self._members(figures),
            "pickups": Figure(
                translate("Report", "Pickup orders"),
                self._formats.number(figures.hand_overs),
                translate("Report", "{value}, not in sales").format(
                    value=self._money(figures, figures.hand_over_value_minor)
                ),
            ),
            "difference": self._difference(figures),
        }

    def hours(self, figures: ShiftFigures, earlier: Sequence[HourFigure]) -> list[Point]:
        """Return a bar an hour, with the receipts of a week earlier as its dot."""
        before = {hour.hour: hour.receipts for hour in earlier}
        now = {hour.hour: hour.receipts for hour in figures.hours}
        hours = sorted(now.keys() | before.keys())
        shown = range(hours[0], hours[-1] + 1) if hours else ()
        return [
            Point(
                str(hour),
                now.get(hour, 0),
                self._formats.number(now.get(hour, 0)),
                before.get(hour, 0) if before else None,
                self._formats.number(before.get(hour, 0)),
            )
            for hour in shown
        ]

    def tenders(self, figures: ShiftFigures) -> list[Bar]:
        """Return a bar a tender, the largest first."""
        used = [tender for tender in figures.tenders if tender.receipts]
        tenders = sorted(used, key=lambda tender: -tender.total_minor)
        return [
            Bar(
                _named("tender", tender.kind),
                max(0, tender.total_minor),
                self._money(figures, tender.total_minor),
            )
            for tender in tenders
        ]

    def categories(self, figures: ShiftFigures) -> list[Bar]:
        """Return a bar a category, the largest first; small ones together."""
        found = sorted(figures.categories, key=lambda category: -category.total_minor)
        open_items = translate("Report", "Open items")
        named = [(category.name or open_items, category.total_minor) for category in found]
        if len(named) > MOST_CATEGORIES:
            rest = sum(minor for _, minor in named[MOST_CATEGORIES - 1 :])
            named = [*named[: MOST_CATEGORIES - 1], (translate("Report", "All others"), rest)]
        return [Bar(name, max(0, minor), self._money(figures, minor)) for name, minor in named]

    def total(self, figures: ShiftFigures) -> str:
        """Return what all tenders brought in together."""
        total = sum(tender.total_minor for tender in figures.tenders)
        return translate("Report", "Total {amount}").format(amount=self._money(figures, total))

    def discounts(self, figures: ShiftFigures) -> list[tuple[str, ...]]:
        """Return a row a campaign: its name, who pays, how often, how much."""
        return [
            (
                discount.name,
                self._funders(discount.funders),
                self._formats.number(discount.count),
                self._money(figures, discount.amount_minor),
            )
            for discount in sorted(figures.discounts, key=lambda each: each.amount_minor)
        ]

    def cash(self, figures: ShiftFigures) -> list[tuple[str, ...]]:
        """Return the rows of the drawer; what is expected only once it was counted."""
        taken = sum(tender.total_minor for tender in figures.tenders if tender.kind == "cash")
        rows = [
            (translate("Report", "Float"), figures.shift.float_minor),
            (translate("Report", "Cash takings"), taken),
        ]
        if figures.top_ups.cash_minor:
            rows.append((translate("Report", "Cash of top-ups"), figures.top_ups.cash_minor))
        for count in figures.counts:
            if count.kind == "cash":
                rows += [
                    (translate("Report", "Expected cash"), count.expected_minor),
                    (translate("Report", "Counted cash"), count.counted_minor),
                    (translate("Report", "Difference"), count.difference_minor),
                ]
        return [(name, self._money(figures, minor)) for name, minor in rows]

    def watched(self, figures: ShiftFigures) -> list[Watched]:
        """Return what is worth a look."""
        facts: list[tuple[str, int, str]] = [
            (
                translate("Report", "Returns {count}"),
                figures.returns.count,
                self._money(figures, -figures.returns.minor),
            ),
            (
                translate("Report", "Removed lines {count}"),
                figures.removed_lines,
                translate("Report", "Taken out before paying"),
            ),
            (
                translate("Report", "Emptied baskets {count}"),
                figures.abandoned_baskets,
                translate("Report", "Nothing was paid"),
            ),
            (
                translate("Report", "Open items {count}"),
                figures.open_items,
                translate("Report", "Price keyed in"),
            ),
            (
                translate("Report", "Copies {count}"),
                figures.copies,
                translate("Report", "Receipts printed again"),
            ),
            (
                translate("Report", "Offline coupons {count}"),
                figures.offline_coupons,
                translate("Report", "Settled once online"),
            ),
        ]
        facts += self._by_hand(figures)
        return [
            Watched(tag.format(count=self._formats.number(count)), note, "warn" if count else "neutral")
            for tag, count, note in facts
        ]

    def _by_hand(self, figures: ShiftFigures) -> list[tuple[str, int, str]]:
        found = figures.by_hand
        return [
            (
                translate("Report", "Discounts by hand {count}"),
                found.discounts,
                translate("Report", "{amount}, prices among them: {prices}").format(
                    amount=self._money(figures, -found.discounts_minor),
                    prices=self._formats.number(found.prices),
                ),
            ),
            (
                translate("Report", "Small change dropped {count}"),
                found.drops,
                self._money(figures, -found.drops_minor),
            ),
            (
                translate("Report", "Approvals {count}"),
                found.approvals,
                translate("Report", "Allowed by another person"),
            ),
        ]

    def _members(self, figures: ShiftFigures) -> Figure:
        name = translate("Report", "Members' share")
        share = self._formats.percent(_rounded(figures.member_share_bp, 100) * 100)
        before = figures.last_week
        if before is None or not before.receipts:
            return Figure(name, share)
        change = figures.member_share_bp - before.member_receipts * _WHOLE_BP // before.receipts
        note = translate("Report", "{arrow} {points} points").format(
            arrow=_arrow(change), points=self._formats.number(_rounded(change, 100))
        )
        return Figure(name, share, note, "ok" if change > 0 else "neutral")

    def _difference(self, figures: ShiftFigures) -> Figure:
        minor = figures.difference_minor
        if minor is None:
            waits = translate("Report", "Known after closing")
            return Figure(translate("Report", "Difference"), "–", waits)
        value = self._money(figures, abs(minor))
        if minor == 0:
            return Figure(translate("Report", "Difference"), value, translate("Report", "Exact"), "ok")
        note = translate("Report", "Counted against expected")
        if minor > 0:
            return Figure(translate("Report", "Over"), value, note, "warn")
        return Figure(translate("Report", "Short"), value, note, "warn")

    def _against(self, now: int, before: int | None) -> tuple[str, Kind]:
        """Return how a figure compares with the one a week earlier; nothing without one."""
        if not before:
            return "", "neutral"
        change_bp = _rounded(abs(now - before) * _WHOLE_BP, before)
        tenth_bp = _rounded(change_bp, 10) * 10
        note = f"{_arrow(now - before)} {self._formats.percent(tenth_bp)}"
        return note, "ok" if now > before else "neutral"

    def _funders(self, funders: Mapping[str, int]) -> str:
        """Return who pays; with their shares when there are several."""
        whole = sum(funders.values())
        if len(funders) < 2 or not whole:
            return _list(_named("bearer", funder) for funder in funders)
        ordered = sorted(funders.items(), key=lambda each: -abs(each[1]))
        return _list(
            f"{_named('bearer', funder)} {self._formats.percent(_rounded(minor * 100, whole) * 100)}"
            for funder, minor in ordered
        )

    def _span(self, shift: Shift) -> str:
        begin = self._formats.time(shift.opened_ms)
        return begin if shift.closed_ms is None else f"{begin}–{self._formats.time(shift.closed_ms)}"

    def _money(self, figures: ShiftFigures, minor: int) -> str:
        return self._formats.money(Money(minor, figures.currency))


def _named(kind: str, code: str) -> str:
    """Return what a tender or a funder is called; one of the shop's own keeps its name."""
    return text_of(f"{kind}.{code}") if f"{kind}.{code}" in known_codes() else code


def _list(parts: Iterable[str]) -> str:
    return translate("Report", ", ").join(parts)


def _arrow(change: int) -> str:
    return "▲" if change > 0 else "▼" if change < 0 else "="


def _rounded(value: int, divisor: int) -> int:
    """Return the quotient rounded half up; both have the same sign."""
    return (2 * abs(value) + abs(divisor)) // (2 * abs(divisor))
