"""Entering people, and what tills learn of them: rights, and what checks a PIN without knowing it."""

import secrets
from collections.abc import Sequence

from nacl.pwhash import argon2id

from central_api.feed import service as feed
from central_api.feed.schemas import STORE, Publication
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.staff import repository
from central_api.staff.schemas import LEAST_PIN_DIGITS, MOST_PIN_DIGITS, ROLES, NewStaff, PinDigest
from retail_core.people import badge_mac
from retail_core.wire.feed import StaffDoc

PIN_OPS = 2
"""Passes of argon2id; with :data:`PIN_MEM` 50 to 100 ms on a counter's computer."""

PIN_MEM = 32 * 1024 * 1024
"""Memory of argon2id in bytes."""

_DIGEST_BYTES = 32


def digest_pin(pin: str) -> PinDigest:
    """Return what a till checks ``pin`` with; another salt each time.

    Raises:
        ApiError: 422 ``staff.pin_form``: not 4 to 12 digits.
    """
    if not (pin.isascii() and pin.isdigit() and LEAST_PIN_DIGITS <= len(pin) <= MOST_PIN_DIGITS):
        raise ApiError(422, "staff.pin_form")
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    digest = argon2id.kdf(_DIGEST_BYTES, pin.encode(), salt, opslimit=PIN_OPS, memlimit=PIN_MEM)
    return PinDigest(salt.hex(), PIN_OPS, PIN_MEM, digest.hex())


def enter(unit: Unit, person: NewStaff) -> None:
    """Enter or change a person, and tell the tills of the person's store.

    Raises:
        ApiError: 422 ``staff.role`` or ``staff.pin_form``.
    """
    rights = ROLES.get(person.role)
    if rights is None:
        raise ApiError(422, "staff.role", detail=person.role)
    pin = digest_pin(person.pin)
    doc = StaffDoc(
        staff_id=person.staff_id,
        name=person.name,
        role=person.role,
        rights=dict(rights),
        pin_salt=pin.salt,
        pin_ops=pin.ops,
        pin_mem=pin.mem,
        pin_digest=pin.digest,
        badge_mac=badge_mac(keys.phone_mac_key(unit), person.badge) if person.badge else "",
        active=True,
    )
    restore(unit, person.scope, doc=doc, import_batch=person.import_batch)


def restore(unit: Unit, scope: str, *, doc: StaffDoc, import_batch: str | None = None) -> None:
    """Write a person exactly as ``doc`` says, and publish it."""
    repository.upsert(unit, doc, scope=scope, import_batch=import_batch)
    feed.publish(unit, STORE, scope=scope, kind="staff", key=doc.staff_id, doc=doc.model_dump(mode="json"))


def find(unit: Unit, staff_id: str) -> tuple[str, StaffDoc] | None:
    """Return scope (a store or ``*``) and document of a person."""
    known = unit.cache("staff")
    if staff_id not in known:
        known[staff_id] = repository.find(unit, staff_id)
    found: tuple[str, StaffDoc] | None = known[staff_id]
    return found


def may(unit: Unit, store_id: str, *, staff_id: str, verb: str) -> bool:
    """Return whether a person works in a store and has a right."""
    found = find(unit, staff_id)
    if found is None:
        return False
    scope, person = found
    return person.active and scope in ("*", store_id) and verb in person.rights


def limit_of(unit: Unit, store_id: str, *, staff_id: str, verb: str) -> tuple[bool, int | None]:
    """Return whether a person works in a store and has a right, and its limit; ``None`` for no limit."""
    if not may(unit, store_id, staff_id=staff_id, verb=verb):
        return False, None
    found = find(unit, staff_id)
    assert found is not None, "who may is known"
    return True, found[1].rights[verb]


def remove(unit: Unit, people: Sequence[tuple[str, str]]) -> None:
    """Take people, given as (scope, id), out again, here and at the tills."""
    repository.remove(unit, [staff_id for _, staff_id in people])
    for scope, staff_id in people:
        feed.publish_many(unit, STORE, scope=scope, publications=[Publication("staff", staff_id, None)])
