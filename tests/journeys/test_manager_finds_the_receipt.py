"""A manager sees a figure that looks odd, and three touches later the receipt that made it."""

from pos_app.tour.stage import Stage
from tests.journeys.conftest import change_hands
from tests.journeys.returning import buy_two_teas, find_receipt, one_comes_back

SALE, RETURN = "S01-T02-000001", "S01-T02-000002"


def test_three_touches_from_a_suspicious_figure_to_its_receipt(counter: Stage) -> None:
    window = counter.window
    buy_two_teas(window, SALE)
    find_receipt(window, "1", SALE)
    one_comes_back(window)
    window.look("returns.total", figure=1400)
    window.look("returns.confirm", enabled=True)
    window.touch("returns.confirm")
    window.look("sell.total", figure=1400)
    window.keys("F12")
    window.look("pay.figure", figure=1400)
    window.keys("Return")
    window.look("pay.note", has=RETURN)
    window.keys("Return")
    window.look("sell.search")
    change_hands(window, "S01-M1")

    # 42.00 were sold in one receipt, 14.00 came back: the figures are there while the shift goes on.
    window.keys("Alt+R")
    window.look("report.figure.net_sales_value", figure=2800)
    window.look("report.figure.receipts_value", has="1")
    window.look("report.state", has="班次进行中")

    # Who gave money back? First touch: people; second: the bar; third: the receipt.
    window.touch("report.tab.people")
    window.look("report.people.figure.return_receipts_value", has="1")
    window.touch("report.chart.returned_by_cashier")
    window.look("report.behind.value", figure=1400)
    window.look("report.behind.meaning", has="这是什么？")
    window.do("touch_row", name="report.behind.list", text=RETURN)
    window.look("report.evidence_title", has=RETURN)
    window.look("report.evidence.paper_paper")

    # By keys back to where one was, and from the whole figure to the other receipt.
    window.keys("Esc")
    window.do("gone", name="report.evidence.paper_paper")
    window.keys("Esc")
    window.do("gone", name="report.behind.value")
    window.touch("report.tab.overview", "report.figure.receipts")
    window.do("touch_row", name="report.behind.list", text=SALE)
    window.look("report.evidence_title", has=SALE)
