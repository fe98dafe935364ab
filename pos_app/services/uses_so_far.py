"""How often campaigns with limits were used so far: what prices ask, kept in memory between two facts.

Offline this is exact for one till. What another till did meanwhile is not known here; the server notes what
both did above a limit.

Source: docs/rules/promotions.md, "What is counted".
"""

from dataclasses import dataclass

from pos_app.services.events import Event, EventBus, FactWritten, MemberLearned, StoreDataChanged
from pos_app.services.ports import Store
from pos_app.services.records import CountedUses

NOTHING_COUNTED = CountedUses({}, {}, {})
"""What is known where nobody counts."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The last answer, and to what question."""

    alias: str | None
    day: str
    counted: CountedUses


class UsesSoFar:
    """Answers what limits look at; a question is asked of the database once, until something happens."""

    def __init__(self, *, store: Store, events: EventBus) -> None:
        """Listen to what makes an answer old."""
        self._store = store
        # Replaced as a whole, and only by who asked before nothing happened: other lanes ask too.
        self._kept: _Kept | None = None
        self._turn = 0
        events.subscribe(StoreDataChanged, self._on_news)
        events.subscribe(FactWritten, self._on_news)
        events.subscribe(MemberLearned, self._on_news)

    def __call__(self, alias: str | None, day: str) -> CountedUses:
        """Return the uses of the store and of the member with ``alias``; ``day`` is a business day."""
        kept = self._kept
        if kept is not None and (kept.alias, kept.day) == (alias, day):
            return kept.counted
        turn = self._turn
        counted = self.ask(alias, day)
        if turn == self._turn:
            self._kept = _Kept(alias, day, counted)
        return counted

    def ask(self, alias: str | None, day: str) -> CountedUses:
        """Return the same, whatever was kept."""
        with self._store.read() as work:
            return work.uses.counted(alias, day)

    def _on_news(self, _event: Event) -> None:
        self._turn += 1
        self._kept = None
