"""Another person allows one act, by PIN or badge; nothing here asks the network.

A staff list of more than 72 hours ago may name people who left: then only managers allow anything.
Source: docs/rules/by-hand.md, "Approval".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval
from pos_app.services.check_pin import CheckPin, forget_wrong_pins, person_of_badge
from pos_app.services.errors import RuleError
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, StaffMember, StaffTile
from pos_app.services.repositories import UnitOfWork

LIST_FRESH_MS: Final = 72 * 3_600_000
"""So long a staff list counts in full without a word from head office."""

MANAGERS: Final = frozenset({"manager", "owner"})
"""The roles that allow acts whatever the age of the list."""


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who may allow an act now, by name; with ``only_managers`` the staff list is old."""

    people: tuple[StaffTile, ...]
    only_managers: bool = False


class ApproveAct:
    """Asks another person; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, pin_pepper: bytes) -> None:
        self._store = store
        self._clock = clock
        self._check = CheckPin(store=store, clock=clock, pin_pepper=pin_pepper)

    def approvers(self, actor: Actor, act: Act) -> Approvers:
        """Return who may allow ``act`` to ``actor``."""
        with self._store.read() as work:
            only_managers = is_list_old(work, self._clock.now_ms())
            people: Sequence[StaffMember] = work.staff.active()
        return Approvers(
            tuple(
                StaffTile(person.staff_id, person.name, person.role)
                for person in people
                if not _obstacle(person, actor, act=act, only_managers=only_managers)
            ),
            only_managers,
        )

    def person(self, staff_id: str) -> StaffMember | None:
        """Return a person as the till knows them now; well under a millisecond."""
        with self._store.read() as work:
            return work.staff.get(staff_id)

    def with_pin(self, actor: Actor, act: Act, *, staff_id: str, pin: str) -> Approval:
        """Let ``staff_id`` allow ``act`` to ``actor``; takes a fraction of a second.

        Raises:
            RuleError: ``staff.unknown``, ``pin.wrong`` (tries left before a wait), ``pin.locked`` (wait in
                milliseconds), ``approval.self``, ``approval.involved`` (name): they did a part of it,
                ``approval.no_right`` (name), ``approval.old_list``.
        """
        person = self._check.by_pin(staff_id, pin)
        with self._store.write() as work:
            forget_wrong_pins(work, person)
            return self._approve(work, person, actor=actor, act=act)

    def with_badge(self, actor: Actor, act: Act, *, badge: str) -> Approval:
        """Let the owner of a scanned badge allow ``act`` to ``actor``; lifts a wait.

        Raises:
            RuleError: ``badge.unknown``, ``approval.self``, ``approval.involved`` (name),
                ``approval.no_right`` (name), ``approval.old_list``.
        """
        with self._store.write() as work:
            person = person_of_badge(work, badge)
            forget_wrong_pins(work, person)
            return self._approve(work, person, actor=actor, act=act)

    def _approve(self, work: UnitOfWork, person: StaffMember, *, actor: Actor, act: Act) -> Approval:
        now_ms = self._clock.now_ms()
        obstacle = _obstacle(person, actor, act=act, only_managers=is_list_old(work, now_ms))
        if obstacle:
            raise RuleError(obstacle, person.name)
        return Approval(act, person.staff_id, person.name, now_ms)


def is_list_old(work: UnitOfWork, now_ms: int) -> bool:
    """Return whether the staff list is older than :data:`LIST_FRESH_MS`."""
    return now_ms - work.sync_state.get().store_page_ms > LIST_FRESH_MS


def _obstacle(person: StaffMember, actor: Actor, *, act: Act, only_managers: bool) -> str:
    """Return why ``person`` cannot allow ``act`` to ``actor``, or nothing."""
    if person.staff_id == actor.staff_id:
        return "approval.self"
    if person.staff_id in act.not_by:
        return "approval.involved"
    if not rights.allows(person.rights, act.verb, amount=act.amount):
        return "approval.no_right"
    if only_managers and person.role not in MANAGERS:
        return "approval.old_list"
    return ""
