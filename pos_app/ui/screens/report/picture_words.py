"""Turns the series and tables of a report into what a card shows, and says what each part of it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pos_app.ui.figure_names import figure_name
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.sections import PictureSpec
from pos_app.ui.screens.report.state import Opening
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.widgets.charts import Bar
from pos_app.ui.widgets.facts_table import Column
from pos_app.ui.widgets.series import Point, Series
from retail_core.reporting import report as reports
from retail_core.reporting.report import Drill, Report, ReportTable, Row

MOST_BARS = 8
MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows: a series or bars, the table, and what each of them opens."""

    title: str = ""
    note: str = ""
    series: Series = field(default_factory=lambda: Series(()))
    bars: tuple[Bar, ...] = ()
    openings: tuple[Opening | None, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    cell_openings: tuple[tuple[Opening | None, ...], ...] = ()

    @property
    def has_picture(self) -> bool:
        """Whether there is more than a table."""
        return bool(self.series.points or self.bars)


class PictureWords:
    """Writes pictures and their tables."""

    def __init__(self, words: ReportWords) -> None:
        self.words = words

    def picture(self, spec: PictureSpec, report: Report) -> Shown:
        """Return what the card of ``spec`` shows of a report."""
        series = report.series_of(spec.series_id) if spec.series_id else None
        table = report.table_of(spec.table_id) if spec.table_id else None
        points = series.points if series is not None else ()
        shown = points[:MOST_BARS] if spec.kind == "bars" else points
        columns, rows, cells = self._table(spec, table, report=report)
        return Shown(
            title=self.title(spec.name),
            note=self._note(spec, report, left_out=len(points) - len(shown), empty=not points and not rows),
            series=self._series(series, report) if series is not None and spec.kind == "axes" else Series(()),
            bars=tuple(self._bar(series, each, report=report) for each in shown)
            if series is not None and spec.kind == "bars"
            else (),
            openings=tuple(self._opening(series, each, report=report) for each in shown)
            if series is not None
            else (),
            columns=columns,
            rows=rows,
            cell_openings=cells,
        )

    def title(self, name: str) -> str:
        """Return the heading of a card."""
        return {
            "stores": translate("Report", "Stores"),
            "stores_more": translate("Report", "Stores: orders, margin and cash"),
            "hours": translate("Report", "Net sales by the hour"),
            "tenders": translate("Report", "Tenders"),
            "categories": translate("Report", "Categories"),
            "days": translate("Report", "Net sales by the day"),
            "products": translate("Report", "Products"),
            "channels": translate("Report", "Channels"),
            "returned_by_reason": translate("Report", "Returns by reason"),
            "tax": translate("Report", "Tax"),
            "funders": translate("Report", "Who pays for the discounts"),
            "campaigns": translate("Report", "Discounts by campaign"),
            "campaigns_table": translate("Report", "Campaigns"),
            "coupon_ways": translate("Report", "From issued to redeemed"),
            "tiers": translate("Report", "Members by tier"),
            "punctuality": translate("Report", "Ready on time"),
            "hand_overs": translate("Report", "Orders handed over"),
            "orders_channels": translate("Report", "Orders by channel"),
            "origins": translate("Report", "Orders by where they came from"),
            "returned_by_cashier": translate("Report", "Returns by cashier"),
            "no_sales_by_cashier": translate("Report", "No-sales by cashier"),
            "drawer_time_by_cashier": translate("Report", "Time that the drawer stood open"),
            "drawer": translate("Report", "The drawer, by cashier"),
            "person_hours": translate("Report", "By the hour"),
            "person_tenders": translate("Report", "Tenders"),
            "person_categories": translate("Report", "Categories"),
            "person_days": translate("Report", "Net sales by the day"),
            "cashiers": translate("Report", "Cashiers"),
            "by_hand": translate("Report", "By hand, by cashier"),
            "reasons": translate("Report", "Reasons"),
            "differences": translate("Report", "Over and short by the day"),
            "cash_tenders": translate("Report", "Tenders, counted"),
        }.get(name, name)

    def _note(self, spec: PictureSpec, report: Report, *, left_out: int, empty: bool) -> str:
        if empty:
            return translate("Report", "Nothing in this time")
        if spec.name == "tenders":
            total = report.figures.get("tendered")
            if total is not None:
                amount = self.words.value(total.value, total.unit, currency=report.currency)
                return translate("Report", "Total {amount}").format(amount=amount)
        if left_out > 0:
            return translate("Report", "{count} more in the table").format(count=left_out)
        return ""

    def _series(self, series: reports.Series, report: Report) -> Series:
        words, currency = self.words, report.currency
        against = report.comparisons[0] if report.comparisons else None
        found = against is not None and against.found
        return Series(
            tuple(
                Point(
                    words.key(series.dimension, each.key, names=report.names, name=each.name),
                    each.value,
                    words.value(each.value, series.unit, currency=currency),
                    each.compared[0] if found and each.compared else None,
                    words.value(each.compared[0], series.unit, currency=currency) if each.compared else "",
                    name=self._long_key(series.dimension, each.key),
                    short=words.tick(each.value, series.unit, currency=currency),
                )
                for each in series.points
            ),
            tick=lambda value: words.tick(value, series.unit, currency=currency),
            unit=words.tick_unit(series.unit, currency),
            now=self._now(report),
            against=words.against(against, report.scope) if against is not None and found else "",
        )

    def _now(self, report: Report) -> str:
        kind = report.scope.kind
        if kind == "shift":
            return translate("Report", "this shift")
        return translate("Report", "this day") if kind == "day" else translate("Report", "this time")

    def _long_key(self, dimension: str, key: str) -> str:
        if dimension == "hour" and key.isdecimal():
            return f"{int(key)}:00–{int(key) + 1}:00"
        return self.words.weekday(key) if dimension == "day" else ""

    def _bar(self, series: reports.Series, point: reports.Point, *, report: Report) -> Bar:
        words = self.words
        against = report.comparisons[0] if report.comparisons else None
        compared = point.compared[0] if point.compared and against is not None and against.found else None
        text = "" if compared is None else words.value(compared, series.unit, currency=report.currency)
        return Bar(
            words.key(series.dimension, point.key, names=report.names, name=point.name),
            point.value,
            words.value(point.value, series.unit, currency=report.currency),
            compared,
            f"{words.against(against, report.scope)} {text}" if against is not None and text else "",
        )

    def _opening(self, series: reports.Series, point: reports.Point, *, report: Report) -> Opening | None:
        if point.drill is None:
            return None
        words = self.words
        before = point.compared[0] if point.compared else None
        return Opening(
            series.figure_id,
            point.drill,
            words.value(point.value, series.unit, currency=report.currency),
            words.key(series.dimension, point.key, names=report.names, name=point.name),
            words.change(series.figure_id, point.value, before=before)[0],
        )

    def _table(
        self, spec: PictureSpec, table: ReportTable | None, *, report: Report
    ) -> tuple[tuple[Column, ...], tuple[tuple[str, ...], ...], tuple[tuple[Opening | None, ...], ...]]:
        if table is None:
            return (), (), ()
        places = [
            place
            for place, column in enumerate(table.columns)
            if not spec.columns or column.figure_id in spec.columns
        ]
        columns = (
            Column(self._dimension(table.dimension), stretch=True),
            *(Column(figure_name(table.columns[place].figure_id), figures=True) for place in places),
        )
        rows = [row for row in table.rows if any(row.values[place] for place in places)][:MOST_ROWS]
        if table.total is not None and len(rows) > 1:
            rows.append(table.total)
        written = tuple(self._row(row, table, report=report, places=places) for row in rows)
        opened = tuple(self._row_openings(row, table, report=report, places=places) for row in rows)
        return (columns, written, opened) if rows else ((), (), ())

    def _row(self, row: Row, table: ReportTable, *, report: Report, places: Sequence[int]) -> tuple[str, ...]:
        units = [column.unit for column in table.columns]
        name = self._row_name(row, table, report=report)
        return (
            f"{name}  ›" if self._leads_to_person(row, table) else name,
            *(
                self.words.value(row.values[place], units[place], currency=report.currency)
                for place in places
            ),
        )

    def _row_openings(
        self, row: Row, table: ReportTable, *, report: Report, places: Sequence[int]
    ) -> tuple[Opening | None, ...]:
        """Return what each cell opens; the name of a row opens what its first figure does."""
        written = self._row(row, table, report=report, places=places)
        cells = [
            self._cell(table.columns[place].figure_id, row.drills[place], value=value, name=written[0])
            if place < len(row.drills)
            else None
            for place, value in zip(places, written[1:], strict=True)
        ]
        first = next((each for each in cells if each is not None), None)
        if first is not None and self._leads_to_person(row, table):
            first = replace(first, drill=Drill(first.drill.measure, "cashier", row.key), is_person=True)
            first = replace(
                first, key_name=self.words.key("cashier", row.key, names=report.names, name=row.name)
            )
        return (first, *cells)

    def _leads_to_person(self, row: Row, table: ReportTable) -> bool:
        return table.dimension == "cashier" and bool(row.key) and row is not table.total

    def _cell(self, figure_id: str, drill: Drill | None, *, value: str, name: str) -> Opening | None:
        return None if drill is None else Opening(figure_id, drill, value, name)

    def _row_name(self, row: Row, table: ReportTable, *, report: Report) -> str:
        if row is table.total:
            return translate("Report", "Together")
        return self._long_key(table.dimension, row.key) or self.words.key(
            table.dimension, row.key, names=report.names, name=row.name
        )

    def _dimension(self, dimension: str) -> str:
        return {
            "hour": translate("Report", "Hour"),
            "day": translate("Report", "Day"),
            "tender": translate("Report", "Tender"),
            "category": translate("Report", "Category"),
            "product": translate("Report", "Product"),
            "cashier": translate("Report", "Cashier"),
            "campaign": translate("Report", "Campaign"),
            "funder": translate("Report", "Paid by"),
            "channel": translate("Report", "Channel"),
            "tier": translate("Report", "Tier"),
            "tax": translate("Report", "Tax rate"),
            "reason": translate("Report", "Reason"),
            "delay": translate("Report", "Late"),
            "origin": translate("Report", "From"),
            "store": translate("Report", "Store"),
        }.get(dimension, "")
