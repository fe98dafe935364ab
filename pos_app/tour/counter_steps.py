"""The cashier's part: sign in, open the shift, sell for cash to a member with a coupon, and by card."""

from pos_app.tour.arithmetic import Figures, reckon
from pos_app.tour.papers import pulses_in
from pos_app.tour.scenario import Person, SalePlan
from pos_app.tour.stage import Stage


def sign_in(stage: Stage, person: Person, *, then: str) -> None:
    """Sign in by keyboard; ``then`` is what comes up afterwards."""
    window = stage.window
    window.touch(f"sign_in.staff.{person.staff_id}")
    window.look("sign_in.pin", enabled=True)
    window.type(f"{person.pin}\n")
    window.look(then)


def change_hands(stage: Stage, person: Person) -> None:
    """Who is at the counter signs out, ``person`` signs in."""
    stage.window.keys("F5")
    stage.window.touch("more.sign_out")
    sign_in(stage, person, then="sell.search")


def open_day(stage: Stage) -> None:
    """A wrong PIN, the right one, and the float."""
    window, cashier = stage.window, stage.scenario.cashier
    window.look(f"sign_in.staff.{cashier.staff_id}")
    stage.step("sign_in", expected={"staff": True}, seen={"staff": window.is_there("sign_in.staff.")})
    window.touch(f"sign_in.staff.{cashier.staff_id}")
    window.look("sign_in.pin", enabled=True)
    window.type(f"{cashier.wrong_pin}\n")
    said = window.seen("sign_in.message", least=2)
    seen = {"says_why": bool(said), "still_here": window.is_there("sign_in.pin")}
    stage.step("wrong_pin", expected={"says_why": True, "still_here": True}, seen=seen)
    window.touch(*(f"sign_in.pin_keys_{digit}" for digit in cashier.pin))
    window.touch("sign_in.pin_keys_ok")
    window.look("open_shift.open")
    open_shift(stage, "open_shift")


def open_shift(stage: Stage, name: str) -> None:
    """Key in the float and open."""
    window, minor = stage.window, stage.scenario.float_minor
    window.key_in("open_shift.key", minor)
    stage.step(
        name, expected={"float": minor}, seen={"float": window.figure("open_shift.float_amount", minor)}
    )
    window.touch("open_shift.open")
    window.look("sell.search")


def fill_basket(stage: Stage) -> None:
    """Scan three, find one by its initials, change, remove, take back, and sell what nobody knows."""
    window, goods = stage.window, stage.scenario.goods
    for key in ("jasmine", "sparkling", "drip"):
        window.scan(goods[key].barcode)
        window.look("sell.basket", has=goods[key].name)
    three = sum(goods[key].price_minor for key in ("jasmine", "sparkling", "drip"))
    stage.step("scan_three", expected={"total": three}, seen={"total": window.figure("sell.total", three)})
    cheese = goods["cheese"]
    window.keys("F2")
    window.type(cheese.initials)
    found = window.seen("sell.results_view", has=cheese.name)
    stage.step("search_initials", expected={"found": True}, seen={"found": cheese.name in found})
    window.do("touch_row", name="sell.results_view", text=cheese.name)
    window.look("sell.basket", has=cheese.name)
    _change_quantity(stage, three)
    _remove_and_undo(stage)
    _sell_unknown(stage)


def _change_quantity(stage: Stage, before: int) -> None:
    window, cheese = stage.window, stage.scenario.goods["cheese"]
    window.touch("sell.change")
    window.touch("line.quantity")
    window.look("quantity.value")
    window.type("2")
    stage.step("quantity", expected={"value": 2}, seen={"value": window.figure("quantity.value", 2)})
    window.touch("quantity.ok")
    window.do("gone", name="quantity.value")
    total = before + cheese.price_minor + cheese.price_minor // 2
    stage.step("second_half", expected={"total": total}, seen={"total": window.figure("sell.total", total)})


def _remove_and_undo(stage: Stage) -> None:
    window, sparkling = stage.window, stage.scenario.goods["sparkling"]
    before = window.look("sell.total")
    window.do("touch_row", name="sell.basket", text=sparkling.name)
    window.touch("sell.remove")
    rows = window.seen("sell.basket", lacks=sparkling.name)
    stage.step("remove_line", expected={"gone": True}, seen={"gone": sparkling.name not in rows})
    window.keys("Ctrl+Z")
    expected = {"back": True, "total": before}
    back = window.says("sell.basket", sparkling.name)
    stage.step("undo", expected=expected, seen={"back": back, "total": window.seen("sell.total", has=before)})


def _sell_unknown(stage: Stage) -> None:
    window, item = stage.window, stage.scenario.open_item
    window.scan(item.code)
    named = window.says("sell.message", item.code)
    stage.step("unknown_barcode", expected={"names_the_code": True}, seen={"names_the_code": named})
    window.keys("F3")
    window.look("open_item.amount")
    window.key_in("open_item.key", item.amount_minor)
    window.touch("open_item.name")
    window.do("compose", text=item.name)
    window.touch(f"open_item.tax.{item.tax_rate_bp}")
    amount = window.figure("open_item.amount", item.amount_minor)
    stage.step("open_item", expected={"amount": item.amount_minor}, seen={"amount": amount})
    window.touch("open_item.add")
    window.do("gone", name="open_item.amount")
    window.look("sell.basket", has=item.name)


