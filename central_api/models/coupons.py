"""Coupons: instances of campaigns, reservations of them, and the account of each campaign."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, UniqueConstraint

from central_api.models.base import TEXT, key, maybe_number, maybe_words, number, row_number, table, words

coupon = table(
    "coupon",
    key("coupon_id"),
    Column("campaign_id", TEXT, ForeignKey("campaign.campaign_id"), nullable=False),
    Column("serial", TEXT, nullable=False, unique=True),  # 16 hexadecimal digits, inside coupon codes
    Column("short_code", TEXT, nullable=True, unique=True),
    maybe_words("member_id"),
    maybe_words("store_id"),  # home store: the one that may redeem offline
    words("state"),
    number("flags"),
    number("value_minor"),
    number("issued_ms"),
    number("starts_ms"),
    number("expires_ms"),
    maybe_words("redeemed_sale_id"),
    maybe_words("redeemed_store_id"),
    maybe_number("redeemed_ms"),
    Column("request_id", TEXT, nullable=True, unique=True),
    number("reserved_minor", 0),  # of the campaign's budget, while it is open
    maybe_words("given_by"),  # the member who gave it to this one
    maybe_words("allotted_to"),  # the till that may print it with a sale, of which incarnation
    maybe_number("allotted_incarnation"),
    maybe_number("use_until_ms"),  # when that ends
    maybe_words("earned_sale_id"),  # the sale that it was given with, and from what total on
    maybe_number("earned_from_minor"),
    CheckConstraint("state IN ('issued', 'held', 'redeemed', 'returned', 'expired', 'void')", name="state"),
)
"""One coupon of a wallet or on paper."""

Index("ix_coupon_member_id", coupon.c.member_id)
Index("ix_coupon_campaign_id", coupon.c.campaign_id)
Index("ix_coupon_allotted_to", coupon.c.allotted_to)
Index("ix_coupon_earned_sale_id", coupon.c.earned_sale_id)
Index("ix_coupon_expires_ms", coupon.c.expires_ms)
Index("ix_coupon_issued_ms", coupon.c.issued_ms)

# What an order gives back when nobody gets anything of it.
Index("ix_coupon_redeemed_sale_id", coupon.c.redeemed_sale_id)

coupon_hold = table(
    "coupon_hold",
    key("hold_id"),
    Column("coupon_id", TEXT, ForeignKey("coupon.coupon_id"), nullable=False),
    words("sale_id"),
    words("terminal_id"),
    words("state"),
    number("expires_ms"),
    number("reserved_minor", 0),  # of the campaign's budget, while it is held
    UniqueConstraint("coupon_id", "sale_id"),
    CheckConstraint("state IN ('held', 'confirmed', 'released', 'expired')", name="state"),
)
"""A reservation for one sale, for five minutes."""

coupon_entry = table(
    "coupon_entry",
    row_number(),
    words("campaign_id"),
    words("coupon_id"),
    words("kind"),
    words("sale_id"),
    words(
        "first_sale_id"
    ),  # of a conflict: the sale that used it before; of a return: the one that had used it
    words("store_id"),
    number("amount_minor"),  # what it took off; negative where that is undone
    number("released_minor"),  # what had been reserved for it
    number("at_ms"),
    words("entry_id"),
    number("txid"),
    UniqueConstraint("kind", "coupon_id", "sale_id"),
    CheckConstraint("kind IN ('redeemed', 'returned', 'conflict', 'over_budget')", name="kind"),
)
"""What sales did to coupons; insert-only. ``over_budget`` moves what was redeemed to the conflicts."""

Index("ix_coupon_entry_txid", coupon_entry.c.txid)
Index("ix_coupon_entry_campaign", coupon_entry.c.campaign_id, coupon_entry.c.id)

coupon_account = table(
    "coupon_account",
    key("campaign_id"),
    number("issued", 0),
    number("allotted", 0),  # signed for tills to print, and not printed yet
    number("claimed", 0),
    number("redeemed", 0),
    number("spent_minor", 0),
    number("reserved_minor", 0),
    number("conflicts", 0),
    number("conflict_minor", 0),
    maybe_number("offline_ended_ms"),
    number("redeemed_before", 0),  # of before the offline right was given back: compared no more
    number("conflicts_before", 0),
    CheckConstraint("reserved_minor >= 0", name="reserved"),
)
"""The sums of a campaign's coupons, one row for each campaign that has any."""

campaign_act = table(
    "campaign_act",
    row_number(),
    words("campaign_id"),
    words("act"),
    words("staff_id"),
    words("reason"),
    number("at_ms"),
    number("redeemed"),  # as its account stood
    number("conflicts"),
)
"""What people at head office did about campaigns, and why; insert-only."""
