"""Facts for tests of the books, written by hand, and the books that others read of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from beancount import loader
from beancount.core.data import Transaction as Loaded

from retail_core.books import BeancountWriter, Booked, Bookkeeper, Period, Posted, Till, Transaction, amount

Doc = dict[str, object]
TILL = Till("S01-T02", "S01", incarnation=1, currency="CNY", day_of=lambda _ms: "2026-11-28")


def opened(number: int = 3, *, float_minor: int = 50_000, day: str = "2026-11-28", **more: object) -> Doc:
    """Return a shift that was opened; its id is ``shift-<number>``."""
    return {
        "type": "shift.opened",
        "shift_id": f"shift-{number}",
        "number": number,
        "business_day": day,
        "currency": "CNY",
        "float_minor": float_minor,
        **more,
    }


def line(net: int, tax: int, *, category: str = "drinks", rate: int = 1300, **more: object) -> Doc:
    """Return a sold line; ``off`` names who took how much off, in minor units above zero."""
    off = more.pop("off", {})
    return {
        "line_id": "l1",
        "product_id": "tea",
        "code": None,
        "name": "Tea",
        "category_id": category,
        "qty_milli": 1000,
        "sold_by": "piece",
        "unit_price_minor": net + tax,
        "list_minor": net + tax,
        "discounts": discounts(off),
        "total_minor": net + tax,
        "net_minor": net,
        "tax_minor": tax,
        "tax_rate_bp": rate,
        **more,
    }


def discounts(off: object) -> list[Doc]:
    """Return one discount for each who bears one."""
    assert isinstance(off, dict)
    return [
        {
            "rule_id": f"by {funder}",
            "kind": "amount",
            "name": "Off",
            "amount_minor": -minor,
            "funders": {funder: -minor},
            "tax_effect": "price_reduction" if funder == "store" else "third_party_payment",
            "units_milli": 1000,
        }
        for funder, minor in off.items()
    ]


def tender(kind: str, amount_minor: int, **more: object) -> Doc:
    """Return a tender that settles an amount, exactly if nothing else is said."""
    return {
        "kind": kind,
        "amount_minor": amount_minor,
        "tendered_minor": amount_minor,
        "change_minor": 0,
        **more,
    }


def sale(lines: Sequence[Doc], tenders: Sequence[Doc], **more: object) -> Doc:
    """Return a sale of shift 3."""
    return {
        "type": "sale.completed",
        "sale_id": "sale-1",
        "receipt_number": "S01-T02-000007",
        "shift_id": "shift-3",
        "business_day": "2026-11-28",
        "currency": "CNY",
        "catalog_version": "v1",
        "prices_include_tax": True,
        "lines": lines,
        "list_minor": 0,
        "discount_minor": 0,
        "total_minor": 0,
        "rounding_minor": 0,
        "tax": [],
        "tenders": tenders,
        "coupons": [],
        "member_tier": None,
        "points_earned": 0,
        "removed": [],
        "fiscal": {"provider": "null", "state": "none", "data": {}},
        **more,
    }


def back(net: int, tax: int, *, category: str = "drinks", rate: int = 1300, **more: object) -> Doc:
    """Return goods that came back."""
    off = more.pop("off", {})
    return {
        "line_id": "b1",
        "of_line_id": "l1",
        "product_id": "tea",
        "name": "Tea",
        "category_id": category,
        "qty_milli": 1000,
        "sold_by": "piece",
        "pack_pieces": 1,
        "list_minor": net + tax,
        "discounts": discounts(off),
        "total_minor": net + tax,
        "net_minor": net,
        "tax_minor": tax,
        "tax_rate_bp": rate,
        "reason": "unwanted",
        "restock": True,
        **more,
    }


def clawed(total: int, net: int, tax: int, *, funders: Mapping[str, int]) -> Doc:
    """Return a discount that was clawed back."""
    return {
        "of_line_id": "l2",
        "rule_id": "300-50",
        "kind": "threshold",
        "name": "300 - 50",
        "category_id": "drinks",
        "tax_effect": "price_reduction",
        "funders": dict(funders),
        "total_minor": total,
        "net_minor": net,
        "tax_minor": tax,
        "tax_rate_bp": 1300,
    }


def came_back(lines: Sequence[Doc], *claw_back: Doc, **more: object) -> Doc:
    """Return what came back of receipt 5."""
    return {
        "sale_id": "sale-0",
        "receipt_number": "S01-T02-000005",
        "policy": "claw_back",
        "lines": lines,
        "claw_back": claw_back,
        "refund_minor": 0,
        "points_reversed": 0,
        "coupons": [],
        **more,
    }


def closed(number: int = 3, *, tenders: Mapping[str, tuple[int, int]], **more: object) -> Doc:
    """Return the Z of a shift; ``tenders`` are what was expected and counted."""
    return {
        "type": "shift.closed",
        "shift_id": f"shift-{number}",
        "shift_number": number,
        "z_number": number,
        "business_day": "2026-11-28",
        "currency": "CNY",
        "opened_ms": 0,
        "closed_ms": 1,
        "opened_by": "s1",
        "closed_by": "s1",
        "cashiers": ["Lin"],
        "first_receipt": None,
        "last_receipt": None,
        **dict.fromkeys(_Z_FIGURES, 0),
        "tax": [],
        "categories": [],
        "discounts": [],
        "tenders": [
            {
                "kind": kind,
                "expected_minor": expected,
                "counted_minor": counted,
                "difference_minor": counted - expected,
                "count": 1,
            }
            for kind, (expected, counted) in tenders.items()
        ],
        **more,
    }


_Z_FIGURES = (
    *("sales_count", "items_milli", "list_minor", "discount_minor", "total_minor", "rounding_minor"),
    *("float_minor", "removed_lines", "abandoned_baskets", "hand_overs", "hand_over_value_minor"),
    *("members_sales", "copies", "open_orders_ready", "unsent_entries", "grand_total_sales_minor"),
)


def posted(docs: Iterable[Doc]) -> list[Posted]:
    """Return facts as entries of a journal."""
    entries = []
    for seq, doc in enumerate(docs, start=1):
        body = {key: value for key, value in doc.items() if key != "type"}
        entries.append(
            Posted(
                TILL.till,
                TILL.store,
                TILL.incarnation,
                seq=seq,
                type=str(doc["type"]),
                version=1,
                wall_ms=1_795_000_000_000,
                body=json.dumps(body),
            )
        )
    return entries


EVER = Period()


def booked(*docs: Doc, period: Period = EVER) -> list[Booked]:
    """Return what facts come to."""
    return list(Bookkeeper(TILL, period).read(posted(docs)))


def of_type(items: Iterable[Booked], kind: str) -> list[list[tuple[str, str]]]:
    """Return account and amount of each transaction of a type; points with their name."""
    return [
        [
            (posting.account, _told(amount(posting.minor, posting.currency), posting.currency))
            for posting in item.postings
        ]
        for item in items
        if isinstance(item, Transaction) and item.about["type"] == kind
    ]


def _told(figure: str, currency: str) -> str:
    return figure if currency == "CNY" else f"{figure} {currency}"


def text_of(items: Iterable[Booked]) -> str:
    """Return the books as text."""
    writer = BeancountWriter("test")
    return "".join([*writer.head(), *writer.lines(items)])


def problems_of(text: str) -> list[str]:
    """Return what beancount finds wrong with books."""
    _, errors, _ = loader.load_string(text)
    return [str(error.message) for error in errors]


def transactions(text: str) -> list[Loaded]:
    """Return the transactions that beancount reads; books with an error are refused."""
    entries, errors, _ = loader.load_string(text)
    assert not errors, [error.message for error in errors]
    return [entry for entry in entries if isinstance(entry, Loaded)]


def balances(loaded: Iterable[Loaded], *, until: date | None = None) -> dict[tuple[str, str], Decimal]:
    """Return what accounts come to by account and commodity, without those that hold nothing."""
    sums: dict[tuple[str, str], Decimal] = {}
    for each in loaded:
        if until is not None and each.date > until:
            continue
        for posting in each.postings:
            assert posting.units is not None
            number, currency = posting.units.number, posting.units.currency
            assert isinstance(number, Decimal)
            key = (posting.account, currency)
            sums[key] = sums.get(key, Decimal(0)) + number
    return {key: minor for key, minor in sums.items() if minor}
