from dataclasses import replace

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.hand_over_order import HandOverOrder
from pos_app.services.list_orders import ListOrders
from pos_app.services.pick_order import PickOrder
from tests.fakes import NOON_MS
from tests.till_shop import LI, ORDER_ID, Till, order_doc, pickup_code, store_page


@pytest.fixture
def hand_over(till: Till) -> HandOverOrder:
    return HandOverOrder(store=till.store, clock=till.clock, ids=till.ids, events=till.events)


@pytest.fixture
def pick(till: Till) -> PickOrder:
    return PickOrder(store=till.store, clock=till.clock, events=till.events)


def _order(till: Till, state: str = "ready", **others: object) -> None:
    page = store_page(("order", ORDER_ID, order_doc(state, **others)))
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)


def _refusal(hand_over: HandOverOrder, code: str) -> tuple[object, ...]:
    with pytest.raises(RuleError) as refused:
        hand_over.by_code(code)
    return (refused.value.code, *refused.value.arguments)


def test_an_order_is_picked_and_put_on_a_shelf(till: Till, pick: PickOrder) -> None:
    _order(till, "placed")
    assert pick.start(LI, ORDER_ID).state == "picking"
    order = pick.mark_ready(LI, ORDER_ID, shelf=" b2 ")
    assert (order.state, order.shelf) == ("ready", "B2")


def test_two_people_cannot_begin_the_same_order(till: Till, pick: PickOrder) -> None:
    _order(till, "placed")
    pick.start(LI, ORDER_ID)
    with pytest.raises(RuleError) as refused:
        pick.start(LI, ORDER_ID)
    assert (refused.value.code, refused.value.arguments) == ("order.wrong_state", ("picking",))


def test_ready_needs_a_shelf(till: Till, pick: PickOrder) -> None:
    _order(till, "picking")
    with pytest.raises(RuleError, match=r"order.no_shelf"):
        pick.mark_ready(LI, ORDER_ID, shelf=" ")


def test_the_code_of_the_customer_finds_the_order(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    offer = hand_over.by_code(pickup_code(till.clock))
    assert (offer.order.number, offer.proof.means, len(offer.proof.evidence)) == ("A-1024", "code", 32)


def test_an_order_leaves_the_store_and_its_stock_once(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    till.open_shift()
    offer = hand_over.by_code(pickup_code(till.clock))
    hand_over.confirm(LI, offer)
    assert _refusal(hand_over, pickup_code(till.clock)) == ("order.already_handed_over", NOON_MS, "李娜")
    with pytest.raises(RuleError, match=r"order.already_handed_over"):
        hand_over.confirm(LI, offer)
    with till.store.read() as work:
        level = work.stock.levels(["latte"])["latte"]
    assert (level.on_hand_milli, level.kept_milli) == (9_000, 0)


def test_within_ten_seconds_the_same_person_takes_it_back(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    till.open_shift()
    done = hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    till.clock.advance(10_000)
    assert hand_over.undo(LI, done).state == "ready"
    with till.store.read() as work:
        level = work.stock.levels(["latte"])["latte"]
    assert (level.on_hand_milli, level.kept_milli) == (10_000, 1_000)
    assert hand_over.by_code(pickup_code(till.clock)).order.order_id == ORDER_ID


def test_after_ten_seconds_it_is_too_late(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    till.open_shift()
    done = hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    till.clock.advance(10_001)
    with pytest.raises(RuleError, match=r"hand_over.too_late"):
        hand_over.undo(LI, done)


def test_somebody_else_cannot_take_it_back(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    till.open_shift()
    done = hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    with pytest.raises(RuleError, match=r"hand_over.not_yours"):
        hand_over.undo(replace(LI, staff_id="wu"), done)


def test_a_hand_over_is_taken_back_once(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    till.open_shift()
    done = hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    hand_over.undo(LI, done)
    with pytest.raises(RuleError, match=r"hand_over.unknown"):
        hand_over.undo(LI, done)


def test_a_code_with_another_secret_is_forged(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    code = pickup_code(till.clock, secret="0000000000000000")
    assert _refusal(hand_over, code) == ("pickup.code_forged",)


def test_a_code_of_another_store_says_which(till: Till, hand_over: HandOverOrder) -> None:
    assert _refusal(hand_over, pickup_code(till.clock, store=13)) == ("pickup.other_store", 13)


def test_an_expired_code_says_so(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    code = pickup_code(till.clock)
    till.clock.advance(2 * 24 * 3600 * 1000)
    assert _refusal(hand_over, code) == ("pickup.code_expired",)


def test_an_order_that_is_still_picked_is_not_handed_over(till: Till, hand_over: HandOverOrder) -> None:
    _order(till, "picking")
    assert _refusal(hand_over, pickup_code(till.clock)) == ("order.not_ready", "picking")


def test_the_phone_digits_and_the_name_are_proof_together_only(till: Till, hand_over: HandOverOrder) -> None:
    _order(till)
    offer = hand_over.by_phone_and_name(ORDER_ID, phone_last4="1234", name="王小明")
    assert offer.proof.means == "phone_and_name"
    for digits, name in (("1234", "李"), ("9999", "王小明"), ("1234", "")):
        with pytest.raises(RuleError, match=r"pickup.no_match"):
            hand_over.by_phone_and_name(ORDER_ID, phone_last4=digits, name=name)


def test_an_age_has_to_be_checked_before_the_goods_go(till: Till, hand_over: HandOverOrder) -> None:
    line = {
        "line_id": "1",
        "product_id": "wine",
        "name": "酒",
        "qty_milli": 1000,
        "total_minor": 1,
        "min_age": 18,
    }
    _order(till, lines=[line])
    till.open_shift()
    offer = hand_over.by_code(pickup_code(till.clock))
    with pytest.raises(RuleError) as refused:
        hand_over.confirm(LI, offer)
    assert (refused.value.code, refused.value.arguments) == ("order.age_not_checked", (18,))
    assert hand_over.confirm(LI, offer, age_checked=True).order_id == ORDER_ID


def test_the_board_says_what_to_do_next(till: Till) -> None:
    _order(till, "placed")
    orders = ListOrders(store=till.store, clock=till.clock)
    assert [order.number for order in orders.board().new] == ["A-1024"]
    assert orders.waiting() == 1
    # The promise is ten minutes from now; ten minutes after that it is trouble.
    till.clock.advance(1_200_001)
    assert [order.number for order in orders.board().trouble] == ["A-1024"]
    assert orders.board().new == ()


@pytest.mark.parametrize("text", ["1024", "1234", "王", "A-1024"])
def test_an_order_is_found_by_number_phone_or_name(till: Till, text: str) -> None:
    _order(till)
    orders = ListOrders(store=till.store, clock=till.clock)
    assert [order.order_id for order in orders.find(text)] == [ORDER_ID]


@pytest.mark.parametrize("text", ["", "%", "_", "99"])
def test_nothing_that_is_typed_acts_as_a_pattern(till: Till, text: str) -> None:
    _order(till)
    assert ListOrders(store=till.store, clock=till.clock).find(text) == []
