"""Drinks to order, a case, a bottle with its deposit, a size from the grid, an offer with a late member."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pos_app.demo.processes import ask
from pos_app.tour.stage import DELIVERY_S, Stage
from tests.fake_printer import FakePrinter
from tests.journeys.conftest import sign_in

CASE_OF_CANS = "16930001108669"  # 24 for 189.00; one is 9.00.
CANS = "S01-00014"
CHEESE = "6930000237578"
BEER = "6909999000012"
PRODUCTS = f"""货号,名称,分类,售价,税率,条码,常卖顺序,款式,尺码,颜色,是押金,押金货号
BEER,玻璃瓶啤酒,酒饮,10,13%,{BEER},1,,,,,BOTTLE
BOTTLE,玻璃瓶押金,酒饮,0.50,0%,,,,,,yes,
SHIRT-S,店员衫 白 S,衣物,99,13%,,2,店员衫,S,白色,,
SHIRT-M,店员衫 白 M,衣物,99,13%,,,店员衫,M,白色,,
SHIRT-NAVY-M,店员衫 藏青 M,衣物,109,13%,,,店员衫,M,藏青,,
"""
STOCK = "SKU,On hand\nBEER,30\nSHIRT-S,2\nSHIRT-M,0\nSHIRT-NAVY-M,4\n"
MEMBER_PRICES = "SKU,Price,Gold price\n100003,30,27\n"
CounterWith = Callable[[Mapping[str, str]], Stage]


@pytest.fixture
def counter_with(make_stage: Callable[[], Stage], tmp_path: Path) -> CounterWith:
    """Open a shift in a shop that took in files, by kind, before anybody came."""

    def make(files: Mapping[str, str]) -> Stage:
        stage = make_stage()
        for kind, text in files.items():
            file = tmp_path / f"{kind}.csv"
            file.write_text(text, encoding="utf-8")
            where = ("--store", "S01", "--database-url", stage.folder.database_url)
            assert json.loads(ask("central-api", "import", kind, str(file), "--apply", *where))["written"]
        stage.start_server()
        stage.start_till()
        sign_in(stage.window, "S01-C1")
        stage.window.look("open_shift.open")
        stage.window.type("500\n")
        stage.window.look("sell.search")
        return stage

    return make


def _books(stage: Stage, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Ask head office's database by plain SQL."""
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        return books.execute(query, values).fetchall()


def _on_hand(stage: Stage, product_id: str) -> int:
    """Return what head office says is on hand, in pieces."""
    query = "SELECT on_hand_milli FROM stock_level WHERE store_id = 'S01' AND product_id = ?"
    return int(_books(stage, query, product_id)[0][0]) // 1000


def _pay_exactly(stage: Stage, number: str) -> None:
    """Pay in cash, and wait until head office has the sale."""
    window = stage.window
    window.keys("F12")
    window.look("pay.total")
    window.keys("F10")
    window.look("pay.note", has=number)
    sold = "SELECT count(*) FROM sale WHERE receipt_number = ?"
    assert stage.wait(lambda: _books(stage, sold, number)[0][0] == 1, timeout_s=DELIVERY_S)


def test_drinks_are_made_as_the_customer_wants_them(counter: Stage, printer: FakePrinter) -> None:
    window = counter.window
    before = {product: _on_hand(counter, product) for product in ("S01-00001", "S01-00004")}
    window.scan(counter.shop.member_codes()[0])
    window.look("sell.member.name", has="8823")
    # By touch: an iced Americano, large. 25.00 + 3.00; the member pays 22.00 + 3.00.
    window.touch("sell.tile.S01-00001", "options.cup.large", "options.ice.less_ice")
    window.look("options.total", figure=2800)
    window.touch("options.ok")
    window.look("sell.basket", has="大杯")
    window.look("sell.total", figure=2500)
    # By keyboard: a jasmine tea, large, with pearls. 19.00 + 3.00 + 2.00.
    window.keys("F2")
    window.type("mlqrc")
    window.look("sell.results_view", has="茉莉轻乳茶")
    window.keys("Return")
    window.look("options.total", figure=1900)
    window.keys("Right", "Down", "Down", "Down", "Space")
    window.look("options.total", figure=2400)
    window.keys("Return")
    window.look("sell.total", figure=4900)
    # The first one is wanted without ice after all.
    window.do("touch_row", name="sell.basket", text="冰美式")
    window.keys("Alt+O")
    window.touch("options.ice.no_ice", "options.ok")
    window.look("sell.basket", has="去冰")
    window.look("sell.total", figure=4900)
    _pay_exactly(counter, "S01-T02-000001")

    receipt, _ = printer.wait_for_jobs(2)
    for words in ("冰美式", "大杯 +3.00", "去冰", "会员价", "茉莉轻乳茶", "珍珠 +2.00"):
        assert words.encode("gb18030") in receipt, words
    lines = (
        "SELECT l.product_id, l.list_minor, l.total_minor FROM sale_line l JOIN sale s USING (sale_id)"
        " WHERE s.receipt_number = 'S01-T02-000001' ORDER BY l.position"
    )
    assert _books(counter, lines) == [("S01-00001", 2800, 2500), ("S01-00004", 2400, 2400)]
    options = (
        "SELECT l.product_id, o.group_id, o.option_id, o.price_minor FROM sale_line_option o"
        " JOIN sale_line l USING (sale_id, line_id) JOIN sale s USING (sale_id)"
        " WHERE s.receipt_number = 'S01-T02-000001' ORDER BY l.position, o.position"
    )
    assert _books(counter, options) == [
        ("S01-00001", "cup", "large", 300),
        ("S01-00001", "ice", "no_ice", 0),
        ("S01-00004", "cup", "large", 300),
        ("S01-00004", "ice", "normal", 0),
        ("S01-00004", "sugar", "full", 0),
        ("S01-00004", "toppings", "pearls", 200),
    ]
    after = {product: _on_hand(counter, product) for product in before}
    assert {product: before[product] - after[product] for product in before} == {
        "S01-00001": 1,
        "S01-00004": 1,
    }


