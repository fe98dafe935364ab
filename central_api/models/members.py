"""Members and their points."""

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint

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
    words("card_number", ""),  # the 16 digits of the alias that a printed card shows
    words("initials", ""),
    words("birthday", ""),  # MM-DD
    words("preferences", ""),
    words("note", ""),
    words("told", "{}"),  # when name, birthday, preferences and note were told, as JSON
    number("visited_ms", 0),
    maybe_words("merged_into"),
    words("pin", ""),  # what checks the PIN, as JSON; empty without one
    number("pin_wrong", 0),  # wrong PINs since the last proof
    number("pin_locked_ms", 0),
)
"""A member; ``points``, ``coupons`` and ``purchases`` are sums of the rows that own them.

``principal_minor`` and ``bonus_minor`` are what the member's ``value_entry`` rows come to in their order.
``merged_into``: joined later with the phone number of that member, whom its id and alias mean now; such a row
is not ``active`` and holds nothing personal.

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

member_join = table(
    "member_join",
    key("ref"),
    words("member_id"),
    words("means"),
    maybe_words("store_id"),
    maybe_words("terminal_id"),
    maybe_words("staff_id"),
    number("joined_ms"),
    maybe_words("entry_id"),
    CheckConstraint("means IN ('till', 'link', 'online')", name="means"),
)
"""Insert-only; who joined where, and whose work that was: a person who joins twice has two rows."""

Index("ix_member_join_member_id", member_join.c.member_id)

member_consent = table(
    "member_consent",
    row_number(),
    words("ref"),
    words("member_id"),
    words("kind"),
    number("given"),
    words("wording"),
    maybe_words("store_id"),
    maybe_words("staff_id"),
    number("at_ms"),
    maybe_words("entry_id"),
    UniqueConstraint("ref", "kind"),
)
"""Insert-only; the newest row of a member and kind is what counts."""

Index("ix_member_consent_member_id", member_consent.c.member_id)

member_spend = table(
    "member_spend",
    key("ref"),
    words("member_id"),
    number("spent_minor"),  # negative for goods that came back
    words("currency"),
    number("spent_ms"),
    maybe_words("entry_id"),
)
"""Insert-only; what a sale's member paid for goods, or was given back for some: what tiers are decided by."""

Index("ix_member_spend_member_id", member_spend.c.member_id, member_spend.c.spent_ms)

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

member_adjustment = table(
    "member_adjustment",
    key("request_id"),
    words("member_id"),
    words("bucket"),
    number("amount"),  # points, or minor units; negative takes
    words("reason"),
    words("note", ""),
    words("staff_id"),
    maybe_words("store_id"),
    maybe_words("terminal_id"),
    maybe_words("approved_by"),
    number("at_ms"),
    CheckConstraint("bucket IN ('points', 'principal', 'bonus')", name="bucket"),
)
"""Insert-only: who corrected what of a member, and why, and who allowed it.

``staff_id`` is ``central-api`` for its command.
"""

Index("ix_member_adjustment_member_id", member_adjustment.c.member_id)

Index("ix_value_entry_member_id", value_entry.c.member_id)
Index("ix_value_entry_txid", value_entry.c.txid)
Index("ix_member_phone_last4", member.c.phone_last4)
Index("ix_member_card_number", member.c.card_number)
Index("ix_member_merged_into", member.c.merged_into)
