"""Orders that are paid in the store: what is due, what goes back, and what a person has to look at."""

from typing import Any

import pytest

from central_api.kit.database import Database
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from retail_core.wire import order_facts as facts
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.shop import OrderItem, PlaceOrder
from tests.integration.central_api.shop_floor import MEMBER, apply, context, set_up_floor
from tests.integration.central_api.test_order_steps import Shop
from tests.integration.central_api.till import line, sale


def placed(database: Database, settled_minor: int | None) -> Shop:
    """Return an order of three cartons of milk for 18.00 of which so much was paid online."""
    database.run(set_up_floor)
    request = PlaceOrder(
        request_id="r1",
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=3_000),),
        settled_minor=settled_minor,
    )
    return Shop(database, database.run(lambda unit: shop.place_order(unit, request)).order.order_id)


def paid_by(order: Shop, number: int, agreed_minor: int = 1_800) -> SaleCompleted:
    """Return the sale that paid the order, beside a carton from the shelf."""
    of_order = line("1", qty_milli=3_000, unit_minor=600).model_copy(
        update={"order_id": order.order_id, "order_line_id": "1", "label_minor": agreed_minor}
    )
    return sale(f"s-{number}", of_order, line("2", qty_milli=1_000), number=number)


def pay(order: Shop, number: int = 1, **fields: Any) -> list[str]:
    stated = paid_by(order, number, **fields)
    where = context(f"sale-{number}")

    def effect(unit: Any) -> Any:
        return [
            *stock.apply_sale(unit, where, sale=stated),
            *orders.apply_sale(unit, where, sale=stated),
        ]

    return apply(order.database, effect)


def ready(order: Shop) -> None:
    order.step(facts.ORDER_PICKING)
    order.step(facts.ORDER_READY, shelf="A1")


def test_it_is_due_until_a_till_takes_the_money_and_its_goods_leave_with_the_hand_over(
    database: Database,
) -> None:
    order = placed(database, 0)
    ready(order)
    assert (order.told.settled_minor, order.told.paid_by_receipt) == (0, "")
    assert pay(order) == []
    assert (order.told.settled_minor, order.told.paid_by_receipt) == (1_800, "S01-T01-000001")
    assert order.told.state == "ready"
    assert order.level() == (9_000, 3_000)  # the carton from the shelf
    assert order.hand_over("h-1", ("1", 3_000)) == []
    assert order.level() == (6_000, 0)
    # Its points are those of the sale.
    assert (order.points(), order.refunds()) == (0, [])


def test_who_got_it_without_paying_is_told(database: Database) -> None:
    order = placed(database, 0)
    ready(order)
    assert order.hand_over("h-1", ("1", 3_000)) == ["order.not_paid"]


def test_a_part_that_is_not_there_lowers_what_is_due_before_anything_goes_back(database: Database) -> None:
    order = placed(database, 800)
    order.step(facts.ORDER_PICKING)
    short = {"choice": "refund", "line_id": "1", "qty_milli": 1_000, "refund_minor": 600}
    assert order.step(facts.ORDER_SHORT, step_id="s-1", **short) == []
    assert order.refunds() == []  # 12.00 are left, 8.00 were paid
    assert order.step(facts.ORDER_SHORT, step_id="s-2", **short) == []
    assert order.refunds() == [("1", 1_000, 200, "order_short")]  # 6.00 are left
    assert order.step(facts.ORDER_SHORT, step_id="s-3", **short) == []
    assert [amount for _, _, amount, _ in order.refunds()] == [200, 600]
    assert order.told.settled_minor == 800


def test_nothing_goes_back_of_what_nobody_paid(database: Database) -> None:
    order = placed(database, 0)
    assert order.step(facts.ORDER_REJECTED, reason="not_there") == []
    assert (order.told.state, order.refunds()) == ("rejected", [])


def test_what_was_paid_whole_online_is_an_order_as_ever(database: Database) -> None:
    order = placed(database, 1_800)
    assert order.told.settled_minor is None
    ready(order)
    assert order.hand_over("h-1", ("1", 3_000)) == []
    assert order.points() == 18


@pytest.mark.parametrize("settled_minor", [None, 0])
def test_money_that_came_twice_is_for_a_person(database: Database, settled_minor: int | None) -> None:
    order = placed(database, settled_minor)
    ready(order)
    if settled_minor is not None:
        assert pay(order, 1) == []
    assert pay(order, 2) == ["order.paid_twice"]
    assert order.told.paid_by_receipt == ("" if settled_minor is None else "S01-T01-000001")


def test_money_for_an_order_that_is_over_or_another_sum_is_for_a_person(database: Database) -> None:
    order = placed(database, 0)
    assert pay(order, agreed_minor=1_200) == ["order.paid_other_sum"]
    database.run(lambda unit: orders.cancel(unit, order.order_id))
    assert pay(order, 3) == ["order.paid_twice"]


def test_what_a_sale_took_comes_back_by_its_receipt_and_by_nothing_else(database: Database) -> None:
    order = placed(database, 0)
    ready(order)
    assert pay(order) == []
    # A till that had not heard of the payment tells the customer of 6.00.
    lines = (facts.GivenUpLine(line_id="1", qty_milli=1_000, refund_minor=600),)
    told = order.step(facts.ORDER_GIVEN_UP, step_id="s-1", reason="not_wanted", lines=lines)
    assert told == ["order.refund_differs"]
    database.run(lambda unit: orders.cancel(unit, order.order_id))
    assert order.refunds() == []


def test_money_for_a_cancelled_order_stands_and_a_person_decides(database: Database) -> None:
    order = placed(database, 0)
    database.run(lambda unit: orders.cancel(unit, order.order_id))
    assert pay(order) == ["order.paid_not_open"]
