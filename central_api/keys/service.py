"""The server's keys: the root key that tills trust, the issuer keys of codes, the key of phone fingerprints.

Source: docs/decisions/0041-server-keys.md.
"""

import secrets
from typing import Final, Literal

from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE, STORE
from central_api.keys import repository
from central_api.keys.repository import StoredKey
from central_api.keys.schemas import KeyOverview
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from retail_core.codes.keys import CodeType, IssuerKey, KeyList, sign_key_list
from retail_core.codes.signature import sign_bytes
from retail_core.journal import public_key_of
from retail_core.wire.feed import KeyListDoc

Purpose = Literal["root", "member", "coupon", "pickup", "phone_mac"]
Issuer = Literal["member", "coupon", "pickup"]

KIDS: Final[dict[Issuer, int]] = {"member": 1, "coupon": 2, "pickup": 3}
"""The first number of each issuer's key inside the codes."""

_TYPES: Final[dict[str, frozenset[CodeType]]] = {
    "member": frozenset({CodeType.MEMBER, CodeType.CARD}),
    "coupon": frozenset({CodeType.COUPON}),
    "pickup": frozenset({CodeType.PICKUP}),
}
_ISSUERS: Final[dict[str, Issuer]] = {purpose: purpose for purpose in KIDS}
_MOST_KIDS = 255
_FRESH_MS = 24 * 3600 * 1000
_FAR_S = 2**32 - 1
_LIST_VERSION = "keys.version"
_LIST_ISSUED = "keys.issued_ms"


def make_keys(unit: Unit) -> None:
    """Make the keys that are missing, begin the feeds, and publish the list once there is a chain.

    Safe to repeat; the server does it at each start, and whoever writes the chain does it afterwards.
    """
    feed.begin_epoch(unit)
    _make(unit, "root", kid=0)
    _make(unit, "phone_mac", kid=0)
    for purpose, kid in KIDS.items():
        _make(unit, purpose, kid=kid)
    if repository.meta_number(unit, _LIST_VERSION) == 0:
        publish_list(unit)


def publish_list(unit: Unit, *, least_version: int = 0) -> None:
    """Sign the list of issuer keys anew, with the next version or a higher one, and tell every till."""
    tenant = repository.tenant_number(unit)
    if tenant is None:
        return
    repository.lock_meta(unit, _LIST_VERSION)
    version = max(repository.meta_number(unit, _LIST_VERSION) + 1, least_version)
    keys = KeyList(
        version=version,
        issued_at_ms=unit.now_ms,
        tenant=tenant,
        keys=tuple(_issuer(key) for key in repository.of_purposes(unit, KIDS) if key.revoked_ms is None),
    )
    signed = sign_key_list(keys, root_seed(unit))
    repository.set_meta_number(unit, _LIST_VERSION, value=version)
    repository.set_meta_number(unit, _LIST_ISSUED, value=unit.now_ms)
    doc = KeyListDoc(version=version, document=signed.document, signature=signed.signature)
    feed.publish(unit, STORE, scope=EVERYWHERE, kind="keys", key="list", doc=doc.model_dump(mode="json"))


def rotate(unit: Unit, purpose: Issuer) -> int:
    """Make a new key for a purpose, sign with it from now on, and tell every till; return its number.

    What the old key signed counts until it ends by itself: the old key stays in the list.

    Raises:
        ApiError: 409 ``keys.none_left``, every number of a byte was used.
    """
    repository.lock_meta(unit, _LIST_VERSION)
    known = repository.of_purposes(unit, KIDS)
    taken = {key.kid for key in known}
    kid = next((number for number in range(1, _MOST_KIDS + 1) if number not in taken), None)
    if kid is None:
        raise ApiError(409, "keys.none_left")
    for key in known:
        if key.purpose == purpose and key.retired_ms is None:
            repository.end(unit, key, revoke=False)
    _insert(unit, purpose, kid=kid)
    publish_list(unit)
    return kid


def revoke(unit: Unit, kid: int) -> int | None:
    """Take a key out of the list: tills refuse what it signed as soon as they hear of it.

    Returns:
        The number of the key that signs in its place, where it was the one in use.

    Raises:
        ApiError: 404 ``keys.unknown``; 409 ``keys.already_revoked`` or ``keys.none_left``.
    """
    repository.lock_meta(unit, _LIST_VERSION)
    found = next((key for key in repository.of_purposes(unit, KIDS) if key.kid == kid), None)
    if found is None:
        raise ApiError(404, "keys.unknown")
    if found.revoked_ms is not None:
        raise ApiError(409, "keys.already_revoked")
    repository.end(unit, found, revoke=True)
    if found.retired_ms is None:
        return rotate(unit, _ISSUERS[found.purpose])
    publish_list(unit)
    return None


def overview(unit: Unit) -> list[KeyOverview]:
    """Return every issuer key with what it is for and how it stands, without its secret."""
    return [
        KeyOverview(key.kid, key.purpose, key.created_ms, key.retired_ms, key.revoked_ms)
        for key in repository.of_purposes(unit, KIDS)
    ]


def list_is_stale(unit: Unit) -> bool:
    """Return whether the published list is older than a day; tills distrust it after seven."""
    issued = repository.meta_number(unit, _LIST_ISSUED)
    return bool(issued) and unit.now_ms - issued > _FRESH_MS


def root_seed(unit: Unit) -> bytes:
    """Return the secret root key: it signs key lists, catalog files and anchors."""
    return _find(unit, "root").seed


def root_public_key(unit: Unit) -> bytes:
    """Return the root key as tills know it."""
    return public_key_of(root_seed(unit))


def sign_as_root(unit: Unit, message: bytes) -> str:
    """Return the root key's signature over ``message``, as hex text."""
    return sign_bytes(message, root_seed(unit)).hex()


def issuer_seed(unit: Unit, purpose: Issuer) -> tuple[int, bytes]:
    """Return the number and the secret key that sign codes of a purpose now."""
    found = _find(unit, purpose)
    return found.kid, found.seed


def phone_mac_key(unit: Unit) -> bytes:
    """Return the key of the fingerprints of phone numbers."""
    return _find(unit, "phone_mac").seed


def tenant_number(unit: Unit) -> int:
    """Return the chain's number inside signed codes.

    Raises:
        ApiError: 503 ``server.no_tenant``, the database was not set up yet.
    """
    found = repository.tenant_number(unit)
    if found is None:
        raise ApiError(503, "server.no_tenant")
    return found


def _make(unit: Unit, purpose: Purpose, *, kid: int) -> None:
    if repository.find(unit, purpose) is None:
        _insert(unit, purpose, kid=kid)


def _insert(unit: Unit, purpose: Purpose, *, kid: int) -> None:
    seed = secrets.token_bytes(32)
    public = "" if purpose == "phone_mac" else public_key_of(seed).hex()
    repository.insert(unit, StoredKey(purpose, kid, seed, unit.now_ms), public_key=public)


def _find(unit: Unit, purpose: Purpose) -> StoredKey:
    found = repository.find(unit, purpose)
    if found is None:
        raise ApiError(503, "server.no_keys")
    return found


def _issuer(key: StoredKey) -> IssuerKey:
    """Return a key as tills know it: its end is that of the codes it signed, which each say their own."""
    types = _TYPES[key.purpose]
    return IssuerKey(key.kid, types, public_key_of(key.seed), nbf_s=0, exp_s=_FAR_S)
