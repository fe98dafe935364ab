"""What stands on which page of the reports: figures, pictures, and the tables behind them."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["axes", "bars", "table"]


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """A picture and the table behind it.

    ``series_id`` and ``table_id`` are those of ``retail_core.reporting.layout``; ``columns`` are the figures
    that the table shows, all of them when empty. ``table`` has no picture.
    """

    name: str
    kind: Kind
    series_id: str = ""
    table_id: str = ""
    columns: tuple[str, ...] = ()
    wide: bool = False
    only_if_any: bool = False
    """Whether it goes where there is nothing to show, instead of saying so."""
    place: str = ""
    """Before its name among the window's parts, where another screen has the same picture."""


@dataclass(frozen=True, slots=True)
class Section:
    """A page: cards with a figure each, then pictures, two beside each other unless they are wide."""

    name: str
    figures: tuple[str, ...] = ()
    pictures: tuple[PictureSpec, ...] = ()


OVERVIEW: Final = Section(
    "overview",
    ("net_sales", "receipts", "average_basket", "member_sold_share", "hand_overs", "difference"),
    (
        PictureSpec(
            "hours",
            "axes",
            "net_sales_by_hour",
            "hours",
            columns=("receipts", "net_sales", "average_basket", "returned"),
        ),
        PictureSpec(
            "tenders",
            "bars",
            "tendered_by_tender",
            "tenders",
            columns=("tender_uses", "tendered", "difference"),
        ),
        PictureSpec(
            "categories",
            "bars",
            "net_sales_by_category",
            "categories",
            columns=("items", "net_sales", "margin_rate"),
        ),
    ),
)
SALES: Final = Section(
    "sales",
    ("sold", "returned", "return_rate", "items_per_receipt", "tax", "revenue"),
    (
        PictureSpec(
            "days",
            "axes",
            "net_sales_by_day",
            "days",
            columns=("receipts", "net_sales", "average_basket", "returned", "discount", "difference"),
            wide=True,
        ),
        PictureSpec(
            "products",
            "bars",
            "net_sales_by_product",
            "products",
            columns=("items", "net_sales", "returned", "margin_rate"),
        ),
        PictureSpec(
            "channels",
            "bars",
            "net_sales_by_channel",
            "channels",
            columns=("receipts", "net_sales", "hand_over_value"),
        ),
        PictureSpec("returned_by_reason", "bars", "returned_by_reason", "reasons", columns=("returned",)),
        PictureSpec("tax", "table", table_id="tax", columns=("taxed", "tax")),
    ),
)
DISCOUNTS: Final = Section(
    "discounts",
    ("discount", "discount_share", "receivable", "coupons_used", "coupon_value", "hand_discount_value"),
    (
        PictureSpec("funders", "bars", "discount_by_funder", "funders"),
        PictureSpec("campaigns", "bars", "discount_by_campaign"),
        PictureSpec(
            "campaigns_table",
            "table",
            table_id="campaigns",
            columns=(
                "discount_uses",
                "discount",
                "receivable",
                "coupons_used",
                "coupon_value",
                "campaign_roi",
            ),
            wide=True,
        ),
    ),
)
MEMBERS: Final = Section(
    "members",
    (
        "member_sold_share",
        "member_receipt_share",
        "member_joins",
        "points_earned",
        "points_spent",
        "top_up_value",
    ),
    (PictureSpec("tiers", "bars", "net_sales_by_tier", "tiers", wide=True),),
)
ORDERS: Final = Section(
    "orders",
    ("on_time_rate", "minutes_late_average", "no_shows", "no_show_rate", "hand_overs", "hand_over_value"),
    (
        PictureSpec("punctuality", "axes", "orders_ready_by_delay", "punctuality"),
        PictureSpec("hand_overs", "bars", "hand_overs_by_channel"),
        PictureSpec(
            "orders_channels",
            "table",
            table_id="channels",
            columns=("orders_placed", "orders_value", "orders_ready", "on_time_rate", "hand_overs"),
            wide=True,
        ),
        PictureSpec("origins", "bars", "orders_by_origin", "origins", wide=True),
    ),
)
PEOPLE: Final = Section(
    "people",
    ("return_receipts", "removed_lines", "voids_after_total", "overrides", "no_sales", "approvals"),
    (
        PictureSpec("returned_by_cashier", "bars", "returned_by_cashier"),
        PictureSpec("no_sales_by_cashier", "bars", "no_sales_by_cashier"),
        PictureSpec("drawer_time_by_cashier", "bars", "drawer_time_by_cashier", wide=True),
        PictureSpec(
            "cashiers",
            "table",
            table_id="cashiers",
            columns=("receipts", "net_sales", "average_basket", "returned", "hand_overs", "difference"),
            wide=True,
        ),
        PictureSpec(
            "by_hand",
            "table",
            table_id="cashiers",
            columns=(
                *("removed_lines", "abandoned", "voids_after_total", "void_after_total_value"),
                *("overrides", "hand_discount_value", "copies"),
            ),
            wide=True,
        ),
        PictureSpec(
            "drawer",
            "table",
            table_id="cashiers",
            columns=("drawer_openings", "no_sales", "drawer_timed", "drawer_time", "drawer_average"),
            wide=True,
        ),
        PictureSpec(
            "reasons",
            "table",
            table_id="reasons",
            columns=("returned", "overrides", "hand_discounts", "no_sales"),
            wide=True,
        ),
    ),
)
CASH: Final = Section(
    "cash",
    ("cash_flow", "paid_in", "paid_out", "safe_drops", "short", "over"),
    (
        PictureSpec("differences", "axes", "difference_by_day", wide=True),
        PictureSpec(
            "cash_tenders",
            "table",
            table_id="tenders",
            columns=("tender_uses", "tendered", "top_up_tendered", "difference"),
            wide=True,
        ),
    ),
)
PERSON: Final = Section(
    "person",
    (
        *("net_sales", "receipts", "average_basket", "return_receipts", "returned", "removed_lines"),
        *("voids_after_total", "overrides", "hand_discount_value", "no_sales", "drawer_time", "difference"),
    ),
    (
        PictureSpec(
            "person_hours",
            "axes",
            "net_sales_by_hour",
            "hours",
            columns=(
                *("receipts", "net_sales", "returned", "removed_lines", "overrides"),
                *("hand_discount_value", "no_sales", "drawer_time"),
            ),
            wide=True,
            only_if_any=True,
        ),
        PictureSpec("person_tenders", "bars", "tendered_by_tender", only_if_any=True),
        PictureSpec("person_categories", "bars", "net_sales_by_category", only_if_any=True),
        PictureSpec(
            "reasons",
            "table",
            table_id="reasons",
            columns=("returned", "abandoned", "overrides", "hand_discounts", "no_sales"),
            wide=True,
            only_if_any=True,
        ),
        PictureSpec("person_days", "axes", "net_sales_by_day", "days", wide=True, only_if_any=True),
    ),
)
"""The page of one cashier; everything on it is of that person."""

O2O: Final = Section("o2o")
WATCH: Final = Section("watch")

FIGURE_SECTIONS: Final = (OVERVIEW, SALES, DISCOUNTS, MEMBERS, ORDERS, PEOPLE, CASH)

O2O_FIGURES: Final = (
    *("gmv", "pickup_share", "collected_rate", "no_show_rate"),
    *("stock_turnover", "days_of_stock", "online_share", "store_visits"),
    *("average_basket", "stock_out_rate", "loss", "loss_rate", "on_time_rate", "minutes_late_average"),
    *("margin", "margin_rate", "cost_known", "cash_flow"),
    *("subsidy", "commission", "delivery_fees", "campaign_roi"),
)
"""K1, K3, K7 to K14: what a till knows of its own store, and why it does not know the rest."""
