"""What the sheets about members show: finding one, joining, and the one who is on the basket."""

from dataclasses import dataclass, field

from pos_app.services.best_use import ProposedCoupon
from pos_app.services.correction_model import AdjustReason, Bucket
from pos_app.services.records import Member, UnmaskedMember
from pos_app.ui.said import Said


@dataclass(frozen=True, slots=True)
class MemberForm:
    """Finding: what was typed, and who was found for ``searched``.

    ``is_asking`` tells that head office may still find more; ``hint`` what the list leaves out.
    """

    phone: str = ""
    busy: bool = False
    error: Said = field(default_factory=Said)
    found: tuple[Member, ...] = ()
    searched: str = ""
    is_asking: bool = False
    hint: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class JoinState:
    """Joining; ``birthday`` is typed as ``MM-DD``."""

    phone: str = ""
    name: str = ""
    birthday: str = ""
    terms: bool = False
    marketing: bool = False
    busy: bool = False
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class AdjustForm:
    """A correction: what, how much (digits as they were typed), whether it is taken away, and why.

    ``request_id`` makes it once. Amounts of money are typed in minor units, as on the pad of cash.
    """

    request_id: str = ""
    bucket: Bucket = "points"
    digits: str = ""
    takes: bool = False
    reason: AdjustReason | None = None
    busy: bool = False
    said: Said = field(default_factory=Said)

    @property
    def amount(self) -> int:
        """Points, or minor units; below zero takes."""
        number = int(self.digits or "0")
        return -number if self.takes else number


@dataclass(frozen=True, slots=True)
class MemberSheetState:
    """The member on the basket: what is known here, and what is being written.

    ``next_tier`` is the tier above and the spending that it takes, ``None`` at the top or without a ladder.
    ``reasons`` is whether somebody is asked why the number is to be shown.
    """

    member: Member | None = None
    wallet: tuple[ProposedCoupon, ...] = ()
    """Coupons that this till knows of: those that this basket could use first."""
    next_tier: tuple[str, int] | None = None
    is_birthday: bool = False
    is_lapsed: bool = False
    points_left: int | None = None
    points_pending: int = 0
    expiring: tuple[int, int] | None = None
    """Points, and when they go."""
    birthday: str = ""
    preferences: str = ""
    note: str = ""
    can_edit: bool = False
    can_reveal: bool = False
    can_adjust: bool = False
    reasons: bool = False
    unmasked: UnmaskedMember | None = None
    busy: bool = False
    said: Said = field(default_factory=Said)
    is_good: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not saved."""
        member = self.member
        if member is None:
            return False
        before = (member.birthday, member.preferences, member.note)
        return before != (self.birthday, self.preferences, self.note)
