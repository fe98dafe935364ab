"""What the staff does to an order without a network: parts, shortages, refunds, what is put back."""

import json
from dataclasses import replace

import pytest

from pos_app.services.clear_order import ClearOrder, ShortTools
from pos_app.services.errors import RuleError
from pos_app.services.hand_over_order import HandOverOrder
from pos_app.services.list_orders import ListOrders
from pos_app.services.order_model import Order
from pos_app.services.pick_order import PickOrder
from pos_app.services.records import StockLevel
from retail_core.orders import faults
from retail_core.wire import order_facts as facts
from tests.fakes import NOON_MS
from tests.till_shop import LI, ORDER_ID, Till, order_doc, pickup_code, store_page

CAKE, CAKE_MINOR = "4006381333931", 1_995
ANNA = replace(LI, staff_id="anna", name="Anna")


@pytest.fixture
def pick(till: Till) -> PickOrder:
    return PickOrder(store=till.store, clock=till.clock, events=till.events)


@pytest.fixture
def clear(till: Till) -> ClearOrder:
    return ClearOrder(
        ShortTools(
            store=till.store, clock=till.clock, ids=till.ids, catalog=till.data.catalog, events=till.events
        )
    )


@pytest.fixture
def hand_over(till: Till) -> HandOverOrder:
    return HandOverOrder(store=till.store, clock=till.clock, ids=till.ids, events=till.events)


def place(till: Till, total_minor: int) -> None:
    latte = {"line_id": "1", "product_id": "latte", "name": "拿铁", "qty_milli": 3_000}
    cup = {"line_id": "1-d", "product_id": "cup", "name": "杯", "qty_milli": 3_000, "total_minor": 300}
    lines = [
        {**latte, "total_minor": total_minor, "min_age": 0, "preference": "same_or_lower"},
        {**cup, "min_age": 0, "deposit": True, "deposit_of": "1"},
    ]
    page = store_page(("order", ORDER_ID, order_doc("placed", lines=lines, total_minor=total_minor + 300)))
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)


@pytest.fixture(autouse=True)
def order(till: Till) -> None:
    """Three lattes for 84.00 and their cups, which are a deposit of 3.00."""
    place(till, 8_400)


def level(till: Till, product_id: str = "latte") -> StockLevel:
    with till.store.read() as work:
        return work.stock.levels([product_id])[product_id]


def last_fact(till: Till) -> dict[str, object]:
    with till.store.read() as work:
        return dict(work.journal.after(0, 1_000)[-1].body)


def refused(step: object) -> tuple[object, ...]:
    assert callable(step)
    with pytest.raises(RuleError) as error:
        step()
    return (error.value.code, *error.value.arguments)


def check(order: Order) -> Order:
    assert faults(order.progress) == []
    return order


def test_an_order_is_accepted_and_picked_line_by_line(till: Till, pick: PickOrder) -> None:
    assert check(pick.accept(LI, ORDER_ID)).state == "accepted"
    assert pick.start(LI, ORDER_ID).lines[0].done.picker == "li"
    assert pick.pick(LI, ORDER_ID, picked={"1": 2_000}).state == "picking"
    assert check(pick.pick(LI, ORDER_ID, picked={"1": 3_000})).state == "picked"
    assert last_fact(till) == {
        "order_id": ORDER_ID,
        "lines": [{"line_id": "1", "picked_milli": 3_000}],
        "ends": False,
    }


def test_nobody_picks_what_another_person_picks_without_taking_over(till: Till, pick: PickOrder) -> None:
    pick.start(LI, ORDER_ID)
    assert refused(lambda: pick.pick(ANNA, ORDER_ID, picked={"1": 1_000})) == ("order.line_of_other", "li")
    pick.take_over(ANNA, ORDER_ID)
    assert last_fact(till) == {"order_id": ORDER_ID, "from_staff": ["li"]}
    assert pick.pick(ANNA, ORDER_ID, picked={"1": 1_000}).lines[0].done.picker == "anna"


