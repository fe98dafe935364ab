"""满减: reductions of what remains after the offers before, once the sum is high enough.

Source: docs/rules/promotions.md, "Threshold"; docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from retail_core.money import allocate_minor
from retail_core.pricing.contest import best_order, contests, levels
from retail_core.pricing.effects import Stage, ThresholdEffect
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods, PricingRun


@dataclass(slots=True)
class _Plan:
    """What a choice of campaigns would take from which goods."""

    taken: dict[int, int] = field(default_factory=dict)
    claimed: set[int] = field(default_factory=set)
    offs: list[tuple[Campaign, list[tuple[Goods, int]]]] = field(default_factory=list)

    @property
    def gain(self) -> int:
        return sum(self.taken.values())

    def apply(self, campaign: Campaign, goods_list: Sequence[Goods], *, claim: bool) -> None:
        """Let ``campaign`` reduce its goods that nobody has claimed."""
        mine = [goods for goods in goods_list if id(goods) not in self.claimed]
        weights = [goods.open_amount - self.taken.get(id(goods), 0) for goods in mine]
        off = _effect(campaign).off(sum(weights))
        if off <= 0:
            return
        parts = allocate_minor(off, weights, tie_keys=[goods.tie_key for goods in mine])
        for goods, part in zip(mine, parts, strict=True):
            self.taken[id(goods)] = self.taken.get(id(goods), 0) + part
        if claim:
            self.claimed.update(id(goods) for goods in mine)
        self.offs.append((campaign, list(zip(mine, parts, strict=True))))


def run_threshold_stage(run: PricingRun) -> None:
    """Reduce sums that are high enough; goods that an exclusive campaign closed do not take part."""
    goods_of = run.by_campaign(Stage.THRESHOLD)
    for contest in contests(goods_of):
        campaigns = [run.rules.by_id[rule_id] for rule_id in contest]
        claimed: set[int] = set()
        _hint(run, campaigns, goods_of=goods_of)
        for level in levels(campaigns):
            free = {
                campaign.id: [goods for goods in goods_of[campaign.id] if id(goods) not in claimed]
                for campaign in level
            }
            plan = _best_plan(level, free)
            _commit(run, plan)
            claimed.update(id(goods) for _, parts in plan.offs for goods, _ in parts)
            _reject(run, level, plan=plan, goods_of=free)


def _best_plan(level: Sequence[Campaign], goods_of: Mapping[str, Sequence[Goods]]) -> _Plan:
    if level[0].combine == "exclusive":
        untouched = {
            rule_id: [goods for goods in found if not goods.is_discounted]
            for rule_id, found in goods_of.items()
        }
        return _claiming(level, untouched)
    best = _claiming([campaign for campaign in level if campaign.combine == "best"], goods_of)
    compound = _Plan()
    for campaign in level:
        if campaign.combine == "compound":
            compound.apply(campaign, goods_of[campaign.id], claim=False)
    return compound if compound.gain > best.gain else best


def _claiming(campaigns: Sequence[Campaign], goods_of: Mapping[str, Sequence[Goods]]) -> _Plan:
    plan = _Plan()
    for campaign in best_order(campaigns, lambda order: _claiming_gain(order, goods_of)):
        plan.apply(campaign, goods_of[campaign.id], claim=True)
    return plan


def _claiming_gain(order: Sequence[Campaign], goods_of: Mapping[str, Sequence[Goods]]) -> int:
    """Return what ``order`` would gain; whole goods are claimed, so that nothing needs to be allocated."""
    claimed: set[int] = set()
    gain = 0
    for campaign in order:
        free = [goods for goods in goods_of[campaign.id] if id(goods) not in claimed]
        off = _effect(campaign).off(sum(goods.open_amount for goods in free))
        if off > 0:
            gain += off
            claimed.update(map(id, free))
    return gain


def _commit(run: PricingRun, plan: _Plan) -> None:
    for campaign, parts in plan.offs:
        run.applied.add(campaign.id)
        run.use(campaign, 1)
        for goods, part in parts:
            goods.amount -= part
            goods.open_amount -= part
            if part:
                goods.order_offs.append((campaign, part))
            if campaign.combine == "exclusive":
                goods.open_amount = 0


def _reject(
    run: PricingRun, level: Sequence[Campaign], *, plan: _Plan, goods_of: Mapping[str, Sequence[Goods]]
) -> None:
    winner = plan.offs[0][0].id if plan.offs else None
    for campaign in level:
        before = sum(goods.open_amount + plan.taken.get(id(goods), 0) for goods in goods_of[campaign.id])
        if _effect(campaign).off(before) > 0:
            run.reject(campaign, Reason.BETTER_OFFER, lost_to=winner)
        else:
            run.reject(campaign, Reason.BELOW_MINIMUM)


def _hint(run: PricingRun, campaigns: Sequence[Campaign], *, goods_of: Mapping[str, Sequence[Goods]]) -> None:
    for campaign in campaigns:
        amount = sum(goods.open_amount for goods in goods_of[campaign.id])
        missing = _effect(campaign).missing(amount) if amount else None
        if missing is not None:
            run.hints.append((campaign, missing))


def _effect(campaign: Campaign) -> ThresholdEffect:
    return cast("ThresholdEffect", campaign.effect)
