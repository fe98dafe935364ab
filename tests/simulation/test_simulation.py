"""The simulation's short setting: a seed a test, each to its peace; the full one is ``make simulate``."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.simulation import report
from tests.simulation.runs import as_it_is, plans
from tests.simulation.world import Plan, plan_of, run

ROOT = Path(__file__).resolve().parents[2]
STORE_DAYS = 40
SMALL = Plan(seed=3, stores=1, tills=1, days=1)
MOVING = plan_of(118)
FULFILLING = Plan(seed=16, stores=1, tills=2, days=2, parts=True)

_PRINT_HASH = (
    "from tests.simulation.world import Plan, run; print(run(Plan(seed=3, stores=1, tills=1, days=1)).hash)"
)


@pytest.mark.parametrize("plan", list(plans(STORE_DAYS)), ids=lambda plan: f"seed {plan.seed}")
def test_stores_tills_and_server_come_to_peace(plan: Plan) -> None:
    outcome = as_it_is(plan)
    said = "\n".join([*outcome.last[-25:], outcome.detail, report.replay_command(outcome)])
    assert outcome.broken == "", said
    assert outcome.sales > 0


def test_goods_that_move_and_are_counted_while_everything_goes_wrong_add_up() -> None:
    assert MOVING.goods
    outcome = as_it_is(MOVING)
    said = "\n".join([*outcome.last[-25:], outcome.detail, report.replay_command(outcome)])
    assert outcome.broken == "", said


def test_orders_that_are_fulfilled_line_by_line_while_everything_goes_wrong_come_to_their_ends() -> None:
    outcome = as_it_is(FULFILLING)
    said = "\n".join([*outcome.last[-25:], outcome.detail, report.replay_command(outcome)])
    assert outcome.broken == "", said


def test_a_seed_is_the_same_again_in_this_process() -> None:
    first, second = as_it_is(SMALL), run(SMALL)
    assert (first.hash, first.lines, first.broken) == (second.hash, second.lines, second.broken)
    assert first.hash != as_it_is(replace(SMALL, seed=4)).hash


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_a_seed_is_the_same_in_another_process(hash_seed: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PRINT_HASH],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert ended.stdout.strip() == as_it_is(SMALL).hash


def test_the_short_setting_has_its_store_days() -> None:
    assert sum(plan.store_days for plan in plans(STORE_DAYS)) >= STORE_DAYS
    assert len({plan_of(seed).tills for seed in range(1, 30)}) == 3
