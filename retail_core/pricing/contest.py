"""Which of several campaigns that want the same goods goes first: best for the customer, then campaign id.

Campaigns that share no goods, not even through others, cannot disturb each other and are decided apart.

Source: docs/rules/promotions.md, "Who goes first".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, permutations

from retail_core.pricing.memo import Memo
from retail_core.pricing.rules import Campaign

EXHAUSTIVE_UP_TO = 4
"""Campaigns of one level in one contest whose every order is tried; more go greedily, largest gain first."""


class Contest:
    """Campaigns that share goods, directly or through others.

    ``campaigns`` stand in order of id, ``levels`` in order of who goes first; ``at`` are the places of their
    goods in the run, ``places`` those of each campaign's goods within ``at``.
    """

    __slots__ = ("at", "campaigns", "levels", "places")

    def __init__(self, campaigns: tuple[Campaign, ...]) -> None:
        self.campaigns = campaigns
        self.levels = levels(campaigns)
        self.at: list[int] = []
        self.places: dict[Campaign, list[int]] = {campaign: [] for campaign in campaigns}

    def add(self, at: int, campaigns: Sequence[Campaign]) -> None:
        """Let the goods at ``at`` take part for ``campaigns``."""
        place = len(self.at)
        self.at.append(at)
        for campaign in campaigns:
            self.places[campaign].append(place)


def contests(wanted: tuple[tuple[Campaign, ...], ...]) -> list[Contest]:
    """Return the contests about goods, each of which the campaigns at its place in ``wanted`` want."""
    leader: dict[Campaign, Campaign] = {}

    def lead(campaign: Campaign) -> Campaign:
        while leader[campaign] is not campaign:
            leader[campaign] = leader[leader[campaign]]
            campaign = leader[campaign]
        return campaign

    for campaigns in dict.fromkeys(wanted):
        for campaign in campaigns:
            leader.setdefault(campaign, campaign)
        for campaign in campaigns[1:]:
            leader[lead(campaign)] = lead(campaigns[0])
    members: dict[Campaign, list[Campaign]] = {}
    for campaign in leader:
        members.setdefault(lead(campaign), []).append(campaign)
    found = {
        first: Contest(tuple(sorted(campaigns, key=lambda campaign: campaign.id)))
        for first, campaigns in members.items()
    }
    for at, campaigns in enumerate(wanted):
        if campaigns:
            found[lead(campaigns[0])].add(at, campaigns)
    return list(found.values())


def by_campaign(wanted: Sequence[tuple[Campaign, ...]]) -> dict[Campaign, list[int]]:
    """Return the places of each campaign's goods in ``wanted``."""
    found: dict[Campaign, list[int]] = {}
    for at, campaigns in enumerate(wanted):
        for campaign in campaigns:
            if campaign in found:
                found[campaign].append(at)
            else:
                found[campaign] = [at]
    return found


class Places:
    """The goods of each campaign, which stay at their places as long as no goods come or go."""

    __slots__ = ("_memo",)

    def __init__(self) -> None:
        self._memo: Memo[tuple[tuple[Campaign, ...], ...], dict[Campaign, list[int]]] = Memo()

    def of(self, wanted: tuple[tuple[Campaign, ...], ...]) -> dict[Campaign, list[int]]:
        """Return the places of each campaign's goods in ``wanted``, which is asked for once a run."""
        self._memo.turn()
        found = self._memo.recall(wanted)
        return self._memo.keep(wanted, by_campaign(wanted)) if found is None else found


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
