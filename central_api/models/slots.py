"""Slots of promised times, and the orders that have a place in one."""

from sqlalchemy import CheckConstraint, Column

from central_api.models.base import INT, TEXT, key, maybe_number, number, table, words

order_slot = table(
    "order_slot",
    Column("store_id", TEXT, primary_key=True),
    Column("starts_ms", INT, primary_key=True, autoincrement=False),
    number("taken"),
    CheckConstraint("taken >= 0", name="taken"),
)
"""How many places of a slot are taken."""

order_place = table(
    "order_place",
    key("order_id"),
    words("store_id"),
    number("starts_ms"),
)
"""Which slot an order has its place in, as long as somebody may collect it."""

order_late = table(
    "order_late",
    key("order_id"),
    words("store_id"),
    number("promised_ms"),
    maybe_number("ready_ms"),  # empty where it was noted before it was ready
    number("noted_ms"),
    words("campaign_id", ""),  # whose coupon it earns; its request is late:ORDER
    words("coupon_id", ""),  # what a till printed for it; empty where head office gives one
)
"""Orders that were later than promised by their store's limit, each once."""

order_message = table(
    "order_message",
    key("order_id"),
    key("kind"),
    number("told_ms"),
    words("message_id", ""),  # in the outbox; empty where the member has no number
    CheckConstraint("kind IN ('late', 'ready', 'reminder', 'moved')", name="kind"),
)
"""What was told of an order, each kind once."""

order_external = table(
    "order_external",
    key("channel"),
    key("external_id"),
    words("order_id"),
)
"""The number that an order has in the marketplace or platform that sent it."""
