"""An order keeps its goods, goes its way by facts of tills, and is handed over once."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.models.feed import feed_change
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from retail_core.codes.pq1 import kind_of
from retail_core.wire import order_facts
from retail_core.wire.facts import HandOverLine, OrderHandedOver, OrderHandOverUndone, OrderStep
from retail_core.wire.feed import OrderDoc
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.shop_floor import MEMBER, apply, context, set_up_floor, store_docs

HANDED_MS = 1_764_000_000_000


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def place(database: Database, request_id: str = "r1", *, pieces: int = 2) -> OrderPlaced:
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000 * pieces),),
    )
    return database.run(lambda unit: shop.place_order(unit, request))


@dataclass(frozen=True)
class Level:
    on_hand: int
    committed: int


def level(database: Database) -> Level:
    with database.read() as unit:
        [found] = stock.levels(unit, "S01", product_ids=["p-milk"])
    return Level(found.on_hand_milli, found.committed_milli)


def told(database: Database, order_id: str) -> OrderDoc:
    return OrderDoc.model_validate_json(store_docs(database, "order")[order_id])


def place_of(database: Database, order_id: str) -> int:
    """Return the place of an order in its feed; a till reads what lies behind its cursor."""
    with database.read() as unit:
        query = select(feed_change.c.id).where(feed_change.c.kind == "order", feed_change.c.key == order_id)
        return int(unit.conn.execute(query).scalar_one())


def hand_over(database: Database, order: OrderDoc, hand_over_id: str = "h1") -> list[str]:
    fact = OrderHandedOver(
        hand_over_id=hand_over_id,
        order_id=order.order_id,
        shift_id="shift-1",
        business_day="2025-11-24",
        means="code",
        evidence="ab" * 16,
        value_minor=order.total_minor,
        currency="CNY",
        lines=tuple(
            HandOverLine(line_id=line.line_id, product_id=line.product_id, qty_milli=line.qty_milli)
            for line in order.lines
        ),
    )
    return apply(
        database,
        lambda unit: orders.apply(
            unit, context(f"e-{hand_over_id}"), kind=order_facts.ORDER_HANDED_OVER, body=fact
        ),
    )


def undo(database: Database, order_id: str, *, actor: str = "st-lin", after_ms: int = 5_000) -> list[str]:
    fact = OrderHandOverUndone(hand_over_id="h1", order_id=order_id)
    where = context("e-undo", actor=actor, wall_ms=HANDED_MS + after_ms)
    return apply(
        database, lambda unit: orders.apply(unit, where, kind=order_facts.ORDER_HAND_OVER_UNDONE, body=fact)
    )


def test_an_order_is_priced_for_its_member_and_keeps_its_goods(database: Database) -> None:
    placed = place(database)

    assert (placed.order.total_minor, placed.order.state, placed.order.masked_name) == (
        1_200,
        "placed",
        "李**",
    )
    assert kind_of(placed.pickup_code) == "pickup"
    assert level(database) == Level(10_000, 2_000)


def test_the_stores_tills_are_told_of_it(database: Database) -> None:
    placed = place(database)

    assert told(database, placed.order.order_id) == placed.order
    assert store_docs(database, "order", "S02") == {}


def test_the_same_request_places_one_order(database: Database) -> None:
    assert place(database) == place(database)
    assert level(database).committed == 2_000


def test_orders_of_a_store_are_numbered(database: Database) -> None:
    assert [place(database, name).order.number for name in ("r1", "r2")] == ["A001", "A002"]


def test_an_order_of_more_than_is_free_is_refused_with_the_product(database: Database) -> None:
    place(database, "r1", pieces=7)

    # Of ten pieces two stay for the counter; one is left.
    with pytest.raises(ApiError) as refusal:
        place(database, "r2", pieces=2)
    assert (refusal.value.status, refusal.value.code, refusal.value.detail) == (
        409,
        "stock.not_enough",
        "p-milk",
    )
    assert level(database) == Level(10_000, 7_000)


def test_picking_and_ready_are_told_with_the_shelf(database: Database) -> None:
    order_id = place(database).order.order_id
    picking, ready = OrderStep(order_id=order_id), OrderStep(order_id=order_id, shelf="B2")

    assert (
        apply(
            database,
            lambda unit: orders.apply(unit, context("e1"), kind=order_facts.ORDER_PICKING, body=picking),
        )
        == []
    )
    assert told(database, order_id).state == "picking"
    assert (
        apply(
            database, lambda unit: orders.apply(unit, context("e2"), kind=order_facts.ORDER_READY, body=ready)
        )
        == []
    )
    after = told(database, order_id)
    assert (after.state, after.shelf, after.ready_ms) == ("ready", "B2", HANDED_MS)


def test_picking_twice_is_doubtful_and_changes_nothing(database: Database) -> None:
    step = OrderStep(order_id=place(database).order.order_id)
    apply(database, lambda unit: orders.apply(unit, context("e1"), kind=order_facts.ORDER_PICKING, body=step))

    assert apply(
        database, lambda unit: orders.apply(unit, context("e2"), kind=order_facts.ORDER_PICKING, body=step)
    ) == ["order.step_not_next"]


def test_a_step_of_an_unknown_order_is_doubtful(database: Database) -> None:
    step = OrderStep(order_id="0" * 16)

    assert apply(
        database, lambda unit: orders.apply(unit, context(), kind=order_facts.ORDER_READY, body=step)
    ) == ["order.unknown"]


def test_a_hand_over_takes_the_goods_off_both_figures(database: Database) -> None:
    order = place(database).order

    assert hand_over(database, order) == []
    assert level(database) == Level(8_000, 0)
    assert told(database, order.order_id).state == "handed_over"


def test_the_same_hand_over_again_changes_nothing(database: Database) -> None:
    order = place(database).order
    hand_over(database, order)

    assert hand_over(database, order) == []
    assert level(database) == Level(8_000, 0)


def test_a_second_hand_over_is_an_exception_and_moves_no_stock(database: Database) -> None:
    order = place(database).order
    hand_over(database, order, "h1")

    assert hand_over(database, order, "h2") == ["order.handed_over_twice"]
    assert level(database) == Level(8_000, 0)


def test_the_tills_are_told_how_an_order_stands_also_by_a_step_that_did_not_count(database: Database) -> None:
    order = place(database).order
    database.run(lambda unit: orders.cancel(unit, order.order_id))
    before = place_of(database, order.order_id)

    assert hand_over(database, order) == ["order.not_open"]
    assert told(database, order.order_id).state == "cancelled"
    assert place_of(database, order.order_id) > before
    before = place_of(database, order.order_id)
    ready = OrderStep(order_id=order.order_id, shelf="A")
    assert apply(
        database, lambda unit: orders.apply(unit, context("e9"), kind=order_facts.ORDER_READY, body=ready)
    ) == ["order.step_not_next"]
    assert place_of(database, order.order_id) > before


def test_undoing_a_hand_over_of_an_order_that_a_restored_server_lost_is_doubtful(database: Database) -> None:
    lost = place(database).order.model_copy(update={"order_id": "0" * 16})

    assert hand_over(database, lost) == ["order.unknown"]
    assert undo(database, lost.order_id) == ["order.unknown"]
    assert undo(database, lost.order_id) == []


def test_undo_within_ten_seconds_makes_the_order_ready_again(database: Database) -> None:
    order = place(database).order
    hand_over(database, order)

    assert undo(database, order.order_id) == []
    assert told(database, order.order_id).state == "ready"
    assert level(database) == Level(10_000, 2_000)


def test_after_undo_the_order_is_handed_over_again_without_a_doubt(database: Database) -> None:
    order = place(database).order
    hand_over(database, order, "h1")
    undo(database, order.order_id)

    assert hand_over(database, order, "h2") == []
    assert level(database) == Level(8_000, 0)


@pytest.mark.parametrize(("actor", "after_ms"), [("st-wu", 5_000), ("st-lin", 10_001)])
def test_undo_by_somebody_else_or_too_late_is_doubtful(database: Database, actor: str, after_ms: int) -> None:
    order = place(database).order
    hand_over(database, order)

    assert undo(database, order.order_id, actor=actor, after_ms=after_ms) == ["order.undo_not_allowed"]


def test_a_cancelled_order_frees_its_goods(database: Database) -> None:
    order_id = place(database).order.order_id
    database.run(lambda unit: orders.cancel(unit, order_id))

    assert level(database) == Level(10_000, 0)
    assert told(database, order_id).state == "cancelled"


def test_an_order_that_was_handed_over_cannot_be_cancelled(database: Database) -> None:
    order = place(database).order
    hand_over(database, order)

    with pytest.raises(ApiError, match=r"order\.not_open"):
        database.run(lambda unit: orders.cancel(unit, order.order_id))
