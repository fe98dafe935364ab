"""A pickup code that was used is refused when it is shown once more."""

from pos_app.tour.stage import Stage
from tests.journeys.conftest import order_ready


def test_a_second_scan_of_the_same_code_is_refused(counter: Stage) -> None:
    order, window = order_ready(counter), counter.window
    window.scan(order.pickup_code)
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")
    window.scan(order.pickup_code)
    window.look("notice_text", least=4)
    assert not window.is_there("hand_over.confirm")
