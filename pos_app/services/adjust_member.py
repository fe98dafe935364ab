"""Correct points or a balance of a member: head office does it at once, or it is not done.

Source: docs/rules/points.md, "Corrections".
"""

from pos_app.services import rights
from pos_app.services.act_model import Approval, require_allowed
from pos_app.services.basket_model import AttachedMember
from pos_app.services.correction_model import Correction
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, MemberLearned
from pos_app.services.ports import CentralApi, Ids, Store
from pos_app.services.records import Actor, Member


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
        correction: Correction,
        approval: Approval | None = None,
    ) -> Member:
        """Correct and return the member as head office knows them then. Interactive network lane.

        Args:
            actor: Who does it, by the right ``member.adjust`` or with an approval.
            member: Whose points or balance.
            correction: What, how much, and why; its request is of :meth:`begin`.
            approval: Of another person, where the right of ``actor`` does not reach.

        Raises:
            NeedsApproval: ``right.missing`` or ``right.over_limit``: another person has to allow it.
            RuleError: ``adjust.nothing``.
            SyncError: Head office cannot be asked now, or refused (``adjust.below_zero`` and others).
        """
        if not correction.amount:
            raise RuleError("adjust.nothing")
        require_allowed(actor, correction.act, approval=approval)
        is_own = rights.allows(actor.rights, rights.MEMBER_ADJUST, amount=correction.act.amount)
        found = self._api.member_adjust(
            correction,
            alias=member.alias,
            staff_id=actor.staff_id,
            approved_by=None if is_own or approval is None else approval.staff_id,
        )
        with self._store.write() as work:
            work.members.put(found)
        self._events.publish(MemberLearned(found.alias))
        return found
