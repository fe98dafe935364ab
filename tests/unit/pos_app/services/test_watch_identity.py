"""What head office says of a till: what stops selling, and that it is remembered without a network."""

import pytest

from pos_app.services.events import EventBus, SyncStateChanged
from pos_app.services.safety import Safety
from pos_app.services.watch_identity import WatchIdentity
from tests.fakes import InlineLane
from tests.till_shop import Till


def watch(till: Till) -> tuple[Safety, EventBus]:
    events = EventBus()
    safety = Safety(events)
    identity = WatchIdentity(store=till.store, safety=safety, clock=till.clock, events=events)
    identity.remember_on(InlineLane())
    return safety, events


@pytest.mark.parametrize(
    ("code", "weight"),
    [
        ("sync.fork", "stop"),
        ("journal.fork", "stop"),
        ("auth.revoked", "stop"),
        ("journal.quarantined", "warn"),
        ("auth.unknown_key", "warn"),
    ],
)
def test_a_till_that_is_not_who_it_says_is_stopped_or_warned_also_after_a_restart(
    till: Till, code: str, weight: str
) -> None:
    safety, events = watch(till)
    events.publish(SyncStateChanged(online=True, code=code, acked_through=0))
    again, events = watch(till)
    for known in (safety, again):
        assert [(each.code, each.weight) for each in known.concerns.values()] == [(code, weight)]
    events.publish(SyncStateChanged(online=False, code="sync.unreachable", acked_through=0))
    assert again.concerns, "a lost network says nothing about who this till is"
    events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=0))
    assert again.concerns == {}
    assert watch(till)[0].concerns == {}


def test_other_trouble_with_the_network_is_no_matter_of_identity(till: Till) -> None:
    safety, events = watch(till)
    for code in ("sync.unreachable", "sync.busy", "catalog.damaged"):
        events.publish(SyncStateChanged(online=False, code=code, acked_through=0))
    assert safety.concerns == {}
