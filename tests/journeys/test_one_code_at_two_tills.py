"""A pickup code at a second till: refused where it has heard of the first, an exception where it has not."""

import json

from pos_app.tour.scenario import OrderPlan
from pos_app.tour.shop import PlacedOrder
from pos_app.tour.stage import DELIVERY_S, Stage
from pos_app.tour.window import Window
from tests.journeys.books import ask_books
from tests.journeys.conftest import hand_over, order_ready

_TWICE = "SELECT args FROM entry_exception WHERE kind = 'order.handed_over_twice'"
_GIVEN = "SELECT hand_over_id, terminal_id, evidence, accepted FROM hand_over WHERE order_id = ?"


def test_one_code_is_shown_at_two_tills(counter: Stage, second: Window) -> None:
    first = counter.window
    heard = order_ready(counter)
    unheard = _ready(counter, "A-07")
    second.keys("F11")
    second.look(f"pickup.column.ready_card_{heard.order_id}", has="A-03")
    second.look(f"pickup.column.ready_card_{unheard.order_id}", has="A-07")

    hand_over(first, heard)
    second.do("gone", name=f"pickup.column.ready_card_{heard.order_id}")
    second.scan(heard.pickup_code)
    second.look("notice_text", has="已")
    assert not second.is_there("hand_over.confirm")

    counter.stop_server()
    hand_over(first, unheard)
    hand_over(second, unheard)
    counter.start_server()
    assert counter.wait(lambda: len(ask_books(counter, _TWICE)) == 1, timeout_s=2 * DELIVERY_S)
    [(args,)] = ask_books(counter, _TWICE)
    given = {row[0]: row[1:] for row in ask_books(counter, _GIVEN, unheard.order_id)}
    both = {json.loads(str(args))[name] for name in ("first_hand_over_id", "second_hand_over_id")}
    assert given.keys() == both
    terminals, evidence, accepted = zip(*given.values(), strict=True)
    assert len(set(terminals)) == 2
    assert len(set(evidence)) == 1
    assert sorted(accepted) == [0, 1]


def _ready(stage: Stage, shelf: str) -> PlacedOrder:
    """Order online, and pick on the board that is open."""
    window = stage.window
    order = stage.shop.order(OrderPlan({"jasmine": 1}, shelf))
    window.touch(f"pickup.column.new_card_{order.order_id}_step")
    lines = window.do("names", prefix="pick.line.", least=1)
    assert isinstance(lines, list)
    window.touch(*(name for name in lines if "_" not in name.removeprefix("pick.line.")), "pick.shelf")
    window.type(shelf)
    window.touch("pick.done")
    window.look(f"pickup.column.ready_card_{order.order_id}", has=shelf)
    return order
