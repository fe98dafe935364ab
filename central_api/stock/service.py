"""What stock does when goods are sold, ordered, handed over, counted.

Appliers only insert movements; :func:`settle` adds their sums to the levels
(``central_api.stock.ledger``). Documents of goods are in ``central_api.stock.documents``.
"""

from collections.abc import Callable, Sequence

from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.stock import batches, repository
from central_api.stock.documents import (
    apply_arrived,
    apply_counted,
    apply_received,
    apply_sent,
    apply_wasted,
)
from central_api.stock.floors import floor_of
from central_api.stock.ledger import COUNT, RECEIPT, move, settle
from central_api.stock.schemas import Floor, Level, Movement, Rights
from retail_core.stock import WALK_IN_MS, Buffer, silent_ms, walk_in_end_ms, web_rights_milli
from retail_core.wire.facts import HandOverLine, SaleCompleted

__all__ = [
    "COUNT",
    "HAND_OVER",
    "HAND_OVER_UNDONE",
    "IMPORT",
    "ORDER",
    "RECEIPT",
    "RETURN",
    "SALE",
    "WRITE_OFF",
    "apply_arrived",
    "apply_counted",
    "apply_received",
    "apply_returns",
    "apply_sale",
    "apply_sent",
    "apply_wasted",
    "commit_order",
    "floor_of",
    "hand_over",
    "keep_moved",
    "levels",
    "levels_of_product",
    "move",
    "settle",
    "stores_with",
    "undo_hand_over",
    "web_rights",
]

SALE = "sale"
RETURN = "return"
WRITE_OFF = "write_off"
HAND_OVER = "hand_over"
HAND_OVER_UNDONE = "hand_over_undone"
ORDER = "order"
IMPORT = "import"
KEPT_MOVED = "kept_moved"

Promise = Callable[[], object]

_USUAL = Buffer()


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Take what was sold off the stock, packs by their pieces; open items and deposits have none."""
    move(
        unit,
        [
            Movement(
                store_id=context.store_id,
                product_id=line.product_id,
                on_hand_milli=-line.stock_milli,
                committed_milli=0,
                cause=SALE,
                ref=sale.sale_id,
                line=line.line_id,
                moved_ms=context.wall_ms,
                entry_id=context.entry_id,
                batch=line.batch,
                expires=line.expires,
            )
            for line in sale.lines
            if line.product_id is not None and line.stock_milli
        ],
    )
    return batches.apply_serials(unit, context, sale=sale)


def apply_returns(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Put what came back onto the stock; what is not fit for the shelf is written off at once."""
    lines = [line for back in sale.returned for line in back.lines]
    move(
        unit,
        [
            Movement(
                store_id=context.store_id,
                product_id=line.product_id,
                on_hand_milli=sign * line.pieces_milli,
                committed_milli=0,
                cause=cause,
                ref=sale.sale_id,
                line=line.line_id,
                moved_ms=context.wall_ms,
                entry_id=context.entry_id,
            )
            for line in lines
            if line.product_id is not None and line.pieces_milli
            for sign, cause in (((1, RETURN),) if line.restock else ((1, RETURN), (-1, WRITE_OFF)))
        ],
    )
    return []


def hand_over(unit: Unit, context: FactContext, *, hand_over_id: str, lines: Sequence[HandOverLine]) -> None:
    """Take what was handed over off the stock and off what was promised."""
    _hand_over(unit, context, lines=lines, cause=HAND_OVER, ref=hand_over_id, sign=-1)


def undo_hand_over(
    unit: Unit, context: FactContext, *, hand_over_id: str, lines: Sequence[HandOverLine]
) -> None:
    """Put back what a hand-over took, once."""
    _hand_over(unit, context, lines=lines, cause=HAND_OVER_UNDONE, ref=hand_over_id, sign=1)


def commit_order(unit: Unit, floor: Floor, *, order_id: str, wanted: Sequence[tuple[str, str, int]]) -> None:
    """Keep the goods of a paid order back, if the web may promise them and they are nobody else's.

    Args:
        unit: The unit of work; the levels stay locked until it ends, so no two orders get the same piece.
        floor: The store where the order is collected.
        order_id: The order.
        wanted: Line, product and quantity in thousandths.

    Raises:
        ApiError: 409 ``stock.not_enough`` with the product.
    """
    needed: dict[str, int] = {}
    for _, product_id, qty_milli in wanted:
        needed[product_id] = needed.get(product_id, 0) + qty_milli
    found = repository.lock_levels(unit, floor.store_id, product_ids=sorted(needed))
    free = {each.level.product_id: each.free_milli for each in _rights(unit, floor, found=found)}
    for product_id in sorted(needed):
        if free.get(product_id, 0) < needed[product_id]:
            raise ApiError(409, "stock.not_enough", detail=product_id)
    move(
        unit,
        [
            Movement(floor.store_id, product_id, 0, qty_milli, ORDER, order_id, line_id, unit.now_ms)
            for line_id, product_id, qty_milli in wanted
        ],
    )
    settle(unit)


