"""The web promises what a store can keep: buffers, silence, two hundred orders at once, the next store."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.importing.shop_settings import change
from central_api.importing.web_settings import set_web
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError, UsageError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.shop import floors
from central_api.shop import service as shop
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire.enrolment import WebBuffer
from retail_core.wire.shop import OrderItem, PlaceOrder
from tests.integration.central_api.conftest import NOW_MS, Client, RunningServer, product, wake_path
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor

_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    """Ten cartons of milk lie in S01."""
    database.run(set_up_floor)


def sell(database: Database, *, pieces: int, at_ms: int, product_id: str = "p-milk") -> None:
    def work(unit: Unit) -> None:
        moved = Movement("S01", product_id, -1_000 * pieces, 0, stock.SALE, f"s{at_ms}", "1", at_ms)
        stock.move(unit, [moved])
        stock.settle(unit)

    database.run(work)


def free(database: Database, product_id: str = "p-milk", store_id: str = "S01") -> int:
    with database.read() as unit:
        [found] = floors.availability(unit, store_id, product_ids=[product_id])
    return found.web_milli


def place(database: Database, request_id: str, *, pieces: int, member_id: str = MEMBER) -> str:
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=member_id,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000 * pieces),),
    )
    return database.run(lambda unit: shop.place_order(unit, request)).order.state


def test_what_goes_at_the_counter_is_not_promised(database: Database) -> None:
    assert free(database) == 8_000
    sell(database, pieces=1, at_ms=NOW_MS - _HOUR_MS)
    # Nine are there; twice the one of the last two hours stays, as does a fifth, which is two.
    assert free(database) == 7_000
    sell(database, pieces=2, at_ms=NOW_MS - 2)
    # Seven are there, twice three stay.
    assert free(database) == 1_000
    sell(database, pieces=1, at_ms=NOW_MS - 2 * _HOUR_MS)
    # Two hours ago is not within the last two hours.
    assert free(database) == 0


def test_an_order_takes_what_is_free_or_nothing(database: Database) -> None:
    place(database, "r1", pieces=5)
    assert free(database) == 3_000
    with pytest.raises(ApiError, match=r"stock\.not_enough"):
        place(database, "r2", pieces=4)
    assert place(database, "r3", pieces=3) == "placed"
    assert free(database) == 0


def test_a_store_says_what_it_keeps_by_category(database: Database, database_url: str) -> None:
    def bring_tea(unit: Unit) -> None:
        tea = product("p-tea", barcode="6901234567908").model_copy(update={"category_id": "tea"})
        catalog.put_products(unit, "*", docs=[tea])
        stock.move(unit, [Movement("S01", "p-tea", 10_000, 0, stock.RECEIPT, "r2", "1", NOW_MS)])
        stock.settle(unit)

    database.run(bring_tea)
    set_web(database_url, "S01", keep=[":3:0:0", "dairy:0:50:0"], at="31.230416,121.473701")
    assert (free(database), free(database, "p-tea")) == (5_000, 7_000)
    place(database, "r1", pieces=5)
    with pytest.raises(ApiError, match=r"stock\.not_enough"):
        place(database, "r2", pieces=1)
    with database.read() as unit:
        card = enrolment.store_card(unit, "S01")
    assert (card.latitude_e6, card.longitude_e6) == (31_230_416, 121_473_701)


@pytest.mark.parametrize(
    ("keep", "at", "words"),
    [
        (["1:20:2"], None, "is no buffer"),
        ([":1:120:2"], None, "more than there is"),
        ([":1:20:2", ":2:20:2"], None, "twice"),
        (None, "91,0", "is no place"),
        (None, "here", "is no place"),
        (None, None, "Nothing is to be changed"),
    ],
)
def test_a_wrong_setting_is_refused_in_words(
    database: Database, database_url: str, keep: list[str] | None, at: str | None, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        set_web(database_url, "S01", keep=keep, at=at)
    assert free(database) == 8_000


def test_a_silent_store_is_frozen_and_then_promises_nothing_small(
    database: Database, clock: FixedClock, caller: Caller
) -> None:
    callers = enrolment.TerminalCallers(database)
    callers.hear(caller, now_ms=NOW_MS)
    sell(database, pieces=1, at_ms=NOW_MS - _MINUTE_MS)
    assert free(database) == 7_000
    clock.set(NOW_MS + 3 * _HOUR_MS)
    # Nobody knows what was sold in the three hours: the last two that are known still count.
    sell(database, pieces=1, at_ms=NOW_MS - 2 * _MINUTE_MS)
    assert free(database) == 4_000
    clock.set(NOW_MS + 4 * _HOUR_MS)
    assert free(database) == 0
    with pytest.raises(ApiError, match=r"stock\.not_enough"):
        place(database, "r1", pieces=1)
    heard = callers.find(caller.key_id)
    assert heard is not None
    callers.hear(heard, now_ms=clock.now_ms())
    # It speaks again, and sold nothing since: of eight a fifth stays, rounded up.
    assert free(database) == 6_000


def test_every_signed_request_is_a_word_of_its_store(server: RunningServer, client: Client) -> None:
    def heard_ms() -> int | None:
        with server.database.read() as unit:
            return enrolment.heard_ms(unit, "S01")

    server.database.run(
        lambda unit: unit.conn.exec_driver_sql("UPDATE terminal SET enrolled_ms = 5, heard_ms = 5")
    )
    assert heard_ms() == 5
    assert client.get(wake_path(client, hold_s=0)).status_code == 200
    first = heard_ms()
    assert first is not None
    assert first != 5


def test_two_hundred_orders_for_the_last_ten_pieces(database: Database, database_url: str) -> None:
    change(
        database_url,
        "S01",
        values={"web_buffers": (WebBuffer(least_milli=0, share_bp=0, walk_in_percent=0),)},
    )
    people = [
        NewMember(f"N-{number}", f"{number:016x}", "张三", f"138{number:08d}", "basic", "S01", NOW_MS)
        for number in range(200)
    ]
    database.run(lambda unit: members.register(unit, people))

    def attempt(number: int) -> str:
        try:
            return place(database, f"q{number}", pieces=1, member_id=f"N-{number}")
        except ApiError as error:
            return f"{error.code} {error.detail}"

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(attempt, range(200)))
    with database.read() as unit:
        [level] = stock.levels(unit, "S01", product_ids=["p-milk"])
    assert sorted(answers) == ["placed"] * 10 + ["stock.not_enough p-milk"] * 190
    assert (level.on_hand_milli, level.committed_milli) == (10_000, 10_000)
    # The winners' answers were lost: they ask again, and have their one order.
    winners = [number for number, answer in enumerate(answers) if answer == "placed"]
    assert [attempt(number) for number in winners] == ["placed"] * 10
    assert free(database) == 0


def test_the_next_store_that_has_it(database: Database, database_url: str) -> None:
    def deliver(unit: Unit) -> None:
        for store_id, pieces in (("S02", 3), ("S03", 30)):
            stock.move(
                unit,
                [Movement(store_id, "p-milk", 1_000 * pieces, 0, stock.RECEIPT, f"d{store_id}", "1", NOW_MS)],
            )
        stock.settle(unit)

    def found(pieces: int, *, most: int = 5) -> list[tuple[str, int]]:
        with database.read() as unit:
            # The south-west corner of People's Square.
            rows = floors.nearby(
                unit, "p-milk", qty_milli=1_000 * pieces, here=(31_230_000, 121_470_000), most=most
            )
        return [(row.store_id, row.web_milli) for row in rows]

    with database.read() as unit:
        tenant = enrolment.tenant_number(unit)
    assert tenant is not None
    database.run(
        lambda unit: enrolment.put_store(
            unit,
            tenant,
            card=enrolment.store_card(unit, "S02").model_copy(update={"store_id": "S03", "store_number": 3}),
        )
    )
    database.run(deliver)
    assert found(1) == []  # nobody said where the stores are
    for store_id, place_of in (("S01", "31.24,121.47"), ("S02", "31.231,121.47"), ("S03", "31.3,121.47")):
        set_web(database_url, store_id, at=place_of)
    assert found(1) == [("S02", 2_000), ("S01", 8_000), ("S03", 24_000)]
    assert found(3) == [("S01", 8_000), ("S03", 24_000)]
    assert found(1, most=1) == [("S02", 2_000)]
    assert found(25) == []
