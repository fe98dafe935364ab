"""Tills, how they join, and which requests were already seen."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index

from central_api.models.base import TEXT, key, maybe_number, maybe_words, number, table, words

terminal = table(
    "terminal",
    key("terminal_id"),  # S01-T02
    Column("store_id", TEXT, ForeignKey("store.store_id"), nullable=False),
    words("label"),  # what receipt numbers begin with; the till adds a letter for later incarnations
    number("incarnation"),
    words("device_public_key"),  # of this incarnation, hexadecimal
    Column("key_id", TEXT, nullable=False, unique=True),
    words("status"),
    number("expected_seq"),
    words("head_hash"),
    words("app_version"),
    words("device_name"),
    number("enrolled_ms"),
    number("heard_ms", 0),  # when it last signed a request, to the minute
    CheckConstraint("status IN ('active', 'quarantined', 'retired')", name="status"),
)
"""A till, its key, and where its chain stands: ``head_hash`` is the hash of entry ``expected_seq - 1``."""

enrol_code = table(
    "enrol_code",
    key("handle"),  # the code's first four characters
    words("code_sha256"),
    Column("store_id", TEXT, ForeignKey("store.store_id"), nullable=False),
    maybe_words("terminal_id"),  # named: this till gets its next incarnation
    number("expires_ms"),
    number("tries_left"),
    maybe_number("used_ms"),
)
"""A one-time code; its first characters find the row, so that wrong guesses can be counted."""

request_nonce = table("request_nonce", key("key_id"), key("nonce"), number("expires_ms"))
"""Requests that were already answered; shared by all workers."""

Index("ix_request_nonce_expires_ms", request_nonce.c.expires_ms)
