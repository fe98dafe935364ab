"""What an app or a web shop asks: codes, coupons, orders, prices and stock of its own chain."""

import secrets
from dataclasses import replace

from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.enrolment import service as enrolment
from central_api.joining import service as joining
from central_api.joining.schemas import Agreed, Joiner, Place
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.order_channels import service as order_channels
from central_api.order_page import service as order_page
from central_api.orders import service as orders
from central_api.orders.schemas import OrderDraft, Refund
from central_api.sales import service as sales
from central_api.settlement import service as settlement
from central_api.shop.goods import order_line, read_items
from central_api.shop.pricing import basket_of, price_at, uses_of
from central_api.shop.receivers import receiver_of
from central_api.slots import service as slots
from central_api.stock import service as stock
from retail_core.codes.pq1 import MemberCode, code_time_s, sign
from retail_core.people import CONSENTS, TIERS, phone_digits, tier_number
from retail_core.pricing.model import Basket
from retail_core.pricing.plain import BadPlain, basket_from_json, priced_to_json
from retail_core.pricing.working import BadBasket
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.feed import MemberDoc
from retail_core.wire.shop import (
    ClaimCoupon,
    CouponIssued,
    GiveCoupon,
    IssueCoupon,
    JoinLink,
    JoinMember,
    MemberCodes,
    OrderPlaced,
    OrderRefund,
    PlaceOrder,
    PriceReply,
    PriceRequest,
    PromisedSlot,
    PromisedTimes,
)

CODES_AHEAD = 15
"""How many rotating codes an app holds, so that it shows one without a network."""

CODE_LIFE_S = 60
"""How long each of them is the one to show."""


def find_member(unit: Unit, phone: str) -> MemberDoc | None:
    """Return the member with this phone number."""
    found = members.find_by_phone(unit, phone)
    return None if found is None else members.as_doc(unit, found)


def member_codes(unit: Unit, member_id: str) -> MemberCodes:
    """Return a member's code for now and those for the minutes after it.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    person = members.get(unit, member_id)
    kid, seed = keys.issuer_seed(unit, "member")
    first_s = code_time_s(unit.now_ms)
    codes = [
        MemberCode(
            kid=kid,
            tenant=keys.tenant_number(unit),
            alias=person.alias,
            nbf_s=first_s + number * CODE_LIFE_S,
            ttl_s=CODE_LIFE_S,
            tier=tier_number(person.tier),
            flags=0,
            nonce=secrets.randbits(32),
        )
        for number in range(CODES_AHEAD + 1)
    ]
    return MemberCodes(
        codes=tuple(sign(code, seed) for code in codes),
        first_from_ms=unit.now_ms,
        each_ms=CODE_LIFE_S * 1000,
    )


def join_member(unit: Unit, request: JoinMember) -> MemberDoc:
    """Let somebody be a member, who joined in an app or by the link on a receipt; safe to repeat.

    Raises:
        ApiError: 404 ``store.unknown``; 422 ``member.terms``: the terms of membership were not agreed to.
    """
    if not any(consent.kind == CONSENTS[0] and consent.given for consent in request.consents):
        raise ApiError(422, "member.terms")
    joiner = Joiner(
        ref=request.request_id,
        member_id=new_id(unit.now_ms),
        alias=members.new_alias(),
        phone=phone_digits(request.phone),
        name=request.name,
        birthday=request.birthday,
        tier=TIERS[0],
        means="online" if request.link is None else "link",
        joined_ms=unit.now_ms,
        place=_place_of(unit, request.link),
        consents=tuple(Agreed(each.kind, each.given, each.wording) for each in request.consents),
    )
    return members.as_doc(unit, joining.join(unit, joiner))


def issue_coupon(unit: Unit, request: IssueCoupon) -> CouponIssued:
    """Put a coupon of a campaign into a wallet.

    Raises:
        ApiError: as :func:`central_api.coupons.service.issue`; 404 ``store.unknown``.
    """
    store_id = request.store_id
    if store_id is None and request.member_id is not None:
        store_id = members.get(unit, request.member_id).home_store
    number = 0 if store_id is None else enrolment.store_card(unit, store_id).store_number
    grant = Grant(request.request_id, request.campaign_id, request.member_id, store_id)
    issued = coupons.issue(unit, grant, tenant=keys.tenant_number(unit), store_number=number)
    members.settle(unit)
    return issued


def claim_coupon(unit: Unit, request: ClaimCoupon) -> CouponIssued:
    """Let a member claim a coupon.

    Raises:
        ApiError: as :func:`central_api.coupons.service.claim`.
    """
    issued = coupons.claim(unit, request)
    members.settle(unit)
    return issued


def give_coupon(unit: Unit, request: GiveCoupon) -> CouponIssued:
    """Let a member give a coupon to another one.

    Raises:
        ApiError: as :func:`central_api.coupons.service.give`.
    """
    issued = coupons.give(unit, request)
    members.settle(unit)
    return issued


def wallet(unit: Unit, member_id: str) -> list[CouponIssued]:
    """Return a member's usable coupons.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    members.get(unit, member_id)
    numbers = {
        store_id: enrolment.store_card(unit, store_id).store_number for store_id in enrolment.store_ids(unit)
    }
    return coupons.wallet(unit, member_id, tenant=keys.tenant_number(unit), store_numbers=numbers)


