"""Open a shift with a float in the drawer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ShiftOpened
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor, Shift, StoreProfile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import business_day
from pos_app.services.write_fact import write_fact
from retail_core import drawer
from retail_core.money import Money

if TYPE_CHECKING:
    from retail_core.wire.shift_facts import Pieces

MOST_FLOAT_MINOR = 100_000_000
"""A float above this is a slip of the finger."""

MOST_PIECES = 1_000_000
_NONE: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class ShiftToOpen:
    """What somebody sees who is about to open a shift.

    ``carried`` is what the last close of the drawer left in it, ``None`` where nothing is known of one; the
    count should come to it. ``usual`` is what should lie there in the morning. ``denominations`` are minor
    units, the largest first.
    """

    drawer: Literal["shared", "personal"]
    carried: Money | None
    usual: Money
    denominations: tuple[int, ...]
    suspended: tuple[Shift, ...] = ()
    """Shifts that are put aside; one of them may be resumed instead."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why each of them was, by its id: one of the reasons of :mod:`pos_app.services.suspend_shift`."""


class OpenShift:
    """Begins a shift; one at a time is active."""

    def __init__(self, *, store: Store, clock: Clock, ids: Ids, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events

    def current(self) -> Shift | None:
        """Return the active shift, if one is."""
        with self._store.read() as work:
            return work.shifts.open()

    def prepare(self, actor: Actor) -> ShiftToOpen:
        """Return what ``actor`` would open."""
        with self._store.read() as work:
            profile = terminal_of(work).store
            left = _left(work, profile, actor=actor)
            suspended = tuple(work.shifts.suspended())
            return ShiftToOpen(
                drawer=_drawer(profile),
                carried=None if left is None or left.left_minor is None else _money(left.left_minor, profile),
                usual=_money(_usual_minor(profile), profile),
                denominations=drawer.denominations(profile.currency),
                suspended=suspended,
                reasons={shift.shift_id: _why_suspended(work, shift) for shift in suspended},
            )

    def __call__(self, actor: Actor, *, float_minor: int, pieces: Mapping[int, int] = _NONE) -> Shift:
        """Open a shift; right ``shift.open``.

        Args:
            actor: Who opens it; a personal drawer is theirs.
            float_minor: What lies in the drawer.
            pieces: How it was counted: value in minor units to how many; empty for a sum that was keyed in.

        Raises:
            RuleError: ``right.missing``, ``shift.already_open`` (shift number), ``shift.bad_float``.
        """
        from retail_core.wire import shift_facts

        rights.require(actor.rights, rights.SHIFT_OPEN)
        if not 0 <= float_minor <= MOST_FLOAT_MINOR:
            raise RuleError("shift.bad_float")
        denominations = stated_pieces(pieces, float_minor, code="shift.bad_float")
        with self._store.write() as work:
            already = work.shifts.open()
            if already is not None:
                raise RuleError("shift.already_open", already.number)
            terminal = terminal_of(work)
            profile = terminal.store
            left = _left(work, profile, actor=actor)
            body = shift_facts.ShiftOpened(
                shift_id=self._ids.new_id(),
                number=work.shifts.last_number() + 1,
                business_day=business_day(self._clock.now_ms(), profile),
                currency=profile.currency,
                float_minor=float_minor,
                drawer=_drawer(profile),
                denominations=denominations,
                carried_minor=None if left is None else left.left_minor,
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.SHIFT_OPENED, actor=actor.staff_id, body=body
            )
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
                incarnation=terminal.incarnation,
                drawer=body.drawer,
                carried_minor=body.carried_minor,
            )
            if left is not None:
                work.shifts.take_over(left.shift_id)
            work.shifts.add(shift)
        self._events.publish(ShiftOpened(shift.shift_id))
        self._events.publish(FactWritten(entry.seq))
        return shift


def stated_pieces(pieces: Mapping[int, int], total_minor: int, *, code: str) -> "tuple[Pieces, ...]":
    """Return counted notes and coins as a fact states them, the largest first.

    Raises:
        RuleError: ``code``: they do not come to ``total_minor``, or are no numbers of pieces.
    """
    from retail_core.wire.shift_facts import Pieces

    counted = {value: count for value, count in pieces.items() if count}
    if any(value <= 0 or not 0 < count <= MOST_PIECES for value, count in counted.items()):
        raise RuleError(code)
    if counted and drawer.worth_minor(counted) != total_minor:
        raise RuleError(code)
    return tuple(Pieces(value_minor=value, pieces=counted[value]) for value in sorted(counted, reverse=True))


def _drawer(profile: StoreProfile) -> Literal["shared", "personal"]:
    return "personal" if profile.drawers == "personal" else "shared"


def _why_suspended(work: UnitOfWork, shift: Shift) -> str:
    """Return why a shift was put aside last."""
    from retail_core.wire.shift_facts import SHIFT_SUSPENDED

    journal = work.journal.of(shift.incarnation)
    said = [
        str(entry.body["reason"])
        for entry in journal.of_types((SHIFT_SUSPENDED,), after_seq=shift.opened_seq)
        if entry.body["shift_id"] == shift.shift_id
    ]
    return said[-1] if said else ""


def _left(work: UnitOfWork, profile: StoreProfile, *, actor: Actor) -> Shift | None:
    return work.shifts.left_behind(_drawer(profile), actor.staff_id)


def _usual_minor(profile: StoreProfile) -> int:
    return drawer.usual_float_minor(profile.currency) if profile.float_minor is None else profile.float_minor


def _money(minor: int, profile: StoreProfile) -> Money:
    return Money(minor, profile.currency)
