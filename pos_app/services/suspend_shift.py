"""Put a shift aside uncounted and go on with it later; change cashiers at tills with personal drawers.

Source: docs/rules/shifts.md, "Shifts of a till".
"""

from dataclasses import dataclass, replace
from typing import Final

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ShiftResumed, ShiftSuspended
from pos_app.services.identity import may_use, open_shift_of
from pos_app.services.payments import refuse_open_money
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, Shift
from pos_app.services.write_fact import write_fact

SUSPEND_REASONS: Final = ("break", "cashier_change", "other_till", "other")
"""Why a shift is put aside."""


@dataclass(frozen=True, slots=True)
class DrawerState:
    """What somebody who signed in finds.

    ``active`` is the shift of the till, ``may_use`` whether this person's money may go into its drawer;
    ``own`` is a personal shift of theirs that is put aside, ``suspended`` are all of those.
    """

    active: Shift | None
    may_use: bool
    own: Shift | None = None
    suspended: tuple[Shift, ...] = ()


class SuspendShift:
    """Suspends and resumes shifts; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def state(self, actor: Actor) -> DrawerState:
        """Return which shift is active and which are put aside, for somebody; well under a millisecond."""
        with self._store.read() as work:
            active, suspended = work.shifts.open(), tuple(work.shifts.suspended())
        own = [shift for shift in suspended if _is_own(shift, actor)]
        return DrawerState(
            active=active,
            may_use=active is not None and may_use(active, actor),
            own=own[0] if own else None,
            suspended=suspended,
        )

    def __call__(self, actor: Actor, *, reason: str) -> Shift:
        """Put the active shift aside; right ``shift.open``. Return it.

        Raises:
            RuleError: ``right.missing``, ``shift.bad_reason``, ``shift.none_open``, ``shift.basket_open``:
                goods lie on the counter; ``payment.held`` or ``payment.in_doubt``: a customer's money is
                here for no sale, or may be.
        """
        from retail_core.wire import shift_facts

        rights.require(actor.rights, rights.SHIFT_OPEN)
        if reason not in SUSPEND_REASONS:
            raise RuleError("shift.bad_reason")
        with self._store.write() as work:
            shift = open_shift_of(work)
            basket = work.baskets.load()
            if basket is not None and basket.has_goods:
                raise RuleError("shift.basket_open")
            refuse_open_money(work)
            body = shift_facts.ShiftSuspended(shift_id=shift.shift_id, reason=reason)
            entry = write_fact(
                work, self._clock, kind=shift_facts.SHIFT_SUSPENDED, actor=actor.staff_id, body=body
            )
            work.shifts.mark_suspended(shift.shift_id, entry.wall_ms)
        self._events.publish(ShiftSuspended(shift.shift_id))
        self._events.publish(FactWritten(entry.seq))
        return replace(shift, suspended_ms=entry.wall_ms)

    def resume(self, actor: Actor, shift_id: str) -> Shift:
        """Make a suspended shift the active one; right ``shift.open``.

        The personal drawer of somebody else needs the right ``shift.any``.

        Raises:
            RuleError: ``right.missing``, ``shift.already_open`` (shift number), ``shift.unknown``: it is not
                suspended, ``shift.other_drawer`` (name).
        """
        from retail_core.wire import shift_facts

        rights.require(actor.rights, rights.SHIFT_OPEN)
        with self._store.write() as work:
            active = work.shifts.open()
            if active is not None:
                raise RuleError("shift.already_open", active.number)
            shift = next((each for each in work.shifts.suspended() if each.shift_id == shift_id), None)
            if shift is None:
                raise RuleError("shift.unknown")
            if not may_use(shift, actor):
                raise RuleError("shift.other_drawer", shift.opened_by_name)
            body = shift_facts.ShiftResumed(
                shift_id=shift_id, personal_of=shift.opened_by if shift.drawer == "personal" else None
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.SHIFT_RESUMED, actor=actor.staff_id, body=body
            )
            work.shifts.mark_suspended(shift_id, None)
        self._events.publish(ShiftResumed(shift_id))
        self._events.publish(FactWritten(entry.seq))
        return replace(shift, suspended_ms=None)


def _is_own(shift: Shift, actor: Actor) -> bool:
    return shift.drawer == "personal" and shift.opened_by == actor.staff_id
