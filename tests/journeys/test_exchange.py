"""Goods are exchanged: dearer, cheaper and even, each in one document; and one thought better of."""

from pos_app.tour.stage import Stage
from tests.journeys.returning import find_receipt, one_comes_back, pay_exactly, returns_at_head_office

MUG = "6930000950286"  # 99.00
DRIP = "6930000871093"  # 69.00
SALE = "S01-T02-000001"


def test_a_mug_is_exchanged_for_drip_bags_and_the_bags_for_a_mug(counter: Stage) -> None:
    window = counter.window
    window.scan(MUG)
    window.look("sell.total", figure=9900)
    pay_exactly(window, SALE)

    # Cheaper: 30.00 are given back.
    find_receipt(window, "1", SALE)
    one_comes_back(window, "wrong_item")
    window.look("returns.total", figure=9900)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=9900)
    window.scan(DRIP)
    window.look("sell.total", figure=3000)
    window.keys("F12")
    window.look("pay.figure", figure=3000)
    window.look("pay.total", figure=3000)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000002")
    window.keys("Return")
    window.look("sell.search")

    # Dearer: the customer pays 30.00, with 50.00.
    find_receipt(window, "2", "S01-T02-000002")
    one_comes_back(window)
    window.look("returns.total", figure=6900)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=6900)
    window.scan(MUG)
    window.look("sell.total", figure=3000)
    window.keys("F12")
    window.look("pay.figure", figure=3000)
    window.type("50")
    window.look("pay.figure", figure=2000)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000003")
    window.keys("Return")
    window.look("sell.search")

    assert counter.wait(lambda: len(returns_at_head_office(counter)) == 2, timeout_s=20)
    assert returns_at_head_office(counter) == [(SALE, 0, 9900), ("S01-T02-000002", 0, 6900)]
    [sales] = counter.server_books.ask("sales")
    # 99.00 - 30.00 + 30.00; back came 99.00 and 69.00.
    assert (sales["sales"], sales["paid_minor"], sales["returned_minor"]) == (3, 9900, 16800)


def test_an_even_exchange_moves_no_money_and_a_return_can_be_undone(counter: Stage) -> None:
    window = counter.window
    window.scan(MUG)
    window.look("sell.total", figure=9900)
    pay_exactly(window, SALE)
    find_receipt(window, "1", SALE)
    one_comes_back(window, "defective")
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=9900)
    window.keys("Del")
    window.look("sell.total", figure=0)
    window.keys("Ctrl+Z")
    window.look("sell.total", figure=9900)
    window.scan(MUG)
    window.look("sell.total", figure=0)
    window.keys("F12")
    window.look("pay.total", figure=0)
    window.keys("Return")
    window.look("pay.note", has="S01-T02-000002")
    assert counter.wait(lambda: len(returns_at_head_office(counter)) == 1, timeout_s=20)
    tenders = counter.server_books.ask("tenders")
    assert [(row["kind"], row["payments"], row["amount_minor"]) for row in tenders] == [("cash", 1, 9900)]
