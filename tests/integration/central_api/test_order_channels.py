"""A marketplace may send an order as often as it likes: it is one order."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def place(
    database: Database, request_id: str, external_id: str, *, channel: str = "marketplace", pieces: int = 1
) -> OrderPlaced:
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=MEMBER,
        channel=channel,
        external_id=external_id,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000 * pieces),),
    )
    return database.run(lambda unit: shop.place_order(unit, request))


def committed(database: Database) -> int:
    with database.read() as unit:
        [level] = stock.levels(unit, "S01", product_ids=["p-milk"])
    return level.committed_milli


def test_the_same_number_of_a_channel_is_one_order_whatever_the_request(database: Database) -> None:
    first = place(database, "r1", "MT-1001")
    again = place(database, "r2", "MT-1001")
    assert again == first
    assert first.page_url.startswith("https://r.example/o/")
    assert committed(database) == 1_000


def test_the_same_number_in_another_channel_is_another_order(database: Database) -> None:
    ids = {
        place(database, f"r{number}", "1001", channel=channel).order.order_id
        for number, channel in enumerate(("marketplace", "platform"))
    }
    assert len(ids) == 2
    assert committed(database) == 2_000


def test_one_that_was_cancelled_does_not_come_back(database: Database) -> None:
    first = place(database, "r1", "MT-1001")
    database.run(lambda unit: orders.cancel(unit, first.order.order_id))
    again = place(database, "r2", "MT-1001")
    assert (again.order.order_id, again.order.state) == (first.order.order_id, "cancelled")
    assert committed(database) == 0


def test_a_try_that_was_refused_leaves_the_number_free(database: Database) -> None:
    with pytest.raises(ApiError, match=r"stock\.not_enough"):
        place(database, "r1", "MT-1001", pieces=9)
    assert place(database, "r2", "MT-1001", pieces=8).order.state == "placed"
    assert committed(database) == 8_000


def test_many_tries_at_once_are_one_order(database: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        placed = list(pool.map(lambda number: place(database, f"r{number}", "MT-1001"), range(16)))
    assert len({each.order.order_id for each in placed}) == 1
    assert committed(database) == 1_000
