"""A store says that it is busy: who has the right, as a fact."""

from dataclasses import replace

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.set_busy import SetBusy
from tests.till_shop import LI, Till


@pytest.fixture
def set_busy(till: Till) -> SetBusy:
    return SetBusy(store=till.store, clock=till.clock, events=till.events)


def test_who_has_the_right_says_for_how_long_orders_take_longer(till: Till, set_busy: SetBusy) -> None:
    busy = replace(LI, rights={**LI.rights, "order.busy": None})
    until_ms = set_busy(busy, minutes=20, for_minutes=90)
    with till.store.read() as work:
        [entry] = work.journal.of_types(["store.busy"])
    assert until_ms == till.clock.now_ms() + 90 * 60_000
    assert (entry.type, entry.actor, entry.body) == (
        "store.busy",
        LI.staff_id,
        {"minutes": 20, "until_ms": until_ms},
    )


def test_nobody_else_does(set_busy: SetBusy) -> None:
    with pytest.raises(RuleError, match=r"right\.missing"):
        set_busy(replace(LI, rights={}), minutes=20, for_minutes=90)
