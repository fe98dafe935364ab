"""The server's own keys."""

from sqlalchemy import CheckConstraint, Column

from central_api.models.base import INT, key, maybe_number, number, table, words

issuer_key = table(
    "issuer_key",
    key("purpose"),
    Column(
        "kid", INT, primary_key=True, autoincrement=False
    ),  # the byte inside signed codes; 0 for the others
    words("seed"),
    words("public_key"),  # empty for phone_mac, which is a shared key
    number("created_ms"),
    maybe_number("retired_ms"),  # signs nothing new since; what it signed counts on
    maybe_number("revoked_ms"),  # stands in no list since; nothing it signed counts
    CheckConstraint("purpose IN ('root', 'member', 'coupon', 'pickup', 'phone_mac')", name="purpose"),
)
"""Signing keys by purpose; 32 bytes each, hexadecimal."""
