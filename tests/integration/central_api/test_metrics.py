"""Counts and the log say what happens, and nothing about anybody; also over several workers."""

import threading
from pathlib import Path

import pytest
import requests

from central_api.kit.clock import SystemClock
from central_api.kit.database import open_database
from central_api.migrations import runner
from retail_core.wire import facts
from retail_core.wire.facts import SalePerson
from tests.integration.central_api.conftest import Client, RunningServer, enrol, set_up_shop, wait_until
from tests.integration.central_api.test_process import serving
from tests.integration.central_api.till import FakeTill, line, sale

PERSON = SalePerson(
    member_id="M-83920471",
    alias="0123456789abcdef",
    masked_name="诸葛**",
    phone_last4="8823",
    means="phone",
)
SECRETS = ("M-83920471", "0123456789abcdef", "诸葛", "\\u8bf8", "8823", "13800008823", "st-lin")


def counts(url: str) -> dict[str, float]:
    """Return what is counted, by name and labels."""
    answer = requests.get(url + "/metrics", timeout=20)
    assert answer.headers["Content-Type"].startswith("text/plain")
    lines = [text for text in answer.text.splitlines() if not text.startswith("#")]
    return {name: float(value) for name, _, value in (text.rpartition(" ") for text in lines)}


def busy(client: Client, till: FakeTill) -> None:
    """Send a good fact, a doubtful one and one that waits, all of a member, and be refused."""
    good = till.state(facts.SALE_COMPLETED, sale("sale-1"), person=PERSON)
    doubtful = till.state(facts.SALE_COMPLETED, sale("sale-2", line(unit_minor=620), number=2), person=PERSON)
    waits = till.state("drone.landed", {"who": "诸葛"}, person=PERSON)
    batch = till.batch([good, doubtful, waits]).model_dump_json().encode()
    assert client.post("/v1/journal", batch).json()["exceptions"] == 3
    client.post("/v1/members/lookup", b'{"alias":"0123456789abcdef"}')
    client.post("/v1/members/lookup", b'{"phone":"13800008823"}')
    client.get("/v1/feed/store?cursor=13800008823")


def test_what_happens_is_counted(client: Client, till: FakeTill, server: RunningServer) -> None:
    busy(client, till)
    wait_until(
        lambda: (
            'loop_pos_requests_total{method="GET",route="/v1/feed/{name}",status="200"}' in counts(server.url)
        )
    )
    found = counts(server.url)
    assert found['loop_pos_facts_total{outcome="stored"}'] == 3
    assert found['loop_pos_facts_total{outcome="parked"}'] == 1
    assert found['loop_pos_facts_total{outcome="exception"}'] == 3
    assert found['loop_pos_refusals_total{code="request.malformed"}'] == 1
    assert found['loop_pos_requests_total{method="POST",route="/v1/journal",status="200"}'] == 1
    assert found['loop_pos_request_seconds_count{route="/v1/journal"}'] == 1
    assert found['loop_pos_open_exceptions{of="sale.price_differs"}'] == 1
    assert found['loop_pos_parked_facts{of="park.unknown_type"}'] == 1
    assert found['loop_pos_tills{of="active"}'] == 1


def test_counts_and_log_name_nobody(client: Client, till: FakeTill, server: RunningServer) -> None:
    busy(client, till)
    wait_until(lambda: len(server.log()) == 4)
    said = (
        server.log_path.read_text(encoding="utf-8") + requests.get(server.url + "/metrics", timeout=20).text
    )
    assert [secret for secret in SECRETS if secret in said] == []
    assert {entry["terminal"] for entry in server.log()[:4]} == {"S01-T01"}


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_who_comes_from_outside_learns_nothing(server: RunningServer, header: str) -> None:
    answer = requests.get(server.url + "/metrics", headers={header: "192.0.2.1"}, timeout=20)
    assert (answer.status_code, answer.json()["code"]) == (404, "request.unknown_path")


def test_a_made_up_method_is_no_label_and_no_text_of_the_log(server: RunningServer) -> None:
    requests.request("ZHUGE13800008823", server.url + "/nowhere/13800008823", timeout=20)
    wait_until(lambda: len(server.log()) == 1)
    assert "13800008823" not in server.log_path.read_text(encoding="utf-8") + str(counts(server.url))


def test_any_of_several_workers_answers_for_all(postgres_url: str, tmp_path: Path) -> None:
    database = open_database(postgres_url, clock=SystemClock())
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    tills = [FakeTill(seed=bytes([number]) * 32) for number in range(8)]
    callers = [enrol(database, till) for till in tills]
    with serving("--database-url", postgres_url, "--workers", "2") as (_, started):
        server = RunningServer(started["url"], database, tmp_path / "none")

        def sell(number: int) -> None:
            client = Client(server, callers[number], tills[number].seed)
            entry = tills[number].state(facts.SALE_COMPLETED, sale(f"sale-{number}", number=number))
            assert client.post("/v1/journal", tills[number].batch([entry]).model_dump_json().encode()).ok
            client.session.close()

        selling = [threading.Thread(target=sell, args=(number,)) for number in range(8)]
        for thread in selling:
            thread.start()
        for thread in selling:
            thread.join(60)
        stored = 'loop_pos_facts_total{outcome="stored"}'
        assert [counts(server.url)[stored] for _ in range(4)] == [8.0] * 4
    database.close()
