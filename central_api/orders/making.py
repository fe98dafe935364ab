"""What an order is made of, whether it is placed at once or held for a while: its code, and what it uses."""

import secrets
from typing import Final

from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member, Points
from central_api.orders import repository
from central_api.orders.schemas import Order, OrderDraft, Receiver
from central_api.uses import service as uses
from central_api.uses.schemas import Use
from retail_core.codes.pq1 import PickupCode, code_time_s, sign
from retail_core.wire.enrolment import StoreCard

_PICKUP_DAYS: Final = 14
_DAY_MS: Final = 24 * 3600 * 1000
_MINUTE_MS: Final = 60_000
LETTERS: Final = {"app": "A", "web": "W", "mini_program": "M"}
"""With what an order's number begins, by its channel."""
_ORDERED: Final = "ordered"
NO_SHOW_DAYS: Final = 90
"""So far back orders count that a member did not collect."""


def new_order(
    unit: Unit, draft: OrderDraft, *, number: str, buyer: Member | None, store: StoreCard, tenant: int
) -> Order:
    """Return the order of a draft that has an id, with a signed code of its own; nothing is written."""
    code = _pickup_code(
        unit,
        draft.order_id,
        secret=draft.secret or secrets.token_hex(8),
        store=store.store_number,
        tenant=tenant,
    )
    receiver = draft.receiver or _collector(buyer)
    return Order(
        order_id=draft.order_id,
        number=number,
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


def count_uses(unit: Unit, draft: OrderDraft) -> None:
    """Count what an order used of campaigns with limits; :func:`settle_uses` follows."""
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
                ref=draft.order_id,
                used_ms=unit.now_ms,
            )
            for item in draft.uses
        ],
    )


def count_purchase(unit: Unit, order_id: str, *, member_id: str | None, store_id: str) -> None:
    """Count an order as a purchase of its member, if it has one."""
    if member_id:
        bought = Points(member_id, order_id, _ORDERED, 0, store_id, unit.now_ms, None, purchases=1)
        members.give(unit, [bought])


def settle_uses(unit: Unit) -> None:
    """Bring the sums up to what was counted.

    Raises:
        ApiError: 409 ``order.offer_gone`` with the campaign: somebody else used it up meanwhile.
    """
    settled = uses.settle(unit)
    if settled.overruns:
        raise ApiError(409, "order.offer_gone", detail=str(settled.overruns[0].doubt.args["rule_id"]))
    members.settle(unit, changed=settled.member_ids)


def _pickup_code(unit: Unit, order_id: str, *, secret: str, store: int, tenant: int) -> PickupCode:
    kid, _ = keys.issuer_seed(unit, "pickup")
    exp_s = code_time_s(unit.now_ms + _PICKUP_DAYS * _DAY_MS)
    return PickupCode(kid=kid, tenant=tenant, store=store, order=order_id, secret=secret, exp_s=exp_s)


def _no_shows(unit: Unit, buyer: Member) -> int:
    return repository.no_shows(unit, buyer.member_id, since_ms=unit.now_ms - NO_SHOW_DAYS * _DAY_MS)


def _collector(buyer: Member | None) -> Receiver:
    return Receiver() if buyer is None else Receiver(buyer.masked_name, buyer.phone_last4)
