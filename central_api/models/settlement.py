"""What orders of channels were priced to, so that it can be settled with who took the money."""

from sqlalchemy import Column, ForeignKey, Index

from central_api.models.base import TEXT, number, table, words

order_price = table(
    "order_price",
    Column("order_id", TEXT, ForeignKey("shop_order.order_id"), primary_key=True),
    words("store_id"),
    words("channel"),
    words("external_id"),  # its number there; empty where it has none
    words("business_day"),  # on which it was placed
    words("currency"),
    number("list_minor"),  # before discounts, as the price list states it
    number("tax_minor"),
    number("online_minor"),  # what was paid where it was ordered, not in the store
    number("store_minor"),  # taken off at the cost of each funder, >= 0
    number("headquarters_minor"),
    number("brand_minor"),
    number("platform_minor"),
    number("commission_bp"),  # of what was paid online, as it was agreed when it was placed
)
"""Insert-only: the price of an order on the day on which it was placed."""

Index("ix_order_price_store_day", order_price.c.store_id, order_price.c.business_day)
