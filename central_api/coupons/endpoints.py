"""What the counter asks about coupons."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from central_api.coupons import report, service
from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from retail_core.wire.base import MAX_SAFE_INT, Id
from retail_core.wire.campaigns import CampaignFigures, CampaignList, CouponEvents, OfflineGiveBack
from retail_core.wire.counter import CouponHeld, CouponHold, CouponRelease, Released, WalletAsk, WalletFound


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/coupons/hold", openapi_extra=takes(CouponHold))
    def hold(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> CouponHeld:
        """Reserve a coupon for a sale."""
        question = call.message(CouponHold)
        terminal_id = call.caller.terminal_id
        return kit.database.run(lambda unit: service.hold(unit, question, terminal_id=terminal_id))

    @router.post("/v1/coupons/wallet", openapi_extra=takes(WalletAsk))
    def wallet(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> WalletFound:
        """Give the wallet of a member who stands at the counter."""
        question = call.message(WalletAsk)
        with kit.database.read() as unit:
            return WalletFound(coupons=service.wallet_at_counter(unit, alias=question.alias))

    @router.post("/v1/coupons/release", openapi_extra=takes(CouponRelease))
    def release(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> Released:
        """Give a reservation back."""
        question = call.message(CouponRelease)
        return kit.database.run(lambda unit: Released(released=service.release(unit, question)))

    @router.get("/v1/campaigns")
    def campaigns(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> CampaignList:
        """Give the coupon campaigns of the till's store with their accounts."""
        with kit.database.read() as unit:
            return report.campaigns(unit, call.caller.store_id)

    @router.post("/v1/campaigns/{campaign_id}/offline", openapi_extra=takes(OfflineGiveBack))
    def offline(campaign_id: Id, call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> CampaignFigures:
        """Let tills take a campaign's coupons offline again, in somebody's name."""
        order = call.message(OfflineGiveBack)
        store_id = call.caller.store_id
        return kit.database.run(
            lambda unit: report.with_offline_back(unit, store_id, campaign_id=campaign_id, order=order)
        )

    @router.get("/v1/campaigns/{campaign_id}/events")
    def events(
        campaign_id: Id,
        call: Annotated[SignedCall, Depends(kit.gate.signed)],
        *,
        before: Annotated[int | None, Query(ge=1, le=MAX_SAFE_INT)] = None,
        limit: Annotated[int, Query(ge=1, le=report.MAX_EVENTS)] = 50,
    ) -> CouponEvents:
        """Give what sales did to a campaign's coupons, with their receipts."""
        with kit.database.read() as unit:
            return report.events(
                unit, call.caller.store_id, campaign_id=campaign_id, before_id=before, limit=limit
            )

    return router