def test_a_rejected_order_keeps_no_stock(till: Till, pick: PickOrder) -> None:
    before = level(till).kept_milli
    order = check(pick.reject(LI, ORDER_ID, reason="too_busy"))
    assert (order.state, order.reason, level(till).kept_milli) == ("rejected", "too_busy", before - 3_000)


def test_bags_and_shelf_are_noted_when_it_is_packed(pick: PickOrder) -> None:
    assert refused(lambda: pick.pack(LI, ORDER_ID, bags=0)) == ("order.bad_bags",)
    order = pick.pack(LI, ORDER_ID, bags=2, shelf="b2")
    assert (order.state, order.bags, order.shelf) == ("packed", 2, "B2")
    ready = check(pick.mark_ready(LI, ORDER_ID, shelf=""))
    assert (ready.state, ready.shelf, ready.ready_ms) == ("ready", "B2", NOON_MS)


def test_what_is_not_there_is_refunded_with_its_deposit(
    till: Till, pick: PickOrder, clear: ClearOrder
) -> None:
    pick.start(LI, ORDER_ID)
    order = check(clear.refund_short(LI, ORDER_ID, line_id="1", qty_milli=1_000))
    assert (order.lines[0].done.refunded_minor, order.lines[1].done.refunded_minor) == (2_800, 100)
    assert (last_fact(till)["refund_minor"], last_fact(till)["choice"]) == (2_900, "refund")


def test_a_cheaper_substitute_gives_the_difference_back(
    till: Till, pick: PickOrder, clear: ClearOrder
) -> None:
    kept = level(till).kept_milli
    order = pick.start(LI, ORDER_ID)
    offer = clear.offer(order, "1", qty_milli=1_000, code=CAKE)
    assert (offer.price_minor, offer.refund_minor, offer.fault) == (CAKE_MINOR, 2_800 - CAKE_MINOR + 100, "")
    order = check(clear.substitute(LI, ORDER_ID, offer=offer, asked=False))
    new = order.lines[-1]
    assert (new.substitutes, new.total_minor, new.done.picked_milli) == ("1", CAKE_MINOR, 1_000)
    assert level(till).kept_milli == kept - 1_000
    assert facts.OrderShort.model_validate_json(json.dumps(last_fact(till))).substitute is not None


def test_a_dearer_substitute_needs_the_customers_word_and_costs_no_more(
    till: Till, pick: PickOrder, clear: ClearOrder
) -> None:
    place(till, 3_000)
    offer = clear.offer(pick.start(LI, ORDER_ID), "1", qty_milli=1_000, code=CAKE)
    assert offer.fault == "order.substitute_too_dear"
    assert refused(lambda: clear.substitute(LI, ORDER_ID, offer=offer, asked=False)) == (
        "order.substitute_too_dear",
    )
    order = check(clear.substitute(LI, ORDER_ID, offer=offer, asked=True))
    assert order.lines[-1].total_minor == 1_000


def test_a_part_is_handed_over_and_taken_back_within_ten_seconds(
    till: Till, pick: PickOrder, hand_over: HandOverOrder
) -> None:
    pick.mark_ready(LI, ORDER_ID, shelf="A1")
    till.open_shift()
    before = level(till)
    offer = hand_over.by_code(pickup_code(till.clock))
    done = hand_over.confirm(LI, offer, quantities={"1": 1_000})
    fact = last_fact(till)
    assert (fact["value_minor"], len(fact["lines"])) == (2_900, 1)  # type: ignore[arg-type]
    assert (level(till).on_hand_milli, level(till).kept_milli) == (
        before.on_hand_milli - 1_000,
        before.kept_milli - 1_000,
    )
    order = hand_over.by_code(pickup_code(till.clock)).order
    assert check(order).state == "partly_handed_over"
    assert check(hand_over.undo(LI, done)).state == "ready"
    assert level(till) == before


def test_only_what_was_laid_aside_goes_out(till: Till, pick: PickOrder, hand_over: HandOverOrder) -> None:
    pick.start(LI, ORDER_ID)
    pick.pick(LI, ORDER_ID, picked={"1": 2_000}, ends=True)
    pick.mark_ready(LI, ORDER_ID, shelf="A1")
    till.open_shift()
    hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    with till.store.read() as work:
        order = work.orders.get(ORDER_ID)
    assert order is not None
    assert (order.state, check(order).lines[0].done.handed_milli) == ("partly_handed_over", 2_000)


