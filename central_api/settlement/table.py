"""Settlement as CSV, with columns that stay, and the statement of a platform as it is read.

Source: docs/user/books.md, "Settlement".
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, cast

from central_api.kit.errors import UsageError
from central_api.settlement.schemas import FUNDERS, SettlementRow
from retail_core.books import amount, table
from retail_core.money import exponent

COLUMNS: Final = (
    *("day", "store", "channel", "kind", "number", "platform_number", "list"),
    *(f"discount_{funder}" for funder in FUNDERS),
    *("tax", "paid", "commission", "owed", "currency"),
)
"""The columns of a channel's day, in their order. New ones come behind them."""

FUNDER_COLUMNS: Final = ("day", "store", "channel", "funder", "documents", "discount", "currency")
"""The columns of who bears what on a day."""

_NEEDED: Final = ("number", "kind", "amount")
_MOST_ROWS: Final = 1_000_000
_AMOUNT: Final = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A row of a platform's statement; ``commission`` and ``day`` where it has such columns."""

    number: str
    kind: Literal["order", "refund"]
    amount: Decimal
    commission: Decimal | None
    day: str


def lines(rows: Iterable[SettlementRow]) -> Iterator[str]:
    """Yield head and rows of a channel's day."""
    yield table.line(*COLUMNS)
    for row in rows:
        money = (
            *(row.off.get(funder, 0) for funder in FUNDERS),
            *(row.tax_minor, row.paid_minor, row.commission_minor, row.owed_minor),
        )
        yield table.line(
            *(row.day, row.store_id, row.channel, row.kind, row.number, row.platform_number),
            amount(row.list_minor, row.currency),
            *(amount(minor, row.currency) for minor in money),
            row.currency,
        )


def funder_lines(rows: Iterable[SettlementRow]) -> Iterator[str]:
    """Yield head and rows of who bears what, by store, channel and funder."""
    yield table.line(*FUNDER_COLUMNS)
    sums: dict[tuple[str, str, str, str, str], list[int]] = {}
    for row in rows:
        for funder, minor in row.off.items():
            if minor:
                key = (row.day, row.store_id, row.channel, funder, row.currency)
                figures = sums.setdefault(key, [0, 0])
                figures[0] += 1
                figures[1] += minor
    for (day, store_id, channel, funder, currency), (count, minor) in sorted(sums.items()):
        yield table.line(day, store_id, channel, funder, str(count), amount(minor, currency), currency)


def decimal_of(minor: int, currency: str) -> Decimal:
    """Return minor units as a decimal number."""
    return Decimal(minor).scaleb(-exponent(currency))


def read_statement(data: bytes) -> list[StatementRow]:
    """Return the rows of a statement.

    Raises:
        UsageError: It is no UTF-8, has not the columns, or a row cannot be read; the row is named.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("The statement is no UTF-8.", "Save it as CSV UTF-8.") from error
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise UsageError(
                f"The statement has no column {', '.join(missing)}.",
                f"It needs {', '.join(_NEEDED)}; commission and day are read where they are there.",
            )
        rows: list[StatementRow] = []
        for row in reader:
            if len(rows) >= _MOST_ROWS:
                raise UsageError(f"The statement has more than {_MOST_ROWS} rows.", "Split it by days.")
            rows.append(_row(row, reader.line_num))
    except csv.Error as error:
        raise UsageError(f"The statement is no CSV: {error}.", "Save it as CSV UTF-8.") from error
    return rows


def _row(row: dict[str | None, str | list[str] | None], line_no: int) -> StatementRow:
    cells = {name: value.strip() for name, value in row.items() if name and isinstance(value, str)}
    kind = cells.get("kind", "").lower()
    if kind not in {"order", "refund"}:
        raise UsageError(f"Line {line_no}: {kind or 'nothing'} is no kind.", "Write order or refund.")
    if not cells.get("number"):
        raise UsageError(f"Line {line_no} has no number.", "Each row names an order.")
    commission = cells.get("commission", "")
    return StatementRow(
        number=cells["number"],
        kind=cast('Literal["order", "refund"]', kind),
        amount=_amount(cells.get("amount", ""), line_no),
        commission=_amount(commission, line_no) if commission else None,
        day=cells.get("day", ""),
    )


def _amount(text: str, line_no: int) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise UsageError(
            f"Line {line_no}: {text or 'nothing'} is no amount.", "Write it as 1234.50, refunds below zero."
        )
    return Decimal(text)
