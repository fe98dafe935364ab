"""What the server says of itself, tried by machine: no failure, and no answer that it does not describe."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from requests.auth import AuthBase
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from central_api.enrolment import service as enrolment
from pos_app.sync.signing import RequestSigner
from tests.integration.central_api.conftest import RunningServer, TillClock, enrol
from tests.integration.central_api.till import FakeTill

EXAMPLES = int(os.environ.get("LOOP_DESCRIBED", "8"))
"""Tries of each operation, half of them with what it says that it does not take; 200 before a release."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@dataclass
class Signed(AuthBase):
    """Signs what a till asks, and shows the shop's token elsewhere."""

    signer: RequestSigner
    token: str

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if "/v1/shop/" in str(request.url):
            request.headers["Authorization"] = f"Bearer {self.token}"
        else:
            self.signer.sign(request)
        return request


@pytest.fixture
def session(server: RunningServer, till: FakeTill) -> Iterator[requests.Session]:
    """A session of an enrolled till that is a client of the shop's side, too."""
    caller = enrol(server.database, till)
    token = server.database.run(lambda unit: enrolment.make_client(unit, "machine"))
    with requests.Session() as opened:
        opened.trust_env = False
        opened.auth = Signed(RequestSigner(key_id=caller.key_id, seed=till.seed, clock=TillClock()), token)
        yield opened


def test_nothing_fails_and_every_answer_is_described(
    server: RunningServer, session: requests.Session
) -> None:
    document = session.get(server.url + "/openapi.json", timeout=20).json()
    described = schemathesis.openapi.from_dict(document)
    tried = []
    for found in described.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()
        tried.append(operation.label)
        cases = st.one_of([operation.as_strategy(mode) for mode in schemathesis.GenerationMode])

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases)
        def ask(case: schemathesis.Case[Any]) -> None:
            if case.path == "/v1/wake":
                case.query = {**(case.query or {}), "hold_s": 0}
            answer = case.call(base_url=server.url, session=session, timeout=20)
            case.validate_response(answer, checks=CHECKS)

        ask()
    assert len(tried) == sum(len(methods) for methods in document["paths"].values())
    assert len(tried) > 20
    statuses = {entry["status"] for entry in server.log() if entry["event"] == "request"}
    # Some of it was understood, and some of it was not.
    assert {200, 422} <= statuses
