"""Goods ordered at a till: kept for half an hour, never twice, placed by the sale that pays them."""

import random
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select

from central_api.erasing import service as erasing
from central_api.held_orders import service as held_orders
from central_api.importing.promise_settings import set_promises
from central_api.importing.shop_settings import change
from central_api.importing.web_settings import set_web
from central_api.joining import service as joining
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.models.journal import entry_exception
from central_api.models.orders import held_order, shop_order
from central_api.orders import service as orders
from central_api.shop import floors, till_orders
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.codes.pq1 import kind_of
from retail_core.wire.enrolment import WebBuffer
from retail_core.wire.facts import SALE_COMPLETED, OrderedGoods, SaleCompleted
from retail_core.wire.feed import OrderDoc
from retail_core.wire.shop import OrderCustomer, OrderItem, OrderPlaced
from retail_core.wire.till_orders import HoldOrder, OrderHeld
from tests.integration.central_api.conftest import NOW_MS, enrol
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor, store_docs
from tests.integration.central_api.test_late_orders import Counter
from tests.integration.central_api.till import FakeTill, line, returned, sale

MINUTE_MS = 60_000
OVER_MS = NOW_MS + 30 * MINUTE_MS
WANG = OrderCustomer(name="王小明", phone="13912345678")


@pytest.fixture(autouse=True)
def floor(database: Database, database_url: str) -> None:
    """Three cartons of milk lie in S02, all of which the web may promise; none in S01."""

    def deliver(unit: Unit) -> None:
        moves = [
            Movement("S01", "p-milk", -10_000, 0, stock.RECEIPT, "away", "1", NOW_MS),
            Movement("S02", "p-milk", 3_000, 0, stock.RECEIPT, "d2", "1", NOW_MS),
        ]
        stock.move(unit, moves)
        stock.settle(unit)

    database.run(set_up_floor)
    database.run(deliver)
    for store_id in ("S01", "S02"):
        every = WebBuffer(least_milli=0, share_bp=0, walk_in_percent=0)
        change(database_url, store_id, values={"web_buffers": (every,)})


@pytest.fixture
def counter(database: Database, till: FakeTill, caller: Caller) -> Counter:
    """A till of S01."""
    return Counter(database, till, caller)


def wanted(request_id: str = "q1", pieces: int = 1, **others: Any) -> HoldOrder:
    item = OrderItem(product_id="p-milk", qty_milli=1_000 * pieces)
    values: dict[str, Any] = {"store_id": "S02", "customer": WANG}
    return HoldOrder(request_id=request_id, items=(item,), **{**values, **others})


def hold(database: Database, request_id: str = "q1", pieces: int = 1, **others: Any) -> OrderHeld:
    request = wanted(request_id, pieces, **others)
    return database.run(lambda unit: till_orders.hold(unit, request, till_store="S01"))


def free(database: Database, store_id: str = "S02") -> int:
    with database.read() as unit:
        [found] = floors.availability(unit, store_id, product_ids=["p-milk"])
    return found.web_milli


def level(database: Database, store_id: str = "S02") -> tuple[int, int]:
    with database.read() as unit:
        [found] = stock.levels(unit, store_id, product_ids=["p-milk"])
    return found.on_hand_milli, found.committed_milli


def board(database: Database, store_id: str = "S02") -> list[OrderDoc]:
    found = store_docs(database, "order", store_id).values()
    return [OrderDoc.model_validate_json(doc) for doc in found]


def doubts(database: Database) -> list[str]:
    with database.read() as unit:
        rows = unit.conn.execute(select(entry_exception.c.kind).order_by(entry_exception.c.id))
        return [row.kind for row in rows]


def paying(held: OrderHeld, *, number: int = 1, promised_ms: int | None = None) -> SaleCompleted:
    """Return a sale of a carton that is carried out and of what was ordered."""
    [goods] = held.order.lines
    ordered = line("1", qty_milli=goods.qty_milli, unit_minor=650).model_copy(
        update={
            "order_id": held.order.order_id,
            "order_line_id": goods.line_id,
            "label_minor": goods.total_minor,
        }
    )
    told = OrderedGoods(
        order_id=held.order.order_id,
        number=held.order.number,
        store_id=held.store_id,
        store_name=held.store_name,
        promised_ms=held.order.promised_ms if promised_ms is None else promised_ms,
    )
    return sale(f"s-{number}", ordered, line("2", qty_milli=1_000), number=number, ordered=(told,))


def pay(counter: Counter, held: OrderHeld, *, at_ms: int, number: int = 1, **others: Any) -> None:
    counter.state(SALE_COMPLETED, paying(held, number=number, **others), at_ms=at_ms)


