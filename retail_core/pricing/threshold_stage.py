"""满减: reductions of what remains after the offers before, once the sum is high enough.

Source: docs/rules/promotions.md, "Threshold"; docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, cast

from retail_core.money import KeysAt, allocate_minor
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
    rejected: tuple[tuple[str, tuple[Reason, str | None]], ...]
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
            for _, off in offs:
                stand.amount -= off
    for campaign in outcome.applied:
        run.applied.add(campaign.id)
        run.use(campaign, 1)
    run.rejected.update(outcome.rejected)
    run.hints.extend(outcome.hints)


class _Plan:
    """What a choice of campaigns would take from which goods; ``open_amounts`` stay as they are."""

    __slots__ = ("claimed", "gain", "offs", "open_amounts", "owners", "taken")

    def __init__(self, open_amounts: Sequence[int], owners: Sequence[Units]) -> None:
        self.open_amounts = open_amounts
        self.owners = owners
        self.gain = 0
        self.taken: dict[int, int] = {}
        self.claimed: set[int] = set()
        self.offs: list[tuple[Campaign, _Places, list[int]]] = []

    def claim(self, campaign: Campaign, places: _Places) -> None:
        """Let ``campaign`` reduce those of its goods that nobody has claimed, and claim them."""
        mine = [place for place in places if place not in self.claimed] if self.claimed else places
        parts = self._reduce(campaign, mine, weights=[self.open_amounts[place] for place in mine])
        if parts:
            self.claimed.update(mine)

    def compound(self, campaign: Campaign, places: _Places) -> None:
        """Let ``campaign`` reduce what the ones before have left of its goods."""
        left = [self.open_amounts[place] - self.taken.get(place, 0) for place in places]
        for place, part in zip(places, self._reduce(campaign, places, weights=left), strict=False):
            self.taken[place] = self.taken.get(place, 0) + part

    def _reduce(self, campaign: Campaign, places: _Places, *, weights: Sequence[int]) -> list[int]:
        off = _effect(campaign).off(sum(weights))
        if off <= 0:
            return []
        parts = allocate_minor(off, weights, tie_keys=KeysAt(self.owners, places))
        self.offs.append((campaign, places, parts))
        self.gain += off
        return parts


class _Level:
    """Campaigns of one level, the places of their goods that are still free, and what those cost."""

    __slots__ = ("campaigns", "places", "sums")

    def __init__(
        self,
        campaigns: Sequence[Campaign],
        places: Mapping[Campaign, _Places],
        *,
        open_amounts: Sequence[int],
    ) -> None:
        self.campaigns = campaigns
        self.places = places
        self.sums = {
            campaign: sum([open_amounts[place] for place in places[campaign]]) for campaign in campaigns
        }


class _Holding:
    """One contest while it is decided; ``open`` is what remains open to it, by place."""

    def __init__(self, contest: Contest, units: Sequence[Units]) -> None:
        self._contest = contest
        self._open = [each.open_amount for each in units]
        self._units = units
        self._offs: list[_Offs] = [()] * len(units)
        self._applied: list[Campaign] = []
        self._rejected: list[tuple[str, tuple[Reason, str | None]]] = []

    def decide(self) -> _Outcome:
        """Let the campaigns take their turns, level by level; goods take part in one level only."""
        first = _Level(self._contest.campaigns, self._contest.places, open_amounts=self._open)
        hints = tuple(self._hints(first))
        claimed: set[int] = set()
        for campaigns in self._contest.levels:
            level = self._level(campaigns, claimed, first=first)
            plan = self._best_plan(level)
            self._commit(plan)
            for _, mine, _ in plan.offs:
                claimed.update(mine)
            self._reject(level, plan)
        return _Outcome(
            offs=tuple(self._offs),
            open=tuple(self._open),
            applied=tuple(self._applied),
            rejected=tuple(self._rejected),
            hints=hints,
        )

    def _level(self, campaigns: Sequence[Campaign], claimed: set[int], *, first: _Level) -> _Level:
        if not claimed:
            found = _Level((), first.places, open_amounts=self._open)
            found.campaigns = campaigns
            found.sums = first.sums
            return found
        places = {
            campaign: [place for place in first.places[campaign] if place not in claimed]
            for campaign in campaigns
        }
        return _Level(campaigns, places, open_amounts=self._open)

    def _hints(self, level: _Level) -> list[tuple[Campaign, Missing]]:
        found = []
        for campaign, amount in level.sums.items():
            missing = _effect(campaign).missing(amount) if amount else None
            if missing is not None:
                found.append((campaign, missing))
        return found

    def _best_plan(self, level: _Level) -> _Plan:
        if level.campaigns[0].combine == "exclusive":
            untouched = {
                campaign: [place for place in level.places[campaign] if not self._is_discounted(place)]
                for campaign in level.campaigns
            }
            return self._claiming(_Level(level.campaigns, untouched, open_amounts=self._open))
        singles = [campaign for campaign in level.campaigns if campaign.combine == "best"]
        best = self._claiming(level, singles)
        if len(singles) == len(level.campaigns):
            return best
        compound = _Plan(self._open, self._units)
        for campaign in level.campaigns:
            if campaign.combine == "compound":
                compound.compound(campaign, level.places[campaign])
        return compound if compound.gain > best.gain else best

    def _is_discounted(self, place: int) -> bool:
        return bool(self._offs[place]) or self._units[place].is_discounted

    def _claiming(self, level: _Level, campaigns: Sequence[Campaign] | None = None) -> _Plan:
        plan = _Plan(self._open, self._units)
        able = level.campaigns if campaigns is None else campaigns
        for campaign in best_order(able, lambda order: self._claiming_gain(order, level)):
            plan.claim(campaign, level.places[campaign])
        return plan

    def _claiming_gain(self, order: Sequence[Campaign], level: _Level) -> int:
        """Return what ``order`` would gain; whole goods are claimed, so nothing needs to be allocated."""
        if len(order) == 1:
            return max(0, _effect(order[0]).off(level.sums[order[0]]))
        open_amounts = self._open
        claimed: set[int] = set()
        gain = 0
        for campaign in order:
            free = [place for place in level.places[campaign] if place not in claimed]
            off = _effect(campaign).off(sum([open_amounts[place] for place in free]))
            if off > 0:
                gain += off
                claimed.update(free)
        return gain

    def _commit(self, plan: _Plan) -> None:
        for campaign, places, parts in plan.offs:
            self._applied.append(campaign)
            for place, part in zip(places, parts, strict=True):
                if part:
                    self._open[place] -= part
                    self._offs[place] += ((campaign, part),)
            if campaign.combine == "exclusive":
                for place in places:
                    self._open[place] = 0

    def _reject(self, level: _Level, plan: _Plan) -> None:
        """Say of each campaign of the level why it does not apply; of those that do, nobody asks."""
        winner = plan.offs[0][0].id if plan.offs else None
        for campaign in level.campaigns:
            if _effect(campaign).off(level.sums[campaign]) > 0:
                self._rejected.append((campaign.id, (Reason.BETTER_OFFER, winner)))
            else:
                self._rejected.append((campaign.id, (Reason.BELOW_MINIMUM, None)))


def _effect(campaign: Campaign) -> ThresholdEffect:
    return cast("ThresholdEffect", campaign.effect)
