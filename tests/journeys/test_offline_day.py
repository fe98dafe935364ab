"""A day without head office, with a member, a coupon, points and an order: every figure is right after it."""

from pos_app.tour.stage import DELIVERY_S, Stage
from pos_app.tour.window import Window
from tests.journeys.books import ask_books
from tests.journeys.conftest import change_hands, hand_over, order_ready

JASMINE = "6930000316761"
JASMINE_ID = "S01-00004"
DRIP = "6930000871093"  # 69.00, for gold members 62.00
MUG = "6930000950286"  # 99.00
_COUPON = "SELECT redeemed, spent_minor, conflicts FROM coupon_account WHERE campaign_id = 'S01-100-10'"
_POINTS = "SELECT points FROM member WHERE member_id = 'M00001'"
_DOUBTS = "SELECT kind FROM entry_exception"


def _stock(stage: Stage) -> tuple[int, int]:
    """Return what head office says is on hand and promised, in pieces."""
    ask = "SELECT on_hand_milli, committed_milli FROM stock_level WHERE store_id = 'S01' AND product_id = ?"
    [(on_hand, committed)] = ask_books(stage, ask, JASMINE_ID)
    return on_hand // 1000, committed // 1000


def _sell_to_the_member(window: Window, member: str, coupon: str) -> None:
    """161.00 with the member's price, 151.00 with the coupon, 10.00 in points, the rest in cash."""
    window.scan(DRIP)
    window.scan(MUG)
    window.look("sell.total", figure=16_800)
    # The member comes in the middle of the basket, and its prices with them.
    window.scan(member)
    window.look("sell.member.name", has="8823")
    window.look("sell.total", figure=16_100)
    window.scan(coupon)
    window.look("sell.total", figure=15_100)
    window.look("sell.message_text", has="联网后核销")
    window.keys("F12")
    window.look("pay.figure", figure=15_100)
    window.keys("Alt+5")
    window.look("balance.source", has="总部没有应答")
    window.type("1000")
    window.keys("Return")
    window.look("pay.figure", figure=14_100)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")


def test_a_day_without_a_server_leaves_its_stock_its_coupon_and_its_points_once(counter: Stage) -> None:
    window = counter.window
    on_hand, committed = _stock(counter)
    [(redeemed, spent_minor, conflicts)] = ask_books(counter, _COUPON)
    [(points,)] = ask_books(counter, _POINTS)
    coupon = counter.shop.coupon()
    order = order_ready(counter)  # Two of them, for the same member.
    assert order.total_minor == 3_800
    assert _stock(counter) == (on_hand, committed + 2)
    window.keys("F11")
    change_hands(window, "S01-C1")
    member = counter.shop.member_codes()[1]

    online = window.look("status_capability")
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.look("status_capability", lacks=online)
    _sell_to_the_member(window, member, coupon)
    hand_over(window, order)
    window.keys("F11")
    window.look("sell.search")
    for number in ("000002", "000003"):
        window.scan(JASMINE)
        window.look("sell.total", figure=1900)
        window.keys("F12")
        window.look("pay.figure", figure=1900)
        window.keys("F10")
        window.look("pay.note", has=f"S01-T02-{number}")
        window.keys("Return")
        window.look("sell.search")

    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    books = counter.server_books.totals()
    assert (books.sales, books.sales_minor, books.coupons, books.handovers) == (3, 18_900, 1, 1)
    assert _stock(counter) == (on_hand - 4, committed)
    assert ask_books(counter, _COUPON) == [(redeemed + 1, spent_minor + 1_000, conflicts)]
    # Gold earns one and a half a yuan: 211 of 141.00 that was paid in money, 57 of the order's 38.00.
    assert ask_books(counter, _POINTS) == [(points - 1_000 + 211 + 57,)]
    assert ask_books(counter, _DOUBTS) == []