def test_without_code_and_digits_it_takes_a_right_and_a_reason(
    till: Till, pick: PickOrder, hand_over: HandOverOrder
) -> None:
    pick.mark_ready(LI, ORDER_ID, shelf="A1")
    till.open_shift()
    assert refused(lambda: hand_over.by_reason(LI, ORDER_ID, reason=" ")) == ("order.no_reason",)
    clerk = replace(LI, rights={"order.hand_over": None})
    assert refused(lambda: hand_over.by_reason(clerk, ORDER_ID, reason="lost phone"))[0] == "right.missing"
    hand_over.confirm(LI, hand_over.by_reason(LI, ORDER_ID, reason="lost phone"))
    assert (last_fact(till)["means"], last_fact(till)["reason"]) == ("right_and_reason", "lost phone")


def test_what_the_customer_does_not_want_is_refunded_and_put_back(
    till: Till, pick: PickOrder, clear: ClearOrder
) -> None:
    pick.mark_ready(LI, ORDER_ID, shelf="A1")
    order = check(clear.give_up(LI, ORDER_ID, quantities={"1": 3_000}, reason="not_wanted"))
    assert order.state == "cancelled"
    assert last_fact(till)["lines"] == [{"line_id": "1", "qty_milli": 3_000, "refund_minor": 8_700}]
    board = ListOrders(store=till.store, clock=till.clock)
    assert [each.order_id for each in board.board().trouble] == [ORDER_ID]
    before = level(till).on_hand_milli
    clear.put_back(LI, ORDER_ID, quantities={"1": 2_000})
    assert level(till).on_hand_milli == before
    clear.put_back(LI, ORDER_ID, quantities={"1": 1_000}, wasted=True)
    assert level(till).on_hand_milli == before - 1_000
    assert board.board().trouble == ()


def test_goods_come_back_after_they_were_handed_over(
    till: Till, pick: PickOrder, clear: ClearOrder, hand_over: HandOverOrder
) -> None:
    pick.mark_ready(LI, ORDER_ID, shelf="A1")
    till.open_shift()
    hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    before = level(till).on_hand_milli
    order = clear.take_back(LI, ORDER_ID, quantities={"1": 1_000}, reason="changed_mind", restock=True)
    assert (check(order).state, level(till).on_hand_milli) == ("handed_over", before + 1_000)
    order = clear.take_back(LI, ORDER_ID, quantities={"1": 2_000}, reason="damaged", restock=False)
    assert (check(order).state, level(till).on_hand_milli) == ("returned", before + 1_000)


@pytest.mark.parametrize("state", ["rejected", "no_show"])
def test_an_order_that_has_ended_is_not_handed_over(till: Till, hand_over: HandOverOrder, state: str) -> None:
    page = store_page(("order", ORDER_ID, order_doc(state)))
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    assert refused(lambda: hand_over.by_code(pickup_code(till.clock))) == ("order.ended", state)


def test_what_is_missing_goes_to_another_store_with_its_deposit_and_nothing_back(
    till: Till, pick: PickOrder, clear: ClearOrder
) -> None:
    pick.start(LI, ORDER_ID)
    order = check(clear.move_short(LI, ORDER_ID, line_id="1", qty_milli=1_000, store_id="S02"))
    assert [line.done.moved_minor for line in order.lines] == [2_800, 100]
    assert (order.progress.goes_on, order.state) == (True, "picking")
    fact = last_fact(till)
    assert (fact["choice"], fact["store_id"], fact["refund_minor"]) == ("other_store", "S02", 0)


def test_nothing_that_a_courier_fetches_goes_to_another_store(till: Till, clear: ClearOrder) -> None:
    doc = order_doc("placed", fulfilment="courier")
    till.data.feed_sink.apply_store_page(store_page(("order", ORDER_ID, doc)), now_ms=NOON_MS)
    assert refused(lambda: clear.move_short(LI, ORDER_ID, line_id="1", qty_milli=1_000, store_id="S02")) == (
        "order.not_movable",
    )
