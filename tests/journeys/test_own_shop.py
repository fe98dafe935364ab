"""An owner without the demo: an own shop, own goods and people from spreadsheets, a till, the first sale."""

import json
from pathlib import Path

import pytest

from pos_app.demo.processes import ask, start_server
from pos_app.tour.till import Opening, TillProcess
from pos_app.tour.window import Window

PRODUCTS = """货号,名称,条码,分类,售价,税率
A1001,有机红茶 100g,6901234567892,茶,12.50,13%
A1002,茉莉花茶 50g,,茶,8.00,13%
"""
STAFF = """工号,姓名,角色,密码
C1,王晓,cashier,2468
"""


def _import(kind: str, file: Path, *, database: str, apply: bool) -> bool:
    """Give a file to the shop; return whether it was written."""
    mode = ["--apply"] if apply else []
    told = json.loads(ask("central-api", "import", kind, str(file), "--database-url", database, *mode))
    return bool(told["written"])


def test_an_owner_imports_goods_enrols_a_till_and_sells_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = f"sqlite:///{tmp_path / 'central.db'}"
    where = ("--database-url", database)
    shop = ("--tenant", "山间茶铺", "--store", "S01", "--store-name", "山间茶铺 总店")
    ask("central-api", "shop", "create", *shop, "--currency", "CNY", "--cash-step", "10", *where)
    for kind, text in (("products", PRODUCTS), ("staff", STAFF)):
        file = tmp_path / f"{kind}.csv"
        file.write_text(text, encoding="utf-8")
        assert not _import(kind, file, database=database, apply=False)
        assert _import(kind, file, database=database, apply=True)

    key_file, folder = tmp_path / "keys" / "till.key", tmp_path / "till"
    key_file.parent.mkdir(mode=0o700)
    with start_server(database, port=0, log=tmp_path / "server.log") as server:
        code = ask("central-api", "enrol-code", "--store", "S01", *where).strip()
        enrol = ("--url", server.url, "--code", code, "--data-dir", str(folder))
        ask("pos-app", "enrol", *enrol, "--key-file", str(key_file))
        monkeypatch.setenv("LOOP_POS_KEY_FILE", str(key_file))
        opening = Opening(
            folder=folder,
            url=server.url,
            printer="null:",
            language="zh-Hans",
            theme="light",
            log=tmp_path / "till.log",
        )
        till = TillProcess(opening)
        try:
            _sell_the_first(Window(till))
        finally:
            till.close()


def _sell_the_first(window: Window) -> None:
    window.touch("sign_in.staff.S01-C1")
    window.look("sign_in.pin", enabled=True)
    window.type("2468\n")
    window.look("open_shift.open")
    window.type("100\n")
    window.look("sell.search")
    window.scan("6901234567892")
    window.look("sell.basket", has="有机红茶 100g")
    window.look("sell.total", figure=1250)
    window.keys("F12")
    window.look("pay.figure", figure=1250)
    window.type("20")
    window.look("pay.figure", figure=750)
    window.keys("Return")
    window.look("pay.note", has="S01-T01-000001")