def test_what_is_held_is_kept_and_no_store_hears_of_it(database: Database) -> None:
    held = hold(database, pieces=2)
    assert (held.order.number, held.order.total_minor, held.order.settled_minor) == ("T001", 1_300, 0)
    assert (held.store_id, held.until_ms) == ("S02", OVER_MS)
    assert (held.order.masked_name, held.order.phone_last4) == ("王**", "5678")
    assert kind_of(held.pickup_code) == "pickup"
    assert (free(database), level(database)) == (1_000, (3_000, 2_000))
    assert (board(database), board(database, "S01")) == ([], [])
    with pytest.raises(ApiError, match=r"stock\.not_enough"):
        hold(database, "q2", pieces=2)
    assert hold(database, "q3").order.number == "T002"
    assert free(database) == 0


def test_the_same_request_is_the_same_order(database: Database) -> None:
    first = hold(database, pieces=2)
    assert hold(database, pieces=2) == first
    assert level(database) == (3_000, 2_000)


def test_a_member_pays_the_price_of_the_tier(database: Database) -> None:
    held = hold(database, customer=None, member_id=MEMBER)
    assert (held.order.total_minor, held.order.masked_name) == (600, "李**")


@pytest.mark.parametrize(
    ("others", "code"),
    [
        ({"customer": None}, "order.nobody"),
        ({"customer": OrderCustomer(name="王小明")}, "order.nobody"),
        ({"fulfilment": "courier", "store_id": None}, "order.no_address"),
        ({"slot_ms": NOW_MS + 1}, "order.slot_full"),
        ({"store_id": "S99"}, "store.unknown"),
        ({"store_id": "S01"}, "stock.not_enough"),
    ],
)
def test_what_cannot_be_ordered_is_refused_and_keeps_nothing(
    database: Database, others: dict[str, Any], code: str
) -> None:
    with pytest.raises(ApiError, match=code.replace(".", r"\.")):
        hold(database, **others)
    assert level(database) == (3_000, 0)


def test_the_sale_places_it_and_the_other_store_sees_it(database: Database, counter: Counter) -> None:
    held = hold(database, pieces=2)
    pay(counter, held, at_ms=NOW_MS)
    counter.send()
    assert doubts(database) == []
    [placed] = board(database)
    assert (placed.order_id, placed.number, placed.channel) == (held.order.order_id, "T001", "till")
    assert (placed.state, placed.settled_minor) == ("placed", 1_300)
    assert placed.paid_by_receipt == "S01-T01-000001"
    assert placed.promised_ms == NOW_MS + 60 * MINUTE_MS
    # The carton that was carried out left S01; what was ordered waits in S02.
    assert (level(database, "S01"), level(database)) == ((-1_000, 0), (3_000, 2_000))
    with database.read() as unit:
        assert orders.get(unit, placed.order_id).pickup_code == held.pickup_code
    # Its time does not take it back, and no till lets it go any more.
    assert not database.run(lambda unit: till_orders.release(unit, placed.order_id, till_store="S01"))
    database.run(lambda unit: orders.cancel(unit, placed.order_id))
    assert level(database) == (3_000, 0)


def test_what_comes_back_by_its_receipt_before_it_was_collected_is_no_order_any_more(
    database: Database, counter: Counter
) -> None:
    held = hold(database, pieces=2)
    sold = paying(held)
    counter.state(SALE_COMPLETED, sold, at_ms=NOW_MS)
    one = returned(sold, pieces=1, number=2)
    counter.state(SALE_COMPLETED, one, at_ms=NOW_MS + 1)
    counter.send()
    [left] = board(database)
    assert (left.state, left.lines[0].done.refunded_milli) == ("placed", 1_000)
    # Only the carton that was carried out ever left S01, and nothing came into it.
    assert (level(database), level(database, "S01")) == ((3_000, 1_000), (-1_000, 0))
    counter.state(SALE_COMPLETED, returned(sold, one, pieces=1, number=3), at_ms=NOW_MS + 2)
    counter.state(SALE_COMPLETED, returned(sold, pieces=1, number=4, line_id="2"), at_ms=NOW_MS + 3)
    counter.send()
    [gone] = board(database)
    assert (gone.state, gone.reason) == ("cancelled", "not_wanted")
    assert (level(database), level(database, "S01")) == ((3_000, 0), (0, 0))
    with database.read() as unit:
        # The money went back by the receipt, and by nothing else.
        assert orders.refunds(unit, order_id=held.order.order_id) == []
    # This cashier may take nothing back, which somebody has to look at; of the order there is nothing.
    assert set(doubts(database)) == {"right.missing"}


