"""What ``till.db`` holds for reports: sums of the journal's facts, which can be made anew from them.

And the last answers of head office, which are asked anew.
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from pos_app.storage.columns import Json, number, words
from pos_app.storage.tables import metadata

shift_cells = Table(
    "shift_cells",
    metadata,
    Column("shift_id", Text, primary_key=True, nullable=False),  # empty: while no shift was active
    Column("business_day", Text, primary_key=True, nullable=False),
    Column("dimension", Text, primary_key=True, nullable=False),
    words("doc"),
    Index(None, "business_day", "dimension"),
    sqlite_strict=True,
)
"""The cells of a shift by one dimension: measure to key to value."""

month_cells = Table(
    "month_cells",
    metadata,
    Column("month", Text, primary_key=True, nullable=False),  # 2026-11
    Column("dimension", Text, primary_key=True, nullable=False),
    words("doc"),
    sqlite_strict=True,
)
"""The same of all shifts of a month together, so that a year is read in an instant."""

shift_span = Table(
    "shift_span",
    metadata,
    Column("incarnation", Integer, primary_key=True, autoincrement=False, nullable=False),
    Column("shift_id", Text, primary_key=True, nullable=False),
    Column("business_day", Text, primary_key=True, nullable=False),
    number("first_seq"),
    number("last_seq"),
    Index(None, "business_day"),
    Index(None, "shift_id"),
    sqlite_strict=True,
)
"""Between which entries of the journal those lie that a shift's cells were made of."""

cell_name = Table(
    "cell_name",
    metadata,
    Column("dimension", Text, primary_key=True, nullable=False),
    Column("key", Text, primary_key=True, nullable=False),
    words("name"),
    sqlite_strict=True,
)
"""What products and campaigns were called when they were last sold."""

cells_progress = Table(
    "cells_progress",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    number("incarnation"),
    number("through_seq"),
    Column("shifts", Json, nullable=False),
    CheckConstraint("place = 1", name="one"),
    sqlite_strict=True,
)
"""Up to which entry the cells are made, and which shifts were open behind it."""

kept_report = Table(
    "kept_report",
    metadata,
    Column("asked", Text, primary_key=True, nullable=False),  # the question, JSON
    Column("doc", LargeBinary, nullable=False),  # the answer without its persons, JSON packed by zlib
    number("heard_ms"),
    Index(None, "heard_ms"),
    sqlite_strict=True,
)
"""What head office said last of other stores, for when it cannot be reached."""
