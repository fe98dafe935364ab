"""The manager's work list: what head office has doubts about in the store, and what was done about each.

Nothing here changes a fact or a price: a sale that was paid stays paid. The list lives at head office, where
all tills come together; without the network it cannot be worked off, and nothing waits for it.
"""

from collections.abc import Mapping

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.ports import Store, WorkListApi
from pos_app.services.records import Actor
from pos_app.services.work_list_model import ExceptionItem, ExceptionPage, ExceptionState

MOST_NOTE_CHARS = 200
"""The longest note to an answer."""


class WorkList:
    """Reads and settles; on the interactive network lane, 3 s at most. Right ``exception.settle``."""

    def __init__(self, api: WorkListApi, *, store: Store) -> None:
        self._api = api
        self._store = store

    def page(self, actor: Actor, state: ExceptionState, *, after: int = 0) -> ExceptionPage:
        """Return exceptions of the store behind ``after``, oldest first.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        rights.require(actor.rights, rights.EXCEPTION_SETTLE)
        return self._api.exceptions(state, after=after)

    def settle(self, actor: Actor, item: ExceptionItem, *, action: str, note: str) -> ExceptionItem:
        """Say what was done about ``item``; safe to repeat.

        Raises:
            RuleError: ``right.missing``, ``exception.note_too_long`` (characters allowed), or
                ``exception.wrong_action``: it does not settle this kind.
            SyncError: Head office cannot be reached, or somebody else settled it.
        """
        rights.require(actor.rights, rights.EXCEPTION_SETTLE)
        if action not in item.actions:
            raise RuleError("exception.wrong_action")
        if len(note) > MOST_NOTE_CHARS:
            raise RuleError("exception.note_too_long", MOST_NOTE_CHARS)
        return self._api.settle_exception(
            item.exception_id, action, staff_id=actor.staff_id, note=note.strip()
        )

    def names(self, items: ExceptionPage) -> Mapping[str, str]:
        """Return the names of the people of a page, as far as this till knows them."""
        wanted = {each for item in items.items for each in (item.actor, item.settled_by) if each}
        wanted |= {str(item.args["staff_id"]) for item in items.items if "staff_id" in item.args}
        with self._store.read() as work:
            found = {staff_id: work.staff.get(staff_id) for staff_id in sorted(wanted)}
        return {staff_id: person.name for staff_id, person in found.items() if person is not None}
