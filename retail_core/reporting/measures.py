"""The measures that reports add up: their units, and by what each of them is broken down.

Source: docs/rules/figures.md, "Measures".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Unit = Literal["minor", "count", "milli", "bp", "seconds", "minutes", "days", "points"]
"""Minor units of the currency, a number, thousandths, hundredths of a percent; ``days`` are tenths of one."""

Dimension = Literal[
    "",
    "hour",
    "tender",
    "category",
    "product",
    "cashier",
    "campaign",
    "funder",
    "channel",
    "tier",
    "tax",
    "reason",
    "mode",
    "delay",
    "origin",
]
"""What a measure is broken down by; the empty one is its total."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A sum: the parts by each of ``dimensions`` come to its total."""

    unit: Unit
    dimensions: tuple[Dimension, ...] = ()
    is_window: bool = False
    """Measured for a window as a whole; those of two windows do not add up."""


_SOLD: Final[tuple[Dimension, ...]] = ("hour", "category", "cashier", "channel", "tier")
_GOODS: Final[tuple[Dimension, ...]] = (*_SOLD, "product")
_WHO_WHEN: Final[tuple[Dimension, ...]] = ("hour", "cashier")
_WHY: Final[tuple[Dimension, ...]] = ("hour", "cashier", "reason")
_ORDERS: Final[tuple[Dimension, ...]] = ("channel", "origin")

MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        # sales and returns
        "receipts": Measure("count", ("hour", "cashier", "channel", "tier")),
        "return_receipts": Measure("count", ("hour", "cashier", "tier")),
        "items": Measure("milli", _GOODS),
        "list": Measure("minor", _SOLD),
        "discount": Measure("minor", (*_SOLD, "campaign", "funder")),
        "discount_ended": Measure("minor", (*_SOLD, "campaign", "funder")),
        "discount_uses": Measure("count", ("cashier", "campaign")),
        "sold": Measure("minor", (*_GOODS, "tax")),
        "sold_orders": Measure("minor", (*_SOLD, "tax")),
        "returned": Measure("minor", (*_GOODS, "tax", "reason")),
        "returned_items": Measure("milli", (*_GOODS, "reason")),
        "revenue": Measure("minor", (*_GOODS, "tax")),
        "tax": Measure("minor", (*_SOLD, "tax")),
        "taxed": Measure("minor", ("tax",)),
        "receivable": Measure("minor", (*_SOLD, "campaign", "funder")),
        "cost": Measure("minor", _GOODS),
        "costed": Measure("minor", _GOODS),
        "deposits": Measure("minor", _WHO_WHEN),
        "deposits_back": Measure("minor", _WHO_WHEN),
        "open_items": Measure("count", _WHO_WHEN),
        # money
        "rounding": Measure("minor", _WHO_WHEN),
        "tendered": Measure("minor", ("hour", "cashier", "tender")),
        "tender_uses": Measure("count", ("hour", "cashier", "tender")),
        "forfeited": Measure("minor", _WHO_WHEN),
        "top_ups": Measure("count", _WHO_WHEN),
        "top_up_value": Measure("minor", _WHO_WHEN),
        "top_up_bonus": Measure("minor", _WHO_WHEN),
        "top_up_tendered": Measure("minor", ("hour", "cashier", "tender")),
        "paid_in": Measure("count", _WHY),
        "paid_in_value": Measure("minor", _WHY),
        "paid_out": Measure("count", _WHY),
        "paid_out_value": Measure("minor", _WHY),
        "safe_drops": Measure("count", _WHY),
        "safe_drop_value": Measure("minor", _WHY),
        "floats_added": Measure("count", _WHY),
        "float_added_value": Measure("minor", _WHY),
        "shifts_closed": Measure("count", ("cashier",)),
        "expected": Measure("minor", ("cashier", "tender")),
        "counted": Measure("minor", ("cashier", "tender")),
        "short": Measure("minor", ("cashier", "tender")),
        "over": Measure("minor", ("cashier", "tender")),
        # members and coupons
        "points_earned": Measure("points", ("cashier", "tier")),
        "points_spent": Measure("points", ("cashier", "tier")),
        "member_joins": Measure("count", _WHO_WHEN),
        "coupons_used": Measure("count", ("hour", "cashier", "campaign", "mode")),
        "coupon_value": Measure("minor", ("hour", "cashier", "campaign", "mode")),
        "coupons_issued": Measure("count", ("cashier", "campaign")),
        "coupons_returned": Measure("count", ("cashier",)),
        # what baskets with one campaign, and without any, brought
        "campaign_baskets": Measure("count", ("campaign",)),
        "campaign_margin": Measure("minor", ("campaign",)),
        "campaign_subsidy": Measure("minor", ("campaign",)),
        "control_baskets": Measure("count"),
        "control_margin": Measure("minor"),
        # what people did by hand
        "removed_lines": Measure("count", _WHO_WHEN),
        "removed_value": Measure("minor", _WHO_WHEN),
        "abandoned": Measure("count", _WHY),
        "abandoned_value": Measure("minor", _WHY),
        "voids_after_total": Measure("count", _WHO_WHEN),
        "void_after_total_value": Measure("minor", _WHO_WHEN),
        "overrides": Measure("count", _WHY),
        "override_value": Measure("minor", _WHY),
        "hand_discounts": Measure("count", _WHY),
        "hand_discount_value": Measure("minor", _WHY),
        "drops": Measure("count", _WHO_WHEN),
        "drop_value": Measure("minor", _WHO_WHEN),
        "approvals": Measure("count", _WHY),
        "no_sales": Measure("count", _WHY),
        "drawer_openings": Measure("count", _WHO_WHEN),
        "drawer_timed": Measure("count", _WHO_WHEN),
        "drawer_seconds": Measure("seconds", _WHO_WHEN),
        "copies": Measure("count", _WHO_WHEN),
        "x_reads": Measure("count", _WHO_WHEN),
        # orders: what the store did
        "hand_overs": Measure("count", ("hour", "cashier", "channel")),
        "hand_over_value": Measure("minor", ("hour", "cashier", "channel")),
        "orders_ready": Measure("count", ("hour", "cashier", "channel", "delay")),
        "orders_on_time": Measure("count", ("hour", "cashier", "channel")),
        "minutes_late": Measure("minutes", ("hour", "cashier", "channel")),
        "orders_rejected": Measure("count", ("cashier", "reason")),
        "orders_refunded_value": Measure("minor", ("cashier", "reason")),
        "orders_returned": Measure("count", ("cashier",)),
        "orders_returned_value": Measure("minor", ("cashier",)),
        # orders: what became of those that were placed in the window
        "orders_placed": Measure("count", _ORDERS, is_window=True),
        "orders_value": Measure("minor", _ORDERS, is_window=True),
        "orders_got_ready": Measure("count", _ORDERS, is_window=True),
        "orders_collected": Measure("count", _ORDERS, is_window=True),
        "orders_cancelled": Measure("count", _ORDERS, is_window=True),
        "no_shows": Measure("count", _ORDERS, is_window=True),
        "commission": Measure("minor", _ORDERS, is_window=True),
        "orders_subsidy": Measure("minor", _ORDERS, is_window=True),
        # goods, at cost
        "wasted_cost": Measure("minor", ("cashier", "reason")),
        "missing_cost": Measure("minor", ("cashier", "reason")),
        "stock_cost": Measure("minor", is_window=True),
        "window_days": Measure("count", is_window=True),
        "stock_days": Measure("count", is_window=True),
        "stock_out_days": Measure("count", is_window=True),
        # members of the chain, by head office
        "members_touched": Measure("count", is_window=True),
        "members_came": Measure("count", is_window=True),
        "members_active": Measure("count", is_window=True),
        "members_two_channels": Measure("count", is_window=True),
        "customers": Measure("count", is_window=True),
        "customers_again": Measure("count", is_window=True),
        "newcomers": Measure("count", is_window=True),
        "newcomers_again": Measure("count", is_window=True),
        "cohort": Measure("count", is_window=True),
        "cohort_kept": Measure("count", is_window=True),
        "customer_revenue": Measure("minor", is_window=True),
        "coupons_out": Measure("count", ("campaign",), is_window=True),
        "coupons_claimed": Measure("count", ("campaign",), is_window=True),
        "coupons_redeemed": Measure("count", ("campaign",), is_window=True),
        "campaign_expected": Measure("minor", ("campaign",), is_window=True),
        "acquisition_cost": Measure("minor", is_window=True),
        "registered": Measure("count", is_window=True),
        "registered_bought": Measure("count", is_window=True),
        "delivery_fees": Measure("minor", is_window=True),
    }
)
"""Every measure by its name, which is also the name of its column in files."""
