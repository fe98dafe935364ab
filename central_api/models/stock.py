"""Stock: movements with causes, and their sums."""

from sqlalchemy import Index, UniqueConstraint

from central_api.models.base import key, maybe_number, maybe_words, number, row_number, table, words

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
    words("batch", ""),
    words("expires", ""),  # ISO date; with a number or a date the movement names its batch
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
    number("named", 0),  # so many movements named their batch
    number("moved_ms", 0),  # the latest moment of what came or left
    number("asked_ms", 0),  # the latest moment at which somebody bought or ordered it
    number("stocked_ms", 0),  # the first moment at which the store was told of its stock; 0 for never
)
"""The sums of the movements."""

stock_day = table(
    "stock_day",
    key("store_id"),
    key("business_day"),
    number("stock_minor"),  # at cost
    number("uncosted"),  # products on hand whose cost is not known
    number("in_range"),  # products that somebody wanted lately
    number("at_zero"),  # of them those of which nothing was there
    number("written_ms"),
)
"""Insert-only: a store's stock at the end of a business day. Source: docs/rules/figures.md."""

stock_batch = table(
    "stock_batch",
    key("store_id"),
    key("product_id"),
    key("expires"),
    key("batch"),
    number("qty_milli"),
)
"""The sums of the movements that named a batch; what is there of it is an estimate made of them."""

serial_out = table(
    "serial_out",
    key("product_id"),
    key("serial"),
    number("pieces"),  # sold less come back; more than one is one too many
    words("store_id"),
    words("sale_id"),
)
"""Pieces with a serial number that customers have, and the sale that was told last."""

Index("ix_stock_level_product_id", stock_level.c.product_id)

stock_count = table(
    "stock_count",
    row_number(),
    words("document_id"),
    words("line"),
    words("store_id"),
    words("product_id"),
    number("counted_milli"),
    number("at_ms"),
    number("told_level_milli"),  # what the till took for the level
    words("areas"),  # JSON list of CountedArea
    words("reason"),
    words("actor"),
    words("entry_id"),
    number("txid"),
    UniqueConstraint("document_id", "line"),
)
"""Insert-only: what was counted of a product at a moment. The sum of its movements up to then is that."""

Index("ix_stock_count_txid", stock_count.c.txid)
Index("ix_stock_count_key", stock_count.c.store_id, stock_count.c.product_id, stock_count.c.at_ms)

stock_transfer = table(
    "stock_transfer",
    key("transfer_id"),
    words("from_store"),
    words("to_store"),
    maybe_number("sent_ms"),  # nothing while only the arrival is known
    words("sent_by"),
    words("note"),
    maybe_number("arrived_ms"),
    maybe_words("arrived_store"),
    maybe_words("arrived_document"),
)
"""Goods between stores: what one sent and another took in, once."""

stock_transfer_line = table(
    "stock_transfer_line",
    key("transfer_id"),
    key("line"),
    words("product_id"),
    maybe_number("sent_milli"),
    maybe_number("arrived_milli"),
)
"""What of a product was sent, and what of it arrived; nothing where that is not known."""
