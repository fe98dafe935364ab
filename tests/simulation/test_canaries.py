"""Planted bugs are noticed, by an invariant and not by chance: the same seed is in peace without them.

Those that a small store shows within seconds; ``make simulate`` looks for all of them.
"""

import pytest

from tests.simulation import report
from tests.simulation.canaries import CANARIES, SOON
from tests.simulation.canary import Canary, place_of, planted
from tests.simulation.runs import MOST_STORE_DAYS, look_for, small_plans


@pytest.mark.parametrize("name", SOON)
def test_a_planted_bug_is_noticed(name: str) -> None:
    canary = next(item for item in CANARIES if item.name == name)
    noticed = look_for(
        canary, small_plans(MOST_STORE_DAYS, SOON[name], purses=canary.purses, parts=canary.parts)
    )
    assert noticed.invariant, f"not within {noticed.store_days} store-days: {canary.protection}"
    assert noticed.without == "peace"


def test_there_are_at_least_ten_each_at_a_line_of_its_own() -> None:
    places = {str(place_of(canary)) for canary in CANARIES}
    assert len(places) == len(CANARIES) >= 10


def test_a_canary_is_gone_when_its_block_has_ended() -> None:
    from pos_app.sync.sender import JournalSender

    canary = next(item for item in CANARIES if item.target == "JournalSender.send_batch")
    before = JournalSender.send_batch
    with planted(canary):
        assert JournalSender.send_batch is not before
    assert JournalSender.send_batch is before


def test_a_canary_whose_line_is_gone_says_so() -> None:
    canary = Canary("x", "", "pos_app.sync.sender", "JournalSender.send_batch", "no such line", "")
    with pytest.raises(LookupError, match="no such line"), planted(canary):
        pass


def test_the_report_names_protection_line_seed_and_outcome() -> None:
    canary = CANARIES[0]
    row = report.found(canary, None, store_days=7, without=None)
    text = report.table(
        {
            "totals": {
                "runs": 0,
                "store_days": 0,
                "sales": 0,
                "in_peace": 0,
                "broken": 0,
                "fates": {},
                "mischief": {},
            },
            "canaries": [{name: getattr(row, name) for name in row.__slots__}],
            "runs": [],
        }
    )
    assert canary.protection in text
    assert str(place_of(canary)) in text
    assert "NOT NOTICED" in text
