"""Writes catalog documents into a catalog file; the shared statements lie beside the file's schema."""

import json

import sqlcipher3.dbapi2 as driver

import resources
from retail_core.wire.feed import CategoryDoc, Change, ProductDoc

_UPSERT_PRODUCT = resources.path("catalog", "upsert_product.sql").read_text(encoding="utf-8")


def apply_change(connection: driver.Connection, change: Change) -> None:
    """Write one row of the feed ``catalog``; a kind that this release does not know is passed over.

    Raises:
        ValueError: The document is not what its kind says.
    """
    doc = None if change.doc is None else json.dumps(change.doc, ensure_ascii=False, separators=(",", ":"))
    if change.kind == "product":
        _remove_codes(connection, change.key)
        if doc is None:
            connection.execute("DELETE FROM product WHERE product_id = ?", (change.key,))
        else:
            put_product(connection, ProductDoc.model_validate_json(doc), doc=doc)
    elif change.kind == "category":
        connection.execute("DELETE FROM category WHERE category_id = ?", (change.key,))
        if doc is not None:
            position = CategoryDoc.model_validate_json(doc).position
            connection.execute("INSERT INTO category VALUES (?, ?, ?)", (change.key, position, doc))
    elif change.kind == "campaign":
        connection.execute("DELETE FROM campaign WHERE campaign_id = ?", (change.key,))
        if doc is not None:
            connection.execute("INSERT INTO campaign VALUES (?, ?)", (change.key, doc))


def put_product(connection: driver.Connection, product: ProductDoc, *, doc: str | None = None) -> None:
    """Write a product whose codes and search row were removed: its row, codes and search row."""
    num = connection.execute(
        _UPSERT_PRODUCT,
        {
            "product_id": product.product_id,
            "category_id": product.category_id,
            "favourite": product.favourite,
            "name_zh_hans": product.names.zh_hans,
            "name_zh_hant": product.names.zh_hant,
            "name_en": product.names.en,
            "price_minor": product.price_minor,
            "style_id": None if product.variant is None else product.variant.style_id,
            "has_away_rate": int(product.away_tax_rate_bp is not None),
            "doc": product.model_dump_json() if doc is None else doc,
        },
    ).fetchone()[0]
    barcodes = dict.fromkeys((*product.barcodes, *(pack.barcode for pack in product.packs)))
    connection.executemany("INSERT INTO barcode VALUES (?, ?)", [(code, num) for code in barcodes])
    connection.execute(
        "INSERT INTO product_search (rowid, name_terms, pinyin, initials, code) VALUES (?, ?, ?, ?, ?)",
        (num, product.terms, product.pinyin, product.initials, " ".join([product.sku, *barcodes])),
    )


def _remove_codes(connection: driver.Connection, product_id: str) -> None:
    row = connection.execute("SELECT num FROM product WHERE product_id = ?", (product_id,)).fetchone()
    if row is not None:
        connection.execute("DELETE FROM barcode WHERE num = ?", row)
        connection.execute("DELETE FROM product_search WHERE rowid = ?", row)
