"""An order that is later than promised earns one coupon, whoever sees it first."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, text

from central_api.coupons import service as coupons
from central_api.enrolment import service as enrolment
from central_api.importing.promise_settings import set_late
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.kit.words import words
from central_api.members import service as members
from central_api.models.coupons import coupon, coupon_account
from central_api.models.slots import order_late
from central_api.order_page import service as order_page
from central_api.order_page.page import order_parts
from central_api.orders import service as orders
from central_api.promises import service as promises
from central_api.shop import service as shop
from retail_core.wire.base import Message
from retail_core.wire.facts import IssuedCoupon
from retail_core.wire.feed import BlankDoc, OrderDoc
from retail_core.wire.order_facts import (
    ORDER_HANDED_OVER,
    ORDER_PICKED,
    ORDER_PICKING,
    ORDER_READY,
    HandOverLine,
    OrderHandedOver,
    OrderPicked,
    OrderStep,
    PickedLine,
)
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from retail_core.wire.store_facts import ORDER_LATE, OrderLate
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import MEMBER, coupon_campaign, set_up_floor, store_docs
from tests.integration.central_api.till import FakeTill

MINUTE_MS = 60_000
PROMISED_MS = NOW_MS + 30 * MINUTE_MS
LIMIT_MS = PROMISED_MS + 10 * MINUTE_MS


@pytest.fixture(autouse=True)
def floor(database: Database, database_url: str) -> None:
    database.run(set_up_floor)
    set_late(database_url, "S01", minutes=10, campaign="FIVE")


def place(database: Database, request_id: str = "r1") -> OrderPlaced:
    """Place an order that is promised in half an hour."""
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000),),
    )
    return database.run(lambda unit: shop.place_order(unit, request))


class Counter:
    """A till that picks orders; what it states arrives when it is told to send."""

    def __init__(self, database: Database, till: FakeTill, caller: Caller) -> None:
        self.database = database
        self.till = till
        self.caller = caller
        self.waiting: list[Any] = []

    def state(self, kind: str, body: Message, *, at_ms: int) -> None:
        """Note a fact at a time, and keep it."""
        self.waiting.append(self.till.state(kind, body, wall_ms=at_ms))

    def ready(self, placed: OrderPlaced, *, at_ms: int) -> None:
        """Pick an order and put it on its shelf."""
        order = placed.order
        picked = tuple(PickedLine(line_id=line.line_id, picked_milli=line.qty_milli) for line in order.lines)
        self.state(ORDER_PICKING, OrderStep(order_id=order.order_id), at_ms=at_ms)
        body = OrderPicked(order_id=order.order_id, lines=picked, ends=True)
        self.state(ORDER_PICKED, body, at_ms=at_ms)
        self.state(ORDER_READY, OrderStep(order_id=order.order_id, shelf="B2"), at_ms=at_ms)

    def hand_over(self, placed: OrderPlaced, *, at_ms: int) -> None:
        """Give an order to its customer."""
        order = placed.order
        lines = tuple(
            HandOverLine(line_id=line.line_id, product_id=line.product_id, qty_milli=line.qty_milli)
            for line in order.lines
        )
        body = OrderHandedOver(
            hand_over_id=f"h-{order.number}",
            order_id=order.order_id,
            shift_id="shift-1",
            business_day="2025-11-25",
            means="code",
            evidence="ab" * 16,
            value_minor=order.total_minor,
            currency="CNY",
            lines=lines,
        )
        self.state(ORDER_HANDED_OVER, body, at_ms=at_ms)

    def send(self) -> None:
        """Let everything arrive."""
        batch = self.till.batch(self.waiting)
        self.database.run(lambda unit: journal.ingest(unit, self.caller, batch=batch))
        self.waiting = []


@pytest.fixture
def counter(database: Database, till: FakeTill, caller: Caller) -> Counter:
    return Counter(database, till, caller)


def wallet(database: Database) -> list[str]:
    """Return the campaigns of the member's usable coupons."""
    with database.read() as unit:
        return [each.campaign_id for each in shop.wallet(unit, MEMBER)]


def noted(database: Database) -> list[tuple[str, str]]:
    with database.read() as unit:
        rows = unit.conn.execute(select(order_late.c.order_id, order_late.c.campaign_id))
        return [(row.order_id, row.campaign_id) for row in rows]


def told(database: Database) -> list[str]:
    """Return what the tills of the store know of orders being late."""
    docs = store_docs(database, "order").values()
    return [OrderDoc.model_validate_json(doc).late for doc in docs]


def heard(database: Database, caller: Caller, clock: FixedClock, *, at_ms: int) -> None:
    """Let the store's till be heard at a time, and go on until three minutes after the limit."""
    clock.set(at_ms)
    enrolment.TerminalCallers(database).hear(caller, now_ms=at_ms)
    clock.set(LIMIT_MS + 3 * MINUTE_MS)


