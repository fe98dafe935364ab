"""The demo chain's products: what is written down, and families of base x brand x kind x size.

A family gives names that read like real goods (晨牧 低脂牛奶 1L), each with a GTIN-13 of its own. When more
products are asked for than the content has, styles get a style number, as clothes and tools have one.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product, zip_longest
from typing import Any

from central_api.demo.content import StoreContent, names_of
from central_api.kit.search_columns import NameIndexer
from retail_core.codes.gtin import with_check_digit
from retail_core.wire.base import Names
from retail_core.wire.feed import CategoryDoc, OptionDoc, OptionGroupDoc, PackDoc, ProductDoc, VariantDoc

FAVOURITES = 15

_HAN_THEN_LATIN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")
_SPREAD = 7919  # A prime, so that neighbouring products have numbers that look nothing alike.
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Good:
    """A product before it has a number."""

    names: Names
    brand: str
    category: str
    tile: str
    price_minor: int
    tier_prices: Mapping[str, int]
    facts: Mapping[str, Any]
    variant: tuple[Names, Names, str] | None = None
    """Style, colour and size."""
    cost_percent: int | None = None
    """What it costs the store, in percent of its price; ``None``: not known."""


@dataclass(frozen=True, slots=True)
class Goods:
    """What a store sells, best sellers first.

    ``scarce`` maps a product to how few of it are left, ``shelf_days`` to how long it may be sold; the
    products of ``everywhere`` are sold by the other stores too.
    """

    products: tuple[ProductDoc, ...]
    categories: tuple[CategoryDoc, ...]
    scarce: Mapping[str, int]
    shelf_days: Mapping[str, int]
    everywhere: frozenset[str] = frozenset()

    def split_products(self) -> tuple[list[ProductDoc], list[ProductDoc]]:
        """Return what this store alone sells, and what the other stores sell too, best sellers first."""
        return (
            [doc for doc in self.products if doc.product_id not in self.everywhere],
            [doc for doc in self.products if doc.product_id in self.everywhere],
        )

    def split_categories(self) -> tuple[list[CategoryDoc], list[CategoryDoc]]:
        """Return the categories of this store alone, and those that the other stores need too."""
        shared = {doc.category_id for doc in self.split_products()[1]}
        return (
            [doc for doc in self.categories if doc.category_id not in shared],
            [doc for doc in self.categories if doc.category_id in shared],
        )


def capacity(store: StoreContent) -> int:
    """Return how many different products a store's content gives."""
    return sum(1 for _ in _all_goods(store))


def make_goods(store: StoreContent, *, store_id: str, index: int, count: int, indexer: NameIndexer) -> Goods:
    """Return the first ``count`` products of a store.

    Args:
        store: The content.
        store_id: The id of the store that sells them.
        index: The store's place in the chain, from 0; part of the article numbers.
        count: How many.
        indexer: Makes the search columns.
    """
    prefix = "" if store_id == store.store_id else f"{store_id}-"
    kinds = _Kinds(store, store_id=store_id, count=count)
    docs: list[ProductDoc] = []
    scarce: dict[str, int] = {}
    shelf_days: dict[str, int] = {}
    everywhere: set[str] = set()
    weighed = 0
    for number, good in enumerate(_endless(store, count), start=1):
        weighed += good.facts.get("sold_by") == "weight"
        place = _Place(store_id, index, number, weighed)
        docs.append(kinds.add_to(_doc(good, place, prefix=prefix, indexer=indexer), good))
        if "scarce" in good.facts:
            scarce[docs[-1].product_id] = int(good.facts["scarce"])
        if "shelf_days" in good.facts:
            shelf_days[docs[-1].product_id] = int(good.facts["shelf_days"])
        # A copy of a store has copies of its goods, which are its own.
        if good.facts.get("everywhere") and not prefix:
            everywhere.add(docs[-1].product_id)
    categories = tuple(_categories(store, prefix))
    return Goods(tuple(docs), categories, scarce, shelf_days, frozenset(everywhere))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a product stands: store, its index, the product's number there, and among the weighed ones."""

    store_id: str
    index: int
    number: int
    weighed: int


def _doc(good: Good, place: _Place, *, prefix: str, indexer: NameIndexer) -> ProductDoc:
    columns = indexer.columns(good.names)
    by_weight = good.facts.get("sold_by") == "weight"
    spread = place.number * _SPREAD % 10_000_000
    barcodes = [with_check_digit(f"693{place.index:02d}{spread:07d}")]
    if by_weight:
        barcodes.append(with_check_digit(f"21{place.weighed:05d}00000"))
    return ProductDoc(
        product_id=f"{place.store_id}-{place.number:05d}",
        sku=f"{place.index + 1}{place.number:05d}",
        names=good.names,
        brand=good.brand,
        category_id=prefix + good.category,
        sold_by="weight" if by_weight else "piece",
        price_minor=good.price_minor,
        cost_minor=None if good.cost_percent is None else good.price_minor * good.cost_percent // _WHOLE,
        tier_prices=dict(good.tier_prices),
        tax_rate_bp=good.facts["tax_bp"],
        barcodes=tuple(barcodes),
        min_age=good.facts.get("min_age", 0),
        regulated=good.facts.get("regulated", False),
        favourite=place.number if place.number <= FAVOURITES else 0,
        tile=good.tile,
        terms=columns.terms,
        pinyin=columns.pinyin,
        initials=columns.initials,
    )


