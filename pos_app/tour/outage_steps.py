"""Trouble: the till killed in the middle of a basket, and a stretch without the central API."""

from dataclasses import asdict

from pos_app.tour.arithmetic import reckon
from pos_app.tour.counter_steps import attach_member, pay, redeem_coupon, scan_goods, sign_in
from pos_app.tour.pickup_steps import back_to_sell, hand_over
from pos_app.tour.scenario import SalePlan
from pos_app.tour.shop import PlacedOrder
from pos_app.tour.stage import DELIVERY_S, Stage


def kill_and_recover(stage: Stage) -> None:
    """Kill the till in the middle of a basket; the basket is there again, and is paid."""
    plan = stage.scenario.sales["killed"]
    scan_goods(stage, plan)
    total = reckon(stage.scenario, plan).total
    stage.window.figure("sell.total", total)
    before = stage.window.look("sell.basket")
    stage.step(
        "before_the_kill", expected={"total": total}, seen={"total": stage.window.figure("sell.total", total)}
    )
    stage.step("killed", expected={"till_pid_gone": True}, seen=stage.kill_till(), picture=False)
    stage.start_till()
    sign_in(stage, stage.scenario.cashier, then="sell.search")
    seen = {
        "basket": stage.window.seen("sell.basket", has=before),
        "total": stage.window.figure("sell.total", total),
    }
    stage.step("basket_is_back", expected={"basket": before, "total": total}, seen=seen)
    pay(stage, plan, name="recovered")


def go_offline(stage: Stage) -> None:
    """Stop the central API: its process is gone, its port refuses, the light says so."""
    window = stage.window
    before = window.look("status_capability")
    gone = stage.stop_server()
    light = window.seen("status_capability", lacks=before)
    expected = {"server_pid_gone": True, "port_refuses": True, "light_changed": True}
    stage.step("server_stopped", expected=expected, seen=gone | {"light_changed": light != before})


def sell_offline(stage: Stage, member_code: str, *, coupon: str) -> None:
    """Sell to a member with a coupon while nobody answers."""
    plan = stage.scenario.sales["offline"]
    scan_goods(stage, plan)
    bare = SalePlan(lines=plan.lines, tender=plan.tender, member=True)
    without_coupon = reckon(stage.scenario, bare)
    attach_member(
        stage,
        member_code,
        listed=without_coupon.listed,
        total=without_coupon.total,
        name="offline_member",
    )
    redeem_coupon(stage, coupon, figures=reckon(stage.scenario, plan), name="offline_coupon")
    pay(stage, plan, name="offline")


def hand_over_offline(stage: Stage, order: PlacedOrder) -> None:
    """Give an order out while nobody answers."""
    stage.window.keys("F11")
    hand_over(stage, order, plan=stage.scenario.orders["collected_offline"], name="offline_hand_over")
    back_to_sell(stage)


def come_back(stage: Stage) -> None:
    """Start the central API again: everything arrives, once, and its books are the till's."""
    queued = stage.window.seen("status_queue")
    stage.start_server()
    last = int(stage.till_books.entries()[-1]["seq"])
    arrived = stage.wait(lambda: stage.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    expected = {"queued": True, "arrived": True, **asdict(stage.till_books.totals())}
    seen = {"queued": bool(queued), "arrived": arrived, **asdict(stage.server_books.totals())}
    stage.step("everything_arrived_once", expected=expected, seen=seen)
