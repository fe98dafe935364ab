"""What does not go as ordered: a substitute, goods that are not wanted, and a part that comes later."""

from pos_app.tour.scenario import OrderPlan
from pos_app.tour.stage import Stage
from pos_app.tour.window import Window
from tests.journeys.books import ask_books
from tests.journeys.conftest import change_hands, order_ready

JASMINE = "6930000316761"
OAT = "6930001187858"  # 26.00
_REFUNDS = "SELECT cause, amount_minor FROM order_refund WHERE order_id = ? ORDER BY amount_minor"
_STATE = "SELECT state FROM shop_order WHERE order_id = ?"
_STOCK = """SELECT product_id, on_hand_milli / 1000, committed_milli / 1000 FROM stock_level
WHERE store_id = 'S01' AND product_id IN ('S01-00004', 'S01-00012', 'S01-00015') ORDER BY product_id"""
_DOUBTS = "SELECT kind FROM entry_exception"


def _hand_over(window: Window) -> None:
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")


def test_a_substitute_is_picked_and_what_is_not_wanted_at_the_counter_is_refunded(counter: Stage) -> None:
    window = counter.window
    before = ask_books(counter, _STOCK)
    # Two teas for 38.00 and a mug for 99.00; the customer takes something that costs the same or less.
    plan = OrderPlan({"jasmine": 2, "mug": 1}, "A-03")
    order = counter.shop.order(plan, preference="same_or_lower")
    assert order.total_minor == 13_700
    window.look("notice_text", has=order.number)
    change_hands(window, "S01-A1")
    window.keys("F11")
    window.touch(f"pickup.column.new_card_{order.order_id}_step")
    window.look("pick.line.1")
    # By scanner alone: two teas.
    window.scan(JASMINE)
    window.scan(JASMINE)
    window.look("pick.line.1", has="✓")
    window.touch("pick.short.2")
    window.look("short.refund", has="99.00")
    window.scan(OAT)
    window.look("short.offer", has="73.00")
    window.touch("short.take")
    window.look("pick.line.1", has="✓")
    window.touch("pick.shelf")
    window.type("A-03")
    window.touch("pick.done")
    window.look(f"pickup.column.ready_card_{order.order_id}", has="A-03")

    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.touch("hand_over.part")
    window.touch("hand_over.part.1_minus")
    window.touch("hand_over.refund_rest")
    window.look("hand_over.confirm", enabled=True)
    _hand_over(window)
    refunds = [("order_given_up", 1_900), ("order_substituted", 7_300)]
    assert counter.wait(lambda: ask_books(counter, _REFUNDS, order.order_id) == refunds, timeout_s=20)
    gone = {"S01-00004": 1, "S01-00012": 0, "S01-00015": 1}
    after = [(name, int(str(left)) - gone[str(name)], kept) for name, left, kept in before]
    assert counter.wait(lambda: ask_books(counter, _STOCK) == after, timeout_s=20)
    assert ask_books(counter, _DOUBTS) == []


def test_a_part_goes_now_and_the_rest_later_with_the_same_code(counter: Stage) -> None:
    window = counter.window
    order = order_ready(counter, {"jasmine": 2, "oat": 1})
    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.touch("hand_over.part")
    window.touch("hand_over.part.1_minus", "hand_over.part.2_minus")
    _hand_over(window)
    part = [("partly_handed_over",)]
    assert counter.wait(lambda: ask_books(counter, _STATE, order.order_id) == part, timeout_s=20)

    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    _hand_over(window)
    assert counter.wait(
        lambda: ask_books(counter, _STATE, order.order_id) == [("handed_over",)], timeout_s=20
    )
    assert ask_books(counter, _REFUNDS, order.order_id) == []
    assert counter.server_books.totals().handovers == 2
    assert ask_books(counter, _DOUBTS) == []