def place_order(unit: Unit, request: PlaceOrder) -> OrderPlaced:
    """Price an order as the till would, take it as paid, and keep its goods back.

    Raises:
        ApiError: 404 ``store.unknown``, ``member.unknown``; 409 ``stock.not_enough``, ``order.offer_gone``;
            422 ``order.code_form``; 404 ``coupon.unknown``, 409 ``coupon.no_effect`` or as a till is refused
            a coupon; as :func:`central_api.slots.service.promise`, and as
            :func:`central_api.shop.goods.read_items`.
    """
    known = orders.by_request(unit, request.request_id)
    if known is not None:
        return order_page.with_address(unit, known)
    order_id = secrets.token_hex(8)
    if request.external_id is not None:
        known_id = order_channels.claim(
            unit, request.channel, external_id=request.external_id, order_id=order_id
        )
        if known_id != order_id:
            return order(unit, known_id)
    card = enrolment.store_card(unit, request.store_id)
    buyer = None if request.member_id is None else members.hold(unit, request.member_id)
    items = read_items(unit, request.store_id, items=request.items)
    basket = basket_of(card, items, buyer=buyer, takes_away=request.takes_away)
    presented = coupons.reserve_for_order(
        unit, request.coupon_ids, order_id=order_id, member_id=request.member_id
    )
    priced = price_at(unit, replace(basket, coupons=presented), card=card, channel=request.channel)
    coupons.use_with_order(unit, priced.coupons, order_id=order_id, store_id=request.store_id)
    settled_minor = request.settled_minor
    if settled_minor is not None and settled_minor >= priced.total.minor:
        settled_minor = None
    promised_ms = slots.promise(
        unit, card, order_id=order_id, wanted_ms=request.slot_ms, minutes=request.promise_minutes
    )
    draft = OrderDraft(
        order_id=order_id,
        promised_ms=promised_ms,
        request_id=request.request_id,
        store_id=request.store_id,
        member_id=request.member_id or "",
        channel=request.channel,
        lines=tuple(order_line(item, line) for item, line in zip(items, priced.lines, strict=True)),
        promise_minutes=request.promise_minutes,
        uses=uses_of(unit, priced, card=card),
        # What is paid at the till earns its points there.
        points=priced.points_earned if settled_minor is None and buyer is not None else 0,
        settled_minor=settled_minor,
        receiver=receiver_of(request, buyer, card=card),
        floor=stock.floor_of(
            card,
            (item.product for item in items),
            heard_ms=enrolment.heard_ms(unit, request.store_id),
            now_ms=unit.now_ms,
        ),
    )
    placed = orders.place(unit, draft, buyer=buyer, store=card, tenant=keys.tenant_number(unit))
    settlement.note_order(unit, draft, external_id=request.external_id, priced=priced, card=card)
    coupons.settle(unit)
    members.settle(unit)
    return order_page.with_address(unit, placed)


