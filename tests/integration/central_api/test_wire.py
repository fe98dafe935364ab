"""The real server over HTTP: what a till asks, what it is answered, and what is refused."""

import json
import threading
import time

import pytest
import requests

from central_api.delivery import endpoints as delivery
from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.kit.kit import Kit
from retail_core.wire import facts
from retail_core.wire.counter import Problem
from retail_core.wire.enrolment import EnrolReply
from retail_core.wire.feed import CatalogManifest, FeedPage, Wake
from retail_core.wire.journal import JournalReceipt
from tests.integration.central_api.conftest import Client, RunningServer, wait_until, wake_path
from tests.integration.central_api.till import FakeTill, sale


def problem(response: requests.Response) -> tuple[int, str]:
    return response.status_code, Problem.model_validate_json(response.content).code


def test_health_and_readiness_need_no_signature(server: RunningServer) -> None:
    for path in ("/health", "/ready"):
        response = requests.get(server.url + path, timeout=10)
        assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/journal"),
        ("GET", "/v1/feed/store"),
        ("GET", "/v1/wake"),
        ("GET", "/v1/catalog"),
        ("GET", "/v1/catalog/1"),
        ("POST", "/v1/members/lookup"),
        ("POST", "/v1/coupons/hold"),
        ("POST", "/v1/coupons/release"),
    ],
)
def test_everything_of_a_till_must_be_signed(server: RunningServer, method: str, path: str) -> None:
    response = requests.request(method, server.url + path, data=b"{}", timeout=10)
    assert problem(response) == (401, "auth.missing")


def test_every_route_is_either_signed_or_known_to_be_open(server: RunningServer) -> None:
    paths = requests.get(server.url + "/openapi.json", timeout=10).json()["paths"]
    unsigned = set()
    for path, methods in paths.items():
        for method in methods:
            url = server.url + path.replace("{name}", "store")
            response = requests.request(method, url, data=b"{}", timeout=10)
            is_json = response.headers["Content-Type"] == "application/json"
            code = response.json().get("code", "") if is_json else ""
            if code not in {"auth.missing", "auth.token"}:
                unsigned.add(path)
    assert unsigned == {"/health", "/ready", "/metrics", "/v1/enrol"}


def test_the_shops_side_wants_a_token_that_it_knows(server: RunningServer) -> None:
    for header in ({}, {"Authorization": "Bearer " + "x" * 43}, {"Authorization": "Basic abc"}):
        response = requests.get(server.url + "/v1/shop/stock", headers=header, timeout=10)
        assert problem(response) == (401, "auth.token")


