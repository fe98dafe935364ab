"""A manager sees what all stores sold, opens a receipt of another one, and offline what was heard last."""

import json

from pos_app.tour.stage import DELIVERY_S, Stage
from tests.journeys.books import ask_books
from tests.journeys.conftest import another_till, change_hands
from tests.journeys.returning import buy_two_teas, pay_exactly

_GOODS = "SELECT doc FROM product WHERE product_id LIKE 'S02-%' ORDER BY product_id"
_SOLD = """
SELECT store_id, COUNT(*), SUM(total_minor) FROM sale
WHERE business_day = (SELECT MAX(business_day) FROM sale) GROUP BY store_id ORDER BY store_id
"""
_SUMMED = """
SELECT scope, SUM(value) FROM report_sum
WHERE measure = 'receipts' AND dimension = '' AND period = (SELECT MAX(business_day) FROM sale)
AND scope LIKE 'S0%' GROUP BY scope ORDER BY scope
"""


def _plain_barcode(stage: Stage) -> str:
    """Return the code of a piece of the supermarket that asks nothing when it is scanned."""
    goods = [json.loads(text) for (text,) in ask_books(stage, _GOODS)]
    asking = ("options", "packs", "variant", "dated", "serials", "min_age", "regulated", "deposit_id")
    plain = (each for each in goods if each["barcodes"] and each["sold_by"] == "piece")
    return str(next(each["barcodes"][0] for each in plain if not any(each.get(name) for name in asking)))


def test_a_manager_compares_stores_opens_a_receipt_of_another_and_keeps_the_figures_offline(
    counter: Stage,
) -> None:
    window = counter.window
    buy_two_teas(window, "S01-T02-000001")
    with another_till(counter, "S02-C1") as there:
        there.scan(_plain_barcode(counter))
        there.look("sell.basket", has="1")
        pay_exactly(there, "S02-T")
        assert counter.wait(lambda: len(ask_books(counter, _SOLD)) == 2, timeout_s=DELIVERY_S)

    sold = {store: (number, minor) for store, number, minor in ask_books(counter, _SOLD)}
    assert {store: number for store, (number, _) in sold.items()} == {"S01": 1, "S02": 1}
    assert sold["S01"][1] == 4_200
    assert counter.wait(
        lambda: dict(ask_books(counter, _SUMMED)) == {"S01": 1, "S02": 1}, timeout_s=DELIVERY_S
    )

    change_hands(window, "S01-M1")
    window.keys("Alt+R")
    window.look("report.figure.net_sales_value", figure=4_200)  # of this till
    window.touch("report.chain_wanted")
    together = sum(minor for _, minor in sold.values())
    window.look("report.chain.overview.figure.net_sales_value", figure=together)
    window.look("report.chain.overview.figure.receipts_value", has="2")

    # Beside the day before instead of the same day of last week.
    window.keys("Alt+D")
    window.touch("report.chain.by.beside")
    window.do("touch_row", name="report.chain.beside", text="前一天")
    window.look("report.chain.overview.figure.net_sales_note", has="月")
    window.look("report.chain.overview.figure.net_sales_value", figure=together)

    # Beside each other: each store with what it sold, and from one of them down to its receipt.
    window.touch("report.chain.tab.stores", "report.turn.chain.stores")
    shown = window.look("report.table.chain.stores", has="徐家汇店")
    assert "42.00" in shown
    assert f"{sold['S02'][1] / 100:,.2f}" in shown
    window.touch("report.chain.tab.overview", "report.chain.overview.figure.receipts")
    window.do("touch_row", name="report.chain.parts.list", text="徐家汇店")
    window.do("touch_row", name="report.chain.behind.list", text="S02-T")
    window.look("report.chain.evidence_title", has="S02-T")
    window.look("report.chain.evidence.paper_paper")
    for part in ("evidence.paper_paper", "behind.value", "parts.value"):
        window.keys("Esc")
        window.do("gone", name=f"report.chain.{part}")

    # The network goes: the same figures, with their age; a receipt of another store cannot be opened.
    counter.stop_server()
    window.touch("report.chain.again")
    window.look("report.chain.state", has="此后无连接")
    window.look("report.chain.overview.figure.net_sales_value", figure=together)
    window.touch("report.chain.overview.figure.receipts")
    window.look("report.chain.parts.message_hint", has="总部")
    window.keys("Esc")
