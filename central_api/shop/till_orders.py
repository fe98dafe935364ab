"""What is not here is ordered at the till: where it can be had, its price, its goods kept for half an hour.

Source: docs/rules/order-payment.md, "Ordered at the till".
"""

import secrets
from typing import Final

from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.orders import service as orders
from central_api.orders.schemas import HeldOrder, HeldTerms, OrderDraft
from central_api.shop.floors import availability, others_with
from central_api.shop.goods import order_line, read_items
from central_api.shop.pricing import basket_of, price_at, uses_of
from central_api.shop.receivers import receiver_at_till
from central_api.slots import service as slots
from central_api.stock import service as stock
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.shop import PromisedSlot
from retail_core.wire.till_orders import HoldOrder, OfferedPlace, OrderHeld, OrderOffers

CHANNEL: Final = "till"
USUAL_MINUTES: Final = 60
"""How long an order takes in a store that promises no times of its own."""
MOST_PLACES: Final = 12
MOST_SLOTS: Final = 12

_MINUTE_MS: Final = 60_000


def offers(unit: Unit, store_id: str, *, product_id: str) -> OrderOffers:
    """Return where a product can be ordered: here, then in the others that have it, nearest first."""
    others = others_with(unit, store_id, product_id=product_id)[: MOST_PLACES - 1]
    places = [(store_id, None), *((each.store_id, each.distance_m) for each in others)]
    return OrderOffers(
        as_of_ms=unit.now_ms,
        places=tuple(
            _place(unit, place_id, product_id=product_id, distance_m=distance_m)
            for place_id, distance_m in places
        ),
    )


def hold(unit: Unit, request: HoldOrder, *, till_store: str) -> OrderHeld:
    """Price an order as the till's store sells, and keep its goods; the same request is the same order.

    Raises:
        ApiError: 404 ``store.unknown``, ``member.unknown``; 409 ``stock.not_enough``, ``order.offer_gone``,
            ``order.hold_over``; as :func:`central_api.slots.service.promise`,
            :func:`central_api.shop.receivers.receiver_at_till` and :func:`central_api.shop.goods.read_items`.
    """
    known = orders.held_by_request(unit, request.request_id)
    if known is not None:
        return _held(unit, known)
    here = enrolment.store_card(unit, till_store)
    buyer = None if request.member_id is None else members.hold(unit, request.member_id)
    receiver = receiver_at_till(request, buyer)
    items = read_items(unit, till_store, items=request.items)
    priced = price_at(
        unit,
        basket_of(here, items, buyer=buyer, takes_away=request.takes_away),
        card=here,
        channel=CHANNEL,
    )
    wanted: dict[str, int] = {}
    for item in items:
        if not item.product.deposit:
            product_id = item.product.product_id
            wanted[product_id] = wanted.get(product_id, 0) + item.qty_milli * item.pack_pieces
    store_id = request.store_id or _sender(unit, till_store, wanted=wanted)
    card = enrolment.store_card(unit, store_id)
    order_id = secrets.token_hex(8)
    draft = OrderDraft(
        request_id=request.request_id,
        store_id=store_id,
        member_id="" if buyer is None else buyer.member_id,
        channel=CHANNEL,
        lines=tuple(order_line(item, line) for item, line in zip(items, priced.lines, strict=True)),
        promise_minutes=USUAL_MINUTES,
        order_id=order_id,
        uses=uses_of(unit, priced, card=here),
        promised_ms=slots.promise(
            unit, card, order_id=order_id, wanted_ms=request.slot_ms, minutes=USUAL_MINUTES
        ),
        floor=stock.floor_of(
            card,
            (item.product for item in items),
            heard_ms=enrolment.heard_ms(unit, store_id),
            now_ms=unit.now_ms,
        ),
        settled_minor=0,
        receiver=receiver,
    )
    terms = HeldTerms(till_store, by_slots=card.promises is not None, minutes=_minutes(unit, card))
    made = orders.hold_for_till(
        unit, draft, terms=terms, buyer=buyer, store=card, tenant=keys.tenant_number(unit)
    )
    return _held(unit, made)


def release(unit: Unit, order_id: str, *, till_store: str) -> bool:
    """Let the goods of an order go that a till of this store took; return whether they were kept."""
    return orders.release(unit, order_id, till_store=till_store)


def _place(unit: Unit, store_id: str, *, product_id: str, distance_m: int | None) -> OfferedPlace:
    [found] = availability(unit, store_id, product_ids=[product_id])
    card = enrolment.store_card(unit, store_id)
    free = [each for each in slots.offered(unit, card) if each.free][:MOST_SLOTS]
    by_word_ms = unit.now_ms + _minutes(unit, card) * _MINUTE_MS
    return OfferedPlace(
        store_id=store_id,
        name=card.name,
        address=card.address,
        distance_m=distance_m,
        web_milli=found.web_milli if card.promises is None or free else 0,
        heard_ms=found.heard_ms,
        ready_ms=free[0].starts_ms if free else by_word_ms,
        slots=tuple(
            PromisedSlot(slot_ms=each.starts_ms, ends_ms=each.ends_ms, free=each.free) for each in free
        ),
    )


def _sender(unit: Unit, till_store: str, *, wanted: dict[str, int]) -> str:
    """Return the store from which a courier brings it: this one, else the nearest that has it all."""
    product_ids = sorted(wanted)
    others = others_with(unit, till_store, product_id=product_ids[0])
    for store_id in (till_store, *(each.store_id for each in others)):
        found = availability(unit, store_id, product_ids=product_ids)
        if all(each.web_milli >= wanted[each.product_id] for each in found):
            return store_id
    raise ApiError(409, "stock.not_enough", detail=product_ids[0])


def _minutes(unit: Unit, card: StoreCard) -> int:
    return USUAL_MINUTES + slots.busy_minutes(unit, card)


def _held(unit: Unit, made: HeldOrder) -> OrderHeld:
    card = enrolment.store_card(unit, made.order.store_id)
    return OrderHeld(
        order=orders.held_doc(made),
        store_id=card.store_id,
        store_name=card.name,
        store_address=card.address,
        by_slots=made.by_slots,
        minutes=made.minutes,
        until_ms=made.until_ms,
        pickup_code=made.order.pickup_code,
    )
