"""What is stated about members at the counter: they join, tell preferences, agree; and are looked at.

Each is a fact with the person beside it; head office merges what joined twice.
Source: docs/rules/members.md, "Joining" and "What a till holds".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pos_app.services import rights
from pos_app.services.attach_member import attached
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, MemberLearned
from pos_app.services.expiring import still_expiring
from pos_app.services.identity import terminal_of
from pos_app.services.ports import CentralApi, Clock, Ids, Store
from pos_app.services.records import Actor, Member, UnmaskedMember
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import local_time
from pos_app.services.write_fact import write_fact
from retail_core.people import (
    CONSENTS,
    LEAST_PHONE_DIGITS,
    MOST_PHONE_DIGITS,
    TIERS,
    is_birthday,
    is_birthday_near,
    is_lapsed,
    mask_name,
    next_tier,
    phone_digits,
    phone_mac,
)

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from retail_core.wire.member_facts import Consent

WORDING = "1"
"""The version of the texts that members agree to."""

MOST_NAME = 60
MOST_NOTE = 200

REVEAL_REASONS = ("call_back", "verify", "correction", "other")
"""Why somebody may look at a phone number."""

_ALIAS_BYTES = 8


@dataclass(frozen=True, slots=True)
class JoinForm:
    """What somebody tells who joins; ``birthday`` is ``MM-DD`` or empty."""

    phone: str
    name: str = ""
    birthday: str = ""
    terms: bool = False
    marketing: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """The member, and whether the phone number was known here already."""

    member: AttachedMember
    is_new: bool


@dataclass(frozen=True, slots=True)
class MemberMarks:
    """What stands out about a member today; ``next_tier`` is the tier above and the spending it takes.

    ``points_left`` are settled, less what was spent here since; ``points_pending`` were earned here since.
    ``expiring`` are points and the time when they go, if nothing more is spent; ``None`` where none do.
    """

    next_tier: tuple[str, int] | None
    is_birthday: bool
    is_lapsed: bool
    points_left: int | None = None
    points_pending: int = 0
    expiring: tuple[int, int] | None = None


class MemberDesk:
    """Writes facts about members; on the storage lane, but for what the network has to say."""

    def __init__(self, *, store: Store, api: CentralApi, clock: Clock, ids: Ids, events: EventBus) -> None:
        """Keep what a fact needs."""
        self._store = store
        self._api = api
        self._clock = clock
        self._ids = ids
        self._events = events

    def details(self, alias: str) -> Member | None:
        """Return what is known here of a member; in well under a millisecond."""
        with self._store.read() as work:
            return work.members.by_alias(alias)

    def marks(self, member: Member) -> MemberMarks:
        """Return what stands out about a member today; in well under a millisecond."""
        with self._store.read() as work:
            store = terminal_of(work).store
            known = work.balances.of(member.alias)
        now_ms = self._clock.now_ms()
        return MemberMarks(
            next_tier=next_tier(member.tier, steps=store.tiers),
            is_birthday=is_birthday_near(
                member.birthday, date.fromisoformat(local_time(now_ms, store.time_zone).date)
            ),
            is_lapsed=is_lapsed(member.visited_ms, now_ms=now_ms),
            points_left=None if known is None else known.points_left,
            points_pending=0 if known is None else known.points_pending,
            expiring=None if known is None else still_expiring(member, known, now_ms=now_ms),
        )

    def join(self, actor: Actor, form: JoinForm) -> Joined:
        """Let somebody be a member from now on, with or without a network; right ``sell``.

        Raises:
            RuleError: ``right.missing``, ``member.phone_incomplete``, ``member.terms_needed``,
                ``member.birthday_wrong``, ``member.text_too_long`` (characters allowed).
        """
        rights.require(actor.rights, rights.SELL)
        phone = phone_digits(form.phone)
        if not LEAST_PHONE_DIGITS <= len(phone) <= MOST_PHONE_DIGITS:
            raise RuleError("member.phone_incomplete")
        if not form.terms:
            raise RuleError("member.terms_needed")
        _check(birthday=form.birthday, texts=(form.name,), most=MOST_NAME)
        with self._store.write() as work:
            mac = phone_mac(terminal_of(work).phone_mac_key, phone)
            known = work.members.by_phone_mac(mac)
            if known is not None:
                return Joined(attached(known, means="phone", present=False), is_new=False)
            member = self._new_member(form, phone=phone, mac=mac)
            seq = self._state_joined(work, actor, member=member, form=form, phone=phone)
            member = replace(member, seen_through=seq)
            work.members.put(member, own_seq=seq)
        self._events.publish(FactWritten(seq))
        self._events.publish(MemberLearned(member.alias))
        return Joined(attached(member, means="phone", present=False), is_new=True)

    def note(self, actor: Actor, alias: str, *, birthday: str, preferences: str, note: str) -> Member:
        """Write birthday, preferences and note anew, as far as they changed; right ``member.edit``.

        Raises:
            RuleError: ``right.missing``, ``member.unknown``, ``member.birthday_wrong``,
                ``member.text_too_long`` (characters allowed).
        """
        rights.require(actor.rights, rights.MEMBER_EDIT)
        _check(birthday=birthday, texts=(preferences, note), most=MOST_NOTE)
        wanted = {"birthday": birthday, "preferences": preferences.strip(), "note": note.strip()}

        def state(work: UnitOfWork, member: Member) -> tuple[int | None, Member]:
            from retail_core.wire.member_facts import MEMBER_NOTED, MemberNoted, NotedPerson

            fields = [name for name, text in wanted.items() if text != getattr(member, name)]
            if not fields:
                return None, member
            person = NotedPerson(member_id=member.member_id, alias=member.alias, **wanted)
            body = MemberNoted.model_validate({"fields": tuple(fields)})
            entry = write_fact(
                work, self._clock, kind=MEMBER_NOTED, actor=actor.staff_id, body=body, personal=person
            )
            changed = replace(
                member, birthday=birthday, preferences=wanted["preferences"], note=wanted["note"]
            )
            return entry.seq, changed

        return self._change(alias, state)

    def agree(self, actor: Actor, alias: str, *, marketing: bool) -> Member:
        """Note that a member agrees to be written to, or no longer does; right ``sell``.

        Raises:
            RuleError: ``right.missing``, ``member.unknown``.
        """
        rights.require(actor.rights, rights.SELL)

        def state(work: UnitOfWork, member: Member) -> tuple[int | None, Member]:
            from retail_core.wire.member_facts import MEMBER_CONSENTED, MemberConsented, NamedPerson

            entry = write_fact(
                work,
                self._clock,
                kind=MEMBER_CONSENTED,
                actor=actor.staff_id,
                body=MemberConsented(consents=(_consent("marketing", given=marketing),)),
                personal=NamedPerson(member_id=member.member_id, alias=member.alias),
            )
            kept = {each for each in member.consents if each != "marketing"}
            return entry.seq, replace(
                member, consents=tuple(sorted(kept | ({"marketing"} if marketing else set())))
            )

        return self._change(alias, state)

    def reveal(self, actor: Actor, alias: str, *, reason: str) -> Member:
        """Note that somebody is about to see what is masked, and why; right ``member.reveal``.

        Raises:
            RuleError: ``right.missing``, ``member.unknown``, ``member.reason_needed``.
        """
        rights.require(actor.rights, rights.MEMBER_REVEAL)
        if reason not in REVEAL_REASONS:
            raise RuleError("member.reason_needed")
        from retail_core.wire.member_facts import MEMBER_REVEALED, MemberRevealed, NamedPerson

        with self._store.write() as work:
            member = _known(work, alias)
            entry = write_fact(
                work,
                self._clock,
                kind=MEMBER_REVEALED,
                actor=actor.staff_id,
                body=MemberRevealed(reason=reason),
                personal=NamedPerson(member_id=member.member_id, alias=member.alias),
            )
        self._events.publish(FactWritten(entry.seq))
        return member

    def unmask(self, actor: Actor, member: Member) -> UnmaskedMember:
        """Return what is masked, after :meth:`reveal`. Interactive network lane; kept nowhere.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Only head office knows, and it cannot be asked now or refused.
        """
        rights.require(actor.rights, rights.MEMBER_REVEAL)
        return self._api.member_unmask(member.member_id, staff_id=actor.staff_id)

    def _new_member(self, form: JoinForm, *, phone: str, mac: str) -> Member:
        return Member(
            member_id=self._ids.new_id(),
            alias=self._ids.secret(_ALIAS_BYTES).hex(),
            masked_name=mask_name(form.name),
            phone_mac=mac,
            phone_last4=phone[-4:],
            tier=TIERS[0],
            points=0,
            coupons=0,
            first_purchase=True,
            birthday=form.birthday,
            visited_ms=self._clock.now_ms(),
            consents=tuple(sorted(CONSENTS if form.marketing else CONSENTS[:1])),
        )

    def _state_joined(
        self, work: UnitOfWork, actor: Actor, *, member: Member, form: JoinForm, phone: str
    ) -> int:
        from retail_core.wire.member_facts import MEMBER_JOINED, JoinedPerson, MemberJoined

        consents = (_consent("membership", given=True), _consent("marketing", given=form.marketing))
        entry = write_fact(
            work,
            self._clock,
            kind=MEMBER_JOINED,
            actor=actor.staff_id,
            body=MemberJoined(tier=member.tier, consents=consents),
            personal=JoinedPerson(
                member_id=member.member_id,
                alias=member.alias,
                phone=phone,
                name=" ".join(form.name.split()),
                birthday=form.birthday,
            ),
        )
        return entry.seq

    def _change(self, alias: str, state: Callable[[UnitOfWork, Member], tuple[int | None, Member]]) -> Member:
        """Write a fact about a member, and keep what it says until head office knows."""
        with self._store.write() as work:
            before = _known(work, alias)
            seq, member = state(work, before)
            if seq is not None:
                work.members.put(member, own_seq=seq)
        if seq is not None:
            self._events.publish(FactWritten(seq))
        return member


def _known(work: UnitOfWork, alias: str) -> Member:
    member = work.members.by_alias(alias)
    if member is None:
        raise RuleError("member.unknown")
    return member


def _check(*, birthday: str, texts: Sequence[str], most: int) -> None:
    if birthday and not is_birthday(birthday):
        raise RuleError("member.birthday_wrong")
    if any(len(text) > most for text in texts):
        raise RuleError("member.text_too_long", most)


def _consent(kind: str, *, given: bool) -> Consent:
    from retail_core.wire.member_facts import Consent

    return Consent.model_validate({"kind": kind, "given": given, "wording": WORDING})
