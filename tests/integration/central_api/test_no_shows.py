"""Nobody came: an order is given back once its time is over, once, and not before its store was heard."""

import pytest
from sqlalchemy import func, select

from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.importing.promise_settings import set_pickup
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from central_api.models.journal import entry_exception
from central_api.models.members import points_entry
from central_api.no_shows import service as no_shows
from central_api.orders import service as orders
from central_api.stock import service as stock
from retail_core.wire.feed import OrderDoc
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import set_up_floor, store_docs
from tests.integration.central_api.test_late_orders import Counter, place
from tests.integration.central_api.till import FakeTill

DAY_MS = 24 * 3_600_000
READY_MS = NOW_MS + 60_000
DEADLINE_MS = READY_MS + 3 * DAY_MS


@pytest.fixture
def counter(database: Database, till: FakeTill, caller: Caller, database_url: str) -> Counter:
    database.run(set_up_floor)
    set_pickup(database_url, "S01", days=3)
    return Counter(database, till, caller)


def heard(database: Database, caller: Caller, *, clock: FixedClock, at_ms: int) -> None:
    """Let it be a time, at which the store's till is heard."""
    clock.set(at_ms)
    enrolment.TerminalCallers(database).hear(caller, now_ms=at_ms)


def told(database: Database, order_id: str) -> OrderDoc:
    return OrderDoc.model_validate_json(store_docs(database, "order")[order_id])


def refunds(database: Database, order_id: str) -> list[tuple[int, str]]:
    with database.read() as unit:
        return [(each.amount_minor, each.cause) for each in orders.refunds(unit, order_id=order_id)]


def level(database: Database) -> tuple[int, int]:
    with database.read() as unit:
        [found] = stock.levels(unit, "S01", product_ids=["p-milk"])
    return found.on_hand_milli, found.committed_milli


def test_what_nobody_came_for_is_given_back_once_and_waits_to_be_put_back(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    placed = place(database)
    order_id, total = placed.order.order_id, placed.order.total_minor
    on_hand, committed = level(database)
    assert committed == 1_000
    counter.ready(placed, at_ms=READY_MS)
    counter.send()
    assert told(database, order_id).deadline_ms == DEADLINE_MS
    heard(database, caller, clock=clock, at_ms=DEADLINE_MS)
    assert no_shows.keep_up(database) == 0  # To the last moment it is theirs.

    heard(database, caller, clock=clock, at_ms=DEADLINE_MS + no_shows.HEARD_AFTER_MS)
    assert no_shows.keep_up(database) == 1
    order = told(database, order_id)
    assert (order.state, order.reason) == ("no_show", "no_show")
    assert refunds(database, order_id) == [(total, "order_no_show")]
    assert level(database) == (on_hand, 0)
    assert order.lines[0].done.picked_milli == 1_000
    with database.read() as unit:
        purchases = unit.conn.execute(select(func.sum(points_entry.c.purchases))).scalar_one()
    assert purchases == 0
    assert no_shows.keep_up(database) == 0
    assert refunds(database, order_id) == [(total, "order_no_show")]


def test_a_store_that_is_silent_may_have_handed_it_over(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    placed = place(database)
    counter.ready(placed, at_ms=READY_MS)
    counter.send()
    heard(database, caller, clock=clock, at_ms=DEADLINE_MS - 1)
    clock.set(DEADLINE_MS + DAY_MS)
    assert no_shows.keep_up(database) == 0
    # The till comes back, and tells what happened before the deadline.
    counter.hand_over(placed, at_ms=DEADLINE_MS - 1_000)
    counter.send()
    heard(database, caller, clock=clock, at_ms=DEADLINE_MS + DAY_MS)
    assert no_shows.keep_up(database) == 0
    assert told(database, placed.order.order_id).state == "handed_over"
    assert refunds(database, placed.order.order_id) == []


def test_who_comes_after_it_was_given_back_is_for_a_person(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    placed = place(database)
    counter.ready(placed, at_ms=READY_MS)
    counter.send()
    heard(database, caller, clock=clock, at_ms=DEADLINE_MS + DAY_MS)
    assert no_shows.keep_up(database) == 1
    counter.hand_over(placed, at_ms=DEADLINE_MS + DAY_MS)
    counter.send()
    assert told(database, placed.order.order_id).state == "no_show"
    with database.read() as unit:
        doubts = unit.conn.execute(select(entry_exception.c.kind)).scalars().all()
    assert doubts == ["order.not_open"]


def test_goods_that_spoil_are_kept_for_hours_and_the_rest_for_days(
    database: Database, counter: Counter, database_url: str
) -> None:
    with database.read() as unit:
        [milk] = catalog.products(unit, "S01", product_ids={"p-milk"}).values()
    set_pickup(database_url, "S01", days=3, perishable_hours=4, perishable=[milk.category_id])
    fresh = place(database)
    counter.ready(fresh, at_ms=READY_MS)
    counter.send()
    set_pickup(database_url, "S01", days=3, perishable_hours=4, perishable=["another"])
    lasting = place(database, "r2")
    counter.ready(lasting, at_ms=READY_MS)
    counter.send()
    ends = [told(database, each.order.order_id).deadline_ms for each in (fresh, lasting)]
    assert ends == [READY_MS + 4 * 3_600_000, DEADLINE_MS]


def test_hours_without_categories_are_refused(database_url: str) -> None:
    with pytest.raises(UsageError, match="go together"):
        set_pickup(database_url, "S01", days=3, perishable_hours=4)


def test_orders_that_a_member_did_not_collect_lately_are_counted_on_the_next_one(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    for number in (1, 2):
        counter.ready(place(database, f"r{number}"), at_ms=READY_MS)
    counter.send()
    heard(database, caller, clock=clock, at_ms=DEADLINE_MS + DAY_MS)
    assert no_shows.keep_up(database) == 2

    third = place(database, "r3")
    assert told(database, third.order.order_id).no_shows == 2
    clock.set(DEADLINE_MS + 91 * DAY_MS)
    assert told(database, place(database, "r4").order.order_id).no_shows == 0
