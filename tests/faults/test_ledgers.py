"""The short setting of the ledgers: one moment in 29 goes wrong; ``make faults`` takes each of them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.account_shop import SetUp, set_up
from tests.faults.ledgers import CANARIES, live, live_all, notice
from tests.faults.protections import PROTECTIONS

EACH = 29
"""No multiple of anything: so that the few moments are of every kind."""

KINDS = ("till dies before", "till dies behind", "server dies before", "server dies behind", "is lost")


@pytest.fixture(scope="module")
def made() -> Iterator[SetUp]:
    """A shop that was set up, once for all days."""
    with TemporaryDirectory() as folder:
        yield set_up(Path(folder) / "made")


def test_a_day_without_trouble_comes_to_what_its_receipts_say(made: SetUp, tmp_path: Path) -> None:
    day = live(made, tmp_path)
    assert day.wrong == ()
    assert day.moments == live(made, tmp_path).moments


def test_whatever_goes_wrong_at_a_step_each_ledger_is_what_the_receipts_come_to(
    made: SetUp, tmp_path: Path
) -> None:
    days = list(live_all(made, tmp_path, each=EACH, first=3))
    assert {day.struck: day.wrong for day in days if day.wrong} == {}
    assert all(any(kind in day.struck for day in days) for kind in KINDS)


@pytest.mark.parametrize("name", CANARIES)
def test_without_its_protection_a_ledger_is_wrong(made: SetUp, tmp_path: Path, name: str) -> None:
    noticed = notice(made, tmp_path, PROTECTIONS[name], CANARIES[name])
    assert noticed is not None, PROTECTIONS[name].protection
    # It is the trouble that shows it: a day without any is as it should be.
    assert noticed.struck
