"""Line promotions and the member price: what one piece or one weighed line costs by itself.

Exclusive campaigns shut out the others. Otherwise the highest priority decides, and within it the better of
the best single campaign and all compounding ones together. The member price competes with the result unless
the campaign stacks on it.

Source: docs/rules/promotions.md, "Line promotions".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from retail_core.pricing.effects import LineEffect, Stage
from retail_core.pricing.model import MEMBER_PRICE_ID
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods, PricingRun


def run_line_stage(run: PricingRun) -> None:
    """Give every unit its member price or its line promotions."""
    for goods in run.goods:
        _price_goods(run, goods)


def _price_goods(run: PricingRun, goods: Goods) -> None:
    slot = goods.slots[0]
    candidates = goods.candidates.get(Stage.LINE)
    chosen = _choose(run, goods, candidates) if candidates else ()
    if chosen and _price_after(goods, chosen) < goods.tier_price:
        offs = _offs(goods, chosen)
        slot.member_off = goods.base - goods.tier_price if _stack(chosen) else 0
        slot.promos = tuple(zip(chosen, offs, strict=True))
        slot.price = goods.base - slot.member_off - sum(offs)
        slot.closed = chosen[0].combine == "exclusive"
        run.applied.update(campaign.id for campaign in chosen)
        return
    for campaign in chosen:
        if goods.tier_price < goods.base:
            run.reject(campaign, Reason.BETTER_OFFER, MEMBER_PRICE_ID)
        else:
            run.reject(campaign, Reason.NOTHING_LEFT)
    slot.member_off = goods.base - goods.tier_price
    slot.price = goods.tier_price


def _choose(run: PricingRun, goods: Goods, candidates: Sequence[Campaign]) -> Sequence[Campaign]:
    exclusive = [campaign for campaign in candidates if campaign.combine == "exclusive"]
    if exclusive:
        best = min(exclusive, key=lambda c: (-c.priority, _price_after(goods, (c,)), c.id))
        _reject_others(run, candidates, (best,), Reason.EXCLUSIVE_OFFER)
        return (best,)
    top = max(campaign.priority for campaign in candidates)
    level = [campaign for campaign in candidates if campaign.priority == top]
    options = [(campaign,) for campaign in level if campaign.combine == "best"]
    compound = _in_order([campaign for campaign in level if campaign.combine == "compound"])
    chosen = min(
        [*options, compound] if compound else options,
        key=lambda option: (_price_after(goods, option), min(campaign.id for campaign in option)),
    )
    _reject_others(run, level, chosen, Reason.BETTER_OFFER)
    _reject_others(run, candidates, chosen, Reason.HIGHER_PRIORITY)
    return chosen


def _in_order(compound: list[Campaign]) -> tuple[Campaign, ...]:
    return tuple(sorted(compound, key=lambda c: (cast("LineEffect", c.effect).order, c.id)))


def _reject_others(
    run: PricingRun, candidates: Sequence[Campaign], chosen: Sequence[Campaign], reason: Reason
) -> None:
    for campaign in candidates:
        if campaign not in chosen:
            run.reject(campaign, reason, chosen[0].id)


def _stack(chosen: Sequence[Campaign]) -> bool:
    return all(campaign.stacks_with_member_price for campaign in chosen)


def _price_after(goods: Goods, chosen: Sequence[Campaign]) -> int:
    start = goods.tier_price if _stack(chosen) else goods.base
    return start - sum(_offs(goods, chosen))


def _offs(goods: Goods, chosen: Sequence[Campaign]) -> list[int]:
    price = goods.tier_price if _stack(chosen) else goods.base
    offs = []
    for campaign in chosen:
        after = cast("LineEffect", campaign.effect).discounted(price, goods.unit_milli)
        offs.append(price - after)
        price = after
    return offs
