"""What ``till.db`` holds of goods beside levels and movements: documents begun, transfers, stores; state."""

from sqlalchemy import Column, Table, Text

from pos_app.storage.columns import Flag, Json, number, words
from pos_app.storage.tables import metadata

stock_draft = Table(
    "stock_draft",
    metadata,
    Column("kind", Text, primary_key=True, nullable=False),
    number("begun_ms"),
    Column("doc", Json, nullable=False),
    sqlite_strict=True,
)
"""Documents of goods that were begun and not finished, one of each kind."""

goods_transfer = Table(
    "goods_transfer",
    metadata,
    Column("transfer_id", Text, primary_key=True, nullable=False),
    words("from_store"),
    words("to_store"),
    number("sent_ms"),
    words("sent_by"),
    words("note"),
    Column("lines", Json, nullable=False),
    Column("arrived", Flag, nullable=False),  # taken in; kept for whoever scans its paper once more
    number("own_seq", nullable=True),  # our fact about it that the feed may not contain yet
    number("epoch"),
    sqlite_strict=True,
)
"""Goods on their way from or to the store, and what was taken in not long ago."""

chain_place = Table(
    "chain_place",
    metadata,
    Column("store_id", Text, primary_key=True, nullable=False),
    number("number"),
    words("name"),
    words("address"),
    number("latitude_e6", nullable=True),
    number("longitude_e6", nullable=True),
    words("region"),
    number("epoch"),
    sqlite_strict=True,
)
"""The stores of the chain."""

stock_day = Table(
    "stock_day",
    metadata,
    Column("business_day", Text, primary_key=True, nullable=False),
    number("stock_minor"),
    number("uncosted"),
    number("in_range"),
    number("at_zero"),
    number("epoch"),
    sqlite_strict=True,
)
"""The store's stock at the end of its days, as head office wrote it down."""

sold_day = Table(
    "sold_day",
    metadata,
    Column("weekday", Text, primary_key=True, nullable=False),
    words("business_day"),
    Column("sold", Json, nullable=False),
    number("epoch"),
    sqlite_strict=True,
)
"""What all tills of the store sold on its last days: product and thousandths, as head office added it up."""

stock_elsewhere = Table(
    "stock_elsewhere",
    metadata,
    Column("product_id", Text, primary_key=True, nullable=False),
    number("asked_ms"),
    Column("doc", Json, nullable=False),
    sqlite_strict=True,
)
"""What head office last said of a product in other stores, and what the web may promise here."""
