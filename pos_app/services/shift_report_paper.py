"""Composes the manager's shift report for A4: its figures, its pictures and the tables behind them."""

from __future__ import annotations

from collections.abc import Iterator

from pos_app.services.documents import (
    Align,
    BarChart,
    ChartBar,
    FigureCard,
    ReportDocument,
    ReportTable,
    TableColumn,
)
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import StoreProfile
from pos_app.services.shift_report import ShiftFigures
from retail_core.figures import amount, local_time, quantity, rate, signed_amount
from retail_core.money import Money


def compose_shift_report(
    figures: ShiftFigures, store: StoreProfile, *, texts: ReceiptTexts, till: str
) -> ReportDocument:
    """Return the report of a shift, open or closed, in the language of ``texts``."""
    return ReportDocument(
        title=texts.text("report.title"),
        subtitle=_subtitle(figures, store, texts=texts, till=till),
        figures=tuple(_cards(figures, texts)),
        charts=(_hours(figures, texts), _categories(figures, texts), _tenders(figures, texts)),
        tables=tuple(_tables(figures, texts)),
        footer=f"{store.name} · {till}",
    )


def _subtitle(figures: ShiftFigures, store: StoreProfile, *, texts: ReceiptTexts, till: str) -> str:
    shift = figures.shift
    closed = (
        texts.text("report.open") if shift.closed_ms is None else local_time(shift.closed_ms, store.time_zone)
    )
    number = texts.text("report.subtitle", number=shift.number)
    return f"{store.name} · {till} · {number} · {local_time(shift.opened_ms, store.time_zone)} - {closed}"


def _cards(figures: ShiftFigures, texts: ReceiptTexts) -> Iterator[FigureCard]:
    earlier = _last_week(figures)
    values = {
        "sales": _signed(figures, figures.sales_minor),
        "receipts": f"{figures.receipts:,}",
        "average": _signed(figures, figures.average_minor),
        "discounts": _signed(figures, -abs(figures.discount_minor)),
        "members": rate(figures.member_share_bp),
        "hand_overs": f"{figures.hand_overs:,}",
    }
    if figures.returns.count:
        values["returns"] = _signed(figures, -figures.returns.minor)
    if figures.difference_minor is not None:
        values["difference"] = _signed(figures, figures.difference_minor)
    for key, value in values.items():
        note = texts.text("report.last_week", value=earlier[key]) if key in earlier else ""
        yield FigureCard(texts.text(f"report.{key}"), value, note)


def _last_week(figures: ShiftFigures) -> dict[str, str]:
    before = figures.last_week
    if before is None:
        return {}
    return {
        "sales": _signed(figures, before.sales_minor),
        "receipts": f"{before.receipts:,}",
        "average": _signed(figures, before.average_minor),
        "hand_overs": f"{before.hand_overs:,}",
    }


def _hours(figures: ShiftFigures, texts: ReceiptTexts) -> BarChart:
    bars = (
        ChartBar(f"{hour.hour:02d}:00", max(0, hour.total_minor), _signed(figures, hour.total_minor))
        for hour in figures.hours
    )
    return BarChart(texts.text("report.hours"), tuple(bars))


def _categories(figures: ShiftFigures, texts: ReceiptTexts) -> BarChart:
    bars = (
        ChartBar(category.name, max(0, category.total_minor), _signed(figures, category.total_minor))
        for category in figures.categories
    )
    return BarChart(texts.text("report.categories"), tuple(bars))


def _tenders(figures: ShiftFigures, texts: ReceiptTexts) -> BarChart:
    bars = (
        ChartBar(
            _tender(tender.kind, texts), max(0, tender.total_minor), _signed(figures, tender.total_minor)
        )
        for tender in figures.tenders
    )
    return BarChart(texts.text("report.tenders"), tuple(bars))


def _tables(figures: ShiftFigures, texts: ReceiptTexts) -> Iterator[ReportTable]:
    yield ReportTable(
        texts.text("report.categories"),
        (_words("category", texts), _numbers("quantity", texts), _numbers("amount", texts)),
        tuple(
            (category.name, quantity(category.qty_milli), _plain(figures, category.total_minor))
            for category in figures.categories
        ),
        total=(
            texts.text("report.total"),
            quantity(sum(category.qty_milli for category in figures.categories)),
            _plain(figures, sum(category.total_minor for category in figures.categories)),
        ),
    )
    if figures.discounts:
        yield ReportTable(
            texts.text("report.discounts"),
            (_words("campaign", texts), _numbers("times", texts), _numbers("amount", texts)),
            tuple(
                (discount.name, f"{discount.count:,}", _plain(figures, discount.amount_minor))
                for discount in figures.discounts
            ),
        )
    if figures.counts:
        yield ReportTable(
            texts.text("report.tenders"),
            (
                TableColumn(texts.text("report.tender"), weight=2),
                TableColumn(texts.text("z.expected"), Align.RIGHT),
                TableColumn(texts.text("z.counted"), Align.RIGHT),
                TableColumn(texts.text("z.difference"), Align.RIGHT),
            ),
            tuple(
                (
                    _tender(count.kind, texts),
                    _plain(figures, count.expected_minor),
                    _plain(figures, count.counted_minor),
                    _plain(figures, count.difference_minor),
                )
                for count in figures.counts
            ),
        )


def _words(key: str, texts: ReceiptTexts) -> TableColumn:
    return TableColumn(texts.text(f"report.{key}"), weight=3)


def _numbers(key: str, texts: ReceiptTexts) -> TableColumn:
    return TableColumn(texts.text(f"report.{key}"), Align.RIGHT)


def _tender(kind: str, texts: ReceiptTexts) -> str:
    return texts.text_or(f"tender.{kind}", kind)


def _signed(figures: ShiftFigures, minor: int) -> str:
    return signed_amount(Money(minor, figures.currency))


def _plain(figures: ShiftFigures, minor: int) -> str:
    return amount(Money(minor, figures.currency))
