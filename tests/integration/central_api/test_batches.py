"""Batches with a date and serial numbers at head office: sums, promises, pieces that are sold once."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.staff import service as staff
from central_api.staff.schemas import ROLES
from central_api.stock import service as stock
from central_api.stock.schemas import Floor, Movement
from retail_core.stock import Buffer
from retail_core.wire.facts import SALE_COMPLETED
from retail_core.wire.stock_facts import (
    STOCK_RECEIVED,
    STOCK_SENT,
    STOCK_WASTED,
    BatchPart,
    GoodsReceived,
    GoodsSent,
    GoodsWasted,
    ReceivedLine,
    SentLine,
    WastedLine,
)
from tests.integration.central_api.conftest import NOW_MS, cashier
from tests.integration.central_api.shop_floor import set_up_floor, store_docs
from tests.integration.central_api.test_stock_documents import doubts, on_hand, rows, told
from tests.integration.central_api.till import FakeTill, line, returned, sale

TODAY = datetime.fromtimestamp(NOW_MS / 1_000, UTC).date()


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    """Ten cartons of milk of no known batch lie in S01."""
    database.run(set_up_floor)
    person = cashier().model_copy(update={"role": "manager", "rights": dict(ROLES["manager"])})
    database.run(lambda unit: staff.restore(unit, "*", doc=person))


def part(batch: str, days: int, pieces: int) -> BatchPart:
    return BatchPart(batch=batch, expires=day(days), qty_milli=1_000 * pieces)


def received(*parts: BatchPart, pieces: int, ref: str = "d1") -> GoodsReceived:
    item = ReceivedLine(line_id="1", product_id="p-milk", received_milli=1_000 * pieces, batches=parts)
    return GoodsReceived(document_id=ref, number="", lines=(item,))


def milk_told(database: Database) -> dict[str, object]:
    """Return what the tills of S01 are told of milk."""
    doc: dict[str, object] = json.loads(store_docs(database, "stock")["p-milk"])
    return doc


def left(database: Database) -> dict[str, int]:
    """Return what tills are told of the batches, in pieces; with what is of none it is the level."""
    doc = milk_told(database)
    found = {part["batch"]: part["qty_milli"] // 1_000 for part in doc.get("batches", [])}  # type: ignore[attr-defined]
    assert doc["on_hand_milli"] == 1_000 * on_hand(database)["S01"] // 1_000
    return found


def test_what_is_sold_without_a_batch_is_of_none_and_then_of_the_earliest(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    told(
        database,
        caller,
        till,
        till.state(STOCK_RECEIVED, received(part("B", 9, 4), part("A", 5, 6), pieces=12)),
    )
    assert on_hand(database) == {"S01": 22_000}
    assert left(database) == {"A": 6, "B": 4}
    told(database, caller, till, till.state(SALE_COMPLETED, sale("s1", line(qty_milli=14_000))))
    assert left(database) == {"A": 4, "B": 4}
    named = line(qty_milli=1_000).model_copy(update={"batch": "B", "expires": day(9)})
    told(database, caller, till, till.state(SALE_COMPLETED, sale("s2", named, number=2)))
    assert left(database) == {"A": 4, "B": 3}
    sums = rows(database, "SELECT batch, qty_milli FROM stock_batch ORDER BY batch")
    moved = rows(
        database,
        "SELECT batch, sum(on_hand_milli) FROM stock_movement WHERE batch <> '' GROUP BY batch ORDER BY 1",
    )
    assert sums == [("A", 6_000), ("B", 3_000)]
    assert [(batch, int(str(total))) for batch, total in moved] == sums


def test_what_is_wasted_and_sent_of_a_batch_is_of_that_batch(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    told(
        database,
        caller,
        till,
        till.state(STOCK_RECEIVED, received(part("A", 5, 6), part("B", 9, 4), pieces=10)),
    )
    gone = WastedLine(line_id="1", product_id="p-milk", qty_milli=3_000, batches=(part("B", 9, 2),))
    told(
        database,
        caller,
        till,
        till.state(STOCK_WASTED, GoodsWasted(document_id="w1", reason="expired", lines=(gone,))),
    )
    assert left(database) == {"A": 6, "B": 2}
    sent = SentLine(line_id="1", product_id="p-milk", qty_milli=6_000, batches=(part("A", 5, 6),))
    told(
        database,
        caller,
        till,
        till.state(STOCK_SENT, GoodsSent(transfer_id="t1", to_store="S02", lines=(sent,))),
    )
    assert left(database) == {"B": 2}
    [travelling] = store_docs(database, "transfer").values()
    [row] = json.loads(travelling)["lines"]
    assert [each["batch"] for each in row["batches"]] == ["A"]


def test_goods_past_their_date_are_promised_to_nobody(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    told(
        database,
        caller,
        till,
        till.state(STOCK_RECEIVED, received(part("A", -1, 6), part("B", 0, 4), pieces=10)),
    )
    keeps_nothing = Floor("S01", buffers={"p-milk": Buffer(0, 0, 0)}, today=day(0))
    [rights] = database.run(lambda unit: stock.web_rights(unit, keeps_nothing, product_ids=["p-milk"]))
    assert (rights.level.on_hand_milli, rights.rights_milli) == (20_000, 14_000)


def test_a_batch_that_is_long_gone_is_ended_and_nothing_else_changes(database: Database) -> None:
    """Sixty-one batches came; the first two are old and sold."""

    def come(unit: object) -> None:
        batches = [("old1", -60), ("old2", -40), *((f"new{place}", place) for place in range(1, 60))]
        stock.move(
            unit,  # type: ignore[arg-type]
            [
                Movement(
                    "S01",
                    "p-milk",
                    1_000,
                    0,
                    stock.RECEIPT,
                    "many",
                    name,
                    NOW_MS,
                    batch=name,
                    expires=day(days),
                )
                for name, days in batches
            ],
        )
        stock.move(unit, [Movement("S01", "p-milk", -12_000, 0, stock.SALE, "s", "1", NOW_MS)])  # type: ignore[arg-type]
        stock.settle(unit)  # type: ignore[arg-type]

    database.run(come)
    assert on_hand(database) == {"S01": 59_000}
    assert set(left(database).values()) == {1}
    assert len(left(database)) == 59
    kept = rows(database, "SELECT batch FROM stock_batch WHERE qty_milli <> 0")
    assert len(kept) == 59


def test_the_same_serial_number_sold_twice_is_an_exception(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    first = sale("s1", line(qty_milli=1_000).model_copy(update={"serial": "SN-1"}))
    other = sale("s2", line(qty_milli=1_000).model_copy(update={"serial": "SN-2"}), number=2)
    told(database, caller, till, till.state(SALE_COMPLETED, first), till.state(SALE_COMPLETED, other))
    assert doubts(database) == []
    again = sale("s3", line(qty_milli=1_000).model_copy(update={"serial": "SN-1"}), number=3)
    told(database, caller, till, till.state(SALE_COMPLETED, again))
    assert doubts(database) == [
        ("serial.sold_twice", {"product_id": "p-milk", "serial": "SN-1", "sale_id": "s1"})
    ]


def test_a_piece_that_came_back_is_sold_again(database: Database, caller: Caller, till: FakeTill) -> None:
    first = sale("s1", line(qty_milli=1_000).model_copy(update={"serial": "SN-1"}))
    back = returned(first, pieces=1, number=2)
    assert [each.serial for each in back.returned[0].lines] == ["SN-1"]
    again = sale("s3", line(qty_milli=1_000).model_copy(update={"serial": "SN-1"}), number=3)
    entries = [till.state(SALE_COMPLETED, each) for each in (first, back, again)]
    told(database, caller, till, *entries)
    assert doubts(database) == []
