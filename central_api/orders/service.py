"""Click-and-collect orders: placed and paid online, picked and handed over once, each step a fact of a till.

A fact is never refused. A step that does not fit the order's state is written down and comes back as a
doubtful fact with what a person needs to clear it up.
"""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import replace

from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members.schemas import Member
from central_api.orders import applying, held, paying, repository, unwanted
from central_api.orders.following import Outcome, Why, follow, settle
from central_api.orders.making import LETTERS, count_purchase, count_uses, new_order, settle_uses
from central_api.orders.schemas import (
    HeldOrder,
    HeldTerms,
    Order,
    OrderDraft,
    PlacedRefund,
    Refund,
    ShownOrder,
)
from central_api.orders.telling import as_doc, goods_of, publish
from central_api.stock import service as stock
from central_api.stock.schemas import Floor
from retail_core import order_steps as steps
from retail_core.orders import OPEN, OrderState, StepRefused
from retail_core.wire.base import Message
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.feed import OrderDoc
from retail_core.wire.shop import OrderPlaced


def place(
    unit: Unit, draft: OrderDraft, *, buyer: Member | None, store: StoreCard, tenant: int
) -> OrderPlaced:
    """Take a paid order: count what its price used, keep its goods back, sign its code, tell the tills.

    Without a ``buyer`` it is of nobody who is known.

    The same ``request_id`` gives the same order again.

    Raises:
        ApiError: 409 ``stock.not_enough`` with the product, ``order.offer_gone`` with the campaign: somebody
            else used it up since the price was made.
    """
    known = repository.by_request(unit, draft.request_id)
    if known is not None:
        return _placed(unit, known)
    draft = replace(draft, order_id=draft.order_id or secrets.token_hex(8))
    order_id = draft.order_id
    count_uses(unit, draft)
    # A seed places orders of people who are no members.
    count_purchase(unit, order_id, member_id=draft.member_id, store_id=draft.store_id)
    settle_uses(unit)
    stock.commit_order(
        unit,
        draft.floor or Floor(draft.store_id),
        order_id=order_id,
        wanted=goods_of(draft.lines),
    )
    number = f"{LETTERS.get(draft.channel, 'X')}{repository.take_number(unit, draft.store_id):03d}"
    order = new_order(unit, draft, number=number, buyer=buyer, store=store, tenant=tenant)
    repository.insert(unit, order, lines=draft.lines, request_id=draft.request_id)
    repository.note(unit, order_id, step="placed", context=None, args={"channel": draft.channel})
    publish(unit, order_id)
    return _placed(unit, order)


def get(unit: Unit, order_id: str) -> OrderPlaced:
    """Return an order and its pickup code.

    Raises:
        ApiError: 404 ``order.unknown``.
    """
    found = repository.by_id(unit, order_id)
    if found is None:
        raise ApiError(404, "order.unknown")
    return _placed(unit, found)


def shown(unit: Unit, order_id: str) -> ShownOrder | None:
    """Return an order as its customer sees it, the steps in the order in which they happened.

    A till that was offline tells a step later than it happened. ``None`` for an unknown order.
    """
    order = repository.by_id(unit, order_id)
    if order is None:
        return None
    steps = sorted(repository.events_of(unit, order_id), key=lambda step: step[1])
    return ShownOrder(order, tuple(repository.lines_of(unit, order_id)), tuple(steps))


def moved_to(unit: Unit, order_id: str) -> list[Order]:
    """Return the orders of other stores that parts of an order became, in order of their ids."""
    return [each.order for each in repository.family(unit, order_id) if each.order.order_id != order_id]


def by_request(unit: Unit, request_id: str) -> OrderPlaced | None:
    """Return what a request made before, if it was answered already."""
    found = repository.by_request(unit, request_id)
    return None if found is None else _placed(unit, found)


def cancel(unit: Unit, order_id: str, *, among: Collection[OrderState] = OPEN) -> None:
    """Give an order up that is in one of the states ``among``; its goods are free again.

    Raises:
        ApiError: 404 ``order.unknown``; 409 ``order.not_open``.
    """
    before = repository.hold(unit, order_id)
    if before is None:
        raise ApiError(404, "order.unknown")
    try:
        if before.order.state not in among:
            raise ApiError(409, "order.not_open")
        after, shares = steps.cancel(before.progress)
    except StepRefused as refused:
        raise ApiError(409, "order.not_open") from refused
    outcome = Outcome(after, refunded=shares, freed=shares, values={"reason": "cancelled"})
    follow(unit, before, step="cancelled", outcome=outcome, why=Why("order_cancelled", order_id))
    settle(unit)


def hold_for_till(
    unit: Unit, draft: OrderDraft, *, terms: HeldTerms, buyer: Member | None, store: StoreCard, tenant: int
) -> HeldOrder:
    """Keep the goods of an order that is being paid at a till; its store hears nothing of it yet.

    The same ``request_id`` gives the same one again.

    Raises:
        ApiError: 409 ``stock.not_enough``, ``order.offer_gone``; ``order.hold_over``: it was let go
            meanwhile.
    """
    return held.hold(unit, draft, terms=terms, buyer=buyer, store=store, tenant=tenant)


