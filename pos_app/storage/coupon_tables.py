"""What ``till.db`` holds of coupons that were not used yet: those of wallets, and those to print; state."""

from sqlalchemy import Column, Index, Table, Text

from pos_app.storage.columns import number, words
from pos_app.storage.tables import metadata

wallet_coupon = Table(
    "wallet_coupon",
    metadata,
    Column("coupon_id", Text, primary_key=True, nullable=False),
    words("campaign_id"),
    words("alias"),
    words("code"),
    number("value_minor", nullable=True),
    number("starts_ms"),
    number("expires_ms"),
    number("epoch"),
    Index(None, "alias"),
    sqlite_strict=True,
)

coupon_blank = Table(
    "coupon_blank",
    metadata,
    Column("coupon_id", Text, primary_key=True, nullable=False),
    words("campaign_id"),
    words("code"),
    words("short_code"),
    number("from_minor"),
    number("days"),
    number("use_until_ms"),
    number("expires_ms"),
    words("use"),
    number("epoch"),
    Index(None, "campaign_id", "use_until_ms"),
    sqlite_strict=True,
)
"""Coupons that head office signed for this till to print."""
