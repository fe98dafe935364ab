"""Printed member cards: each issue of a member's card is another one."""

from sqlalchemy import Column

from central_api.models.base import INT, key, maybe_number, number, table

member_card = table(
    "member_card",
    key("member_id"),
    Column("issue", INT, primary_key=True, autoincrement=False),
    number("issued_ms"),
    maybe_number("revoked_ms"),
)
"""Which cards were printed for a member, and which of them count no more."""
