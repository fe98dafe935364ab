"""Orders that a till takes: their goods are kept for half an hour, and the sale that pays them places them.

Until then they are no orders: no board shows them, no campaign counts their purchase, nobody is told of them.
Source: docs/rules/order-payment.md, "Ordered at the till".
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from central_api.enrolment import service as enrolment
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member
from central_api.orders import repository
from central_api.orders.following import settle
from central_api.orders.making import count_purchase, count_uses, new_order, settle_uses
from central_api.orders.schemas import HeldOrder, HeldTerms, Order, OrderDraft, OrderLine
from central_api.orders.telling import goods_of, publish
from central_api.slots import service as slots
from central_api.stock import service as stock
from central_api.stock.schemas import Floor, Movement
from central_api.uses import service as uses
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted

HELD_MS: Final = 30 * 60_000
"""So long the goods are kept."""

LETTER: Final = "T"
"""Numbers of orders that tills take begin with it; no other channel's do."""

RELEASED: Final = "order_released"
KEPT_LATE: Final = "order_kept_late"

_MINUTE_MS: Final = 60_000
_SLACK_MS: Final = 5 * _MINUTE_MS
"""A sale takes so long to arrive at most before its order is promised anew."""


def hold(
    unit: Unit, draft: OrderDraft, *, terms: HeldTerms, buyer: Member | None, store: StoreCard, tenant: int
) -> HeldOrder:
    """Keep the goods of a draft that has an id; see :func:`central_api.orders.service.hold_for_till`."""
    known = by_request(unit, draft.request_id)
    if known is not None:
        return known
    count_uses(unit, draft)
    settle_uses(unit)
    floor = draft.floor or Floor(draft.store_id)
    stock.commit_order(unit, floor, order_id=draft.order_id, wanted=goods_of(draft.lines))
    number = f"{LETTER}{repository.take_held_number(unit, draft.store_id):03d}"
    made = HeldOrder(
        order=new_order(unit, draft, number=number, buyer=buyer, store=store, tenant=tenant),
        lines=draft.lines,
        request_id=draft.request_id,
        till_store=terms.till_store,
        state="held",
        held_ms=unit.now_ms,
        until_ms=unit.now_ms + HELD_MS,
        by_slots=terms.by_slots,
        minutes=terms.minutes,
    )
    repository.insert_held(unit, made)
    return made


def by_request(unit: Unit, request_id: str) -> HeldOrder | None:
    """Return the held order that a request made.

    Raises:
        ApiError: 409 ``order.hold_over``: it was let go meanwhile.
    """
    known = repository.held_by_request(unit, request_id)
    if known is not None and known.state == "released":
        raise ApiError(409, "order.hold_over", detail=known.order.number)
    return known


def release(unit: Unit, order_id: str, *, till_store: str | None = None) -> bool:
    """Let the goods of a held order go, once; return whether it was held, and by this store's tills."""
    found = repository.hold_held(unit, order_id)
    if found is None or found.state != "held" or till_store not in (None, found.till_store):
        return False
    _move(unit, found, cause=RELEASED, sign=-1)
    uses.give_back(unit, order_id, cause="order_cancelled", of="order")
    slots.give_back(unit, order_id)
    # Its sale may still arrive: somebody paid it at a till without a network.
    repository.change_held(unit, order_id, state="released")
    settle(unit)
    return True


def forget(unit: Unit, *, member_id: str | None, held_before_ms: int | None) -> None:
    """Forget who wanted orders that were not paid; a sale that still pays one is a matter for a person."""
    for order_id in repository.held_of(unit, member_id=member_id, held_before_ms=held_before_ms):
        release(unit, order_id)
        repository.change_held(unit, order_id, state="released", forget=True)


