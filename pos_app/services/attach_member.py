"""Find the member of a customer: by rotating code, printed card, card number, or full phone number."""

from dataclasses import replace

from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.events import EventBus, MemberLearned
from pos_app.services.identity import terminal_of
from pos_app.services.ports import CentralApi, Clock, Store
from pos_app.services.records import Member, MemberMeans
from pos_app.services.repositories import UnitOfWork
from pos_app.services.signed_codes import ReadCode, read_signed, reason_of
from retail_core.codes.code_time import check_time
from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import MemberCode, card_id, code_time_s
from retail_core.people import (
    LEAST_PHONE_DIGITS,
    MOST_PHONE_DIGITS,
    erased_mark,
    is_card_number,
    phone_digits,
    phone_mac,
    tier_name,
)

_REVOKED_CARD = "member_card"
_ERASED = "member"


class AttachMember:
    """Returns who the customer is; the screen puts the answer onto the basket."""

    def __init__(self, *, store: Store, api: CentralApi, clock: Clock, events: EventBus) -> None:
        """Keep whom to ask; ``events`` are told of a member that the server told of."""
        self._events = events
        self._store = store
        self._api = api
        self._clock = clock

    def by_code(self, text: str) -> AttachedMember:
        """Read a member code offline; an unknown alias still gets tier price and points. Storage lane.

        Raises:
            RuleError: ``member.code_<reason>``: ``forged``, ``expired``, ``too_early``, ``used``,
                ``unknown_key``, ``no_keys``, ``foreign`` (another shop), ``revoked``.
        """
        now_ms = self._clock.now_ms()
        with self._store.write() as work:
            try:
                found = read_signed(work, text, now_ms=now_ms)
                check_time(found.code, now_s=code_time_s(now_ms))
            except CodeError as error:
                raise RuleError(f"member.code_{reason_of(error)}") from error
            code = found.code
            if not isinstance(code, MemberCode):
                raise RuleError("member.code_forged")
            _refuse_again(work, code, now_ms=now_ms)
            return _attached(work.members.by_alias(code.alias), found, code=code)

    def known_by_phone(self, digits: str) -> AttachedMember | None:
        """Look a full phone number up here and nowhere else, so that there is a first answer. Storage lane.

        Raises:
            RuleError: ``member.phone_incomplete``.
        """
        _, known = self._of_phone(digits)
        return None if known is None else attached(known, means="phone", present=False)

    def by_phone(self, digits: str) -> AttachedMember:
        """Look a full phone number up, here first and then at the server. Interactive network lane.

        A member of another store is asked for again: nobody keeps this till up to date about one.

        Raises:
            RuleError: ``member.phone_incomplete``, ``member.unknown``.
            Unreachable: Not known here, and the server cannot be asked now.
        """
        mac, known = self._of_phone(digits)
        member = known if _is_current(known) else self._asked(known, phone_mac=mac)
        if member is None:
            raise RuleError("member.unknown")
        return attached(member, means="phone", present=False)

    def by_card_number(self, number: str) -> AttachedMember:
        """Look the number of a printed card up, as :meth:`by_phone`. Interactive network lane.

        It is the same on every card of a member: it identifies and earns, as a phone number does.

        Raises:
            RuleError: ``member.card_number``: no such number, a digit is wrong; ``member.unknown``.
            Unreachable: Not known here, and the server cannot be asked now.
        """
        if not is_card_number(number):
            raise RuleError("member.card_number")
        with self._store.read() as work:
            known = work.members.by_card_number(number)
        # Where two cards have one number, nobody can say whose this is: the phone number can.
        member = known[0] if len(known) == 1 else None
        if not known:
            member = self._asked(None, card_number=number)
        if member is None:
            raise RuleError("member.unknown")
        # It was said, not shown, as a phone number is.
        return attached(member, means="phone", present=False)

    def chosen(self, member: Member) -> AttachedMember:
        """Keep a member who was chosen from what a search found, and return it. Storage lane."""
        with self._store.write() as work:
            known = work.members.by_id(member.member_id)
            if not _is_current(known):
                work.members.put(member)
        return attached(member, means="phone", present=False)

    def learn(self, before: AttachedMember) -> AttachedMember | None:
        """Ask the server about a member of whom this till knows the code only. Interactive network lane.

        Returns:
            The member with name, points and what limits look at; ``None`` where nothing more is known.

        Raises:
            Unreachable: The server cannot be asked now.
        """
        with self._store.read() as work:
            known = work.members.by_alias(before.alias)
        if _is_current(known):
            return None
        member = self._asked(known, alias=before.alias)
        if member is None:
            return None
        # Of an account that was merged the basket keeps the alias that was scanned: it means the same member.
        told = attached(member, means=before.means, present=before.present)
        return replace(told, alias=before.alias)

    def _of_phone(self, digits: str) -> tuple[str, Member | None]:
        """Return the fingerprint of a phone number, and whose it is as far as this till knows."""
        phone = phone_digits(digits)
        if not LEAST_PHONE_DIGITS <= len(phone) <= MOST_PHONE_DIGITS:
            raise RuleError("member.phone_incomplete")
        with self._store.read() as work:
            mac = phone_mac(terminal_of(work).phone_mac_key, phone)
            return mac, work.members.by_phone_mac(mac)

    def _asked(
        self,
        known: Member | None,
        *,
        phone_mac: str | None = None,
        alias: str | None = None,
        card_number: str | None = None,
    ) -> Member | None:
        """Return what the server says of a member, or what is ``known`` if it cannot be asked."""
        try:
            member = self._api.member_lookup(phone_mac=phone_mac, alias=alias, card_number=card_number)
        except Unreachable:
            if known is None:
                raise
            return known
        if member is not None:
            with self._store.write() as work:
                work.members.put(member)
            for known_as in (member.alias, *(merged for _, merged in member.merged)):
                self._events.publish(MemberLearned(known_as))
        return member


def _is_current(member: Member | None) -> bool:
    """Return whether the feed keeps a member up to date here."""
    return member is not None and member.seen_through is None


def _refuse_again(work: UnitOfWork, code: MemberCode, *, now_ms: int) -> None:
    """Refuse codes of who was erased, a rotating one that was taken before, and a card that was revoked."""
    if work.coupons.is_revoked(_ERASED, erased_mark(code.alias)):
        raise RuleError("member.code_revoked")
    if code.is_printed:
        if work.coupons.is_revoked(_REVOKED_CARD, card_id(code.alias, code.nonce)):
            raise RuleError("member.code_revoked")
    elif not work.members.remember_code(code.alias, str(code.nonce), seen_ms=now_ms):
        raise RuleError("member.code_used")


def _attached(member: Member | None, found: ReadCode, *, code: MemberCode) -> AttachedMember:
    means: MemberMeans = "card" if code.is_printed else "code"
    present = not code.is_printed and found.trust == "full"
    if member is not None:
        return attached(member, means=means, present=present)
    # The code itself vouches for the tier, so a member that nobody here knows gets the tier's price.
    return AttachedMember(
        member_id=None,
        alias=code.alias,
        masked_name="",
        phone_last4="",
        tier=tier_name(code.tier) or "",
        points=None,
        coupons=None,
        means=means,
        present=present,
    )


def attached(member: Member, *, means: MemberMeans, present: bool) -> AttachedMember:
    """Return a member as a basket holds one."""
    return AttachedMember(
        member_id=member.member_id,
        alias=member.alias,
        masked_name=member.masked_name,
        phone_last4=member.phone_last4,
        tier=member.tier,
        points=member.points,
        coupons=member.coupons,
        means=means,
        present=present,
    )
