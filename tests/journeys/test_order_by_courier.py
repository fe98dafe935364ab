"""A platform's order of nobody who is known: picked like every other, and taken by its courier, once."""

import json
import sqlite3
import urllib.request
from contextlib import closing

from pos_app.demo.processes import ask
from pos_app.tour.stage import Stage
from tests.journeys.conftest import change_hands

_TAKEN = """SELECT o.state, h.means, h.courier, length(h.evidence), h.accepted
FROM hand_over h JOIN shop_order o ON o.order_id = h.order_id"""
_DOUBTS = "SELECT kind FROM entry_exception"


def _books(stage: Stage, question: str) -> list[tuple[object, ...]]:
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        return [tuple(row) for row in books.execute(question)]


def _platform_sends(stage: Stage, *, code: str) -> tuple[str, str]:
    """Let the platform place an order; return its id and number."""
    store, tea = stage.shop.scenario.store, stage.shop.scenario.goods["jasmine"]
    body = {
        "request_id": f"platform-{code}",
        "store_id": store,
        "channel": "fast_legs",
        "external_id": code,
        "fulfilment": "courier",
        "customer": {"name": "王女士"},
        "platform_number": "12",
        "platform_code": code,
        "items": [{"product_id": tea.product_id, "qty_milli": 2_000}],
    }
    request = urllib.request.Request(  # noqa: S310 - the journey's own server.
        f"{stage.shop.url}/v1/shop/orders",
        data=json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {stage.shop.token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as reply:  # noqa: S310 - the same.
        order = json.load(reply)["order"]
    return str(order["order_id"]), str(order["number"])


def test_a_courier_takes_a_platforms_order_by_the_platforms_own_code_and_nobody_takes_it_twice(
    counter: Stage,
) -> None:
    window = counter.window
    said = ("--store", "S01", "--channel", "fast_legs", "--name", "快腿")
    forms = ("--code", "KT########", "--code", "####/day")
    ask("central-api", "shop", "set-channel", *said, *forms, "--database-url", counter.folder.database_url)
    order_id, number = _platform_sends(counter, code="kt20260042")
    window.look("notice_text", has=number)
    change_hands(window, "S01-A1")
    window.keys("F11")
    card = f"pickup.column.new_card_{order_id}"
    window.look(f"{card}_who", has="#12")
    window.look(f"{card}_where", has="快腿")
    window.touch("pickup.couriers", f"{card}_step", "pick.line.1", "pick.shelf")
    window.type("A-03")
    window.touch("pick.done")
    window.look(f"pickup.column.ready_card_{order_id}", has="A-03")

    # The courier shows the phone: the code is the platform's, and the till knows it by itself.
    window.scan("KT20260042")
    window.look("hand_over.number", has=number)
    window.look("hand_over.confirm", enabled=True)
    window.touch("hand_over.courier_name")
    window.type("A12345")
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")

    window.scan("KT20260042")
    window.look("notice_text", has="A12345")
    assert not window.is_there("hand_over.confirm")
    window.scan("KT99999999")
    window.look("notice_text", has="快腿")
    taken = [("handed_over", "courier", "A12345", 32, 1)]
    assert counter.wait(lambda: _books(counter, _TAKEN) == taken, timeout_s=20)
    assert _books(counter, _DOUBTS) == []
