"""Click-and-collect orders: placed and paid online, picked and handed over once, each step a fact of a till.

A fact is never refused. A step that does not fit the order's state is written down and comes back as a
doubtful fact with what a person needs to clear it up.
"""

import secrets
from collections.abc import Iterable
from typing import Final

from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member, Points
from central_api.orders import repository
from central_api.orders.schemas import Order, OrderDraft, OrderLine, ShownOrder
from central_api.slots import service as slots
from central_api.stock import service as stock
from central_api.stock.schemas import Floor
from central_api.uses import service as uses
from central_api.uses.schemas import Use
from retail_core.codes.pq1 import PickupCode, code_time_s, sign
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import HandOverLine, OrderHandedOver, OrderHandOverUndone, OrderStep
from retail_core.wire.feed import OrderDoc, OrderLineDoc
from retail_core.wire.shop import OrderPlaced

UNDO_MS = 10_000
"""How long the person who handed an order over may take that back."""

_PICKUP_DAYS = 14
_DAY_MS = 24 * 3600 * 1000
_MINUTE_MS = 60_000
_LETTERS: Final = {"app": "A", "web": "W", "mini_program": "M"}
_OPEN = ("placed", "picking", "ready")
_ORDERED = "ordered"
_CANCELLED = "order_cancelled"
_COLLECTED = "collected"
_NOT_COLLECTED = "not_collected"


