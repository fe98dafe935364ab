"""The issuer keys that a till knows: a list signed by the root key that came with enrolment.

Source: DESIGN, "Signed codes": the version never falls; older than seven days means identify and earn only.
"""

import json
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from retail_core.codes.errors import CodeError
from retail_core.codes.signature import is_signed, is_sound_key, sign_bytes

MAX_AGE_MS = 7 * 24 * 3600 * 1000
"""How old a list may be before codes under it only identify and earn."""

MAX_AHEAD_MS = 24 * 3600 * 1000
"""How far a list may lie in the future before the till's clock is the one that is wrong."""

_LIST_DOMAIN = b"POSK1\0"
_MAX_DOCUMENT_CHARS = 65_536


class CodeType(IntEnum):
    """The first byte of a signed code."""

    MEMBER = 0x11
    CARD = 0x12
    COUPON = 0x21
    PICKUP = 0x31


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """A key that signs codes of some types; times are seconds since 2020-01-01Z, as in the codes.

    ``kid`` is 0 to 255, ``public_key`` 32 bytes.
    """

    kid: int
    types: frozenset[CodeType]
    public_key: bytes
    nbf_s: int
    exp_s: int


@dataclass(frozen=True, slots=True)
class KeyList:
    """The issuer keys of one tenant; ``issued_at_ms`` is UTC since 1970."""

    version: int
    issued_at_ms: int
    tenant: int
    keys: tuple[IssuerKey, ...]

    def find(self, kid: int, code_type: CodeType) -> IssuerKey | None:
        """Return the key ``kid`` if it may sign codes of that type."""
        for key in self.keys:
            if key.kid == kid and code_type in key.types:
                return key
        return None


@dataclass(frozen=True, slots=True)
class SignedKeyList:
    """A key list as it travels: its text and the root key's signature over it, as hex text."""

    document: str
    signature: str = field(repr=False)


TrustLevel = Literal["full", "earn_only"]


def trust_level(keys: KeyList, *, now_ms: int) -> TrustLevel:
    """Return what codes under this list may do at ``now_ms``: everything, or identify and earn only."""
    age_ms = now_ms - keys.issued_at_ms
    return "full" if -MAX_AHEAD_MS <= age_ms <= MAX_AGE_MS else "earn_only"


def sign_key_list(keys: KeyList, root_seed: bytes) -> SignedKeyList:
    """Return ``keys`` as a document with the root key's signature."""
    document = _document(keys)
    return SignedKeyList(document, sign_bytes(_message(document), root_seed).hex())


def open_key_list(
    signed: SignedKeyList, *, root_public_key: bytes, tenant: int, least_version: int = 0
) -> KeyList:
    """Return the list if the root key signed it and it may replace the one the till has.

    Args:
        signed: The list as it came.
        root_public_key: From enrolment, 32 bytes.
        tenant: The till's own.
        least_version: The version of the list that the till has; the same version may come again.

    Raises:
        CodeError: ``keys.forged``, ``keys.malformed``, ``keys.tenant``, ``keys.version_fell`` or
            ``keys.bad_key``.
    """
    if len(signed.document) > _MAX_DOCUMENT_CHARS:
        raise CodeError("keys.malformed")
    try:
        signature = bytes.fromhex(signed.signature)
        message = _message(signed.document)
    except ValueError as error:
        code = "keys.forged"
        raise CodeError(code) from error
    if not is_signed(message, signature, public_key=root_public_key):
        raise CodeError("keys.forged")
    keys = _parsed(signed.document)
    if keys.tenant != tenant:
        raise CodeError("keys.tenant")
    if keys.version < least_version:
        raise CodeError("keys.version_fell")
    if not all(is_sound_key(key.public_key) for key in keys.keys):
        raise CodeError("keys.bad_key")
    return keys


def _message(document: str) -> bytes:
    return _LIST_DOMAIN + document.encode()


def _document(keys: KeyList) -> str:
    content = {
        "version": keys.version,
        "issued_at_ms": keys.issued_at_ms,
        "tenant": keys.tenant,
        "keys": [
            {
                "kid": key.kid,
                "types": sorted(int(code_type) for code_type in key.types),
                "public_key": key.public_key.hex(),
                "nbf_s": key.nbf_s,
                "exp_s": key.exp_s,
            }
            for key in keys.keys
        ],
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def _parsed(document: str) -> KeyList:
    """Read a document that the root key signed; an error means that it is newer than this program."""
    try:
        content = json.loads(document)
        keys = KeyList(
            version=_integer(content["version"]),
            issued_at_ms=_integer(content["issued_at_ms"]),
            tenant=_integer(content["tenant"]),
            keys=tuple(_key(item) for item in content["keys"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        code = "keys.malformed"
        raise CodeError(code) from error
    if len({key.kid for key in keys.keys}) != len(keys.keys):
        raise CodeError("keys.malformed")
    return keys


def _key(item: dict[str, object]) -> IssuerKey:
    types = item["types"]
    if not isinstance(types, list):
        raise TypeError
    known = {int(code_type) for code_type in CodeType}
    return IssuerKey(
        kid=_integer(item["kid"]),
        # A type that this program does not know yet is left out: no code of it can be read anyway.
        types=frozenset(CodeType(number) for number in types if number in known),
        public_key=bytes.fromhex(str(item["public_key"])),
        nbf_s=_integer(item["nbf_s"]),
        exp_s=_integer(item["exp_s"]),
    )


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value
