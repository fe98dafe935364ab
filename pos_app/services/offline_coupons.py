"""What a till may take of coupons while head office cannot be asked, and how a manager lengthens that.

Source: docs/rules/coupons.md, "Without the network".
"""

import json
from dataclasses import dataclass
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, NeedsApproval, require_allowed
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, StoreProfile, SyncState
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.codes.pq1 import CouponCode
from retail_core.pricing.model import PricedBasket
from retail_core.pricing.rules import Campaign
from retail_core.wire import facts

_HOUR_MS: Final = 3600 * 1000

LISTS_FRESH_MS: Final = 24 * _HOUR_MS
"""How old keys and revocations may be for a coupon to be taken offline."""

EXTENDED_BY_MS: Final = 48 * _HOUR_MS
"""How much longer they count where a manager has allowed it."""

OFFLINE_PERIOD_MS: Final = 24 * _HOUR_MS
"""The least period over which a till's offline coupons are counted."""

MOST_OFFLINE: Final = 20
"""How many coupons a till takes offline in a period."""

_SETTING: Final = "coupons.extended"


@dataclass(frozen=True, slots=True)
class OfflineCap:
    """What a till may give away offline: for one coupon, and for all of a period; minor units."""

    coupon_minor: int
    period_minor: int


CAPS: Final = {
    "CNY": OfflineCap(5_000, 50_000),
    "TWD": OfflineCap(200, 2_000),
    "EUR": OfflineCap(1_000, 10_000),
}
"""By currency, where the store's settings name no others; in any other currency coupons are online only."""


def caps_of(profile: StoreProfile) -> OfflineCap | None:
    """Return what a store's tills may give away offline; ``None`` where coupons are online only."""
    usual = CAPS.get(profile.currency)
    coupon_minor, period_minor = profile.offline_coupon_minor, profile.offline_period_minor
    if usual is None and (coupon_minor is None or period_minor is None):
        return None
    return OfflineCap(
        usual.coupon_minor if coupon_minor is None and usual is not None else coupon_minor or 0,
        usual.period_minor if period_minor is None and usual is not None else period_minor or 0,
    )


def period_start_ms(state: SyncState, now_ms: int) -> int:
    """Return when the till's offline period began: at its last answer, at the latest 24 h ago."""
    return min(state.last_contact_ms or now_ms, now_ms - OFFLINE_PERIOD_MS)


def lists_end_ms(work: UnitOfWork) -> int:
    """Return until when the lists that are here let coupons be taken offline."""
    keys_ms = work.sync_state.get().keys_ms
    return keys_ms + LISTS_FRESH_MS + (EXTENDED_BY_MS if _extended(work) == keys_ms else 0)


def can_extend(work: UnitOfWork, now_ms: int) -> bool:
    """Return whether a manager may let coupons be taken for longer: once for the lists that are here."""
    keys_ms = work.sync_state.get().keys_ms
    return 0 < keys_ms != _extended(work) and now_ms <= keys_ms + LISTS_FRESH_MS + EXTENDED_BY_MS


def obstacle(
    work: UnitOfWork, basket: Basket, *, code: CouponCode, campaign: Campaign | None, now_ms: int
) -> str:
    """Return the first condition that does not hold for a coupon to be taken offline, or nothing.

    What it may take off is asked apart, by :func:`over_cap`.
    """
    conditions = (
        (campaign is not None, "coupon.campaign_unknown"),
        (code.is_offline_allowed, "coupon.campaign_online_only"),
        (campaign is not None and campaign.offline_allowed, "coupon.campaign_online_only"),
        (code.is_member_bound, "coupon.not_member_bound"),
        (basket.member is not None and basket.member.present, "coupon.member_not_present"),
        (code.store == terminal_of(work).store.number, "coupon.not_home_store"),
        (now_ms <= lists_end_ms(work), "coupon.lists_too_old"),
    )
    return next((reason for holds, reason in conditions if not holds), "")


def over_cap(work: UnitOfWork, basket: Basket, *, priced: PricedBasket, now_ms: int) -> str:
    """Return which allowance the coupons of a basket that were taken offline exceed, or nothing.

    Asked when one is taken and once more when the sale is paid: goods that came after it made it dearer.
    """
    offline = [held for held in basket.coupons if held.mode == "offline"]
    if not offline:
        return ""
    cap = caps_of(terminal_of(work).store)
    if cap is None:
        return "coupon.no_offline_cap"
    saved = {outcome.coupon_id: outcome.amount.minor for outcome in priced.coupons if outcome.applied}
    if any(max(held.value_minor or 0, saved.get(held.coupon_id, 0)) > cap.coupon_minor for held in offline):
        return "coupon.over_cap"
    count, total = work.coupons.offline_uses(period_start_ms(work.sync_state.get(), now_ms))
    count += len(offline)
    total += sum(saved.get(held.coupon_id, 0) for held in offline)
    return "coupon.offline_used_up" if count > MOST_OFFLINE or total > cap.period_minor else ""


class ExtendOffline:
    """Lets this till take coupons offline for 48 h more, once for the lists that it has. Storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def __call__(self, actor: Actor, *, approval: Approval | None = None) -> int:
        """Write it down; return until when (UTC milliseconds). The caps stay those of the whole period.

        Raises:
            NeedsApproval: ``right.missing``: another person has to allow it.
            RuleError: ``coupon.no_more_time``: it was lengthened before, or is over.
        """
        now_ms = self._clock.now_ms()
        with self._store.write() as work:
            act = Act(rights.COUPON_OFFLINE_EXTEND, terminal_of(work).terminal)
            require_allowed(actor, act, approval=approval)
            approver = _approver(work, actor, act=act, approval=approval)
            if not can_extend(work, now_ms):
                raise RuleError("coupon.no_more_time")
            keys_ms = work.sync_state.get().keys_ms
            until_ms = keys_ms + LISTS_FRESH_MS + EXTENDED_BY_MS
            body = facts.CouponOfflineExtended(lists_ms=keys_ms, until_ms=until_ms, approved_by=approver)
            entry = write_fact(
                work, self._clock, kind=facts.COUPON_OFFLINE_EXTENDED, actor=actor.staff_id, body=body
            )
            work.settings.put(_SETTING, json.dumps({"lists_ms": keys_ms}))
        self._events.publish(FactWritten(entry.seq))
        return until_ms


def _approver(work: UnitOfWork, actor: Actor, *, act: Act, approval: Approval | None) -> str | None:
    """Return who else allowed it, ``None`` where the actor may; somebody who has left allows nothing."""
    if rights.allows(actor.rights, act.verb):
        return None
    assert approval is not None, "require_allowed has seen it"
    person = work.staff.get(approval.staff_id)
    if person is None or not person.active or not rights.allows(person.rights, act.verb):
        raise NeedsApproval("right.missing", act.verb, act=act)
    return approval.staff_id


def _extended(work: UnitOfWork) -> int:
    """Return of which lists the time was lengthened; 0 for none."""
    kept = work.settings.get(_SETTING)
    return int(json.loads(kept)["lists_ms"]) if kept else 0
