"""An order is late and its customer gets a coupon for that; then nobody comes for it, and it goes back."""

import sqlite3
from contextlib import closing

from pos_app.demo.processes import ask
from pos_app.tour.scenario import OrderPlan
from pos_app.tour.stage import Stage
from tests.journeys.conftest import change_hands

_REFUNDS = "SELECT cause, amount_minor FROM order_refund WHERE order_id = ?"
_COUPONS = "SELECT campaign_id, state, member_id FROM coupon WHERE request_id = 'late:' || ?"
_STATE = "SELECT state FROM shop_order WHERE order_id = ?"
_PURCHASES = "SELECT sum(purchases) FROM points_entry WHERE ref = ?"
_KEPT = "SELECT committed_milli FROM stock_level WHERE store_id = 'S01' AND product_id = ?"
_LATER = "UPDATE shop_order SET promised_ms = promised_ms - 3600000 WHERE order_id = ?"
_OVER = "UPDATE shop_order SET deadline_ms = deadline_ms - 8 * 86400000 WHERE order_id = ?"
"""What eight days do: the store keeps an order for seven."""


def _books(stage: Stage, question: str, of: str) -> list[tuple[object, ...]]:
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        return [tuple(row) for row in books.execute(question, (of,))]


def _time_goes_on(stage: Stage, change: str, of: str) -> None:
    """Let an order be older than it is."""
    with closing(sqlite3.connect(stage.folder.root / "server" / "central.db", timeout=20)) as books, books:
        assert books.execute(change, (of,)).rowcount == 1


def test_a_late_order_earns_its_coupon_and_one_that_nobody_collects_is_put_back(counter: Stage) -> None:
    window, scenario = counter.window, counter.shop.scenario
    campaign, member = scenario.coupon.campaign, scenario.member.member_id
    where = ("--database-url", counter.folder.database_url)
    ask(
        "central-api", "shop", "set-late", "--store", "S01", "--minutes", "10", "--campaign", campaign, *where
    )
    [kept] = _books(counter, _KEPT, scenario.goods["jasmine"].product_id)
    order = counter.shop.order(OrderPlan({"jasmine": 2}, "A-03"))
    order_id = order.order_id
    window.look("notice_text", has=order.number)
    change_hands(window, "S01-A1")
    window.keys("F11")
    window.touch(f"pickup.column.new_card_{order_id}_step", "pick.line.1")
    # Somebody is about it: whoever sees first that it is late, it stays on this sheet.
    window.look("pick.line.1", has="✓")
    _time_goes_on(counter, _LATER, order_id)
    window.touch("pick.shelf")
    window.type("A-03")
    window.touch("pick.done")
    # Head office noted it as late as it heard that it is ready, and says so.
    window.look(f"pickup.column.ready_card_{order_id}_note", has="已赠券")
    assert _books(counter, _COUPONS, order_id) == [(campaign, "issued", member)]
    window.touch(f"pickup.column.ready_card_{order_id}_step")
    window.look("hand_over.notes", has="卡包")
    window.keys("Escape")
    window.do("gone", name="hand_over.confirm")

    _time_goes_on(counter, _OVER, order_id)
    ask("central-api", "expire-orders", *where)
    assert _books(counter, _STATE, order_id) == [("no_show",)]
    window.touch(f"pickup.column.trouble_card_{order_id}_step")
    window.touch("put_back.done")
    window.do("gone", name=f"pickup.column.trouble_card_{order_id}")
    assert _books(counter, _REFUNDS, order_id) == [("order_no_show", order.total_minor)]
    # It is no purchase any more, and nothing waits for it; the coupon for being late stays.
    assert _books(counter, _PURCHASES, order_id) == [(0,)]
    assert _books(counter, _KEPT, scenario.goods["jasmine"].product_id) == [kept]
    assert _books(counter, _COUPONS, order_id) == [(campaign, "issued", member)]
