"""What an app names of the catalog, as lines that pricing knows: options, packs and deposits included.

Source: docs/rules/goods.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from central_api.catalog import service as catalog
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.orders.schemas import OrderLine
from retail_core.money import Money
from retail_core.pricing.model import BasketLine, PricedLine
from retail_core.wire.feed import PackDoc, ProductDoc
from retail_core.wire.sale_parts import LineOption
from retail_core.wire.shop import OrderItem

_PIECE_MILLI = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """A line to be priced: what of a product, as it was chosen; a deposit has ``deposit_of`` set."""

    line_id: str
    product: ProductDoc
    qty_milli: int
    options: tuple[LineOption, ...] = ()
    pack: PackDoc | None = None
    deposit_of: str = ""

    @property
    def name(self) -> str:
        """What it is called on lists; a pack's name stands behind."""
        name = self.product.names.zh_hans
        return name if self.pack is None else f"{name} {self.pack.names.zh_hans}"

    @property
    def pack_pieces(self) -> int:
        """Pieces of stock in one unit."""
        return 1 if self.pack is None else self.pack.pieces


def read_items(unit: Unit, store_id: str, *, items: Sequence[OrderItem]) -> tuple[Item, ...]:
    """Return the lines of ``items``: the same goods on one line, each followed by its deposit.

    Raises:
        ApiError: 404 ``product.unknown`` or ``product.unknown_pack``; 422 ``order.weighed_goods``, or
            ``order.options`` with the group that was not chosen as it asks for.
    """
    products = catalog.products(unit, store_id, product_ids={item.product_id for item in items})
    joined: dict[tuple[str, tuple[LineOption, ...], str], Item] = {}
    for item in items:
        read = _read(item, products)
        key = (read.product.product_id, read.options, read.pack.pack_id if read.pack else "")
        held = joined.get(key)
        before = 0 if held is None else held.qty_milli
        joined[key] = replace(read, qty_milli=before + read.qty_milli)
    wanted = {item.product.deposit_id for item in joined.values() if item.product.deposit_id}
    deposits = catalog.products(unit, store_id, product_ids=wanted)
    found: list[Item] = []
    for number, goods in enumerate(joined.values(), start=1):
        found.append(replace(goods, line_id=str(number)))
        deposit = deposits.get(goods.product.deposit_id or "")
        if deposit is not None and not goods.product.deposit:
            pieces_milli = goods.qty_milli * goods.pack_pieces
            found.append(Item(f"{number}-d", deposit, pieces_milli, deposit_of=str(number)))
    return tuple(found)


def basket_line(item: Item, currency: str) -> BasketLine:
    """Return ``item`` as pricing takes it."""
    product = item.product
    price_minor, tiers = product.price_minor, product.tier_prices
    if item.pack is not None:
        price_minor, tiers = item.pack.price_minor, item.pack.tier_prices
    options_minor = sum(option.price_minor for option in item.options)
    return BasketLine(
        line_id=item.line_id,
        product_id=product.product_id,
        name=product.names.zh_hans,
        category_id=product.category_id,
        qty_milli=item.qty_milli,
        sold_by=product.sold_by,
        unit_price=Money(price_minor, currency),
        tax_rate_bp=product.tax_rate_bp,
        tier_prices=tuple((tier, Money(minor, currency)) for tier, minor in sorted(tiers.items())),
        brand=product.brand or None,
        regulated=product.regulated,
        deposit=product.deposit,
        away_tax_rate_bp=product.away_tax_rate_bp,
        options_price=Money(options_minor, currency) if item.options else None,
        pack_id=None if item.pack is None else item.pack.pack_id,
    )


def order_line(item: Item, priced: PricedLine) -> OrderLine:
    """Return ``item`` as it stands in an order, with what was paid for it."""
    return OrderLine(
        line_id=item.line_id,
        product_id=item.product.product_id,
        name=item.name,
        qty_milli=item.qty_milli,
        total_minor=priced.total.minor,
        min_age=item.product.min_age,
        options=item.options,
        pack_id="" if item.pack is None else item.pack.pack_id,
        pack_pieces=item.pack_pieces,
        deposit=item.product.deposit,
    )


def _read(item: OrderItem, products: Mapping[str, ProductDoc]) -> Item:
    product = products.get(item.product_id)
    if product is None:
        raise ApiError(404, "product.unknown", detail=item.product_id)
    if product.sold_by == "weight" or item.qty_milli % _PIECE_MILLI:
        raise ApiError(422, "order.weighed_goods", detail=item.product_id)
    if item.pack_id is None:
        return Item("", product, item.qty_milli, options=_options(item, product))
    pack = next((each for each in product.packs if each.pack_id == item.pack_id), None)
    if pack is None or item.options:
        raise ApiError(404, "product.unknown_pack", detail=item.pack_id)
    return Item("", product, item.qty_milli, pack=pack)


def _options(item: OrderItem, product: ProductDoc) -> tuple[LineOption, ...]:
    """Return the options as they were chosen, else those that are usual."""
    named = None if item.options is None else {(each.group_id, each.option_id) for each in item.options}
    chosen = tuple(
        LineOption(
            group_id=group.group_id,
            option_id=option.option_id,
            name=option.names.zh_hans,
            price_minor=option.price_minor,
        )
        for group in product.options
        for option in group.options
        if (option.preset if named is None else (group.group_id, option.option_id) in named)
    )
    if named is not None and len(chosen) < len(named):
        raise ApiError(422, "order.options", detail=product.product_id)
    for group in product.options:
        count = sum(option.group_id == group.group_id for option in chosen)
        if not group.least <= count <= group.most:
            raise ApiError(422, "order.options", detail=group.group_id)
    return chosen
