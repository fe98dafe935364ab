"""An owner says what points and balances are worth; the tills of the store are told."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from central_api.cli import build_cli
from central_api.enrolment import service as enrolment
from central_api.kit.clock import SystemClock
from central_api.kit.database import open_database
from central_api.kit.errors import UsageError
from central_api.migrations import runner
from retail_core.wire.enrolment import StoreCard
from tests.integration.central_api.conftest import TENANT, store_card


@pytest.fixture
def url(tmp_path: Path) -> str:
    found = f"sqlite:///{tmp_path / 'central.db'}"
    database = open_database(found, clock=SystemClock())
    runner.upgrade(database.engine)
    database.run(lambda unit: enrolment.put_tenant(unit, TENANT, name="Loop"))
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=store_card()))
    database.close()
    return found


def run(url: str, command: str, *options: str) -> StoreCard:
    result = CliRunner().invoke(
        build_cli(), ["shop", command, "--database-url", url, "--store", "S01", *options]
    )
    if result.exception is not None:
        raise result.exception
    database = open_database(url, clock=SystemClock())
    with database.read() as unit:
        card = enrolment.store_card(unit, "S01")
    database.close()
    assert json.loads(result.output)["store_id"] == "S01"
    return card


def test_points_are_worth_what_the_owner_says_until_they_are_worth_nothing(url: str) -> None:
    rate = run(
        url,
        "set-points",
        *("--rate", "150:100", "--offline", "2000"),
        *("--reward", "hem:800:60:改裤脚:修改褲長:Hemming"),
    ).points
    assert rate is not None
    assert (rate.points, rate.minor, rate.offline_points) == (150, 100, 2_000)
    [reward] = rate.rewards
    assert (reward.reward_id, reward.points, reward.days, reward.names.en) == ("hem", 800, 60, "Hemming")
    assert rate.hold_days == 0
    held = run(url, "set-points", "--rate", "100:100:730").points
    assert held is not None
    assert (held.points, held.minor, held.hold_days) == (100, 100, 730)
    assert run(url, "set-points", "--rate", "none").points is None


def test_balances_are_topped_up_as_the_owner_says(url: str) -> None:
    terms = run(
        url, "set-balance", "--offer", "10000", "--offer", "30000:3000", "--spend", "bonus_first"
    ).stored_value
    assert terms is not None
    assert terms.spend == "bonus_first"
    assert [(each.pay_minor, each.bonus_minor) for each in terms.offers] == [(10_000, 0), (30_000, 3_000)]
    assert run(url, "set-balance", "--off").stored_value is None


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("set-points", ("--rate", "0:100")),
        ("set-points", ("--rate", "much")),
        ("set-points", ("--rate", "100:100:730:1")),
        ("set-points", ("--rate", "100:100", "--reward", "hem:800")),
        ("set-points", ("--rate", "100:100", "--reward", "hem:many:60:a:b:c")),
        ("set-balance", ("--offer", "lots")),
        ("set-balance", ("--spend", "as_you_like")),
    ],
)
def test_what_is_no_rate_is_said_and_changes_nothing(
    url: str, command: str, options: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError):
        run(url, command, *options)