def test_a_case_has_its_own_price_and_takes_all_its_cans(counter: Stage) -> None:
    window, before = counter.window, _on_hand(counter, CANS)
    window.scan(CASE_OF_CANS)
    window.look("sell.basket", has="整箱 24 罐")
    window.look("sell.total", figure=18900)
    window.touch(f"sell.tile.{CANS}")
    window.do("touch_row", name="picker.list_view", text="¥9.00")
    window.look("sell.total", figure=19800)
    _pay_exactly(counter, "S01-T02-000001")
    assert _on_hand(counter, CANS) == before - 25
    rows = (
        "SELECT l.qty_milli, l.pack_pieces, l.total_minor FROM sale_line l JOIN sale s USING (sale_id)"
        " WHERE s.receipt_number = 'S01-T02-000001' ORDER BY l.position"
    )
    assert _books(counter, rows) == [(1000, 24, 18900), (1000, 1, 900)]


def test_a_deposit_comes_and_goes_with_its_bottle(counter_with: CounterWith) -> None:
    stage = counter_with({"products": PRODUCTS, "stock": STOCK})
    window = stage.window
    window.look("sell.tile.S01-BEER")
    window.scan(BEER)
    window.scan(BEER)
    window.look("sell.basket", has="玻璃瓶押金")
    window.look("sell.total", figure=2100)
    window.do("touch_row", name="sell.basket", text="玻璃瓶押金")
    window.keys("Del")
    window.look("sell.message_text", has="押金跟着商品走")
    window.look("sell.total", figure=2100)
    window.do("touch_row", name="sell.basket", text="玻璃瓶啤酒")
    window.keys("Del")
    window.look("sell.total", figure=0)
    window.keys("Ctrl+Z")
    window.look("sell.total", figure=2100)
    _pay_exactly(stage, "S01-T02-000001")
    assert _on_hand(stage, "S01-BEER") == 28
    assert _books(stage, "SELECT 1 FROM stock_level WHERE product_id = 'S01-BOTTLE'") == []
    rates = (
        "SELECT rate_bp, gross_minor FROM sale_tax JOIN sale USING (sale_id)"
        " WHERE receipt_number = 'S01-T02-000001' ORDER BY rate_bp"
    )
    assert _books(stage, rates) == [(0, 100), (1300, 2000)]


def test_a_size_is_picked_from_the_grid_even_if_none_is_counted(counter_with: CounterWith) -> None:
    stage = counter_with({"products": PRODUCTS, "stock": STOCK})
    window = stage.window
    window.touch("sell.tile.S01-SHIRT-S")
    window.look("style.cell.S01-SHIRT-S", has="2")
    window.look("style.cell.S01-SHIRT-NAVY-M", has="¥109.00")
    window.touch("style.cell.S01-SHIRT-M")
    window.look("sell.basket", has="店员衫 白 M")
    window.look("sell.total", figure=9900)
    _pay_exactly(stage, "S01-T02-000001")
    assert (_on_hand(stage, "S01-SHIRT-M"), _on_hand(stage, "S01-SHIRT-S")) == (-1, 2)


def test_the_second_at_half_price_with_a_member_added_late(counter_with: CounterWith) -> None:
    # 30.00, for gold members 27.00. Without a member 30.00 + 15.00; with one the first costs 27.00.
    stage = counter_with({"prices": MEMBER_PRICES})
    window = stage.window
    window.look("sell.tile.S01-00003", has="30.00")
    window.scan(CHEESE)
    window.look("sell.total", figure=3000)
    window.scan(CHEESE)
    window.look("sell.total", figure=4500)
    window.scan(stage.shop.member_codes()[0])
    window.look("sell.member.name", has="8823")
    window.look("sell.total", figure=4200)
    window.touch("sell.why")
    window.look("why.list_view", has="会员价")
    window.look("why.list_view", has="第二件半价")
    window.keys("Escape")
    window.keys("Ctrl+Z")
    window.look("sell.total", figure=4500)
    window.keys("Ctrl+Y")
    window.look("sell.total", figure=4200)
    _pay_exactly(stage, "S01-T02-000001")
    taken = (
        "SELECT rule_id, sum(amount_minor) FROM sale_discount JOIN sale USING (sale_id)"
        " WHERE receipt_number = 'S01-T02-000001' GROUP BY rule_id ORDER BY rule_id"
    )
    assert _books(stage, taken) == [("S01-SECOND-HALF", -1500), ("member_price", -300)]
