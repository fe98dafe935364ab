"""From *placed* to *ready*: accept or reject an order, pick it line by line, pack it, put it on a shelf.

Source: docs/rules/orders.md.
"""

from collections.abc import Mapping

from pos_app.services import rights
from pos_app.services.bag_labels import BagLabels
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus
from pos_app.services.late_coupons import LateCoupons
from pos_app.services.order_book import OrderBook, PlannedStep, freed
from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from retail_core import order_steps as steps
from retail_core.wire import order_facts as facts

_MOST_SHELF = 20
_MOST_BAGS = 99
_MOST_NOTE = 200


class PickOrder:
    """The staff's steps before the customer comes; on the storage lane, right ``order.pick``.

    Every step raises ``right.missing``, ``order.unknown`` or ``order.wrong_state`` (the state).
    """

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        events: EventBus,
        late: LateCoupons | None = None,
        labels: BagLabels | None = None,
    ) -> None:
        """Keep where orders are; ``late`` prints for those that are late, ``labels`` for the bags."""
        self._late = late
        self._labels = labels
        self._book = OrderBook(store=store, clock=clock, events=events)

    def accept(self, actor: Actor, order_id: str) -> Order:
        """Take an order on."""
        rights.require(actor.rights, rights.ORDER_PICK)

        def plan(order: Order) -> PlannedStep:
            body = facts.OrderAccepted(order_id=order_id)
            return PlannedStep(facts.ORDER_ACCEPTED, body, steps.accept(order.progress))

        return self._book.take(actor, order_id, plan=plan)

    def reject(self, actor: Actor, order_id: str, *, reason: facts.RejectReason, note: str = "") -> Order:
        """Say that the store cannot do an order; all of it is refunded."""
        rights.require(actor.rights, rights.ORDER_PICK)

        def plan(order: Order) -> PlannedStep:
            after, shares = steps.reject(order.progress)
            body = facts.OrderRejected(order_id=order_id, reason=reason, note=note.strip()[:_MOST_NOTE])
            moves = freed(order, shares)
            return PlannedStep(
                facts.ORDER_REJECTED, body, after, fields={"reason": reason}, moves=moves, ref=order_id
            )

        return self._book.take(actor, order_id, plan=plan)

    def start(self, actor: Actor, order_id: str) -> Order:
        """Begin to pick: every line that is nobody's is this person's."""
        rights.require(actor.rights, rights.ORDER_PICK)

        def plan(order: Order) -> PlannedStep:
            after = steps.begin_picking(order.progress, actor.staff_id)
            return PlannedStep(facts.ORDER_PICKING, facts.OrderStep(order_id=order_id), after)

        return self._book.take(actor, order_id, plan=plan)

    def take_over(self, actor: Actor, order_id: str) -> Order:
        """Go on with what somebody else picked; raises ``order.is_yours`` as well."""
        rights.require(actor.rights, rights.ORDER_PICK)

        def plan(order: Order) -> PlannedStep:
            after, others = steps.take_over(order.progress, actor.staff_id)
            body = facts.OrderTakenOver(order_id=order_id, from_staff=others)
            return PlannedStep(facts.ORDER_TAKEN_OVER, body, after)

        return self._book.take(actor, order_id, plan=plan)

    def pick(self, actor: Actor, order_id: str, *, picked: Mapping[str, int], ends: bool = False) -> Order:
        """Say how much of lines is laid aside in all, in thousandths; ``ends``: the picker is through.

        Raises:
            RuleError: ``order.line_unknown``, ``order.line_of_other`` (who), ``order.too_many`` as well.
        """
        rights.require(actor.rights, rights.ORDER_PICK)

        def plan(order: Order) -> PlannedStep:
            after = steps.pick(order.progress, picked, who=actor.staff_id, ends=ends)
            body = facts.OrderPicked(
                order_id=order_id,
                lines=tuple(
                    facts.PickedLine(line_id=line_id, picked_milli=picked_milli)
                    for line_id, picked_milli in picked.items()
                ),
                ends=ends,
            )
            return PlannedStep(facts.ORDER_PICKED, body, after)

        return self._book.take(actor, order_id, plan=plan)

    def pack(self, actor: Actor, order_id: str, *, bags: int, shelf: str = "") -> Order:
        """What was picked is in its bags, and their labels are printed.

        Raises:
            RuleError: ``order.bad_bags``, ``order.nothing_picked`` as well.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        if not 1 <= bags <= _MOST_BAGS:
            raise RuleError("order.bad_bags")
        place = _shelf(shelf)

        def plan(order: Order) -> PlannedStep:
            body = facts.OrderPacked(order_id=order_id, bags=bags, shelf=place)
            fields = {"bags": bags, "shelf": place or order.shelf}
            return PlannedStep(facts.ORDER_PACKED, body, steps.pack(order.progress), fields=fields)

        labels = self._labels
        if labels is None:
            return self._book.take(actor, order_id, plan=plan)
        order = self._book.take(
            actor,
            order_id,
            plan=plan,
            after=lambda work, packed, at_ms: labels.print_for(work, packed, written_ms=at_ms),
        )
        labels.told()
        return order

    def mark_ready(self, actor: Actor, order_id: str, *, shelf: str) -> Order:
        """It stands on ``shelf``, or where it was packed; the customer is told.

        Raises:
            RuleError: ``order.no_shelf``, ``order.nothing_picked`` as well.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        named = _shelf(shelf)

        def plan(order: Order) -> PlannedStep:
            place = named or order.shelf
            if not place:
                raise RuleError("order.no_shelf")
            body = facts.OrderStep(
                order_id=order_id, shelf=place, promised_ms=order.promised_ms, fulfilment=order.fulfilment
            )
            after = steps.make_ready(order.progress)
            return PlannedStep(facts.ORDER_READY, body, after, fields={"shelf": place}, stamps=("ready_ms",))

        def say_late(work: UnitOfWork, order: Order) -> Mapping[str, object]:
            printed = None if self._late is None else self._late.print_for(work, order, actor=actor)
            return {} if printed is None else {"late": "coupon"}

        return self._book.take(actor, order_id, plan=plan, before=say_late)


def _shelf(text: str) -> str:
    place = text.strip().upper()
    if len(place) > _MOST_SHELF:
        raise RuleError("order.no_shelf")
    return place
