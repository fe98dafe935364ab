"""The manager's campaign page: what became of a campaign's coupons, what they cost, and the receipts.

It lives at head office, where all tills come together; without the network it cannot be seen.
"""

from collections.abc import Sequence

from pos_app.services import rights
from pos_app.services.campaign_model import CampaignItem, EventPage, OfflineReason
from pos_app.services.errors import Rejected
from pos_app.services.ports import CampaignApi
from pos_app.services.records import Actor


class Campaigns:
    """Reads and decides; on the interactive network lane, 3 s at most. Reading: right ``report.view``."""

    def __init__(self, api: CampaignApi) -> None:
        self._api = api

    def all(self, actor: Actor) -> Sequence[CampaignItem]:
        """Return the coupon campaigns of the store, those that run first.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        return self._api.campaigns()

    def events(self, actor: Actor, campaign_id: str, *, before: int = 0) -> EventPage:
        """Return what sales did to a campaign's coupons before an event (0: the newest).

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        return self._api.campaign_events(campaign_id, before=before)

    def give_offline_back(self, actor: Actor, campaign_id: str, *, reason: OfflineReason) -> None:
        """Let tills take a campaign's coupons offline again; right ``coupon.offline_extend``.

        Done is done: where an answer was lost, or somebody else was faster, the second try says the same.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        rights.require(actor.rights, rights.COUPON_OFFLINE_EXTEND)
        try:
            self._api.give_offline_back(campaign_id, staff_id=actor.staff_id, reason=reason)
        except Rejected as error:
            if error.code != "campaign.offline_not_ended":
                raise
