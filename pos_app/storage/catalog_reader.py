"""Reads the catalog file that is current: products by code, by words, by category.

Connections are kept by the reader and taken in turn, so that any lane may read. A read that finds another
file named current closes the old connections and goes on with the new file.
"""

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from pos_app.services.ports import CatalogState
from pos_app.services.records import Category, Names, Product
from pos_app.storage.bare import damaged_as_storage_error
from pos_app.storage.product_json import product_from_json
from retail_core.search import query_terms

BUSY_TIMEOUT_MS = 5_000
_SKU_CANDIDATES = 50
_CANDIDATES = 4
"""How many times the limit is looked at before the best sellers among the hits come first."""

_BY_CODE = (
    "SELECT p.doc FROM barcode b JOIN product p ON p.num = b.num WHERE b.code = ? ORDER BY p.favourite = 0, "
    "p.favourite, p.num LIMIT 20"
)
_BY_ID = "SELECT doc FROM product WHERE product_id = ?"
# No ORDER BY rank: over a million rows it costs a second.
_SEARCH = (
    "SELECT p.favourite, p.num, p.doc FROM product_search s JOIN product p ON p.num = s.rowid "
    "WHERE product_search MATCH ? LIMIT ?"
)
_SEARCH_IN = (
    "SELECT p.favourite, p.num, p.doc FROM product_search s JOIN product p ON p.num = s.rowid "
    "WHERE product_search MATCH ? AND p.category_id = ? LIMIT ?"
)
_BEST = (
    "SELECT doc FROM best_tile WHERE category_id IN (SELECT category_id FROM category) "
    "ORDER BY favourite, num LIMIT ?"
)
_BEST_IN = "SELECT doc FROM best_tile WHERE category_id = ? ORDER BY favourite, num LIMIT ?"
_REST = "SELECT doc FROM other_tile ORDER BY num LIMIT ?"
_REST_IN = "SELECT doc FROM other_tile WHERE category_id = ? ORDER BY num LIMIT ?"
_STYLE = "SELECT doc FROM product WHERE style_id = ? ORDER BY num LIMIT 1000"
_AWAY = "SELECT 1 FROM product WHERE has_away_rate = 1 LIMIT 1"
_CATEGORIES = "SELECT doc FROM category ORDER BY position, category_id"
_CAMPAIGNS = "SELECT doc FROM campaign ORDER BY campaign_id"


def connect_catalog(path: Path, *, read_only: bool) -> driver.Connection:
    """Open a catalog file; a reader is kept from writing by ``query_only``.

    Read-only mode of the file itself would fail where no ``-shm`` file is there yet.
    """
    with damaged_as_storage_error():
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False, isolation_level=None
        )
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = NORMAL")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    return connection


class CurrentFile:
    """Names the catalog file that is current; shared by the reader and the one who delivers files."""

    def __init__(self, path: Path | None, *, expected: int) -> None:
        self.path = path
        self.expected = expected


