"""What a store sells: products, categories and campaigns, and the file that brings them to a till at once."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from central_api.catalog import builder, repository
from central_api.catalog.schemas import Campaign, CampaignTerms, CatalogFile, Contents, ProductFacts
from central_api.feed import service as feed
from central_api.feed.schemas import CATALOG, EVERYWHERE, Publication
from central_api.keys import service as keys
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from retail_core.wire.feed import CatalogManifest, CategoryDoc, ProductDoc

STALE_CHANGES = 500
"""How many changes a file may lie behind before it is made anew."""

_PAGE = 2_000
_KEPT_FILES = 2


def put_products(
    unit: Unit, scope: str, *, docs: Sequence[ProductDoc], import_batch: str | None = None
) -> None:
    """Write products, each whole, and publish them.

    Args:
        unit: The unit of work.
        scope: The store that sells them, or ``*`` for all.
        docs: The products.
        import_batch: The import that they came with.
    """
    rows: list[dict[str, object]] = []
    publications = []
    for doc in docs:
        plain = doc.model_dump(mode="json")
        publications.append(Publication("product", doc.product_id, plain))
        rows.append(
            {
                "product_id": doc.product_id,
                "scope": scope,
                "sku": doc.sku,
                "category_id": doc.category_id,
                "sold_by": doc.sold_by,
                "price_minor": doc.price_minor,
                "tax_rate_bp": doc.tax_rate_bp,
                "min_age": doc.min_age,
                "active": 1,
                "doc": _text(plain),
                "import_batch": import_batch,
            }
        )
    repository.put_products(unit, rows)
    feed.publish_many(unit, CATALOG, scope=scope, publications=publications)


def retire_product(unit: Unit, product_id: str) -> None:
    """Take a product out of sale and publish that it is gone.

    Raises:
        ApiError: 404 ``product.unknown``.
    """
    scope = repository.retire_product(unit, product_id)
    if scope is None:
        raise ApiError(404, "product.unknown", detail=product_id)
    feed.publish(unit, CATALOG, scope=scope, kind="product", key=product_id, doc=None)


def put_categories(unit: Unit, scope: str, *, docs: Sequence[CategoryDoc]) -> None:
    """Write categories, each whole, and publish them."""
    plain = [doc.model_dump(mode="json") for doc in docs]
    repository.put_categories(
        unit,
        [
            {"category_id": doc.category_id, "scope": scope, "position": doc.position, "doc": _text(item)}
            for doc, item in zip(docs, plain, strict=True)
        ],
    )
    feed.publish_many(
        unit,
        CATALOG,
        scope=scope,
        publications=[Publication("category", str(item["category_id"]), item) for item in plain],
    )


def put_campaigns(unit: Unit, scope: str, *, campaigns: Sequence[Campaign]) -> None:
    """Write campaigns, each whole, and publish them; one that is not active is gone for the tills."""
    repository.put_campaigns(
        unit,
        [
            {
                "campaign_id": item.campaign_id,
                "number": item.number,
                "scope": scope,
                "name": item.name,
                "kind": item.kind,
                "active": int(item.active),
                "doc": _text(item.doc),
                "issuing": _text(item.issuing),
            }
            for item in campaigns
        ],
    )
    feed.publish_many(
        unit,
        CATALOG,
        scope=scope,
        publications=[Publication("campaign", item.campaign_id, _published(item)) for item in campaigns],
    )


def end_campaign(unit: Unit, campaign_id: str) -> bool:
    """End a campaign at all tills that have it; False if it is unknown or ended already."""
    row = repository.find_campaign(unit, campaign_id)
    found = campaign(unit, campaign_id)
    if row is None or found is None or not found.active:
        return False
    put_campaigns(unit, row["scope"], campaigns=[replace(found, active=False)])
    return True


def end_offline(unit: Unit, campaign_id: str) -> bool:
    """Take a campaign's offline right away, at all tills that have it; False if it had none."""
    row = repository.find_campaign(unit, campaign_id)
    found = campaign(unit, campaign_id)
    if row is None or found is None or found.doc.get("offline_allowed") is not True:
        return False
    put_campaigns(unit, row["scope"], campaigns=[replace(found, doc={**found.doc, "offline_allowed": False})])
    return True


def give_offline_back(unit: Unit, campaign_id: str) -> None:
    """Give a campaign its offline right again, at all tills that have it."""
    _rewrite(unit, campaign_id, change=lambda found: {"doc": {**found.doc, "offline_allowed": True}})


def set_issuing(unit: Unit, campaign_id: str, *, issuing: Mapping[str, object]) -> None:
    """Write how a campaign's coupons are issued."""
    _rewrite(unit, campaign_id, change=lambda _found: {"issuing": dict(issuing)})


def _rewrite(unit: Unit, campaign_id: str, *, change: Callable[[Campaign], Mapping[str, Any]]) -> None:
    row = repository.find_campaign(unit, campaign_id)
    if row is None:
        raise ApiError(404, "campaign.unknown", detail=campaign_id)
    found = _campaign(dict(row))
    put_campaigns(unit, row["scope"], campaigns=[replace(found, **change(found))])


def _published(item: Campaign) -> dict[str, object] | None:
    """Return what tills learn of a campaign: its rule, and the number that names it inside coupon codes."""
    return {**item.doc, "number": item.number} if item.active else None


def campaign(unit: Unit, campaign_id: str) -> Campaign | None:
    """Return a campaign."""
    row = repository.find_campaign(unit, campaign_id)
    return None if row is None else _campaign(dict(row))


