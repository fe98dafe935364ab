"""The shifts of a till: closed, suspended, or the one that is active."""

from sqlalchemy import Column, Integer, Table, Text

from pos_app.storage.columns import number, words
from pos_app.storage.tables import metadata

shift = Table(
    "shift",
    metadata,
    Column("shift_id", Text, primary_key=True, nullable=False),
    Column("number", Integer, nullable=False, unique=True),
    words("business_day"),
    words("currency"),
    number("opened_ms"),
    words("opened_by"),
    words("opened_by_name"),
    number("float_minor"),
    number("opened_seq"),
    number("closed_ms", nullable=True),
    number("incarnation", default=1),
    words("drawer", default="shared"),
    number("carried_minor", nullable=True),
    number("suspended_ms", nullable=True),
    number("left_minor", nullable=True),  # empty once a shift was opened with it
    sqlite_strict=True,
)
"""A shift; its Z stands among the facts."""
