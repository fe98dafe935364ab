"""Coupons: instances of campaigns, and reservations of them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, UniqueConstraint

from central_api.models.base import TEXT, key, maybe_number, maybe_words, number, table, words

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
    CheckConstraint("state IN ('issued', 'held', 'redeemed', 'returned', 'expired', 'void')", name="state"),
)
"""One coupon of a wallet or on paper."""

Index("ix_coupon_member_id", coupon.c.member_id)

coupon_hold = table(
    "coupon_hold",
    key("hold_id"),
    Column("coupon_id", TEXT, ForeignKey("coupon.coupon_id"), nullable=False),
    words("sale_id"),
    words("terminal_id"),
    words("state"),
    number("expires_ms"),
    UniqueConstraint("coupon_id", "sale_id"),
    CheckConstraint("state IN ('held', 'confirmed', 'released', 'expired')", name="state"),
)
"""A reservation for one sale, for five minutes."""
