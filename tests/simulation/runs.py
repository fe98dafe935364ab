"""Run after run: seeds in their order, as the product is or with a bug in it."""

from collections.abc import Iterable, Iterator
from functools import cache

from tests.simulation import report
from tests.simulation.canary import Canary, planted
from tests.simulation.report import CanaryFound
from tests.simulation.world import Outcome, Plan, plan_of, run

MOST_STORE_DAYS = 300
"""A planted bug that is not noticed within these is not noticed."""


def plans(store_days: int, first_seed: int = 1) -> Iterator[Plan]:
    """Yield plans, seed after seed, until they have so many store-days."""
    seed = first_seed
    while store_days > 0:
        plan = plan_of(seed)
        yield plan
        store_days -= plan.store_days
        seed += 1


def small_plans(
    store_days: int, first_seed: int, *, purses: bool = False, parts: bool = False
) -> Iterator[Plan]:
    """Yield the smallest stores, seed after seed: two tills for a day."""
    for seed in range(first_seed, first_seed + store_days):
        yield Plan(seed, stores=1, tills=2, days=1, purses=purses, parts=parts)


def look_for(canary: Canary, chosen: Iterable[Plan] | None = None) -> CanaryFound:
    """Run plan after plan with a planted bug until one notices; then the same plan without it.

    Args:
        canary: What is taken out.
        chosen: The plans; those of the full setting without.
    """
    store_days = 0
    for plan in plans(MOST_STORE_DAYS) if chosen is None else chosen:
        with planted(canary):
            outcome = run(plan)
        store_days += plan.store_days
        if outcome.broken:
            return report.found(canary, outcome, store_days=store_days, without=as_it_is(plan))
    return report.found(canary, None, store_days=store_days, without=None)


@cache
def as_it_is(plan: Plan) -> Outcome:
    """Return what a plan comes to without a planted bug; run once in a process."""
    return run(plan)
