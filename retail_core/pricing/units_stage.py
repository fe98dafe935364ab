"""Offers over several units: n-th item, bundles, mixes. Each unit is used once.

Source: docs/rules/promotions.md, "Offers over several units".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, cast

from retail_core.pricing.contest import best_order, contests, levels
from retail_core.pricing.effects import Part, Run, Stage, UnitsEffect
from retail_core.pricing.packs import means_pieces
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods, PricingRun, Slot

_Free: TypeAlias = tuple[Run, Goods, Slot]


class _Offer:
    """One campaign's way to look at the free units of its goods."""

    __slots__ = ("campaign", "effect", "goods", "run")

    def __init__(self, run: PricingRun, campaign: Campaign, *, goods: Sequence[Goods]) -> None:
        self.run = run
        self.campaign = campaign
        self.effect = cast("UnitsEffect", campaign.effect)
        masks = [(each, _groups_of(self.effect, each)) for each in goods if each.pieces]
        self.goods = [(each, mask) for each, mask in masks if mask]

    def free(self) -> list[_Free]:
        """Return the runs this campaign may use, dearest first."""
        only_untouched = self.campaign.combine == "exclusive"
        found = [
            (
                Run(slot.price + self._member_loss(slot) - self._spared(goods, slot), slot.count, mask),
                goods,
                slot,
            )
            for goods, mask in self.goods
            for slot in goods.slots
            if not (slot.used or slot.closed or (only_untouched and slot.promos))
        ]
        found.sort(key=lambda item: (-item[0].price_minor, item[1].tie_key))
        return found

    def _member_loss(self, slot: Slot) -> int:
        """Return what a unit would lose of its member saving; nothing where the campaign stacks on it."""
        return 0 if self.campaign.stacks_with_member_price else slot.member_off

    def _spared(self, goods: Goods, slot: Slot) -> int:
        """Return what the offer leaves alone of a unit's price: its options, where it names a price."""
        return min(goods.options_minor, slot.price) if self.effect.spares_options else 0

    def apply(self) -> int:
        """Use units, and return what the customer gains by it; nothing is used without a gain."""
        free = self.free()
        plan = self.effect.plan([run for run, _, _ in free], self.run.uses_left(self.campaign))
        gain = sum(self._gain(part, free) for part in plan.parts)
        if not gain:
            return 0
        by_run: dict[int, list[Part]] = {}
        for part in plan.parts:
            by_run.setdefault(part.run, []).append(part)
        for index, parts in by_run.items():
            _, goods, slot = free[index]
            self._split(goods, slot, parts=parts)
        self.run.use(self.campaign, plan.sets)
        return gain

    def _gain(self, part: Part, free: Sequence[_Free]) -> int:
        slot = free[part.run][2]
        return max(0, part.off_minor - self._member_loss(slot) * part.count)

    def _split(self, goods: Goods, slot: Slot, *, parts: Sequence[Part]) -> None:
        at = goods.slots.index(slot)
        split = [self._use(slot, part) for part in parts]
        rest = slot.count - sum(part.count for part in parts)
        if rest:
            split.append(slot.part(rest))
        goods.slots[at : at + 1] = split

    def _use(self, slot: Slot, part: Part) -> Slot:
        used = slot.part(part.count)
        used.used = True
        used.offer = self.campaign
        used.closed = self.campaign.combine == "exclusive"
        loss = self._member_loss(slot)
        if part.off_minor > loss * part.count:
            used.member_off -= loss
            used.price = slot.price + loss
            used.offer_off = part.off_minor
        return used


def _groups_of(effect: UnitsEffect, goods: Goods) -> int:
    """Return a bit for each group that wants these goods."""
    if not effect.groups:
        return 1
    mask = 0
    for index, scope in enumerate(effect.groups):
        if means_pieces(scope, goods.first):
            mask |= 1 << index
    return mask


def run_units_stage(run: PricingRun) -> None:
    """Let every offer over several units take what it may, best for the customer."""
    goods_of = run.by_campaign(Stage.UNITS)
    offers = {
        rule_id: _Offer(run, run.rules.by_id[rule_id], goods=goods) for rule_id, goods in goods_of.items()
    }
    for contest in contests(goods_of):
        for level in levels([run.rules.by_id[rule_id] for rule_id in contest]):
            _settle(run, level, offers=offers)
    for rule_id in sorted(offers):
        _hint(run, offers[rule_id])


def _settle(run: PricingRun, level: Sequence[Campaign], *, offers: dict[str, _Offer]) -> None:
    order = level
    if len(level) > 1:
        order = best_order(level, lambda order: _trial(run, offers, order=order))
    winners = [campaign.id for campaign in order if offers[campaign.id].apply()]
    run.applied.update(winners)
    for campaign in level:
        if campaign in order and winners:
            run.reject(campaign, Reason.BETTER_OFFER, lost_to=winners[0])
        else:
            run.reject(campaign, _why_not(offers[campaign.id]))


def _why_not(offer: _Offer) -> Reason:
    if offer.run.uses_left(offer.campaign) == 0:
        return Reason.LIMIT_REACHED
    if any(slot.used for goods, _ in offer.goods for slot in goods.slots):
        return Reason.UNITS_TAKEN
    return Reason.TOO_FEW_UNITS


def _trial(run: PricingRun, offers: dict[str, _Offer], *, order: Sequence[Campaign]) -> int:
    """Return what ``order`` would gain, and leave everything as it was."""
    touched = {id(goods): goods for campaign in order for goods, _ in offers[campaign.id].goods}
    slots_before = {key: list(goods.slots) for key, goods in touched.items()}
    uses_before = dict(run.uses)
    gain = sum(offers[campaign.id].apply() for campaign in order)
    for key, goods in touched.items():
        goods.slots = slots_before[key]
    run.uses = uses_before
    return gain


def _hint(run: PricingRun, offer: _Offer) -> None:
    if run.uses_left(offer.campaign) == 0:
        return
    missing = offer.effect.missing([free for free, _, _ in offer.free()])
    if missing is not None:
        run.hints.append((offer.campaign, missing))