def place(
    unit: Unit, context: FactContext, *, order_id: str, sale: SaleCompleted
) -> list[DoubtfulFact] | None:
    """Place a held order that a sale pays, and tell its store; ``None`` where none was held.

    The sums are settled with those of the batch.
    """
    found = repository.hold_held(unit, order_id)
    if found is None or found.state == "placed":
        return None
    short = [] if found.state == "held" else _keep_late(unit, context, found=found)
    order = replace(
        found.order,
        member_id=_member_now(unit, found.order.member_id),
        placed_ms=unit.now_ms,
        promised_ms=_promised_ms(unit, found, sale=sale),
        settled_minor=found.order.total_minor,
        paid_by_receipt=sale.receipt_number,
    )
    repository.insert(unit, order, lines=found.lines, request_id=found.request_id)
    repository.change_held(unit, order_id, state="placed", forget=True)
    count_purchase(unit, order_id, member_id=order.member_id, store_id=order.store_id)
    for step, args in (("placed", {"channel": order.channel}), ("paid", {"receipt": sale.receipt_number})):
        repository.note(unit, order_id, step=step, context=context, args=args)
    publish(unit, order_id)
    return [_not_kept(order, line) for line in short]


def _member_now(unit: Unit, member_id: str | None) -> str | None:
    """Return who a member is by now: an account that was merged meanwhile is the other one."""
    found = [] if member_id is None else members.get_many(unit, [member_id])
    return found[0].member_id if found else None


def _keep_late(unit: Unit, context: FactContext, *, found: HeldOrder) -> Sequence[OrderLine]:
    """Keep the goods all the same; return the lines whose goods went to somebody else meanwhile."""
    store_id = found.order.store_id
    goods = [line for line in found.lines if line.pieces_milli]
    levels = stock.levels(unit, store_id, product_ids=sorted({line.product_id for line in goods}))
    free = {each.product_id: each.on_hand_milli - each.committed_milli for each in levels}
    short = []
    for line in goods:
        # What this batch kept before is not in the levels yet.
        memo = f"{KEPT_LATE}:{store_id}:{line.product_id}"
        taken = unit.memo.get(memo, 0)
        if line.pieces_milli > free.get(line.product_id, 0) - taken:
            short.append(line)
        unit.memo[memo] = taken + line.pieces_milli
    _move(unit, found, cause=KEPT_LATE, sign=1, context=context)
    return short


def _promised_ms(unit: Unit, found: HeldOrder, *, sale: SaleCompleted) -> int:
    """Return when it is promised: as the customer was told, unless its store hears of it too late."""
    told = {each.order_id: each.promised_ms for each in sale.ordered}
    told_ms = told.get(found.order.order_id, found.order.promised_ms)
    if found.by_slots:
        told_ms = found.order.promised_ms
        is_kept = found.state == "held" and told_ms > unit.now_ms
        return told_ms if is_kept else _promised_anew_ms(unit, found)
    soonest_ms = unit.now_ms + found.minutes * _MINUTE_MS
    return told_ms if told_ms >= soonest_ms - _SLACK_MS else soonest_ms


def _promised_anew_ms(unit: Unit, found: HeldOrder) -> int:
    """Return the time that was told where its slot still has a place, else the next one."""
    order = found.order
    card = enrolment.store_card(unit, order.store_id)
    slots.give_back(unit, order.order_id)
    for wanted_ms in (order.promised_ms, None):
        with suppress(ApiError):
            return slots.promise(
                unit, card, order_id=order.order_id, wanted_ms=wanted_ms, minutes=found.minutes
            )
    return max(order.promised_ms, unit.now_ms + found.minutes * _MINUTE_MS)


def _not_kept(order: Order, line: OrderLine) -> DoubtfulFact:
    args: dict[str, str | int] = {
        "order_id": order.order_id,
        "number": order.number,
        "store_id": order.store_id,
        "product_id": line.product_id,
    }
    return DoubtfulFact("order.not_kept", args)


def _move(unit: Unit, found: HeldOrder, *, cause: str, sign: int, context: FactContext | None = None) -> None:
    stock.move(
        unit,
        [
            Movement(
                store_id=found.order.store_id,
                product_id=product_id,
                on_hand_milli=0,
                committed_milli=sign * pieces_milli,
                cause=cause,
                ref=found.order.order_id,
                line=line_id,
                moved_ms=unit.now_ms if context is None else context.wall_ms,
                entry_id=None if context is None else context.entry_id,
            )
            for line_id, product_id, pieces_milli in goods_of(found.lines)
        ],
    )
