"""The manager allows one act at the cashier's till, and the next asks again; the books have both names."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter
from tests.journeys.conftest import allow, change_hands, close_shift

_DRIP_COFFEE = "6930000871093"
_SYRUP = "6930001346231"


def test_the_manager_allows_one_act_and_the_second_asks_again(counter: Stage) -> None:
    window = counter.window
    for code, total in ((_DRIP_COFFEE, 6900), (_SYRUP, 10800)):
        window.scan(code)
        window.look("sell.total", figure=total)
    window.keys("Return")
    window.look("line.value")
    # 8 折: 20 % is above the cashier's 10 %.
    window.touch("line.quick.3", "line.reason.damaged", "line.ok")
    window.look("approval.about", has="20%")
    window.look("approval.pin", enabled=True)
    window.type("9999\n")
    window.look("approval.message", least=4)
    allow(window)
    window.look("sell.basket", has="张敏")
    window.look("sell.total", figure=10020)
    # The same again on the other line: nobody has allowed that.
    window.do("touch_row", name="sell.basket", text="挂耳咖啡")
    window.keys("Return")
    window.look("line_title", has="挂耳咖啡")
    window.touch("line.quick.3", "line.reason.damaged", "line.ok")
    window.look("approval.about", has="挂耳咖啡")
    window.keys("Esc")
    window.look("line.value", has="20%")
    window.keys("Esc")
    window.look("sell.total", figure=10020)
    # Two of what was allowed for one ask as well, before anything is paid.
    window.do("touch_row", name="sell.basket", text="香草糖浆")
    window.keys("Return")
    window.touch("line.quantity")
    window.look("quantity.value")
    window.type("2\n")
    window.look("sell.total", figure=13140)
    window.keys("F12")
    window.look("approval.why", least=4)
    allow(window)
    window.look("pay.figure", figure=13140)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    sale = next(entry for entry in counter.till_books.entries() if entry["type"] == "sale.completed")
    acts = [(act["kind"], act["approved_by"], act["amount_minor"]) for act in sale["body"]["acts"]]
    assert (sale["actor"], acts) == ("S01-C1", [("discount.line", "S01-M1", -1560)])
    assert counter.wait(lambda: counter.server_books.head_seq() >= int(sale["seq"]), timeout_s=20)
    assert counter.server_books.exceptions() == []


def test_small_change_is_dropped_by_the_cashier_and_counted_in_the_z(
    counter: Stage, printer: FakePrinter
) -> None:
    window = counter.window
    window.scan(_SYRUP)
    window.look("sell.total", figure=3900)
    window.keys("Return")
    window.touch("line.mode.amount")
    window.type("1.37")
    window.touch("line.reason.regular", "line.ok")
    window.look("sell.total", figure=3763)
    window.keys("F4")
    window.touch("sale.mode.drop", "sale.quick.1")
    window.touch("sale.ok")
    window.look("sell.hand.drop.amount", figure=-63)
    window.look("sell.total", figure=3700)
    window.keys("F12")
    window.look("pay.figure", figure=3700)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    change_hands(window, "S01-M1")
    close_shift(window, "537")
    z = printer.wait_for_jobs(3)[2].decode("gb18030", errors="ignore")
    assert "手动抹零 x1" in z
    assert "-0.63" in z
