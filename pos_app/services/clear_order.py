"""What does not go as ordered: goods that are not there, not wanted, brought back, or picked for nobody.

Source: docs/rules/orders.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus
from pos_app.services.order_book import OrderBook, PlannedStep, freed, refund_of
from pos_app.services.order_model import Order, OrderLine, StockMove
from pos_app.services.ports import Catalog, Clock, Ids, Store
from pos_app.services.records import Actor, Product
from retail_core import order_steps as steps
from retail_core.order_payment import settled_apart
from retail_core.orders import Line, LineDone, Progress, Share, StepRefused, substitute_fault
from retail_core.wire import order_facts as facts

_PIECE_MILLI = 1000


@dataclass(frozen=True, slots=True)
class SubstituteOffer:
    """What putting a product in the place of a part of a line means for the customer, before it is done.

    ``fault`` is a code that says what the customer does not want about it, or ""; ``refund_minor`` what they
    get back.
    """

    line_id: str
    qty_milli: int
    product: Product
    price_minor: int
    refund_minor: int
    fault: str


@dataclass(frozen=True, slots=True)
class ShortTools:
    """What clearing an order works with."""

    store: Store
    clock: Clock
    ids: Ids
    catalog: Catalog
    events: EventBus


class ClearOrder:
    """Refunds, substitutes, takes back and puts back; on the storage lane.

    All but putting back raise ``order.paid_here`` (receipt) for an order that a sale at a till paid.
    """

    def __init__(self, tools: ShortTools) -> None:
        self._tools = tools
        self._book = OrderBook(store=tools.store, clock=tools.clock, events=tools.events)

    def refund_short(self, actor: Actor, order_id: str, *, line_id: str, qty_milli: int) -> Order:
        """Goods of a line are not there and are refunded; right ``order.pick``."""
        rights.require(actor.rights, rights.ORDER_PICK)
        step_id = self._tools.ids.new_id()

        def plan(order: Order) -> PlannedStep:
            _refuse_paid_here(order)
            after, shares = steps.give_up(order.progress, {line_id: qty_milli})
            body = facts.OrderShort(
                step_id=step_id,
                order_id=order_id,
                line_id=line_id,
                qty_milli=qty_milli,
                choice="refund",
                refund_minor=refund_of(shares),
            )
            return PlannedStep(facts.ORDER_SHORT, body, after, moves=freed(order, shares), ref=step_id)

        return self._book.take(actor, order_id, plan=plan)

    def move_short(
        self, actor: Actor, order_id: str, *, line_id: str, qty_milli: int, store_id: str
    ) -> Order:
        """Goods of a line are not there, and another store hands them over; right ``order.pick``.

        Head office makes an order of that store of it, or refunds it and tells a person.

        Raises:
            RuleError: ``order.not_movable`` for what nobody collects; ``order.line_unknown``,
                ``order.too_many``.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        step_id = self._tools.ids.new_id()

        def plan(order: Order) -> PlannedStep:
            _refuse_paid_here(order)
            if order.fulfilment != "pickup":
                raise RuleError("order.not_movable")
            after, shares = steps.move_on(order.progress, line_id, qty_milli=qty_milli)
            fields = {}
            if order.settled_minor is not None:
                moved = refund_of(shares)
                fields["settled_minor"], _ = settled_apart(
                    order.progress, settled_minor=order.settled_minor, moved_minor=moved
                )
            body = facts.OrderShort(
                step_id=step_id,
                order_id=order_id,
                line_id=line_id,
                qty_milli=qty_milli,
                choice="other_store",
                refund_minor=0,
                store_id=store_id,
            )
            moves = freed(order, shares)
            return PlannedStep(facts.ORDER_SHORT, body, after, fields=fields, moves=moves, ref=step_id)

        return self._book.take(actor, order_id, plan=plan)

    def offer(self, order: Order, line_id: str, *, qty_milli: int, code: str) -> SubstituteOffer:
        """Return what the product with ``code`` in the place of a line would cost and give back.

        Raises:
            RuleError: ``order.product_unknown``, ``order.line_unknown``, ``order.too_many``.
        """
        return self._offer(order, line_id, qty_milli=qty_milli, product=self.product_of(code))

    def product_of(self, code: str) -> Product:
        """Return the product with this code.

        Raises:
            RuleError: ``order.product_unknown``.
        """
        found = self._tools.catalog.by_code(code.strip())
        if not found:
            raise RuleError("order.product_unknown")
        return found[0]

    def substitute(self, actor: Actor, order_id: str, *, offer: SubstituteOffer, asked: bool) -> Order:
        """Put ``offer``'s product in the place of a part of a line; right ``order.pick``.

        Raises:
            RuleError: ``order.no_substitute``, ``order.ask_customer``, ``order.substitute_too_dear`` unless
                the customer was ``asked``; ``order.line_unknown``, ``order.too_many``.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        step_id, new_id = self._tools.ids.new_id(), self._tools.ids.new_id()
        product, line_id, qty_milli = offer.product, offer.line_id, offer.qty_milli

        def plan(order: Order) -> PlannedStep:
            _refuse_paid_here(order)
            now = self._offer(order, line_id, qty_milli=qty_milli, product=product)
            if now.fault and not asked:
                raise RuleError(now.fault)
            done = LineDone(picked_milli=qty_milli, picker=actor.staff_id)
            by = Line(new_id, qty_milli, now.price_minor, done=done)
            after, given = steps.substitute(order.progress, line_id, qty_milli=qty_milli, by=by)
            line = OrderLine(
                line_id=new_id,
                product_id=product.product_id,
                name=product.names.zh_hans,
                qty_milli=qty_milli,
                total_minor=after.line(new_id).total_minor,
                min_age=product.min_age,
                substitutes=line_id,
                done=done,
            )
            body = facts.OrderShort(
                step_id=step_id,
                order_id=order_id,
                line_id=line_id,
                qty_milli=qty_milli,
                choice="substitute",
                refund_minor=refund_of(given),
                substitute=facts.Substitute(
                    line_id=new_id,
                    product_id=product.product_id,
                    name=line.name,
                    qty_milli=qty_milli,
                    price_minor=now.price_minor,
                    min_age=product.min_age,
                    asked=asked,
                ),
            )
            moves = (
                *freed(order, [Share(line_id, qty_milli, 0)]),
                StockMove(product.product_id, 0, qty_milli),
            )
            return PlannedStep(facts.ORDER_SHORT, body, after, added=(line,), moves=moves, ref=step_id)

        return self._book.take(actor, order_id, plan=plan)

    def give_up(
        self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], reason: facts.GiveUpReason
    ) -> Order:
        """Refund what nobody gets, as what the customer does not want; right ``order.hand_over``."""
        rights.require(actor.rights, rights.ORDER_HAND_OVER)
        step_id = self._tools.ids.new_id()

        def plan(order: Order) -> PlannedStep:
            _refuse_paid_here(order)
            after, shares = steps.give_up(order.progress, quantities)
            fields = {} if after.is_open else {"reason": reason}
            lines = tuple(
                facts.GivenUpLine(line_id=line_id, qty_milli=qty_milli, refund_minor=minor)
                for line_id, qty_milli, minor in _with_deposits(order.progress, shares)
            )
            body = facts.OrderGivenUp(step_id=step_id, order_id=order_id, reason=reason, lines=lines)
            moves = freed(order, shares)
            return PlannedStep(facts.ORDER_GIVEN_UP, body, after, fields=fields, moves=moves, ref=step_id)

        return self._book.take(actor, order_id, plan=plan)

    def take_back(
        self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], reason: str, restock: bool
    ) -> Order:
        """Take goods of an order back after they were handed over; right ``order.hand_over``.

        Raises:
            RuleError: ``order.no_reason`` as well.
        """
        rights.require(actor.rights, rights.ORDER_HAND_OVER)
        if not reason.strip():
            raise RuleError("order.no_reason")
        step_id = self._tools.ids.new_id()

        def plan(order: Order) -> PlannedStep:
            _refuse_paid_here(order)
            after, shares = steps.take_back(order.progress, quantities)
            lines = tuple(
                facts.BroughtBackLine(
                    line_id=line_id, qty_milli=qty_milli, refund_minor=minor, restock=restock
                )
                for line_id, qty_milli, minor in _with_deposits(order.progress, shares)
            )
            body = facts.OrderReturned(step_id=step_id, order_id=order_id, reason=reason.strip(), lines=lines)
            moves = _on_hand(order, quantities, sign=1) if restock else ()
            return PlannedStep(facts.ORDER_RETURNED, body, after, moves=moves, ref=step_id)

        return self._book.take(actor, order_id, plan=plan)

    def put_back(
        self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], wasted: bool = False
    ) -> Order:
        """What was laid aside for nobody is on the shelf again, or thrown away; right ``order.pick``."""
        rights.require(actor.rights, rights.ORDER_PICK)
        step_id = self._tools.ids.new_id()

        def plan(order: Order) -> PlannedStep:
            after = steps.put_back(order.progress, quantities)
            lines = tuple(
                facts.PutBackLine(line_id=line_id, qty_milli=qty_milli, wasted=wasted)
                for line_id, qty_milli in quantities.items()
            )
            body = facts.OrderPutBack(step_id=step_id, order_id=order_id, lines=lines)
            moves = _on_hand(order, quantities, sign=-1) if wasted else ()
            return PlannedStep(facts.ORDER_PUT_BACK, body, after, moves=moves, ref=step_id)

        return self._book.take(actor, order_id, plan=plan)

    def _offer(self, order: Order, line_id: str, *, qty_milli: int, product: Product) -> SubstituteOffer:
        price_minor = product.price_minor * qty_milli // _PIECE_MILLI
        try:
            of = order.progress.line(line_id)
            by = Line("", qty_milli, price_minor)
            _, given = steps.substitute(order.progress, line_id, qty_milli=qty_milli, by=by)
        except StepRefused as error:
            raise RuleError(error.code, *error.arguments) from error
        ordered = order.goods_by_id()[line_id]
        fault = substitute_fault(
            ordered.preference,
            share_minor=of.share_minor(qty_milli),
            price_minor=price_minor,
            cap_minor=ordered.cap_minor * qty_milli // _PIECE_MILLI,
        )
        return SubstituteOffer(line_id, qty_milli, product, price_minor, refund_of(given), fault)


def _with_deposits(progress: Progress, shares: tuple[Share, ...]) -> list[tuple[str, int, int]]:
    """Return line, quantity and money of goods, each with the money of their deposits."""
    deposits = {line.line_id: line.deposit_of for line in progress.lines if not line.is_goods}
    money: dict[str, int] = {}
    for share in shares:
        goods_id = deposits.get(share.line_id, share.line_id)
        money[goods_id] = money.get(goods_id, 0) + share.amount_minor
    return [
        (share.line_id, share.qty_milli, money[share.line_id])
        for share in shares
        if share.line_id not in deposits
    ]


def _on_hand(order: Order, quantities: Mapping[str, int], *, sign: int) -> tuple[StockMove, ...]:
    lines = order.goods_by_id()
    return tuple(
        StockMove(lines[line_id].product_id, sign * qty_milli * lines[line_id].pack_pieces, 0)
        for line_id, qty_milli in quantities.items()
    )


def _refuse_paid_here(order: Order) -> None:
    """Refuse what would give money back that a sale took: it comes back by its receipt, as it was paid.

    Source: docs/rules/order-payment.md, "At the till".

    Raises:
        RuleError: ``order.paid_here`` (receipt).
    """
    if order.paid_by_receipt:
        raise RuleError("order.paid_here", order.paid_by_receipt)