def test_what_comes_back_after_it_was_collected_lies_in_the_store_that_takes_it(
    database: Database, counter: Counter
) -> None:
    held = hold(database)
    sold = paying(held)
    counter.state(SALE_COMPLETED, sold, at_ms=NOW_MS)
    counter.send()
    other = FakeTill("S02-T01", seed=bytes(range(1, 33)))
    away = Counter(database, other, enrol(database, other, store_id="S02"))
    placed = OrderPlaced(order=held.order, pickup_code=held.pickup_code)
    away.ready(placed, at_ms=NOW_MS + 1)
    away.hand_over(placed, at_ms=NOW_MS + 2)
    away.send()
    assert level(database) == (2_000, 0)
    counter.state(SALE_COMPLETED, returned(sold, pieces=1, number=2), at_ms=NOW_MS + 3)
    counter.send()
    assert (level(database), level(database, "S01")) == ((2_000, 0), (0, 0))
    assert board(database)[0].state == "handed_over"


def test_what_is_let_go_is_free_at_once_and_only_for_its_own_store(database: Database) -> None:
    held = hold(database, pieces=3)

    def release(store_id: str) -> bool:
        return database.run(lambda unit: till_orders.release(unit, held.order.order_id, till_store=store_id))

    assert not release("S02")
    assert free(database) == 0
    assert release("S01")
    assert (free(database), level(database)) == (3_000, (3_000, 0))
    assert not release("S01")
    with pytest.raises(ApiError, match=r"order\.hold_over"):
        hold(database, pieces=3)
    assert hold(database, "q2", pieces=3).order.number == "T002"


def test_after_half_an_hour_the_server_lets_it_go_by_itself(database: Database, clock: FixedClock) -> None:
    hold(database, pieces=3)
    clock.set(OVER_MS - 1)
    assert held_orders.keep_up(database) == 0
    clock.set(OVER_MS)
    assert (held_orders.keep_up(database), held_orders.keep_up(database)) == (1, 0)
    assert level(database) == (3_000, 0)


def test_a_sale_that_arrives_late_places_it_and_says_when_its_goods_are_gone(
    database: Database, counter: Counter, clock: FixedClock
) -> None:
    late, gone = hold(database, "q1"), hold(database, "q2")
    for number, held in ((1, late), (2, gone)):
        pay(counter, held, at_ms=NOW_MS + MINUTE_MS, number=number)
    clock.set(OVER_MS)
    assert held_orders.keep_up(database) == 2
    # Two of the three cartons are somebody else's by then.
    hold(database, "q3", pieces=2)
    clock.set(OVER_MS + 10 * MINUTE_MS)
    counter.send()
    assert doubts(database) == ["order.not_kept"]
    assert level(database) == (3_000, 4_000)
    placed = {each.order_id: each for each in board(database)}
    assert set(placed) == {late.order.order_id, gone.order.order_id}
    # It was told for an hour after it was held; the store needs an hour from when it hears of it.
    assert placed[late.order.order_id].promised_ms == OVER_MS + 70 * MINUTE_MS
    with database.write() as unit:
        for order_id in placed:
            orders.cancel(unit, order_id)
    assert level(database) == (3_000, 2_000)


def test_a_slot_is_taken_with_the_hold_and_free_again_with_it(
    database: Database, database_url: str, clock: FixedClock
) -> None:
    set_promises(database_url, "S02", open_=["1-7@00:00-24:00"], slot="15:1", prepare=30)

    def first_slot() -> int:
        with database.read() as unit:
            found = till_orders.offers(unit, "S01", product_id="p-milk")
        return found.places[1].slots[0].slot_ms

    first = first_slot()
    held = hold(database, slot_ms=first)
    assert (held.by_slots, held.order.promised_ms) == (True, first)
    assert first_slot() == first + 15 * MINUTE_MS
    with pytest.raises(ApiError, match=r"order\.slot_full"):
        hold(database, "q2", slot_ms=first)
    clock.set(OVER_MS - 10 * MINUTE_MS)
    database.run(lambda unit: till_orders.release(unit, held.order.order_id, till_store="S01"))
    assert first_slot() == first + 15 * MINUTE_MS  # the first one begins too soon by now


def test_a_courier_brings_it_from_the_nearest_store_that_has_it_all(
    database: Database, database_url: str, counter: Counter
) -> None:
    for store_id, place_of in (("S01", "31.24,121.47"), ("S02", "31.231,121.47")):
        set_web(database_url, store_id, at=place_of)
    home = OrderCustomer(name="王小明", phone="13912345678", address="南京西路 1 号")
    held = hold(database, store_id=None, fulfilment="courier", customer=home)
    assert (held.store_id, held.order.address, held.order.contact) == ("S02", "南京西路 1 号", "13912345678")
    pay(counter, held, at_ms=NOW_MS)
    counter.send()
    [placed] = board(database)
    assert (placed.fulfilment, placed.address) == ("courier", "南京西路 1 号")


