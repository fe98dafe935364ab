"""Products and prices of an own shop."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from central_api.catalog import service as catalog
from central_api.feed import service as feed
from central_api.feed.schemas import CATALOG, EVERYWHERE
from central_api.importing import cells
from central_api.importing.plan import Cells, Plan, Undo
from central_api.importing.schemas import Row, Sheet, Target
from central_api.importing.traits import TraitReader
from central_api.kit.search_columns import NameIndexer
from central_api.kit.unit import Unit
from retail_core.wire.base import Names
from retail_core.wire.feed import CategoryDoc, ProductDoc

_HUES = ("coffee", "sky", "leaf", "brick", "wheat", "caramel", "slate", "mint", "rose", "plum")
_CHUNK = 1_000
_CHAIN = "all"
_MOST_AGE = 120
_MOST_FAVOURITE = 999


def known_products(unit: Unit, target: Target) -> dict[str, ProductDoc]:
    """Return the products that the target sells, by SKU."""
    documents = feed.documents(unit, CATALOG, store_id=target.scope, kind="product")
    docs = [ProductDoc.model_validate_json(doc) for _, doc in documents]
    return {doc.sku: doc for doc in docs}


def plan_products(unit: Unit, sheet: Sheet, *, target: Target, indexer: NameIndexer) -> Plan:
    """Plan a list of products: new SKUs are added, known ones replaced whole."""
    maker = _ProductMaker(unit, sheet, target=target, indexer=indexer)
    docs = maker.finish([doc for row in sheet.rows if (doc := maker.product(row)) is not None])
    plan = plan_of(docs, maker.known, reader=maker.reader)
    fresh = maker.fresh_categories()

    def write(unit: Unit, batch_id: str) -> Undo:
        catalog.put_categories(unit, target.scope, docs=fresh)
        return write_docs(unit, docs, known=maker.known, target=target, batch_id=batch_id)

    plan.write = write
    return plan


def plan_prices(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan new prices of known products."""
    known = known_products(unit, target)
    reader = Cells(sheet)
    docs = []
    for row in sheet.rows:
        sku = reader.read_unique(row, "sku", parse=cells.short_text)
        if sku is not None and sku not in known:
            reader.refuse(row, "sku", code="cell.unknown_sku")
            continue
        if sku is not None and is_of_chain(known[sku], target):
            reader.refuse(row, "sku", code="cell.chain_product")
        price_minor = reader.read(row, "price", parse=amount_of(target))
        tiers = tier_prices(reader, row, target=target)
        if sku is None or price_minor is None or tiers is None:
            continue
        kept = known[sku].tier_prices if not _has_tiers(reader) else tiers
        docs.append(known[sku].model_copy(update={"price_minor": price_minor, "tier_prices": dict(kept)}))
    plan = plan_of(docs, known, reader=reader)
    plan.write = lambda unit, batch_id: write_docs(unit, docs, known=known, target=target, batch_id=batch_id)
    return plan


def undo(unit: Unit, target_scope: str, *, steps: Undo) -> None:
    """Put products back as they were, and take out those that were new."""
    before: list[ProductDoc] = []
    for step in steps:
        if step["before"] is None:
            catalog.retire_product(unit, str(step["product_id"]))
        else:
            before.append(ProductDoc.model_validate_json(json.dumps(step["before"])))
    catalog.put_products(unit, target_scope, docs=before)


@dataclass(frozen=True, slots=True)
class _Money:
    """What a row says about money."""

    price_minor: int
    tier_prices: Mapping[str, int]
    tax_rate_bp: int


