"""The catalog file is what its signature says, and what its feed says."""

import hashlib
import json
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
import zstandard

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.feed import service as feed
from central_api.keys import service as keys
from central_api.kit.database import Database
from retail_core.codes.signature import is_signed
from tests.integration.central_api.conftest import product


def content(database: Database, tmp_path: Path, store: str = "S01") -> Any:
    """Return an open connection to the newest file as a till would unpack it."""
    manifest = catalog.manifest(database, store)
    with database.read() as unit:
        packed = catalog.file_content(unit, store, version=manifest.version)
    plain = zstandard.ZstdDecompressor().decompress(packed)
    assert hashlib.sha256(plain).hexdigest() == manifest.sha256
    assert (len(plain), len(packed)) == (manifest.size, manifest.compressed_size)
    path = tmp_path / f"{manifest.version}.db"
    path.write_bytes(plain)
    return sqlcipher3.dbapi2.connect(str(path))


def test_the_file_holds_products_barcodes_categories_and_where_its_feed_goes_on(
    database: Database, tmp_path: Path
) -> None:
    opened = content(database, tmp_path)
    [row] = opened.execute("SELECT product_id, name_en, price_minor, doc FROM product").fetchall()
    meta = dict(opened.execute("SELECT key, value FROM meta").fetchall())
    with database.read() as unit:
        assert meta["cursor"] == str(feed.head(unit, "catalog", store_id="S01"))
    assert (meta["store"], meta["tenant"]) == ("S01", "7")
    assert row[:3] == ("p-milk", "Milk 250 ml", 650)
    assert json.loads(row[3])["tier_prices"] == {"gold": 600}
    assert opened.execute("SELECT code FROM barcode").fetchall() == [("6901234567892",)]
    assert opened.execute("SELECT category_id, position FROM category").fetchall() == [("dairy", 1)]
    opened.close()


def test_the_file_is_searched_by_name_initials_and_code(database: Database, tmp_path: Path) -> None:
    opened = content(database, tmp_path)
    for query in ("name_terms: 牛奶", "initials: cn*", "code: 690123*", "name_terms: mil*"):
        assert opened.execute(
            "SELECT product_id FROM product_search JOIN product ON num = product_search.rowid"
            " WHERE product_search MATCH ?",
            (query,),
        ).fetchall() == [("p-milk",)], query
    opened.close()


def test_the_root_key_signs_version_and_hash(database: Database) -> None:
    manifest = catalog.manifest(database, "S01")
    with database.read() as unit:
        root = keys.root_public_key(unit)
    message = b"POSC1\0" + manifest.version.encode() + b"\0" + manifest.sha256.encode()
    assert is_signed(message, bytes.fromhex(manifest.signature), public_key=root)


def test_a_store_gets_its_own_products_and_those_of_all(database: Database, tmp_path: Path) -> None:
    ours, theirs = product("p-ours", barcode="1"), product("p-theirs", barcode="2")
    database.run(lambda unit: catalog.put_products(unit, "S01", docs=[ours]))
    database.run(lambda unit: catalog.put_products(unit, "S02", docs=[theirs]))
    opened = content(database, tmp_path)
    found = opened.execute("SELECT product_id FROM product ORDER BY product_id").fetchall()
    assert found == [("p-milk",), ("p-ours",)]
    opened.close()


def test_a_retired_product_is_a_tombstone_and_not_in_the_next_file(
    database: Database, tmp_path: Path
) -> None:
    database.run(lambda unit: catalog.put_products(unit, "*", docs=[product("p-old", barcode="3")]))
    database.run(lambda unit: catalog.retire_product(unit, "p-old"))
    opened = content(database, tmp_path)
    assert opened.execute("SELECT product_id FROM product").fetchall() == [("p-milk",)]
    opened.close()


def test_a_campaign_is_in_the_file_and_can_be_ended(database: Database, tmp_path: Path) -> None:
    running = Campaign("c-tea", 77, "茶饮九折", "percent", {"rule_id": "c-tea"})
    ended = Campaign("c-old", 78, "旧", "percent", {"rule_id": "c-old"}, active=False)
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[running, ended]))
    opened = content(database, tmp_path)
    assert opened.execute("SELECT campaign_id, doc FROM campaign").fetchall() == [
        ("c-tea", '{"rule_id":"c-tea","number":77}')
    ]
    opened.close()


def test_a_file_serves_until_it_is_too_far_behind(database: Database) -> None:
    first = catalog.manifest(database, "S01")
    few = [product(f"p{number}", barcode=str(number)) for number in range(500)]
    database.run(lambda unit: catalog.put_products(unit, "*", docs=few))
    assert catalog.manifest(database, "S01").version == first.version
    database.run(lambda unit: catalog.put_products(unit, "*", docs=[product("one-more", barcode="x")]))
    renewed = catalog.manifest(database, "S01")
    assert renewed.version != first.version
    assert renewed.products == 502


def test_old_files_are_dropped_but_the_one_before_stays(database: Database) -> None:
    from sqlalchemy import text

    made = [catalog.make_file(database, "S01").version for _ in range(3)]
    catalog.make_file(database, "S02")
    with database.read() as unit:
        query = text("SELECT version FROM catalog_file WHERE store_id = 'S01' ORDER BY version")
        kept = [row[0] for row in unit.conn.execute(query)]
    assert kept == sorted(made)[1:]
