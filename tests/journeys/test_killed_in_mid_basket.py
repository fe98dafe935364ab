"""The till is killed in the middle of a basket: nothing of it is lost, and the sale goes on."""

from pos_app.tour.stage import Stage
from tests.journeys.conftest import sign_in


def test_a_killed_till_comes_back_with_its_basket(counter: Stage) -> None:
    window = counter.window
    window.scan("6930001187858")
    window.look("sell.total", figure=2600)
    window.scan("6930001108662")
    window.look("sell.total", figure=3500)
    before = window.look("sell.basket")
    assert counter.kill_till() == {"till_pid_gone": True}
    counter.start_till()
    window = counter.window
    sign_in(window, "S01-C1")
    window.look("sell.basket", has=before)
    window.look("sell.total", figure=3500)
    window.keys("F12")
    window.look("pay.figure", figure=3500)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
