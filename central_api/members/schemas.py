"""What the members slice takes and gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member to be registered; ``alias`` is 16 hexadecimal digits, ``phone`` may be empty."""

    member_id: str
    alias: str
    name: str
    phone: str
    tier: str
    home_store: str | None
    registered_ms: int
    import_batch: str | None = None


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


@dataclass(frozen=True, slots=True)
class Points:
    """Points that a reference (a sale) gives by a rule, once; negative when they are taken."""

    member_id: str
    ref: str
    rule: str
    points: int
    store_id: str | None
    earned_ms: int
    entry_id: str | None
