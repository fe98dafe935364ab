"""A sale is parked; head office changes a price; the sale comes back at the new one, and says so."""

from pathlib import Path

from pos_app.demo.processes import ask
from pos_app.tour.stage import Stage
from tests.journeys.conftest import allow, change_hands, close_shift, sign_in

_OAT_MILK = "6930001187858"
_DRIP_COFFEE = "6930000871093"
_SYRUP = "6930001346231"


def _reprice(stage: Stage, folder: Path, *, sku: str, price: str) -> None:
    """Change a price in the store, as head office does."""
    file = folder / "prices.csv"
    file.write_text(f"货号,售价\n{sku},{price}\n", encoding="utf-8")
    database = stage.folder.database_url
    ask("central-api", "import", "prices", str(file), "--store", "S01", "--database-url", database, "--apply")


def test_a_parked_sale_comes_back_at_the_prices_of_now_and_names_what_changed(
    counter: Stage, tmp_path: Path
) -> None:
    window = counter.window
    for code, total in ((_OAT_MILK, 2600), (_DRIP_COFFEE, 9500)):
        window.scan(code)
        window.look("sell.total", figure=total)
    window.keys("F6")
    window.look("park.total", figure=9500)
    window.type("red coat\n")
    window.look("sell.total", figure=0)
    window.look("action_recall", has="1")
    _reprice(counter, tmp_path, sku="100015", price="28.00")
    # The next customer already pays the new price.
    window.keys("F2")
    window.type("ymn")
    window.look("sell.results_view", has="¥28.00")
    window.keys("Esc", "F8")
    window.look("recall.list_view", has="red coat")
    window.keys("Return")
    window.look("news.list_view", has="¥26.00 → ¥28.00")
    assert "¥95.00" in window.look("news.total")
    window.keys("Return")
    window.look("sell.total", figure=9700)
    window.keys("F12")
    window.look("pay.figure", figure=9700)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")


def test_a_killed_till_still_has_its_parked_sales_and_nobody_recalls_those_of_others_alone(
    counter: Stage,
) -> None:
    window = counter.window
    window.scan(_DRIP_COFFEE)
    window.look("sell.total", figure=6900)
    window.keys("F6")
    window.look("park.total", figure=6900)
    window.type("\n")
    window.look("sell.total", figure=0)
    window.scan(_SYRUP)
    window.look("sell.total", figure=3900)
    assert counter.kill_till() == {"till_pid_gone": True}
    counter.start_till()
    window = counter.window
    sign_in(window, "S01-C1")
    window.look("sell.total", figure=3900)
    window.keys("F6")
    window.type("\n")
    window.look("action_recall", has="2")
    change_hands(window, "S01-C2")
    window.keys("F8")
    window.do("touch_row", name="recall.list_view", text="挂耳咖啡")
    window.touch("recall.ok")
    window.look("approval.about", has="王晓")
    allow(window)
    window.look("sell.total", figure=6900)
    window.keys("F12")
    window.look("pay.figure", figure=6900)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    change_hands(window, "S01-M1")
    window.keys("Alt+Z")
    window.look("close_shift.unfinished.parked_text", has="1")
    window.keys("Esc")
    window.look("sell.search")
    close_shift(window, "569")
    facts = [entry["type"] for entry in counter.till_books.entries()]
    assert [facts.count(kind) for kind in ("basket.parked", "basket.recalled")] == [2, 1]


def test_two_customers_pay_apart(counter: Stage) -> None:
    window = counter.window
    for code, total in ((_OAT_MILK, 2600), (_OAT_MILK, 5200), (_DRIP_COFFEE, 12100)):
        window.scan(code)
        window.look("sell.total", figure=total)
    window.keys("F6")
    window.touch("park.split")
    rows = window.do("names", prefix="split.step.", least=2)
    assert isinstance(rows, list)
    plus = [name for name in rows if name.endswith("_plus")]
    window.touch(plus[0])
    window.look("split.goes", figure=2600)
    window.look("split.stays", figure=9500)
    window.touch("split.ok")
    window.look("sell.total", figure=9500)
    window.keys("F12")
    window.look("pay.figure", figure=9500)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return", "F8")
    window.look("recall.list_view", has="2/2")
    window.keys("Return")
    window.look("sell.total", figure=2600)
    window.keys("F12")
    window.look("pay.figure", figure=2600)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000002")
