"""What every report shows: its summary, its series and its tables, by the names of the figures.

Source: docs/rules/figures.md, "Reports".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DAY: Final = "day"
"""Not a dimension of cells: a report's days one by one."""

LATE: Final = "late"
"""Not a dimension of cells: what came for days after they were closed; the measure is ``sold`` then."""

SUMMARY: Final = ("net_sales", "receipts", "average_basket", "items", "returned", "discount")

SIDE_BY_SIDE: Final = (
    *SUMMARY,
    "items_per_receipt",
    "return_rate",
    "discount_share",
    "member_receipt_share",
    "removed_lines",
    "abandoned",
    "voids_after_total",
    "overrides",
    "hand_discount_value",
    "drop_value",
    "approvals",
    "no_sales",
    "drawer_openings",
    "drawer_time",
    "drawer_average",
    "copies",
    "hand_overs",
    "hand_over_value",
    "difference",
    "margin_rate",
)
"""What shifts, days and people are compared by."""


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    """A figure by the keys of a dimension; ``in_order`` of the keys, else the largest first."""

    series_id: str
    figure_id: str
    dimension: str
    in_order: bool = False
    most: int = 40


@dataclass(frozen=True, slots=True)
class TableSpec:
    """The figures of each key of a dimension; sorted as a series, by the first column of ``sort``."""

    table_id: str
    dimension: str
    figures: tuple[str, ...]
    sort: str = ""
    most: int = 500


SERIES: Final = (
    SeriesSpec("net_sales_by_day", "net_sales", DAY, in_order=True, most=800),
    SeriesSpec("net_sales_by_hour", "net_sales", "hour", in_order=True),
    SeriesSpec("receipts_by_hour", "receipts", "hour", in_order=True),
    SeriesSpec("tendered_by_tender", "tendered", "tender"),
    SeriesSpec("net_sales_by_category", "net_sales", "category"),
    SeriesSpec("net_sales_by_product", "net_sales", "product", most=20),
    SeriesSpec("discount_by_funder", "discount", "funder"),
    SeriesSpec("discount_by_campaign", "discount", "campaign", most=20),
    SeriesSpec("net_sales_by_tier", "net_sales", "tier"),
    SeriesSpec("net_sales_by_channel", "net_sales", "channel"),
    SeriesSpec("hand_overs_by_channel", "hand_overs", "channel"),
    SeriesSpec("orders_ready_by_delay", "orders_ready", "delay", in_order=True),
    SeriesSpec("orders_by_origin", "orders_value", "origin"),
    SeriesSpec("returned_by_reason", "returned", "reason"),
    SeriesSpec("returned_by_cashier", "returned", "cashier"),
    SeriesSpec("no_sales_by_cashier", "no_sales", "cashier"),
    SeriesSpec("drawer_time_by_cashier", "drawer_time", "cashier"),
    SeriesSpec("difference_by_day", "difference", DAY, in_order=True, most=800),
)

TABLES: Final = (
    TableSpec(
        "days",
        DAY,
        ("receipts", "net_sales", "average_basket", "items", "returned", "discount", "difference"),
    ),
    TableSpec(
        "hours",
        "hour",
        (
            *("receipts", "net_sales", "average_basket", "items", "returned", "discount"),
            *("removed_lines", "overrides", "hand_discount_value", "no_sales", "drawer_time"),
        ),
    ),
    TableSpec("tenders", "tender", ("tender_uses", "tendered", "top_up_tendered", "difference"), "tendered"),
    TableSpec(
        "categories",
        "category",
        ("items", "list", "discount", "sold", "returned", "net_sales", "margin", "margin_rate"),
        "net_sales",
    ),
    TableSpec(
        "products",
        "product",
        ("items", "sold", "returned", "net_sales", "margin", "margin_rate"),
        "net_sales",
    ),
    TableSpec(
        "cashiers",
        "cashier",
        (
            "receipts",
            "net_sales",
            "average_basket",
            "return_receipts",
            "returned",
            "removed_lines",
            "abandoned",
            "voids_after_total",
            "void_after_total_value",
            "overrides",
            "hand_discounts",
            "hand_discount_value",
            "drop_value",
            "approvals",
            "no_sales",
            "drawer_openings",
            "drawer_timed",
            "drawer_time",
            "drawer_average",
            "copies",
            "hand_overs",
            "difference",
        ),
        "net_sales",
    ),
    TableSpec(
        "campaigns",
        "campaign",
        (
            *("discount_uses", "discount", "receivable", "coupons_used", "coupon_value", "coupons_issued"),
            "campaign_roi",
        ),
        "discount",
    ),
    TableSpec(
        "coupon_ways",
        "campaign",
        ("coupons_out", "coupons_claimed", "coupons_redeemed", "redemption_rate"),
        "coupons_out",
    ),
    TableSpec("funders", "funder", ("discount", "receivable"), "discount"),
    TableSpec(
        "channels",
        "channel",
        (
            "receipts",
            "net_sales",
            "hand_overs",
            "hand_over_value",
            "orders_placed",
            "orders_value",
            "orders_ready",
            "on_time_rate",
        ),
        "net_sales",
    ),
    TableSpec("tiers", "tier", ("receipts", "net_sales", "average_basket", "items"), "net_sales"),
    TableSpec("tax", "tax", ("sold", "returned", "taxed", "tax")),
    TableSpec("reasons", "reason", ("returned", "abandoned", "overrides", "hand_discounts", "no_sales")),
    TableSpec("punctuality", "delay", ("orders_ready",)),
    TableSpec(
        "origins", "origin", ("orders_placed", "orders_value", "orders_collected", "no_shows"), "orders_value"
    ),
)
