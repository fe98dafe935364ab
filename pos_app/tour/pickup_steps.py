"""The staff member's part: an order arrives, is picked, stands ready, and leaves once."""

import time

from pos_app.tour.arithmetic import order_value
from pos_app.tour.scenario import OrderPlan
from pos_app.tour.shop import PlacedOrder
from pos_app.tour.stage import Stage

ARRIVAL_S = 2.0
"""How long after the shop's answer an order may take to be on the screen."""


def arrive(stage: Stage, plan: OrderPlan) -> PlacedOrder:
    """Order online while the cashier sells: it is on the screen at once."""
    window = stage.window
    before = window.seen("action_pickup")
    order = stage.shop.order(plan)
    placed = time.monotonic()
    window.seen("action_pickup", lacks=before)
    took_s = time.monotonic() - placed
    seen = {
        "announced": window.says("notice_text", order.number),
        "in_time": took_s <= ARRIVAL_S,
        "value": order.total_minor,
    }
    expected = {"announced": True, "in_time": True, "value": order_value(stage.scenario, plan)}
    stage.step("order_arrives", expected=expected, seen=seen)
    return order


def pick(stage: Stage, order: PlacedOrder, *, plan: OrderPlan) -> None:
    """Tick the lines, name the shelf, and put it there."""
    window = stage.window
    card = f"pickup.column.new_card_{order.order_id}"
    window.touch(f"{card}_step")
    lines = window.do("names", prefix="pick.line.", least=len(plan.lines))
    assert isinstance(lines, list)
    tops = [name for name in lines if not name.endswith(("_title", "_note"))]
    window.touch(*tops[: len(plan.lines)])
    window.touch("pick.shelf")
    window.type(plan.shelf)
    shelf = window.seen("pick.shelf", has=plan.shelf)
    stage.step(f"pick_{plan.shelf}", expected={"shelf": plan.shelf}, seen={"shelf": shelf})
    window.touch("pick.done")
    ready = f"pickup.column.ready_card_{order.order_id}"
    seen = {"stands": window.says(ready, plan.shelf)}
    expected = {"stands": True}
    if stage.captures:
        seen["labelled"] = len(stage.jobs(1)) == 1
        expected["labelled"] = True
    stage.step(f"ready_{plan.shelf}", expected=expected, seen=seen)


def open_board(stage: Stage, order: PlacedOrder) -> None:
    """Go to the orders: the new one is among the new."""
    window = stage.window
    window.keys("F11")
    here = window.says("pickup.column.new", order.number)
    stage.step("pickup_board", expected={"new": True}, seen={"new": here})


def hand_over(stage: Stage, order: PlacedOrder, *, plan: OrderPlan, name: str) -> None:
    """Scan the customer's code, see where the bag stands, and give it out."""
    window = stage.window
    window.scan(order.pickup_code)
    seen = {
        "number": window.says("hand_over.number", order.number),
        "shelf": window.says("hand_over.where", plan.shelf),
    }
    stage.step(f"{name}_found", expected={"number": True, "shelf": True}, seen=seen)
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    stage.step(f"{name}_done", expected={"undo": True}, seen={"undo": window.is_there("hand_over.undo")})
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")


def refuse_second(stage: Stage, order: PlacedOrder) -> None:
    """Scan the same code once more: refused, and nothing to give out."""
    window = stage.window
    window.scan(order.pickup_code)
    said = window.seen("notice_text", least=4)
    seen = {"says_why": bool(said), "offers_it": window.is_there("hand_over.confirm")}
    stage.step("second_scan_refused", expected={"says_why": True, "offers_it": False}, seen=seen)


def back_to_sell(stage: Stage) -> None:
    """Leave the board."""
    stage.window.keys("F11")
    stage.window.look("sell.search")
