"""Signatures of requests, checked as strictly as they are made.

The library's defaults are unsafe: without the body it accepts a changed one, it accepts a signature over the
method alone, and an age of a day. Here the body is always checked, five components are required, the
signature is at most five minutes old, carries a fixed tag and a nonce, and is the only one.

Source: RFC 9421; DESIGN, "Security".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException, InvalidSignature

from central_api.kit.callers import Caller
from central_api.kit.clock import Clock
from central_api.kit.errors import ApiError

TAG = "loop-pos"
COMPONENTS = ("@method", "@authority", "@path", "@query", "content-digest")
MAX_AGE_S = 300
"""How far the time of a signature may lie from the server's, before or after."""

_NONCE_CHARS = range(16, 129)


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """A request as the library reads it; ``url`` is absolute and as it was sent."""

    method: str
    url: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verified:
    """Whose signature it is, and what makes the request unique."""

    caller: Caller
    nonce: str
    expires_ms: int


class FindsCallers(Protocol):
    """Knows the tills' keys."""

    def find(self, key_id: str) -> Caller | None:
        """Return the till whose present key has this name."""
        ...


def verify(message: SignedMessage, body: bytes, *, callers: FindsCallers, clock: Clock) -> Verified:
    """Return who signed the request.

    Raises:
        ApiError: 401 ``auth.missing``, ``auth.signature``, ``auth.components``, ``auth.stale``,
            ``auth.unknown_key`` or ``auth.revoked``.
    """
    names = {name.lower() for name in message.headers}
    if not {"signature", "signature-input"} <= names:
        raise ApiError(401, "auth.missing")
    keys = _Keys(callers)
    try:
        results = _Verifier(keys, clock).verify(
            message, max_age=None, require_components=COMPONENTS, body=body
        )
    except HTTPMessageSignaturesException as error:
        raise _refusal(error, keys, clock=clock) from error
    [result] = results
    caller = keys.found
    assert caller is not None, "a verified signature has a key"
    if result.parameters.get("tag") != TAG:
        raise ApiError(401, "auth.signature", detail="tag")
    nonce = result.parameters.get("nonce")
    if not isinstance(nonce, str) or len(nonce) not in _NONCE_CHARS:
        raise ApiError(401, "auth.signature", detail="nonce")
    created_s = int(result.parameters["created"])
    return Verified(caller, nonce, (created_s + 2 * MAX_AGE_S) * 1000)


class _StaleError(InvalidSignature):
    """The signature's time is not now."""


class _RetiredError(InvalidSignature):
    """The till was taken out of service."""


class _Keys(HTTPSignatureKeyResolver):
    """Finds a till's key and remembers whose it was."""

    def __init__(self, callers: FindsCallers) -> None:
        self._callers = callers
        self.asked = False
        self.found: Caller | None = None

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        self.asked = True
        self.found = self._callers.find(key_id)
        if self.found is None:
            return None
        if self.found.status == "retired":
            raise _RetiredError(key_id)
        return Ed25519PublicKey.from_public_bytes(self.found.device_public_key)


class _Verifier(HTTPMessageVerifier):
    """The library's verifier with the server's clock and a short memory."""

    def __init__(self, keys: _Keys, clock: Clock) -> None:
        super().__init__(signature_algorithm=ED25519, key_resolver=keys)
        self._clock = clock

    def validate_created_and_expires(self, sig_input: object, max_age: object = None) -> None:
        """Refuse a signature that was not made within :data:`MAX_AGE_S`; replaces the library's own check."""
        del max_age
        parameters = getattr(sig_input, "params", {})
        created_s = parameters.get("created")
        now_s = self._clock.now_ms() // 1000
        if type(created_s) is not int or abs(now_s - created_s) > MAX_AGE_S:
            raise _StaleError("created")
        if "expires" in parameters and parameters["expires"] < now_s:
            raise _StaleError("expires")


def _refusal(error: HTTPMessageSignaturesException, keys: _Keys, *, clock: Clock) -> ApiError:
    if isinstance(error, _StaleError):
        # The only way for a till to learn the right time, which it needs before it is let in.
        return ApiError(401, "auth.stale", detail=str(clock.now_ms()))
    if isinstance(error, _RetiredError):
        return ApiError(401, "auth.revoked")
    if keys.asked and keys.found is None:
        return ApiError(401, "auth.unknown_key")
    if "Required component" in str(error):
        return ApiError(401, "auth.components")
    return ApiError(401, "auth.signature")
