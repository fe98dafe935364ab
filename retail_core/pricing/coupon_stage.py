"""Coupons: which of the presented ones may apply, and the best set of them.

Every subset is tried up to six usable coupons. Beyond that the set found for the first six is carried on:
each further coupon, in the order presented, joins it or replaces it where that is better.

Source: docs/rules/coupons.md, "The best set".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple, TypeAlias, cast

from retail_core.money import KeysAt, allocate_minor
from retail_core.pricing.contest import Places
from retail_core.pricing.due import Due
from retail_core.pricing.effects import CouponEffect
from retail_core.pricing.model import CouponFacts
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.working import PricingRun, Units

_Places: TypeAlias = Mapping[Campaign, Sequence[int]]

EXHAUSTIVE_UP_TO = 6
MAX_EXCHANGED = 100
"""Units of one goods that coupons can make free in one basket."""
COUPON_SET_ID = "coupon_set"
"""The id under which the rejections say that not every set of coupons was compared."""


@dataclass(frozen=True, slots=True)
class CouponResult:
    """What one presented coupon came to; ``off_minor`` is 0 where it did not apply."""

    facts: CouponFacts
    reason: Reason
    off_minor: int = 0


@dataclass(frozen=True, slots=True)
class _Usable:
    """A coupon that could apply by itself, with the places of its goods."""

    facts: CouponFacts
    campaign: Campaign
    at: tuple[int, ...]

    @property
    def effect(self) -> CouponEffect:
        """What the coupon gives."""
        return cast("CouponEffect", self.campaign.effect)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """The order of application: priority, then free items, percents, amounts, then the coupon's id."""
        return (-self.campaign.priority, self.effect.order, self.facts.coupon_id)


@dataclass(frozen=True, slots=True)
class _Trial:
    """The outcome of one set: what is to pay, and what each coupon took from which goods."""

    payable: int
    used: tuple[tuple[_Usable, tuple[int, ...]], ...]

    @property
    def rank(self) -> tuple[int, int, tuple[str, ...]]:
        """Smaller is better: least to pay, fewest coupons, lowest ids."""
        ids = tuple(sorted(coupon.facts.coupon_id for coupon, _ in self.used))
        return (self.payable, len(ids), ids)


class CouponStage:
    """Applies the best set of the presented coupons."""

    def __init__(self) -> None:
        self._places = Places()

    def run(self, run: PricingRun) -> list[CouponResult]:
        """Return what each coupon came to, in the order presented."""
        if not run.basket.coupons:
            return []
        places = self._places.of(tuple([goods.offers.coupon for goods in run.goods]))
        return _apply_best(run, places)


def _apply_best(run: PricingRun, places: _Places) -> list[CouponResult]:
    results: dict[str, CouponResult] = {}
    usable: list[_Usable] = []
    for facts in _presented_once(run.basket.coupons):
        found = _examine(run, facts, places=places)
        if isinstance(found, _Usable):
            usable.append(found)
        else:
            results[facts.coupon_id] = CouponResult(facts, found)
    best = _best_set(run, usable)
    for coupon, parts in best.used:
        _commit(run, coupon, parts=parts)
        results[coupon.facts.coupon_id] = CouponResult(coupon.facts, Reason.APPLIED, sum(parts))
    for coupon in usable:
        result = CouponResult(coupon.facts, _why_not(coupon, best))
        results.setdefault(coupon.facts.coupon_id, result)
    if len(usable) > EXHAUSTIVE_UP_TO:
        run.rejected[COUPON_SET_ID] = (Reason.COMPARED_STEPWISE, None)
    return [
        results.pop(facts.coupon_id, CouponResult(facts, Reason.ALREADY_PRESENTED))
        for facts in run.basket.coupons
    ]


def _presented_once(coupons: Sequence[CouponFacts]) -> list[CouponFacts]:
    first: dict[str, CouponFacts] = {}
    for facts in coupons:
        first.setdefault(facts.coupon_id, facts)
    return list(first.values())


def _examine(run: PricingRun, facts: CouponFacts, *, places: _Places) -> _Usable | Reason:
    campaign = run.occasion.rules.by_id.get(facts.campaign_id)
    if campaign is None:
        return Reason.UNKNOWN_CAMPAIGN
    refusal = run.occasion.refusal(campaign) if campaign.coupon_only else Reason.NOT_A_COUPON
    if refusal is not None:
        return refusal
    return _examine_goods(run, _Usable(facts, campaign, tuple(places.get(campaign, ()))))


def _examine_goods(run: PricingRun, coupon: _Usable) -> _Usable | Reason:
    effect, at = coupon.effect, coupon.at
    if effect.terms.exclude_discounted:
        at = tuple([index for index in at if not run.stands[index].is_discounted])
    if not at:
        return Reason.NO_ELIGIBLE_GOODS
    stands = run.stands
    amount = spend = sum([stands[index].amount for index in at])
    if effect.terms.min_spend_after == "list":
        spend = sum([stands[index].goods.list_minor for index in at])
    if spend < effect.terms.min_spend_minor:
        return Reason.BELOW_MINIMUM
    if effect.units and not any(stands[index].goods.pieces for index in at):
        return Reason.NO_ELIGIBLE_GOODS
    if effect.off(amount, coupon.facts.value_minor) <= 0:
        return Reason.NOTHING_LEFT if amount == 0 else Reason.NO_VALUE
    return replace(coupon, at=at)


