"""Who somebody is, by PIN or badge: one way for signing in and for allowing an act.

After five wrong PINs there are waits of 1, 5 and then always 15 minutes, which a badge lifts.
"""

import hashlib
import hmac

from pos_app.services.errors import RuleError
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.records import StaffMember
from pos_app.services.repositories import UnitOfWork

_FREE_TRIES = 5
_WAITS_MS = (60_000, 300_000, 900_000)
_DIGEST_BYTES = 32


class CheckPin:
    """Knows the people of the till; counts wrong PINs wherever they are typed."""

    def __init__(self, *, store: Store, clock: Clock, pin_pepper: bytes) -> None:
        self._store = store
        self._clock = clock
        self._pin_pepper = pin_pepper

    def by_pin(self, staff_id: str, pin: str) -> StaffMember:
        """Return the person whose PIN this is; takes a fraction of a second, so run it on the storage lane.

        Raises:
            RuleError: ``staff.unknown``, ``pin.wrong`` (tries left before a wait), ``pin.locked`` (wait in
                milliseconds).
        """
        with self._store.read() as work:
            person = work.staff.get(staff_id)
        if person is None or not person.active:
            raise RuleError("staff.unknown")
        wait_ms = self._wait_ms(person)
        if wait_ms > 0:
            raise RuleError("pin.locked", wait_ms)
        if not self._is_right(person, pin):
            raise self._wrong(person)
        return person

    def _is_right(self, person: StaffMember, pin: str) -> bool:
        from nacl import pwhash

        digest = pwhash.argon2id.kdf(
            _DIGEST_BYTES,
            pin.encode(),
            person.pin_salt,
            opslimit=person.pin_ops,
            memlimit=person.pin_mem,
        )
        return hmac.compare_digest(hmac.digest(self._pin_pepper, digest, hashlib.sha256), person.pin_hmac)

    def _wait_ms(self, person: StaffMember) -> int:
        """Return how long a wait still is; one that a corrected clock stretched starts anew, once."""
        now_ms = self._clock.now_ms()
        wait_ms = person.locked_until_ms - now_ms
        if wait_ms <= _WAITS_MS[-1]:
            return wait_ms
        until_ms = now_ms + _WAITS_MS[-1]
        with self._store.write() as work:
            work.staff.set_failures(person.staff_id, failures=person.failures, locked_until_ms=until_ms)
        return _WAITS_MS[-1]

    def _wrong(self, person: StaffMember) -> RuleError:
        """Count a wrong PIN and return what to tell."""
        failures = person.failures + 1
        over = failures - _FREE_TRIES
        wait_ms = 0 if over < 0 else _WAITS_MS[min(over, len(_WAITS_MS) - 1)]
        with self._store.write() as work:
            work.staff.set_failures(
                person.staff_id,
                failures=failures,
                locked_until_ms=self._clock.now_ms() + wait_ms if wait_ms else 0,
            )
        if wait_ms:
            return RuleError("pin.locked", wait_ms)
        return RuleError("pin.wrong", _FREE_TRIES - failures)


def person_of_badge(work: UnitOfWork, badge: str) -> StaffMember:
    """Return the owner of a scanned badge.

    Raises:
        RuleError: ``badge.unknown``.
    """
    from retail_core.people import badge_mac

    mac = badge_mac(terminal_of(work).phone_mac_key, badge.strip().upper())
    person = work.staff.by_badge(mac)
    if person is None:
        raise RuleError("badge.unknown")
    return person


def forget_wrong_pins(work: UnitOfWork, person: StaffMember) -> None:
    """Count from nothing again, and end a wait: the person was recognised."""
    work.staff.set_failures(person.staff_id, failures=0, locked_until_ms=0)
