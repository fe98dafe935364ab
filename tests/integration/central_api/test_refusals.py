"""What is refused gets a code of the catalogue, leaves nothing behind, and is logged without a secret."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from requests import PreparedRequest
from sqlalchemy import select

from central_api.models import metadata
from pos_app.sync.signing import RequestSigner
from retail_core.wire import facts
from retail_core.wire.facts import SalePerson
from tests.integration.central_api.conftest import Client, RunningServer, TillClock, enrol, wait_until
from tests.integration.central_api.till import FakeTill, sale

CATALOGUE = Path(__file__).resolve().parents[3] / "docs" / "errors.md"
SECRET = "zhang-san-13800001234"
"""Stands in every body: nobody may find it in the log."""

BOOKKEEPING = frozenset({"request_nonce"})
"""A nonce that was seen is remembered although its request was refused."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A till that behaves, and what somebody makes of its requests."""

    client: Client
    till: FakeTill
    server: RunningServer

    def batch(self, *numbers: int, **changed: object) -> bytes:
        """Return sales with a person in them, as a batch that is signed as it should be."""
        person = SalePerson(
            member_id="M1", alias="0123456789abcdef", masked_name=SECRET, phone_last4="0000", means="code"
        )
        entries = [
            self.till.state(facts.SALE_COMPLETED, sale(f"sale-{number}", number=number), person=person)
            for number in numbers or (1,)
        ]
        return self.till.batch(entries, **changed).model_dump_json().encode()

    def prepared(self, body: bytes) -> PreparedRequest:
        return self.client.prepared("POST", "/v1/journal", data=body)


def wrong_signature(attack: Attack) -> PreparedRequest:
    thief = RequestSigner(key_id=attack.client.signer._key_id, seed=b"x" * 32, clock=TillClock())
    request = attack.prepared(attack.batch())
    for name in ("Signature", "Signature-Input", "Content-Digest"):
        del request.headers[name]
    thief.sign(request)
    return request


def unknown_key(attack: Attack) -> PreparedRequest:
    stranger = RequestSigner(key_id="k-nobody", seed=b"x" * 32, clock=TillClock())
    request = attack.prepared(attack.batch())
    for name in ("Signature", "Signature-Input", "Content-Digest"):
        del request.headers[name]
    stranger.sign(request)
    return request


def changed_body(attack: Attack) -> PreparedRequest:
    request = attack.prepared(attack.batch())
    assert isinstance(request.body, bytes)
    request.body = request.body.replace(b'"total_minor":1300', b'"total_minor":1301')
    return request


def changed_amount_signed_anew(attack: Attack) -> PreparedRequest:
    """The request is right, but the facts in it are not those whose hashes it states."""
    return attack.prepared(attack.batch().replace(b'"total_minor":1300', b'"total_minor":1301'))


def replayed_question(attack: Attack) -> PreparedRequest:
    request = attack.client.prepared("GET", "/v1/feed/store")
    assert attack.client.send(request).status_code == 200
    return request


def other_stores_journal(attack: Attack) -> PreparedRequest:
    other = FakeTill(seed=b"o" * 32)
    enrol(attack.server.database, other, store_id="S02")
    entry = other.state(facts.SALE_COMPLETED, sale("stolen"))
    return attack.prepared(other.batch([entry]).model_dump_json().encode())


def other_stores_catalog(attack: Attack) -> PreparedRequest:
    other = FakeTill(seed=b"o" * 32)
    theirs = Client(attack.server, enrol(attack.server.database, other, store_id="S02"), other.seed)
    version = theirs.get("/v1/catalog").json()["version"]
    theirs.session.close()
    return attack.client.prepared("GET", f"/v1/catalog/{version}")


def oversized(attack: Attack) -> PreparedRequest:
    return attack.prepared(b'{"protocol":1,"pad":"' + SECRET.encode() + b"x" * 1024 * 1024 + b'"}')


def too_many_entries(attack: Attack) -> PreparedRequest:
    entries = [attack.till.state(facts.STAFF_SIGNED_OUT, {"staff_id": "st-lin"}) for _ in range(201)]
    last = attack.till.batch(entries[-1:])
    names = {
        "entries": [json.loads(attack.till.batch([one]).model_dump_json())["entries"][0] for one in entries]
    }
    return attack.prepared(
        json.dumps({**json.loads(last.model_dump_json()), "first_seq": 1, **names}).encode()
    )


def unknown_protocol(attack: Attack) -> PreparedRequest:
    return attack.prepared(attack.batch(protocol=99))


def middle_left_out(attack: Attack) -> PreparedRequest:
    whole = json.loads(attack.batch(1, 2, 3))
    del whole["entries"][1]
    return attack.prepared(json.dumps(whole).encode())


