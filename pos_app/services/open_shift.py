"""Open a shift with a float in the drawer."""

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ShiftOpened
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor, Shift
from pos_app.services.store_time import business_day
from pos_app.services.write_fact import write_fact

MOST_FLOAT_MINOR = 100_000_000
"""A float above this is a slip of the finger."""


class OpenShift:
    """Begins a shift; there is one at a time."""

    def __init__(self, *, store: Store, clock: Clock, ids: Ids, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events

    def current(self) -> Shift | None:
        """Return the shift that is open, if one is."""
        with self._store.read() as work:
            return work.shifts.open()

    def __call__(self, actor: Actor, *, float_minor: int) -> Shift:
        """Open a shift; right ``shift.open``.

        Raises:
            RuleError: ``right.missing``, ``shift.already_open`` (shift number), ``shift.bad_float``.
        """
        from retail_core.wire import facts

        rights.require(actor.rights, rights.SHIFT_OPEN)
        if not 0 <= float_minor <= MOST_FLOAT_MINOR:
            raise RuleError("shift.bad_float")
        with self._store.write() as work:
            already = work.shifts.open()
            if already is not None:
                raise RuleError("shift.already_open", already.number)
            profile = terminal_of(work).store
            now_ms = self._clock.now_ms()
            body = facts.ShiftOpened(
                shift_id=self._ids.new_id(),
                number=work.shifts.last_number() + 1,
                business_day=business_day(now_ms, profile),
                currency=profile.currency,
                float_minor=float_minor,
            )
            entry = write_fact(work, self._clock, kind=facts.SHIFT_OPENED, actor=actor.staff_id, body=body)
            shift = Shift(
                shift_id=body.shift_id,
                number=body.number,
                business_day=body.business_day,
                currency=body.currency,
                opened_ms=entry.wall_ms,
                opened_by=actor.staff_id,
                opened_by_name=actor.name,
                float_minor=float_minor,
                opened_seq=entry.seq,
            )
            work.shifts.add(shift)
        self._events.publish(ShiftOpened(shift.shift_id))
        self._events.publish(FactWritten(entry.seq))
        return shift
