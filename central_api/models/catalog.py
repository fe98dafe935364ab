"""Products, categories, campaigns, and the files that are made of them."""

from sqlalchemy import Column, Index

from central_api.models.base import BYTES, INT, key, maybe_words, number, table, words

category = table("category", key("category_id"), words("scope"), number("position"), words("doc"))
"""``doc`` is a CategoryDoc; ``scope`` is ``*`` or a store."""

product = table(
    "product",
    key("product_id"),
    words("scope"),
    words("sku"),
    words("category_id"),
    words("sold_by"),
    number("price_minor"),
    number("tax_rate_bp"),
    number("min_age"),
    number("active", 1),
    words("doc"),  # ProductDoc
    maybe_words("import_batch"),
)
"""A product as it is sold, in one store or (``scope`` ``*``) in all."""

Index("ix_product_sku", product.c.sku)

campaign = table(
    "campaign",
    key("campaign_id"),
    Column("number", INT, nullable=False, unique=True),  # the four bytes inside coupon codes
    words("scope"),
    words("name"),
    words("kind"),
    number("active", 1),
    words("doc"),  # the rule as pricing reads it
    words("issuing", "{}"),  # what its coupons are issued by; head office's own
)
"""A promotion as data."""

catalog_file = table(
    "catalog_file",
    key("version"),
    words("store_id"),
    words("cursor"),
    number("made_ms"),
    number("size"),
    number("compressed_size"),
    words("sha256"),
    words("compressed_sha256"),
    words("signature"),
    number("products"),
    Column("content", BYTES, nullable=False),
)
"""The catalog of one store as a compressed, signed SQLite file, up to a cursor of its feed."""

Index("ix_catalog_file_store", catalog_file.c.store_id, catalog_file.c.made_ms)