class SqlCatalog:
    """The catalog as the counter reads it."""

    def __init__(self, current: CurrentFile) -> None:
        """Keep the name of the current file."""
        self._current = current
        self._open_path: Path | None = None
        self._idle: deque[driver.Connection] = deque()
        self._lists: dict[object, tuple[Product, ...]] = {}
        self._lists_version = ""

    @property
    def version(self) -> str:
        """The catalog and the cursor of its last page."""
        with self._connection() as connection:
            if connection is None:
                return ""
            meta = dict(
                connection.execute(
                    "SELECT key, value FROM meta WHERE key IN ('version', 'cursor')"
                ).fetchall()
            )
            return f"{meta.get('version', '')}@{meta.get('cursor', '')}"

    def state(self) -> CatalogState:
        """Return what is there against what was announced."""
        with self._connection() as connection:
            if connection is None:
                return CatalogState("", 0, self._current.expected)
            version = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            count = connection.execute("SELECT count(*) FROM product").fetchone()[0]
            return CatalogState(version[0] if version else "", count, self._current.expected)

    def by_code(self, code: str) -> Sequence[Product]:
        """Return the products with exactly this barcode or SKU."""
        return self._products(_BY_CODE, code) or self._by_sku(code)

    def by_id(self, product_id: str) -> Product | None:
        """Return a product."""
        found = self._products(_BY_ID, product_id)
        return found[0] if found else None

    def search(self, text: str, *, limit: int, category_id: str | None = None) -> Sequence[Product]:
        """Return products that match all words, the best sellers among the first hits before the others."""
        terms = query_terms(text)
        if not terms:
            return ()
        scope = () if category_id is None else (category_id,)
        statement = _SEARCH if category_id is None else _SEARCH_IN
        rows = self._rows(statement, terms, *scope, limit * _CANDIDATES)
        rows.sort(key=lambda row: (row[0] == 0, row[0], row[1]))
        return tuple(product_from_json(row[2]) for row in rows[:limit])

    def favourites(self, category_id: str | None, *, limit: int) -> Sequence[Product]:
        """Return the best sellers first, then others until there are ``limit``."""
        version = self.version
        if version != self._lists_version:
            self._lists, self._lists_version = {}, version
        key = (category_id, limit)
        if key not in self._lists:
            self._lists[key] = self._best_then_rest(category_id, limit)
        return self._lists[key]

    def style(self, style_id: str) -> Sequence[Product]:
        """Return the variants of a style."""
        return self._products(_STYLE, style_id)

    def has_away_rates(self) -> bool:
        """Return whether anything is taxed otherwise when it is taken away."""
        return bool(self._rows(_AWAY))

    def categories(self) -> Sequence[Category]:
        """Return the categories by position."""
        return tuple(_category(json.loads(row[0])) for row in self._rows(_CATEGORIES))

    def campaigns(self) -> Sequence[Mapping[str, object]]:
        """Return the campaigns' documents by id."""
        return tuple(json.loads(row[0]) for row in self._rows(_CAMPAIGNS))

    def close(self) -> None:
        """Close the connections that are not in use."""
        while self._idle:
            self._idle.popleft().close()

    def _by_sku(self, sku: str) -> tuple[Product, ...]:
        """Return the products of a SKU: it stands in the search row, and only the whole of it counts."""
        terms = query_terms(sku)
        rows = self._rows(_SEARCH, terms, _SKU_CANDIDATES) if terms else []
        products = (product_from_json(row[2]) for row in rows)
        return tuple(product for product in products if product.sku == sku)

    def _best_then_rest(self, category_id: str | None, limit: int) -> tuple[Product, ...]:
        if category_id is None:
            best = self._products(_BEST, limit)
            rest = self._products(_REST, limit - len(best)) if len(best) < limit else ()
        else:
            best = self._products(_BEST_IN, category_id, limit)
            rest = self._products(_REST_IN, category_id, limit - len(best)) if len(best) < limit else ()
        return (*best, *rest)

    def _products(self, statement: str, *values: object) -> tuple[Product, ...]:
        return tuple(product_from_json(row[0]) for row in self._rows(statement, *values))

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self._connection() as connection:
            return [] if connection is None else connection.execute(statement, values).fetchall()

    @contextmanager
    def _connection(self) -> Iterator[driver.Connection | None]:
        path = self._current.path
        if path != self._open_path:
            self.close()
            self._open_path = path
        if path is None:
            yield None
            return
        try:
            connection = self._idle.popleft()
        except IndexError:
            connection = connect_catalog(path, read_only=True)
        with damaged_as_storage_error():
            try:
                yield connection
            finally:
                if path == self._open_path:
                    self._idle.append(connection)
                else:
                    connection.close()


def _category(doc: Mapping[str, Any]) -> Category:
    return Category(doc["category_id"], Names(**doc["names"]), doc["position"])
