"""Click-and-collect orders, their steps, and hand-overs."""

from dataclasses import fields

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index

from central_api.models.base import TEXT, key, maybe_number, maybe_words, number, row_number, table, words
from retail_core.orders import ENDED, OPEN, LineDone

shop_order = table(
    "shop_order",
    key("order_id"),  # 16 hexadecimal digits, inside pickup codes
    words("number"),
    Column("store_id", TEXT, ForeignKey("store.store_id"), nullable=False),
    maybe_words("member_id"),
    words("channel"),
    words("state"),
    Column("request_id", TEXT, nullable=True, unique=True),
    words("masked_name"),
    words("phone_last4"),
    number("total_minor"),
    words("currency"),
    number("points", 0),  # what its member earns when it is handed over
    number("placed_ms"),
    number("promised_ms"),
    maybe_number("ready_ms"),
    maybe_number("handed_over_ms"),
    words("shelf", ""),
    words("secret_sha256"),
    words("pickup_code"),
    number("bags", 0),
    words("reason", ""),  # why it was rejected or cancelled: a code
    number("deadline_ms", 0),  # until when it is kept once it is ready; 0 before
    number("points_given", 0),  # what its member was given so far
    maybe_number("settled_minor"),  # what was paid of it, by what was agreed; empty: all of it, online
    words("paid_by_receipt", ""),  # the sale at a till that paid the rest
    words("moved_from", ""),  # the order whose goods were missing in its store, the first one of several
    words("fulfilment", "pickup"),
    words("platform_number", ""),  # what a platform shows to customer and courier
    words("platform_code", ""),  # what they show in the store
    words("address", ""),  # where a courier of the store's own brings it
    words("contact", ""),  # the phone number to call there
    words("courier", ""),  # name or number plate of who took it
    number("no_shows", 0),  # of its member, lately, when it was placed
    words("late", ""),  # whether it was later than promised by the limit, and earned a coupon
    CheckConstraint("fulfilment IN ('pickup', 'courier')", name="fulfilment"),
    CheckConstraint(f"state IN ({', '.join(repr(state) for state in (*OPEN, *ENDED))})", name="state"),
)
"""An order that is collected in a store, paid online or there."""

Index("ix_shop_order_store_state", shop_order.c.store_id, shop_order.c.state)
Index("ix_shop_order_member_id", shop_order.c.member_id)
# What the server looks for by itself, every few seconds.
Index("ix_shop_order_promised_ms", shop_order.c.promised_ms)
Index("ix_shop_order_moved_from", shop_order.c.moved_from)
Index("ix_shop_order_ready_ms", shop_order.c.ready_ms)
Index("ix_shop_order_deadline_ms", shop_order.c.deadline_ms)

order_line = table(
    "order_line",
    Column("order_id", TEXT, ForeignKey("shop_order.order_id"), primary_key=True),
    key("line_id"),
    number("position"),
    words("product_id"),
    words("name"),
    number("qty_milli"),
    number("total_minor"),
    number("min_age", 0),
    words("options", "[]"),  # JSON list of LineOption
    words("pack_id", ""),
    number("pack_pieces", 1),
    number("deposit", 0),
    words("deposit_of", ""),  # the line of a deposit's goods
    words("substitutes", ""),  # the line in whose place it stands
    words("preference", "none"),
    number("cap_minor", 0),  # the most that a unit in its place may cost; 0 for no such limit
    *(number(field.name, 0) for field in fields(LineDone) if field.name != "picker"),
    words("picker", ""),
    words("category_id", ""),
    maybe_number("cost_minor"),  # what its goods cost when they were ordered, without tax; empty: not known
)
"""What was ordered and paid, what stands in its place, and what became of it."""

order_event = table(
    "order_event",
    row_number(),
    Column("order_id", TEXT, ForeignKey("shop_order.order_id"), nullable=False),
    words("step"),
    maybe_words("terminal_id"),
    words("actor"),
    number("happened_ms"),
    maybe_words("entry_id"),
    words("args", "{}"),  # JSON object
)
"""What happened to an order, in order."""

Index("ix_order_event_order_id", order_event.c.order_id)

hand_over = table(
    "hand_over",
    key("hand_over_id"),
    words("order_id"),
    words("entry_id"),
    words("terminal_id"),
    words("store_id"),
    words("shift_id"),
    words("business_day"),
    words("means"),
    words("evidence"),
    words("courier", ""),  # name or number plate, where it went to one
    number("value_minor"),
    words("currency"),
    number("handed_ms"),
    number("accepted"),  # 1 for the first; 0 for a second one of the same order, which is an exception
    maybe_number("undone_ms"),
)
"""An order that left the store, as the till stated it."""

Index("ix_hand_over_order_id", hand_over.c.order_id)

hand_over_line = table(
    "hand_over_line",
    Column("hand_over_id", TEXT, ForeignKey("hand_over.hand_over_id"), primary_key=True),
    key("line_id"),
    number("qty_milli"),
    number("amount_minor"),  # what was paid for it
)
"""What a hand-over that counts took of an order's lines, deposits among them."""

order_refund = table(
    "order_refund",
    key("refund_id"),
    Column("order_id", TEXT, ForeignKey("shop_order.order_id"), nullable=False),
    words("line_id"),
    number("qty_milli"),  # 0 for the difference to a cheaper substitute
    number("amount_minor"),
    words("currency"),
    words("cause"),
    number("created_ms"),
    maybe_words("entry_id"),  # the till's fact; empty where head office or the shop did it
    maybe_number("paid_ms"),  # when the shop said that it paid it out
)
"""What goes back to whoever paid an order online, by the shop that took the money."""

Index("ix_order_refund_order_id", order_refund.c.order_id)
Index("ix_order_refund_paid_ms", order_refund.c.paid_ms)

held_order = table(
    "held_order",
    key("order_id"),
    Column("request_id", TEXT, nullable=False, unique=True),
    Column("store_id", TEXT, ForeignKey("store.store_id"), nullable=False),  # where the goods are
    words("till_store"),  # where it is paid
    maybe_words("member_id"),
    words("state"),
    number("held_ms"),
    number("until_ms"),
    words("body", ""),  # JSON: the order and its lines as they will be placed; empty once it is over
    CheckConstraint("state IN ('held', 'released', 'placed')", name="state"),
)
"""An order that a till takes, from its price to its payment; its goods are kept meanwhile."""

Index("ix_held_order_state_until_ms", held_order.c.state, held_order.c.until_ms)
