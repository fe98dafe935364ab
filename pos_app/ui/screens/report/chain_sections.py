"""What stands on the pages of all stores: those of a till's own reports, and the stores themselves."""

from dataclasses import replace
from typing import Final

from pos_app.ui.screens.report.sections import FIGURE_SECTIONS, PictureSpec, Section
from retail_core.reporting.figures import FIGURES

PLACE: Final = "chain."


_COUPON_WAYS: Final = PictureSpec(
    "coupon_ways",
    "table",
    table_id="coupon_ways",
    columns=("coupons_out", "coupons_claimed", "coupons_redeemed", "redemption_rate"),
    wide=True,
    only_if_any=True,
)


def _of_chain(section: Section) -> Section:
    """Return a section of a till's reports under names of its own, with what head office alone knows."""
    more = (_COUPON_WAYS,) if section.name == "discounts" else ()
    pictures = tuple(replace(spec, place=PLACE) for spec in (*section.pictures, *more))
    return replace(section, name=f"{PLACE}{section.name}", pictures=pictures)


STORES: Final = Section(
    f"{PLACE}stores",
    ("net_sales", "receipts", "average_basket", "returned", "discount", "gmv"),
    (
        PictureSpec(
            "stores",
            "bars",
            "net_sales_by_store",
            "stores",
            columns=("net_sales", "receipts", "average_basket", "items", "returned", "discount"),
            wide=True,
            place=PLACE,
        ),
        PictureSpec(
            "stores_more",
            "table",
            table_id="stores",
            columns=("gmv", "online_share", "on_time_rate", "no_show_rate", "margin_rate", "difference"),
            wide=True,
            place=PLACE,
        ),
    ),
)
"""The stores beside each other: a bar each, and a row with its figures."""

CHAIN_SECTIONS: Final = tuple(_of_chain(section) for section in FIGURE_SECTIONS)

_NUMBERED = [(int(spec.code[1:]), name) for name, spec in FIGURES.items() if spec.code]
CHAIN_FIGURES: Final = tuple(name for _, name in sorted(_NUMBERED, key=lambda each: each[0]))
"""All figures with a number in the requirements, in order of it."""
