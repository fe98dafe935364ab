"""Orders that are paid at a till: the sale settles them; what does not fit is for a person.

Source: docs/rules/order-payment.md.
"""

from collections.abc import Sequence

from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.orders import held, repository
from central_api.orders.following import Outcome, Why, follow
from retail_core.order_payment import value_minor
from retail_core.wire.facts import SaleCompleted


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Settle the orders that a sale paid, in order of their ids."""
    order_ids = sorted({line.order_id for line in sale.lines if line.order_id})
    return [doubt for order_id in order_ids for doubt in _settle(unit, context, order_id=order_id, sale=sale)]


def _settle(
    unit: Unit, context: FactContext, *, order_id: str, sale: SaleCompleted
) -> Sequence[DoubtfulFact]:
    args: dict[str, str | int] = {"order_id": order_id}
    before = repository.hold(unit, order_id)
    if before is None:
        return _place(unit, context, order_id=order_id, sale=sale)
    order = before.order
    if order.settled_minor is None or order.paid_by_receipt:
        return [DoubtfulFact("order.paid_twice", {**args, "receipt_number": order.paid_by_receipt})]
    if not before.progress.is_open:
        return [DoubtfulFact("order.paid_not_open", {**args, "state": order.state})]
    value = value_minor(before.progress)
    outcome = Outcome(
        before.progress,
        values={"settled_minor": value, "paid_by_receipt": sale.receipt_number},
        args={"receipt": sale.receipt_number},
    )
    follow(unit, before, step="paid", outcome=outcome, why=Why("paid", context.entry_id, context))
    if _paid_for(sale, order_id) != value - order.settled_minor:
        # It was changed while a till without the line took the money.
        return [DoubtfulFact("order.paid_other_sum", {**args, "due_minor": value - order.settled_minor})]
    return []


def _place(unit: Unit, context: FactContext, *, order_id: str, sale: SaleCompleted) -> Sequence[DoubtfulFact]:
    """Place an order that a till took; it was priced here, so another sum is a till's mistake."""
    doubts = held.place(unit, context, order_id=order_id, sale=sale)
    if doubts is None:
        return [DoubtfulFact("order.unknown", {"order_id": order_id})]
    placed = repository.by_id(unit, order_id)
    assert placed is not None, "it was placed just now"
    if _paid_for(sale, order_id) != placed.total_minor:
        args: dict[str, str | int] = {"order_id": order_id, "due_minor": placed.total_minor}
        return [*doubts, DoubtfulFact("order.paid_other_sum", args)]
    return doubts


def _paid_for(sale: SaleCompleted, order_id: str) -> int:
    return sum(line.label_minor or 0 for line in sale.lines if line.order_id == order_id)
