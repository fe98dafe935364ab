"""What the sheets of the Sell screen show that ask how goods are wanted: options, packs, sizes."""

from dataclasses import dataclass, field

from pos_app.services.find_products import FoundProduct
from pos_app.services.goods_options import choose
from pos_app.services.records import Names, OptionGroup, Pack, Product
from pos_app.ui.said import Said
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class Choice:
    """One of what may be meant: a product, or a pack of it; ``key`` tells it from the others."""

    key: str
    product: Product
    pack: Pack | None = None


@dataclass(frozen=True, slots=True)
class PickerForm:
    """Several things may be meant: products with one code, or the piece and the packs of one product."""

    choices: tuple[Choice, ...] = ()
    code: str | None = None
    qty_milli: int = 1000
    label_minor: int | None = None


@dataclass(frozen=True, slots=True)
class OptionsForm:
    """How a product is wanted: what is chosen of each group, and how many pieces.

    ``line_id`` is the line whose options are changed; empty for goods that are not in the basket yet.
    """

    names: Names
    unit_price: Money
    groups: tuple[OptionGroup, ...] = ()
    chosen: frozenset[tuple[str, str]] = frozenset()
    pieces: int = 1
    product: Product | None = None
    code: str | None = None
    line_id: str = ""
    error: Said = field(default_factory=Said)

    @property
    def options_price(self) -> Money:
        """What the chosen options add to a piece."""
        minor = sum(option.price_minor for option in choose(self.groups, self.chosen))
        return Money(minor, self.unit_price.currency)

    @property
    def total(self) -> Money:
        """The list price of all pieces."""
        each = self.unit_price.minor + self.options_price.minor
        return Money(each * self.pieces, self.unit_price.currency)


@dataclass(frozen=True, slots=True)
class SerialForm:
    """Of which goods a serial number is asked for."""

    names: Names = field(default_factory=lambda: Names("", "", ""))
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class StyleForm:
    """A style as a grid: its variants with their stock, and the order of sizes and colours."""

    style: Names = field(default_factory=lambda: Names("", "", ""))
    sizes: tuple[str, ...] = ()
    colours: tuple[Names, ...] = ()
    variants: tuple[FoundProduct, ...] = ()

    def variant(self, size: str, colour: Names) -> FoundProduct | None:
        """Return what stands at a place of the grid; ``None`` where nothing is made."""
        return next(
            (
                found
                for found in self.variants
                if found.product.variant is not None
                and (found.product.variant.size, found.product.variant.colour) == (size, colour)
            ),
            None,
        )

    @property
    def price_minor(self) -> int | None:
        """The price of all variants; ``None`` where it differs between them."""
        prices = {found.product.price_minor for found in self.variants}
        return prices.pop() if len(prices) == 1 else None
