"""The tills' journals as they arrived, and what a person has to look at."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, UniqueConstraint

from central_api.models.base import TEXT, key, maybe_number, maybe_words, number, row_number, table, words

journal_entry = table(
    "journal_entry",
    key("entry_id"),
    Column("terminal_id", TEXT, ForeignKey("terminal.terminal_id"), nullable=False),
    number("incarnation"),
    number("seq"),
    number("txid"),  # of the transaction that stored it; see feed_change
    words("type"),
    number("version"),
    number("wall_ms"),
    number("mono_ms"),
    words("actor"),
    words("prev_hash"),
    words("body"),
    maybe_words("personal"),
    maybe_words("salt"),
    words("body_hash"),
    maybe_words("personal_hash"),
    words("hash"),
    number("received_ms"),
    words("state"),
    words("park_code"),  # why it is parked; empty when applied
    UniqueConstraint("terminal_id", "incarnation", "seq"),
    CheckConstraint("state IN ('applied', 'parked')", name="state"),
)
"""Every fact that was acknowledged; changed only to erase ``personal`` and ``salt`` and to unpark."""

Index(
    "ix_journal_entry_parked",
    journal_entry.c.state,
    sqlite_where=journal_entry.c.state == "parked",
    postgresql_where=journal_entry.c.state == "parked",
)

journal_aside = table(
    "journal_aside",
    row_number(),
    words("terminal_id"),
    number("incarnation"),
    number("seq"),
    words("reason"),
    words("hash"),  # tells entries of one place apart; a whole entry is too long for an index
    words("entry"),  # the wire form
    number("received_ms"),
    UniqueConstraint("terminal_id", "incarnation", "seq", "hash"),
)
"""Entries of a forked chain: kept for a person, never applied."""

entry_exception = table(
    "entry_exception",
    row_number(),
    Column("entry_id", TEXT, ForeignKey("journal_entry.entry_id"), nullable=False),
    words("terminal_id"),
    words("store_id"),
    words("kind"),
    words("args"),  # JSON object
    words("state"),
    number("created_ms"),
    maybe_number("done_ms"),
    words("action", ""),  # what settled it; empty while open, and when it ended by itself
    words("settled_by", ""),  # the person
    words("note", ""),
    CheckConstraint("state IN ('open', 'done')", name="state"),
)
"""A fact that was applied although something about it is doubtful."""

Index("ix_entry_exception_entry_id", entry_exception.c.entry_id)
Index(
    "ix_entry_exception_store_id", entry_exception.c.store_id, entry_exception.c.state, entry_exception.c.id
)
