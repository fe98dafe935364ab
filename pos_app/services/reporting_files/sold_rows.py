"""The receipts of a report and their lines, row by row: for the workbook and for other programs.

What came back stands below zero, so that every column adds up: the totals of the lines of a document are
its total, and those of all documents the sales of the report. Source: docs/user/report-files.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pos_app.services.reporting_files.book import BookColumn, ColumnKind
from pos_app.services.reporting_files.values import Amount, Count, Day, Moment, Quantity, Share, Value
from pos_app.services.reporting_files.words import ReportWords
from pos_app.services.return_sums import sold_minor
from pos_app.services.sold_document import SoldDocument
from retail_core.wire.facts import ClawBack, ReturnedLine, SaleLine

TENDERS: Final = ("cash", "card", "external", "voucher", "points", "stored_value")
"""Each has a column of its own."""

PLACE_COLUMNS: Final = ("store", "business_day", "till", "shift")
RECEIPT_COLUMNS: Final[tuple[tuple[str, ColumnKind], ...]] = (
    ("receipt", "text"),
    ("time", "moment"),
    ("kind", "text"),
    ("cashier_id", "text"),
    ("cashier", "text"),
    ("member_tier", "text"),
    ("items", "quantity"),
    ("list", "amount"),
    ("discount", "amount"),
    ("sold", "amount"),
    ("returned", "amount"),
    ("total", "amount"),
    ("rounding", "amount"),
    ("tax", "amount"),
    *((f"tender_{kind}", "amount") for kind in TENDERS),
)
LINE_COLUMNS: Final = (
    "receipt",
    "line",
    "kind",
    "product_id",
    "product",
    "category_id",
    "quantity",
    "unit_price",
    "list",
    "discount",
    "total",
    "net",
    "tax",
    "tax_rate",
    "cost",
    "reason",
)
_BOOK_COLUMNS: Final = tuple(pair for pair in RECEIPT_COLUMNS if pair[0] not in {"cashier_id", "rounding"})


@dataclass(frozen=True, slots=True)
class SoldPlace:
    """Where documents were written: columns that every row begins with."""

    store: str
    till: str
    time_zone: str

    def columns(self, business_day: str, shift: str) -> tuple[Value, ...]:
        """Return the values of :data:`PLACE_COLUMNS`."""
        return self.store, Day(business_day), self.till, shift


def receipt_row(document: SoldDocument, time_zone: str) -> tuple[Value, ...]:
    """Return the values of :data:`RECEIPT_COLUMNS`."""
    sale, currency = document.sale, document.sale.currency
    sold = sold_minor(sale)
    returned = sum(back.refund_minor for back in sale.returned)
    paid = dict.fromkeys(TENDERS, 0)
    for tender in sale.tenders:
        paid[tender.kind] = paid.get(tender.kind, 0) + tender.amount_minor
    amounts = (
        sale.list_minor,
        -abs(sale.discount_minor),
        sold,
        -returned,
        sold - returned,
        sale.rounding_minor,
        sum(row.tax_minor for row in sale.tax),
        *(paid[kind] for kind in TENDERS),
    )
    return (
        sale.receipt_number,
        Moment(document.at_ms, time_zone),
        kind_of(document),
        document.actor,
        document.cashier_name,
        sale.member_tier or "",
        Quantity(sum(line.pieces_milli for line in sale.lines)),
        *(Amount(minor, currency) for minor in amounts),
    )


def kind_of(document: SoldDocument) -> str:
    """Return ``sale``, ``return``, or ``exchange`` for both at once."""
    if document.sale.returned:
        return "exchange" if document.sale.lines else "return"
    return "sale"


def line_rows(document: SoldDocument) -> Iterator[tuple[Value, ...]]:
    """Yield the values of :data:`LINE_COLUMNS` for each line; goods that came back are below zero."""
    sale, currency = document.sale, document.sale.currency
    number = 0
    for line in sale.lines:
        number += 1
        yield (sale.receipt_number, Count(number), *_sold(line, currency))
    for back in sale.returned:
        for came in back.lines:
            number += 1
            yield (sale.receipt_number, Count(number), *_came_back(came, currency))
        for clawed in back.claw_back:
            number += 1
            yield (sale.receipt_number, Count(number), *_clawed_back(clawed, currency))


def book_columns(words: ReportWords) -> tuple[BookColumn, ...]:
    """Return the columns of the sheet of receipts."""
    return tuple(BookColumn(key, _title(key, words), kind) for key, kind in _BOOK_COLUMNS)


def book_row(document: SoldDocument, time_zone: str, *, words: ReportWords) -> tuple[Value, ...]:
    """Return a row of the sheet of receipts: what other programs need is left out, words are said."""
    row = dict(zip((key for key, _ in RECEIPT_COLUMNS), receipt_row(document, time_zone), strict=True))
    row["kind"] = words.key("kind", kind_of(document))
    row["member_tier"] = words.key("tier", document.sale.member_tier or "")
    return tuple(row[key] for key, _ in _BOOK_COLUMNS)


def _title(key: str, words: ReportWords) -> str:
    if key.startswith("tender_"):
        return words.key("tender", key.removeprefix("tender_"))
    return words.column(key)


def _sold(line: SaleLine, currency: str) -> tuple[Value, ...]:
    return (
        "sale",
        line.product_id or "",
        line.name,
        line.category_id,
        Quantity(line.pieces_milli),
        Amount(line.unit_price_minor, currency),
        Amount(line.list_minor, currency),
        Amount(sum(each.amount_minor for each in line.discounts), currency),
        Amount(line.total_minor, currency),
        Amount(line.net_minor, currency),
        Amount(line.tax_minor, currency),
        Share(line.tax_rate_bp),
        None if line.cost_minor is None else Amount(line.cost_minor, currency),
        "",
    )


def _came_back(line: ReturnedLine, currency: str) -> tuple[Value, ...]:
    return (
        "return",
        line.product_id or "",
        line.name,
        line.category_id,
        Quantity(-line.pieces_milli),
        None,
        Amount(-line.list_minor, currency),
        Amount(-sum(each.amount_minor for each in line.discounts), currency),
        Amount(-line.total_minor, currency),
        Amount(-line.net_minor, currency),
        Amount(-line.tax_minor, currency),
        Share(line.tax_rate_bp),
        None if line.cost_minor is None else Amount(-line.cost_minor, currency),
        line.reason,
    )


def _clawed_back(clawed: ClawBack, currency: str) -> tuple[Value, ...]:
    return (
        "claw_back",
        "",
        clawed.name,
        clawed.category_id,
        Quantity(0),
        None,
        Amount(0, currency),
        Amount(clawed.total_minor, currency),
        Amount(clawed.total_minor, currency),
        Amount(clawed.net_minor, currency),
        Amount(clawed.tax_minor, currency),
        Share(clawed.tax_rate_bp),
        None,
        "",
    )