class _ProductMaker:
    """Turns rows into products; knows what is there and which categories are new."""

    def __init__(self, unit: Unit, sheet: Sheet, *, target: Target, indexer: NameIndexer) -> None:
        self.known = known_products(unit, target)
        self.reader = Cells(sheet)
        self._target = target
        self._indexer = indexer
        self._owners = {
            code: doc.sku
            for doc in self.known.values()
            for code in (*doc.barcodes, *(pack.barcode for pack in doc.packs))
        }
        self._packed = {pack.barcode for doc in self.known.values() for pack in doc.packs}
        self._traits = TraitReader(self.reader, self.known, currency=target.currency)
        documents = feed.documents(unit, CATALOG, store_id=target.scope, kind="category")
        held = [CategoryDoc.model_validate_json(doc) for _, doc in documents]
        self._categories = {doc.names.zh_hans: doc for doc in held}
        self._fresh: dict[str, CategoryDoc] = {}

    def fresh_categories(self) -> list[CategoryDoc]:
        """Return the categories that the rows named and nobody knew."""
        return list(self._fresh.values())

    def product(self, row: Row) -> ProductDoc | None:
        """Return the product of a row; None after noting what is wrong with it."""
        read = self.reader.read
        sku = self.reader.read_unique(row, "sku", parse=cells.short_text)
        if sku in self.known and is_of_chain(self.known[sku], self._target):
            self.reader.refuse(row, "sku", code="cell.chain_product")
        name = read(row, "name", parse=cells.short_text)
        money = self._money(row)
        category = read(row, "category", parse=cells.short_text)
        codes = self._barcodes(row, sku or "")
        weighed = read(row, "sold_by", parse=cells.by_weight)
        age = read(row, "min_age", parse=lambda text: cells.whole(text, most=_MOST_AGE))
        regulated = read(row, "regulated", parse=cells.yes_or_no)
        favourite = read(row, "favourite", parse=lambda text: cells.whole(text, most=_MOST_FAVOURITE))
        if sku is None or name is None or money is None or category is None or codes is None:
            return None
        if weighed is None or age is None or regulated is None or favourite is None:
            return None
        names = Names(
            zh_hans=name,
            zh_hant=row.cells.get("name_zh_hant") or name,
            en=row.cells.get("name_en") or name,
        )
        columns = self._indexer.columns(names)
        doc = ProductDoc(
            product_id=self._product_id(sku),
            sku=sku,
            names=names,
            brand=row.cells.get("brand", ""),
            category_id=self._category(category).category_id,
            sold_by="weight" if weighed else "piece",
            price_minor=money.price_minor,
            tier_prices=dict(money.tier_prices),
            tax_rate_bp=money.tax_rate_bp,
            barcodes=codes,
            min_age=age,
            regulated=regulated,
            favourite=favourite,
            tile=f"{name[0]}|{_hue(category)}",
            terms=columns.terms,
            pinyin=columns.pinyin,
            initials=columns.initials,
        )
        return self._traits.add_to(doc, row)

    def finish(self, docs: list[ProductDoc]) -> list[ProductDoc]:
        """Return the products once all rows are read: what refers to other rows is known now."""
        return self._traits.finish(docs)

    def _money(self, row: Row) -> _Money | None:
        price_minor = self.reader.read(row, "price", parse=amount_of(self._target))
        tiers = tier_prices(self.reader, row, target=self._target)
        rate = self.reader.read(row, "tax", parse=cells.tax_rate)
        if price_minor is None or tiers is None or rate is None:
            return None
        return _Money(price_minor, tiers, rate)

    def _barcodes(self, row: Row, sku: str) -> tuple[str, ...] | None:
        codes = self.reader.read(row, "barcode", parse=cells.barcodes)
        for code in codes or ():
            if self._owners.setdefault(code, sku) != sku or code in self._packed:
                self.reader.refuse(row, "barcode", code="cell.barcode_taken")
                return None
        return codes

    def _product_id(self, sku: str) -> str:
        if sku in self.known:
            return self.known[sku].product_id
        scope = _CHAIN if self._target.scope == EVERYWHERE else self._target.scope
        # Scope and SKU, if they fit into an id; else what stands for them.
        plain = f"{scope}-{sku}"
        return plain if len(plain) <= 64 else f"{scope}-{hashlib.sha256(sku.encode()).hexdigest()[:32]}"

    def _category(self, name: str) -> CategoryDoc:
        if name not in self._categories:
            scope = "" if self._target.scope == EVERYWHERE else self._target.scope
            digest = hashlib.sha256(f"{scope}\0{name}".encode()).hexdigest()[:12]
            fresh = CategoryDoc(
                category_id=f"c-{digest}",
                names=Names(zh_hans=name, zh_hant=name, en=name),
                position=len(self._categories) + 1,
            )
            self._categories[name] = self._fresh[name] = fresh
        return self._categories[name]


def is_of_chain(doc: ProductDoc, target: Target) -> bool:
    """Return whether a product belongs to all stores, so that a file for one of them must not change it."""
    return target.scope != EVERYWHERE and doc.product_id.startswith(f"{_CHAIN}-")


def amount_of(target: Target) -> Callable[[str], int]:
    """Return what reads an amount in the target's currency."""
    return lambda text: cells.amount(text, target.currency)


def _has_tiers(reader: Cells) -> bool:
    return reader.has("price_silver") or reader.has("price_gold")


def tier_prices(reader: Cells, row: Row, *, target: Target) -> dict[str, int] | None:
    """Return the member prices of a row; None after noting what is wrong."""
    found = {}
    for tier in ("silver", "gold"):
        if row.cells.get(f"price_{tier}"):
            minor = reader.read(row, f"price_{tier}", parse=amount_of(target))
            if minor is None:
                return None
            found[tier] = minor
    return found


def plan_of(docs: list[ProductDoc], known: Mapping[str, ProductDoc], *, reader: Cells) -> Plan:
    """Return a plan that counts what is new and what is changed; it writes nothing yet."""
    changed = sum(1 for doc in docs if doc.sku in known)
    return Plan(new=len(docs) - changed, changed=changed, problems=reader.problems)


def write_docs(
    unit: Unit, docs: list[ProductDoc], *, known: Mapping[str, ProductDoc], target: Target, batch_id: str
) -> Undo:
    """Write products, and return what was there before."""
    for start in range(0, len(docs), _CHUNK):
        catalog.put_products(unit, target.scope, docs=docs[start : start + _CHUNK], import_batch=batch_id)
    return [
        {
            "product_id": doc.product_id,
            "before": known[doc.sku].model_dump(mode="json") if doc.sku in known else None,
        }
        for doc in docs
    ]


def _hue(category: str) -> str:
    return _HUES[hashlib.sha256(category.encode()).digest()[0] % len(_HUES)]
