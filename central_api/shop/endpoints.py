"""The shop's side over HTTP, behind a client token."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from central_api.cards import service as cards
from central_api.kit.describing import takes
from central_api.kit.errors import ApiError
from central_api.kit.gate import PlainCall, SignedCall
from central_api.kit.kit import Kit
from central_api.proving import service as proving
from central_api.shop import floors, service, till_orders
from retail_core.wire.base import Id, Text
from retail_core.wire.counter import MemberFound, Released, StockElsewhere
from retail_core.wire.shop import (
    Availability,
    CardRevoked,
    ClaimCoupon,
    CouponIssued,
    FindMember,
    GiveCoupon,
    IssueCoupon,
    JoinMember,
    MemberCard,
    MemberCodes,
    NextStore,
    OrderPlaced,
    OrderRefund,
    PinSet,
    PlaceOrder,
    PriceReply,
    PriceRequest,
    PromisedTimes,
    SetPin,
)
from retail_core.wire.till_orders import HoldOrder, OrderHeld, OrderOffers, ReleaseOrder

_MOST_PRODUCTS = 200
Issue = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""Which of a member's cards."""


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    shop = APIRouter(prefix="/v1/shop")
    _add_members(shop, kit)
    _add_wallets(shop, kit)
    _add_goods(shop, kit)
    router = APIRouter()
    router.include_router(shop)
    _add_tills(router, kit)
    return router