def place(unit: Unit, draft: OrderDraft, *, buyer: Member, store: StoreCard, tenant: int) -> OrderPlaced:
    """Take a paid order: count what its price used, keep its goods back, sign its code, tell the tills.

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
        wanted=_goods(draft.lines),
    )
    code = _pickup_code(
        unit, order_id, secret=draft.secret or secrets.token_hex(8), store=store.store_number, tenant=tenant
    )
    order = Order(
        order_id=order_id,
        number=f"{_LETTERS.get(draft.channel, 'X')}{repository.take_number(unit, draft.store_id):03d}",
        store_id=draft.store_id,
        member_id=buyer.member_id,
        channel=draft.channel,
        state="placed",
        masked_name=buyer.masked_name,
        phone_last4=buyer.phone_last4,
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
    )
    repository.insert(unit, order, lines=draft.lines, request_id=draft.request_id)
    repository.note(unit, order_id, step="placed", context=None, args={"channel": draft.channel})
    _publish(unit, order_id)
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


def cancel(unit: Unit, order_id: str) -> None:
    """Give an order up before it is handed over; its goods are free again.

    Raises:
        ApiError: 404 ``order.unknown``; 409 ``order.not_open``.
    """
    order = repository.by_id(unit, order_id)
    if order is None:
        raise ApiError(404, "order.unknown")
    if not repository.move(unit, order_id, among=_OPEN, values={"state": "cancelled"}):
        raise ApiError(409, "order.not_open")
    _uncount(unit, order)
    lines = repository.lines_of(unit, order_id)
    stock.free_order(
        unit,
        order.store_id,
        order_id=order_id,
        lines=_goods(lines),
    )
    repository.note(unit, order_id, step="cancelled", context=None, args={})
    _publish(unit, order_id)


def apply_picking(unit: Unit, context: FactContext, *, step: OrderStep) -> list[DoubtfulFact]:
    """Somebody began to pick an order."""
    moved = repository.move(unit, step.order_id, among=["placed"], values={"state": "picking"})
    return _stepped(unit, context, order_id=step.order_id, step="picking", moved=moved)


def apply_ready(unit: Unit, context: FactContext, *, step: OrderStep) -> list[DoubtfulFact]:
    """An order is packed and stands on its shelf."""
    values = {"state": "ready", "ready_ms": context.wall_ms, "shelf": step.shelf}
    moved = repository.move(unit, step.order_id, among=["placed", "picking"], values=values)
    return _stepped(unit, context, order_id=step.order_id, step="ready", moved=moved)


def apply_hand_over(unit: Unit, context: FactContext, *, fact: OrderHandedOver) -> list[DoubtfulFact]:
    """An order left the store: the first time it counts, a second time it is an exception with both sides."""
    order = repository.by_id(unit, fact.order_id)
    first = repository.accepted_hand_over(unit, fact.order_id)
    values = {"state": "handed_over", "handed_over_ms": context.wall_ms}
    accepted = order is not None and repository.move(unit, fact.order_id, among=_OPEN, values=values)
    if not repository.insert_hand_over(unit, _hand_over_row(context, fact, accepted=accepted)):
        return []
    if order is None:
        return [DoubtfulFact("order.unknown", {"order_id": fact.order_id})]
    repository.note(
        unit,
        fact.order_id,
        step="handed_over" if accepted else "handed_over_again",
        context=context,
        args={"hand_over_id": fact.hand_over_id, "means": fact.means},
    )
    # Also what did not count: the till took its own step for done and learns here how the order stands.
    _publish(unit, fact.order_id)
    if not accepted:
        return [_second_hand_over(order, fact, first_id=first.hand_over_id if first else "")]
    stock.hand_over(unit, context, hand_over_id=fact.hand_over_id, lines=fact.lines)
    _give_points(unit, context, order=order, rule=f"{_COLLECTED}:{fact.hand_over_id}")
    if order.store_id != context.store_id:
        return [DoubtfulFact("order.other_store", {"order_id": order.order_id, "store_id": order.store_id})]
    return []


def apply_hand_over_undone(
    unit: Unit, context: FactContext, *, fact: OrderHandOverUndone
) -> list[DoubtfulFact]:
    """A hand-over was a slip: the order is ready again, and its code is good again."""
    done = repository.find_hand_over(unit, fact.hand_over_id)
    if done is None or done.order_id != fact.order_id:
        return [DoubtfulFact("order.hand_over_unknown", {"hand_over_id": fact.hand_over_id})]
    if not repository.undo_hand_over(unit, fact.hand_over_id, undone_ms=context.wall_ms):
        return []
    if repository.by_id(unit, fact.order_id) is None:
        # Placed after the backup that this server was put back from; the hand-over was doubtful already.
        return [DoubtfulFact("order.unknown", {"order_id": fact.order_id})]
    repository.note(
        unit,
        fact.order_id,
        step="hand_over_undone",
        context=context,
        args={"hand_over_id": fact.hand_over_id},
    )
    if done.accepted:
        values = {"state": "ready", "handed_over_ms": None}
        repository.move(unit, fact.order_id, among=["handed_over"], values=values)
        lines = [
            HandOverLine(
                line_id=line.line_id,
                product_id=line.product_id,
                qty_milli=line.qty_milli,
                pack_pieces=line.pack_pieces,
            )
            for line in repository.lines_of(unit, fact.order_id)
            if not line.deposit
        ]
        stock.undo_hand_over(unit, context, hand_over_id=fact.hand_over_id, lines=lines)
        members.take_back(
            unit,
            context,
            ref=fact.order_id,
            rule=f"{_COLLECTED}:{fact.hand_over_id}",
            under=f"{_NOT_COLLECTED}:{fact.hand_over_id}",
        )
    _publish(unit, fact.order_id)
    in_time = context.wall_ms - done.handed_ms <= UNDO_MS
    if in_time and done.actor == context.actor:
        return []
    return [DoubtfulFact("order.undo_not_allowed", {"hand_over_id": fact.hand_over_id})]


def as_doc(order: Order, lines: list[OrderLine]) -> OrderDoc:
    """Return an order as the tills of its store know it."""
    return OrderDoc.model_validate(
        {
            **{name: getattr(order, name) for name in Order.__slots__ if name in OrderDoc.model_fields},
            "lines": tuple(
                OrderLineDoc(
                    line_id=line.line_id,
                    product_id=line.product_id,
                    name=line.name,
                    qty_milli=line.qty_milli,
                    total_minor=line.total_minor,
                    min_age=line.min_age,
                    options=line.options,
                    pack_id=line.pack_id,
                    pack_pieces=line.pack_pieces,
                    deposit=line.deposit,
                )
                for line in lines
            ),
        }
    )


def _goods(lines: Iterable[OrderLine]) -> list[tuple[str, str, int]]:
    """Return line, product and pieces of what has a stock."""
    return [(line.line_id, line.product_id, line.pieces_milli) for line in lines if line.pieces_milli]


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


def _uncount(unit: Unit, order: Order) -> None:
    """Give back what a cancelled order used; it is no purchase any more."""
    slots.give_back(unit, order.order_id)
    uses.give_back(unit, order.order_id, cause="order_cancelled", of="order")
    if order.member_id:
        undone = Points(
            order.member_id, order.order_id, _CANCELLED, 0, order.store_id, unit.now_ms, None, purchases=-1
        )
        members.give(unit, [undone])
    members.settle(unit, changed=uses.settle(unit).member_ids)


def _stepped(
    unit: Unit, context: FactContext, *, order_id: str, step: str, moved: bool
) -> list[DoubtfulFact]:
    order = repository.by_id(unit, order_id)
    if order is None:
        return [DoubtfulFact("order.unknown", {"order_id": order_id})]
    repository.note(unit, order_id, step=step, context=context, args={})
    _publish(unit, order_id)
    if not moved:
        return [DoubtfulFact("order.step_not_next", {"order_id": order_id, "state": order.state})]
    return []


def _give_points(unit: Unit, context: FactContext, *, order: Order, rule: str) -> None:
    """Let an order earn its points, now that it was handed over: once for each hand-over that counts."""
    if not order.member_id or not order.points:
        return
    earned = Points(
        order.member_id,
        order.order_id,
        rule,
        order.points,
        context.store_id,
        context.wall_ms,
        context.entry_id,
    )
    members.give(unit, [earned])


def _second_hand_over(order: Order, fact: OrderHandedOver, *, first_id: str) -> DoubtfulFact:
    return DoubtfulFact(
        "order.handed_over_twice" if order.state == "handed_over" else "order.not_open",
        {
            "order_id": order.order_id,
            "first_hand_over_id": first_id,
            "second_hand_over_id": fact.hand_over_id,
            "evidence": fact.evidence,
        },
    )


def _hand_over_row(context: FactContext, fact: OrderHandedOver, *, accepted: bool) -> dict[str, object]:
    return {
        "hand_over_id": fact.hand_over_id,
        "order_id": fact.order_id,
        "entry_id": context.entry_id,
        "terminal_id": context.terminal_id,
        "store_id": context.store_id,
        "shift_id": fact.shift_id,
        "business_day": fact.business_day,
        "means": fact.means,
        "evidence": fact.evidence,
        "value_minor": fact.value_minor,
        "currency": fact.currency,
        "handed_ms": context.wall_ms,
        "accepted": int(accepted),
    }


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
        _publish(unit, order_id)


def _publish(unit: Unit, order_id: str) -> None:
    order = repository.by_id(unit, order_id)
    assert order is not None, "an order that was just written is there"
    doc = as_doc(order, repository.lines_of(unit, order_id))
    feed.publish(
        unit, STORE, scope=order.store_id, kind="order", key=order_id, doc=doc.model_dump(mode="json")
    )
