"""Orders that are paid in the store: what is due goes into the basket, and is settled with its sale.

Source: docs/rules/order-payment.md.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pos_app.services import basket_steps as steps
from pos_app.services import rights
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Basket, Line
from pos_app.services.errors import RuleError
from pos_app.services.order_model import Order, OrderLine
from pos_app.services.ports import Ids
from pos_app.services.records import Actor, Names, Product
from pos_app.services.repositories import UnitOfWork
from retail_core.orders import OrderState

PAYABLE: tuple[OrderState, ...] = ("picked", "packed", "ready", "partly_handed_over")
"""States in which it is known what the customer gets, so that nothing has to go back."""


class PayOrder:
    """Puts an order into the basket; on the UI thread, a few milliseconds."""

    def __init__(self, *, basket: CurrentBasket, ids: Ids, find: Callable[[str], Product | None]) -> None:
        """Keep the basket; ``find`` looks products up in the catalog."""
        self._current = basket
        self._ids = ids
        self._find = find

    def __call__(self, actor: Actor, order: Order) -> None:
        """Put what is due of an order into the basket, beside whatever lies there.

        Raises:
            RuleError: ``right.missing``, ``order.nothing_due``, ``order.not_ready`` (its state),
                ``order.goods_unknown`` (name), ``order.in_basket``, ``basket.full``.
        """
        rights.require(actor.rights, rights.SELL)
        due = order.due_by_line()
        if not due:
            raise RuleError("order.nothing_due")
        if order.state not in PAYABLE:
            raise RuleError("order.not_ready", order.state)
        lines = [
            self._line(order, line, minor=due[line.line_id]) for line in order.lines if line.line_id in due
        ]
        self._current.change(partial(steps.with_order, lines=lines))

    def _line(self, order: Order, line: OrderLine, *, minor: int) -> Line:
        product = self._find(line.product_id)
        if product is None:
            raise RuleError("order.goods_unknown", line.name)
        qty_milli = line.line.open_milli
        sold = steps.product_line(
            self._ids.new_id(), product, qty_milli=qty_milli, code=None, label_minor=minor
        )
        name = Names(line.full_name, line.full_name, line.full_name) if line.options else product.names
        return replace(
            sold,
            names=name,
            pack_pieces=line.pack_pieces,
            deposit_id="",
            order_id=order.order_id,
            order_line_id=line.line_id,
        )


def check_orders(work: UnitOfWork, basket: Basket, *, now_ms: int) -> None:
    """Return if what the basket pays of orders is what is due of them; in the transaction of the sale.

    Raises:
        RuleError: ``order.unknown``, ``order.pay_changed`` (number); ``order.hold_over`` (number): the
            goods of what was ordered here are not kept any more.
    """
    for held in basket.ordered:
        if now_ms >= held.until_ms:
            raise RuleError("order.hold_over", held.number)
    agreed: dict[str, dict[str, int]] = {}
    for line in basket.lines:
        if line.order_id and basket.held(line.order_id) is None:
            agreed.setdefault(line.order_id, {})[line.order_line_id] = line.label_minor or 0
    for order_id, lines in agreed.items():
        order = work.orders.get(order_id)
        if order is None:
            raise RuleError("order.unknown")
        if order.state not in PAYABLE or order.due_by_line() != lines:
            raise RuleError("order.pay_changed", order.number)


def settle_orders(work: UnitOfWork, basket: Basket, *, receipt_number: str, seq: int) -> list[Order]:
    """Note that the orders in a basket are paid, and return them; those that this till knows.

    Money that moved outside is written down whatever became of an order: head office compares.
    """
    known = (
        work.orders.get(order_id) for order_id in sorted({line.order_id for line in basket.lines} - {""})
    )
    settled = [order.settled_by(receipt_number) for order in known if order is not None]
    for order in settled:
        work.orders.put_own(order, seq=seq)
    return settled
