"""Whether an order is ready as promised; a coupon for its customer where it is not.

Two look at it, and whoever comes first notes it: the fact by which a till says that an order is ready, and a
run of the server, which sees orders that no till says anything of. Noting it is one row for each order.

Source: docs/rules/promises.md.
"""

from collections.abc import Callable
from typing import Final

from central_api.coupons import service as coupons
from central_api.coupons.schemas import Late
from central_api.enrolment import service as enrolment
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.routines import Routine
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.orders import service as orders
from central_api.orders.schemas import Order
from central_api.promises import repository
from central_api.promises.schemas import LateOrder
from retail_core.orders import AT_WORK, WAITING
from retail_core.promises import is_late
from retail_core.wire.store_facts import OrderLate

EVERY_S: Final = 15
"""How often the server looks by itself."""

HEARD_AFTER_MS: Final = 60_000
"""So long after the limit has a store to have been heard: what it did until then is known."""

_MEMO: Final = "promises.late:"
_BACK_MS: Final = 2 * 24 * 3_600_000


def look_at(unit: Unit, order_id: str) -> bool:
    """Note an order that is late by now, and the coupon that it earns; return whether it was news.

    :func:`central_api.coupons.service.settle` has to follow, then :func:`settle`.
    """
    order = orders.hold(unit, order_id)
    if order is None:
        return False
    card = enrolment.store_card(unit, order.store_id)
    ready_ms = order.ready_ms if order.ready_ms is not None else order.handed_over_ms
    if ready_ms is None and not _is_known_to_wait(unit, order, limit_minutes=card.late_minutes):
        return False
    known_ms = unit.now_ms if ready_ms is None else ready_ms
    if not is_late(order.promised_ms, known_ms, limit_minutes=card.late_minutes):
        return False
    late = LateOrder(order_id, order.store_id, order.promised_ms, ready_ms, unit.now_ms, card.late_campaign)
    if not repository.insert(unit, late):
        return False
    unit.memo[_MEMO + order_id] = 1
    if late.campaign_id:
        coupons.note_late(unit, Late(late.campaign_id, order_id, order.member_id, order.store_id))
    return True


def apply_printed(unit: Unit, context: FactContext, *, fact: OrderLate) -> list[DoubtfulFact]:
    """A till printed a coupon for a late order: it is the order's one, or it never counts.

    It needs head office to be redeemed, so one that is blocked here was never good anywhere else.
    """
    found = orders.hold(unit, fact.order_id)
    issued = fact.issued
    member_id = None if found is None else found.member_id
    args: dict[str, str | int] = {"order_id": fact.order_id, "coupon_id": issued.coupon_id}
    if found is None:
        coupons.note_printed_late(unit, context, issued=issued, order_id=fact.order_id, member_id=member_id)
        return [DoubtfulFact("order.unknown", {"order_id": fact.order_id})]
    late = LateOrder(
        fact.order_id,
        found.store_id,
        found.promised_ms,
        context.wall_ms,
        unit.now_ms,
        issued.campaign_id,
        issued.coupon_id,
    )
    known = None if repository.insert(unit, late) else repository.find(unit, fact.order_id)
    if known is not None and not known.campaign_id:
        repository.take_printed(unit, late)
        known = None
    unit.memo[_MEMO + fact.order_id] = 1
    if known is None or known.coupon_id == issued.coupon_id:
        coupons.note_printed_late(unit, context, issued=issued, order_id=fact.order_id, member_id=member_id)
        return []
    try:
        coupons.revoke(unit, issued.coupon_id, reason="late_twice")
    except ApiError as error:
        args["why"] = error.code
    # It is on paper all the same, and counts as issued; nobody's wallet gets it.
    coupons.note_printed_late(unit, context, issued=issued, order_id=fact.order_id, member_id=None)
    return [DoubtfulFact("order.late_coupon_twice", {**args, "campaign_id": issued.campaign_id})]


def settle(unit: Unit) -> None:
    """Tell the tills which orders were late, once it is known what coupons they earned."""
    late = [key.removeprefix(_MEMO) for key in unit.memo if key.startswith(_MEMO)]
    for order_id in sorted(late):
        del unit.memo[_MEMO + order_id]
        orders.note_late(unit, order_id, has_coupon=coupons.late_coupon(unit, order_id) is not None)


def keep_up(database: Database) -> int:
    """Look at the orders that could be late, each in a unit of its own; return how many were news."""
    with database.read() as unit:
        waiting = repository.unnoted(unit, since_ms=unit.now_ms - _BACK_MS)
    return sum(database.run(_looking_at(order_id)) for order_id in waiting)


def routine(database: Database) -> Routine:
    """Return what the server repeats while it runs."""
    return Routine("promises", EVERY_S, lambda: keep_up(database))


def _looking_at(order_id: str) -> Callable[[Unit], bool]:
    def look(unit: Unit) -> bool:
        is_news = look_at(unit, order_id)
        if is_news:
            coupons.settle(unit)
            settle(unit)
            members.settle(unit)
        return is_news

    return look


def _is_known_to_wait(unit: Unit, order: Order, *, limit_minutes: int) -> bool:
    """Return whether an order is not ready as far as its store has told, and not only as far as we know."""
    if order.state not in (*WAITING, *AT_WORK):
        return False
    heard_ms = enrolment.heard_ms(unit, order.store_id)
    known_ms = order.promised_ms + limit_minutes * 60_000 + HEARD_AFTER_MS
    return heard_ms is None or heard_ms >= known_ms
