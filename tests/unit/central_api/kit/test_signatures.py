"""A request is let in with a whole, fresh signature of a known till, and with nothing less."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import MappingKeyResolver
from requests import PreparedRequest, Request

from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.errors import ApiError
from central_api.kit.signatures import COMPONENTS, SignedMessage, verify

NOW_S = 1_764_000_000
NONCE = "0123456789abcdef0123456789abcdef"
BODY = b'{"total":1}'
URL = "http://127.0.0.1:8080/v1/journal?x=1"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
TILL = Caller("S01-T01", "S01", 1, "key-1", KEY.public_key().public_bytes_raw(), "active")


class KnownTills:
    """Knows the tills that it was given."""

    def __init__(self, *tills: Caller) -> None:
        self._tills = {till.key_id: till for till in tills}

    def find(self, key_id: str) -> Caller | None:
        return self._tills.get(key_id)


def signed(
    *,
    components: Sequence[str] = COMPONENTS,
    created_s: int = NOW_S,
    nonce: str | None = NONCE,
    tag: str | None = "loop-pos",
    body: bytes | None = BODY,
    key_id: str = "key-1",
) -> PreparedRequest:
    """Return a request that is signed as a till signs it, but for what the arguments change."""
    request = Request("POST", URL, data=BODY).prepare()
    sign(request, components=components, created_s=created_s, nonce=nonce, tag=tag, body=body, key_id=key_id)
    return request


def sign(
    request: PreparedRequest,
    *,
    components: Sequence[str],
    created_s: int,
    nonce: str | None,
    tag: str | None,
    body: bytes | None,
    key_id: str,
    append: bool = False,
) -> None:
    resolver = MappingKeyResolver(public_keys={}, private_keys={key_id: KEY})
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=resolver).sign(
        request,
        key_id=key_id,
        created=datetime.fromtimestamp(created_s, tz=UTC),
        nonce=nonce,
        label="second" if append else "till",
        tag=tag,
        covered_component_ids=components,
        body=body,
        append_if_signature_exists=append,
        use_existing_digest=append,
    )


def message(request: PreparedRequest) -> SignedMessage:
    assert request.method is not None
    assert request.url is not None
    return SignedMessage(request.method, request.url, request.headers)


def refused(request: PreparedRequest, *, body: bytes = BODY, till: Caller = TILL) -> str:
    """Return the code with which a request is refused."""
    with pytest.raises(ApiError) as caught:
        verify(message(request), body, callers=KnownTills(till), clock=FixedClock(NOW_S * 1000))
    assert caught.value.status == 401
    return caught.value.code


def test_a_whole_signature_names_its_till_and_its_nonce() -> None:
    verified = verify(message(signed()), BODY, callers=KnownTills(TILL), clock=FixedClock(NOW_S * 1000))
    assert (verified.caller, verified.nonce) == (TILL, NONCE)


def test_a_request_without_body_is_signed_the_same_way() -> None:
    request = Request("GET", URL).prepare()
    sign(
        request, components=COMPONENTS, created_s=NOW_S, nonce=NONCE, tag="loop-pos", body=b"", key_id="key-1"
    )
    verified = verify(message(request), b"", callers=KnownTills(TILL), clock=FixedClock(NOW_S * 1000))
    assert verified.caller == TILL


def test_a_request_without_signature_is_refused() -> None:
    assert refused(Request("POST", URL, data=BODY).prepare()) == "auth.missing"


@pytest.mark.parametrize("missing", COMPONENTS)
def test_every_component_is_required(missing: str) -> None:
    components = [name for name in COMPONENTS if name != missing]
    body = None if missing == "content-digest" else BODY
    assert refused(signed(components=components, body=body)) == "auth.components"


def test_a_changed_body_is_refused() -> None:
    assert refused(signed(), body=b'{"total":9}') == "auth.signature"


def test_a_body_put_under_a_request_that_had_none_is_refused() -> None:
    assert refused(signed(body=b""), body=BODY) == "auth.signature"


@pytest.mark.parametrize(
    "change",
    [
        lambda request: setattr(request, "method", "PUT"),
        lambda request: setattr(request, "url", URL.replace("journal", "wake")),
        lambda request: setattr(request, "url", URL.replace("x=1", "x=2")),
        lambda request: setattr(request, "url", URL.replace("127.0.0.1", "127.0.0.2")),
        lambda request: setattr(request, "url", URL.replace("8080", "8081")),
    ],
    ids=["method", "path", "query", "host", "port"],
)
def test_a_signature_holds_for_one_request_only(change: Callable[[PreparedRequest], None]) -> None:
    request = signed()
    change(request)
    assert refused(request) == "auth.signature"


@pytest.mark.parametrize("created_s", [NOW_S - 301, NOW_S + 301])
def test_a_signature_of_another_time_is_refused(created_s: int) -> None:
    assert refused(signed(created_s=created_s)) == "auth.stale"


def test_a_till_with_a_wrong_clock_is_told_the_time() -> None:
    request = signed(created_s=NOW_S - 86_400)
    with pytest.raises(ApiError) as caught:
        verify(message(request), BODY, callers=KnownTills(TILL), clock=FixedClock(NOW_S * 1000 + 7))
    assert caught.value.detail == f"{NOW_S}007"


@pytest.mark.parametrize("created_s", [NOW_S - 300, NOW_S + 300])
def test_five_minutes_apart_is_still_now(created_s: int) -> None:
    request = signed(created_s=created_s)
    verified = verify(message(request), BODY, callers=KnownTills(TILL), clock=FixedClock(NOW_S * 1000))
    assert verified.caller == TILL


def test_a_signature_without_time_is_refused() -> None:
    request = signed()
    inputs = request.headers["Signature-Input"]
    request.headers["Signature-Input"] = inputs.replace(f"created={NOW_S};", "")
    assert refused(request) == "auth.stale"


@pytest.mark.parametrize("tag", [None, "other"])
def test_a_signature_for_another_purpose_is_refused(tag: str | None) -> None:
    assert refused(signed(tag=tag)) == "auth.signature"


@pytest.mark.parametrize("nonce", [None, "short", "n" * 129])
def test_a_signature_without_a_proper_nonce_is_refused(nonce: str | None) -> None:
    assert refused(signed(nonce=nonce)) == "auth.signature"


def test_two_signatures_are_one_too_many() -> None:
    request = signed()
    sign(
        request,
        components=COMPONENTS,
        created_s=NOW_S,
        nonce=NONCE,
        tag="loop-pos",
        body=BODY,
        key_id="key-1",
        append=True,
    )
    assert refused(request) == "auth.signature"


def test_an_unknown_key_is_refused() -> None:
    assert refused(signed(key_id="key-2")) == "auth.unknown_key"


def test_a_till_out_of_service_is_refused() -> None:
    retired = Caller("S01-T01", "S01", 1, "key-1", TILL.device_public_key, "retired")
    assert refused(signed(), till=retired) == "auth.revoked"


def test_another_tills_signature_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    assert refused(signed(), till=Caller("S01-T02", "S01", 1, "key-1", other, "active")) == "auth.signature"


@pytest.mark.parametrize("header", ["Signature", "Signature-Input"])
@pytest.mark.parametrize("value", ["", "till=", "till=:!!:", 'till=("@method"', "\x00", "a=1, a=2"])
def test_headers_that_are_no_signature_are_refused(header: str, value: str) -> None:
    request = signed()
    request.headers[header] = value
    assert refused(request) == "auth.signature"
