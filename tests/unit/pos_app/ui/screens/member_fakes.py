"""Stand-ins for what is searched for and stated about members."""

from collections.abc import Sequence
from dataclasses import replace

from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.member_desk import Joined, JoinForm, MemberMarks
from pos_app.services.records import Actor, Member, UnmaskedMember
from retail_core.proofs import ProofMeans
from tests.fakes import NOON_MS

LI_KNOWN = Member(
    "M1",
    "a1",
    "李**",
    "",
    "8823",
    "silver",
    2380,
    3,
    visited_ms=NOON_MS - 70 * 86_400_000,
    spent_minor=437_600,
    birthday="11-25",
    preferences="少冰，靠窗",
    note="",
    consents=("membership",),
    principal_minor=12_000,
    bonus_minor=800,
)


class FakeSearch:
    """Finds what a test put in, here and at head office; an error stands for a refusal."""

    def __init__(self) -> None:
        self.known: list[Member] = []
        self.at_server: list[Member] | Exception = []
        self.error: Exception | None = None

    def here(self, actor: Actor, text: str) -> Sequence[Member]:
        assert actor.staff_id
        assert text
        if self.error is not None:
            raise self.error
        return list(self.known)

    def everywhere(self, actor: Actor, text: str) -> Sequence[Member]:
        assert actor.staff_id
        assert text
        if isinstance(self.at_server, Exception):
            raise self.at_server
        return list(self.at_server)


class FakeMemberDesk:
    """Keeps one member and what was stated; an error stands for a refusal."""

    def __init__(self) -> None:
        self.member: Member | None = LI_KNOWN
        self.found_marks = MemberMarks(
            ("gold", 500_000),
            is_birthday=True,
            is_lapsed=True,
            points_left=2_380,
            points_pending=35,
            expiring=(120, NOON_MS + 40 * 86_400_000),
        )
        self.joined: list[JoinForm] = []
        self.join_error: Exception | None = None
        self.was_known = False
        self.notes: list[tuple[str, str, str]] = []
        self.consents: list[bool] = []
        self.reasons: list[str] = []
        self.unmask_error: Exception | None = None

    def details(self, alias: str) -> Member | None:
        return self.member if self.member is not None and self.member.alias == alias else None

    def marks(self, member: Member) -> MemberMarks:
        assert member.member_id
        return self.found_marks

    def join(self, actor: Actor, form: JoinForm) -> Joined:
        assert actor.staff_id
        if self.join_error is not None:
            raise self.join_error
        self.joined.append(form)
        member = AttachedMember("M9", "a9", "王**", form.phone[-4:], "basic", 0, 0, "phone", present=False)
        return Joined(member, is_new=not self.was_known)

    def note(self, actor: Actor, alias: str, *, birthday: str, preferences: str, note: str) -> Member:
        assert actor.staff_id
        assert self.member is not None
        assert self.member.alias == alias
        if birthday == "99-99":
            raise RuleError("member.birthday_wrong")
        self.notes.append((birthday, preferences, note))
        self.member = replace(self.member, birthday=birthday, preferences=preferences, note=note)
        return self.member

    def agree(self, actor: Actor, alias: str, *, marketing: bool) -> Member:
        assert actor.staff_id
        assert self.member is not None
        assert self.member.alias == alias
        self.consents.append(marketing)
        given = ("marketing", "membership") if marketing else ("membership",)
        self.member = replace(self.member, consents=given)
        return self.member

    def reveal(self, actor: Actor, alias: str, *, reason: str) -> Member:
        assert actor.staff_id
        assert self.member is not None
        assert self.member.alias == alias
        self.reasons.append(reason)
        return self.member

    def unmask(self, actor: Actor, member: Member) -> UnmaskedMember:
        assert actor.staff_id
        assert member.member_id
        if self.unmask_error is not None:
            raise self.unmask_error
        return UnmaskedMember("李静", "13800008823")


class FakeProver:
    """Takes one PIN, one message code and one phone's code as the member's."""

    PIN = "304958"

    def __init__(self) -> None:
        self.is_away = False
        self.asked: list[tuple[str, str, str]] = []

    def by_digits(
        self, actor: Actor, member: AttachedMember, *, sale_id: str, means: ProofMeans, digits: str
    ) -> AttachedMember:
        """Know the PIN."""
        self.asked.append((actor.staff_id, sale_id, means))
        if self.is_away:
            raise Unreachable
        if digits != self.PIN:
            raise RuleError("proof.wrong", 4)
        return replace(member, proof=means)

    def send_code(self, actor: Actor, member: AttachedMember, *, sale_id: str) -> str:
        """Send a code to the member."""
        self.asked.append((actor.staff_id, sale_id, "send"))
        return member.phone_last4

    def by_code(self, member: AttachedMember, text: str) -> AttachedMember:
        """Know the member's own phone."""
        if text != "PQ1.THEIRS":
            raise RuleError("proof.other_member")
        return replace(member, present=True)
