"""满减: reductions of what remains after the offers before, once the sum is high enough.

Source: docs/rules/promotions.md, "Threshold"; docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, cast

from retail_core.money import allocate_minor
from retail_core.pricing.contest import Contest, best_order, contests
from retail_core.pricing.effects import Missing, ThresholdEffect
from retail_core.pricing.memo import Memo
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import PricingRun, Units

_Places: TypeAlias = Sequence[int]
_Offs: TypeAlias = tuple[tuple[Campaign, int], ...]


class _Outcome(NamedTuple):
    """What a contest came to; ``offs`` and ``open`` are side by side with the goods it was held over."""

    offs: tuple[_Offs, ...]
    open: tuple[int, ...]
    applied: tuple[Campaign, ...]
    rejected: tuple[tuple[str, Reason, str | None], ...]
    hints: tuple[tuple[Campaign, Missing], ...]


class ThresholdStage:
    """Reduces sums that are high enough; goods that an exclusive campaign closed do not take part."""

    def __init__(self) -> None:
        self._contests: Memo[tuple[tuple[Campaign, ...], ...], list[Contest]] = Memo()
        self._outcomes: Memo[tuple[tuple[Campaign, ...], tuple[Units, ...]], _Outcome] = Memo()

    def run(self, run: PricingRun) -> None:
        """Decide every contest; one over the same units as before is looked up."""
        self._contests.turn()
        self._outcomes.turn()
        wanted = tuple([goods.offers.threshold for goods in run.goods])
        found = self._contests.recall(wanted)
        if found is None:
            found = self._contests.keep(wanted, contests(wanted))
        for contest in found:
            units = tuple([run.units[at] for at in contest.at])
            key = (contest.campaigns, units)
            outcome = self._outcomes.recall(key)
            if outcome is None:
                outcome = self._outcomes.keep(key, _Holding(contest, units).decide())
            _take_over(run, contest, outcome=outcome)


def _take_over(run: PricingRun, contest: Contest, *, outcome: _Outcome) -> None:
    stands = run.stands
    for at, offs, open_amount in zip(contest.at, outcome.offs, outcome.open, strict=True):
        stand = stands[at]
        stand.open_amount = open_amount
        if offs:
            stand.order_offs = offs
            stand.amount -= sum([off for _, off in offs])
    for campaign in outcome.applied:
        run.applied.add(campaign.id)
        run.use(campaign, 1)
    for rule_id, reason, lost_to in outcome.rejected:
        run.reject(rule_id, reason, lost_to=lost_to)
    run.hints.extend(outcome.hints)


class _Plan:
    """What a choice of campaigns would take from which goods; ``open_amounts`` stay as they are."""

    __slots__ = ("claimed", "offs", "open_amounts", "taken", "tie_keys")

    def __init__(self, open_amounts: Sequence[int], tie_keys: Sequence[tuple[str, str]]) -> None:
        self.open_amounts = open_amounts
        self.tie_keys = tie_keys
        self.taken: dict[int, int] = {}
        self.claimed: set[int] = set()
        self.offs: list[tuple[Campaign, _Places, list[int]]] = []

    @property
    def gain(self) -> int:
        return sum(self.taken.values())

    def apply(self, campaign: Campaign, places: _Places, *, claim: bool) -> None:
        """Let ``campaign`` reduce its goods that nobody has claimed."""
        mine = [place for place in places if place not in self.claimed] if self.claimed else places
        weights = [self.open_amounts[place] - self.taken.get(place, 0) for place in mine]
        off = _effect(campaign).off(sum(weights))
        if off <= 0:
            return
        parts = allocate_minor(off, weights, tie_keys=[self.tie_keys[place] for place in mine])
        for place, part in zip(mine, parts, strict=True):
            self.taken[place] = self.taken.get(place, 0) + part
        if claim:
            self.claimed.update(mine)
        self.offs.append((campaign, mine, parts))


class _Holding:
    """One contest while it is decided; ``open`` is what remains open to it, by place."""

    def __init__(self, contest: Contest, units: Sequence[Units]) -> None:
        self._contest = contest
        self._open = [each.open_amount for each in units]
        self._units = units
        self._tie_keys = [each.goods.tie_key for each in units]
        self._offs: list[list[tuple[Campaign, int]]] = [[] for _ in units]
        self._applied: list[Campaign] = []
        self._rejected: list[tuple[str, Reason, str | None]] = []

    def decide(self) -> _Outcome:
        """Let the campaigns take their turns, level by level; goods take part in one level only."""
        hints = tuple(self._hints())
        claimed: set[int] = set()
        for level in self._contest.levels:
            places = {campaign: self._contest.places[campaign] for campaign in level}
            if claimed:
                places = {
                    campaign: [place for place in found if place not in claimed]
                    for campaign, found in places.items()
                }
            plan = self._best_plan(level, places)
            self._commit(plan)
            for _, mine, _ in plan.offs:
                claimed.update(mine)
            self._reject(level, plan, places=places)
        return _Outcome(
            offs=tuple([tuple(offs) for offs in self._offs]),
            open=tuple(self._open),
            applied=tuple(self._applied),
            rejected=tuple(self._rejected),
            hints=hints,
        )

    def _hints(self) -> list[tuple[Campaign, Missing]]:
        found = []
        for campaign in self._contest.campaigns:
            amount = sum([self._open[place] for place in self._contest.places[campaign]])
            missing = _effect(campaign).missing(amount) if amount else None
            if missing is not None:
                found.append((campaign, missing))
        return found

    def _best_plan(self, level: Sequence[Campaign], places: Mapping[Campaign, _Places]) -> _Plan:
        if level[0].combine == "exclusive":
            untouched = {
                campaign: [place for place in found if not self._is_discounted(place)]
                for campaign, found in places.items()
            }
            return self._claiming(level, untouched)
        best = self._claiming([campaign for campaign in level if campaign.combine == "best"], places)
        compound = self._plan()
        for campaign in level:
            if campaign.combine == "compound":
                compound.apply(campaign, places[campaign], claim=False)
        return compound if compound.gain > best.gain else best

    def _is_discounted(self, place: int) -> bool:
        return bool(self._offs[place]) or self._units[place].is_discounted

    def _plan(self) -> _Plan:
        return _Plan(self._open, self._tie_keys)

    def _claiming(self, campaigns: Sequence[Campaign], places: Mapping[Campaign, _Places]) -> _Plan:
        plan = self._plan()
        for campaign in best_order(campaigns, lambda order: self._claiming_gain(order, places)):
            plan.apply(campaign, places[campaign], claim=True)
        return plan

    def _claiming_gain(self, order: Sequence[Campaign], places: Mapping[Campaign, _Places]) -> int:
        """Return what ``order`` would gain; whole goods are claimed, so nothing needs to be allocated."""
        open_amounts = self._open
        if len(order) == 1:
            return max(0, _effect(order[0]).off(sum([open_amounts[place] for place in places[order[0]]])))
        claimed: set[int] = set()
        gain = 0
        for campaign in order:
            free = [place for place in places[campaign] if place not in claimed]
            off = _effect(campaign).off(sum([open_amounts[place] for place in free]))
            if off > 0:
                gain += off
                claimed.update(free)
        return gain

    def _commit(self, plan: _Plan) -> None:
        for campaign, places, parts in plan.offs:
            self._applied.append(campaign)
            for place, part in zip(places, parts, strict=True):
                self._open[place] -= part
                if part:
                    self._offs[place].append((campaign, part))
                if campaign.combine == "exclusive":
                    self._open[place] = 0

    def _reject(self, level: Sequence[Campaign], plan: _Plan, *, places: Mapping[Campaign, _Places]) -> None:
        winner = plan.offs[0][0].id if plan.offs else None
        for campaign in level:
            before = sum([self._open[place] + plan.taken.get(place, 0) for place in places[campaign]])
            if _effect(campaign).off(before) > 0:
                self._rejected.append((campaign.id, Reason.BETTER_OFFER, winner))
            else:
                self._rejected.append((campaign.id, Reason.BELOW_MINIMUM, None))


def _effect(campaign: Campaign) -> ThresholdEffect:
    return cast("ThresholdEffect", campaign.effect)
