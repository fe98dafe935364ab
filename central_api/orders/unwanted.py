"""Goods of an order that was paid at a till and come back by their receipt before they were handed over.

Nobody holds them in the hand: what comes back is money. So the order need not keep them any more, and they do
not come into the stock of the store that gives the money back.

Source: docs/rules/order-payment.md, "At the till".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.orders import repository
from central_api.orders.following import Outcome, Why, follow
from central_api.sales import service as sales
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core import order_steps as steps
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.sale_parts import ReturnedLine

CAUSE = "return_not_collected"


@dataclass(frozen=True, slots=True)
class _Back:
    """A line that came back, and the line of the order whose goods it was."""

    line: ReturnedLine
    order_line_id: str


def apply_returns(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> None:
    """Let orders go of what came back of them and was still open, in order of their ids."""
    by_order: dict[str, list[_Back]] = {}
    for receipt in sale.returned:
        of = {} if receipt.sale_id is None else sales.ordered_lines(unit, receipt.sale_id)
        for line in receipt.lines:
            order_id, order_line_id = of.get(line.of_line_id or "", ("", ""))
            if order_id and not line.deposit:
                by_order.setdefault(order_id, []).append(_Back(line, order_line_id))
    for order_id in sorted(by_order):
        _give_up(unit, context, order_id=order_id, back=by_order[order_id], sale_id=sale.sale_id)


def _give_up(unit: Unit, context: FactContext, *, order_id: str, back: list[_Back], sale_id: str) -> None:
    before = repository.hold(unit, order_id)
    if before is None or not before.progress.is_open:
        return
    left = {line.line_id: line.open_milli for line in before.progress.lines}
    unwanted: dict[str, int] = {}
    never_left: list[tuple[ReturnedLine, int]] = []
    for each in back:
        qty_milli = min(each.line.qty_milli, left.get(each.order_line_id, 0))
        if qty_milli:
            left[each.order_line_id] -= qty_milli
            unwanted[each.order_line_id] = unwanted.get(each.order_line_id, 0) + qty_milli
            never_left.append((each.line, qty_milli))
    if not unwanted:
        return
    after, shares = steps.give_up(before.progress, unwanted)
    values: Mapping[str, object] = {} if after.is_open else {"reason": "not_wanted"}
    outcome = Outcome(after, refunded=shares, freed=shares, values=values)
    why = Why("order_unwanted", f"{sale_id}:{order_id}", context)
    follow(unit, before, step="given_up", outcome=outcome, why=why)
    stock.move(
        unit,
        [
            Movement(
                store_id=context.store_id,
                product_id=line.product_id,
                on_hand_milli=-qty_milli * line.pack_pieces,
                committed_milli=0,
                cause=CAUSE,
                ref=sale_id,
                line=line.line_id,
                moved_ms=context.wall_ms,
                entry_id=context.entry_id,
            )
            for line, qty_milli in never_left
            # What is not fit for the shelf was written off with its return.
            if line.restock and line.product_id is not None
        ],
    )
