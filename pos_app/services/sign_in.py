"""Sign in by PIN or badge. Known cashiers always sign in: nothing here asks the network."""

from collections.abc import Sequence
from typing import Literal

from pos_app.services import rights
from pos_app.services.check_pin import CheckPin, forget_wrong_pins, person_of_badge
from pos_app.services.events import EventBus, FactWritten, StaffSignedIn
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, StaffMember, StaffTile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact


class SignIn:
    """Says who is at the till."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus, pin_pepper: bytes) -> None:
        self._store = store
        self._clock = clock
        self._events = events
        self._check = CheckPin(store=store, clock=clock, pin_pepper=pin_pepper)

    def tiles(self) -> Sequence[StaffTile]:
        """Return who may sign in, by name."""
        with self._store.read() as work:
            return [StaffTile(person.staff_id, person.name, person.role) for person in work.staff.active()]

    def with_pin(self, staff_id: str, pin: str) -> Actor:
        """Sign in by PIN; takes a fraction of a second, so run it on the storage lane.

        Raises:
            RuleError: ``staff.unknown``, ``pin.wrong`` (tries left before a wait), ``pin.locked`` (wait in
                milliseconds); at a till to practise on ``right.missing``.
        """
        person = self._check.by_pin(staff_id, pin)
        with self._store.write() as work:
            seq = self._welcome(work, person, means="pin")
        return self._told(person, seq)

    def with_badge(self, badge: str) -> Actor:
        """Sign in by badge; lifts a wait.

        Raises:
            RuleError: ``badge.unknown``; at a till to practise on ``right.missing``.
        """
        with self._store.write() as work:
            person = person_of_badge(work, badge)
            seq = self._welcome(work, person, means="badge")
        return self._told(person, seq)

    def _welcome(self, work: UnitOfWork, person: StaffMember, *, means: Literal["pin", "badge"]) -> int:
        from retail_core.wire import facts

        terminal = work.terminal.get()
        if terminal is not None and terminal.training:
            rights.require(person.rights, rights.TRAINING_ENTER)
        forget_wrong_pins(work, person)
        body = facts.StaffSignedIn(staff_id=person.staff_id, role=person.role, means=means)
        entry = write_fact(work, self._clock, kind=facts.STAFF_SIGNED_IN, actor=person.staff_id, body=body)
        return entry.seq

    def _told(self, person: StaffMember, seq: int) -> Actor:
        self._events.publish(StaffSignedIn(person.staff_id))
        self._events.publish(FactWritten(seq))
        return person.actor