def held_by_request(unit: Unit, request_id: str) -> HeldOrder | None:
    """Return the held order that a request made, if it was answered already.

    Raises:
        ApiError: 409 ``order.hold_over``: it was let go meanwhile.
    """
    return held.by_request(unit, request_id)


def held_doc(made: HeldOrder) -> OrderDoc:
    """Return a held order as the till that takes it knows it."""
    return as_doc(made.order, made.lines)


def release(unit: Unit, order_id: str, *, till_store: str | None = None) -> bool:
    """Let the goods of a held order go; return whether it was one. A till lets go what its store holds."""
    return held.release(unit, order_id, till_store=till_store)


def held_too_long(unit: Unit) -> list[str]:
    """Return held orders whose time is over, the oldest first."""
    return repository.held_too_long(unit)


def forget_held(unit: Unit, *, member_id: str | None = None, held_before_ms: int | None = None) -> None:
    """Forget who wanted orders that were not paid, of a member or held before a time; they are let go."""
    held.forget(unit, member_id=member_id, held_before_ms=held_before_ms)


def overdue(unit: Unit) -> list[str]:
    """Return orders that wait on their shelves longer than their store keeps them, the oldest first."""
    return repository.overdue(unit)


def expire(unit: Unit, order_id: str) -> bool:
    """Give an order back that nobody came for, or the rest of it; return False if it is over already.

    Source: docs/rules/orders.md, "Nobody came".
    """
    before = repository.hold(unit, order_id)
    if before is None or not 0 < before.order.deadline_ms < unit.now_ms:
        return False
    try:
        after, shares = steps.expire(before.progress)
    except StepRefused:
        return False
    outcome = Outcome(after, refunded=shares, freed=shares, values={"reason": "no_show"})
    why = Why("order_no_show", f"{order_id}:{before.order.deadline_ms}")
    follow(unit, before, step="no_show", outcome=outcome, why=why)
    settle(unit)
    return True


def apply(
    unit: Unit, context: FactContext, *, kind: str, body: Message, courier: str = ""
) -> list[DoubtfulFact]:
    """Let a till's fact about an order take effect; its sums are settled with those of its batch.

    ``courier`` is who took it, where a hand-over says so.
    """
    return applying.apply(unit, context, kind=kind, body=body, courier=courier)


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Settle the orders that were paid with a sale, and let go of what came back before it was collected."""
    doubts = paying.apply_sale(unit, context, sale=sale)
    unwanted.apply_returns(unit, context, sale=sale)
    return doubts


def hold(unit: Unit, order_id: str) -> Order | None:
    """Return an order that nobody else changes before this unit ends; ``None`` for an unknown one."""
    found = repository.hold(unit, order_id)
    return None if found is None else found.order


def note_late(unit: Unit, order_id: str, *, has_coupon: bool) -> None:
    """Let the tills know of an order that it was late, and whether it earned a coupon."""
    repository.set_late(unit, order_id, late="coupon" if has_coupon else "late")
    publish(unit, order_id)


def refunds(
    unit: Unit, *, order_id: str | None = None, unpaid: bool = False, after: str = ""
) -> list[Refund]:
    """Return what goes back to whoever paid online, in order of the id, from behind ``after`` on."""
    return repository.refunds(unit, order_id=order_id, unpaid=unpaid, after=after)


def numbers_of(unit: Unit, order_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return the number and the platform's number of orders, the latter empty where there is none."""
    return repository.numbers_of(unit, order_ids)


def refunds_behind(unit: Unit, store_id: str, *, since_ms: int, until_ms: int) -> list[PlacedRefund]:
    """Return all refunds, at any time, of orders of which a store gave something back from ``since_ms`` on.

    Those of one placed order stand together, in their order; ``until_ms`` is behind the time.
    """
    return repository.refunds_behind(unit, store_id, since_ms=since_ms, until_ms=until_ms)


def refund_paid(unit: Unit, refund_id: str) -> Refund:
    """Note that the shop paid a refund out; safe to repeat.

    Raises:
        ApiError: 404 ``order.refund_unknown``.
    """
    found = repository.mark_refund_paid(unit, refund_id)
    if found is None:
        raise ApiError(404, "order.refund_unknown")
    return found


def _placed(unit: Unit, order: Order) -> OrderPlaced:
    doc = as_doc(order, repository.lines_of(unit, order.order_id))
    return OrderPlaced(order=doc, pickup_code=order.pickup_code)


def republish(unit: Unit, order_ids: Iterable[str]) -> None:
    """Tell the tills how orders stand now, as after their customer was forgotten."""
    for order_id in order_ids:
        publish(unit, order_id)