def attach_member(
    stage: Stage, member_code: str, *, listed: int, total: int, name: str = "member_prices"
) -> None:
    """Scan the member's code in the middle of the basket: prices become the member's."""
    window = stage.window
    window.scan(member_code)
    window.look("sell.member.detach")
    seen = {
        "total": window.figure("sell.total", total),
        "listed": window.figure("sell.subtotal", listed),
        "masked": "*" in window.seen("sell.member.name", has="*"),
        "whole_phone": stage.scenario.member.phone in window.look("sell.member"),
    }
    expected = {"total": total, "listed": listed, "masked": True, "whole_phone": False}
    stage.step(name, expected=expected, seen=seen)


def redeem_coupon(stage: Stage, coupon: str, *, figures: Figures, name: str = "coupon") -> None:
    """Scan a coupon: its discount appears under its name."""
    window = stage.window
    window.scan(coupon)
    rows = window.do("names", prefix="sell.coupon.", least=1)
    assert isinstance(rows, list)
    seen = {
        "total": window.figure("sell.total", figures.total),
        "saving": window.figure("sell.saving", -figures.saving),
        "reason": stage.scenario.coupon.name in window.seen(rows[0], has=stage.scenario.coupon.name),
    }
    stage.step(name, expected={"total": figures.total, "saving": -figures.saving, "reason": True}, seen=seen)


def pay(stage: Stage, plan: SalePlan, *, name: str) -> None:
    """Take the money, watch the printer, and start with the next customer."""
    window, figures = stage.window, reckon(stage.scenario, plan)
    window.keys("F12")
    window.look("pay.total")
    if plan.tender == "external":
        window.touch("pay.tender.external")
        window.type(plan.reference)
    elif plan.tender == "card":
        stage.provider.script("confirm")
        window.look("pay.tender.card")
        window.keys("Alt+4")
    elif plan.tendered_minor:
        window.key_in("pay.key", plan.tendered_minor)
    shown = figures.change if plan.tendered_minor else figures.to_pay
    seen = {
        "total": window.figure("pay.total", figures.to_pay if plan.tender == "cash" else figures.total),
        "figure": window.figure("pay.figure", shown),
    }
    stage.step(f"{name}_pay", expected={"total": figures.to_pay, "figure": shown}, seen=seen)
    window.keys("F10" if plan.tender == "cash" and not plan.tendered_minor else "Return")
    if plan.tender == "card":
        # The customer is asked and takes a few seconds to confirm.
        window.look("pay.card.cancel")
        window.look("pay.note", has="S01-T")
    paid = window.seen("pay.note", has="S01-T")
    expected, after = _printed(stage, plan)
    expected |= {"change": figures.change, "receipt_number": True}
    after |= {
        "change": window.figure("pay.figure", figures.change),
        "receipt_number": f"{stage.terminal}-" in paid,
    }
    stage.step(f"{name}_paid", expected=expected, seen=after)
    window.keys("Return")
    window.look("sell.search")
    window.do("gone", name="pay.total")


def pay_in_doubt(stage: Stage, plan: SalePlan) -> None:
    """Charge a card, lose the provider before it has said anything, and ask it again when it is back."""
    window, total = stage.window, reckon(stage.scenario, plan).total
    taken = stage.provider.taken()
    window.keys("F12")
    window.look("pay.tender.card")
    heard = stage.provider.heard()
    stage.provider.script("silent")
    window.keys("Alt+4")
    window.keys("Return")
    stage.wait(lambda: stage.provider.heard() > heard, timeout_s=20)
    stage.provider.stop()
    window.look("pay.card.ask")
    shown = window.figure("pay.figure", total)
    stage.step("card_in_doubt", expected={"figure": total}, seen={"figure": shown})
    stage.provider.start()
    window.touch("pay.card.ask")
    paid = window.seen("pay.note", has="S01-T")
    expected, after = _printed(stage, plan)
    expected |= {"receipt_number": True, "taken": [*taken, total]}
    after |= {"receipt_number": f"{stage.terminal}-" in paid, "taken": stage.provider.taken()}
    stage.step("card_doubt_resolved", expected=expected, seen=after)
    window.keys("Return")
    window.look("sell.search")
    window.do("gone", name="pay.total")


def _printed(stage: Stage, plan: SalePlan) -> tuple[dict[str, object], dict[str, object]]:
    """Return what should come out of the printer, and what came: a receipt, and a pulse for cash."""
    if not stage.captures:
        return {}, {}
    pulses = 1 if plan.tender == "cash" else 0
    jobs = stage.jobs(1 + pulses)
    return {"jobs": 1 + pulses, "drawer": pulses}, {"jobs": len(jobs), "drawer": pulses_in(jobs)}


def refuse_used_coupon(stage: Stage, coupon: str) -> None:
    """Scan a coupon that was used: refused with its reason, the basket stays as it is."""
    window = stage.window
    before = window.look("sell.total")
    window.scan(coupon)
    said = window.seen("sell.message", least=4)
    seen = {"says_why": bool(said), "total": window.look("sell.total")}
    stage.step("used_coupon_refused", expected={"says_why": True, "total": before}, seen=seen)


def scan_goods(stage: Stage, plan: SalePlan) -> None:
    """Scan everything of a plan, piece by piece, at list prices."""
    total = 0
    for key, pieces in plan.lines.items():
        good = stage.scenario.goods[key]
        for _ in range(pieces):
            stage.window.scan(good.barcode)
            total += good.price_minor
            stage.window.look("sell.total", figure=total)
