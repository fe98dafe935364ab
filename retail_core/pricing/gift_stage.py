"""Gifts: goods in the basket that become free because enough was bought.

Source: docs/rules/promotions.md, "Gift".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from retail_core.pricing.contest import Places
from retail_core.pricing.effects import GiftEffect, Missing
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import PricingRun, Stand

_BOUGHT, _GIFT = 1, 2


class GiftStage:
    """Lets campaigns give their gifts, by falling priority and rising id; a unit is given once."""

    def __init__(self) -> None:
        self._places = Places()

    def run(self, run: PricingRun) -> None:
        """Make goods free."""
        places = self._places.of(tuple([goods.offers.gift for goods in run.goods]))
        given: dict[Stand, int] = {}
        for campaign in sorted(places, key=lambda campaign: (-campaign.priority, campaign.id)):
            stands = [run.stands[at] for at in places[campaign]]
            _give(run, campaign, stands=stands, given=given)


def _give(run: PricingRun, campaign: Campaign, *, stands: Sequence[Stand], given: dict[Stand, int]) -> None:
    effect = cast("GiftEffect", campaign.effect)
    masks = [stand.goods.mask(campaign) for stand in stands]
    gifts = [stand for stand, mask in zip(stands, masks, strict=True) if mask & _GIFT and stand.goods.pieces]
    amount = sum([stand.open_amount for stand, mask in zip(stands, masks, strict=True) if mask == _BOUGHT])
    units = effect.units(amount)
    left = run.uses_left(campaign)
    if left is not None:
        units = min(units, left)
    if not units:
        run.reject(campaign.id, Reason.BELOW_MINIMUM)
        if amount:
            run.hints.append((campaign, Missing(spend_minor=effect.min_minor - amount, off_bp=10_000)))
        return
    taken = _take(campaign, gifts, units=units, given=given)
    if taken:
        run.applied.add(campaign.id)
        run.use(campaign, taken)
    else:
        run.reject(campaign.id, Reason.GIFT_NOT_IN_BASKET)


def _take(campaign: Campaign, gifts: Sequence[Stand], *, units: int, given: dict[Stand, int]) -> int:
    """Make up to ``units`` of ``gifts`` free, dearest first, and return how many it were."""
    taken = 0
    for stand in sorted(gifts, key=lambda stand: (-stand.goods.base, stand.goods.tie_key)):
        before = given.get(stand, 0)
        there = sum([slot.count for slot in stand.units.slots if not slot.closed]) - before
        count = min(there, units - taken)
        if count <= 0 or not stand.open_amount:
            continue
        off = stand.open_amount if count == there else stand.open_amount * count // there
        stand.amount -= off
        stand.open_amount -= off
        stand.order_offs += ((campaign, off),)
        given[stand] = before + count
        taken += count
    return taken
