"""The store is busy: from now on orders are promised later, as soon as head office hears of it."""

from dataclasses import dataclass
from typing import Final

from pos_app.services import rights
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.write_fact import write_fact
from retail_core.promises import MOST_BUSY_MINUTES
from retail_core.wire.store_facts import STORE_BUSY, StoreBusy

MOST_FOR_MINUTES = 24 * 60
_MINUTE_MS = 60_000
_SETTING: Final = "orders_busy"


@dataclass(frozen=True, slots=True)
class Busy:
    """Orders take ``minutes`` longer, until a time (UTC milliseconds)."""

    minutes: int
    until_ms: int


class SetBusy:
    """Says how much longer orders take, and until when. Storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def __call__(self, actor: Actor, *, minutes: int, for_minutes: int) -> int:
        """Write it down; return until when it holds (UTC milliseconds).

        Args:
            actor: Who says so.
            minutes: How much longer, 0 to 240; 0 ends it.
            for_minutes: For how long that is so, 1 to 1,440.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.ORDER_BUSY)
        assert 0 <= minutes <= MOST_BUSY_MINUTES, "as the fact allows"
        assert 1 <= for_minutes <= MOST_FOR_MINUTES, "a day at most"
        until_ms = self._clock.now_ms() + for_minutes * _MINUTE_MS
        body = StoreBusy(minutes=minutes, until_ms=until_ms)
        with self._store.write() as work:
            entry = write_fact(work, self._clock, kind=STORE_BUSY, actor=actor.staff_id, body=body)
            work.settings.put(_SETTING, f"{minutes} {until_ms} {entry.wall_ms}")
        self._events.publish(FactWritten(entry.seq))
        return until_ms

    def now(self) -> Busy | None:
        """Return how busy the store is: what was said last, here or, as head office told, elsewhere."""
        with self._store.read() as work:
            minutes, until_ms, said_ms = (
                int(each) for each in work.settings.get(_SETTING, "0 0 0").split(" ")
            )
            card = terminal_of(work).store
        if card.busy_said_ms > said_ms:
            minutes, until_ms = card.busy_minutes, card.busy_until_ms
        return Busy(minutes, until_ms) if minutes and until_ms > self._clock.now_ms() else None