def keep_moved(
    unit: Unit, floor: Floor, *, order_id: str, wanted: Sequence[tuple[str, str, int]], promise: Promise
) -> None:
    """Keep goods back for an order that a fact moved to a store, if its rights reach; settled with its batch.

    ``promise`` is called once they reach and before anything is written.

    Raises:
        ApiError: as :func:`commit_order`, and as ``promise``.
    """
    needed: dict[str, int] = {}
    for _, product_id, qty_milli in wanted:
        needed[product_id] = needed.get(product_id, 0) + qty_milli
    found = repository.lock_levels(unit, floor.store_id, product_ids=sorted(needed))
    free = {each.level.product_id: each.free_milli for each in _rights(unit, floor, found=found)}
    # What this batch kept before is not in the levels yet.
    kept = {product_id: f"{KEPT_MOVED}:{floor.store_id}:{product_id}" for product_id in needed}
    for product_id in sorted(needed):
        if free.get(product_id, 0) - unit.memo.get(kept[product_id], 0) < needed[product_id]:
            raise ApiError(409, "stock.not_enough", detail=product_id)
    promise()
    for product_id, qty_milli in needed.items():
        unit.memo[kept[product_id]] = unit.memo.get(kept[product_id], 0) + qty_milli
    move(
        unit,
        [
            Movement(floor.store_id, product_id, 0, qty_milli, ORDER, order_id, line_id, unit.now_ms)
            for line_id, product_id, qty_milli in wanted
        ],
    )


def levels(unit: Unit, store_id: str, *, product_ids: Sequence[str]) -> list[Level]:
    """Return what a store has of products, in order of their ids; those never moved are left out."""
    return repository.levels(unit, [(store_id, product_id) for product_id in product_ids])


def web_rights(unit: Unit, floor: Floor, *, product_ids: Sequence[str]) -> list[Rights]:
    """Return what the web may promise of a store's products; those never moved are left out."""
    return _rights(unit, floor, found=levels(unit, floor.store_id, product_ids=product_ids))


def levels_of_product(unit: Unit, product_id: str) -> list[Level]:
    """Return the levels of the stores that have anything of a product on hand, in order of their ids."""
    return repository.levels_of_product(unit, product_id, least_milli=1)


def stores_with(unit: Unit, product_id: str, *, least_milli: int) -> list[str]:
    """Return the stores that have so much of a product on hand, in order of their ids."""
    found = repository.levels_of_product(unit, product_id, least_milli=least_milli)
    return [level.store_id for level in found]


def _rights(unit: Unit, floor: Floor, *, found: Sequence[Level]) -> list[Rights]:
    """Source: docs/rules/stock.md, "What the web may promise"."""
    end_ms = walk_in_end_ms(unit.now_ms, floor.heard_ms)
    sold = repository.walk_in(
        unit,
        floor.store_id,
        product_ids=[level.product_id for level in found],
        from_ms=end_ms - WALK_IN_MS,
        to_ms=end_ms,
    )
    left = batches.of_levels(unit, found)
    rights = []
    for level in found:
        figures = left.get((level.store_id, level.product_id))
        expired_milli = figures.expired_milli(floor.today) if figures is not None and floor.today else 0
        may_milli = web_rights_milli(
            level.on_hand_milli - expired_milli,
            floor.buffers.get(level.product_id, _USUAL),
            walk_in_milli=sold.get(level.product_id, 0),
            silent_ms=silent_ms(unit.now_ms, floor.heard_ms),
        )
        rights.append(Rights(level, may_milli, max(0, may_milli - level.committed_milli)))
    return rights


def _hand_over(
    unit: Unit, context: FactContext, *, lines: Sequence[HandOverLine], cause: str, ref: str, sign: int
) -> None:
    move(
        unit,
        [
            Movement(
                store_id=context.store_id,
                product_id=line.product_id,
                on_hand_milli=sign * line.qty_milli * line.pack_pieces,
                committed_milli=sign * line.qty_milli * line.pack_pieces,
                cause=cause,
                ref=ref,
                line=line.line_id,
                moved_ms=context.wall_ms,
                entry_id=context.entry_id,
            )
            for line in lines
        ],
    )
