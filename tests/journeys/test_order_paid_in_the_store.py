"""An order that is paid at the counter, with a coupon and points: one payment, one hand-over, each once."""

from pos_app.tour.stage import Stage
from tests.journeys.books import ask_books
from tests.journeys.conftest import change_hands, order_ready

_ORDER = "SELECT state, settled_minor, paid_by_receipt FROM shop_order WHERE order_id = ?"
_VALUE = "SELECT value_minor FROM hand_over WHERE order_id = ?"
_STOCK = """SELECT on_hand_milli / 1000, committed_milli / 1000 FROM stock_level
WHERE store_id = 'S01' AND product_id IN ('S01-00011', 'S01-00012') ORDER BY product_id"""
_POINTS = "SELECT points FROM member WHERE member_id = 'M00001'"
_DOUBTS = "SELECT kind FROM entry_exception"


def test_an_order_is_paid_with_a_coupon_and_points_and_then_handed_over(counter: Stage) -> None:
    window = counter.window
    [(points,)] = ask_books(counter, _POINTS)
    assert isinstance(points, int)
    before = ask_books(counter, _STOCK)
    # A drip bag at the member's 62.00, and a mug for 99.00; nothing is paid online.
    order = order_ready(counter, {"drip": 1, "mug": 1}, settled_minor=0)
    assert order.total_minor == 16_100
    coupon = counter.shop.coupon()
    window.keys("F11")
    change_hands(window, "S01-C1")

    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.look("hand_over.due", has="161.00")
    window.look("hand_over.confirm", has="收款")
    window.touch("hand_over.confirm")
    window.look("sell.total", figure=16_100)
    window.scan(counter.shop.member_codes()[0])
    window.look("sell.member.name", has="8823")
    window.scan(coupon)
    window.look("sell.total", figure=15_100)
    window.keys("F12")
    window.look("pay.figure", figure=15_100)
    window.keys("Alt+5")
    window.look("balance.source", has="总部刚刚确认")
    window.type("1000")
    window.keys("Return")
    window.look("pay.figure", figure=14_100)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")

    # The next customer waits: the bag of this one first.
    window.keys("Return")
    window.look("hand_over.number", has=order.number)
    window.look("hand_over.confirm", has="确认取货")
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")

    paid = [("handed_over", 16_100, "S01-T02-000001")]
    assert counter.wait(lambda: ask_books(counter, _ORDER, order.order_id) == paid, timeout_s=20)
    # It is the turnover of its sale, so its hand-over is worth nothing.
    assert ask_books(counter, _VALUE, order.order_id) == [(0,)]
    books = counter.server_books.totals()
    assert (books.sales, books.sales_minor, books.coupons, books.handovers) == (1, 15_100, 1, 1)
    assert ask_books(counter, _STOCK) == [(int(str(left)) - 1, kept) for left, kept in before]
    # Gold earns one and a half a yuan, of the 141.00 that were paid in money.
    assert ask_books(counter, _POINTS) == [(points - 1_000 + 211,)]
    assert ask_books(counter, _DOUBTS) == []
