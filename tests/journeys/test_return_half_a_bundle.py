"""Of two teas that were cheaper together one comes back, then the other; a third there never was."""

from pos_app.tour.stage import Stage
from tests.fake_printer import FakePrinter
from tests.journeys.returning import buy_two_teas, find_receipt, one_comes_back, returns_at_head_office

SALE = "S01-T02-000001"
OFFER = "第二件半价"
DRAWER_PULSE = b"\x1b@\x1bp"


def test_half_a_bundle_comes_back_then_the_rest_and_nothing_more(
    counter: Stage, printer: FakePrinter
) -> None:
    window = counter.window
    buy_two_teas(window, SALE)

    # One of two teas paid 42.00 together: its share is 21.00, and the one that is kept costs 28.00.
    find_receipt(window, "1", SALE)
    one_comes_back(window)
    window.look("returns.sum.0.amount", figure=2100)
    window.look("returns.sum.1", has=OFFER)
    window.look("returns.sum.1.amount", figure=-700)
    window.look("returns.total", figure=1400)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.basket", has=OFFER)
    window.look("sell.total", figure=1400)
    window.keys("F12")
    window.look("pay.figure", figure=1400)
    window.look("pay.tender.cash_note", figure=1400)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000002")
    window.keys("Return")
    window.look("sell.search")

    # The other one gives exactly what was left: 42.00 - 14.00.
    find_receipt(window, "1", SALE)
    one_comes_back(window)
    window.look("returns.total", figure=2800)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=2800)
    window.keys("F12")
    window.look("pay.figure", figure=2800)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000003")
    window.keys("Return")
    window.look("sell.search")

    assert counter.wait(lambda: len(returns_at_head_office(counter)) == 2, timeout_s=20)
    assert returns_at_head_office(counter) == [(SALE, 700, 1400), (SALE, -700, 2800)]
    [cash] = counter.server_books.ask("tenders")
    assert (cash["kind"], cash["amount_minor"], cash["given_back_minor"]) == ("cash", 0, 4200)

    # Everything came back: a third one is refused in place.
    window.keys("Alt+E")
    window.look("returns.search")
    window.type("1\n")
    window.look("returns.title", has=SALE)
    window.look("returns.message", has="已全部退回")
    window.look("returns.all", enabled=False)
    window.keys("Esc")
    window.look("sell.search")

    # Receipt and pulse of the sale, then of each return.
    papers = printer.wait_for_jobs(6)
    assert sum(paper.startswith(DRAWER_PULSE) for paper in papers) == 3
