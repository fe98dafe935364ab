"""A till that is newer than its server goes on selling, and commands catch up later; on both databases."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from central_api.journal import service as journal
from central_api.journal.schemas import Ingested
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from pos_app.services.errors import Rejected
from pos_app.storage.till_data import TillData
from pos_app.sync.sender import JournalSender
from retail_core.journal import Draft
from retail_core.wire.counter import Released
from retail_core.wire.facts import BODIES, SALE_COMPLETED
from tests.integration.central_api.conftest import RunningServer
from tests.integration.central_api.real_till import joined
from tests.integration.central_api.till import FakeTill, sale


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


def write(data: TillData, kind: str, body: dict[str, object], *, version: int = 1) -> None:
    draft = Draft(
        type=kind,
        version=version,
        wall_ms=1_764_000_000_000,
        mono_ms=1,
        actor="st-lin",
        body=body,
        personal=None,
    )
    with data.store.write() as work:
        work.journal.append(draft)


def test_a_till_newer_than_its_server_goes_on_selling(server: RunningServer, tmp_path: Path) -> None:
    old = sale("sale-1").model_dump(mode="json")
    with joined(server, tmp_path) as newer:
        data, link = newer.data, newer.link
        sender = JournalSender(
            link.connection(),
            data.outbox,
            device_seed=data.sync_notes.device_seed(),
            root_public_key=newer.terminal.root_public_key,
        )
        write(data, "drone.landed", {"gate": 3})
        write(data, SALE_COMPLETED, {**old, "sale_id": "sale-2", "weather": "rain"}, version=2)
        write(data, SALE_COMPLETED, {**old, "sale_id": "sale-3", "loyalty_colour": "blue"})
        write(data, SALE_COMPLETED, old)
        sent = sender.send_batch()
        assert sent is not None
        assert (sent.acked_through, sent.lower_to) == (5, None)
        # A question that the server does not know yet is a refusal with a code, and nothing worse.
        with pytest.raises(Rejected, match=r"request\.unknown_path"):
            link.connection().get("/v1/drones", Released)
    assert rows(server.database, "SELECT seq, state, park_code FROM journal_entry ORDER BY seq") == [
        (1, "applied", ""),
        (2, "parked", "park.unknown_type"),
        (3, "parked", "park.unknown_type"),
        (4, "parked", "park.malformed_body"),
        (5, "applied", ""),
    ]
    assert rows(server.database, "SELECT sale_id FROM sale") == [("sale-1",)]


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "central_api.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_applies_what_waited_and_says_what_still_waits(
    database: Database, database_url: str, till: FakeTill, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [till.state("drone.landed", {"gate": 3}), till.state(SALE_COMPLETED, sale())]
    with monkeypatch.context() as older:
        older.delitem(BODIES, (SALE_COMPLETED, 1))
        database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))
    ended = command("apply-parked", "--database-url", database_url)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {"applied": 1, "waiting": {"park.unknown_type": 1}}
    assert rows(database, "SELECT sale_id FROM sale") == [("sale-1",)]
    again = command("apply-parked", "--database-url", database_url)
    assert json.loads(again.stdout)["applied"] == 0
    assert rows(database, "SELECT COUNT(*) FROM sale") == [(1,)]


def test_a_quarantined_till_is_released_and_sends_on(
    database: Database, database_url: str, till: FakeTill, caller: Caller
) -> None:
    def ingest(who: FakeTill, *numbers: int) -> Ingested:
        facts = [who.state(SALE_COMPLETED, sale(f"sale-{number}", number=number)) for number in numbers]
        return database.run(lambda unit: journal.ingest(unit, caller, batch=who.batch(facts)))

    ingest(till, 1)
    assert ingest(FakeTill(till.terminal), 9).refused == "journal.fork"
    head = till.head
    assert ingest(till, 2).refused == "journal.quarantined"
    ended = command("release-till", till.terminal, "--database-url", database_url)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {"released": till.terminal, "kept_aside": 2}
    till.head = head
    assert ingest(till, 2).refused is None
    assert rows(database, "SELECT sale_id FROM sale ORDER BY sale_id") == [("sale-1",), ("sale-2",)]


@pytest.mark.parametrize(
    ("terminal", "code"), [("S01-T01", "terminal.not_quarantined"), ("S09-T09", "terminal.unknown")]
)
def test_only_a_quarantined_till_is_released(
    database: Database, database_url: str, caller: Caller, *, terminal: str, code: str
) -> None:
    del database, caller
    ended = command("release-till", terminal, "--database-url", database_url)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert code in ended.stderr


def test_two_workers_apply_what_waited_once(
    database: Database, till: FakeTill, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [till.state(SALE_COMPLETED, sale(f"sale-{number}", number=number)) for number in range(1, 21)]
    with monkeypatch.context() as older:
        older.delitem(BODIES, (SALE_COMPLETED, 1))
        database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))
    with ThreadPoolExecutor(2) as workers:
        applied = list(workers.map(lambda _: database.run(journal.apply_parked), range(2)))
    assert sorted(applied) == [0, 20]
    assert rows(database, "SELECT COUNT(*) FROM sale") == [(20,)]
    assert rows(database, "SELECT COUNT(*) FROM journal_entry WHERE state = 'parked'") == [(0,)]
