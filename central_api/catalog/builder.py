"""The catalog file: a SQLite file made by the statements that the till reads it with.

Source: resources/catalog/*.sql; DESIGN, "Two kinds of files on the till".
"""

import hashlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2
import zstandard

from central_api.catalog.schemas import CatalogFile, Contents
from resources import path as resource

_LEVEL = 6
_DOMAIN = b"POSC1\0"


def build(contents: Contents, version: str, *, sign: Callable[[bytes], str]) -> CatalogFile:
    """Return the compressed, signed file of ``contents``."""
    with tempfile.TemporaryDirectory(prefix="loop-pos-catalog-") as folder:
        path = Path(folder) / "catalog.db"
        _write(path, contents, version=version)
        plain = path.read_bytes()
    sha256 = hashlib.sha256(plain).hexdigest()
    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(plain)
    return CatalogFile(
        version=version,
        store_id=contents.store_id,
        cursor=contents.cursor,
        made_ms=contents.made_ms,
        size=len(plain),
        compressed_size=len(packed),
        sha256=sha256,
        compressed_sha256=hashlib.sha256(packed).hexdigest(),
        signature=sign(signed_message(version, sha256)),
        products=len(contents.products),
        content=packed,
    )


def signed_message(version: str, sha256: str) -> bytes:
    """Return what the root key signs: the version, and the hash of the plain file as hex text."""
    return _DOMAIN + version.encode() + b"\0" + sha256.encode()


def _write(path: Path, contents: Contents, *, version: str) -> None:
    connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
    try:
        # Nothing is lost with a half-made file: it is made anew, under another name.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(_statement("schema.sql"))
        connection.execute("BEGIN")
        _write_meta(connection, contents, version=version)
        upsert = _statement("upsert_product.sql")
        for _, doc in contents.products:
            _write_product(connection, upsert, text=doc)
        for category_id, doc in contents.categories:
            position = int(json.loads(doc)["position"])
            connection.execute("INSERT INTO category VALUES (?, ?, ?)", (category_id, position, doc))
        connection.executemany("INSERT INTO campaign VALUES (?, ?)", contents.campaigns)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO product_search (product_search) VALUES ('optimize')")
        connection.execute("ANALYZE")
    finally:
        connection.close()


def _write_meta(connection: sqlcipher3.dbapi2.Connection, contents: Contents, *, version: str) -> None:
    meta = {
        "version": version,
        "cursor": contents.cursor,
        "store": contents.store_id,
        "tenant": str(contents.tenant_id),
        "made_ms": str(contents.made_ms),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))


def _write_product(connection: sqlcipher3.dbapi2.Connection, upsert: str, *, text: str) -> None:
    doc = json.loads(text)
    names = doc["names"]
    [number] = connection.execute(
        upsert,
        {
            "product_id": doc["product_id"],
            "category_id": doc["category_id"],
            "favourite": doc["favourite"],
            "name_zh_hans": names["zh_hans"],
            "name_zh_hant": names["zh_hant"],
            "name_en": names["en"],
            "price_minor": doc["price_minor"],
            "style_id": (doc.get("variant") or {}).get("style_id"),
            "has_away_rate": int(doc.get("away_tax_rate_bp") is not None),
            "doc": text,
        },
    ).fetchall()[0]
    barcodes = dict.fromkeys((*doc["barcodes"], *(pack["barcode"] for pack in doc.get("packs", ()))))
    connection.executemany(
        "INSERT INTO barcode (code, num) VALUES (?, ?)", [(code, number) for code in barcodes]
    )
    connection.execute(
        "INSERT INTO product_search (rowid, name_terms, pinyin, initials, code) VALUES (?, ?, ?, ?, ?)",
        (number, doc["terms"], doc["pinyin"], doc["initials"], " ".join([doc["sku"], *barcodes])),
    )


def _statement(name: str) -> str:
    return resource("catalog", name).read_text(encoding="utf-8")
