"""Looks whether what is here of the store is what the server has, thing by thing, and repairs what is not.

Stock, orders, members, people and revocations come by a feed that cannot skip a change; this finds what a
defect or a hand in the file changed since, and tells Store health how much of each kind is here.

Source: DESIGN.md §4, digests and repair.
"""

from dataclasses import dataclass

from pos_app.services.events import EventBus, StoreDataChanged
from pos_app.services.ports import AppliedPage, Clock, FeedRows, Lane, Timers
from pos_app.services.safety import Safety
from pos_app.sync.feed_digests import compare, unless_it_can_wait
from pos_app.sync.http import CentralHttp
from retail_core.wire.digests import BucketRows

FIRST_MS = 60_000
AGAIN_MS = 60_000
"""A store that is busy has moved on between question and answer; it is asked again after this time."""

EVERY_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Looked:
    """What of each kind is here, of how much, and the buckets that are not the server's."""

    shares: dict[str, tuple[int, int]]
    wrong: tuple[BucketRows, ...]


class StoreCheck:
    """Looks a minute after the start and every hour; selling goes on meanwhile."""

    def __init__(
        self,
        http: CentralHttp,
        rows: FeedRows,
        *,
        lanes: tuple[Lane, Lane],
        events: EventBus,
        safety: Safety,
        clock: Clock,
    ) -> None:
        """Keep what is asked and what is looked at.

        Args:
            http: A connection of its own.
            rows: What is here of the feed ``store``.
            lanes: The feed's, on which it is looked, and storage's, on which it is repaired.
            events: Hears of a repair, so that screens show what is right now.
            safety: Is told how much of each kind is here.
            clock: Says when a row is written anew.
        """
        self._http = http
        self._rows = rows
        self._feed, self._storage = lanes
        self._events = events
        self._safety = safety
        self._clock = clock
        self._timers: Timers | None = None
        self._comes_again = False
        """Whether another try is set already; a person who asks often sets no more of them."""

    def start(self, timers: Timers) -> None:
        """Look from now on."""
        self._timers = timers
        timers.after(FIRST_MS, self.run)
        timers.every(EVERY_MS, self.run)

    def run(self) -> None:
        """Look once; a store that has moved on meanwhile is looked at again a minute later."""
        self._feed.run(self.look, self._looked, unless_it_can_wait)

    def look(self) -> Looked | None:
        """Return what is here and what differs; ``None`` when both are not at the same place of the feed.

        Raises:
            SyncError: Nobody answered, or the server is writing.
            StorageError: The file cannot be read.
        """
        cursor, have, ours = self._rows.digest()
        compared = compare(self._http, "store", cursor=cursor, ours=ours)
        if compared is None:
            return None
        shares = {
            kind: (have.get(kind, 0), compared.kinds.get(kind, 0))
            for kind in have.keys() | compared.kinds.keys()
        }
        return Looked(shares, compared.wrong)

    def _looked(self, looked: Looked | None) -> None:
        if looked is None:
            if self._timers is not None and not self._comes_again:
                self._comes_again = True
                self._timers.after(AGAIN_MS, self._try_again)
            return
        self._tell(looked.shares)
        if looked.wrong:
            self._storage.run(lambda: self._repair(looked.wrong), self._repaired, unless_it_can_wait)

    def _try_again(self) -> None:
        self._comes_again = False
        self.run()

    def _repair(self, wrong: tuple[BucketRows, ...]) -> list[AppliedPage]:
        return [self._rows.repair(rows, now_ms=self._clock.now_ms()) for rows in wrong]

    def _repaired(self, pages: list[AppliedPage]) -> None:
        kinds = frozenset(kind for page in pages for kind in page.kinds)
        if kinds:
            self._events.publish(StoreDataChanged(kinds))
            # How much is here now is looked at once more; what cannot be repaired waits for the next hour.
            self._feed.run(self.look, self._tell_again, unless_it_can_wait)

    def _tell_again(self, looked: Looked | None) -> None:
        if looked is not None:
            self._tell(looked.shares)

    def _tell(self, shares: dict[str, tuple[int, int]]) -> None:
        for kind, (have, of) in shares.items():
            self._safety.progress(f"feed.{kind}", have=have, of=of)
