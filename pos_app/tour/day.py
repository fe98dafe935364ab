"""The day in order: counter, pickup, trouble, manager, and every screen once in the other faces."""

from dataclasses import asdict, replace
from typing import Any

from pos_app.tour import counter_steps as counter
from pos_app.tour import manager_steps as manager
from pos_app.tour import outage_steps as outage
from pos_app.tour import pickup_steps as pickup
from pos_app.tour.arithmetic import reckon
from pos_app.tour.face_steps import play_faces
from pos_app.tour.shop import PlacedOrder
from pos_app.tour.stage import DELIVERY_S, Stage

Z_TITLE = "日结报表"
LABEL_TITLE = "自提单 · "
"""Papers are printed in the store's language, whatever the screen speaks."""


def play_day(stage: Stage) -> dict[str, Any]:
    """Play everything; return what the summary says beside the steps."""
    stage.provider.start()
    stage.provider.join()
    stage.start_server()
    stage.start_till()
    coupons = [stage.shop.coupon(), stage.shop.coupon()]
    counter.open_day(stage)
    _member_sale(stage, coupons[0])
    _external_sale(stage, coupons[0])
    _card_sales(stage)
    later = _pickup(stage)
    outage.kill_and_recover(stage)
    member_code = stage.shop.member_codes()[0]
    outage.go_offline(stage)
    outage.sell_offline(stage, member_code, coupon=coupons[1])
    outage.hand_over_offline(stage, later)
    outage.come_back(stage)
    _close(stage)
    play_faces(stage)
    return _settle(stage)


def _member_sale(stage: Stage, coupon: str) -> None:
    plan = stage.scenario.sales["member"]
    counter.fill_basket(stage)
    figures = reckon(stage.scenario, replace(plan, coupon=False))
    counter.attach_member(stage, stage.shop.member_codes()[0], listed=figures.listed, total=figures.total)
    counter.redeem_coupon(stage, coupon, figures=reckon(stage.scenario, plan))
    counter.pay(stage, plan, name="cash")


def _external_sale(stage: Stage, used_coupon: str) -> None:
    plan = stage.scenario.sales["external"]
    counter.scan_goods(stage, plan)
    counter.refuse_used_coupon(stage, used_coupon)
    counter.pay(stage, plan, name="external")


def _card_sales(stage: Stage) -> None:
    sales = stage.scenario.sales
    counter.scan_goods(stage, sales["card"])
    counter.pay(stage, sales["card"], name="card")
    counter.scan_goods(stage, sales["card_in_doubt"])
    counter.pay_in_doubt(stage, sales["card_in_doubt"])


def _pickup(stage: Stage) -> PlacedOrder:
    """Play one order to its end, and make another ready for the stretch without a server."""
    orders = stage.scenario.orders
    good = stage.scenario.goods["jasmine"]
    stage.window.scan(good.barcode)
    stage.window.look("sell.basket", has=good.name)
    order = pickup.arrive(stage, orders["collected"])
    stage.window.touch("sell.remove")
    counter.change_hands(stage, stage.scenario.picker)
    pickup.open_board(stage, order)
    pickup.pick(stage, order, plan=orders["collected"])
    pickup.hand_over(stage, order, plan=orders["collected"], name="hand_over")
    pickup.refuse_second(stage, order)
    later = stage.shop.order(orders["collected_offline"])
    stage.window.look("pickup.column.new", has=later.number)
    pickup.pick(stage, later, plan=orders["collected_offline"])
    pickup.back_to_sell(stage)
    counter.change_hands(stage, stage.scenario.cashier)
    return later


def _close(stage: Stage) -> None:
    plans = list(stage.scenario.sales.values())
    drawer = manager.expect_drawer(stage, plans, short=stage.scenario.short_in_drawer_minor)
    net_sales = sum(reckon(stage.scenario, plan).total for plan in plans)
    counter.change_hands(stage, stage.scenario.manager)
    manager.look_at_health(stage)
    manager.close_shift(stage, drawer)
    manager.read_report(stage, net_sales=net_sales, receipts=len(plans))
    manager.keep_pdf(stage)
    manager.leave(stage)


def _read_papers(stage: Stage) -> None:
    """Read every paper back: receipts of sales, pulses of cash sales, a Z for each shift, labels of bags."""
    if not stage.captures:
        return
    shifts = 1 + len(stage.faces_played)
    plans = [*stage.scenario.sales.values(), *(stage.scenario.face_sale for _ in stage.faces_played)]
    papers = stage.papers.read_back()
    texts = [paper.text for paper in papers if paper.text]
    labels = [text for text in texts if LABEL_TITLE in text]
    receipts = [text for text in texts if Z_TITLE not in text and text not in labels]
    expected = {
        "labels": len(stage.scenario.orders),
        "drawer": sum(plan.tender == "cash" for plan in plans),
        "cuts": len(plans) + shifts + len(stage.scenario.orders),
        "to_pay": [_amount(reckon(stage.scenario, plan).to_pay) for plan in plans],
    }
    seen = {
        "labels": len(labels),
        "drawer": sum(paper.drawer_pulses for paper in papers),
        "cuts": sum(paper.cuts for paper in papers),
        "to_pay": [_printed_total(text) for text in receipts],
    }
    stage.step("papers", expected=expected, seen=seen, picture=False)


def _amount(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


def _printed_total(text: str) -> str:
    """Return the amount of the line that stands between double rules on a receipt."""
    between = text.split("=" * 8)
    return next((part.rpartition("￥")[2].strip() for part in between if "￥" in part), "")


def _settle(stage: Stage) -> dict[str, Any]:
    """Compare both sides' books when all is sent, with what the plan says."""
    last = int(stage.till_books.entries()[-1]["seq"])
    stage.wait(lambda: stage.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    till, server = stage.till_books.totals(), stage.server_books.totals()
    stage.step("books_agree", expected=asdict(till), seen=asdict(server), picture=False)
    _read_papers(stage)
    stage.till_books.write_double_entries(stage.diary.out / "books.beancount")
    queue = last - stage.server_books.head_seq()
    return {"till": asdict(till), "server": asdict(server), "queue_at_end": queue}
