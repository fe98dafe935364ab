"""Rows of the catalog."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import RowMapping, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.catalog.schemas import CatalogFile
from central_api.kit.unit import Unit
from central_api.models.catalog import campaign, catalog_file, category, product

_MANIFEST = [catalog_file.c[item.name] for item in fields(CatalogFile) if item.name != "content"]
_CHUNK = 400


def put_products(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Write products, each whole."""
    _put(unit, product, key="product_id", rows=rows)


def put_categories(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Write categories, each whole."""
    _put(unit, category, key="category_id", rows=rows)


def put_campaigns(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Write campaigns, each whole."""
    _put(unit, campaign, key="campaign_id", rows=rows)


def retire_product(unit: Unit, product_id: str) -> str | None:
    """Take a product out of sale and return its scope; None if it is unknown."""
    found = unit.conn.execute(
        update(product).where(product.c.product_id == product_id).values(active=0).returning(product.c.scope)
    ).first()
    return None if found is None else str(found.scope)


def product_docs(unit: Unit, scopes: Sequence[str], *, product_ids: Iterable[str]) -> dict[str, str]:
    """Return the documents of products in sale in any of ``scopes``, by their ids."""
    wanted = sorted(set(product_ids))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _CHUNK):
        rows = unit.conn.execute(
            select(product.c.product_id, product.c.doc).where(
                product.c.product_id.in_(wanted[start : start + _CHUNK]),
                product.c.scope.in_(scopes),
                product.c.active == 1,
            )
        )
        found.update((str(row.product_id), str(row.doc)) for row in rows)
    return found


def find_campaign(unit: Unit, campaign_id: str) -> RowMapping | None:
    """Return a campaign."""
    return unit.conn.execute(select(campaign).where(campaign.c.campaign_id == campaign_id)).mappings().first()


def campaigns(unit: Unit, scopes: Sequence[str], *, kind_prefix: str) -> list[dict[str, Any]]:
    """Return the campaigns of ``scopes`` whose kind begins so, in order of the id."""
    query = select(campaign).where(
        campaign.c.scope.in_(scopes), campaign.c.kind.startswith(kind_prefix, autoescape=True)
    )
    rows = unit.conn.execute(query.order_by(campaign.c.campaign_id)).mappings()
    return [dict(row) for row in rows]


def campaigns_in(unit: Unit, scope: str, *, campaign_ids: Iterable[str]) -> set[str]:
    """Return which of some campaigns have a scope."""
    query = select(campaign.c.campaign_id).where(
        campaign.c.scope == scope, campaign.c.campaign_id.in_(sorted(set(campaign_ids)))
    )
    return {str(row.campaign_id) for row in unit.conn.execute(query)}


def active_campaign_docs(unit: Unit, campaign_ids: Iterable[str]) -> dict[str, str]:
    """Return the documents of the campaigns that run, among ``campaign_ids``."""
    wanted = sorted(set(campaign_ids))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), 400):
        query = select(campaign.c.campaign_id, campaign.c.doc).where(
            campaign.c.campaign_id.in_(wanted[start : start + 400]), campaign.c.active == 1
        )
        found.update({str(row.campaign_id): str(row.doc) for row in unit.conn.execute(query)})
    return found


def find_campaign_by_number(unit: Unit, number: int) -> RowMapping | None:
    """Return the campaign with the number that stands in coupon codes."""
    return unit.conn.execute(select(campaign).where(campaign.c.number == number)).mappings().first()


def newest_file(unit: Unit, store_id: str) -> RowMapping | None:
    """Return what describes a store's newest file."""
    query = select(*_MANIFEST).where(catalog_file.c.store_id == store_id)
    newest = query.order_by(catalog_file.c.made_ms.desc(), catalog_file.c.version.desc()).limit(1)
    return unit.conn.execute(newest).mappings().first()


def insert_file(unit: Unit, file: CatalogFile) -> None:
    """Keep a file."""
    unit.conn.execute(catalog_file.insert().values(asdict(file)))


def file_content(unit: Unit, store_id: str, *, version: str) -> bytes | None:
    """Return a compressed file of this store."""
    query = select(catalog_file.c.content).where(
        catalog_file.c.store_id == store_id, catalog_file.c.version == version
    )
    found = unit.conn.execute(query).scalar()
    return None if found is None else bytes(found)


def drop_old_files(unit: Unit, store_id: str, *, keep: int) -> None:
    """Drop a store's files except the ``keep`` newest."""
    newest = (
        select(catalog_file.c.version)
        .where(catalog_file.c.store_id == store_id)
        .order_by(catalog_file.c.made_ms.desc(), catalog_file.c.version.desc())
        .limit(keep)
    )
    kept = [str(row.version) for row in unit.conn.execute(newest)]
    unit.conn.execute(
        delete(catalog_file).where(catalog_file.c.store_id == store_id, catalog_file.c.version.not_in(kept))
    )


def _put(unit: Unit, table: Any, *, key: str, rows: Sequence[dict[str, object]]) -> None:
    if not rows:
        return
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(table)
    replaced = {name: insert.excluded[name] for name in rows[0] if name != key}
    unit.conn.execute(insert.on_conflict_do_update(index_elements=[key], set_=replaced), list(rows))
