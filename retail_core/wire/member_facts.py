"""What a till states about members. Who it is about stands in the personal part, which can be erased.

Source: docs/protocol.md, "Journal entry types"; docs/rules/members.md.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from retail_core.wire.base import HexText, Id, Message, Text

MEMBER_JOINED: Final = "member.joined"
MEMBER_NOTED: Final = "member.noted"
MEMBER_CONSENTED: Final = "member.consented"
MEMBER_REVEALED: Final = "member.revealed"

ConsentKind = Literal["membership", "marketing"]
Birthday = Annotated[str, Field(pattern=r"^(\d\d-\d\d)?$")]
"""A day of the year, ``MM-DD``, or empty."""

Alias = Annotated[HexText, Field(min_length=16, max_length=16)]


class Consent(Message):
    """What somebody agreed to, or no longer agrees to; when, where and by whom is the entry's."""

    kind: ConsentKind
    given: bool
    wording: Id
    """The version of the text that was agreed to."""


class MemberJoined(Message):
    """A new member, from this moment on. Personal part: :class:`JoinedPerson`."""

    tier: Id
    consents: tuple[Consent, ...]


class JoinedPerson(Message):
    """Who joined; the till made ``member_id`` and ``alias``."""

    member_id: Id
    alias: Alias
    phone: Annotated[str, Field(pattern=r"^\d{8,15}$")]
    name: Text = ""
    birthday: Birthday = ""


class MemberNoted(Message):
    """Preferences, note or birthday of a member were written anew. Personal part: :class:`NotedPerson`."""

    fields: tuple[Literal["birthday", "preferences", "note"], ...]
    """Which of them this is about."""


class NotedPerson(Message):
    """About whom, and what was written; an empty text takes out what stood there."""

    member_id: Id
    alias: Alias
    birthday: Birthday = ""
    preferences: Annotated[Text, Field(max_length=200)] = ""
    note: Annotated[Text, Field(max_length=200)] = ""


class MemberConsented(Message):
    """A member agreed to something, or took it back. Personal part: :class:`NamedPerson`."""

    consents: tuple[Consent, ...]


class MemberRevealed(Message):
    """Somebody is about to look at what is masked, and why; the value stands nowhere.

    Personal part: :class:`NamedPerson`.
    """

    reason: Id


class NamedPerson(Message):
    """Whom a fact is about."""

    member_id: Id
    alias: Alias
