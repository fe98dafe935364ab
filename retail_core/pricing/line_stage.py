"""Line promotions and the member price: what one piece or one weighed line costs by itself.

Exclusive campaigns shut out the others. Otherwise the highest priority decides, and within it the better of
the best single campaign and all compounding ones together. The member price competes with the result unless
the campaign stacks on it.

Source: docs/rules/promotions.md, "Line promotions".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from retail_core.pricing.effects import LineEffect, Stage
from retail_core.pricing.model import MEMBER_PRICE_ID
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods, PricingRun, Slot


def run_line_stage(run: PricingRun) -> None:
    """Give every unit its member price or its line promotions."""
    dearest_first = sorted(run.goods, key=lambda goods: (-goods.base, goods.tie_key))
    for goods in dearest_first:
        _price_goods(run, goods)


@dataclass(slots=True)
class _Option:
    """Campaigns that apply together, what each takes, and the price that is left."""

    campaigns: tuple[Campaign, ...]
    offs: list[int]
    stacks: bool
    price: int


def _price_goods(run: PricingRun, goods: Goods) -> None:
    """Price the units of ``goods``; where a limit ends among them, the rest is decided anew without it."""
    if goods.cashier_price is not None:
        _stand(goods, goods.cashier_price)
        return
    candidates = _with_uses_left(run, goods.candidates.get(Stage.LINE, ()))
    while True:
        slot = goods.slots[-1]
        chosen = _choose(run, goods, candidates=candidates) if candidates else None
        better = chosen is not None and chosen.price < goods.tier_price
        limits = [run.uses_left(campaign) for campaign in chosen.campaigns] if chosen and better else []
        count = min([slot.count, *(left for left in limits if left is not None)])
        if count < slot.count:
            goods.slots.append(slot.part(slot.count - count))
            slot.count = count
        _settle(run, goods, slot=slot, chosen=chosen)
        if chosen is not None and better:
            for campaign in chosen.campaigns:
                run.use(campaign, count)
        if goods.slots[-1] is slot:
            return
        candidates = _with_uses_left(run, candidates)


def _stand(goods: Goods, price: int) -> None:
    """Let the cashier's price stand, closed to every promotion."""
    slot = goods.slots[0]
    slot.price = price
    slot.closed = True


def _with_uses_left(run: PricingRun, candidates: Sequence[Campaign]) -> list[Campaign]:
    found = []
    for campaign in candidates:
        if run.uses_left(campaign) == 0:
            run.reject(campaign, Reason.LIMIT_REACHED)
        else:
            found.append(campaign)
    return found


def _settle(run: PricingRun, goods: Goods, *, slot: Slot, chosen: _Option | None) -> None:
    if chosen is not None and chosen.price < goods.tier_price:
        slot.member_off = goods.base - goods.tier_price if chosen.stacks else 0
        slot.promos = tuple(zip(chosen.campaigns, chosen.offs, strict=True))
        slot.price = chosen.price
        slot.closed = chosen.campaigns[0].combine == "exclusive"
        run.applied.update(campaign.id for campaign in chosen.campaigns)
        return
    slot.member_off = goods.base - goods.tier_price
    slot.price = goods.tier_price
    if chosen is not None:
        reason = Reason.BETTER_OFFER if slot.member_off else Reason.NOTHING_LEFT
        for campaign in chosen.campaigns:
            run.reject(campaign, reason, lost_to=MEMBER_PRICE_ID if slot.member_off else None)


def _choose(run: PricingRun, goods: Goods, *, candidates: Sequence[Campaign]) -> _Option:
    if len(candidates) == 1:
        return _option(goods, (candidates[0],))
    exclusive = [campaign for campaign in candidates if campaign.combine == "exclusive"]
    if exclusive:
        options = [_option(goods, (campaign,)) for campaign in exclusive]
        best = min(options, key=lambda o: (-o.campaigns[0].priority, o.price, o.campaigns[0].id))
        _reject_others(run, candidates, chosen=best, reason=Reason.EXCLUSIVE_OFFER)
        return best
    top = max(campaign.priority for campaign in candidates)
    level = [campaign for campaign in candidates if campaign.priority == top]
    options = [_option(goods, (campaign,)) for campaign in level if campaign.combine == "best"]
    compound = [campaign for campaign in level if campaign.combine == "compound"]
    if compound:
        options.append(_option(goods, _in_order(compound)))
    best = min(options, key=lambda o: (o.price, min(campaign.id for campaign in o.campaigns)))
    _reject_others(run, level, chosen=best, reason=Reason.BETTER_OFFER)
    if len(level) < len(candidates):
        _reject_others(run, candidates, chosen=best, reason=Reason.HIGHER_PRIORITY)
    return best


def _in_order(compound: Sequence[Campaign]) -> tuple[Campaign, ...]:
    return tuple(sorted(compound, key=lambda c: (cast("LineEffect", c.effect).order, c.id)))


def _reject_others(
    run: PricingRun, candidates: Sequence[Campaign], *, chosen: _Option, reason: Reason
) -> None:
    winner = chosen.campaigns[0].id
    for campaign in candidates:
        if campaign.id not in run.rejected and campaign not in chosen.campaigns:
            run.reject(campaign, reason, lost_to=winner)


def _option(goods: Goods, campaigns: tuple[Campaign, ...]) -> _Option:
    stacks = all(campaign.stacks_with_member_price for campaign in campaigns)
    price = goods.tier_price if stacks else goods.base
    offs = []
    for campaign in campaigns:
        effect = cast("LineEffect", campaign.effect)
        spared = goods.options_minor if effect.spares_options else 0
        after = spared + effect.discounted(price - spared, goods.unit_milli)
        offs.append(price - after)
        price = after
    return _Option(campaigns, offs, stacks, price)
