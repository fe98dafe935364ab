"""What the owner told that something cost."""

from central_api.models.base import key, number, table

told_cost = table(
    "told_cost",
    key("kind"),  # marketing, delivery
    key("place"),  # a store's id, or * for the chain
    key("currency"),
    key("first_day"),
    key("last_day"),
    number("minor"),
    number("told_ms"),
)
"""Costs of a time, by kind and place; times of one kind and place share no day."""