def test_one_of_many_tills_gets_the_last_piece(database: Database) -> None:
    def attempt(number: int) -> str:
        try:
            return hold(database, f"q{number % 20}").order.order_id
        except ApiError as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(40)))
    kept = [answer for answer in answers if answer != "stock.not_enough"]
    # Three orders won; each request that was sent twice has the one order that it made.
    assert len(set(kept)) == 3
    assert level(database) == (3_000, 3_000)
    with database.read() as unit:
        assert unit.conn.execute(select(func.count()).select_from(held_order)).scalar_one() == 3


def test_an_account_that_was_merged_meanwhile_gets_it_all_the_same(
    database: Database, counter: Counter
) -> None:
    twin = NewMember("M2", "ab" * 8, "李静", "13900001111", "basic", "S01", NOW_MS)
    database.run(lambda unit: members.register(unit, [twin]))
    of_each = [hold(database, each, customer=None, member_id=each) for each in ("M2", MEMBER)]
    survivor = database.run(lambda unit: joining.merge(unit, MEMBER, other_id="M2"))
    for number, held in enumerate(of_each, start=1):
        pay(counter, held, at_ms=NOW_MS, number=number)
    counter.send()
    assert doubts(database) == []
    with database.read() as unit:
        rows = unit.conn.execute(select(shop_order.c.member_id))
        assert [row.member_id for row in rows] == [survivor, survivor]


def test_who_is_forgotten_is_forgotten_here_too(
    database: Database, counter: Counter, clock: FixedClock
) -> None:
    held = hold(database, customer=None, member_id=MEMBER)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert level(database) == (3_000, 0)
    other = hold(database, "q2")
    clock.set(NOW_MS + 36 * 24 * 60 * MINUTE_MS)
    held_orders.keep_up(database)
    with database.read() as unit:
        rows = unit.conn.execute(select(held_order.c.body, held_order.c.member_id, held_order.c.state))
        assert [tuple(row) for row in rows] == [("", None, "released")] * 2
    for number, each in ((1, held), (2, other)):
        pay(counter, each, at_ms=NOW_MS, number=number)
    counter.send()
    assert doubts(database) == ["order.unknown", "order.unknown"]


class Walk:
    """Tills that hold, let go, pay in time and late, and wait, in whatever order chance says."""

    def __init__(self, database: Database, counter: Counter, clock: FixedClock) -> None:
        self.database, self.counter, self.clock = database, counter, clock
        self.held: dict[str, OrderHeld] = {}
        self.ordered: dict[str, OrderHeld] = {}
        self.over: dict[str, OrderHeld] = {}

    @property
    def kept_milli(self) -> int:
        """What is to be kept in S02."""
        found = (*self.held.values(), *self.ordered.values())
        return sum(line.qty_milli for each in found for line in each.order.lines)

    def hold(self, number: int, pieces: int) -> None:
        """Hold so many: they are had exactly where so many are free."""
        if 3_000 - self.kept_milli < 1_000 * pieces:
            with pytest.raises(ApiError, match=r"stock\.not_enough"):
                hold(self.database, f"q{number}", pieces=pieces)
        else:
            made = hold(self.database, f"q{number}", pieces=pieces)
            self.held[made.order.order_id] = made

    def release(self, order_id: str) -> None:
        """Let one go that is held."""
        with self.database.write() as unit:
            assert till_orders.release(unit, order_id, till_store="S01")
        self.over[order_id] = self.held.pop(order_id)

    def pay(self, order_id: str, number: int) -> None:
        """Pay one, in time or late."""
        found = self.held.pop(order_id, None) or self.over.pop(order_id)
        self.ordered[order_id] = found
        pay(self.counter, found, at_ms=self.clock.now_ms(), number=number)
        self.counter.send()

    def wait(self) -> None:
        """Let half an hour go by."""
        self.clock.set(self.clock.now_ms() + 31 * MINUTE_MS)
        assert held_orders.keep_up(self.database) == len(self.held)
        self.over |= self.held
        self.held.clear()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_tills_do_what_is_kept_is_what_is_held_and_ordered(
    database: Database, counter: Counter, clock: FixedClock, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that is the same again, not a secret
    walk = Walk(database, counter, clock)
    for number in range(1, 25):
        step = chance.choice(("hold", "hold", "hold", "release", "pay", "pay late", "wait"))
        if step == "hold":
            walk.hold(number, chance.randint(1, 2))
        elif step == "wait":
            walk.wait()
        elif step == "pay late" and walk.over:
            walk.pay(chance.choice(sorted(walk.over)), number)
        elif step == "pay" and walk.held:
            walk.pay(chance.choice(sorted(walk.held)), number)
        elif step == "release" and walk.held:
            walk.release(chance.choice(sorted(walk.held)))
        assert level(database) == (3_000, walk.kept_milli)
        assert {each.order_id for each in board(database)} == set(walk.ordered)
