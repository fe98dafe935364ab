"""The till is killed between "these come back" and the money: they are there again, and come back once."""

from pos_app.tour.stage import Stage
from tests.journeys.conftest import sign_in
from tests.journeys.returning import buy_two_teas, find_receipt, one_comes_back, returns_at_head_office

SALE = "S01-T02-000001"


def test_goods_that_come_back_survive_a_kill_and_give_their_money_once(counter: Stage) -> None:
    window = counter.window
    buy_two_teas(window, SALE)
    find_receipt(window, "1", SALE)
    one_comes_back(window)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=1400)
    before = window.look("sell.basket")
    assert counter.kill_till() == {"till_pid_gone": True}
    counter.start_till()
    window = counter.window
    sign_in(window, "S01-C1")
    window.look("sell.basket", has=before)
    window.look("sell.total", figure=1400)

    # Both come back after all: chosen anew, reckoned anew, in one document.
    find_receipt(window, "1", SALE)
    window.touch("returns.all")
    window.look("returns.total", figure=4200)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=4200)
    window.keys("F12")
    window.look("pay.figure", figure=4200)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000002")
    assert counter.kill_till() == {"till_pid_gone": True}
    counter.start_till()
    window = counter.window
    sign_in(window, "S01-C1")
    window.look("sell.total", figure=0)
    assert counter.wait(lambda: len(returns_at_head_office(counter)) == 1, timeout_s=20)
    assert returns_at_head_office(counter) == [(SALE, 0, 4200)]


def test_a_cashier_takes_goods_back_without_a_receipt_with_a_managers_word(counter: Stage) -> None:
    window = counter.window
    window.keys("Alt+E")
    window.look("returns.search")
    window.keys("Alt+N")
    window.look("returns.title", has="无小票")
    window.scan("6930000950286")
    window.look("returns.total", figure=9900)
    window.touch("returns.reason.defective")
    window.keys("Ctrl+Return")
    window.look("approval.why")
    window.keys("Esc")
    window.look("returns.total", figure=9900)
    assert returns_at_head_office(counter) == []
