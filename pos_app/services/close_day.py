"""Close a business day of the store over its tills: what this till knows itself, and what head office knows.

Nothing that is closed changes: what a till tells later stands in the adjustments of the day.
Source: docs/rules/shifts.md, "The day of the store".
"""

from dataclasses import asdict, replace
from typing import Protocol

from pos_app.services import rights
from pos_app.services.day_model import DayBook, DayRow, OthersDay, UnknownTill
from pos_app.services.errors import RuleError, SyncError
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, Terminal
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import business_day
from pos_app.services.write_fact import write_fact
from retail_core.wire import shift_facts
from retail_core.wire.facts import ShiftClosed
from retail_core.wire.shift_facts import DayClosed, DayShift, MissingTill, day_shift


class DayApi(Protocol):
    """Head office's word about the tills of the store."""

    def day(self, business_day: str, *, staff_id: str) -> OthersDay:
        """Return what is known of a day.

        Raises:
            SyncError: Head office cannot be reached, or refused.
        """


class CloseDay:
    """Looks at days and closes them; right ``day.close``."""

    def __init__(self, api: DayApi, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._api = api
        self._store = store
        self._clock = clock
        self._events = events

    def look(self, actor: Actor, day: str | None = None) -> DayBook:
        """Return a day, today's for none; asks head office for the other tills, on a network lane.

        Without an answer the day has the shifts of this till alone, and ``asked`` is false.

        Raises:
            RuleError: ``right.missing``, ``day.not_yet``: it has not begun.
        """
        rights.require(actor.rights, rights.DAY_CLOSE)
        with self._store.read() as work:
            today = business_day(self._clock.now_ms(), terminal_of(work).store)
        wanted = day or today
        if wanted > today:
            raise RuleError("day.not_yet")
        try:
            others: OthersDay | None = self._api.day(wanted, staff_id=actor.staff_id)
        except SyncError:
            others = None
        with self._store.read() as work:
            return _book(work, wanted, others=others)

    def close(self, actor: Actor, book: DayBook) -> DayBook:
        """State that a day is over as it was seen, with this till's part as it is now; on the storage lane.

        Raises:
            RuleError: ``right.missing``, ``day.nothing``: no till has a shift of that day.
        """
        rights.require(actor.rights, rights.DAY_CLOSE)
        with self._store.write() as work:
            seen = OthersDay(book.shifts, book.missing) if book.asked else None
            now = _book(work, book.day, others=seen)
            if not now.shifts:
                raise RuleError("day.nothing")
            body = DayClosed(
                business_day=now.day,
                currency=now.currency,
                shifts=tuple(DayShift(**asdict(row)) for row in now.shifts),
                missing=tuple(
                    MissingTill(terminal_id=each.terminal_id, till=each.till, why=each.why)
                    for each in now.missing
                ),
                complete=now.complete,
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.DAY_CLOSED, actor=actor.staff_id, body=body
            )
        self._events.publish(FactWritten(entry.seq))
        return replace(now, closed_ms=entry.wall_ms)


def _book(work: UnitOfWork, day: str, *, others: OthersDay | None) -> DayBook:
    """Return a day: this till by its own books, the others by head office's word."""
    terminal = terminal_of(work)
    shifts = work.shifts.of_day(day)
    own = [_row(z, terminal) for shift in shifts if (z := work.shifts.z_of(shift.shift_id)) is not None]
    held = {row.shift_id for row in own}
    told = () if others is None else others.shifts
    # Of an earlier life of this till only head office may know.
    rows = [*own, *(row for row in told if row.shift_id not in held)]
    missing = (
        [] if others is None else [each for each in others.missing if each.terminal_id != terminal.terminal]
    )
    if any(shift.closed_ms is None for shift in shifts):
        missing.append(UnknownTill(terminal.terminal, terminal.label, "open"))
    return DayBook(
        day=day,
        currency=terminal.store.currency,
        shifts=tuple(sorted(rows, key=lambda row: (row.till, row.z_number))),
        missing=tuple(sorted(missing, key=lambda each: each.till)),
        asked=others is not None,
        closed_ms=_closed_ms(work, day),
    )


def _closed_ms(work: UnitOfWork, day: str) -> int:
    stated = work.journal.of_types((shift_facts.DAY_CLOSED,))
    return max((entry.wall_ms for entry in stated if entry.body["business_day"] == day), default=0)


def _row(z: ShiftClosed, terminal: Terminal) -> DayRow:
    return DayRow(**day_shift(z, terminal_id=terminal.terminal, till=terminal.label).model_dump())
