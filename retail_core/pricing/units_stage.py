"""Offers over several units: n-th item, bundles, mixes. Each unit is used once.

Source: docs/rules/promotions.md, "Offers over several units".
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias, cast

from retail_core.pricing.contest import Contest, best_order, contests
from retail_core.pricing.effects import NO_PLAN, Missing, Part, Plan, Run, UnitsEffect
from retail_core.pricing.memo import Memo
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import PricingRun, Slot, Units

_Held: TypeAlias = tuple[Units, ...]
_Free: TypeAlias = tuple[int, int, int, Slot, int]
"""Units that an offer may use: price to start from, member saving they lose, groups, slot, place.

The price is without the member saving, unless the offer stacks on it, and without the options, where it names
a price.
"""
_SplitKey: TypeAlias = tuple[Campaign, Units, tuple[tuple[Slot, int, int], ...]]
"""What an offer does to the units of some goods: of which slot it takes how many, and what it gives."""
_PRICE = itemgetter(0)


class _Taken(NamedTuple):
    """What a campaign gains by its sets, and what it leaves of the units, side by side with them."""

    gain: int
    sets: int
    after: _Held


class _Outcome(NamedTuple):
    """What a contest came to; ``after`` is side by side with what it was held over."""

    after: _Held
    applied: tuple[str, ...]
    used: tuple[tuple[Campaign, int], ...]
    rejected: tuple[tuple[str, tuple[Reason, str | None]], ...]
    hints: tuple[tuple[Campaign, Missing], ...]


class UnitsStage:
    """Lets every offer over several units take what it may, best for the customer."""

    def __init__(self) -> None:
        self._contests: Memo[tuple[tuple[Campaign, ...], ...], list[Contest]] = Memo()
        self._outcomes: Memo[tuple[tuple[Campaign, ...], _Held], _Outcome] = Memo()
        self._looks = _Looks()

    def run(self, run: PricingRun) -> None:
        """Decide every contest; one over the same units as before is looked up."""
        for memo in (self._contests, self._outcomes):
            memo.turn()
        self._looks.turn(run.units)
        wanted = tuple([goods.offers.units for goods in run.goods])
        found = self._contests.recall(wanted)
        if found is None:
            found = self._contests.keep(wanted, contests(wanted))
        for contest in found:
            units = run.units
            held = tuple([units[at] for at in contest.at])
            key = (contest.campaigns, held)
            outcome = self._outcomes.recall(key)
            if outcome is None:
                holding = _Holding(run, contest, held=held, looks=self._looks)
                outcome = self._outcomes.keep(key, holding.decide())
            _take_over(run, contest, outcome=outcome)


class _Looks:
    """How campaigns see units, kept from run to run; ``at_start``: before anybody has taken any."""

    __slots__ = ("_memo", "_units", "at_start", "splits")

    def __init__(self) -> None:
        self.splits: Memo[_SplitKey, Units] = Memo()
        self._memo: Memo[tuple[Campaign, _Held], _Look] = Memo()
        self._units: list[Units] = []
        self.at_start: dict[Campaign, _Look] = {}

    def turn(self, units: list[Units]) -> None:
        """Begin a run; forget how campaigns saw it at the start whose goods have changed, come or gone."""
        self._memo.turn()
        self.splits.turn()
        for changed in set(units).symmetric_difference(self._units):
            for campaign in changed.goods.offers.units:
                self.at_start.pop(campaign, None)
        self._units = list(units)

    def of(self, campaign: Campaign, held: _Held, *, left: int | None) -> _Look:
        """Return how ``campaign`` sees ``held``."""
        key = (campaign, held)
        look = self._memo.recall(key)
        return (
            self._memo.keep(key, _Look(campaign, held, left=left, splits=self.splits))
            if look is None
            else look
        )


def _take_over(run: PricingRun, contest: Contest, *, outcome: _Outcome) -> None:
    for at, units in zip(contest.at, outcome.after, strict=True):
        run.units[at] = units
    run.applied.update(outcome.applied)
    for campaign, sets in outcome.used:
        run.use(campaign, sets)
    run.rejected.update(outcome.rejected)
    run.hints.extend(outcome.hints)


class _Holding:
    """One contest while it is decided; ``_current`` is how campaigns see what is held now."""

    def __init__(self, run: PricingRun, contest: Contest, *, held: _Held, looks: _Looks) -> None:
        self._contest = contest
        self._looks = looks
        self._held = list(held)
        self._left = {campaign: run.uses_left(campaign) for campaign in contest.campaigns}
        self._applied: list[Campaign] = []
        self._sets: dict[Campaign, int] = {}
        self._rejected: list[tuple[str, tuple[Reason, str | None]]] = []
        self._current: dict[Campaign, _Look] = {}
        for campaign in contest.campaigns:
            look = looks.at_start.get(campaign)
            if look is None:
                look = looks.at_start[campaign] = self._look_at(campaign, self._held)
            self._current[campaign] = look

    def decide(self) -> _Outcome:
        """Let the campaigns take their turns, level by level."""
        for level in self._contest.levels:
            self._settle(level)
        return _Outcome(
            after=tuple(self._held),
            applied=tuple(campaign.id for campaign in self._applied),
            used=tuple(self._sets.items()),
            rejected=tuple(self._rejected),
            hints=tuple(self._hints()),
        )

    def _settle(self, level: Sequence[Campaign]) -> None:
        order = level if len(level) == 1 else best_order(level, self._gain)
        winners = [campaign for campaign in order if self._apply(campaign)]
        self._applied.extend(winners)
        lost = (Reason.BETTER_OFFER, winners[0].id if winners else None)
        able = set(order) if winners else ()
        for campaign in level:
            why = lost if campaign in able else (self._why_not(campaign), None)
            self._rejected.append((campaign.id, why))

    def _gain(self, order: Sequence[Campaign]) -> int:
        """Return what ``order`` would gain, and leave everything as it is."""
        if len(order) == 1:
            return self._look(order[0]).taken().gain
        after = list(self._held)
        gain = 0
        for campaign in order:
            taken = self._look_at(campaign, after).taken()
            if taken.gain:
                gain += taken.gain
                for place, units in zip(self._contest.places[campaign], taken.after, strict=True):
                    after[place] = units
        return gain

    def _apply(self, campaign: Campaign) -> bool:
        taken = self._look(campaign).taken()
        if not taken.gain:
            return False
        for place, units in zip(self._contest.places[campaign], taken.after, strict=True):
            if units is not self._held[place]:
                self._held[place] = units
                for concerned in units.goods.offers.units:
                    self._current.pop(concerned, None)
        if self._left[campaign] is not None:
            self._sets[campaign] = taken.sets
        return True

    def _look(self, campaign: Campaign) -> _Look:
        look = self._current.get(campaign)
        if look is None:
            look = self._current[campaign] = self._look_at(campaign, self._held)
        return look

    def _look_at(self, campaign: Campaign, held: Sequence[Units]) -> _Look:
        mine = tuple([held[place] for place in self._contest.places[campaign]])
        return self._looks.of(campaign, mine, left=self._left[campaign])

    def _is_used_up(self, campaign: Campaign) -> bool:
        left = self._left[campaign]
        return left is not None and left - self._sets.get(campaign, 0) == 0

    def _why_not(self, campaign: Campaign) -> Reason:
        if self._is_used_up(campaign):
            return Reason.LIMIT_REACHED
        if self._look(campaign).sees_used_units:
            return Reason.UNITS_TAKEN
        return Reason.TOO_FEW_UNITS

    def _hints(self) -> list[tuple[Campaign, Missing]]:
        found = []
        for campaign in self._contest.campaigns:
            missing = None if self._is_used_up(campaign) else self._look(campaign).missing()
            if missing is not None:
                found.append((campaign, missing))
        return found


class _Look:
    """How one campaign sees units of its goods: the free ones, dearest first, and what it can make of them.

    ``left`` is how often it may be used in this basket; what is reckoned once is kept.
    """

    __slots__ = (
        "_campaign",
        "_free",
        "_held",
        "_left",
        "_missing",
        "_runs",
        "_splits",
        "_taken",
        "sees_used_units",
    )

    def __init__(
        self, campaign: Campaign, held: _Held, *, left: int | None, splits: Memo[_SplitKey, Units]
    ) -> None:
        self._splits = splits
        self._campaign = campaign
        self._held = held
        self._left = left
        self._taken: _Taken | None = None
        self._missing: tuple[Missing | None] | None = None
        self.sees_used_units = False
        self._free = self._find_free()
        self._runs = [Run(price, slot.count, mask) for price, _, mask, slot, _ in self._free]

    def _find_free(self) -> list[_Free]:
        """Return what this campaign may use, dearest first.

        Goods stand in order of their tie keys already, and sorting keeps the order of equals.
        """
        campaign = self._campaign
        only_untouched = campaign.combine == "exclusive"
        stacks = campaign.stacks_with_member_price
        spares = self._effect.spares_options
        has_groups = bool(self._effect.groups)
        found = []
        for place, units in enumerate(self._held):
            goods = units.goods
            mask = goods.mask(campaign) if has_groups else 1
            if not (mask and goods.pieces):
                continue
            for slot in units.slots:
                if slot.used:
                    self.sees_used_units = True
                elif not (slot.closed or (only_untouched and slot.promos)):
                    loss = 0 if stacks else slot.member_off
                    spared = min(goods.options_minor, slot.price) if spares else 0
                    found.append((slot.price + loss - spared, loss, mask, slot, place))
        found.sort(key=_PRICE, reverse=True)
        return found

    def missing(self) -> Missing | None:
        """Return what is missing for one set more."""
        if self._missing is None:
            self._missing = (self._effect.missing(self._runs),)
        return self._missing[0]

    @property
    def _effect(self) -> UnitsEffect:
        return cast("UnitsEffect", self._campaign.effect)

    def taken(self) -> _Taken:
        """Return what the campaign takes and the customer gains by it; nothing is taken without a gain."""
        if self._taken is None:
            plan = self._effect.plan(self._runs, self._left) if self._runs else NO_PLAN
            gain = sum([self._gain(part) for part in plan.parts])
            self._taken = _Taken(gain, plan.sets, self._after(plan) if gain else self._held)
        return self._taken

    def _gain(self, part: Part) -> int:
        return max(0, part.off_minor - self._free[part.run][1] * part.count)

    def _after(self, plan: Plan) -> _Held:
        by_run: dict[int, list[Part]] = {}
        for part in plan.parts:
            by_run.setdefault(part.run, []).append(part)
        by_place: dict[int, list[tuple[_Free, list[Part]]]] = {}
        for index, parts in by_run.items():
            free = self._free[index]
            by_place.setdefault(free[4], []).append((free, parts))
        after = list(self._held)
        for place, used in by_place.items():
            after[place] = self._units_after(self._held[place], used)
        return tuple(after)

    def _units_after(self, units: Units, used: Sequence[tuple[_Free, list[Part]]]) -> Units:
        """Return the units with some of them used; the same units used alike are the same object."""
        cuts = [(free[3], part.count, part.off_minor) for free, parts in used for part in parts]
        key = (self._campaign, units, tuple(cuts))
        after = self._splits.recall(key)
        if after is None:
            split = {free[3]: self._split(free[3], free[1], parts=parts) for free, parts in used}
            slots = [part for slot in units.slots for part in split.get(slot, (slot,))]
            after = self._splits.keep(key, Units(units.goods, tuple(slots)))
        return after

    def _split(self, slot: Slot, loss: int, *, parts: Sequence[Part]) -> list[Slot]:
        split = [self._use(slot, loss, part=part) for part in parts]
        rest = slot.count - sum([part.count for part in parts])
        if rest:
            split.append(slot.part(rest))
        return split

    def _use(self, slot: Slot, loss: int, *, part: Part) -> Slot:
        used = slot.part(part.count)
        used.used = True
        used.offer = self._campaign
        used.closed = self._campaign.combine == "exclusive"
        if part.off_minor > loss * part.count:
            used.member_off -= loss
            used.price = slot.price + loss
            used.offer_off = part.off_minor
        return used
