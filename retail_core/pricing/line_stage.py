"""Line promotions and the member price: what one piece or one weighed line costs by itself.

Exclusive campaigns shut out the others. Otherwise the highest priority decides, and within it the better of
the best single campaign and all compounding ones together. The member price competes with the result unless
the campaign stacks on it.

Source: docs/rules/promotions.md, "Line promotions".
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, cast

from retail_core.pricing.effects import LineEffect
from retail_core.pricing.model import MEMBER_PRICE_ID
from retail_core.pricing.ranking import Ranked
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import Goods, PricingRun, Slot, Units

_BASE = attrgetter("base")


class LineStage:
    """Gives every unit its member price or its line promotions."""

    def __init__(self) -> None:
        self._kept: dict[Goods, _Kept] = {}

    def run(self, run: PricingRun) -> None:
        """Price goods after goods; the dearest use up limits first, and say first why a campaign lost."""
        kept = self._kept
        dearest_first = sorted(run.goods, key=_BASE, reverse=True)
        for goods in [each for each in dearest_first if each not in kept or each.offers.limited]:
            kept[goods] = self._price(run, goods)
        if len(kept) > len(dearest_first):
            self._kept = kept = {goods: kept[goods] for goods in dearest_first}
        found = [kept[goods] for goods in dearest_first]
        run.units = [kept[goods].units for goods in run.goods]
        run.applied.update(*[each.applied for each in found if each.applied])
        # Of several reasons the one of the dearest goods stays.
        run.rejected.update(reversed([why for each in found if each.rejected for why in each.rejected]))

    def _price(self, run: PricingRun, goods: Goods) -> _Kept:
        left = tuple([run.uses_left(campaign) for campaign in goods.offers.limited])
        found = self._kept.get(goods)
        if found is None or found.left != left:
            found = _Pricing(goods, left).priced()
        for campaign, count in found.used:
            run.use(campaign, count)
        return found


class _Kept(NamedTuple):
    """What the line promotions made of some goods, which of them applied, and why others did not.

    ``left`` is how often campaigns with limits could be used, ``used`` how often they were; ``rejected`` are
    rule ids with (reason, the rule it lost to).
    """

    left: tuple[int | None, ...]
    units: Units
    applied: Sequence[str]
    rejected: Sequence[tuple[str, tuple[Reason, str | None]]]
    used: Sequence[tuple[Campaign, int]]


class _Option:
    """Campaigns that apply together, what each takes, and the price that is left."""

    __slots__ = ("campaigns", "offs", "price", "stacks")

    def __init__(self, goods: Goods, campaigns: tuple[Campaign, ...]) -> None:
        self.campaigns = campaigns
        self.stacks = True
        for campaign in campaigns:
            if not campaign.stacks_with_member_price:
                self.stacks = False
        price = goods.tier_price if self.stacks else goods.base
        self.offs = []
        for campaign in campaigns:
            effect = cast("LineEffect", campaign.effect)
            spared = goods.options_minor if effect.spares_options else 0
            after = spared + effect.discounted(price - spared, goods.unit_milli)
            self.offs.append(price - after)
            price = after
        self.price = price

    @property
    def lowest_id(self) -> str:
        """The id by which it stands among equals."""
        return min([campaign.id for campaign in self.campaigns])


class _Pricing:
    """The work on some goods; ``left`` says how often campaigns with limits may still be used."""

    __slots__ = ("_applied", "_at_first", "_goods", "_left", "_rejected", "_used")

    def __init__(self, goods: Goods, left: tuple[int | None, ...]) -> None:
        self._goods = goods
        self._at_first = left
        self._left = dict(zip(goods.offers.limited, left, strict=True))
        self._rejected: dict[str, tuple[Reason, str | None]] = {}
        self._applied: list[str] = []
        self._used: dict[Campaign, int] = {}

    def priced(self) -> _Kept:
        """Price the units; where a limit ends among them, the rest is decided anew without it."""
        goods = self._goods
        slots = [Slot(goods.base, goods.count)]
        if goods.cashier_price is not None:
            # A cashier's price stands, closed to every promotion.
            slots[0].price = goods.cashier_price
            slots[0].closed = True
        else:
            ranked = self._with_uses_left(goods.offers.ranked)
            while self._price_last(slots, ranked):
                ranked = self._with_uses_left(ranked)
        return _Kept(
            self._at_first,
            Units(goods, tuple(slots)),
            self._applied,
            tuple(self._rejected.items()),
            tuple(self._used.items()),
        )

    def _price_last(self, slots: list[Slot], ranked: Ranked | None) -> bool:
        """Price the last slot; return whether units are left over for another look."""
        goods, slot = self._goods, slots[-1]
        chosen = self._choose(ranked) if ranked else None
        if chosen is None or chosen.price >= goods.tier_price:
            self._settle_for_member_price(slot, chosen)
            return False
        count = slot.count
        if self._left:
            limits = [self._left.get(campaign) for campaign in chosen.campaigns]
            count = min([count, *(left for left in limits if left is not None)])
        if count < slot.count:
            slots.append(slot.part(slot.count - count))
            slot.count = count
        slot.member_off = goods.base - goods.tier_price if chosen.stacks else 0
        slot.promos = tuple(zip(chosen.campaigns, chosen.offs, strict=True))
        slot.price = chosen.price
        slot.closed = chosen.campaigns[0].combine == "exclusive"
        for campaign in chosen.campaigns:
            self._applied.append(campaign.id)
            if campaign in self._left:
                self._use(campaign, count)
        return slots[-1] is not slot

    def _use(self, campaign: Campaign, count: int) -> None:
        left = self._left[campaign]
        if left is not None:
            self._left[campaign] = left - count
            self._used[campaign] = self._used.get(campaign, 0) + count

    def _settle_for_member_price(self, slot: Slot, chosen: _Option | None) -> None:
        goods = self._goods
        slot.member_off = goods.base - goods.tier_price
        slot.price = goods.tier_price
        if chosen is not None:
            reason = Reason.BETTER_OFFER if slot.member_off else Reason.NOTHING_LEFT
            for campaign in chosen.campaigns:
                self._reject(campaign, reason, lost_to=MEMBER_PRICE_ID if slot.member_off else None)

    def _with_uses_left(self, ranked: Ranked | None) -> Ranked | None:
        if ranked is None or not self._left:
            return ranked
        able = []
        for campaign in ranked.every:
            if self._left.get(campaign) == 0:
                self._reject(campaign, Reason.LIMIT_REACHED)
            else:
                able.append(campaign)
        return ranked if len(able) == len(ranked.every) else Ranked(able) if able else None

    def _choose(self, ranked: Ranked) -> _Option:
        goods = self._goods
        if len(ranked.every) == 1:
            return _Option(goods, ranked.every)
        if ranked.exclusive:
            top = max([campaign.priority for campaign in ranked.exclusive])
            first = [campaign for campaign in ranked.exclusive if campaign.priority == top]
            best = _best([_Option(goods, (campaign,)) for campaign in first])
            self._reject_others(ranked.every, best, reason=Reason.EXCLUSIVE_OFFER)
            return best
        options = [_Option(goods, (campaign,)) for campaign in ranked.singles]
        if ranked.compound:
            options.append(_Option(goods, ranked.compound))
        best = _best(options)
        self._reject_others(ranked.level, best, reason=Reason.BETTER_OFFER)
        if len(ranked.level) < len(ranked.every):
            self._reject_others(ranked.every, best, reason=Reason.HIGHER_PRIORITY)
        return best

    def _reject_others(self, campaigns: Sequence[Campaign], chosen: _Option, *, reason: Reason) -> None:
        winner = chosen.campaigns[0].id
        for campaign in campaigns:
            if campaign not in chosen.campaigns:
                self._reject(campaign, reason, lost_to=winner)

    def _reject(self, campaign: Campaign, reason: Reason, *, lost_to: str | None = None) -> None:
        self._rejected.setdefault(campaign.id, (reason, lost_to))


def _best(options: Sequence[_Option]) -> _Option:
    """Return the option with the lowest price; ties: lowest id."""
    best = options[0]
    for option in options[1:]:
        if option.price < best.price or (option.price == best.price and option.lowest_id < best.lowest_id):
            best = option
    return best
