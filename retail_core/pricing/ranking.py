"""Which line promotions of some goods count at all, before any price is reckoned.

Source: docs/rules/promotions.md, "Line promotions".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from retail_core.pricing.effects import LineEffect
from retail_core.pricing.rules import Campaign


class Ranked:
    """Exclusive campaigns shut out the others; else only those of the highest priority count.

    ``every`` stands in order of id; one alone is not ranked. Where ``exclusive`` holds any, the rest is
    empty. ``singles`` apply each for itself, ``compound`` all together in this order; ``level`` is both, by
    id.
    """

    __slots__ = ("compound", "every", "exclusive", "level", "singles")

    def __init__(self, every: Sequence[Campaign]) -> None:
        self.every = tuple(every)
        self.exclusive: tuple[Campaign, ...] = ()
        self.level: tuple[Campaign, ...] = self.every
        self.singles: tuple[Campaign, ...] = ()
        self.compound: tuple[Campaign, ...] = ()
        if len(self.every) > 1:
            self._rank()

    def _rank(self) -> None:
        every = self.every
        self.exclusive = tuple([campaign for campaign in every if campaign.combine == "exclusive"])
        if self.exclusive:
            self.level = ()
            return
        top = max([campaign.priority for campaign in every])
        self.level = tuple([campaign for campaign in every if campaign.priority == top])
        self.singles = tuple([campaign for campaign in self.level if campaign.combine == "best"])
        if len(self.singles) < len(self.level):
            compound = [campaign for campaign in self.level if campaign.combine == "compound"]
            compound.sort(key=lambda campaign: (cast("LineEffect", campaign.effect).order, campaign.id))
            self.compound = tuple(compound)