class _Kinds:
    """What makes a plain product one with options, packs, a deposit or a place in a grid."""

    def __init__(self, store: StoreContent, *, store_id: str, count: int) -> None:
        self._store_id = store_id
        groups = store.goods.get("options", {})
        self._groups = {key: _group(key, group) for key, group in groups.items()}
        # Single items come first and in order, so their numbers are known beforehand.
        numbers = {item["key"]: at for at, item in enumerate(store.goods["items"], 1) if "key" in item}
        self._deposits = {key: number for key, number in numbers.items() if number <= count}

    def add_to(self, doc: ProductDoc, good: Good) -> ProductDoc:
        """Return ``doc`` with what ``good`` says beyond it."""
        facts = good.facts
        deposit = self._deposits.get(facts.get("deposit", ""))
        return doc.model_copy(
            update={
                "away_tax_rate_bp": facts.get("away_tax_bp"),
                "options": tuple(self._groups[key] for key in facts.get("options", ())),
                "packs": tuple(
                    _pack(doc, pack, indicator=at) for at, pack in enumerate(facts.get("packs", ()), 1)
                ),
                "deposit": bool(facts.get("is_deposit", False)),
                "dated": "use_by" if "shelf_days" in facts and doc.sold_by == "piece" else "",
                "serials": bool(facts.get("serials", False)),
                "deposit_id": None if deposit is None else f"{self._store_id}-{deposit:05d}",
                "variant": None if good.variant is None else self._variant(good.variant),
            }
        )

    def _variant(self, variant: tuple[Names, Names, str]) -> VariantDoc:
        style, colour, size = variant
        digest = hashlib.sha256(style.zh_hans.encode()).hexdigest()[:8]
        return VariantDoc(style_id=f"{self._store_id}-s{digest}", style=style, size=size, colour=colour)


def _group(key: str, group: Mapping[str, Any]) -> OptionGroupDoc:
    return OptionGroupDoc(
        group_id=key,
        names=names_of(group["names"]),
        least=group["least"],
        most=group["most"],
        options=tuple(
            OptionDoc(
                option_id=option_id, names=names_of(names), price_minor=price_minor, preset=bool(preset)
            )
            for option_id, names, price_minor, *preset in group["options"]
        ),
    )


def _pack(doc: ProductDoc, pack: Sequence[Any], *, indicator: int) -> PackDoc:
    """Return a pack; a figure of up to 100 is a percentage of what its pieces cost one by one.

    Its GTIN-14 is the piece's number behind the indicator digit of its packing level.
    """
    pieces, names, figure = pack
    share = figure if figure <= _WHOLE else None
    each = doc.price_minor * pieces
    return PackDoc(
        pack_id=f"{doc.product_id}-x{pieces}",
        barcode=with_check_digit(f"{indicator}{doc.barcodes[0][:12]}"),
        names=names_of(names),
        pieces=pieces,
        price_minor=figure if share is None else each * share // _WHOLE // 10 * 10,
        tier_prices={},
    )


def _categories(store: StoreContent, prefix: str) -> Iterator[CategoryDoc]:
    """A category may say its place, so that it follows the other stores' own categories there."""
    for position, (category_id, names, *said) in enumerate(store.goods["categories"], start=1):
        place = int(said[0]) if said else position
        yield CategoryDoc(category_id=prefix + category_id, names=names_of(names), position=place)


def _endless(store: StoreContent, count: int) -> Iterator[Good]:
    known = list(_all_goods(store))
    for number in range(count):
        series, place = divmod(number, len(known))
        yield known[place] if series == 0 else _styled(known[place], series * len(known) + place)


def _styled(good: Good, number: int) -> Good:
    style = f"{chr(ord('A') + number % 26)}{number:05d}"
    names = Names(
        zh_hans=f"{good.names.zh_hans} 货号 {style}",
        zh_hant=f"{good.names.zh_hant} 款號 {style}",
        en=f"{good.names.en}, style {style}",
    )
    facts = {name: value for name, value in good.facts.items() if name not in {"scarce", "everywhere"}}
    return replace(good, names=names, facts=facts, variant=None)


def _all_goods(store: StoreContent) -> Iterator[Good]:
    """Yield single items first, then families in turns, so that a small catalog is varied too."""
    for item in store.goods["items"]:
        yield Good(
            names=names_of(item["name"]),
            brand=_brand_of(store, item["name"]),
            category=item["category"],
            tile=item["tile"],
            price_minor=item["price_minor"],
            tier_prices=item.get("tiers", {}),
            facts=item,
            variant=_variant_of(item),
            cost_percent=_cost_percent(store, item["category"], facts=item),
        )
    taken = {item["name"].split("|")[0] for item in store.goods["items"]}
    families = [list(_family(store, family)) for family in store.goods["families"]]
    for turn in zip_longest(*families):
        yield from (good for good in turn if good is not None and good.names.zh_hans not in taken)


