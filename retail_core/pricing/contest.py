"""Which of several campaigns that want the same goods goes first: best for the customer, then campaign id.

Campaigns that share no goods, not even through others, cannot disturb each other and are decided apart.

Source: docs/rules/promotions.md, "Who goes first".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, permutations

from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods

EXHAUSTIVE_UP_TO = 4
"""Campaigns of one level in one contest whose every order is tried; more go greedily, largest gain first."""


def contests(goods_of: Mapping[str, list[Goods]]) -> list[list[str]]:
    """Return the campaign ids in groups that share goods, each group and the list in order of id."""
    parent = {rule_id: rule_id for rule_id in goods_of}

    def root(rule_id: str) -> str:
        while parent[rule_id] != rule_id:
            parent[rule_id] = parent[parent[rule_id]]
            rule_id = parent[rule_id]
        return rule_id

    owner: dict[int, str] = {}
    for rule_id, goods_list in goods_of.items():
        for other in {owner.setdefault(id(goods), rule_id) for goods in goods_list}:
            mine, theirs = root(rule_id), root(other)
            parent[max(mine, theirs)] = min(mine, theirs)
    groups: dict[str, list[str]] = {}
    for rule_id in sorted(goods_of):
        groups.setdefault(root(rule_id), []).append(rule_id)
    return list(groups.values())


def levels(campaigns: Sequence[Campaign]) -> list[list[Campaign]]:
    """Return the campaigns by level: exclusive before others, then by falling priority; ids rise within."""

    def level(campaign: Campaign) -> tuple[bool, int]:
        return (campaign.combine != "exclusive", -campaign.priority)

    ordered = sorted(campaigns, key=lambda campaign: (level(campaign), campaign.id))
    return [list(group) for _, group in groupby(ordered, key=level)]


def best_order(
    campaigns: Sequence[Campaign], gain: Callable[[Sequence[Campaign]], int]
) -> Sequence[Campaign]:
    """Return the campaigns that gain anything, in the order that gains most; ties: lowest ids first.

    An order in which every campaign gains as much as alone is taken at once.

    Args:
        campaigns: Of one level, in order of id.
        gain: What an order saves the customer, in minor units, without changing anything.
    """
    alone = {campaign.id: gain((campaign,)) for campaign in campaigns}
    able = [campaign for campaign in campaigns if alone[campaign.id] > 0]
    if len(able) <= 1:
        return able
    if len(able) > EXHAUSTIVE_UP_TO:
        return sorted(able, key=lambda campaign: (-alone[campaign.id], campaign.id))
    bound = sum(alone.values())
    best: Sequence[Campaign] = able
    best_gain = -1
    for order in permutations(able):
        found = gain(order)
        if found > best_gain:
            best, best_gain = order, found
        if found == bound:
            break
    return best
