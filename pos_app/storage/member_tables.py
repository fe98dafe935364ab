"""What ``till.db`` holds of members, and which of their codes were taken: state, and none of it for long."""

from sqlalchemy import Column, Index, Table, Text

from pos_app.storage.columns import Flag, Json, number, words
from pos_app.storage.tables import metadata

member = Table(
    "member",
    metadata,
    Column("member_id", Text, primary_key=True, nullable=False),
    words("alias"),
    words("masked_name"),
    words("phone_mac"),
    words("phone_last4"),
    words("tier"),
    number("points"),
    number("coupons"),
    Column("first_purchase", Flag, nullable=False),
    Column("uses", Json, nullable=False),
    number("seen_through", nullable=True),
    number("principal_minor", default=0),
    number("bonus_minor", default=0),
    Column("merged", Json, nullable=False),
    words("card_number"),
    words("initials"),
    words("birthday"),
    number("visited_ms"),
    number("spent_minor"),
    number("expiring_points", default=0),
    number("expires_ms", default=0),
    words("preferences"),
    words("note"),
    Column("consents", Json, nullable=False),
    number("own_seq", nullable=True),  # our fact about this member that the feed may not contain yet
    number("epoch"),
    Index(None, "alias"),
    Index(None, "phone_mac"),
    Index(None, "card_number"),
    Index(None, "phone_last4"),
    Index(None, "initials"),
    sqlite_strict=True,
)

member_alias = Table(
    "member_alias",
    metadata,
    Column("alias", Text, primary_key=True, nullable=False),
    words("merged_id"),
    words("member_id"),
    Index(None, "merged_id"),
    Index(None, "member_id"),
    sqlite_strict=True,
)

code_replay = Table(
    "code_replay",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("nonce", Text, primary_key=True),
    number("seen_ms"),
    Index(None, "seen_ms"),
    sqlite_strict=True,
)
