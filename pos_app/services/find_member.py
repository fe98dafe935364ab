"""Look for members by the end of the phone number or by name: here first, then at head office.

Source: docs/rules/members.md, "Finding".
"""

from collections.abc import Sequence
from typing import Literal

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.ports import CentralApi, Store
from pos_app.services.records import Actor, Member
from retail_core.people import CARD_DIGITS, LEAST_PHONE_DIGITS, MOST_PHONE_DIGITS, phone_digits

LEAST_LAST_DIGITS = 3
LEAST_INITIALS = 2
MOST_FOUND = 20

Meant = Literal["phone", "card", "last_digits", "name", "nothing"]
_PUNCTUATION = frozenset(" -()+.")


def meant_by(text: str) -> Meant:
    """Return what somebody typed who looks for a member."""
    wanted = text.strip()
    digits = phone_digits(wanted)
    if not wanted or (wanted.isascii() and not digits and len(wanted) < LEAST_INITIALS):
        return "nothing"
    if not all(character in _PUNCTUATION or character in "0123456789" for character in wanted):
        return "name"
    if len(digits) == CARD_DIGITS:
        return "card"
    if LEAST_PHONE_DIGITS <= len(digits) <= MOST_PHONE_DIGITS:
        return "phone"
    return "last_digits" if LEAST_LAST_DIGITS <= len(digits) < LEAST_PHONE_DIGITS else "nothing"


class FindMember:
    """Searches; right ``member.search``. Whole phone numbers and cards are ``AttachMember``'s affair."""

    def __init__(self, *, store: Store, api: CentralApi) -> None:
        """Keep whom to ask."""
        self._store = store
        self._api = api

    def here(self, actor: Actor, text: str) -> Sequence[Member]:
        """Return who is known here, the latest visit first; in about a millisecond.

        Raises:
            RuleError: ``right.missing``, ``member.search_short``.
        """
        rights.require(actor.rights, rights.MEMBER_SEARCH)
        meant = meant_by(text)
        if meant not in {"last_digits", "name"}:
            raise RuleError("member.search_short")
        wanted = text.strip()
        with self._store.read() as work:
            if meant == "last_digits":
                return work.members.ending(phone_digits(wanted), MOST_FOUND)
            if wanted.isascii():
                return work.members.with_initials(wanted.replace(" ", "").lower(), MOST_FOUND)
            # A till knows no more of a name than its surname.
            return work.members.named(wanted[0], MOST_FOUND)

    def everywhere(self, actor: Actor, text: str) -> Sequence[Member]:
        """Return whom head office finds. Interactive network lane.

        Raises:
            RuleError: As :meth:`here`.
            SyncError: Head office cannot be reached, or refused.
        """
        rights.require(actor.rights, rights.MEMBER_SEARCH)
        return self._api.member_search(text.strip(), staff_id=actor.staff_id)
