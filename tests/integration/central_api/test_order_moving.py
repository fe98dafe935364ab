"""What a store does not have becomes an order of another one: same customer, same money; or a refund."""

from typing import Any

import pytest
from sqlalchemy import func, select

from central_api.kit.database import Database
from central_api.members import service as members
from central_api.models.members import points_entry
from central_api.models.orders import shop_order
from central_api.order_messages import service as order_messages
from central_api.order_page import service as order_page
from central_api.orders import service as orders
from central_api.orders.schemas import Order, OrderLine
from central_api.shop import service as shop
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import order_facts as facts
from retail_core.wire.shop import OrderItem, PlaceOrder
from tests.integration.central_api.shop_floor import MEMBER, apply, context, set_up_floor, store_docs
from tests.integration.central_api.test_order_page import token_of

PIECES = 3


class Chain:
    """Two stores, and an order of three cartons of milk for 18.00 in the first one, which earns 18 points."""

    def __init__(self, database: Database, *, there: int = 10, settled_minor: int | None = None) -> None:
        self.database = database
        database.run(set_up_floor)
        database.run(lambda unit: _receive(unit, there))
        request = PlaceOrder(
            request_id="r1",
            store_id="S01",
            member_id=MEMBER,
            items=(OrderItem(product_id="p-milk", qty_milli=PIECES * 1_000),),
            settled_minor=settled_minor,
        )
        self.placed = database.run(lambda unit: shop.place_order(unit, request))
        self.order_id = self.placed.order.order_id
        self.facts = 0

    def step(self, kind: str, **fields: Any) -> list[str]:
        self.facts += 1
        body = facts.ORDER_BODIES[kind, 1].model_validate({"order_id": self.order_id, **fields})
        where = context(f"e-{self.facts}")
        return apply(self.database, lambda unit: orders.apply(unit, where, kind=kind, body=body))

    def move(self, pieces: int, *, store_id: str = "S02") -> list[str]:
        return self.step(
            facts.ORDER_SHORT,
            step_id=f"s-{self.facts}",
            line_id="1",
            qty_milli=pieces * 1_000,
            choice="other_store",
            refund_minor=0,
            store_id=store_id,
        )

    def moved(self) -> list[tuple[Order, OrderLine]]:
        with self.database.read() as unit:
            found = orders.moved_to(unit, self.order_id)
            shown = [orders.shown(unit, each.order_id) for each in found]
        return [(each.order, each.lines[0]) for each in shown if each is not None]

    def order(self) -> tuple[Order, OrderLine]:
        with self.database.read() as unit:
            found = orders.shown(unit, self.order_id)
        assert found is not None
        return found.order, found.lines[0]

    def kept(self) -> list[int]:
        """Return what the two stores keep for orders, in pieces."""
        with self.database.read() as unit:
            levels = [stock.levels(unit, store, product_ids=["p-milk"]) for store in ("S01", "S02")]
        return [sum(level.committed_milli for level in each) // 1_000 for each in levels]

    def refunds(self) -> list[int]:
        with self.database.read() as unit:
            return [each.amount_minor for each in orders.refunds(unit, order_id=self.order_id)]


def _receive(unit: Any, pieces: int) -> None:
    stock.move(unit, [Movement("S02", "p-milk", pieces * 1_000, 0, stock.RECEIPT, "r2", "1", unit.now_ms)])
    stock.settle(unit)


def test_a_part_becomes_an_order_of_the_other_store_with_its_money(database: Database) -> None:
    chain = Chain(database)
    chain.step(facts.ORDER_PICKING)
    assert chain.move(1) == []
    [(order, line)] = chain.moved()
    assert (order.store_id, order.member_id, order.channel, order.state) == ("S02", MEMBER, "app", "placed")
    assert (order.masked_name, order.phone_last4) == (chain.order()[0].masked_name, "8823")
    assert (line.product_id, line.qty_milli, line.total_minor, order.total_minor) == (
        "p-milk",
        1_000,
        600,
        600,
    )
    assert (order.points, order.settled_minor, order.moved_from) == (6, None, chain.order_id)
    before, here = chain.order()
    assert (before.state, here.done.moved_milli, here.done.moved_minor) == ("picking", 1_000, 600)
    assert (chain.kept(), chain.refunds()) == ([2, 1], [])
    assert order.order_id in store_docs(database, "order", "S02")


def test_its_code_is_good_in_the_other_store_alone(database: Database) -> None:
    chain = Chain(database)
    chain.move(1)
    [(order, _)] = chain.moved()
    assert order.pickup_code not in {"", chain.placed.pickup_code}
    assert (order.secret_sha256 == chain.placed.order.secret_sha256) is False


@pytest.mark.parametrize(
    ("settled_minor", "pieces", "settled"),
    [(0, 1, (0, 0)), (900, 1, (900, 0)), (900, 2, (600, 300)), (900, 3, (0, 900))],
)
def test_what_is_due_goes_along_first(
    database: Database, settled_minor: int, pieces: int, settled: tuple[int, int]
) -> None:
    chain = Chain(database, settled_minor=settled_minor)
    assert chain.move(pieces) == []
    [(there, _)] = chain.moved()
    assert (chain.order()[0].settled_minor, there.settled_minor) == settled
    assert chain.refunds() == []


@pytest.mark.parametrize(("there", "store_id"), [(1, "S02"), (10, "S01"), (10, "S99")])
def test_where_it_cannot_be_it_is_refunded_and_a_person_is_told(
    database: Database, there: int, store_id: str
) -> None:
    chain = Chain(database, there=there)
    assert chain.move(2, store_id=store_id) == ["order.not_moved"]
    assert (chain.moved(), chain.refunds(), chain.kept()) == ([], [1_200], [1, 0])
    assert chain.order()[1].done.refunded_milli == 2_000


def test_two_facts_of_one_batch_take_no_more_than_the_rights(database: Database) -> None:
    chain = Chain(database, there=3)
    bodies = [
        facts.OrderShort(
            step_id=f"b-{number}",
            order_id=chain.order_id,
            line_id="1",
            qty_milli=1_000,
            choice="other_store",
            refund_minor=0,
            store_id="S02",
        )
        for number in range(3)
    ]

    def batch(unit: Any) -> list[Any]:
        found = [
            orders.apply(unit, context(f"b-{place}"), kind=facts.ORDER_SHORT, body=body)
            for place, body in enumerate(bodies)
        ]
        return [doubt for each in found for doubt in each]

    # A fifth of three stays for the counter, and what is left of a piece is none.
    assert apply(database, batch) == ["order.not_moved"]
    assert chain.kept() == [0, 2]


def test_an_order_that_went_away_as_a_whole_stays_a_purchase_until_nothing_is_bought(
    database: Database,
) -> None:
    chain = Chain(database)
    chain.move(1)
    chain.move(2)
    assert chain.order()[0].state == "closed"
    assert purchases(database) == 1
    first, second = (order.order_id for order, _ in chain.moved())
    database.run(lambda unit: orders.cancel(unit, first))
    assert purchases(database) == 1
    database.run(lambda unit: orders.cancel(unit, second))
    assert purchases(database) == 0
    with database.read() as unit:
        back = sum(each.amount_minor for each in orders.refunds(unit, unpaid=True))
    assert (back, chain.kept()) == (1_800, [0, 0])


def test_the_points_come_with_each_hand_over_and_are_those_of_the_order(database: Database) -> None:
    chain = Chain(database)
    chain.move(1)
    [(order, _)] = chain.moved()
    for order_id, pieces in ((chain.order_id, 2), (order.order_id, 1)):
        chain.order_id = order_id
        chain.step(
            facts.ORDER_HANDED_OVER,
            hand_over_id=f"h-{pieces}",
            shift_id="s",
            business_day="2025-11-24",
            means="code",
            evidence="",
            value_minor=0,
            currency="CNY",
            lines=(facts.HandOverLine(line_id="1", product_id="p-milk", qty_milli=pieces * 1_000),),
        )
    with database.read() as unit:
        assert members.get(unit, MEMBER).points == 18


def test_the_customer_is_told_and_the_page_leads_there(database: Database) -> None:
    chain = Chain(database)
    chain.move(1)
    [(order, _)] = chain.moved()
    assert order_messages.keep_up(database) == 1
    assert order_messages.keep_up(database) == 0
    with database.read() as unit:
        view = order_page.show(unit, token_of(chain.placed))
    assert view is not None
    assert [(each.number, each.store) for each in view.moved] == [(order.number, "一号店")]


def purchases(database: Database) -> int:
    with database.read() as unit:
        return int(unit.conn.execute(select(func.sum(points_entry.c.purchases))).scalar_one())


def test_one_order_of_another_is_written_once(database: Database) -> None:
    chain = Chain(database)
    chain.move(1)
    with database.read() as unit:
        count = unit.conn.execute(select(func.count()).select_from(shop_order)).scalar_one()
    assert count == 2
