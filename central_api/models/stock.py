"""Stock: movements with causes, and their sums."""

from sqlalchemy import Index, UniqueConstraint

from central_api.models.base import key, maybe_words, number, row_number, table, words

stock_movement = table(
    "stock_movement",
    row_number(),
    words("store_id"),
    words("product_id"),
    number("on_hand_milli"),  # added to what is on hand; negative when goods leave
    number("committed_milli"),  # added to what paid orders wait for
    words("cause"),
    words("ref"),
    words("line"),
    number("moved_ms"),
    maybe_words("entry_id"),
    number("txid"),
    UniqueConstraint("cause", "ref", "line"),
)
"""Insert-only; a cause, its reference and its line move stock once."""

Index("ix_stock_movement_txid", stock_movement.c.txid)
Index(
    "ix_stock_movement_key", stock_movement.c.store_id, stock_movement.c.product_id, stock_movement.c.moved_ms
)

stock_level = table(
    "stock_level",
    key("store_id"),
    key("product_id"),
    number("on_hand_milli"),
    number("committed_milli"),
    number("changed_ms"),
)
"""The sums of the movements."""

Index("ix_stock_level_product_id", stock_level.c.product_id)
