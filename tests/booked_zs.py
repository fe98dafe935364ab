"""The balances of exported books beside the Zs that were printed: each figure of a shift, to the cent."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from beancount.core.data import Transaction as Loaded

Row = Mapping[str, Any]
Sums = dict[tuple[str, str], int]
"""Entry type and account to minor units of a currency with two decimals."""

_GOODS = ("Income:Sales:", "Income:Returns:", "Income:Discounts:", "Assets:Receivable:", "Liabilities:Tax:")


def of_shifts(loaded: Iterable[Loaded]) -> dict[str, Sums]:
    """Return what each shift of one till's books moved; points left out."""
    shifts: dict[str, Sums] = {}
    for each in loaded:
        sums = shifts.setdefault(str(each.meta.get("shift", "")), {})
        for posting in each.postings:
            assert posting.units is not None
            if posting.units.currency != "POINTS":
                assert isinstance(posting.units.number, Decimal)
                key = (str(each.meta["type"]), posting.account)
                sums[key] = sums.get(key, 0) + int(posting.units.number * 100)
    return shifts


def differences(sums: Sums, z: Row) -> list[str]:
    """Return what of a Z is another figure in the books."""
    return [
        f"{name}: {found} in the books, {stated} in the Z"
        for name, found, stated in _figures(sums, z)
        if found != stated
    ]


def _figures(sums: Sums, z: Row) -> Iterator[tuple[str, int, int]]:
    goods = -_of(sums, *_GOODS, "Liabilities:Deposits")
    yield "sold less returned", goods, z["total_minor"] - z["returns_minor"]
    yield "rounding", -_of(sums, "Income:CashRounding", kind="sale.completed"), z["rounding_minor"]
    yield "forfeited", -_of(sums, "Income:VouchersForfeited"), z["forfeited_minor"]
    yield "paid in", -_of(sums, "Liabilities:StoredValue:Principal"), z["top_up_minor"]
    yield "bonus", -_of(sums, "Liabilities:StoredValue:Bonus"), z["top_up_bonus_minor"]
    yield "hand-overs", _of(sums, "Assets:Clearing:Online"), z["hand_over_value_minor"]
    yield "paid into the drawer", -_of(sums, "Income:PaidIn:"), z.get("paid_in_minor", 0)
    yield "paid out of the drawer", _of(sums, "Expenses:PaidOut:"), z.get("paid_out_minor", 0)
    into_safe = _of(sums, "Assets:Cash:Safe:", kind="cash.moved")
    yield "dropped into the safe", into_safe, z.get("safe_drops_minor", 0) - z.get("floats_added_minor", 0)
    yield "left in the drawer", _of(sums, "Assets:Cash:Float:", kind="shift.closed"), z.get("left_minor") or 0
    yield "taken at the close", _of(sums, "Assets:Cash:Safe:", kind="shift.closed"), z.get("taken_minor", 0)
    yield from _taxes(sums, z)
    yield from _funders(sums, z)
    yield from _tenders(sums, z)
    yield "unexplained", _of(sums, "Equity:Unexplained"), 0


def _taxes(sums: Sums, z: Row) -> Iterator[tuple[str, int, int]]:
    stated = {}
    for row in z["tax"]:
        whole, part = divmod(row["rate_bp"], 100)
        rate = f"Rate-{whole}" + (f"-{part:02d}".rstrip("0") if part else "")
        stated[f"Liabilities:Tax:{rate}"] = row["tax_minor"]
    accounts = {account for _, account in sums if account.startswith("Liabilities:Tax:")}
    for account in accounts | stated.keys():
        yield account, -_of(sums, account), stated.get(account, 0)


def _funders(sums: Sums, z: Row) -> Iterator[tuple[str, int, int]]:
    stated: dict[str, int] = {}
    for discount in z["discounts"]:
        for funder, minor in discount["funders"].items():
            account = "Income:Discounts:Store" if funder == "store" else f"Assets:Receivable:{funder.title()}"
            stated[account] = stated.get(account, 0) - minor
    bearing = ("Income:Discounts:", "Assets:Receivable:")
    accounts = {account for _, account in sums if account.startswith(bearing)}
    for account in accounts | stated.keys():
        yield account, _of(sums, account), stated.get(account, 0)


def _tenders(sums: Sums, z: Row) -> Iterator[tuple[str, int, int]]:
    account_of = {
        "cash": "Assets:Cash:Drawer:",
        "external": "Assets:Clearing:External",
        "voucher": "Assets:Vouchers:",
        "card": "Assets:Clearing:Card:",
        "points": "Expenses:Marketing:Points",
        "stored_value": "Liabilities:StoredValue:Spent",
    }
    stated = {count["kind"]: count for count in z["tenders"]}
    for kind, account in account_of.items():
        expected = stated[kind]["expected_minor"] if kind in stated else 0
        difference = stated[kind]["difference_minor"] if kind in stated else 0
        found = _of(sums, account) - _of(sums, account, kind="shift.closed")
        yield f"{kind} expected", found, expected
        over_short = f"Expenses:OverShort:{'StoredValue' if kind == 'stored_value' else kind.title()}"
        yield f"{kind} difference", -_of(sums, over_short), difference


def _of(sums: Sums, *accounts: str, kind: str = "") -> int:
    """Return what accounts, or all that begin so, came to by entries of a type."""
    return sum(
        minor
        for (entry_type, account), minor in sums.items()
        if account.startswith(accounts) and kind in {"", entry_type}
    )
