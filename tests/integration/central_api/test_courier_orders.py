"""Orders of platforms: of nobody who is known, and taken by a courier."""

from typing import Any

import pytest
from sqlalchemy import select

from central_api.erasing import repository as erasing
from central_api.kit.database import Database
from central_api.models.members import points_entry
from central_api.models.orders import shop_order
from central_api.orders import service as orders
from central_api.shop import service as shop
from retail_core.wire.feed import OrderDoc
from retail_core.wire.shop import OrderCustomer, OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor, store_docs


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def place(database: Database, request_id: str = "r1", **said: Any) -> OrderPlaced:
    """Place an order of a platform, with a courier, unless it is said otherwise."""
    request = PlaceOrder(
        **{
            "request_id": request_id,
            "store_id": "S01",
            "channel": "fast_legs",
            "fulfilment": "courier",
            "items": (OrderItem(product_id="p-milk", qty_milli=1_000),),
            **said,
        }
    )
    return database.run(lambda unit: shop.place_order(unit, request))


def told(database: Database, order_id: str) -> OrderDoc:
    """Return an order as the tills of the store hear of it."""
    return OrderDoc.model_validate_json(store_docs(database, "order")[order_id])


def test_an_order_of_nobody_says_what_the_platform_says(database: Database) -> None:
    placed = place(
        database,
        customer=OrderCustomer(name="王女士", phone="13800138000"),
        platform_number="12",
        platform_code="FL-0012",
    )
    order = told(database, placed.order.order_id)
    assert (order.fulfilment, order.of_member) == ("courier", False)
    assert (order.masked_name, order.phone_last4) == ("王**", "8000")
    assert (order.platform_number, order.platform_code) == ("12", "FL-0012")
    assert (order.address, order.contact) == ("", "")
    with database.read() as unit:
        assert unit.conn.execute(select(points_entry.c.ref)).all() == []


def test_a_member_needs_no_name_and_whoever_gets_it_may_have_another(database: Database) -> None:
    own = told(database, place(database, "r1", member_id=MEMBER).order.order_id)
    gift = told(
        database,
        place(database, "r2", member_id=MEMBER, customer=OrderCustomer(name="陈东")).order.order_id,
    )
    assert own.of_member
    assert own.masked_name not in {"", "陈**"}
    assert (gift.of_member, gift.masked_name, gift.phone_last4) == (True, "陈**", own.phone_last4)


def test_an_address_is_with_tills_only_while_the_order_is_open_and_is_forgotten(database: Database) -> None:
    customer = OrderCustomer(name="王芳", phone="13800138000", address="南京路 1 号 201")
    placed = place(database, customer=customer)
    order_id = placed.order.order_id
    open_ = told(database, order_id)
    assert (open_.address, open_.contact) == ("南京路 1 号 201", "13800138000")

    database.run(lambda unit: orders.cancel(unit, order_id))

    ended = told(database, order_id)
    assert (ended.address, ended.contact) == ("", "")
    assert database.run(lambda unit: erasing.forget_in_orders(unit, placed_before_ms=2**50)) == [order_id]
    with database.read() as unit:
        kept = unit.conn.execute(
            select(
                shop_order.c.masked_name, shop_order.c.phone_last4, shop_order.c.address, shop_order.c.contact
            )
        ).one()
    assert tuple(kept) == ("", "", "", "")


def test_who_collects_something_has_no_address_kept(database: Database) -> None:
    customer = OrderCustomer(name="王芳", phone="13800138000", address="南京路 1 号 201")
    order = told(database, place(database, fulfilment="pickup", customer=customer).order.order_id)
    assert (order.fulfilment, order.address, order.contact) == ("pickup", "", "")
