"""Gifts: goods in the basket that become free because enough was bought.

Source: docs/rules/promotions.md, "Gift".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from retail_core.pricing.effects import GiftEffect, Missing
from retail_core.pricing.memo import Memo
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import PricingRun, Stand

_BOUGHT, _GIFT = 1, 2


class _Concerned(NamedTuple):
    """The places of the goods of one campaign: those that are bought, and those that can be given."""

    bought: list[int]
    gifts: list[int]


class GiftStage:
    """Lets campaigns give their gifts, by falling priority and rising id; a unit is given once."""

    def __init__(self) -> None:
        self._memo: Memo[tuple[tuple[tuple[Campaign, int], ...], ...], dict[Campaign, _Concerned]] = Memo()

    def run(self, run: PricingRun) -> None:
        """Make goods free."""
        self._memo.turn()
        wanted = tuple([goods.gift_masks for goods in run.goods])
        concerned = self._memo.recall(wanted)
        if concerned is None:
            concerned = self._memo.keep(wanted, _concerned(wanted))
        given: dict[Stand, int] = {}
        for campaign, places in concerned.items():
            _give(run, campaign, places=places, given=given)


def _concerned(wanted: Sequence[Sequence[tuple[Campaign, int]]]) -> dict[Campaign, _Concerned]:
    found: dict[Campaign, _Concerned] = {}
    for at, masks in enumerate(wanted):
        for campaign, mask in masks:
            if campaign not in found:
                found[campaign] = _Concerned([], [])
            if mask & _GIFT:
                found[campaign].gifts.append(at)
            elif mask & _BOUGHT:
                found[campaign].bought.append(at)
    ordered = sorted(found, key=lambda campaign: (-campaign.priority, campaign.id))
    return {campaign: found[campaign] for campaign in ordered}


def _give(run: PricingRun, campaign: Campaign, *, places: _Concerned, given: dict[Stand, int]) -> None:
    effect = cast("GiftEffect", campaign.effect)
    stands = run.stands
    gifts = [stands[at] for at in places.gifts if stands[at].goods.pieces]
    amount = sum([stands[at].open_amount for at in places.bought])
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
