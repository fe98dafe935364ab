"""An order arrives by itself, is picked, stands on a shelf, and leaves with the customer's code, once."""

from pos_app.tour.stage import Stage
from tests.journeys.conftest import order_ready


def test_an_order_arrives_is_picked_and_handed_over(counter: Stage) -> None:
    order, window = order_ready(counter), counter.window
    assert order.total_minor == 3800
    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.look("hand_over.where", has="A-03")
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")
    assert order.number not in window.look("pickup.column.ready")
    assert counter.wait(lambda: counter.server_books.totals().handovers == 1, timeout_s=20)


def test_a_hand_over_that_was_a_mistake_is_undone_within_ten_seconds(counter: Stage) -> None:
    order, window = order_ready(counter), counter.window
    window.scan(order.pickup_code)
    window.touch("hand_over.confirm", "hand_over.undo")
    window.look(f"pickup.column.ready_card_{order.order_id}")
    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
