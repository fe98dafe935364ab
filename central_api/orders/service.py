"""Click-and-collect orders: placed and paid online, picked and handed over once, each step a fact of a till.

A fact is never refused. A step that does not fit the order's state is written down and comes back as a
doubtful fact with what a person needs to clear it up.
"""

import secrets
from collections.abc import Collection, Iterable
from typing import Final

from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member, Points
from central_api.orders import applying, paying, repository
from central_api.orders.following import Outcome, Why, follow, settle
from central_api.orders.schemas import Order, OrderDraft, Receiver, Refund, ShownOrder
from central_api.orders.telling import as_doc, goods_of, publish
from central_api.stock import service as stock
from central_api.stock.schemas import Floor
from central_api.uses import service as uses
from central_api.uses.schemas import Use
from retail_core import order_steps as steps
from retail_core.codes.pq1 import PickupCode, code_time_s, sign
from retail_core.orders import OPEN, OrderState, StepRefused
from retail_core.wire.base import Message
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.shop import OrderPlaced

_PICKUP_DAYS = 14
_DAY_MS = 24 * 3600 * 1000
_MINUTE_MS = 60_000
_LETTERS: Final = {"app": "A", "web": "W", "mini_program": "M"}
_ORDERED = "ordered"
NO_SHOW_DAYS: Final = 90
"""So far back orders count that a member did not collect."""


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
    order_id = draft.order_id or secrets.token_hex(8)
    _count(unit, draft, order_id=order_id)
    stock.commit_order(
        unit,
        draft.floor or Floor(draft.store_id),
        order_id=order_id,
        wanted=goods_of(draft.lines),
    )
    code = _pickup_code(
        unit, order_id, secret=draft.secret or secrets.token_hex(8), store=store.store_number, tenant=tenant
    )
    receiver = draft.receiver or _collector(buyer)
    order = Order(
        order_id=order_id,
        number=f"{_LETTERS.get(draft.channel, 'X')}{repository.take_number(unit, draft.store_id):03d}",
        store_id=draft.store_id,
        member_id=None if buyer is None else buyer.member_id,
        channel=draft.channel,
        state="placed",
        masked_name=receiver.masked_name,
        phone_last4=receiver.phone_last4,
        total_minor=sum(line.total_minor for line in draft.lines),
        currency=store.currency,
        placed_ms=unit.now_ms,
        promised_ms=draft.promised_ms or unit.now_ms + draft.promise_minutes * _MINUTE_MS,
        ready_ms=None,
        handed_over_ms=None,
        shelf="",
        secret_sha256=code.secret_sha256,
        pickup_code=sign(code, keys.issuer_seed(unit, "pickup")[1]),
        points=draft.points,
        settled_minor=draft.settled_minor,
        fulfilment=receiver.fulfilment,
        platform_number=receiver.platform_number,
        platform_code=receiver.platform_code,
        address=receiver.address,
        contact=receiver.contact,
        no_shows=0 if buyer is None else _no_shows(unit, buyer),
    )
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


def apply(unit: Unit, context: FactContext, *, kind: str, body: Message) -> list[DoubtfulFact]:
    """Let a till's fact about an order take effect; its sums are settled with those of its batch."""
    return applying.apply(unit, context, kind=kind, body=body)


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Settle the orders that were paid with a sale."""
    return paying.apply_sale(unit, context, sale=sale)


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


def refund_paid(unit: Unit, refund_id: str) -> Refund:
    """Note that the shop paid a refund out; safe to repeat.

    Raises:
        ApiError: 404 ``order.refund_unknown``.
    """
    found = repository.mark_refund_paid(unit, refund_id)
    if found is None:
        raise ApiError(404, "order.refund_unknown")
    return found


def _no_shows(unit: Unit, buyer: Member) -> int:
    return repository.no_shows(unit, buyer.member_id, since_ms=unit.now_ms - NO_SHOW_DAYS * _DAY_MS)


def _collector(buyer: Member | None) -> Receiver:
    return Receiver() if buyer is None else Receiver(buyer.masked_name, buyer.phone_last4)


def _count(unit: Unit, draft: OrderDraft, *, order_id: str) -> None:
    """Count an order as a purchase of its member, and what it used of campaigns with limits."""
    uses.use(
        unit,
        [
            Use(
                rule_id=item.rule_id,
                store_id=draft.store_id,
                member_id=draft.member_id or None,
                day=item.day,
                times=item.count,
                cause="order",
                ref=order_id,
                used_ms=unit.now_ms,
            )
            for item in draft.uses
        ],
    )
    if draft.member_id:  # a seed places orders of people who are no members
        bought = Points(
            draft.member_id, order_id, _ORDERED, 0, draft.store_id, unit.now_ms, None, purchases=1
        )
        members.give(unit, [bought])
    settled = uses.settle(unit)
    if settled.overruns:
        raise ApiError(409, "order.offer_gone", detail=str(settled.overruns[0].doubt.args["rule_id"]))
    members.settle(unit, changed=settled.member_ids)


def _pickup_code(unit: Unit, order_id: str, *, secret: str, store: int, tenant: int) -> PickupCode:
    kid, _ = keys.issuer_seed(unit, "pickup")
    exp_s = code_time_s(unit.now_ms + _PICKUP_DAYS * _DAY_MS)
    return PickupCode(kid=kid, tenant=tenant, store=store, order=order_id, secret=secret, exp_s=exp_s)


def _placed(unit: Unit, order: Order) -> OrderPlaced:
    doc = as_doc(order, repository.lines_of(unit, order.order_id))
    return OrderPlaced(order=doc, pickup_code=order.pickup_code)


def republish(unit: Unit, order_ids: Iterable[str]) -> None:
    """Tell the tills how orders stand now, as after their customer was forgotten."""
    for order_id in order_ids:
        publish(unit, order_id)