@pytest.mark.parametrize("product_id", ["9" * 65, ""])
def test_an_id_that_can_be_none_is_refused_by_name(server: RunningServer, product_id: str) -> None:
    token = server.database.run(lambda unit: enrolment.make_client(unit, "app"))
    response = requests.get(
        server.url + "/v1/shop/stock",
        params={"store_id": "S01", "product_id": product_id},
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    assert problem(response) == (422, "request.malformed")


def test_a_till_joins_over_http(server: RunningServer, till: FakeTill) -> None:
    code = server.database.run(lambda unit: enrolment.make_code(unit, "S01"))
    body = till.enrol_request(code).model_dump_json()
    response = requests.post(server.url + "/v1/enrol", data=body, timeout=10)
    assert EnrolReply.model_validate_json(response.content).terminal == "S01-T01"


def test_a_wrong_code_uses_up_its_tries_even_though_it_is_refused(
    server: RunningServer, till: FakeTill
) -> None:
    code = server.database.run(lambda unit: enrolment.make_code(unit, "S01"))
    wrong = till.enrol_request(code[:-1] + ("0" if code[-1] != "0" else "1")).model_dump_json()
    for _ in range(5):
        assert problem(requests.post(server.url + "/v1/enrol", data=wrong, timeout=10)) == (
            403,
            "enrol.code_wrong",
        )
    right = till.enrol_request(code).model_dump_json()
    assert problem(requests.post(server.url + "/v1/enrol", data=right, timeout=10))[0] == 403


def test_facts_go_up(client: Client, till: FakeTill) -> None:
    batch = till.batch([till.state(facts.SALE_COMPLETED, sale())])
    response = client.post("/v1/journal", batch.model_dump_json().encode())
    receipt = JournalReceipt.model_validate_json(response.content)
    assert (receipt.acked_through, receipt.expected, receipt.parked) == (1, 2, 0)


def test_a_refused_fork_is_kept_although_it_is_refused(client: Client, till: FakeTill) -> None:
    client.post(
        "/v1/journal", till.batch([till.state(facts.SALE_COMPLETED, sale())]).model_dump_json().encode()
    )
    clone = FakeTill(till.terminal)
    forged = clone.batch([clone.state(facts.SALE_COMPLETED, sale("other"), entry_id="x")])
    response = client.post("/v1/journal", forged.model_dump_json().encode())
    assert problem(response) == (409, "journal.fork")
    again = client.post("/v1/journal", forged.model_dump_json().encode())
    assert problem(again) == (409, "journal.quarantined")


def test_a_page_carries_stock_and_what_it_contains(client: Client, till: FakeTill) -> None:
    batch = till.batch([till.state(facts.SALE_COMPLETED, sale())])
    client.post("/v1/journal", batch.model_dump_json().encode())
    page = FeedPage.model_validate_json(client.get("/v1/feed/store?cursor=&limit=500").content)
    docs = {(change.kind, change.key): change.doc for change in page.changes}
    assert docs["stock", "p-milk"] == {
        "product_id": "p-milk",
        "on_hand_milli": -2000,
        "committed_milli": 0,
    }
    assert ("keys", "list") in docs
    assert (page.applied_through, page.more, page.reset) == (1, False, False)


def test_the_catalog_file_comes_as_the_manifest_says(client: Client) -> None:
    import hashlib

    manifest = CatalogManifest.model_validate_json(client.get("/v1/catalog").content)
    response = client.get(f"/v1/catalog/{manifest.version}")
    assert hashlib.sha256(response.content).hexdigest() == manifest.compressed_sha256
    assert response.headers["content-type"] == "application/zstd"


def test_an_unknown_version_of_the_catalog_is_said_so(client: Client) -> None:
    assert problem(client.get("/v1/catalog/0000")) == (404, "catalog.unknown_version")


def test_a_replayed_request_is_refused(client: Client) -> None:
    request = client.prepared("GET", "/v1/feed/store?cursor=")
    assert client.send(request).status_code == 200
    assert problem(client.send(request)) == (401, "auth.replayed")


def test_a_repeated_upload_is_answered_again(client: Client, till: FakeTill) -> None:
    batch = till.batch([till.state(facts.SALE_COMPLETED, sale())])
    request = client.prepared("POST", "/v1/journal", data=batch.model_dump_json().encode())
    assert [client.send(request).json()["acked_through"] for _ in range(2)] == [1, 1]


def test_a_body_changed_on_the_way_is_refused(client: Client) -> None:
    request = client.prepared("POST", "/v1/members/lookup", data=b'{"alias":"00"}')
    request.body = b'{"alias":"01"}'
    assert problem(client.send(request)) == (401, "auth.signature")


def test_a_path_changed_on_the_way_is_refused(client: Client) -> None:
    request = client.prepared("GET", "/v1/feed/store?cursor=")
    assert request.url is not None
    request.url = request.url.replace("store", "catalog")
    assert problem(client.send(request)) == (401, "auth.signature")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"protocol":1}', b"\xff\xfe", b"[" * 100_000, b'{"protocol":"1"}']
)
def test_a_body_that_is_no_message_is_refused_by_name(client: Client, data: bytes) -> None:
    assert problem(client.post("/v1/journal", data)) == (422, "request.malformed")


