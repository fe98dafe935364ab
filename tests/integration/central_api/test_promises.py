"""A store promises times by its slots, no slot more than it has places, and later when it is busy."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from central_api.enrolment import service as enrolment
from central_api.importing.promise_settings import set_busy, set_promises
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError, UsageError
from central_api.kit.unit import Unit
from central_api.kit.words import words
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.order_page import service as order_page
from central_api.order_page.page import order_parts
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder, PromisedTimes
from retail_core.wire.store_facts import STORE_BUSY, StoreBusy
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor
from tests.integration.central_api.till import SOLD_MS, FakeTill

# NOW_MS is Tuesday, 25 November 2025, 00:08:20 in Shanghai.
MINUTE_MS = 60_000
OPENING = ["1-7@08:00-20:00"]


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def fill_shelf(unit: Unit) -> None:
    stock.move(unit, [Movement("S01", "p-milk", 1_000_000, 0, stock.RECEIPT, "r2", "1", unit.now_ms)])
    stock.settle(unit)


def place(
    database: Database, request_id: str, *, slot_ms: int | None = None, member_id: str = MEMBER
) -> OrderPlaced:
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=member_id,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000),),
        slot_ms=slot_ms,
    )
    return database.run(lambda unit: shop.place_order(unit, request))


def told(database: Database) -> PromisedTimes:
    with database.read() as unit:
        return shop.promised_times(unit, "S01")


def free(database: Database) -> list[tuple[str, int]]:
    """Return the slots as local time and free places."""
    return [(clock_of(slot.slot_ms), slot.free) for slot in told(database).slots]


def clock_of(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1_000, ZoneInfo("Asia/Shanghai")).strftime("%d %H:%M")


def test_an_order_takes_a_place_in_the_first_slot_and_is_promised_for_its_beginning(
    database: Database, database_url: str
) -> None:
    set_promises(database_url, "S01", open_=["2@08:00-09:00"], slot="15:2", prepare=30, days=1)
    assert free(database) == [("25 08:30", 2), ("25 08:45", 2)]

    first = place(database, "r1")

    assert clock_of(first.order.promised_ms) == "25 08:30"
    assert free(database) == [("25 08:30", 1), ("25 08:45", 2)]
    assert [clock_of(place(database, name).order.promised_ms) for name in ("r2", "r3")] == [
        "25 08:30",
        "25 08:45",
    ]
    # The same request again takes no second place.
    assert place(database, "r1").order.promised_ms == first.order.promised_ms
    assert free(database) == [("25 08:30", 0), ("25 08:45", 1)]
    assert told(database).waiting_orders == 3


def test_the_page_of_an_order_says_when_its_store_is_open(database: Database, database_url: str) -> None:
    set_promises(database_url, "S01", open_=["2@08:00-12:00", "2@13:30-24:00", "3@09:00-10:00"])
    token = urlsplit(place(database, "r1").page_url).path.removeprefix("/o/")

    def page() -> str:
        with database.read() as unit:
            view = order_page.show(unit, token)
        assert view is not None
        return "".join(part.markup for part in order_parts(view, words("en")))

    assert "Open today 08:00–12:00, 13:30–24:00" in page()
    set_promises(database_url, "S01", open_=["3@08:00-12:00"])
    assert "Closed today" in page()


def test_a_chosen_slot_that_is_full_is_refused_and_nothing_of_the_order_stays(
    database: Database, database_url: str
) -> None:
    set_promises(database_url, "S01", open_=["2@08:00-09:00"], slot="15:1", prepare=30, days=1)
    last_ms = told(database).slots[-1].slot_ms
    assert place(database, "r1", slot_ms=last_ms).order.promised_ms == last_ms

    for wanted_ms in (last_ms, last_ms + MINUTE_MS):
        with pytest.raises(ApiError) as refused:
            place(database, "r2", slot_ms=wanted_ms)
        assert (refused.value.status, refused.value.code) == (409, "order.slot_full")
    place(database, "r3")
    with pytest.raises(ApiError, match=r"order\.no_slot"):
        place(database, "r4")
    assert free(database) == [("25 08:30", 0), ("25 08:45", 0)]
    assert told(database).waiting_orders == 2


def test_an_order_that_was_cancelled_gives_its_place_back_once(database: Database, database_url: str) -> None:
    set_promises(database_url, "S01", open_=["2@08:00-09:00"], slot="30:2", prepare=30, days=1)
    first, _second = place(database, "r1"), place(database, "r2")
    assert free(database) == [("25 08:30", 0)]

    database.run(lambda unit: orders.cancel(unit, first.order.order_id))

    assert free(database) == [("25 08:30", 1)]
    with pytest.raises(ApiError, match=r"order\.not_open"):
        database.run(lambda unit: orders.cancel(unit, first.order.order_id))
    assert free(database) == [("25 08:30", 1)]


def test_many_orders_at_once_for_the_last_places(database: Database, database_url: str) -> None:
    set_promises(database_url, "S01", open_=["2@08:00-09:00"], slot="15:3", prepare=30, days=1)
    people = [
        NewMember(f"N-{number}", f"{number:016x}", "张三", f"138{number:08d}", "basic", "S01", NOW_MS)
        for number in range(40)
    ]
    database.run(lambda unit: members.register(unit, people))
    database.run(fill_shelf)
    last_ms = told(database).slots[-1].slot_ms

    def attempt(number: int) -> str:
        # Half of them want the last slot, the others take what there is.
        wanted_ms = last_ms if number % 2 else None
        try:
            placed = place(database, f"q{number}", slot_ms=wanted_ms, member_id=f"N-{number}")
        except ApiError as error:
            return error.code
        return clock_of(placed.order.promised_ms)

    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(attempt, range(40)))

    assert {name: answers[name] for name in ("25 08:30", "25 08:45")} == {"25 08:30": 3, "25 08:45": 3}
    assert answers["order.slot_full"] + answers["order.no_slot"] == 34
    assert free(database) == [("25 08:30", 0), ("25 08:45", 0)]


def test_what_a_till_says_while_somebody_changes_settings_is_not_lost(database: Database) -> None:
    def change(number: int) -> None:
        if number % 2:
            days = 1 + number % 14
            database.run(lambda unit: enrolment.change_store(unit, "S01", values={"pickup_days": days}))
        else:
            until_ms, said_ms = NOW_MS + number, NOW_MS + number
            database.run(
                lambda unit: enrolment.say_busy(unit, "S01", minutes=20, until_ms=until_ms, said_ms=said_ms)
            )

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(change, range(1, 61)))

    with database.read() as unit:
        card = enrolment.store_card(unit, "S01")
    assert (card.busy_minutes, card.busy_until_ms) == (20, NOW_MS + 60)
    assert card.pickup_days in {1 + number % 14 for number in range(1, 61, 2)}


def test_a_store_without_slots_keeps_the_shops_word_and_is_busy_all_the_same(
    database: Database,
) -> None:
    assert (told(database).by_slots, told(database).slots) == (False, ())
    assert place(database, "r1").order.promised_ms == NOW_MS + 30 * MINUTE_MS
    database.run(
        lambda unit: enrolment.say_busy(
            unit, "S01", minutes=20, until_ms=NOW_MS + 60 * MINUTE_MS, said_ms=NOW_MS
        )
    )
    assert place(database, "r2").order.promised_ms == NOW_MS + 50 * MINUTE_MS
    with pytest.raises(ApiError, match=r"order\.slot_full"):
        place(database, "r3", slot_ms=NOW_MS + 60 * MINUTE_MS)


def test_a_busy_store_promises_later_until_its_time_is_over(
    database: Database, database_url: str, clock: FixedClock
) -> None:
    set_promises(database_url, "S01", open_=OPENING, slot="15:2", days=1)
    clock.set(NOW_MS + 10 * 60 * MINUTE_MS)  # 10:08:20
    assert free(database)[0] == ("25 10:45", 2)
    until_ms = clock.now_ms() + 60 * MINUTE_MS

    database.run(
        lambda unit: enrolment.say_busy(unit, "S01", minutes=20, until_ms=until_ms, said_ms=unit.now_ms)
    )

    found = told(database)
    assert (found.busy_minutes, found.busy_until_ms, clock_of(found.slots[0].slot_ms)) == (
        20,
        until_ms,
        "25 11:00",
    )
    clock.set(until_ms)
    assert (told(database).busy_minutes, told(database).busy_until_ms) == (0, 0)
    assert free(database)[0] == ("25 11:45", 2)


def test_what_tills_say_of_it_counts_by_their_own_time_whenever_it_arrives(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    later = till.state(STORE_BUSY, StoreBusy(minutes=40, until_ms=NOW_MS + 60 * MINUTE_MS))
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([later])))
    assert told(database).busy_minutes == 40

    # Head office's word of an hour before comes after it.
    said_ms = SOLD_MS - 60 * MINUTE_MS
    counts = database.run(
        lambda unit: enrolment.say_busy(unit, "S01", minutes=5, until_ms=NOW_MS + 1, said_ms=said_ms)
    )

    assert counts is False
    assert told(database).busy_minutes == 40
    ended = till.state(STORE_BUSY, StoreBusy(minutes=0, until_ms=NOW_MS + 1))
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([ended])))
    assert told(database).busy_minutes == 0


def test_the_command_says_that_a_store_is_busy(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_busy(database_url, "S01", minutes=15, for_minutes=30)
    with database.read() as unit:
        card = enrolment.store_card(unit, "S01")
    assert card.busy_minutes == 15
    assert card.busy_until_ms - card.busy_said_ms == 30 * MINUTE_MS
    assert '"counts": true' in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong", ["08:00-20:00", "8@08:00-20:00", "5-1@08:00-20:00", "1@20:00-08:00", "1@08:00-24:01"]
)
def test_a_wrong_opening_time_is_refused_in_words(database: Database, database_url: str, wrong: str) -> None:
    with pytest.raises(UsageError, match="is no opening time"):
        set_promises(database_url, "S01", open_=[wrong])
    with pytest.raises(UsageError, match="is no slot"):
        set_promises(database_url, "S01", open_=OPENING, slot="15")
    with pytest.raises(UsageError, match="slot minutes is out of its range"):
        set_promises(database_url, "S01", open_=OPENING, slot="1:8")
    assert told(database).by_slots is False
