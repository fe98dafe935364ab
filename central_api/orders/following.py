"""What follows from a step of an order: its rows, refunds, stock, campaigns' limits and points.

Inside a batch of facts the sums are settled once at its end (``central_api.journal.effects``); who takes a
step outside of one calls :func:`settle`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from central_api.coupons import service as coupons
from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Points
from central_api.orders import repository
from central_api.orders.schemas import Order, OrderLine, Refund, Standing
from central_api.orders.telling import publish
from central_api.slots import service as slots
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from central_api.uses import service as uses
from retail_core.order_payment import to_give_back_minor
from retail_core.orders import Progress, Share

_NOTHING_BOUGHT: Final = ("rejected", "cancelled", "no_show")
_CANCELLED: Final = "order_cancelled"
_COLLECTED: Final = "collected"


@dataclass(frozen=True, slots=True)
class Why:
    """What made a step: ``cause`` and ``ref`` together count once; without a context it was no till."""

    cause: str
    ref: str
    context: FactContext | None = None

    @property
    def entry_id(self) -> str | None:
        """The fact, if it is one."""
        return None if self.context is None else self.context.entry_id

    def at_ms(self, unit: Unit) -> int:
        """Return when it was."""
        return unit.now_ms if self.context is None else self.context.wall_ms


@dataclass(frozen=True, slots=True)
class Outcome:
    """An order after a step and what follows."""

    after: Progress
    refunded: Sequence[Share] = ()
    """What goes back to whoever paid."""
    freed: Sequence[Share] = ()
    """What the store need not keep any more."""
    added: Sequence[OrderLine] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    """What changes of the order beside its state."""
    args: Mapping[str, object] = field(default_factory=dict)
    """What is noted with the step."""


def follow(unit: Unit, before: Standing, *, step: str, outcome: Outcome, why: Why) -> Standing:
    """Write an order after a step with all that follows, and tell the tills; return how it stands."""
    done = {line.line_id: line.done for line in outcome.after.lines}
    lines = tuple(replace(line, done=done[line.line_id]) for line in (*before.lines, *outcome.added))
    values = {**outcome.values, "state": outcome.after.state}
    points = _points_due(before.order, outcome.after)
    if points != before.order.points_given:
        _enter_points(unit, before.order, points=points - before.order.points_given, why=why)
        values["points_given"] = points
    repository.change(unit, before, lines=lines, values=values)
    _refund(unit, before.order, shares=_to_give_back(unit, before.order, outcome=outcome), why=why)
    _free(unit, before, shares=outcome.freed, why=why)
    _keep(unit, before.order, lines=outcome.added, why=why)
    if _is_over_for_nothing(outcome.after):
        _uncount(unit, before.order)
    repository.note(unit, before.order.order_id, step=step, context=why.context, args=outcome.args)
    publish(unit, before.order.order_id)
    order = repository.by_id(unit, before.order.order_id)
    assert order is not None, "it was changed just now"
    return Standing(order, lines)


def settle(unit: Unit) -> None:
    """Bring the sums up to what a step outside of a batch of facts did."""
    changed = uses.settle(unit).member_ids
    coupons.settle(unit)
    members.settle(unit, changed=changed)
    stock.settle(unit)


def _points_due(order: Order, after: Progress) -> int:
    """Source: docs/rules/orders.md, "What comes back with the money"."""
    with_customer = sum(line.done.handed_minor - line.done.returned_minor for line in after.lines)
    if order.total_minor <= 0:
        return order.points if after.was_handed else 0
    return order.points * with_customer // order.total_minor


def _enter_points(unit: Unit, order: Order, *, points: int, why: Why) -> None:
    if not order.member_id:
        return
    entry = Points(
        order.member_id,
        order.order_id,
        f"{_COLLECTED}:{why.cause}:{why.ref}",
        points,
        order.store_id,
        why.at_ms(unit) if points > 0 else order.handed_over_ms or why.at_ms(unit),
        why.entry_id,
        kind="earn" if points > 0 else "reverse",
    )
    members.give(unit, [entry])


def _to_give_back(unit: Unit, order: Order, *, outcome: Outcome) -> Sequence[Share]:
    """Return what goes back in money: a part that nobody gets lowers first what is still due.

    Source: docs/rules/order-payment.md, "What is to be paid".
    """
    if order.paid_by_receipt:
        return ()  # What a sale took, with its coupons and points, comes back by its receipt.
    if order.settled_minor is None:
        return outcome.refunded
    before = repository.given_back_minor(unit, order.order_id)
    left = to_give_back_minor(outcome.after, settled_minor=order.settled_minor, given_back_minor=before)
    shares = []
    for share in outcome.refunded:
        amount = min(left, share.amount_minor)
        left -= amount
        shares.append(replace(share, amount_minor=amount))
    return shares


def _refund(unit: Unit, order: Order, *, shares: Sequence[Share], why: Why) -> None:
    repository.insert_refunds(
        unit,
        [
            Refund(
                refund_id=f"{why.ref}:{share.line_id}",
                order_id=order.order_id,
                line_id=share.line_id,
                qty_milli=share.qty_milli,
                amount_minor=share.amount_minor,
                currency=order.currency,
                cause=why.cause,
                created_ms=why.at_ms(unit),
                entry_id=why.entry_id,
            )
            for share in shares
            if share.amount_minor
        ],
    )


def _free(unit: Unit, before: Standing, *, shares: Sequence[Share], why: Why) -> None:
    pieces = [(before.line(share.line_id), share.qty_milli) for share in shares]
    stock.move(
        unit,
        [
            Movement(
                store_id=before.order.store_id,
                product_id=line.product_id,
                on_hand_milli=0,
                committed_milli=-qty_milli * line.pack_pieces,
                cause=why.cause,
                ref=why.ref,
                line=line.line_id,
                moved_ms=why.at_ms(unit),
                entry_id=why.entry_id,
            )
            for line, qty_milli in pieces
            if qty_milli and not line.deposit
        ],
    )


def _keep(unit: Unit, order: Order, *, lines: Sequence[OrderLine], why: Why) -> None:
    stock.move(
        unit,
        [
            Movement(
                store_id=order.store_id,
                product_id=line.product_id,
                on_hand_milli=0,
                committed_milli=line.pieces_milli,
                cause=why.cause,
                ref=why.ref,
                line=line.line_id,
                moved_ms=why.at_ms(unit),
                entry_id=why.entry_id,
            )
            for line in lines
        ],
    )


def _is_over_for_nothing(after: Progress) -> bool:
    return after.state in _NOTHING_BOUGHT or (after.state == "closed" and not after.was_handed)


def _uncount(unit: Unit, order: Order) -> None:
    """Give back what an order used of which nothing was handed over; it is no purchase any more.

    One with parts in other stores is a purchase as long as any of them is one.
    """
    slots.give_back(unit, order.order_id)
    root_id = order.moved_from or order.order_id
    family = repository.family(unit, root_id)
    if any(each.progress.is_open or each.progress.was_handed for each in family):
        return
    uses.give_back(unit, root_id, cause="order_cancelled", of="order")
    coupons.give_back_order(unit, root_id, store_id=order.store_id)
    if order.member_id:
        undone = Points(
            order.member_id, root_id, _CANCELLED, 0, order.store_id, unit.now_ms, None, purchases=-1
        )
        members.give(unit, [undone])
