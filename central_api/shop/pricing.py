"""The till's own pricing, on the server."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from central_api.catalog.schemas import Item
from central_api.feed import service as feed
from central_api.feed.schemas import CATALOG
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member
from central_api.uses import service as uses
from central_api.uses.schemas import Counts
from retail_core.business_day import business_day_of
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, Context, MemberFacts, PricedBasket, Used
from retail_core.pricing.rules import CompiledRules, compile_rules
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import CampaignUse

_MINUTE_MS = 60_000


def rules_of(unit: Unit, store_id: str) -> CompiledRules:
    """Return the campaigns that a store's tills hold now, without those that pricing refuses."""
    documents = [
        json.loads(doc) for _, doc in feed.documents(unit, CATALOG, store_id=store_id, kind="campaign")
    ]
    for document in documents:
        # The number is for coupon codes at tills; pricing knows campaigns by their id.
        document.pop("number", None)
    rules, _ = compile_rules(documents)
    return rules


def basket_of(card: StoreCard, items: Sequence[Item], *, buyer: Member | None, takes_away: bool) -> Basket:
    """Return the basket of what was read of a store's catalog, for a member if there is one."""
    return Basket(
        currency=card.currency,
        lines=tuple(item.basket_line(card.currency) for item in items),
        member=None if buyer is None else MemberFacts(buyer.member_id, buyer.tier),
        takes_away=takes_away,
    )


def price_at(unit: Unit, basket: Basket, *, card: StoreCard, channel: str) -> PricedBasket:
    """Price ``basket`` by the campaigns of a store, now, with what the server knows of uses and purchases.

    What the basket itself says of a first purchase is not believed.

    Raises:
        BadBasket: as :func:`retail_core.pricing.engine.price`.
    """
    member_id = None if basket.member is None else basket.member.member_id
    if basket.member is not None:
        facts = replace(basket.member, first_purchase=_is_first_purchase(unit, member_id))
        basket = replace(basket, member=facts)
    counts = uses.counts(unit, card.store_id, member_id=member_id)
    used = _used(counts, _business_day(unit, card))
    context = _context(unit, card, channel=channel, used=used)
    return price(basket, rules_of(unit, card.store_id), context=context)


def uses_of(unit: Unit, priced: PricedBasket, *, card: StoreCard) -> tuple[CampaignUse, ...]:
    """Return what a priced basket uses of campaigns with limits, for the store's business day."""
    day = _business_day(unit, card)
    return tuple(CampaignUse(rule_id=rule_id, count=count, day=day) for rule_id, count in priced.uses)


def _is_first_purchase(unit: Unit, member_id: str | None) -> bool:
    found = [] if member_id is None else members.get_many(unit, [member_id])
    return any(members.is_first_purchase(unit, person) for person in found)


def _used(counts: Counts, day: str) -> tuple[Used, ...]:
    found = []
    for rule_id in sorted({*counts.by_store, *counts.by_member}):
        mine = counts.by_member.get(rule_id)
        found.append(
            Used(
                rule_id,
                by_member=0 if mine is None else mine.count,
                by_member_today=mine.day_count if mine is not None and mine.day == day else 0,
                by_all=counts.by_store.get(rule_id, 0),
            )
        )
    return tuple(found)


def _context(unit: Unit, card: StoreCard, *, channel: str, used: tuple[Used, ...]) -> Context:
    local = _local(unit.now_ms, card)
    return Context(
        store_id=card.store_id,
        channel=channel,
        local_date=local.date().isoformat(),
        weekday=local.isoweekday(),
        minute_of_day=local.hour * 60 + local.minute,
        prices_include_tax=card.prices_include_tax,
        tax_per=card.tax_per,
        used=used,
        region=card.region,
    )


def _business_day(unit: Unit, card: StoreCard) -> str:
    return business_day_of(unit.now_ms, card.time_zone, day_cutoff_minutes=card.day_cutoff_minutes)


def _local(at_ms: int, card: StoreCard) -> datetime:
    return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(ZoneInfo(card.time_zone))
