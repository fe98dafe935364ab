"""``python -m tests.simulation``: the full setting, a piece of it, one seed again, or planted bugs.

1,000 store-days and every canary take machine time; pieces are added to one report:

    python -m tests.simulation --store-days 250 --canary none
    python -m tests.simulation --store-days 250 --first-seed 61 --canary none --add
    python -m tests.simulation --store-days 0 --canary all --add
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context

from tests.simulation import report
from tests.simulation.canaries import CANARIES
from tests.simulation.canary import Canary, planted
from tests.simulation.runs import look_for, plans
from tests.simulation.world import Outcome, Plan, plan_of, run

FULL_STORE_DAYS = 1_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; return 0 when everything is as it should be."""
    options = _options(arguments)
    chosen = _canaries(options.canary)
    if options.seed is not None:
        return _again(options.seed, chosen[0] if len(chosen) == 1 else None)
    runs: list[Outcome] = []
    for outcome in _runs(list(plans(options.store_days, options.first_seed)), options.jobs):
        runs.append(outcome)
        _say(outcome)
    noticed = []
    for canary in chosen:
        noticed.append(look_for(canary))
        _print(f"{canary.name}: {noticed[-1].invariant or 'NOT NOTICED'}")
    _print("")
    _print(report.write(runs, noticed, add=options.add))
    _print(f"Written to {report.OUT}.")
    ended_well = not any(outcome.broken for outcome in runs)
    return 0 if ended_well and all(item.as_it_should for item in noticed) else 1


def _runs(chosen: Sequence[Plan], jobs: int) -> Iterator[Outcome]:
    if jobs == 1 or len(chosen) < 2:
        yield from map(run, chosen)
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(run, chosen)


def _again(seed: int, canary: Canary | None) -> int:
    """Play one seed and show everything that happened."""
    with planted(canary):
        outcome = run(plan_of(seed), echo=True)
    _print("\n".join(outcome.last))
    _say(outcome)
    return 1 if outcome.broken else 0


def _say(outcome: Outcome) -> None:
    plan = outcome.plan
    _print(
        f"seed {plan.seed}: {plan.stores} stores, {plan.tills} tills each, {plan.days} days, "
        f"{outcome.sales} sales, trace {outcome.hash[:16]}: {outcome.broken or 'peace'}",
    )
    if outcome.broken:
        _print(f"{outcome.detail}\nagain: {report.replay_command(outcome)}")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _canaries(name: str) -> tuple[Canary, ...]:
    if name in {"all", "none"}:
        return CANARIES if name == "all" else ()
    chosen = tuple(canary for canary in CANARIES if canary.name == name)
    if not chosen:
        names = ", ".join(canary.name for canary in CANARIES)
        raise SystemExit(f"There is no canary {name}. There are: {names}.")
    return chosen


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--store-days", type=int, default=FULL_STORE_DAYS)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--seed", type=int, help="play this seed once and show every step")
    parser.add_argument("--canary", default="", help="a name, all or none; all with the full setting")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="processes")
    parser.add_argument("--add", action="store_true", help="add to the report that is there")
    options = parser.parse_args(arguments)
    options.canary = options.canary or ("none" if options.seed is not None else "all")
    return options


if __name__ == "__main__":
    sys.exit(main())
