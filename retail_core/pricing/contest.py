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
        for goods in goods_list:
            other = owner.setdefault(id(goods), rule_id)
            low, high = sorted((root(rule_id), root(other)))
            parent[high] = low
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
    """Return the order in which ``gain`` (in minor units) is largest; among equals the one of lowest ids."""
    if len(campaigns) == 1:
        return campaigns
    if len(campaigns) <= EXHAUSTIVE_UP_TO:
        return max(permutations(campaigns), key=gain)
    return sorted(campaigns, key=lambda campaign: (-gain((campaign,)), campaign.id))
