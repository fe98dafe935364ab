"""What others give to the catalog slice, and what a catalog file is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from retail_core.money import Money
from retail_core.orders import Preference
from retail_core.pricing.model import BasketLine
from retail_core.wire.feed import OptionDoc, OptionGroupDoc, PackDoc, ProductDoc
from retail_core.wire.sale_parts import LineOption


@dataclass(frozen=True, slots=True)
class Campaign:
    """A promotion as data; ``number`` is inside coupon codes, ``doc`` is what pricing reads.

    ``issuing`` says how its coupons are issued; tills are not told. Source: docs/rules/coupons.md.
    """

    campaign_id: str
    number: int
    name: str
    kind: str
    doc: Mapping[str, object]
    active: bool = True
    issuing: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CampaignTerms:
    """How often a campaign may be used, by the limit's name, and whether for a first purchase only."""

    limits: Mapping[str, int]
    first_purchase: bool


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


@dataclass(frozen=True, slots=True)
class Item:
    """A line to be priced: what of a product, as it was chosen; a deposit has ``deposit_of`` set."""

    line_id: str
    product: ProductDoc
    qty_milli: int
    options: tuple[LineOption, ...] = ()
    pack: PackDoc | None = None
    deposit_of: str = ""
    preference: Preference = "none"
    """What may stand in its place in an order."""
    cap_minor: int = 0

    @property
    def name(self) -> str:
        """What it is called on lists; a pack's name stands behind."""
        name = self.product.names.zh_hans
        return name if self.pack is None else f"{name} {self.pack.names.zh_hans}"

    @property
    def pack_pieces(self) -> int:
        """Pieces of stock in one unit."""
        return 1 if self.pack is None else self.pack.pieces

    def basket_line(self, currency: str) -> BasketLine:
        """Return it as pricing takes it."""
        product = self.product
        price_minor, tiers = product.price_minor, product.tier_prices
        if self.pack is not None:
            price_minor, tiers = self.pack.price_minor, self.pack.tier_prices
        options_minor = sum(option.price_minor for option in self.options)
        return BasketLine(
            line_id=self.line_id,
            product_id=product.product_id,
            name=product.names.zh_hans,
            category_id=product.category_id,
            qty_milli=self.qty_milli,
            sold_by=product.sold_by,
            unit_price=Money(price_minor, currency),
            tax_rate_bp=product.tax_rate_bp,
            tier_prices=tuple((tier, Money(minor, currency)) for tier, minor in sorted(tiers.items())),
            brand=product.brand or None,
            regulated=product.regulated,
            deposit=product.deposit,
            away_tax_rate_bp=product.away_tax_rate_bp,
            options_price=Money(options_minor, currency) if self.options else None,
            pack_id=None if self.pack is None else self.pack.pack_id,
        )


def usual_options(product: ProductDoc) -> tuple[LineOption, ...]:
    """Return what is chosen of a product unless somebody says otherwise: the presets of its groups."""
    return tuple(
        line_option(group, option) for group in product.options for option in group.options if option.preset
    )


def line_option(group: OptionGroupDoc, option: OptionDoc) -> LineOption:
    """Return a chosen option as it stands on a line."""
    return LineOption(
        group_id=group.group_id,
        option_id=option.option_id,
        name=option.names.zh_hans,
        price_minor=option.price_minor,
    )
