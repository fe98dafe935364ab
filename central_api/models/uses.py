"""How often campaigns with limits were used: rows with causes, and their sums."""

from sqlalchemy import Index, UniqueConstraint

from central_api.models.base import key, maybe_words, number, row_number, table, words

campaign_use = table(
    "campaign_use",
    row_number(),
    words("rule_id"),
    words("store_id"),
    maybe_words("member_id"),
    words("day"),  # the store's business day
    number("times"),  # negative when uses are given back
    words("cause"),
    words("ref"),
    number("used_ms"),
    maybe_words("entry_id"),
    number("txid"),
    UniqueConstraint("cause", "ref", "rule_id"),
)
"""Insert-only; a cause, its reference and a campaign count once."""

Index("ix_campaign_use_txid", campaign_use.c.txid)
Index("ix_campaign_use_ref", campaign_use.c.ref)

campaign_use_level = table(
    "campaign_use_level",
    key("rule_id"),
    key("per"),  # store, member or member_day
    key("holder"),  # the store or the member
    key("day"),  # empty but for member_day
    number("times"),
)
"""The sums of the uses, one row for each limit that they may reach."""

Index("ix_campaign_use_level_holder", campaign_use_level.c.per, campaign_use_level.c.holder)