def test_a_body_over_a_mebibyte_is_refused(client: Client) -> None:
    assert problem(client.post("/v1/journal", b" " * (1024 * 1024 + 1))) == (413, "request.too_large")


def test_more_than_two_hundred_entries_are_refused(client: Client, till: FakeTill) -> None:
    entries = [till.state("clock.jumped", {"by_ms": 1}) for _ in range(201)]
    whole = json.loads(till.batch(entries[:200]).model_dump_json())
    whole["entries"].append(json.loads(till.batch(entries[200:]).model_dump_json())["entries"][0])
    assert problem(client.post("/v1/journal", json.dumps(whole).encode())) == (422, "request.malformed")


@pytest.mark.parametrize("path", ["/v1/feed/other", "/v1/feed/store?limit=0", "/v1/wake?hold_s=900"])
def test_parameters_out_of_bounds_are_refused_by_name(client: Client, path: str) -> None:
    assert problem(client.get(path)) == (422, "request.malformed")


def test_an_unknown_path_is_a_problem_with_a_code(server: RunningServer) -> None:
    assert problem(requests.get(server.url + "/v2/x", timeout=10)) == (404, "request.unknown_path")


def test_a_held_request_answers_when_its_store_has_news(client: Client, server: RunningServer) -> None:
    path = wake_path(client)
    answers: list[requests.Response] = []
    waiting = threading.Thread(target=lambda: answers.append(client.get(path)))
    begun = time.monotonic()
    waiting.start()
    wait_until(lambda: any(item["event"] == "held" for item in server.log()))
    server.database.run(lambda unit: feed.publish(unit, "store", scope="S01", kind="thing", key="a", doc={}))
    waiting.join(20)
    wake = Wake.model_validate_json(answers[0].content)
    assert (wake.catalog, wake.store) == (False, True)
    assert time.monotonic() - begun < 10


def test_another_stores_news_wakes_nobody(client: Client, server: RunningServer) -> None:
    path = wake_path(client, hold_s=1)
    server.database.run(lambda unit: feed.publish(unit, "store", scope="S02", kind="thing", key="a", doc={}))
    wake = Wake.model_validate_json(client.get(path).content)
    assert (wake.catalog, wake.store) == (False, False)


def test_news_that_came_before_the_question_are_told_at_once(client: Client, server: RunningServer) -> None:
    path = wake_path(client)
    server.database.run(lambda unit: feed.publish(unit, "catalog", scope="*", kind="thing", key="a", doc={}))
    wake = Wake.model_validate_json(client.get(path).content)
    assert (wake.catalog, wake.store) == (True, False)


def test_the_log_shows_routes_and_no_queries(client: Client, server: RunningServer) -> None:
    client.get("/v1/feed/store?cursor=secret-cursor")
    wait_until(lambda: any(item.get("route") == "/v1/feed/{name}" for item in server.log()))
    [entry] = [item for item in server.log() if item.get("route") == "/v1/feed/{name}"]
    assert (entry["method"], entry["status"], entry["terminal"]) == ("GET", 200, "S01-T01")
    assert "secret" not in server.log_path.read_text(encoding="utf-8")


@pytest.mark.parametrize("hears_all", [True, False])
def test_who_is_held_looks_for_itself_only_where_nobody_would_tell(
    client: Client, server: RunningServer, monkeypatch: pytest.MonkeyPatch, *, hears_all: bool
) -> None:
    looked: list[str] = []
    look = delivery._look

    def counted(kit: Kit, store_id: str, *, catalog: str, store: str) -> Wake:
        looked.append(store_id)
        return look(kit, store_id, catalog=catalog, store=store)

    path = wake_path(client, hold_s=3)
    monkeypatch.setattr(delivery, "_look", counted)
    monkeypatch.setattr(server.wakeups, "hears_all", hears_all)
    found = Wake.model_validate_json(client.get(path).content)
    assert (found.catalog, found.store) == (False, False)
    # At the beginning and at the end, or once a second besides.
    assert len(looked) == 2 if hears_all else len(looked) >= 3
