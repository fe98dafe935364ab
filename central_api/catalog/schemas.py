"""What others give to the catalog slice, and what a catalog file is made of."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Campaign:
    """A promotion as data; ``number`` is inside coupon codes, ``doc`` is what pricing reads."""

    campaign_id: str
    number: int
    name: str
    kind: str
    doc: Mapping[str, object]
    active: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a store's catalog at one cursor: key and JSON document, in order of the key."""

    store_id: str
    tenant_id: int
    cursor: str
    made_ms: int
    products: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, str], ...]
    campaigns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A finished file; hashes and the signature are lower-case hexadecimal text."""

    version: str
    store_id: str
    cursor: str
    made_ms: int
    size: int
    compressed_size: int
    sha256: str
    compressed_sha256: str
    signature: str
    products: int
    content: bytes


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What the server compares a sold line with."""

    product_id: str
    price_minor: int
    tier_prices: Mapping[str, int]
    tax_rate_bp: int
    min_age: int
    name: str
    category_id: str
    packs: Mapping[str, frozenset[int]]
    """The prices of its packs, by pack."""
    options: Mapping[tuple[str, str], int]
    """What its options cost, by group and option."""

    def prices_of(self, pack_id: str) -> frozenset[int]:
        """Return what a piece, or a pack, may cost."""
        if pack_id:
            return self.packs.get(pack_id, frozenset())
        return frozenset({self.price_minor, *self.tier_prices.values()})
