"""A real till works off what the real server has doubts about; and has words for all of it."""

import re
from pathlib import Path
from typing import get_args

import pytest

from central_api.staff import service as staff
from pos_app.services.errors import Rejected, RuleError
from pos_app.services.records import Actor
from pos_app.services.work_list import MOST_NOTE_CHARS, WorkList
from pos_app.services.work_list_model import ExceptionItem
from pos_app.ui.texts import known_codes
from retail_core.wire import facts
from retail_core.wire.exceptions import Action
from tests.integration.central_api.conftest import Client, RunningServer, cashier
from tests.integration.central_api.real_till import RealTill, joined
from tests.integration.central_api.till import FakeTill, line, sale

ROOT = Path(__file__).resolve().parents[3]
MANAGER = Actor("st-wang", "王芳", "manager", {"exception.settle": None})
CASHIER = Actor("st-lin", "林佳怡", "cashier", {"sell": None})


def _doubts(client: Client, till: FakeTill, *, sales: int = 1) -> None:
    """Let another till of the store sell milk for prices that it does not have."""
    entries = [
        till.state(
            facts.SALE_COMPLETED,
            sale(f"s{number}", line(unit_minor=700 + number), number=number),
        )
        for number in range(1, sales + 1)
    ]
    assert client.post("/v1/journal", till.batch(entries).model_dump_json().encode()).status_code == 200


def _work_list(server: RunningServer, real: RealTill) -> WorkList:
    person = cashier("st-wang", exception_settle=None).model_copy(update={"role": "manager"})
    server.database.run(lambda unit: staff.restore(unit, "S01", doc=person))
    return WorkList(real.link.work_list_api(), store=real.data.store)


def _only(work_list: WorkList) -> ExceptionItem:
    [item] = work_list.page(MANAGER, "open").items
    return item


def test_a_till_sees_what_another_one_did_with_its_receipt(
    server: RunningServer, client: Client, till: FakeTill, tmp_path: Path
) -> None:
    _doubts(client, till)
    with joined(server, tmp_path) as real:
        item = _only(_work_list(server, real))
    assert (item.kind, item.till, item.seq, item.actor) == ("sale.price_differs", "S01-T01", 1, "st-lin")
    assert (item.args["sold_minor"], item.args["catalog_minor"]) == (701, 650)
    assert item.receipts == ("S01-T01-000001",)
    assert item.actions == ("accept", "price_corrected")


def test_what_is_settled_at_the_till_is_settled_at_head_office(
    server: RunningServer, client: Client, till: FakeTill, tmp_path: Path
) -> None:
    _doubts(client, till)
    with joined(server, tmp_path) as real:
        work_list = _work_list(server, real)
        item = _only(work_list)
        settled = work_list.settle(MANAGER, item, action="price_corrected", note=" 供应商已改价 ")
        assert (settled.state, settled.settled_by, settled.note) == ("done", "st-wang", "供应商已改价")
        assert (
            work_list.settle(MANAGER, item, action="price_corrected", note="").settled_ms
            == settled.settled_ms
        )
        with pytest.raises(Rejected) as refused:
            work_list.settle(MANAGER, item, action="accept", note="")
        assert refused.value.code == "exception.already_settled"
        assert work_list.page(MANAGER, "open").items == ()
        assert [each.exception_id for each in work_list.page(MANAGER, "done").items] == [item.exception_id]


def test_a_long_list_is_read_to_its_end(
    server: RunningServer, client: Client, till: FakeTill, tmp_path: Path
) -> None:
    _doubts(client, till, sales=60)
    with joined(server, tmp_path) as real:
        work_list = _work_list(server, real)
        first = work_list.page(MANAGER, "open")
        second = work_list.page(MANAGER, "open", after=first.after)
    assert (len(first.items), len(second.items), first.open_count, second.after) == (50, 10, 60, 0)
    assert [each.seq for each in (*first.items, *second.items)] == list(range(1, 61))


def test_the_till_asks_nobody_about_what_it_may_not_do_itself(
    server: RunningServer, client: Client, till: FakeTill, tmp_path: Path
) -> None:
    _doubts(client, till)
    with joined(server, tmp_path) as real:
        work_list = _work_list(server, real)
        item = _only(work_list)
        for refuse, code in (
            (lambda: work_list.page(CASHIER, "open"), "right.missing"),
            (lambda: work_list.settle(CASHIER, item, action="accept", note=""), "right.missing"),
            (lambda: work_list.settle(MANAGER, item, action="claimed", note=""), "exception.wrong_action"),
            (
                lambda: work_list.settle(MANAGER, item, action="accept", note="长" * (MOST_NOTE_CHARS + 1)),
                "exception.note_too_long",
            ),
        ):
            with pytest.raises(RuleError) as refused:
                refuse()
            assert refused.value.code == code
        assert _only(work_list) == item


def test_the_till_has_words_for_every_doubt_and_every_answer() -> None:
    page = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
    table = page.partition("| exception | about |")[2].partition("\n\n")[0]
    orders = (ROOT / "central_api" / "orders" / "service.py").read_text(encoding="utf-8")
    kinds = {kind for kind in table.split("`")[1::2] if "." in kind and not kind.endswith("*")}
    kinds |= set(re.findall(r'DoubtfulFact\(\s*"(order\.[a-z_]+)"', orders))
    assert len(kinds) > 25
    wanted = {f"doubt.{kind.replace('.', '_')}" for kind in kinds}
    wanted |= {f"settling.{action}" for action in get_args(Action)}
    assert wanted - known_codes() == set()