def test_ready_at_the_limit_is_in_time(database: Database, counter: Counter) -> None:
    counter.ready(place(database), at_ms=LIMIT_MS)
    counter.send()
    assert (wallet(database), noted(database), told(database)) == ([], [], [""])


def test_ready_after_it_puts_a_coupon_into_the_wallet_and_on_the_page(
    database: Database, counter: Counter
) -> None:
    placed = place(database)
    counter.ready(placed, at_ms=LIMIT_MS + 1)
    counter.send()

    assert wallet(database) == ["FIVE"]
    assert noted(database) == [(placed.order.order_id, "FIVE")]
    assert told(database) == ["coupon"]
    with database.read() as unit:
        [mine] = shop.wallet(unit, MEMBER)
        view = order_page.show(unit, urlsplit(placed.page_url).path.removeprefix("/o/"))
        [account] = unit.conn.execute(select(coupon_account)).all()
    assert view is not None
    page = "".join(part.markup for part in order_parts(view, words("en")))
    assert "Sorry for the wait" in page
    assert "5 off" in page
    assert mine.short_code in page
    # What the manager's page of campaigns counts.
    assert (account.campaign_id, account.issued) == ("FIVE", 1)


def test_a_till_that_tells_it_days_later_tells_when_it_was(
    database: Database, counter: Counter, clock: FixedClock
) -> None:
    in_time, late = place(database, "r1"), place(database, "r2")
    counter.ready(in_time, at_ms=PROMISED_MS)
    counter.ready(late, at_ms=LIMIT_MS + MINUTE_MS)
    clock.set(NOW_MS + 3 * 24 * 60 * MINUTE_MS)
    counter.send()
    assert [order_id for order_id, _ in noted(database)] == [late.order.order_id]
    assert wallet(database) == ["FIVE"]


