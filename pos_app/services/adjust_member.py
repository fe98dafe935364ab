"""Correct points or a balance of a member: head office does it at once, or it is not done.

Source: docs/rules/points.md, "Corrections".
"""

from typing import Literal

from pos_app.services import rights
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, MemberLearned
from pos_app.services.ports import CentralApi, Ids, Store
from pos_app.services.records import Actor, Member

Bucket = Literal["points", "principal", "bonus"]
AdjustReason = Literal["goodwill", "mistake", "complaint", "other"]
ADJUST_REASONS: tuple[AdjustReason, ...] = ("goodwill", "mistake", "complaint", "other")


class AdjustMember:
    """Asks head office for a correction, in the name of who may."""

    def __init__(self, *, store: Store, api: CentralApi, ids: Ids, events: EventBus) -> None:
        """Keep whom to ask."""
        self._store = store
        self._api = api
        self._ids = ids
        self._events = events

    def begin(self) -> str:
        """Return the id of a new correction, so that it is done once however often it is asked for."""
        return self._ids.new_id()

    def __call__(
        self,
        actor: Actor,
        member: AttachedMember,
        *,
        request_id: str,
        bucket: Bucket,
        amount: int,
        reason: AdjustReason,
    ) -> Member:
        """Correct and return the member as head office knows them then. Interactive network lane.

        Args:
            actor: With the right ``member.adjust``.
            member: Whose points or balance.
            request_id: Of :meth:`begin`.
            bucket: What is corrected.
            amount: Points, or minor units; below zero takes.
            reason: Why.

        Raises:
            RuleError: ``right.missing``, ``right.over_limit``, ``adjust.nothing``.
            SyncError: Head office cannot be asked now, or refused (``adjust.below_zero`` and others).
        """
        if not amount:
            raise RuleError("adjust.nothing")
        rights.require(actor.rights, rights.MEMBER_ADJUST, amount=abs(amount))
        found = self._api.member_adjust(
            request_id=request_id,
            alias=member.alias,
            staff_id=actor.staff_id,
            bucket=bucket,
            amount=amount,
            reason=reason,
        )
        with self._store.write() as work:
            work.members.put(found)
        self._events.publish(MemberLearned(found.alias))
        return found
