"""Members are told of their orders once each, in order, and by how the order stands when its facts arrive."""

from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, update

from central_api.importing.promise_settings import set_late
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.messages import service as messages
from central_api.messages.schemas import DeliveryError, Message
from central_api.models.orders import shop_order
from central_api.models.proofs import message_outbox
from central_api.order_messages import service as order_messages
from central_api.promises import service as promises
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import PHONE, set_up_floor
from tests.integration.central_api.test_late_orders import LIMIT_MS, MINUTE_MS, Counter, heard, place
from tests.integration.central_api.till import FakeTill

HOUR_MS = 60 * MINUTE_MS


class Gateway:
    """Takes messages, or is away."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.is_away = False

    def deliver(self, message: Message) -> None:
        if self.is_away:
            code = "message.gateway_away"
            raise DeliveryError(code)
        self.taken.append(message)

    @property
    def kinds(self) -> list[str]:
        return [message.kind for message in self.taken]


@pytest.fixture
def gateway() -> Gateway:
    return Gateway()


@pytest.fixture
def counter(database: Database, till: FakeTill, caller: Caller, database_url: str) -> Counter:
    database.run(set_up_floor)
    set_late(database_url, "S01", minutes=10)
    return Counter(database, till, caller)


def run(database: Database, gateway: Gateway) -> None:
    """Look at promises and at orders, and deliver, as the server does."""
    promises.keep_up(database)
    order_messages.keep_up(database)
    messages.deliver_due(database, gateway)


def keep_until(database: Database, *, deadline_ms: int) -> None:
    database.run(lambda unit: unit.conn.execute(update(shop_order).values(deadline_ms=deadline_ms)))


def test_ready_is_told_once_with_the_address_of_the_page(
    database: Database, counter: Counter, gateway: Gateway, clock: FixedClock
) -> None:
    placed = place(database)
    run(database, gateway)
    assert gateway.taken == []
    counter.ready(placed, at_ms=NOW_MS + MINUTE_MS)
    counter.send()
    clock.set(NOW_MS + 2 * MINUTE_MS)

    for _ in range(2):
        run(database, gateway)

    [message] = gateway.taken
    assert (message.kind, message.to_phone) == ("order_ready", PHONE)
    assert "【一号店】" in message.words
    assert "A001" in message.words
    assert message.words.endswith(placed.page_url)
    assert urlsplit(placed.page_url).path.startswith("/o/")
    assert "李" not in message.words


def test_late_is_told_before_ready_and_each_once(
    database: Database, counter: Counter, caller: Caller, gateway: Gateway, clock: FixedClock
) -> None:
    placed = place(database)
    heard(database, caller, clock, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    run(database, gateway)
    assert gateway.kinds == ["order_late"]
    counter.ready(placed, at_ms=LIMIT_MS + 3 * MINUTE_MS)
    counter.send()
    run(database, gateway)
    run(database, gateway)
    assert gateway.kinds == ["order_late", "order_ready"]


def test_who_has_the_goods_already_hears_nothing_of_facts_that_come_later(
    database: Database, counter: Counter, gateway: Gateway, clock: FixedClock
) -> None:
    placed = place(database)
    counter.ready(placed, at_ms=LIMIT_MS + MINUTE_MS)
    counter.hand_over(placed, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    clock.set(NOW_MS + 5 * HOUR_MS)
    counter.send()
    run(database, gateway)
    assert gateway.taken == []


def test_while_the_gateway_is_away_the_newest_waits_alone(
    database: Database, counter: Counter, caller: Caller, gateway: Gateway, clock: FixedClock
) -> None:
    placed = place(database)
    gateway.is_away = True
    heard(database, caller, clock, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    run(database, gateway)
    counter.ready(placed, at_ms=LIMIT_MS + 3 * MINUTE_MS)
    counter.send()
    run(database, gateway)
    gateway.is_away = False
    clock.set(LIMIT_MS + 30 * MINUTE_MS)

    run(database, gateway)

    assert gateway.kinds == ["order_ready"]
    with database.read() as unit:
        rows = unit.conn.execute(select(message_outbox.c.kind, message_outbox.c.to_phone)).all()
    # The numbers of both are gone from the outbox.
    assert sorted((row.kind, row.to_phone) for row in rows) == [("order_late", None), ("order_ready", None)]


def test_a_day_before_the_deadline_somebody_is_reminded_once(
    database: Database, counter: Counter, gateway: Gateway, clock: FixedClock
) -> None:
    placed = place(database)
    counter.ready(placed, at_ms=NOW_MS)
    counter.send()
    keep_until(database, deadline_ms=NOW_MS + 72 * HOUR_MS)
    run(database, gateway)
    clock.set(NOW_MS + 47 * HOUR_MS)
    run(database, gateway)
    assert gateway.kinds == ["order_ready"]
    clock.set(NOW_MS + 48 * HOUR_MS)
    run(database, gateway)
    run(database, gateway)
    assert gateway.kinds == ["order_ready", "order_reminder"]
    assert "保留到 2025-11-28 00:08" in gateway.taken[-1].words


def test_perishable_goods_are_not_reminded_of_as_soon_as_they_are_ready(
    database: Database, counter: Counter, gateway: Gateway, clock: FixedClock
) -> None:
    placed = place(database)
    counter.ready(placed, at_ms=NOW_MS)
    counter.send()
    keep_until(database, deadline_ms=NOW_MS + 4 * HOUR_MS)
    run(database, gateway)
    assert gateway.kinds == ["order_ready"]
    clock.set(NOW_MS + 2 * HOUR_MS)
    run(database, gateway)
    assert gateway.kinds == ["order_ready", "order_reminder"]
