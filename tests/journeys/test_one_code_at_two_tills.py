"""A pickup code at a second till: refused where it has heard of the first, an exception where it has not."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.demo.processes import ask
from pos_app.tour.scenario import OrderPlan
from pos_app.tour.shop import PlacedOrder
from pos_app.tour.stage import DELIVERY_S, Stage
from pos_app.tour.till import Opening, TillProcess
from pos_app.tour.window import Window
from tests.journeys.conftest import order_ready, sign_in

_TWICE = "SELECT args FROM entry_exception WHERE kind = 'order.handed_over_twice'"
_GIVEN = "SELECT hand_over_id, terminal_id, evidence, accepted FROM hand_over WHERE order_id = ?"


@pytest.fixture
def second(counter: Stage, tmp_path: Path) -> Iterator[Window]:
    """Another till of the same store, with somebody else's shift open."""
    url, folder = f"http://127.0.0.1:{counter.port}", tmp_path / "second"
    code = ask("central-api", "enrol-code", "--store", "S01", "--database-url", counter.folder.database_url)
    told = ["--url", url, "--code", code.strip(), "--data-dir", str(folder), "--demo-key"]
    ask("pos-app", "enrol", *told)
    till = TillProcess(Opening(folder, url, "null:", "zh-Hans", "light", log=tmp_path / "second.log"))
    window = Window(till)
    window.look("sign_in.staff.S01-C2")
    sign_in(window, "S01-C2")
    window.look("open_shift.open")
    window.type("500\n")
    window.look("sell.search")
    yield window
    till.close()


def test_one_code_is_shown_at_two_tills(counter: Stage, second: Window) -> None:
    first = counter.window
    heard = order_ready(counter)
    unheard = _ready(counter, "A-07")
    second.keys("F11")
    second.look(f"pickup.column.ready_card_{heard.order_id}", has="A-03")
    second.look(f"pickup.column.ready_card_{unheard.order_id}", has="A-07")

    _hand_over(first, heard)
    second.do("gone", name=f"pickup.column.ready_card_{heard.order_id}")
    second.scan(heard.pickup_code)
    second.look("notice_text", has="已")
    assert not second.is_there("hand_over.confirm")

    counter.stop_server()
    _hand_over(first, unheard)
    _hand_over(second, unheard)
    counter.start_server()
    assert counter.wait(lambda: len(_ask(counter, _TWICE)) == 1, timeout_s=2 * DELIVERY_S)
    [(args,)] = _ask(counter, _TWICE)
    given = {row[0]: row[1:] for row in _ask(counter, _GIVEN, unheard.order_id)}
    both = {json.loads(str(args))[name] for name in ("first_hand_over_id", "second_hand_over_id")}
    assert given.keys() == both
    terminals, evidence, accepted = zip(*given.values(), strict=True)
    assert len(set(terminals)) == 2
    assert len(set(evidence)) == 1
    assert sorted(accepted) == [0, 1]


def _ready(stage: Stage, shelf: str) -> PlacedOrder:
    """Order online, and pick on the board that is open."""
    window = stage.window
    order = stage.shop.order(OrderPlan({"jasmine": 1}, shelf))
    window.touch(f"pickup.column.new_card_{order.order_id}_step")
    lines = window.do("names", prefix="pick.line.", least=1)
    assert isinstance(lines, list)
    window.touch(*(name for name in lines if "_" not in name.removeprefix("pick.line.")), "pick.shelf")
    window.type(shelf)
    window.touch("pick.done")
    window.look(f"pickup.column.ready_card_{order.order_id}", has=shelf)
    return order


def _hand_over(window: Window, order: PlacedOrder) -> None:
    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")


def _ask(stage: Stage, question: str, *arguments: str) -> list[tuple[object, ...]]:
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        return [tuple(row) for row in books.execute(question, arguments)]
