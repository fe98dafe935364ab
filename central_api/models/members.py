"""Members and their points."""

from sqlalchemy import Column, Index, UniqueConstraint

from central_api.models.base import TEXT, key, maybe_words, number, row_number, table, words

member = table(
    "member",
    key("member_id"),
    Column("alias", TEXT, nullable=False, unique=True),  # 16 hexadecimal digits, inside member codes
    Column("phone_mac", TEXT, nullable=True, unique=True),
    maybe_words("phone"),
    words("phone_last4"),
    words("name"),
    words("masked_name"),
    words("tier"),
    number("points", 0),
    number("coupons", 0),
    number("purchases", 0),
    number("is_new", 0),
    number("principal_minor", 0),
    number("bonus_minor", 0),
    maybe_words("home_store"),
    number("registered_ms"),
    number("active", 1),
    maybe_words("import_batch"),
)
"""A member; ``points``, ``coupons`` and ``purchases`` are sums of the rows that own them.

``principal_minor`` and ``bonus_minor`` are what the member's ``value_entry`` rows come to in their order.

``is_new``: was a new customer when registered, so without purchases nothing was bought yet.
"""

points_entry = table(
    "points_entry",
    row_number(),
    words("member_id"),
    words("ref"),
    words("rule"),
    words("kind", "earn"),
    number("of_burn", 0),  # 1 where a reverse gives back what was burned
    number("points"),
    number("purchases", 0),  # 1 for a sale or an order, -1 for an order that was cancelled
    maybe_words("store_id"),
    number("earned_ms"),  # of what returned goods had earned: when they earned it
    maybe_words("entry_id"),
    number("txid"),
    UniqueConstraint("ref", "rule"),
)
"""Insert-only; a reference and a rule give or take points once, perhaps none; it is a purchase or not."""

Index("ix_points_entry_member_id", points_entry.c.member_id)
Index("ix_points_entry_txid", points_entry.c.txid)

value_entry = table(
    "value_entry",
    row_number(),
    words("member_id"),
    words("ref"),
    words("rule"),
    words("kind"),
    number("principal_minor", 0),
    number("bonus_minor", 0),
    number("amount_minor", 0),
    words("spend", "principal_first"),
    words("of_ref", ""),
    maybe_words("store_id"),
    number("made_ms"),
    maybe_words("entry_id"),
    number("txid"),
    UniqueConstraint("ref", "rule"),
)
"""Insert-only: top-ups, payments, what came back; ``retail_core.stored_value`` makes the balance of them."""

Index("ix_value_entry_member_id", value_entry.c.member_id)
Index("ix_value_entry_txid", value_entry.c.txid)
