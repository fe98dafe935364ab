"""Looks whether the catalog here is the server's, thing by thing, and repairs what is not.

Pages and files arrive whole; this finds what a defect, a damaged disk or a hand in the file changed since.

Source: DESIGN.md §4, "After delivery, table digests vouch for it".
"""

from dataclasses import dataclass

from pos_app.services.events import CatalogChanged, EventBus
from pos_app.services.ports import CatalogFile, CatalogFiles, Lane, Timers
from pos_app.sync.feed_digests import compare, unless_it_can_wait
from pos_app.sync.http import CentralHttp
from retail_core.wire.digests import BucketRows

FIRST_MS = 120_000
"""The first look comes when the till has long been ready to scan."""

EVERY_MS = 6 * 3_600_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a look found: the file, and the buckets that are not the server's, as they should be."""

    file: CatalogFile
    wrong: tuple[BucketRows, ...]


class CatalogCheck:
    """Looks two minutes after the start and every six hours; selling goes on meanwhile."""

    def __init__(
        self, http: CentralHttp, files: CatalogFiles, *, lanes: tuple[Lane, Lane], events: EventBus
    ) -> None:
        """Keep what is asked and what is looked at.

        Args:
            http: A connection of its own.
            files: Where the catalog lies.
            lanes: The feed's, on which it is looked, and storage's, on which it is repaired.
            events: Hears of a repair, so that screens show what is right now.
        """
        self._http = http
        self._files = files
        self._feed, self._storage = lanes
        self._events = events

    def start(self, timers: Timers) -> None:
        """Look from now on."""
        timers.after(FIRST_MS, self.run)
        timers.every(EVERY_MS, self.run)

    def run(self) -> None:
        """Look once; what cannot be looked at now is looked at the next time."""
        self._feed.run(self.look, self._looked, unless_it_can_wait)

    def look(self) -> Found | None:
        """Return what differs; ``None`` when there is nothing to compare at the same place of the feed.

        Raises:
            SyncError: Nobody answered, or the server is writing.
            StorageError: The file cannot be read.
        """
        file = self._files.current()
        if file is None:
            return None
        cursor, ours = file.digest()
        compared = compare(self._http, "catalog", cursor=cursor, ours=ours)
        return None if compared is None else Found(file, compared.wrong)

    def _looked(self, found: Found | None) -> None:
        if found is None or not found.wrong:
            return

        def repair() -> int:
            return sum(found.file.repair(rows) for rows in found.wrong)

        def repaired(count: int) -> None:
            if count:
                self._events.publish(CatalogChanged(found.file.version))

        self._storage.run(repair, repaired, unless_it_can_wait)