def _best_set(run: PricingRun, usable: Sequence[_Usable]) -> _Trial:
    trials = _Trials(run)
    first = usable[:EXHAUSTIVE_UP_TO]
    best = min(
        (
            trials.of(chosen)
            for size in range(len(first) + 1)
            for chosen in combinations(first, size)
            if _may_combine(chosen)
        ),
        key=lambda trial: trial.rank,
    )
    for coupon in usable[EXHAUSTIVE_UP_TO:]:
        joined = (*(used for used, _ in best.used), coupon)
        options = [chosen for chosen in (joined, (coupon,)) if _may_combine(chosen)]
        best = min([best, *(trials.of(chosen) for chosen in options)], key=lambda trial: trial.rank)
    return best


def _may_combine(chosen: Sequence[_Usable]) -> bool:
    if len(chosen) > 1 and not all(coupon.effect.terms.stackable for coupon in chosen):
        return False
    ids = [coupon.campaign.id for coupon in chosen]
    return all(ids.count(coupon.campaign.id) <= coupon.effect.terms.per_basket for coupon in chosen)


class _State(NamedTuple):
    """What some coupons left: amounts side by side with the goods, and the prices of units not yet free.

    Units stand here as far as they were looked at, by the place of their goods.
    """

    amounts: Sequence[int]
    units: Mapping[int, tuple[int, ...]]
    used: tuple[tuple[_Usable, tuple[int, ...]], ...]


class _Trials:
    """Tries sets of coupons; those that begin alike share the beginning."""

    def __init__(self, run: PricingRun) -> None:
        self._run = run
        self._due = Due(run)
        amounts = [stand.amount for stand in run.stands]
        self._states: dict[tuple[str, ...], _State] = {(): _State(amounts, {}, ())}

    def of(self, chosen: Sequence[_Usable]) -> _Trial:
        """Return what comes of ``chosen``, applied in the order of coupons."""
        state = self._state(sorted(chosen, key=lambda coupon: coupon.sort_key))
        offs = [(used.campaign, dict(zip(used.at, parts, strict=True))) for used, parts in state.used]
        return _Trial(self._due.of(state.amounts, offs), state.used)

    def _state(self, ordered: Sequence[_Usable]) -> _State:
        key = tuple([coupon.facts.coupon_id for coupon in ordered])
        if key not in self._states:
            self._states[key] = self._apply(ordered[-1], self._state(ordered[:-1]))
        return self._states[key]

    def _apply(self, coupon: _Usable, state: _State) -> _State:
        amounts = list(state.amounts)
        units = dict(state.units)
        if coupon.effect.units:
            parts = _exchange(self._run, coupon, amounts=amounts, units=units)
        else:
            parts = _reduce(self._run, coupon, amounts=amounts)
        if not any(parts):
            return state._replace(units=units)
        for index, part in zip(coupon.at, parts, strict=True):
            amounts[index] -= part
        return _State(amounts, units, (*state.used, (coupon, tuple(parts))))


def _reduce(run: PricingRun, coupon: _Usable, *, amounts: Sequence[int]) -> list[int]:
    weights = [amounts[index] for index in coupon.at]
    off = coupon.effect.off(sum(weights), coupon.facts.value_minor)
    if off <= 0:
        return []
    return allocate_minor(off, weights, tie_keys=KeysAt(run.goods, coupon.at))


def _exchange(
    run: PricingRun, coupon: _Usable, *, amounts: Sequence[int], units: dict[int, tuple[int, ...]]
) -> list[int]:
    """Make the dearest units free, each with its share of what thresholds have already taken.

    ``units`` holds the prices of the units that no coupon has made free yet, as far as they were looked at.
    """
    parts = [0] * len(coupon.at)
    for _ in range(coupon.effect.units):
        values = {}
        for place, index in enumerate(coupon.at):
            left = units.get(index)
            if left is None:
                left = units[index] = tuple(run.units[index].dearest(MAX_EXCHANGED))
            if left:
                values[place] = _value(run.units[index], amounts[index] - parts[place], left=left)
        if not values:
            break
        best = max(values, key=lambda place: (values[place], -place))
        parts[best] += values[best]
        units[coupon.at[best]] = units[coupon.at[best]][1:]
    return parts


def _value(units: Units, amount: int, *, left: Sequence[int]) -> int:
    """Return what the dearest unit left is still worth."""
    price_sum = units.amount - sum(units.dearest(MAX_EXCHANGED)) + sum(left)
    return amount * left[0] // price_sum if price_sum else 0


def _commit(run: PricingRun, coupon: _Usable, *, parts: Sequence[int]) -> None:
    run.applied.add(coupon.campaign.id)
    for index, part in zip(coupon.at, parts, strict=True):
        stand = run.stands[index]
        stand.amount -= part
        if part:
            stand.coupon_offs += ((coupon.campaign, part),)


def _why_not(coupon: _Usable, best: _Trial) -> Reason:
    used = [each for each, _ in best.used]
    if not used:
        return Reason.NO_VALUE
    with_it = [*used, coupon]
    if not all(each.effect.terms.stackable for each in with_it):
        return Reason.NOT_COMBINABLE
    if not _may_combine(with_it):
        return Reason.OVER_BASKET_LIMIT
    return Reason.NOTHING_LEFT