def _campaign(row: Mapping[str, Any]) -> Campaign:
    return Campaign(
        campaign_id=row["campaign_id"],
        number=row["number"],
        name=row["name"],
        kind=row["kind"],
        doc=json.loads(row["doc"]),
        active=bool(row["active"]),
        issuing=json.loads(row["issuing"]),
    )


def campaigns_of(unit: Unit, store_id: str, *, kind_prefix: str) -> list[Campaign]:
    """Return the campaigns of a store and of all stores whose kind begins so, those that ended included."""
    rows = repository.campaigns(unit, (EVERYWHERE, store_id), kind_prefix=kind_prefix)
    return [_campaign(row) for row in rows]


def everywhere_among(unit: Unit, campaign_ids: Iterable[str]) -> set[str]:
    """Return which of some campaigns run in all stores."""
    return repository.campaigns_in(unit, EVERYWHERE, campaign_ids=campaign_ids)


def terms(unit: Unit, campaign_ids: Iterable[str]) -> dict[str, CampaignTerms]:
    """Return what limits the uses of the campaigns that run, among ``campaign_ids``."""
    docs = repository.active_campaign_docs(unit, campaign_ids)
    return {campaign_id: _terms(json.loads(doc)) for campaign_id, doc in docs.items()}


def products(unit: Unit, store_id: str, *, product_ids: Iterable[str]) -> dict[str, ProductDoc]:
    """Return the products that a store sells now among ``product_ids``."""
    docs = repository.product_docs(unit, (EVERYWHERE, store_id), product_ids=product_ids)
    return {product_id: ProductDoc.model_validate_json(doc) for product_id, doc in docs.items()}


def facts(unit: Unit, store_id: str, *, product_ids: Iterable[str]) -> dict[str, ProductFacts]:
    """Return what sold lines are compared with, for the products that a store sells."""
    wanted = set(product_ids)
    known = unit.cache(f"catalog.facts {store_id}")
    missing = wanted - known.keys()
    if missing:
        found = products(unit, store_id, product_ids=missing)
        known.update({each: _facts(found[each]) if each in found else None for each in missing})
    return {product_id: known[product_id] for product_id in wanted if known[product_id] is not None}


def manifest(database: Database, store_id: str) -> CatalogManifest:
    """Return what describes a store's newest file, after making one when the last is too old."""
    with database.read() as unit:
        found = repository.newest_file(unit, store_id)
        distance = (
            None if found is None else feed.behind(unit, CATALOG, store_id=store_id, cursor=found["cursor"])
        )
    if found is not None and distance is not None and distance <= STALE_CHANGES:
        return CatalogManifest(**{name: found[name] for name in CatalogManifest.model_fields})
    file = make_file(database, store_id)
    return CatalogManifest(**{name: getattr(file, name) for name in CatalogManifest.model_fields})


def make_file(database: Database, store_id: str) -> CatalogFile:
    """Make a store's file anew, keep it, and drop the oldest ones.

    The content is read in one snapshot and the file is made outside of any transaction.
    """
    with database.read() as unit:
        contents = _contents(unit, store_id)
        version = new_id(unit.now_ms)
        file = builder.build(contents, version, sign=lambda message: keys.sign_as_root(unit, message))

    def keep(unit: Unit) -> None:
        repository.insert_file(unit, file)
        repository.drop_old_files(unit, store_id, keep=_KEPT_FILES)

    database.run(keep)
    return file


def file_content(unit: Unit, store_id: str, *, version: str) -> bytes:
    """Return a compressed file of this store.

    Raises:
        ApiError: 404 ``catalog.unknown_version``; ask for the manifest again.
    """
    content = repository.file_content(unit, store_id, version=version)
    if content is None:
        raise ApiError(404, "catalog.unknown_version")
    return content


def _contents(unit: Unit, store_id: str) -> Contents:
    """Return all documents of a store at one cursor."""
    held: dict[str, dict[str, str]] = {"product": {}, "category": {}, "campaign": {}}
    cursor, more = "", True
    while more:
        page = feed.page(unit, CATALOG, store_id=store_id, cursor=cursor, limit=_PAGE)
        for change in page.changes:
            if change.kind in held and change.doc is not None:
                held[change.kind][change.key] = _text(change.doc)
        cursor, more = str(page.next), page.more
    return Contents(
        store_id=store_id,
        tenant_id=keys.tenant_number(unit),
        cursor=cursor,
        made_ms=unit.now_ms,
        products=tuple(sorted(held["product"].items())),
        categories=tuple(sorted(held["category"].items())),
        campaigns=tuple(sorted(held["campaign"].items())),
    )


def _terms(doc: Mapping[str, Any]) -> CampaignTerms:
    limits = doc.get("limits")
    return CampaignTerms(
        limits={
            str(name): most
            for name, most in (limits.items() if isinstance(limits, Mapping) else ())
            if type(most) is int
        },
        first_purchase=doc.get("first_purchase") is True,
    )


def _facts(product: ProductDoc) -> ProductFacts:
    return ProductFacts(
        product_id=product.product_id,
        price_minor=product.price_minor,
        tier_prices=product.tier_prices,
        tax_rate_bp=product.tax_rate_bp,
        min_age=product.min_age,
        name=product.names.zh_hans,
        category_id=product.category_id,
        packs={
            pack.pack_id: frozenset({pack.price_minor, *pack.tier_prices.values()}) for pack in product.packs
        },
        options={
            (group.group_id, option.option_id): option.price_minor
            for group in product.options
            for option in group.options
        },
    )


def _text(doc: object) -> str:
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":"))
