"""One phone number joins in the app and at a till without a network: one account, which is then erased."""

import json
import sqlite3
from contextlib import closing

from pos_app.demo.processes import ask
from pos_app.tour.stage import DELIVERY_S, Stage

JASMINE = "6930000316761"  # 19.00
PHONE = "13900007788"


def _server(stage: Stage, query: str, *values: object) -> list[tuple[object, ...]]:
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        return [tuple(row) for row in books.execute(query, values)]


def _join_at_the_counter(stage: Stage) -> None:
    """Look the number up in vain, then join: phone number and a yes to the terms."""
    window = stage.window
    window.keys("F9")
    window.look("member.phone")
    window.type(f"{PHONE}\n")
    window.look("member.message", has="扫会员码")
    window.touch("member.join")
    window.look("member_join.ok")
    window.touch("member_join.ok")
    window.look("member_join.message", has="同意会员条款")
    window.touch("member_join.terms", "member_join.ok")
    window.look("sell.member.name", has="7788")
    window.look("sell.member.tier", has="普通")


def _find(stage: Stage, *, shown: str) -> None:
    window = stage.window
    window.keys("F9")
    window.look("member.phone")
    window.type(f"{PHONE}\n")
    window.look("sell.member.name", has=shown)


def test_who_joined_online_and_offline_is_one_member_and_can_be_forgotten(counter: Stage) -> None:
    window, shop = counter.window, counter.shop
    joined = ("join", "--phone", PHONE, "--name", "李静", "--url", shop.url, "--token", shop.token)
    online = json.loads(ask("central-api", "demo", *joined))["member"]

    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.scan(JASMINE)
    window.look("sell.total", figure=1900)
    _join_at_the_counter(counter)
    window.keys("F12")
    window.look("pay.total")
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")
    _find(counter, shown="7788")  # known here, with nobody to ask
    window.touch("sell.member.detach")

    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    [(survivor, points)] = _server(
        counter, "SELECT member_id, points FROM member WHERE active = 1 AND phone = ?", PHONE
    )
    assert survivor == online["member_id"]
    assert _server(counter, "SELECT phone, name FROM member WHERE merged_into = ?", survivor) == [(None, "")]
    sold = "SELECT member_id FROM sale WHERE receipt_number = 'S01-T02-000001'"
    assert _server(counter, sold) == [(survivor,)]
    earned = "SELECT SUM(points) FROM points_entry WHERE member_id = ?"
    assert _server(counter, earned, survivor) == [(points,)]
    assert isinstance(points, int)
    assert points > 0
    # The till hears of it: name from the app, points from the counter.
    _find(counter, shown="李**")
    window.look("sell.member.facts", has=str(points))
    window.keys("F9")
    window.look("member_sheet.name", has="李** · 7788")
    window.keys("Esc")
    window.do("gone", name="member_sheet.name")
    window.touch("sell.member.detach")

    books = ("--database-url", counter.folder.database_url)
    erased = json.loads(ask("central-api", "erase-member", str(survivor), *books))
    assert erased["entries"] >= 2
    assert _server(counter, "SELECT COUNT(*) FROM member WHERE phone = ?", PHONE) == [(0,)]
    naming = "SELECT COUNT(*) FROM journal_entry WHERE personal LIKE ?"
    assert _server(counter, naming, f"%{PHONE}%") == [(0,)]
    chains = [json.loads(line) for line in ask("central-api", "verify-journal", *books).splitlines()]
    assert [chain["problem"] for chain in chains] == [""] * len(chains)
    window.keys("F9")
    window.look("member.phone")
    window.type(f"{PHONE}\n")
    window.look("member.message", has="没有使用此号码的会员")
