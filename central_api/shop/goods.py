"""What an app names of the catalog, as lines that pricing knows: options, packs and deposits included.

Source: docs/rules/goods.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Item, line_option, usual_options
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.orders.schemas import OrderLine
from retail_core.cost import line_cost
from retail_core.pricing.model import PricedLine
from retail_core.wire.feed import ProductDoc
from retail_core.wire.sale_parts import LineOption
from retail_core.wire.shop import OrderItem

_PIECE_MILLI = 1000


def read_items(unit: Unit, store_id: str, *, items: Sequence[OrderItem]) -> tuple[Item, ...]:
    """Return the lines of ``items``: the same goods on one line, each followed by its deposit.

    Raises:
        ApiError: 404 ``product.unknown`` or ``product.unknown_pack``; 422 ``order.weighed_goods``, or
            ``order.options`` with the group that was not chosen as it asks for.
    """
    products = catalog.products(unit, store_id, product_ids={item.product_id for item in items})
    joined: dict[tuple[object, ...], Item] = {}
    for item in items:
        read = replace(_read(item, products), preference=item.preference, cap_minor=item.cap_minor)
        pack_id = read.pack.pack_id if read.pack else ""
        key = (read.product.product_id, read.options, pack_id, read.preference, read.cap_minor)
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
        deposit_of=item.deposit_of,
        preference=item.preference,
        cap_minor=item.cap_minor,
        category_id=item.product.category_id,
        cost_minor=line_cost(item.product.cost_minor, item.qty_milli * item.pack_pieces),
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
    if item.options is None:
        chosen = usual_options(product)
    else:
        named = {(each.group_id, each.option_id) for each in item.options}
        chosen = tuple(
            line_option(group, option)
            for group in product.options
            for option in group.options
            if (group.group_id, option.option_id) in named
        )
        if len(chosen) < len(named):
            raise ApiError(422, "order.options", detail=product.product_id)
    for group in product.options:
        count = sum(option.group_id == group.group_id for option in chosen)
        if not group.least <= count <= group.most:
            raise ApiError(422, "order.options", detail=group.group_id)
    return chosen
