"""What the members slice takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from retail_core.points import PointsKind


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member to be registered; ``alias`` is 16 hexadecimal digits, ``phone`` may be empty.

    ``is_new`` is a customer who bought nothing before; members from a list of another system have a past that
    is not known.
    """

    member_id: str
    alias: str
    name: str
    phone: str
    tier: str
    home_store: str | None
    registered_ms: int
    import_batch: str | None = None
    is_new: bool = False
    birthday: str = ""
    visited_ms: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the server knows one."""

    member_id: str
    alias: str
    phone_mac: str
    phone_last4: str
    name: str
    masked_name: str
    tier: str
    points: int
    coupons: int
    home_store: str | None
    purchases: int
    is_new: bool
    registered_ms: int
    phone: str
    initials: str
    birthday: str
    preferences: str
    note: str
    told: Mapping[str, int]
    """When ``name``, ``birthday``, ``preferences`` and ``note`` were told last."""
    visited_ms: int
    principal_minor: int = 0
    bonus_minor: int = 0

    @property
    def first_purchase(self) -> bool:
        """Whether it is known that nothing was bought yet."""
        return self.is_new and self.purchases <= 0


@dataclass(frozen=True, slots=True)
class Points:
    """Points that a reference (a sale) gives by a rule, once; negative when they are taken.

    ``purchases`` is 1 where the reference is a purchase, -1 where one is undone. ``of_burn`` is a reverse
    that gives back what was burned; ``earned_ms`` of one that takes is when its goods had earned.
    """

    member_id: str
    ref: str
    rule: str
    points: int
    store_id: str | None
    earned_ms: int
    entry_id: str | None
    purchases: int = 0
    kind: PointsKind = "earn"
    of_burn: int = 0


@dataclass(frozen=True, slots=True)
class Burned:
    """Points that a fact burned in a unit of work."""

    member_id: str
    ref: str
    entry_id: str | None
