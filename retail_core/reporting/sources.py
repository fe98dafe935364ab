"""Which facts add to a measure, and what stands in their text: to find what is behind a figure.

Both only make a search short; whether a fact added to a cell is decided by reckoning it again.
"""

from __future__ import annotations

import json
from typing import Final

from retail_core.reporting.fact_cells import COUNTED_TYPES
from retail_core.wire import facts, member_facts, order_facts, shift_facts, stock_facts
from retail_core.wire.base import Message

_TOTALS: Final = ("total_minor", "amount_minor", "value_minor", "principal_minor")
_SALE: Final = (facts.SALE_COMPLETED,)
_HAND_OVER: Final = (order_facts.ORDER_HANDED_OVER, order_facts.ORDER_HAND_OVER_UNDONE)
_READY: Final = (order_facts.ORDER_READY,)
_GIVEN_UP: Final = (order_facts.ORDER_GIVEN_UP, order_facts.ORDER_SHORT)

_TYPES: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        [
            "receipts",
            "return_receipts",
            "items",
            "list",
            "discount",
            "discount_ended",
            "discount_uses",
            "sold",
            "sold_orders",
            "returned",
            "returned_items",
            "revenue",
            "tax",
            "taxed",
            "receivable",
            "cost",
            "costed",
            "deposits",
            "deposits_back",
            "open_items",
            "rounding",
            "tendered",
            "tender_uses",
            "forfeited",
            "points_earned",
            "points_spent",
            "coupons_used",
            "coupon_value",
            "coupons_issued",
            "coupons_returned",
            "overrides",
            "override_value",
            "hand_discounts",
            "hand_discount_value",
            "drops",
            "drop_value",
            "campaign_baskets",
            "campaign_margin",
            "campaign_subsidy",
            "control_baskets",
            "control_margin",
        ],
        _SALE,
    ),
    **dict.fromkeys(
        ("top_ups", "top_up_value", "top_up_bonus", "top_up_tendered"), (facts.BALANCE_TOPPED_UP,)
    ),
    **dict.fromkeys(
        ("removed_lines", "removed_value", "voids_after_total", "void_after_total_value"),
        (*_SALE, facts.BASKET_ABANDONED),
    ),
    **dict.fromkeys(("abandoned", "abandoned_value"), (facts.BASKET_ABANDONED,)),
    **dict.fromkeys(
        [
            "paid_in",
            "paid_in_value",
            "paid_out",
            "paid_out_value",
            "safe_drops",
            "safe_drop_value",
            "floats_added",
            "float_added_value",
        ],
        (shift_facts.CASH_MOVED,),
    ),
    **dict.fromkeys(("shifts_closed", "expected", "counted", "short", "over"), (shift_facts.SHIFT_CLOSED,)),
    "no_sales": (shift_facts.DRAWER_OPENED,),
    "drawer_openings": (
        *_SALE,
        facts.BALANCE_TOPPED_UP,
        shift_facts.CASH_MOVED,
        shift_facts.DRAWER_OPENED,
    ),
    **dict.fromkeys(("drawer_timed", "drawer_seconds"), (shift_facts.DRAWER_CLOSED,)),
    "x_reads": (shift_facts.SHIFT_READ,),
    "copies": (facts.RECEIPT_REPRINTED,),
    "member_joins": (member_facts.MEMBER_JOINED,),
    **dict.fromkeys(("hand_overs", "hand_over_value"), _HAND_OVER),
    **dict.fromkeys(("orders_ready", "orders_on_time", "minutes_late"), _READY),
    "orders_rejected": (order_facts.ORDER_REJECTED,),
    "orders_refunded_value": _GIVEN_UP,
    **dict.fromkeys(("orders_returned", "orders_returned_value"), (order_facts.ORDER_RETURNED,)),
    "wasted_cost": (stock_facts.STOCK_WASTED,),
    "missing_cost": (stock_facts.STOCK_COUNTED,),
}

_QUOTED: Final = frozenset({"tender", "category", "product", "campaign", "funder", "tier", "mode"})
"""Dimensions whose keys stand in the fact's text as they are."""


def types_behind(measure: str) -> tuple[str, ...]:
    """Return the types of facts that can add to a measure."""
    return _TYPES.get(measure, COUNTED_TYPES)


def words_behind(dimension: str, key: str) -> tuple[str, ...]:
    """Return what stands in the canonical text of each fact that adds to a key of a dimension."""
    if not key:
        return ()
    if dimension in _QUOTED:
        return (json.dumps(key, ensure_ascii=False),)
    return (f'"tax_rate_bp":{key}',) if dimension == "tax" and key.isdigit() else ()


def total_of(fact: Message) -> int | None:
    """Return what a document or movement came to in minor units, ``None`` for what has no amount."""
    return next((getattr(fact, name) for name in _TOTALS if hasattr(fact, name)), None)
