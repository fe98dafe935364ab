"""Two tills without a network take one coupon: what the policy allows happens, and the manager sees it."""

from pos_app.tour.stage import DELIVERY_S, Stage
from pos_app.tour.window import Window
from tests.journeys.books import ask_books
from tests.journeys.conftest import change_hands
from tests.journeys.returning import pay_exactly

DRIP = "6930000871093"  # 69.00, for gold members 62.00
MUG = "6930000950286"  # 99.00
CAMPAIGN = "满 100 减 10 券"
FIRST, SECOND = "S01-T02-000001", "S01-T03-000001"
_ACCOUNT = """SELECT redeemed, spent_minor, conflicts, conflict_minor FROM coupon_account
WHERE campaign_id = 'S01-100-10'"""
_DOUBTS = "SELECT kind FROM entry_exception ORDER BY id"


def _take_offline(window: Window, member: str, coupon: str, number: str) -> None:
    window.scan(DRIP)
    window.scan(MUG)
    window.scan(member)
    window.look("sell.total", figure=16_100)
    window.scan(coupon)
    window.look("sell.total", figure=15_100)
    window.look("sell.message_text", has="联网后核销")
    pay_exactly(window, number)


def test_one_coupon_at_two_tills_without_a_network_costs_one_conflict_that_the_manager_sees(
    counter: Stage, second: Window
) -> None:
    window = counter.window
    coupon = counter.shop.coupon()
    # The code of the next minute: it is good for both, however slow the other till is.
    member = counter.shop.member_codes()[1]
    second.scan(MUG)
    second.look("sell.total", figure=9_900)
    second.keys("Del")
    second.look("sell.total", figure=0)
    [(redeemed, spent, conflicts, conflict_minor)] = ask_books(counter, _ACCOUNT)
    assert (conflicts, conflict_minor) == (0, 0)

    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    _take_offline(window, member, coupon, FIRST)
    _take_offline(second, member, coupon, SECOND)

    counter.start_server()
    assert counter.wait(lambda: len(ask_books(counter, _DOUBTS)) >= 2, timeout_s=DELIVERY_S)
    assert ask_books(counter, _DOUBTS) == [("coupon.already_used",), ("campaign.offline_ended",)]
    # One redemption is the campaign's cost; the other one, 10.00, stands apart.
    assert isinstance(redeemed, int)
    assert isinstance(spent, int)
    assert ask_books(counter, _ACCOUNT) == [(redeemed + 1, spent + 1_000, 1, 1_000)]

    change_hands(window, "S01-M1")
    window.keys("Alt+X")
    window.look("exceptions.kind", has="优惠券被使用两次")
    window.look(f"exceptions.receipt.{FIRST}")
    window.touch(f"exceptions.receipt.{SECOND}")
    window.look("exceptions.paper", has=SECOND)
    window.touch("exceptions.settle.claimed")
    window.look("exceptions.news", has="已处理")
    window.look("exceptions.kind", has="已取消离线核销")
    window.keys("Esc")
    window.look("sell.search")

    window.keys("Alt+C")
    window.do("touch_row", name="campaigns.list_view", text=CAMPAIGN)
    window.look("campaigns.about", has="冲突过多")
    # The manager has talked to both cashiers: conflicts are counted anew.
    window.touch("campaigns.allow", "campaigns.reason.conflicts_cleared")
    window.look("campaigns.about", has="断网可用")
    window.look("campaigns.cost", has="10.00")
    window.look("campaigns.events_view", has=FIRST)
    window.look("campaigns.events_view", has=SECOND)
