"""Clients of the shop's side: an app, a web shop."""

from central_api.models.base import key, maybe_number, number, table, words

client_token = table(
    "client_token",
    key("token_sha256"),
    words("name"),
    number("created_ms"),
    maybe_number("revoked_ms"),
)
"""Who may use ``/v1/shop``; the token itself is shown once and not kept."""
