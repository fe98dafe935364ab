"""Goods received, wasted, counted and sent: each moves stock once, and what differs is a person's work."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from central_api.enrolment import service as enrolment
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from central_api.staff.schemas import ROLES
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.journal import Entry
from retail_core.wire.facts import SALE_COMPLETED
from retail_core.wire.stock_facts import (
    STOCK_ARRIVED,
    STOCK_COUNTED,
    STOCK_RECEIVED,
    STOCK_SENT,
    STOCK_WASTED,
    ArrivedLine,
    CountedLine,
    GoodsArrived,
    GoodsCounted,
    GoodsReceived,
    GoodsSent,
    GoodsWasted,
    ReceivedLine,
    SentLine,
    WastedLine,
)
from tests.integration.central_api.conftest import NOW_MS, Client, RunningServer, cashier, enrol, store_card
from tests.integration.central_api.shop_floor import context, set_up_floor, store_docs
from tests.integration.central_api.till import FakeTill, line, sale


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    """Ten cartons of milk lie in S01, and who is at the till may do everything with goods."""
    database.run(set_up_floor)
    person = cashier().model_copy(update={"role": "manager", "rights": dict(ROLES["manager"])})
    database.run(lambda unit: staff.restore(unit, "*", doc=person))


@pytest.fixture
def other(database: Database) -> tuple[FakeTill, Caller]:
    """A till of store S02."""
    till = FakeTill(seed=b"2" * 32)
    return till, enrol(database, till, store_id="S02")


def told(database: Database, caller: Caller, till: FakeTill, *entries: Entry) -> None:
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries))).receipt
    assert receipt.parked == 0


def rows(database: Database, query: str) -> list[tuple[object, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.exec_driver_sql(query)]


def on_hand(database: Database) -> dict[str, int]:
    """Return what each store has of milk, and check that it is the sum of its movements."""
    levels = rows(database, "SELECT store_id, on_hand_milli FROM stock_level WHERE product_id = 'p-milk'")
    sums = rows(
        database,
        "SELECT store_id, sum(on_hand_milli) FROM stock_movement "
        "WHERE product_id = 'p-milk' GROUP BY store_id",
    )
    assert sorted(levels) == sorted((store, int(str(total))) for store, total in sums)
    return {str(store): int(str(milli)) for store, milli in levels}


def doubts(database: Database) -> list[tuple[str, dict[str, object]]]:
    found = rows(database, "SELECT kind, args FROM entry_exception ORDER BY id")
    return [(str(kind), json.loads(str(args))) for kind, args in found]


def received(pieces: int, *, expected: int | None = None, ref: str = "d1") -> GoodsReceived:
    milli = None if expected is None else 1_000 * expected
    item = ReceivedLine(line_id="1", product_id="p-milk", received_milli=1_000 * pieces, expected_milli=milli)
    return GoodsReceived(document_id=ref, number="LS-7", lines=(item,))


def counted(pieces: int, *, at_ms: int, ref: str = "c1") -> GoodsCounted:
    item = CountedLine(
        line_id="1",
        product_id="p-milk",
        counted_milli=1_000 * pieces,
        areas=(),
        at_ms=at_ms,
        level_milli=10_000,
    )
    return GoodsCounted(document_id=ref, lines=(item,))


def sent(pieces: int, *, transfer_id: str = "t1") -> GoodsSent:
    item = SentLine(line_id="1", product_id="p-milk", qty_milli=1_000 * pieces)
    return GoodsSent(transfer_id=transfer_id, to_store="S02", lines=(item,))


def arrived(pieces: int, *, ref: str = "a1", transfer_id: str = "t1") -> GoodsArrived:
    item = ArrivedLine(line_id="1", product_id="p-milk", arrived_milli=1_000 * pieces)
    return GoodsArrived(document_id=ref, transfer_id=transfer_id, from_store="S01", lines=(item,))


def test_what_came_is_there_and_the_delivery_note_is_compared(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    told(database, caller, till, till.state(STOCK_RECEIVED, received(5, expected=6)))
    assert on_hand(database) == {"S01": 15_000}
    assert doubts(database) == [
        (
            "stock.receipt_differs",
            {"number": "LS-7", "product_id": "p-milk", "expected_milli": 6_000, "received_milli": 5_000},
        )
    ]


def test_a_document_that_is_told_twice_moves_once(database: Database, caller: Caller, till: FakeTill) -> None:
    entries = [
        till.state(STOCK_RECEIVED, received(5)),
        till.state(STOCK_WASTED, wasted(2)),
        till.state(STOCK_RECEIVED, received(5), entry_id="other-entry"),
    ]
    batch = till.batch(entries)
    for _ in range(2):
        database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    assert on_hand(database) == {"S01": 13_000}
    assert doubts(database) == []


def wasted(pieces: int) -> GoodsWasted:
    item = WastedLine(line_id="1", product_id="p-milk", qty_milli=1_000 * pieces)
    return GoodsWasted(document_id="w1", reason="damaged", lines=(item,))


def test_who_has_not_the_right_is_a_doubt_and_the_goods_move(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    database.run(lambda unit: staff.restore(unit, "*", doc=cashier()))
    told(database, caller, till, till.state(STOCK_WASTED, wasted(2)))
    assert on_hand(database) == {"S01": 8_000}
    assert [(kind, args["verb"]) for kind, args in doubts(database)] == [("right.missing", "stock.waste")]


def test_a_count_knows_what_another_till_tells_later(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    """Seven were counted, three were sold before by a till without a network: ten were not there then."""
    told(database, caller, till, till.state(STOCK_COUNTED, counted(7, at_ms=NOW_MS + 100)))
    assert on_hand(database) == {"S01": 7_000}
    away = FakeTill(seed=b"3" * 32)
    away_caller = enrol(database, away)
    told(database, away_caller, away, away.state(SALE_COMPLETED, sale("s1", line(qty_milli=3_000))))
    assert on_hand(database) == {"S01": 7_000}
    causes = rows(database, "SELECT cause, on_hand_milli FROM stock_movement ORDER BY id")
    assert causes == [("receipt", 10_000), ("count", -3_000), ("sale", -3_000), ("count_late", 3_000)]


def test_a_count_and_a_sale_before_it_may_be_told_at_the_same_moment(database: Database) -> None:
    """Seven were found; whether the sale is known when the count is worked out or not, seven are there."""
    rounds = range(12)

    def tell(count_first: bool, number: int) -> None:
        product_id = f"p-{number}"

        def sold(unit: Unit) -> None:
            stock.move(unit, [Movement("S01", product_id, -1_000, 0, "sale", product_id, "1", 5)])
            stock.settle(unit)

        def found(unit: Unit) -> None:
            fact = counted(7, at_ms=10, ref=f"c-{number}")
            [item] = fact.lines
            fact = fact.model_copy(update={"lines": (item.model_copy(update={"product_id": product_id}),)})
            where = context(f"e-{number}")
            stock.apply_counted(unit, where, fact=fact)
            stock.settle(unit)

        database.run(found if count_first else sold)

    with ThreadPoolExecutor(8) as pool:
        told_of = [pool.submit(tell, first, number) for number in rounds for first in (True, False)]
    for each in told_of:
        each.result()
    levels = rows(database, "SELECT on_hand_milli FROM stock_level WHERE product_id <> 'p-milk'")
    assert levels == [(7_000,)] * len(rounds)
    sums = rows(
        database,
        "SELECT product_id, sum(on_hand_milli) FROM stock_movement WHERE product_id <> 'p-milk' "
        "GROUP BY product_id",
    )
    assert {int(str(total)) for _, total in sums} == {7_000}
    assert len(sums) == len(rounds)


def test_goods_between_two_stores_are_in_neither(
    database: Database, caller: Caller, till: FakeTill, other: tuple[FakeTill, Caller]
) -> None:
    told(database, caller, till, till.state(STOCK_SENT, sent(6)))
    assert on_hand(database) == {"S01": 4_000}
    for store_id in ("S01", "S02"):
        doc = json.loads(store_docs(database, "transfer", store_id)["t1"])
        assert (doc["from_store"], doc["to_store"], doc["lines"][0]["qty_milli"]) == ("S01", "S02", 6_000)
    there, there_caller = other
    told(database, there_caller, there, there.state(STOCK_ARRIVED, arrived(4)))
    assert on_hand(database) == {"S01": 4_000, "S02": 4_000}
    assert doubts(database) == [
        (
            "stock.transfer_differs",
            {"transfer_id": "t1", "product_id": "p-milk", "sent_milli": 6_000, "arrived_milli": 4_000},
        )
    ]
    assert store_docs(database, "transfer", "S01") == store_docs(database, "transfer", "S02") == {}


def test_a_transfer_is_taken_in_once(
    database: Database, caller: Caller, till: FakeTill, other: tuple[FakeTill, Caller]
) -> None:
    told(database, caller, till, till.state(STOCK_SENT, sent(6)))
    there, there_caller = other
    first = there.state(STOCK_ARRIVED, arrived(6))
    told(database, there_caller, there, first, there.state(STOCK_ARRIVED, arrived(6, ref="a2")))
    # It was for S02, and came back to S01: somebody scanned it there too.
    told(database, caller, till, till.state(STOCK_ARRIVED, arrived(6, ref="a3")))
    assert on_hand(database) == {"S01": 4_000, "S02": 6_000}
    assert [kind for kind, _ in doubts(database)] == ["stock.transfer_taken_twice"] * 2


def test_an_arrival_may_be_told_before_the_sending(
    database: Database, caller: Caller, till: FakeTill, other: tuple[FakeTill, Caller]
) -> None:
    there, there_caller = other
    told(database, there_caller, there, there.state(STOCK_ARRIVED, arrived(4)))
    assert (on_hand(database), doubts(database)) == ({"S01": 10_000, "S02": 4_000}, [])
    told(database, caller, till, till.state(STOCK_SENT, sent(6)))
    assert on_hand(database) == {"S01": 4_000, "S02": 4_000}
    assert [kind for kind, _ in doubts(database)] == ["stock.transfer_differs"]
    assert store_docs(database, "transfer", "S02") == {}


def test_a_transfer_that_arrives_elsewhere_is_there_and_somebody_is_told(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    told(
        database,
        caller,
        till,
        till.state(STOCK_SENT, sent(6)),
        till.state(STOCK_ARRIVED, arrived(6)),
    )
    assert on_hand(database) == {"S01": 10_000}
    assert doubts(database) == [("stock.transfer_elsewhere", {"transfer_id": "t1", "store_id": "S01"})]


@pytest.mark.parametrize(("sold", "breaches"), [(1, 0), (2, 1)])
def test_taking_what_is_kept_for_orders_is_a_breach(
    database: Database, caller: Caller, till: FakeTill, sold: int, breaches: int
) -> None:
    """Three are there and two are promised: the first is free, the second is not."""
    promise = (
        "INSERT INTO stock_movement (store_id, product_id, on_hand_milli, committed_milli, cause, ref, line, "
        "moved_ms, txid) VALUES ('S01', 'p-milk', -7000, 2000, 'order', 'o1', '1', 1, 0)"
    )
    level = "UPDATE stock_level SET on_hand_milli = 3000, committed_milli = 2000 WHERE product_id = 'p-milk'"

    def keep(unit: Unit) -> None:
        for statement in (promise, level):
            unit.conn.exec_driver_sql(statement)

    database.run(keep)
    told(database, caller, till, till.state(SALE_COMPLETED, sale("s1", line(qty_milli=1_000 * sold))))
    args = {"product_id": "p-milk", "on_hand_milli": 1_000, "committed_milli": 2_000}
    assert doubts(database) == [("stock.breach", args)] * breaches


def test_selling_below_nothing_is_no_breach_where_nothing_is_promised(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    told(database, caller, till, till.state(SALE_COMPLETED, sale("s1", line(qty_milli=12_000))))
    assert (on_hand(database), doubts(database)) == ({"S01": -2_000}, [])


def test_every_till_hears_where_the_stores_are(database: Database) -> None:
    places = {key: json.loads(doc)["name"] for key, doc in store_docs(database, "place", "S02").items()}
    assert places.keys() == {"S01", "S02"}


def test_a_till_hears_which_other_stores_have_a_product(
    server: RunningServer, client: Client, other: tuple[FakeTill, Caller]
) -> None:
    del other
    refs = {"S02": 3_000, "S03": 2_000, "S04": 5_000}
    places = {"S01": (31_230_000, 121_470_000), "S02": None, "S03": (31_230_000, 121_570_000)}
    places["S04"] = (31_230_000, 121_480_000)

    def set_up(unit: Unit) -> None:
        for number, (store_id, place) in enumerate(places.items(), start=1):
            latitude, longitude = place or (None, None)
            where = {"latitude_e6": latitude, "longitude_e6": longitude, "name": f"店 {store_id}"}
            enrolment.put_store(unit, 7, card=store_card(store_id, number).model_copy(update=where))
        for store_id, milli in refs.items():
            promised = 1_000 if store_id == "S04" else 0
            stock.move(unit, [Movement(store_id, "p-milk", milli, promised, "receipt", store_id, "1", 1)])
        stock.settle(unit)

    server.database.run(set_up)
    found = client.get("/v1/stock/elsewhere?product_id=p-milk").json()
    names = ("store_id", "distance_m", "on_hand_milli", "free_milli")
    rows = [tuple(row[name] for name in names) for row in found["rows"]]
    # 0.01 and 0.1 degrees of longitude at 31.23 degrees north: 111,195 m x cos(31.23) x 0.01 is 951 m.
    assert rows == [
        ("S04", 951, 5_000, 4_000),
        ("S03", 9_508, 2_000, 2_000),
        ("S02", None, 3_000, 3_000),
    ]
    assert (found["rows"][0]["name"], found["rows"][0]["heard_ms"]) == ("店 S04", None)
    # Ten are here, two of them stay for the counter.
    assert found["web_milli"] == 8_000
