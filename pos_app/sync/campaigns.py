"""The campaign page's questions over HTTP."""

from collections.abc import Sequence

from pos_app.services.campaign_model import CampaignItem, CouponEventItem, EventPage
from pos_app.sync.central import WAIT_S
from pos_app.sync.http import CentralHttp
from retail_core.wire.campaigns import CampaignFigures, CampaignList, CouponEvents, OfflineGiveBack


class HttpCampaigns:
    """Implements :class:`pos_app.services.ports.CampaignApi`; runs on the interactive network lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def campaigns(self) -> Sequence[CampaignItem]:
        answer = self._http.get("/v1/campaigns", CampaignList, params={}, read_s=WAIT_S)
        return [_campaign(row) for row in answer.campaigns]

    def campaign_events(self, campaign_id: str, *, before: int) -> EventPage:
        params = {"before": str(before)} if before else {}
        path = f"/v1/campaigns/{campaign_id}/events"
        answer = self._http.get(path, CouponEvents, params=params, read_s=WAIT_S)
        events = tuple(
            CouponEventItem(
                event_id=event.event_id,
                kind=event.kind,
                coupon_id=event.coupon_id,
                receipt=event.receipt_number,
                first_receipt=event.first_receipt_number,
                store_id=event.store_id,
                amount_minor=event.amount_minor,
                at_ms=event.at_ms,
            )
            for event in answer.events
        )
        return EventPage(events, answer.next or 0)

    def give_offline_back(self, campaign_id: str, *, staff_id: str, reason: str) -> CampaignItem:
        order = OfflineGiveBack(staff_id=staff_id, reason=reason)
        path = f"/v1/campaigns/{campaign_id}/offline"
        return _campaign(self._http.post(path, order, reply=CampaignFigures, read_s=WAIT_S))


def _campaign(row: CampaignFigures) -> CampaignItem:
    return CampaignItem(
        campaign_id=row.campaign_id,
        name=row.name,
        everywhere=row.everywhere,
        active=row.active,
        offline_allowed=row.offline_allowed,
        offline_ended_ms=row.offline_ended_ms or 0,
        issued=row.issued,
        claimed=row.claimed,
        redeemed=row.redeemed,
        spent_minor=row.spent_minor,
        reserved_minor=row.reserved_minor,
        budget_minor=row.budget_minor,
        conflicts=row.conflicts,
        conflict_minor=row.conflict_minor,
        funders=dict(row.funders),
    )