def _cost_percent(store: StoreContent, category: str, *, facts: Mapping[str, Any]) -> int | None:
    """Return the share of its category; a deposit costs nothing that anybody earns from."""
    return None if facts.get("is_deposit") else store.goods["cost_percent"].get(category)


def _variant_of(item: Mapping[str, Any]) -> tuple[Names, Names, str] | None:
    if "variant" not in item:
        return None
    style, colour, size = item["variant"]
    return names_of(style), names_of(colour), size


def _brand_of(store: StoreContent, name: str) -> str:
    brands = {brand.split("|")[0] for family in store.goods["families"] for brand in family.get("brands", ())}
    first = name.split("|", maxsplit=1)[0]
    return next((brand for brand in sorted(brands) if first.startswith(brand)), "")


def _family(store: StoreContent, family: Mapping[str, Any]) -> Iterator[Good]:
    brands = family.get("brands", ["||"])
    is_grid = bool(family.get("grid"))
    # The sizes of one colour first where they are a grid: a small catalog has whole rows of it.
    combined = (
        ((size, kind, brand) for kind, size, brand in product(family["kinds"], family["sizes"], brands))
        if is_grid
        else product(family["sizes"], family["kinds"], brands)
    )
    for size, kind, brand in combined:
        price_minor = _price(size[1] * kind[1] // _WHOLE, store.goods)
        yield Good(
            names=_composed(family, brand, kind=kind[0], size=size[0]),
            brand=brand.split("|")[0],
            category=family["category"],
            tile=family["tile"],
            price_minor=price_minor,
            tier_prices={
                tier: _tier_price(price_minor, percent)
                for tier, percent in family.get("tier_percent", {}).items()
            },
            facts=family,
            variant=_place_in_grid(family["base"], kind[0], size=size[0]) if is_grid else None,
            cost_percent=_cost_percent(store, family["category"], facts=family),
        )


def _place_in_grid(base: str, kind: str, *, size: str) -> tuple[Names, Names, str]:
    """Return style, colour and size: the last word of a kind ("Cotton, Mist Blue,") is its colour."""
    bases, (hans, hant, english) = base.split("|"), kind.split("|")
    made_hans, colour_hans = _last_word(hans, " ")
    made_hant, colour_hant = _last_word(hant, " ")
    made_en, colour_en = _last_word(english.rstrip(","), ", ")
    style = Names(
        zh_hans=f"{bases[0]} {made_hans}".strip(),
        zh_hant=f"{bases[1]} {made_hant}".strip(),
        en=", ".join(part for part in (bases[2], made_en) if part),
    )
    colour = Names(zh_hans=colour_hans, zh_hant=colour_hant, en=colour_en)
    return style, colour, size.split("|", maxsplit=1)[0]


def _last_word(text: str, separator: str) -> tuple[str, str]:
    before, _, last = text.rpartition(separator)
    return before, last


def _price(minor: int, goods: Mapping[str, Any]) -> int:
    """Return a price as shops write them: whole steps, or just below one (15.90, 259.00)."""
    step, ending = int(goods["price_step"]), int(goods["price_ending"])
    if minor < step:
        return max(10, minor // 10 * 10)
    return minor // step * step + ending if ending else (minor + step // 2) // step * step


def _tier_price(price_minor: int, percent: int) -> int:
    return price_minor * percent // _WHOLE // 10 * 10


def _composed(family: Mapping[str, Any], brand: str, *, kind: str, size: str) -> Names:
    base, brands, kinds, sizes = (part.split("|") for part in (family["base"], brand, kind, size))
    last = bool(family.get("kind_last"))
    return Names(
        zh_hans=_chinese(brands[0], base[0], kind=kinds[0], size=sizes[0], kind_last=last),
        zh_hant=_chinese(brands[1], base[1], kind=kinds[1], size=sizes[1], kind_last=last),
        en=_english(family, brands[2], base=base[2], kind=kinds[2], size=sizes[2]),
    )


def _chinese(brand: str, base: str, *, kind: str, size: str, kind_last: bool) -> str:
    """Return brand, kind and base in one word (or base first and the kind behind it), size."""
    middle = f"{base} {kind}" if kind_last else _HAN_THEN_LATIN.sub(" ", kind + base)
    return " ".join(part for part in (brand, middle, size) if part)


def _english(family: Mapping[str, Any], brand: str, *, base: str, kind: str, size: str) -> str:
    if family.get("kind_last"):
        middle = f"{base}, {kind}"
    else:
        middle = f"{base} {kind}" if family.get("kind_last_en") else f"{kind} {base}"
    counted = size.isdigit() and not family.get("kind_last")
    name = " ".join(part for part in (brand, middle.strip()) if part)
    return f"{name}, {size} pcs" if counted else f"{name} {size}".strip()
