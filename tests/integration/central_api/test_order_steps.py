"""What tills state about an order moves its quantities, its stock, its money and its member's points."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import func, select

from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.members import service as members
from central_api.models.members import points_entry
from central_api.models.orders import order_event
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from retail_core.wire import order_facts as facts
from retail_core.wire.base import Message
from retail_core.wire.feed import OrderDoc, OrderLineDoc
from retail_core.wire.shop import OrderItem, PlaceOrder
from tests.integration.central_api.shop_floor import MEMBER, apply, context, set_up_floor, store_docs


@dataclass
class Shop:
    """A store with one order of three cartons of milk for 18.00, which earns 18 points."""

    database: Database
    order_id: str = ""
    number: int = 0

    def state(self, kind: str, body: Message, *, actor: str = "st-lin") -> list[str]:
        self.number += 1
        where = context(f"e-{self.number}", actor=actor)
        return apply(self.database, lambda unit: orders.apply(unit, where, kind=kind, body=body))

    def step(self, kind: str, **fields: Any) -> list[str]:
        body = facts.ORDER_BODIES[kind, 1].model_validate({"order_id": self.order_id, **fields})
        return self.state(kind, body)

    @property
    def told(self) -> OrderDoc:
        return OrderDoc.model_validate_json(store_docs(self.database, "order")[self.order_id])

    def line(self, line_id: str) -> OrderLineDoc:
        return next(line for line in self.told.lines if line.line_id == line_id)

    def level(self, product_id: str = "p-milk") -> tuple[int, int]:
        with self.database.read() as unit:
            [found] = stock.levels(unit, "S01", product_ids=[product_id])
        return found.on_hand_milli, found.committed_milli

    def refunds(self) -> list[tuple[str, int, int, str]]:
        with self.database.read() as unit:
            found = orders.refunds(unit, order_id=self.order_id)
        return [(each.line_id, each.qty_milli, each.amount_minor, each.cause) for each in found]

    def points(self) -> int:
        with self.database.read() as unit:
            return members.get(unit, MEMBER).points

    def hand_over(self, hand_over_id: str, *lines: tuple[str, int]) -> list[str]:
        return self.step(
            facts.ORDER_HANDED_OVER,
            hand_over_id=hand_over_id,
            shift_id="shift-1",
            business_day="2025-11-24",
            means="code",
            evidence="",
            value_minor=0,
            currency="CNY",
            lines=tuple(
                facts.HandOverLine(line_id=line_id, product_id="p-milk", qty_milli=qty_milli)
                for line_id, qty_milli in lines
            ),
        )


@pytest.fixture
def order(database: Database) -> Shop:
    database.run(set_up_floor)
    request = PlaceOrder(
        request_id="r1",
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=3_000, preference="same_or_lower"),),
    )
    placed = database.run(lambda unit: shop.place_order(unit, request))
    return Shop(database, placed.order.order_id)


def short(order: Shop, pieces: int, refund_minor: int, **fields: Any) -> list[str]:
    return order.step(
        facts.ORDER_SHORT,
        step_id="s-1",
        line_id="1",
        qty_milli=pieces * 1_000,
        refund_minor=refund_minor,
        **{"choice": "refund", **fields},
    )


def oat(price_minor: int, pieces: int = 1) -> facts.Substitute:
    return facts.Substitute(
        line_id="s", product_id="p-oat", name="燕麦奶", qty_milli=pieces * 1_000, price_minor=price_minor
    )


def test_the_customer_is_told_what_the_store_may_put_in_its_place(order: Shop) -> None:
    assert (order.line("1").preference, order.line("1").cap_minor) == ("same_or_lower", 0)


def test_a_store_accepts_an_order_and_then_picks_it(order: Shop) -> None:
    assert order.step(facts.ORDER_ACCEPTED) == []
    assert order.told.state == "accepted"
    assert order.step(facts.ORDER_PICKING) == []
    assert (order.told.state, order.line("1").done.picker) == ("picking", "st-lin")


def test_a_rejected_order_is_refunded_and_frees_its_goods(order: Shop) -> None:
    assert order.step(facts.ORDER_REJECTED, reason="not_there") == []
    assert (order.told.state, order.told.reason) == ("rejected", "not_there")
    assert order.refunds() == [("1", 3_000, 1_800, "order_rejected")]
    assert order.level() == (10_000, 0)
    with order.database.read() as unit:
        purchases = unit.conn.execute(select(func.sum(points_entry.c.purchases))).scalar_one()
    assert purchases == 0


def test_picking_is_counted_by_line_and_taken_over_by_name(order: Shop) -> None:
    order.step(facts.ORDER_PICKING)
    picked = (facts.PickedLine(line_id="1", picked_milli=1_000),)
    body = facts.OrderPicked(order_id=order.order_id, lines=picked)
    assert order.state(facts.ORDER_PICKED, body, actor="st-wu") == ["order.step_not_next"]
    taken = facts.OrderTakenOver(order_id=order.order_id, from_staff=("st-lin",))
    assert order.state(facts.ORDER_TAKEN_OVER, taken, actor="st-wu") == []
    assert order.state(facts.ORDER_PICKED, body, actor="st-wu") == []
    assert (order.line("1").done.picked_milli, order.line("1").done.picker) == (1_000, "st-wu")
    with order.database.read() as unit:
        args = unit.conn.execute(
            select(order_event.c.args).where(order_event.c.step == "taken_over")
        ).scalar_one()
    assert args == '{"from": ["st-lin"]}'


def test_what_is_not_there_is_refunded_by_its_share(order: Shop) -> None:
    order.step(facts.ORDER_PICKING)
    assert short(order, 1, 600) == []
    assert order.refunds() == [("1", 1_000, 600, "order_short")]
    assert order.level() == (10_000, 2_000)
    assert order.told.state == "picking"


def test_another_refund_than_the_till_told_is_doubtful_and_head_office_counts(order: Shop) -> None:
    assert short(order, 1, 599) == ["order.refund_differs"]
    assert order.refunds() == [("1", 1_000, 600, "order_short")]


def test_a_cheaper_substitute_moves_its_own_stock_and_refunds_the_difference(order: Shop) -> None:
    order.step(facts.ORDER_PICKING)
    assert short(order, 1, 100, choice="substitute", substitute=oat(500)) == []
    assert order.refunds() == [("1", 0, 100, "order_substituted")]
    assert (order.level(), order.level("p-oat")) == ((10_000, 2_000), (0, 1_000))
    new = order.line("s")
    assert (new.product_id, new.total_minor, new.substitutes, new.done.picked_milli) == (
        "p-oat",
        500,
        "1",
        1_000,
    )
    assert order.hand_over("h1", ("1", 2_000), ("s", 1_000)) == []
    assert (order.level(), order.level("p-oat")) == ((8_000, 0), (-1_000, 0))
    assert order.told.state == "handed_over"


def test_a_substitute_that_the_customer_did_not_want_is_applied_and_doubtful(order: Shop) -> None:
    assert short(order, 1, 0, choice="substitute", substitute=oat(700)) == ["order.substitute_unwanted"]
    assert order.line("s").total_minor == 600


def test_a_part_is_handed_over_and_the_rest_stays_open(order: Shop) -> None:
    order.step(facts.ORDER_READY, shelf="A1")
    assert order.hand_over("h1", ("1", 1_000)) == []
    assert (order.told.state, order.level()) == ("partly_handed_over", (9_000, 2_000))
    assert order.hand_over("h2", ("1", 2_000)) == []
    assert (order.told.state, order.level()) == ("handed_over", (7_000, 0))
    assert order.line("1").done.handed_minor == 1_800


def test_more_than_is_open_is_not_handed_over(order: Shop) -> None:
    order.hand_over("h1", ("1", 2_000))
    assert order.hand_over("h2", ("1", 2_000)) == ["order.handed_over_twice"]
    assert (order.level(), order.line("1").done.handed_milli) == ((8_000, 1_000), 2_000)


def test_what_was_refunded_before_is_not_handed_over(order: Shop) -> None:
    short(order, 1, 600)
    assert order.hand_over("h1", ("1", 3_000)) == ["order.not_open"]
    assert order.level() == (10_000, 2_000)


def test_points_follow_what_the_customer_has(order: Shop) -> None:
    order.hand_over("h1", ("1", 1_000))
    assert order.points() == 6
    order.hand_over("h2", ("1", 2_000))
    assert order.points() == 18
    undone = facts.OrderHandOverUndone(hand_over_id="h2", order_id=order.order_id)
    assert order.state(facts.ORDER_HAND_OVER_UNDONE, undone) == []
    assert (order.points(), order.told.state, order.level()) == (6, "partly_handed_over", (9_000, 2_000))
    back = (facts.BroughtBackLine(line_id="1", qty_milli=1_000, refund_minor=600, restock=True),)
    assert order.step(facts.ORDER_RETURNED, step_id="b1", reason="changed_mind", lines=back) == []
    assert (order.points(), order.level()) == (0, (10_000, 2_000))


def test_goods_that_come_back_spoiled_are_written_off(order: Shop) -> None:
    order.hand_over("h1", ("1", 3_000))
    back = (facts.BroughtBackLine(line_id="1", qty_milli=3_000, refund_minor=1_800, restock=False),)
    assert order.step(facts.ORDER_RETURNED, step_id="b1", reason="damaged", lines=back) == []
    assert (order.told.state, order.level()) == ("returned", (7_000, 0))
    assert order.refunds() == [("1", 3_000, 1_800, "order_returned")]


def test_what_the_customer_does_not_want_is_given_up_and_put_back(order: Shop) -> None:
    order.step(facts.ORDER_PACKED, bags=2, shelf="B2")
    assert (order.told.state, order.told.bags, order.told.shelf) == ("packed", 2, "B2")
    order.step(facts.ORDER_READY)
    lines = (facts.GivenUpLine(line_id="1", qty_milli=3_000, refund_minor=1_800),)
    assert order.step(facts.ORDER_GIVEN_UP, step_id="g1", reason="not_wanted", lines=lines) == []
    assert (order.told.state, order.level()) == ("cancelled", (10_000, 0))
    back = (
        facts.PutBackLine(line_id="1", qty_milli=2_000),
        facts.PutBackLine(line_id="1", qty_milli=1_000, wasted=True),
    )
    assert order.step(facts.ORDER_PUT_BACK, step_id="p1", lines=back) == []
    assert (order.line("1").done.put_back_milli, order.level()) == (3_000, (9_000, 0))


def test_the_rest_of_a_part_can_be_cancelled(order: Shop) -> None:
    order.hand_over("h1", ("1", 1_000))
    order.database.run(lambda unit: orders.cancel(unit, order.order_id))
    assert (order.told.state, order.level()) == ("closed", (9_000, 0))
    assert order.refunds() == [("1", 2_000, 1_200, "order_cancelled")]


def test_a_refund_is_paid_out_once(order: Shop) -> None:
    order.step(facts.ORDER_REJECTED, reason="closing")
    with order.database.read() as unit:
        [due] = orders.refunds(unit, unpaid=True)
    paid = order.database.run(lambda unit: orders.refund_paid(unit, due.refund_id))
    assert paid.paid_ms is not None
    assert order.database.run(lambda unit: orders.refund_paid(unit, due.refund_id)) == paid
    with order.database.read() as unit:
        assert orders.refunds(unit, unpaid=True) == []
    with pytest.raises(ApiError, match=r"order\.refund_unknown"):
        order.database.run(lambda unit: orders.refund_paid(unit, "none"))


def test_a_step_that_does_not_fit_says_how_both_sides_stand(order: Shop) -> None:
    order.step(facts.ORDER_REJECTED, reason="closing")
    body = facts.OrderPacked(order_id=order.order_id, bags=1)
    [doubt] = order.database.run(
        lambda unit: orders.apply(unit, context("e9"), kind=facts.ORDER_PACKED, body=body)
    )
    assert doubt.args == {
        "order_id": order.order_id,
        "step": "packed",
        "state": "rejected",
        "why": "order.wrong_state",
        "standing": "1:0+0/3000",
        "stated": f'{{"order_id":"{order.order_id}","bags":1,"shelf":""}}',
    }
