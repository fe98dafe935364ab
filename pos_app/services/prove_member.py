"""A member who is known by a number proves who they are: by PIN, message code, or a scan.

Head office checks PINs and message codes; no till can.
Source: docs/rules/members.md, "Proof before spending".
"""

from dataclasses import replace

from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import RuleError
from pos_app.services.ports import CentralApi
from pos_app.services.records import Actor
from retail_core.proofs import ProofMeans

_MINUTE_MS = 60_000
_SECOND_MS = 1_000


class ProveMember:
    """Returns the member with the proof; the screen puts the answer onto the basket."""

    def __init__(self, *, api: CentralApi, members: AttachMember) -> None:
        """Keep whom to ask; ``members`` read codes."""
        self._api = api
        self._members = members

    def by_digits(
        self, actor: Actor, member: AttachedMember, *, sale_id: str, means: ProofMeans, digits: str
    ) -> AttachedMember:
        """Ask head office about a PIN or a code. Interactive network lane; ``digits`` are kept nowhere.

        Raises:
            RuleError: ``proof.wrong`` (tries left), ``proof.locked`` (minutes), ``proof.no_pin``,
                ``proof.no_code``, ``proof.expired``.
            SyncError: It cannot be asked now, or refused.
        """
        answer = self._api.member_prove(
            alias=member.alias, sale_id=sale_id, staff_id=actor.staff_id, means=means, digits=digits
        )
        if answer.status == "proven":
            return replace(member, proof=means)
        if answer.status == "wrong" and answer.tries_left:
            raise RuleError("proof.wrong", answer.tries_left)
        if answer.status == "locked":
            raise RuleError("proof.locked", _up(answer.wait_ms, _MINUTE_MS))
        if answer.status == "none":
            raise RuleError("proof.no_pin" if means == "pin" else "proof.no_code")
        raise RuleError("proof.expired")

    def send_code(self, actor: Actor, member: AttachedMember, *, sale_id: str) -> str:
        """Let head office send a code; return the end of the number. Interactive network lane.

        Raises:
            RuleError: ``proof.wait`` (seconds), ``proof.no_phone``, ``proof.no_channel``.
            SyncError: It cannot be asked now, or refused.
        """
        answer = self._api.member_message_code(alias=member.alias, sale_id=sale_id, staff_id=actor.staff_id)
        if answer.status == "on_its_way":
            return answer.phone_last4
        if answer.status == "wait":
            raise RuleError("proof.wait", _up(answer.wait_ms, _SECOND_MS))
        raise RuleError("proof.no_phone" if answer.status == "no_phone" else "proof.no_channel")

    def by_code(self, member: AttachedMember, text: str) -> AttachedMember:
        """Read the rotating code of the phone, with or without a network. Storage lane.

        Raises:
            RuleError: ``proof.other_member``, ``proof.card``: a printed card proves nothing;
                ``member.code_<reason>``.
        """
        shown = self._members.by_code(text)
        is_same = shown.alias == member.alias or (
            shown.member_id is not None and shown.member_id == member.member_id
        )
        if not is_same:
            raise RuleError("proof.other_member")
        if not shown.present:
            raise RuleError("proof.card")
        # The basket keeps the alias by which the member was found: both mean the same account.
        return replace(member, means="code", present=True)


def _up(wait_ms: int, unit_ms: int) -> int:
    return -(-wait_ms // unit_ms)