def promised_times(unit: Unit, store_id: str) -> PromisedTimes:
    """Return which times a store promises now, how busy it is, and how many orders wait there.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    card = enrolment.store_card(unit, store_id)
    busy = slots.busy_minutes(unit, card)
    return PromisedTimes(
        store_id=store_id,
        as_of_ms=unit.now_ms,
        by_slots=card.promises is not None,
        busy_minutes=busy,
        busy_until_ms=card.busy_until_ms if busy else 0,
        waiting_orders=slots.waiting(unit, store_id),
        slots=tuple(
            PromisedSlot(slot_ms=each.starts_ms, ends_ms=each.ends_ms, free=each.free)
            for each in slots.offered(unit, card)
        ),
    )


def order(unit: Unit, order_id: str) -> OrderPlaced:
    """Return an order and its pickup code.

    Raises:
        ApiError: 404 ``order.unknown``.
    """
    return order_page.with_address(unit, orders.get(unit, order_id))


def refunds(unit: Unit, *, order_id: str | None, after: str) -> list[OrderRefund]:
    """Return what is to be paid out, or all refunds of one order, by their ids from behind ``after`` on."""
    found = orders.refunds(unit, order_id=order_id, unpaid=order_id is None, after=after)
    return [_refund(each) for each in found]


def refund_paid(unit: Unit, refund_id: str) -> OrderRefund:
    """Note that a refund was paid out; safe to repeat.

    Raises:
        ApiError: 404 ``order.refund_unknown``.
    """
    return _refund(orders.refund_paid(unit, refund_id))


def price(unit: Unit, request: PriceRequest) -> PriceReply:
    """Price a basket with the same function as the till, now and in this store.

    Raises:
        ApiError: 404 ``store.unknown``, ``member.unknown``; 422 ``pricing.bad_basket`` with the field or the
            reason; of items as :func:`central_api.shop.goods.read_items`.
    """
    card = enrolment.store_card(unit, request.store_id)
    basket = _read_basket(unit, request, card=card)
    try:
        priced = price_at(unit, basket, card=card, channel="app")
    except BadBasket as error:
        raise ApiError(422, "pricing.bad_basket", detail=error.code) from error
    return PriceReply.model_validate({"priced": priced_to_json(priced)})


def _refund(found: Refund) -> OrderRefund:
    return OrderRefund(**{name: getattr(found, name) for name in OrderRefund.model_fields})


def _place_of(unit: Unit, link: JoinLink | None) -> Place:
    """Return whose work a join is, as far as that is known: a receipt may not have arrived yet."""
    if link is None:
        return Place()
    sold = None if link.receipt_number is None else sales.seller_of(unit, link.receipt_number)
    if sold is not None:
        return Place(sold.store_id, sold.terminal_id, sold.cashier_id)
    if link.store_id is not None:
        enrolment.store_card(unit, link.store_id)
    return Place(link.store_id)


def _read_basket(unit: Unit, request: PriceRequest, *, card: StoreCard) -> Basket:
    if (request.basket is None) == (not request.items):
        raise ApiError(422, "pricing.bad_basket", detail="basket")
    if request.basket is None:
        buyer = None if request.member_id is None else members.get(unit, request.member_id)
        items = read_items(unit, request.store_id, items=request.items)
        return basket_of(card, items, buyer=buyer, takes_away=request.takes_away)
    try:
        return basket_from_json(request.basket)
    except BadPlain as error:
        raise ApiError(422, "pricing.bad_basket", detail=error.field) from error