def second_fact_forged(attack: Attack) -> PreparedRequest:
    """The first fact of the batch is right: it is not stored either."""
    whole = json.loads(attack.batch(1, 2))
    whole["entries"][1]["body"]["total_minor"] += 1
    return attack.prepared(json.dumps(whole).encode())


def garbage(attack: Attack) -> PreparedRequest:
    return attack.prepared(b"\x00\xff\xfe" + SECRET.encode())


def deep_garbage(attack: Attack) -> PreparedRequest:
    return attack.prepared(b'{"a":' * 5_000 + SECRET.encode())


def zero_in_an_id(attack: Attack) -> PreparedRequest:
    """PostgreSQL keeps no such text: let in, it would stop the till's queue for ever."""
    whole = json.loads(attack.batch())
    whole["entries"][0]["actor"] = "st\0lin"
    return attack.prepared(json.dumps(whole).encode())


def zero_in_a_name(attack: Attack) -> PreparedRequest:
    """What is refused is named in the answer, and no answer may break on it."""
    whole = json.loads(attack.batch())
    whole["entries"][0]["st\0lin"] = 1
    return attack.prepared(json.dumps(whole).encode())


ATTACKS: dict[Callable[[Attack], PreparedRequest], tuple[int, str]] = {
    wrong_signature: (401, "auth.signature"),
    unknown_key: (401, "auth.unknown_key"),
    changed_body: (401, "auth.signature"),
    changed_amount_signed_anew: (422, "chain.body_altered"),
    replayed_question: (401, "auth.replayed"),
    other_stores_journal: (403, "journal.other_till"),
    other_stores_catalog: (404, "catalog.unknown_version"),
    oversized: (413, "request.too_large"),
    too_many_entries: (422, "request.malformed"),
    unknown_protocol: (409, "protocol.unknown"),
    middle_left_out: (422, "journal.not_consecutive"),
    second_fact_forged: (422, "chain.body_altered"),
    garbage: (422, "request.malformed"),
    deep_garbage: (422, "request.malformed"),
    zero_in_an_id: (422, "request.malformed"),
    zero_in_a_name: (422, "request.malformed"),
}


@pytest.mark.parametrize("make", ATTACKS, ids=lambda make: make.__name__)
def test_it_is_refused_by_its_code_and_leaves_nothing_behind(
    client: Client, till: FakeTill, server: RunningServer, *, make: Callable[[Attack], PreparedRequest]
) -> None:
    request = make(Attack(client, till, server))
    before, lines = everything(server), len(server.log())
    answer = client.send(request)
    status, code = ATTACKS[make]
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert f"`{code}`" in CATALOGUE.read_text(encoding="utf-8")
    assert everything(server) == before
    assert SECRET not in answer.text
    assert_logged(server, answer, lines, secrets=(SECRET, *secrets_of(request)))


def assert_logged(
    server: RunningServer, answer: requests.Response, lines: int, *, secrets: tuple[str, ...]
) -> None:
    """One line says what was refused, with its code, and nothing of what was in it."""
    # The line is written when the answer is on its way.
    wait_until(lambda: len(server.log()) > lines)
    [line] = server.log()[lines:]
    assert (line["status"], line["code"]) == (answer.status_code, answer.json()["code"])
    said = server.log_path.read_text(encoding="utf-8")
    assert [secret for secret in secrets if secret in said] == []


def secrets_of(request: PreparedRequest) -> tuple[str, ...]:
    """Return the signature and the nonce of a request."""
    signature = str(request.headers["Signature"]).partition(":")[2].rstrip(":")
    nonce = str(request.headers["Signature-Input"]).partition('nonce="')[2].partition('"')[0]
    return signature, nonce


def everything(server: RunningServer) -> dict[str, str]:
    """Return a fingerprint of each table; that a till was heard is no content of what it said."""
    found = {}
    with server.database.read() as unit:
        for table in metadata.sorted_tables:
            if table.name not in BOOKKEEPING:
                columns = [column for column in table.c if column.name != "heard_ms"]
                rows = sorted(repr(tuple(row)) for row in unit.conn.execute(select(*columns)))
                found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def test_after_all_of_it_the_till_sends_on(client: Client, till: FakeTill, server: RunningServer) -> None:
    for make in (garbage, oversized, deep_garbage):
        client.send(make(Attack(client, till, server)))
    answer = client.post("/v1/journal", Attack(client, till, server).batch(1, 2))
    assert (answer.status_code, answer.json()["acked_through"]) == (200, 2)
    assert SECRET not in server.log_path.read_text(encoding="utf-8")
