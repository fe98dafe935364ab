"""Payments in doubt: what the tills did not hear at once, and how it ended."""

from sqlalchemy import Column, ForeignKey, Index

from central_api.models.base import TEXT, key, maybe_number, maybe_words, number, table, words

payment_doubt = table(
    "payment_doubt",
    key("payment_id"),
    Column("entry_id", TEXT, ForeignKey("journal_entry.entry_id"), nullable=False),
    words("terminal_id"),
    words("store_id"),
    words("kind"),
    words("sale_id"),
    words("provider"),
    number("amount_minor"),
    words("currency"),
    number("noted_ms"),
    words("outcome"),  # empty while it is in doubt
    words("means"),
    words("reference"),
    maybe_words("approved_by"),
    maybe_number("resolved_ms"),
)
"""An order to a provider that was in doubt, or whose money went back unused; ``entry_id`` noted it first."""

Index("ix_payment_doubt_store_outcome", payment_doubt.c.store_id, payment_doubt.c.outcome)
