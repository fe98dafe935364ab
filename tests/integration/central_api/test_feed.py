"""A feed holds each thing once, skips no late commit, and says what it contains."""

import pytest

from central_api.feed import service as feed
from central_api.feed.service import Page
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database, open_database
from central_api.kit.unit import Unit
from central_api.migrations import runner
from retail_core.wire import facts
from tests.integration.central_api.conftest import NOW_MS, set_up_shop
from tests.integration.central_api.till import FakeTill, sale


def publish(database: Database, key: str, amount: int | None, *, scope: str = "S01") -> None:
    doc = None if amount is None else {"amount": amount}
    database.run(lambda unit: feed.publish(unit, "store", scope=scope, kind="thing", key=key, doc=doc))


def page(database: Database, cursor: str, *, store: str = "S01", limit: int = 100) -> Page:
    with database.read() as unit:
        return feed.page(unit, "store", store_id=store, cursor=cursor, limit=limit)


def head(database: Database) -> str:
    with database.read() as unit:
        return str(feed.head(unit, "store", store_id="S01"))


def things(found: Page) -> list[tuple[str, object]]:
    return [(change.key, change.doc) for change in found.changes if change.kind == "thing"]


def test_a_change_replaces_the_one_before_and_moves_to_the_end(database: Database) -> None:
    for key, amount in (("a", 1), ("b", 2), ("a", 3)):
        publish(database, key, amount)
    assert things(page(database, "")) == [("b", {"amount": 2}), ("a", {"amount": 3})]


def test_a_removed_thing_stays_as_a_tombstone(database: Database) -> None:
    start = head(database)
    publish(database, "a", 1)
    publish(database, "a", None)
    assert things(page(database, start)) == [("a", None)]


def test_a_store_sees_its_own_changes_and_those_for_all(database: Database) -> None:
    publish(database, "ours", 1)
    publish(database, "theirs", 2, scope="S02")
    publish(database, "everybody's", 3, scope="*")
    assert [key for key, _ in things(page(database, ""))] == ["ours", "everybody's"]
    assert [key for key, _ in things(page(database, "", store="S02"))] == ["theirs", "everybody's"]


def test_pages_follow_each_other_without_gap_or_repetition(database: Database) -> None:
    start = head(database)
    for number in range(5):
        publish(database, f"k{number}", number)
    first = page(database, start, limit=2)
    second = page(database, str(first.next), limit=2)
    third = page(database, str(second.next), limit=2)
    keys = [key for part in (first, second, third) for key, _ in things(part)]
    assert keys == ["k0", "k1", "k2", "k3", "k4"]
    assert [part.more for part in (first, second, third)] == [True, True, False]


def test_nothing_new_leaves_the_cursor_where_it_is(database: Database) -> None:
    start = head(database)
    found = page(database, start)
    assert (found.changes, str(found.next), found.more, found.reset) == ((), start, False, False)


@pytest.mark.parametrize("cursor", ["ffffffff:1:1", "nonsense", "a:b:c", "x:-1:2", ":" * 90])
def test_a_cursor_of_another_epoch_begins_anew_and_says_so(database: Database, cursor: str) -> None:
    publish(database, "a", 1)
    found = page(database, cursor)
    assert found.reset
    assert things(found) == [("a", {"amount": 1})]


def test_a_cursor_ahead_of_a_restored_server_begins_anew_and_is_news(database: Database) -> None:
    publish(database, "a", 1)
    epoch, txid, row_id = head(database).split(":")
    ahead = f"{epoch}:{int(txid) + 5}:{int(row_id) + 5}"
    with database.read() as unit:
        assert feed.has_news(unit, "store", store_id="S01", cursor=ahead)
    found = page(database, ahead)
    assert found.reset
    assert things(found) == [("a", {"amount": 1})]
    assert str(found.next) == head(database)


def test_the_first_page_of_a_new_till_is_no_reset(database: Database) -> None:
    assert not page(database, "").reset


def test_a_failed_unit_publishes_nothing_and_wakes_nobody(database: Database) -> None:
    start = head(database)
    woken: list[object] = []
    database.on_commit(woken.append)

    def fail(unit: Unit) -> None:
        feed.publish(unit, "store", scope="S01", kind="thing", key="a", doc={})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.run(fail)
    assert page(database, start).changes == ()
    assert woken == []


def test_has_news_says_whether_a_page_would_bring_something(database: Database) -> None:
    start = head(database)
    with database.read() as unit:
        assert not feed.has_news(unit, "store", store_id="S01", cursor=start)
    publish(database, "a", 1, scope="S02")
    with database.read() as unit:
        assert not feed.has_news(unit, "store", store_id="S01", cursor=start)
    publish(database, "a", 1)
    with database.read() as unit:
        assert feed.has_news(unit, "store", store_id="S01", cursor=start)


def test_a_late_commit_of_an_earlier_transaction_is_not_skipped(postgres_url: str) -> None:
    database = open_database(postgres_url, clock=FixedClock(NOW_MS))
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    start = head(database)
    with database.write() as slow:
        feed.publish(slow, "store", scope="S01", kind="thing", key="slow", doc={"amount": 1})
        publish(database, "fast", 2)
        meanwhile = page(database, start)
    afterwards = page(database, str(meanwhile.next))
    assert things(meanwhile) == []
    assert things(afterwards) == [("slow", {"amount": 1}), ("fast", {"amount": 2})]
    database.close()


def test_without_the_guard_the_late_commit_would_be_skipped(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The canary of the test above."""
    monkeypatch.setattr("central_api.feed.repository.first_open_txid", lambda _unit: None)
    database = open_database(postgres_url, clock=FixedClock(NOW_MS))
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    start = head(database)
    with database.write() as slow:
        feed.publish(slow, "store", scope="S01", kind="thing", key="slow", doc={"amount": 1})
        publish(database, "fast", 2)
        meanwhile = page(database, start)
    afterwards = page(database, str(meanwhile.next))
    assert "slow" not in [key for key, _ in things(meanwhile) + things(afterwards)]
    database.close()


def test_a_page_says_which_facts_of_the_till_it_contains(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    entries = [till.state(facts.SALE_COMPLETED, sale(f"s{number}", number=number)) for number in (1, 2)]
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))
    with database.read() as unit:
        found = feed.page(unit, "store", store_id="S01", cursor="", limit=100)
        assert journal.applied_through(unit, caller, below=found.complete_below) == 2


def test_an_unfinished_run_of_pages_does_not_claim_what_is_still_to_come(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    start = head(database)
    publish(database, "a", 1)
    publish(database, "b", 1)
    entry = till.state(facts.SALE_COMPLETED, sale())
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([entry])))
    with database.read() as unit:
        first = feed.page(unit, "store", store_id="S01", cursor=start, limit=1)
        rest = feed.page(unit, "store", store_id="S01", cursor=str(first.next), limit=10)
        applied = [journal.applied_through(unit, caller, below=part.complete_below) for part in (first, rest)]
    assert (first.more, rest.more) == (True, False)
    assert applied == [0, 1]
