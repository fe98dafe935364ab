"""Every fact arrives once, whatever network, server and database go through; unprotected it does not."""

from pathlib import Path

import pytest

from tests.faults.network import CANARIES, CRASHES, NETWORK, noticed
from tests.faults.proxy import FAULTS
from tests.faults.wire import run


def test_every_fact_arrives_once_through_a_network_that_fails(tmp_path: Path) -> None:
    verdict = run(NETWORK, tmp_path)
    assert verdict.problems == []
    assert (verdict.facts, verdict.kills, verdict.crashes) == (5_000, 0, 0)
    assert set(verdict.faults) == set(FAULTS)


def test_every_fact_arrives_once_while_workers_and_database_are_killed(tmp_path: Path) -> None:
    verdict = run(CRASHES, tmp_path)
    assert verdict.problems == []
    assert (verdict.kills, verdict.crashes) == (CRASHES.kills, CRASHES.crashes)


@pytest.mark.parametrize("name", CANARIES)
def test_without_a_protection_the_same_check_fails(name: str) -> None:
    verdict = noticed(CANARIES[name])
    assert any(CANARIES[name].seen in problem for problem in verdict.problems), verdict
