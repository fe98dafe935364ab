"""The shop that is attacked: its keys, its moment, and good codes of every kind to begin with."""

import random
from dataclasses import dataclass, field
from typing import Final

from nacl.signing import SigningKey

from retail_core.codes.keys import CodeType, IssuerKey, KeyList
from tests.attacks import encoding as pq1
from tests.attacks.encoding import Form

TENANT, OTHER_TENANT = 7, 8
NOW_S = 217_483_200
"""2026-11-22 04:00:00Z as codes count it, the moment of all attacks."""

SEEDS: Final = {number: bytes([number]) * 32 for number in range(1, 7)}
FOREIGN_SEED = b"f" * 32
MEMBER_KEY, COUPON_KEY, PICKUP_KEY, ENDED_KEY, COMING_KEY, UNLISTED_KEY = SEEDS


@dataclass(frozen=True, slots=True)
class Attack:
    """A text that a scanner could send; ``reason`` is why it must be refused, ``""`` for a good code.

    ``again`` says that the text is good, was taken once, and comes a second time.
    """

    way: str
    text: str = field(repr=False)
    reason: str
    again: bool = False


def key_list() -> KeyList:
    """Return the keys that the till holds: three in force, one that has ended, one that has not begun."""
    day = 86_400
    periods = {
        MEMBER_KEY: ((CodeType.MEMBER, CodeType.CARD), 0, NOW_S + 90 * day),
        COUPON_KEY: ((CodeType.COUPON,), 0, NOW_S + 90 * day),
        PICKUP_KEY: ((CodeType.PICKUP,), 0, NOW_S + 90 * day),
        ENDED_KEY: (tuple(CodeType), 0, NOW_S - 1),
        COMING_KEY: (tuple(CodeType), NOW_S + 1, NOW_S + 90 * day),
    }
    keys = tuple(
        IssuerKey(kid, frozenset(types), bytes(SigningKey(SEEDS[kid]).verify_key), nbf_s, exp_s)
        for kid, (types, nbf_s, exp_s) in periods.items()
    )
    return KeyList(version=3, issued_at_ms=(NOW_S + 1_577_836_800) * 1000, tenant=TENANT, keys=keys)


class Maker:
    """Makes codes and attacks from a seed; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same attacks again
        self._nonce = 0

    def good(self) -> str:
        """Return a code that counts now."""
        body = self.body(self.chance.choice(pq1.FORMS))
        return pq1.signed(pq1.form_of(body), body, SEEDS[body[1]])

    def body(self, form: Form, *, tenant: int = TENANT, since: int = -30, until: int = 3_600) -> bytes:
        """Return a good body; it counts from ``since`` until ``until`` seconds from now."""
        octets = self.chance.randbytes
        if form is pq1.MEMBER:
            self._nonce += 1
            return pq1.member(tenant=tenant, alias=octets(8), nbf=NOW_S + since, nonce=self._nonce)
        if form is pq1.COUPON:
            times = {"nbf": NOW_S + since, "exp": NOW_S + until}
            return pq1.coupon(tenant=tenant, serial=octets(8), bind=octets(4), **times)
        return pq1.pickup(tenant=tenant, order=octets(8), secret=octets(8), exp=NOW_S + until)

    def any_body(self, *, tenant: int = TENANT) -> bytes:
        """Return a good body of some kind."""
        return self.body(self.chance.choice(pq1.FORMS), tenant=tenant)

    def under(self, body: bytes, kid: int) -> str:
        """Return a body under another key of the list, signed with that key."""
        body = body[:1] + bytes((kid,)) + body[2:]
        return pq1.signed(pq1.form_of(body), body, SEEDS[kid])

    def raw(self) -> tuple[Form, bytes]:
        """Return a good code's bytes, and how they are written."""
        body = self.any_body()
        return pq1.form_of(body), body + pq1.signature(body, SEEDS[body[1]])
