"""The tables of the central API, one module per slice; importing this package knows them all.

SQLAlchemy Core only. Text, integers and bytes only, so that the same plain SQL runs on SQLite (STRICT
tables) and PostgreSQL: times are UTC milliseconds, amounts minor units, quantities thousandths, yes and no
1 and 0, and documents JSON text.
"""

from central_api.models import (
    cards,
    catalog,
    coupons,
    enrolment,
    feed,
    importing,
    journal,
    keys,
    members,
    orders,
    payments,
    proofs,
    reporting,
    sales,
    settlement,
    shop,
    slots,
    staff,
    stock,
    stores,
    told_costs,
    uses,
)
from central_api.models.base import metadata

__all__ = [
    "cards",
    "catalog",
    "coupons",
    "enrolment",
    "feed",
    "importing",
    "journal",
    "keys",
    "members",
    "metadata",
    "orders",
    "payments",
    "proofs",
    "reporting",
    "sales",
    "settlement",
    "shop",
    "slots",
    "staff",
    "stock",
    "stores",
    "told_costs",
    "uses",
]
