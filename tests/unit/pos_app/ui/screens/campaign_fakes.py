"""Coupon campaigns with one of each sort, as head office would give them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pos_app.services.campaign_model import CampaignItem, CouponEventItem, EventPage, OfflineReason
from pos_app.services.errors import PosError
from pos_app.services.records import Actor
from tests.fakes import NOON_MS

MINUTE_MS = 60_000
TEN = CampaignItem(
    campaign_id="TEN",
    name="满 100 减 10 券",
    everywhere=False,
    active=True,
    offline_allowed=False,
    offline_ended_ms=NOON_MS - 30 * MINUTE_MS,
    issued=1_200,
    claimed=840,
    redeemed=311,
    spent_minor=311_000,
    reserved_minor=42_000,
    budget_minor=500_000,
    conflicts=2,
    conflict_minor=2_000,
    funders={"brand": 187_800, "store": 125_200},
)
BIRTHDAY = CampaignItem(
    "BIRTHDAY",
    "生日 88 折券",
    True,
    True,
    True,
    0,
    60,
    60,
    12,
    18_420,
    0,
    None,
    0,
    0,
    {"headquarters": 18_420},
)
OLD = CampaignItem("OLD", "国庆券", True, False, False, 0, 0, 0, 0, 0, 0, None, 0, 0)
EVENTS = (
    CouponEventItem(
        9, "conflict", "K1", "S01-T03-000021", "S01-T02-000116", "S01", 1_000, NOON_MS - 20 * MINUTE_MS
    ),
    CouponEventItem(8, "redeemed", "K1", "S01-T02-000116", "", "S01", 1_000, NOON_MS - 60 * MINUTE_MS),
    CouponEventItem(
        7, "returned", "K2", "S01-T02-000115", "S01-T02-000101", "S01", -1_000, NOON_MS - 90 * MINUTE_MS
    ),
)


@dataclass
class FakeCampaigns:
    """Head office's accounts; ``fault`` is raised instead of an answer."""

    rows: Sequence[CampaignItem] = (TEN, BIRTHDAY, OLD)
    page_size: int = 50
    fault: PosError | None = None
    asked: list[tuple[str, int]] = field(default_factory=list)
    given_back: list[tuple[str, str, str]] = field(default_factory=list)

    def all(self, actor: Actor) -> Sequence[CampaignItem]:
        del actor
        self._fail()
        return self.rows

    def events(self, actor: Actor, campaign_id: str, *, before: int = 0) -> EventPage:
        del actor
        self._fail()
        self.asked.append((campaign_id, before))
        known = EVENTS if campaign_id == "TEN" else ()
        rest = [each for each in known if not before or each.event_id < before]
        page = tuple(rest[: self.page_size])
        return EventPage(page, page[-1].event_id if len(rest) > len(page) else 0)

    def give_offline_back(self, actor: Actor, campaign_id: str, *, reason: OfflineReason) -> None:
        self._fail()
        self.given_back.append((actor.staff_id, campaign_id, reason))
        self.rows = [
            replace(row, offline_ended_ms=0, offline_allowed=True) if row.campaign_id == campaign_id else row
            for row in self.rows
        ]

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault
