"""Gifts: goods in the basket that become free because enough was bought.

Source: docs/rules/promotions.md, "Gift".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from retail_core.pricing.effects import GiftEffect, Missing, Stage
from retail_core.pricing.packs import means_money, means_pieces
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods, PricingRun


def run_gift_stage(run: PricingRun) -> None:
    """Let campaigns give their gifts, by falling priority and rising id; a unit is given once."""
    goods_of = run.by_campaign(Stage.GIFT)
    campaigns = sorted((run.rules.by_id[rule_id] for rule_id in goods_of), key=lambda c: (-c.priority, c.id))
    given: dict[int, int] = {}
    for campaign in campaigns:
        _give(run, campaign, goods_list=goods_of[campaign.id], given=given)


def _give(run: PricingRun, campaign: Campaign, *, goods_list: Sequence[Goods], given: dict[int, int]) -> None:
    effect = cast("GiftEffect", campaign.effect)
    bought, gift = effect.groups
    gifts = [goods for goods in goods_list if goods.pieces and means_pieces(gift, goods.first)]
    amount = sum(
        goods.open_amount
        for goods in goods_list
        if means_money(bought, goods.first) and not means_pieces(gift, goods.first)
    )
    units = effect.units(amount)
    left = run.uses_left(campaign)
    if left is not None:
        units = min(units, left)
    if not units:
        run.reject(campaign, Reason.BELOW_MINIMUM)
        if amount:
            run.hints.append((campaign, Missing(spend_minor=effect.min_minor - amount, off_bp=10_000)))
        return
    taken = _take(campaign, gifts, units=units, given=given)
    if taken:
        run.applied.add(campaign.id)
        run.use(campaign, taken)
    else:
        run.reject(campaign, Reason.GIFT_NOT_IN_BASKET)


def _take(campaign: Campaign, gifts: Sequence[Goods], *, units: int, given: dict[int, int]) -> int:
    """Make up to ``units`` of ``gifts`` free, dearest first, and return how many it were."""
    taken = 0
    for goods in sorted(gifts, key=lambda goods: (-goods.base, goods.tie_key)):
        before = given.get(id(goods), 0)
        there = sum(slot.count for slot in goods.slots if not slot.closed) - before
        count = min(there, units - taken)
        if count <= 0 or not goods.open_amount:
            continue
        off = goods.open_amount if count == there else goods.open_amount * count // there
        goods.amount -= off
        goods.open_amount -= off
        goods.order_offs.append((campaign, off))
        given[id(goods)] = before + count
        taken += count
    return taken