def _add_tills(router: APIRouter, kit: Kit) -> None:
    @router.get("/v1/stock/elsewhere")
    def elsewhere(product_id: Id, call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> StockElsewhere:
        """Tell a till which other stores have a product, and what the web may promise of its own."""
        with kit.database.read() as unit:
            return floors.elsewhere(unit, call.caller.store_id, product_id=product_id)

    @router.get("/v1/orders/offers")
    def offers(product_id: Id, call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> OrderOffers:
        """Tell a till where a product can be ordered now, and when it would be ready."""
        with kit.database.read() as unit:
            return till_orders.offers(unit, call.caller.store_id, product_id=product_id)

    @router.post("/v1/orders/hold", openapi_extra=takes(HoldOrder))
    def hold(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> OrderHeld:
        """Price an order for a till and keep its goods for half an hour."""
        request = call.message(HoldOrder)
        store_id = call.caller.store_id
        return kit.database.run(lambda unit: till_orders.hold(unit, request, till_store=store_id))

    @router.post("/v1/orders/release", openapi_extra=takes(ReleaseOrder))
    def release(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> Released:
        """Let the goods of an order go that is not paid at the till after all."""
        question = call.message(ReleaseOrder)
        store_id = call.caller.store_id
        return kit.database.run(
            lambda unit: Released(released=till_orders.release(unit, question.order_id, till_store=store_id))
        )


def _add_members(router: APIRouter, kit: Kit) -> None:
    client = Depends(kit.gate.client)

    @router.post("/members/find", openapi_extra=takes(FindMember))
    def find(call: Annotated[PlainCall, client]) -> MemberFound:
        """Find a member by phone number; in the body, because addresses are logged."""
        question = call.message(FindMember)
        with kit.database.read() as unit:
            return MemberFound(member=service.find_member(unit, question.phone))

    @router.post("/members/{member_id}/codes")
    def codes(member_id: Id, _call: Annotated[PlainCall, client]) -> MemberCodes:
        """Give a member's rotating codes."""
        with kit.database.read() as unit:
            return service.member_codes(unit, member_id)

    @router.post("/members/{member_id}/pin", openapi_extra=takes(SetPin))
    def set_pin(member_id: Id, call: Annotated[PlainCall, client]) -> PinSet:
        """Let a member choose a PIN, or have none any more."""
        request = call.message(SetPin)
        return PinSet(has_pin=proving.set_pin(kit.database, member_id, pin=request.pin))

    @router.post("/members/join", openapi_extra=takes(JoinMember))
    def join(call: Annotated[PlainCall, client]) -> MemberFound:
        """Let somebody be a member."""
        request = call.message(JoinMember)
        return MemberFound(member=kit.database.run(lambda unit: service.join_member(unit, request)))

    @router.post("/members/{member_id}/card")
    def card(member_id: Id, _call: Annotated[PlainCall, client]) -> MemberCard:
        """Make a member's next printed card; those before it count no more."""
        return kit.database.run(lambda unit: cards.issue(unit, member_id))

    @router.post("/members/{member_id}/card/{issue}/revoke")
    def revoke_card(member_id: Id, issue: Issue, *, _call: Annotated[PlainCall, client]) -> CardRevoked:
        """Let a lost card and those before it count no more."""
        changed = kit.database.run(lambda unit: cards.revoke(unit, member_id, issue=issue))
        return CardRevoked(changed=changed)


def _add_wallets(router: APIRouter, kit: Kit) -> None:
    client = Depends(kit.gate.client)

    @router.get("/members/{member_id}/coupons")
    def wallet(member_id: Id, _call: Annotated[PlainCall, client]) -> list[CouponIssued]:
        """Give a member's usable coupons with their codes."""
        with kit.database.read() as unit:
            return service.wallet(unit, member_id)

    @router.post("/coupons", openapi_extra=takes(IssueCoupon))
    def issue(call: Annotated[PlainCall, client]) -> CouponIssued:
        """Put a coupon into a wallet."""
        request = call.message(IssueCoupon)
        return kit.database.run(lambda unit: service.issue_coupon(unit, request))

    @router.post("/coupons/claim", openapi_extra=takes(ClaimCoupon))
    def claim(call: Annotated[PlainCall, client]) -> CouponIssued:
        """Let a member claim a coupon."""
        request = call.message(ClaimCoupon)
        return kit.database.run(lambda unit: service.claim_coupon(unit, request))

    @router.post("/coupons/give", openapi_extra=takes(GiveCoupon))
    def give(call: Annotated[PlainCall, client]) -> CouponIssued:
        """Let a member give a coupon to another one."""
        request = call.message(GiveCoupon)
        return kit.database.run(lambda unit: service.give_coupon(unit, request))


def _add_goods(router: APIRouter, kit: Kit) -> None:
    client = Depends(kit.gate.client)

    @router.post("/orders", openapi_extra=takes(PlaceOrder))
    def place(call: Annotated[PlainCall, client]) -> OrderPlaced:
        """Place a prepaid order."""
        request = call.message(PlaceOrder)
        return kit.database.run(lambda unit: service.place_order(unit, request))

    @router.get("/promises")
    def promises(store_id: Id, *, _call: Annotated[PlainCall, client]) -> PromisedTimes:
        """Tell when a store could have an order ready."""
        with kit.database.read() as unit:
            return service.promised_times(unit, store_id)

    @router.get("/orders/{order_id}")
    def order(order_id: Id, _call: Annotated[PlainCall, client]) -> OrderPlaced:
        """Show how an order stands."""
        with kit.database.read() as unit:
            return service.order(unit, order_id)

    @router.get("/refunds")
    def refunds(
        _call: Annotated[PlainCall, client], *, after: Text = "", order_id: Id | None = None
    ) -> list[OrderRefund]:
        """Tell what is to be paid out, 500 at a time; of one order also what was paid out."""
        with kit.database.read() as unit:
            return service.refunds(unit, order_id=order_id, after=after)

    @router.post("/refunds/{refund_id}/paid")
    def refund_paid(refund_id: Id, _call: Annotated[PlainCall, client]) -> OrderRefund:
        """Note that a refund was paid out."""
        return kit.database.run(lambda unit: service.refund_paid(unit, refund_id))

    @router.post("/price", openapi_extra=takes(PriceRequest))
    def price(call: Annotated[PlainCall, client]) -> PriceReply:
        """Price a basket as the till does."""
        request = call.message(PriceRequest)
        with kit.database.read() as unit:
            return service.price(unit, request)

    @router.get("/stock")
    def stock(
        store_id: Id, product_id: Annotated[list[Id], Query()], *, _call: Annotated[PlainCall, client]
    ) -> list[Availability]:
        """Tell what a store has of products."""
        if len(product_id) > _MOST_PRODUCTS:
            raise ApiError(422, "request.malformed", detail="product_id")
        with kit.database.read() as unit:
            return floors.availability(unit, store_id, product_ids=product_id)

    @router.get("/stock/nearby")
    def nearby(
        product_id: Id,
        latitude_e6: Annotated[int, Query(ge=-90_000_000, le=90_000_000)],
        *,
        longitude_e6: Annotated[int, Query(ge=-180_000_000, le=180_000_000)],
        qty_milli: Annotated[int, Query(ge=1, le=10**9)] = 1_000,
        most: Annotated[int, Query(ge=1, le=20)] = 5,
        _call: Annotated[PlainCall, client],
    ) -> list[NextStore]:
        """Tell the next stores where so much of a product can be ordered, nearest first."""
        here = (latitude_e6, longitude_e6)
        with kit.database.read() as unit:
            return floors.nearby(unit, product_id, qty_milli=qty_milli, here=here, most=most)
