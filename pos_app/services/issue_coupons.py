"""Which coupons a sale earns: found among those that this till may print, without asking anybody.

Source: docs/rules/coupons.md, "Coupons from the till".
"""

from dataclasses import dataclass
from typing import Literal

from pos_app.services.basket_model import Basket
from pos_app.services.blank_model import Blank
from pos_app.services.ports import Clock
from pos_app.services.price_basket import CHANNEL, PriceBasket
from pos_app.services.records import StoreProfile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import end_of_day_ms, local_time
from retail_core.journal import Entry
from retail_core.pricing.kinds.coupon_amount import CouponAmount
from retail_core.pricing.kinds.coupon_exchange import CouponExchange
from retail_core.pricing.kinds.coupon_percent import CouponPercent
from retail_core.pricing.rules import Campaign
from retail_core.wire import facts

_DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Earned:
    """A coupon that goes with a sale, and what of it stands in the fact."""

    blank: Blank
    issued: facts.IssuedCoupon


class IssueCoupons:
    """Chooses the coupons of a sale, and writes that they were printed; inside the sale's transaction."""

    def __init__(self, *, prices: PriceBasket, clock: Clock) -> None:
        """Keep who knows the campaigns."""
        self._prices = prices
        self._clock = clock

    def earned_by(self, work: UnitOfWork, basket: Basket, *, total_minor: int) -> tuple[Earned, ...]:
        """Return the coupons that a sale of this total earns, one of a campaign, in order of its id."""
        if not basket.lines or total_minor < 1:
            return ()
        now_ms = self._clock.now_ms()
        found = (
            self._earned(basket, blank, now_ms=now_ms)
            for blank in work.coupons.blanks(total_minor, now_ms=now_ms)
        )
        return tuple(each for each in found if each is not None)

    def write(self, work: UnitOfWork, earned: tuple[Earned, ...], *, sale_id: str, entry: Entry) -> None:
        """Write that coupons were printed, so that none is printed twice."""
        for each in earned:
            work.coupons.add_issue(
                each.blank, sale_id=sale_id, expires_ms=each.issued.expires_ms, entry=entry
            )

    def _earned(self, basket: Basket, blank: Blank, *, now_ms: int) -> Earned | None:
        campaign = self._prices.campaign(blank.campaign_id)
        if campaign is None or not _could_use(campaign, basket):
            return None
        profile = self._prices.profile
        issued = terms_of(campaign, language=profile.receipt_language)
        expires_ms = expires_ms_of(campaign, blank, profile=profile, now_ms=now_ms)
        if issued is None or expires_ms <= now_ms:
            return None
        only = issued.only
        if basket.member is not None and basket.member.member_id is not None and "members" not in only:
            # It comes into this member's wallet, and counts with this member only.
            only = (*only, "members")
        change = {"coupon_id": blank.coupon_id, "expires_ms": expires_ms, "only": only}
        return Earned(blank, issued.model_copy(update=change))


def terms_of(campaign: Campaign, *, language: str) -> facts.IssuedCoupon | None:
    """Return what a campaign's coupon is worth and asks for, as it stands on paper; id and end are open.

    ``None`` for a campaign whose rule leaves open what a coupon is worth: nobody could print that.
    """
    effect = campaign.effect
    kind: Literal["amount", "percent", "exchange"]
    cap_minor = None
    if isinstance(effect, CouponAmount):
        kind, worth = "amount", effect.amount_minor
    elif isinstance(effect, CouponPercent):
        kind, worth, cap_minor = "percent", effect.percent_bp, effect.cap_minor
    elif isinstance(effect, CouponExchange):
        kind, worth = "exchange", effect.units
    else:
        return None
    if worth is None:
        return None
    return facts.IssuedCoupon(
        coupon_id="-",
        campaign_id=campaign.id,
        name=campaign.name(language),
        kind=kind,
        worth=worth,
        cap_minor=cap_minor,
        min_spend_minor=effect.terms.min_spend_minor,
        only=_only(campaign),
        expires_ms=0,
    )


def _only(campaign: Campaign) -> tuple[Literal["goods", "times", "stores", "members"], ...]:
    window = campaign.window
    asked: tuple[tuple[bool, Literal["goods", "times", "stores", "members"]], ...] = (
        (not campaign.scope.is_everything, "goods"),
        (bool(window.weekdays or window.minutes), "times"),
        (bool(campaign.stores or campaign.regions), "stores"),
        (bool(campaign.tiers), "members"),
    )
    return tuple(name for holds, name in asked if holds)


def _could_use(campaign: Campaign, basket: Basket) -> bool:
    """Return whether the buyer could use a coupon at a till at all: none is given to whom it is no good."""
    tier = None if basket.member is None else basket.member.tier
    at_tills = not campaign.channels or CHANNEL in campaign.channels
    return at_tills and (not campaign.tiers or tier in campaign.tiers)


def expires_ms_of(campaign: Campaign, blank: Blank, *, profile: StoreProfile, now_ms: int) -> int:
    """Return when it ends: with its last day, that of its campaign, or with its code."""
    last_day = local_time(now_ms + blank.days * _DAY_MS, profile.time_zone).date
    days = (min(last_day, campaign.window.to_date), profile.time_zone)
    return min(end_of_day_ms(*days), blank.expires_ms)
