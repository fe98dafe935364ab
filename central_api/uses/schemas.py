"""What the slice of uses takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from central_api.kit.facts import DoubtfulFact
from retail_core.wire.feed import MemberUseDoc

Per = Literal["store", "member", "member_day"]
Cause = Literal["sale", "return", "order", "order_cancelled"]


@dataclass(frozen=True, slots=True)
class Use:
    """A campaign was used; (``cause``, ``ref``, ``rule_id``) count once.

    ``day`` is the store's business day; ``times`` is negative where uses are given back.
    """

    rule_id: str
    store_id: str
    member_id: str | None
    day: str
    times: int
    cause: Cause
    ref: str
    used_ms: int
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """How often a campaign was used per something; ``day`` is empty but for ``member_day``.

    ``entry_id`` is the last entry that had a part in it, where a sum is of entries.
    """

    rule_id: str
    per: Per
    holder: str
    day: str
    times: int
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Overrun:
    """A limit was overrun by the fact of an entry; by an order where there is none."""

    entry_id: str | None
    doubt: DoubtfulFact


@dataclass(frozen=True, slots=True)
class Settled:
    """Whose figures changed, and what was overrun."""

    member_ids: frozenset[str] = frozenset()
    overruns: tuple[Overrun, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What pricing asks: uses by the store, by a member, and by the member on the day that was asked for."""

    by_store: Mapping[str, int]
    by_member: Mapping[str, MemberUseDoc]
