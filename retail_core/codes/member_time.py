"""When a member code counts: 60 seconds with 90 seconds of skew, each code once per till.

Source: DESIGN, "What a code may do".
"""

from typing import Literal

from retail_core.codes.pq1 import MemberCode

SKEW_S = 90
"""How far the clocks of phone and till may lie apart."""

MAX_TTL_S = 60
"""The longest life of a rotating code, whatever it says itself."""

Freshness = Literal["fresh", "printed", "too_early", "expired"]


def freshness(code: MemberCode, *, now_s: int) -> Freshness:
    """Return whether ``code`` counts at ``now_s`` (seconds since 2020-01-01Z); both ends are inclusive.

    A printed card has no end: it identifies and earns, and spends only online or with the PIN.
    """
    if now_s < code.nbf_s - SKEW_S:
        return "too_early"
    if code.is_printed:
        return "printed"
    return "fresh" if now_s <= ends_at_s(code) else "expired"


def ends_at_s(code: MemberCode) -> int:
    """Return the last second at which a rotating code counts, skew included."""
    return code.nbf_s + min(code.ttl_s, MAX_TTL_S) + SKEW_S


class NonceMemory:
    """Remembers the rotating codes that this till has taken, for as long as they could be shown again."""

    def __init__(self) -> None:
        self._ends_s: dict[tuple[str, int], int] = {}

    def accept(self, code: MemberCode, *, now_s: int) -> bool:
        """Take a fresh code once; return False for one that was taken before.

        A printed card is always the same and is therefore never "used".
        """
        if code.is_printed:
            return True
        # Codes of one alias are few, and all of them end within minutes: the sweep stays short.
        self._ends_s = {key: end_s for key, end_s in self._ends_s.items() if end_s >= now_s}
        key = (code.alias, code.nonce)
        if key in self._ends_s:
            return False
        self._ends_s[key] = ends_at_s(code)
        return True
