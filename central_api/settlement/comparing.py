"""A platform's statement beside our rows: what one of them has not, and where they differ.

Source: docs/user/books.md, "A platform's statement".
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from central_api.settlement.schemas import Difference, SettlementRow
from central_api.settlement.table import StatementRow, decimal_of
from retail_core.money import exponent

Kind = Literal["order", "refund"]
_Sums = dict[tuple[str, Kind], tuple[Decimal, Decimal | None]]
"""Number and kind to amount and commission."""


def compare(
    rows: Iterable[SettlementRow], statement: Sequence[StatementRow], *, currency: str
) -> list[Difference]:
    """Return what differs, in order of number and kind; several rows of one order and kind count together.

    An order is found by the platform's number, or by ours. The amount of ours is what was paid there with
    what the platform bears of discounts; a commission is compared where the statement names one.
    """
    there = _theirs(statement)
    here: _Sums = {}
    for row in rows:
        if row.kind not in {"order", "refund"}:
            continue
        kind: Kind = "order" if row.kind == "order" else "refund"
        number = row.platform_number or row.number
        if (number, kind) not in there and (row.number, kind) in there:
            number = row.number
        paid, commission = here.get((number, kind), (Decimal(0), Decimal(0)))
        assert commission is not None, "ours is always known"
        here[number, kind] = (
            paid + decimal_of(row.paid_minor + row.off.get("platform", 0), currency),
            commission + decimal_of(row.commission_minor, currency),
        )
    keys = sorted(here.keys() | there.keys())
    return [found for key in keys for found in _of(key, here=here, there=there, currency=currency)]


def _theirs(statement: Sequence[StatementRow]) -> _Sums:
    sums: _Sums = {}
    for row in statement:
        paid, commission = sums.get((row.number, row.kind), (Decimal(0), None))
        if row.commission is not None:
            commission = (commission or Decimal(0)) + row.commission
        sums[row.number, row.kind] = (paid + row.amount, commission)
    return sums


def _of(key: tuple[str, Kind], *, here: _Sums, there: _Sums, currency: str) -> Iterable[Difference]:
    number, kind = key
    ours, theirs = here.get(key), there.get(key)

    def said(why: Literal["amount_differs", "commission_differs"], place: int) -> Difference:
        assert ours is not None
        assert theirs is not None
        return Difference(
            why, kind, number, _told(ours[place], currency), _told(theirs[place], currency), currency
        )

    if ours is None or theirs is None:
        # What comes to nothing on one side need not stand on the other.
        if ours is None and theirs is not None:
            yield Difference("missing_here", kind, number, None, _told(theirs[0], currency), currency)
        elif ours is not None and ours[0]:
            yield Difference("missing_there", kind, number, _told(ours[0], currency), None, currency)
        return
    if ours[0] != theirs[0]:
        yield said("amount_differs", 0)
    if theirs[1] is not None and ours[1] != theirs[1]:
        yield said("commission_differs", 1)


def _told(figure: Decimal | None, currency: str) -> str:
    digits = exponent(currency)
    assert figure is not None
    plain = figure.quantize(Decimal(1).scaleb(-digits)) if figure == round(figure, digits) else figure
    return f"{plain:f}"