def test_the_servers_own_look_comes_first_and_the_fact_that_follows_gives_no_second_one(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    placed = place(database)
    # Nobody knows yet whether the store has it ready: it was not heard since.
    heard(database, caller, clock, at_ms=LIMIT_MS)
    assert promises.keep_up(database) == 0
    heard(database, caller, clock, at_ms=LIMIT_MS + MINUTE_MS)

    assert promises.keep_up(database) == 1

    assert told(database) == ["coupon"]
    assert wallet(database) == ["FIVE"]
    assert promises.keep_up(database) == 0
    counter.ready(placed, at_ms=LIMIT_MS + 3 * MINUTE_MS)
    counter.send()
    assert wallet(database) == ["FIVE"]
    assert len(noted(database)) == 1


def test_fact_and_look_at_the_same_time_give_one_coupon_for_each_order(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    placed = [place(database, f"r{number}") for number in range(6)]
    heard(database, caller, clock, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    for each in placed:
        counter.ready(each, at_ms=LIMIT_MS + MINUTE_MS)

    jobs: list[Callable[[], object]] = [counter.send, *[lambda: promises.keep_up(database)] * 3]
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(job) for job in jobs]:
            done.result()

    assert wallet(database) == ["FIVE"] * 6
    assert {order_id for order_id, _ in noted(database)} == {each.order.order_id for each in placed}


def test_an_order_that_was_given_up_earns_nothing(
    database: Database, caller: Caller, clock: FixedClock
) -> None:
    placed = place(database)
    database.run(lambda unit: orders.cancel(unit, placed.order.order_id))
    heard(database, caller, clock, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    assert promises.keep_up(database) == 0
    assert wallet(database) == []


def test_a_store_without_a_campaign_notes_it_all_the_same(
    database: Database, database_url: str, counter: Counter
) -> None:
    set_late(database_url, "S01", minutes=0)
    placed = place(database)
    counter.ready(placed, at_ms=PROMISED_MS + 1)
    counter.send()
    assert noted(database) == [(placed.order.order_id, "")]
    assert (wallet(database), told(database)) == ([], ["late"])


def test_a_campaign_that_is_used_up_gives_none_and_stops_no_fact(
    database: Database, counter: Counter
) -> None:
    database.run(lambda unit: coupons.change_terms(unit, "FIVE", issuing={"total": 1}))
    for number in (1, 2):
        counter.ready(place(database, f"r{number}"), at_ms=LIMIT_MS + MINUTE_MS)
    counter.send()
    assert wallet(database) == ["FIVE"]
    assert len(noted(database)) == 2
    assert sorted(told(database)) == ["coupon", "late"]


def test_an_order_of_nobody_has_its_coupon_on_its_page_only(database: Database, counter: Counter) -> None:
    placed = place(database)
    order_id = placed.order.order_id
    database.run(lambda unit: unit.conn.exec_driver_sql("UPDATE shop_order SET member_id = NULL"))
    counter.ready(placed, at_ms=LIMIT_MS + MINUTE_MS)
    counter.send()

    def owner(unit: Unit) -> list[str | None]:
        members.settle(unit)
        return [row.member_id for row in unit.conn.execute(select(coupon.c.member_id))]

    assert database.run(owner) == [None]
    with database.read() as unit:
        given = coupons.late_coupon(unit, order_id)
    assert given is not None
    assert given.campaign_id == "FIVE"


class Paper:
    """A store whose tills were given coupons to print for late orders."""

    def __init__(self, database: Database, counter: Counter) -> None:
        self.database = database
        self.counter = counter
        database.run(lambda unit: coupons.change_terms(unit, "FIVE", issuing={"at_late": True, "days": 10}))
        docs = store_docs(database, "blank")
        self.blanks = [BlankDoc.model_validate_json(docs[key]) for key in sorted(docs)]

    def printed(self, placed: OrderPlaced, *, number: int = 0, at_ms: int) -> str:
        """Let the till print one for an order; return its id."""
        blank = self.blanks[number]
        issued = IssuedCoupon(
            coupon_id=blank.coupon_id,
            campaign_id="FIVE",
            name="5 元券",
            kind="amount",
            worth=500,
            expires_ms=blank.expires_ms,
        )
        body = OrderLate(order_id=placed.order.order_id, issued=issued)
        self.counter.state(ORDER_LATE, body, at_ms=at_ms)
        return blank.coupon_id

    def states(self) -> dict[str, str]:
        """Return the states of coupons that somebody was given, by id."""
        with self.database.read() as unit:
            rows = unit.conn.execute(
                select(coupon.c.coupon_id, coupon.c.state).where(
                    (coupon.c.earned_sale_id.is_not(None)) | coupon.c.request_id.like("late:%")
                )
            )
            return {row.coupon_id: row.state for row in rows}

    def doubts(self) -> list[str]:
        with self.database.read() as unit:
            return [row.kind for row in unit.conn.execute(text("SELECT kind FROM entry_exception"))]


@pytest.fixture
def paper(database: Database, counter: Counter) -> Paper:
    return Paper(database, counter)


def test_what_a_till_printed_is_the_orders_one_and_comes_into_the_wallet(
    database: Database, counter: Counter, paper: Paper
) -> None:
    assert {blank.use for blank in paper.blanks} == {"late"}
    placed = place(database)
    mine = paper.printed(placed, at_ms=LIMIT_MS + MINUTE_MS)
    counter.ready(placed, at_ms=LIMIT_MS + MINUTE_MS)
    counter.send()

    assert paper.states() == {mine: "issued"}
    assert told(database) == ["coupon"]
    assert wallet(database) == ["FIVE"]
    assert paper.doubts() == []
    with database.read() as unit:
        shown = coupons.late_coupon(unit, placed.order.order_id)
        [account] = unit.conn.execute(select(coupon_account)).all()
    assert shown is not None
    assert shown.coupon_id == mine
    assert account.issued == 1
    assert promises.keep_up(database) == 0


def test_what_was_printed_after_head_office_gave_one_never_counts(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock, paper: Paper
) -> None:
    placed = place(database)
    heard(database, caller, clock, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    assert promises.keep_up(database) == 1
    second = paper.printed(placed, at_ms=LIMIT_MS + 3 * MINUTE_MS)
    counter.ready(placed, at_ms=LIMIT_MS + 3 * MINUTE_MS)
    counter.send()

    assert paper.states()[second] == "void"
    assert sorted(paper.states().values()) == ["issued", "void"]
    assert wallet(database) == ["FIVE"]
    assert paper.doubts() == ["order.late_coupon_twice"]
    assert f"coupon:{second}" in store_docs(database, "revoked")


def test_two_tills_that_print_for_one_order_leave_one_that_counts(
    database: Database, counter: Counter, paper: Paper
) -> None:
    placed = place(database)
    first = paper.printed(placed, number=0, at_ms=LIMIT_MS + MINUTE_MS)
    second = paper.printed(placed, number=1, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    counter.ready(placed, at_ms=LIMIT_MS + 2 * MINUTE_MS)
    counter.send()
    assert paper.states() == {first: "issued", second: "void"}
    assert paper.doubts() == ["order.late_coupon_twice"]
    assert wallet(database) == ["FIVE"]


def test_a_campaign_is_for_late_orders_or_for_sales(paper: Paper) -> None:
    for also in ({"at_till": True}, {"per_member": 1}):
        with pytest.raises(ApiError, match=r"campaign\.bad_issuing"):
            coupons.check_terms(coupon_campaign(), {"at_late": True, **also})
    assert paper.states() == {}
