"""Keeps the till and the central API in step: what runs when, on which lane, and what comes after.

All callbacks run on the UI thread; network work runs on lanes of its own, writes on the storage lane. So
there is one writer, and nothing here waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pos_app.services.errors import AuthExpired, PosError, Rejected, Unreachable
from pos_app.services.events import (
    CatalogChanged,
    EventBus,
    FactWritten,
    OrderArrived,
    StoreDataChanged,
    SyncStateChanged,
)
from pos_app.services.ports import (
    AppliedPage,
    CatalogFile,
    CatalogFiles,
    Clock,
    FeedSink,
    JournalOutbox,
    Lane,
    SyncNotes,
    Timers,
)
from pos_app.sync.backoff import Backoff
from pos_app.sync.puller import Feed
from pos_app.sync.sender import Sent
from retail_core.wire.feed import FeedPage, Wake

RETRY_AFTER_REFUSAL_MS = 60_000
"""After the server refused, a person has to act; asking once a minute notices that they did."""

WAKE_BESIDE_TROUBLE_MS = 2_000
"""While one feed cannot be read the other one's news are asked for at this distance."""

WRONG_CLOCK_MS = 10_000
"""A clock this far from the server's is put right at once; a held answer is never so old."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """One lane per kind of work."""

    storage: Lane
    upload: Lane
    feed: Lane
    wake: Lane


class Sender(Protocol):
    """Sends facts; on the upload lane."""

    def send_batch(self) -> Sent | None:
        """Send the next batch, if there is one."""


class Puller(Protocol):
    """Fetches pages; on the feed lane."""

    def page(self, feed: Feed, cursor: str) -> FeedPage:
        """Return what is behind ``cursor``."""


class NewsWaiter(Protocol):
    """Holds a request; on the wake-up lane."""

    def wait(self, *, catalog: str, store: str) -> Wake:
        """Return when there is news."""

    def close(self) -> None:
        """End the request that is held."""


class Loader(Protocol):
    """Fetches whole catalogs; on the feed lane."""

    def fetch(self) -> CatalogFile:
        """Return a new file, staged."""


@dataclass(frozen=True, slots=True)
class SyncParts:
    """What the driver drives."""

    sender: Sender
    puller: Puller
    waker: NewsWaiter
    loader: Loader
    outbox: JournalOutbox
    sink: FeedSink
    files: CatalogFiles
    notes: SyncNotes


class _Task:
    """One kind of work: never twice at a time, again when asked meanwhile, later after a failure."""

    def __init__(
        self,
        start: Callable[[], None],
        timers: Timers,
        *,
        backoff: Backoff,
        on_idle: Callable[[], None] = lambda: None,
    ) -> None:
        self._start = start
        self._timers = timers
        self._backoff = backoff
        self._on_idle = on_idle
        self._busy = False
        self._again = False
        self._stopped = False
        self._is_told = False
        self._cancel_retry: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether the work runs now."""
        return self._busy

    @property
    def is_troubled(self) -> bool:
        """Whether the last try failed."""
        return self._cancel_retry is not None

    def kick(self, *, by_hand: bool = False) -> None:
        """Start now, or once more when what runs has ended.

        A server that asked to be left alone for a while is, unless a person wants to know now.
        """
        if self._stopped or (self._is_told and not by_hand):
            return
        if self._busy:
            self._again = True
            return
        self._drop_retry()
        self._is_told = False
        self._busy = True
        self._again = False
        self._start()

    def done(self) -> None:
        """The work went well; start again if somebody asked meanwhile."""
        self._busy = False
        self._backoff.succeeded()
        if self._again:
            self.kick()
        else:
            self._on_idle()

    def failed(self, error: BaseException) -> None:
        """The work failed; try again after the wait that fits the error."""
        self._busy = False
        self._again = False
        if self._stopped:
            return
        wait_ms = self._backoff.failed()
        if isinstance(error, Rejected | AuthExpired):
            wait_ms = RETRY_AFTER_REFUSAL_MS
        if isinstance(error, Unreachable) and error.told_ms:
            # The chance of our own wait stays in it: all tills of a chain were told the same.
            self._is_told = True
            wait_ms += error.told_ms
        self._drop_retry()
        self._cancel_retry = self._timers.after(wait_ms, lambda: self.kick(by_hand=True))
        self._on_idle()

    def stop(self) -> None:
        """Start nothing any more."""
        self._stopped = True
        self._drop_retry()

    def _drop_retry(self) -> None:
        if self._cancel_retry is not None:
            self._cancel_retry()
            self._cancel_retry = None


class SyncDriver:
    """Starts with the window and ends with it."""

    def __init__(
        self,
        parts: SyncParts,
        lanes: Lanes,
        *,
        bus: EventBus,
        timers: Timers,
        clock: Clock,
        random: Callable[[], float],
    ) -> None:
        """Keep the parts; nothing runs before :meth:`start`."""
        self._parts = parts
        self._lanes = lanes
        self._bus = bus
        self._clock = clock
        self._stopped = False
        self._online: bool | None = None
        self._trouble: dict[_Task, str] = {}
        self._told: tuple[bool, str] | None = None
        self._upload = _Task(self._send, timers, backoff=Backoff(random))
        self._timers = timers
        self._catalog = _Task(self._pull_catalog, timers, backoff=Backoff(random), on_idle=self._await_news)
        self._store = _Task(self._pull_store, timers, backoff=Backoff(random), on_idle=self._await_news)
        self._wake = _Task(self._wait, timers, backoff=Backoff(random))
        self._stop_listening = bus.subscribe(FactWritten, lambda _: self._upload.kick())

    def start(self) -> None:
        """Clear old files, then send, pull and wait for news from now on."""
        self._lanes.storage.run(self._parts.files.remove_old, lambda _: None, self._storage_failed)
        self.try_now()

    def try_now(self) -> None:
        """Do everything at once instead of waiting for a retry: a person asks."""
        self._try_all(by_hand=True)

    def _try_all(self, *, by_hand: bool) -> None:
        for task in (self._upload, self._store, self._catalog):
            task.kick(by_hand=by_hand)

    def stop(self) -> None:
        """Start nothing any more; a held request ends."""
        self._stopped = True
        self._stop_listening()
        for task in (self._upload, self._catalog, self._store, self._wake):
            task.stop()
        self._parts.waker.close()

    # Up

    def _send(self) -> None:
        self._lanes.upload.run(self._parts.sender.send_batch, self._on_sent, self._failed(self._upload))

    def _on_sent(self, sent: Sent | None) -> None:
        if sent is None:
            self._upload.done()
            return
        self._lanes.storage.run(lambda: self._keep(sent), self._on_acknowledged, self._failed(self._upload))

    def _keep(self, sent: Sent) -> int:
        if sent.lower_to is not None:
            self._parts.outbox.lower(sent.lower_to)
        else:
            self._parts.outbox.acknowledge(sent.acked_through)
        return sent.acked_through

    def _on_acknowledged(self, acked_through: int) -> None:
        self._answered(self._upload, acked_through=acked_through)
        # Until a batch comes back empty there may be more.
        self._upload.kick()
        self._upload.done()

    # Down: the store's own data

    def _pull_store(self) -> None:
        cursor = self._parts.sink.cursor()
        self._lanes.feed.run(
            lambda: self._parts.puller.page("store", cursor),
            lambda page: self._on_store_page(page, is_first=not cursor),
            self._failed(self._store),
        )

    def _on_store_page(self, page: FeedPage, *, is_first: bool) -> None:
        now_ms = self._clock.now_ms()
        # What a till finds when it joins, or after a reset, is not news to the people who stand there.
        is_news = not (is_first or page.reset)
        self._lanes.storage.run(
            lambda: self._apply_store(page, now_ms),
            lambda applied: self._on_store_applied(page, applied, is_news=is_news),
            self._failed(self._store),
        )

    def _apply_store(self, page: FeedPage, now_ms: int) -> AppliedPage:
        applied = self._parts.sink.apply_store_page(page, now_ms=now_ms)
        self._parts.notes.note_contact(now_ms=now_ms, server_ms=page.server_ms)
        return applied

    def _on_store_applied(self, page: FeedPage, applied: AppliedPage, *, is_news: bool) -> None:
        self._answered(self._store)
        if applied.kinds:
            self._bus.publish(StoreDataChanged(applied.kinds))
        for order_id, number in applied.new_orders if is_news else ():
            self._bus.publish(OrderArrived(order_id, number))
        if page.reset:
            # What the server lost is to be sent again; a new fact, which would start that, may not come.
            self._upload.kick()
        if page.more:
            self._store.kick()
        else:
            self._note_current()
        self._store.done()

    # Down: products, prices and campaigns

    def _pull_catalog(self) -> None:
        current = self._parts.files.current()
        if current is None:
            self._load_catalog()
        else:
            self._fetch_catalog_page(current, staged=False)

    def _load_catalog(self) -> None:
        self._lanes.feed.run(
            self._parts.loader.fetch,
            lambda file: self._fetch_catalog_page(file, staged=True),
            self._failed(self._catalog),
        )

    def _fetch_catalog_page(self, file: CatalogFile, *, staged: bool) -> None:
        cursor = file.cursor()
        self._lanes.feed.run(
            lambda: self._parts.puller.page("catalog", cursor),
            lambda page: self._on_catalog_page(file, page, staged=staged),
            self._failed(self._catalog),
        )

    def _on_catalog_page(self, file: CatalogFile, page: FeedPage, *, staged: bool) -> None:
        if page.reset:
            # Another epoch: what is held may be wrong, so a whole new file comes instead of pages.
            self._load_catalog()
            return
        now_ms = self._clock.now_ms()

        def apply() -> None:
            file.apply_page(page)
            if page.more:
                return
            if staged:
                self._parts.files.activate(file.version)
            self._parts.notes.note_catalog_page(now_ms=now_ms)

        def applied(_: None) -> None:
            self._answered(self._catalog)
            if page.more:
                self._fetch_catalog_page(file, staged=staged)
                return
            if staged or page.changes:
                self._bus.publish(CatalogChanged(file.version))
            self._catalog.done()

        self._lanes.storage.run(apply, applied, self._failed(self._catalog))

    # News

    def _wait(self) -> None:
        current = self._parts.files.current()
        catalog = "" if current is None else current.cursor()
        store = self._parts.sink.cursor()
        self._lanes.wake.run(
            lambda: self._parts.waker.wait(catalog=catalog, store=store),
            self._on_wake,
            self._failed(self._wake),
        )

    def _on_wake(self, wake: Wake) -> None:
        self._answered(self._wake)
        self._wake.done()
        troubled = (wake.catalog and self._catalog.is_troubled) or (wake.store and self._store.is_troubled)
        if wake.catalog and not self._catalog.is_troubled:
            self._catalog.kick()
        # A page of the store's feed brings the time, too: a clock that jumped would stay wrong without news.
        is_wrong = abs(wake.server_ms - self._clock.now_ms()) > WRONG_CLOCK_MS
        if (wake.store or is_wrong) and not self._store.is_troubled:
            self._store.kick()
        if troubled:
            self._timers.after(WAKE_BESIDE_TROUBLE_MS, self._await_news)
        else:
            self._await_news()
        if not wake.store:
            self._note_current()

    def _note_current(self) -> None:
        now_ms = self._clock.now_ms()
        self._lanes.storage.run(
            lambda: self._parts.notes.note_store_current(now_ms=now_ms), lambda _: None, self._storage_failed
        )

    def _await_news(self) -> None:
        # Before the cursors have moved the same news would come again at once.
        if not (self._catalog.is_busy or self._store.is_busy or self._wake.is_busy):
            self._wake.kick()

    # What it means for the counter

    def _answered(self, task: _Task, *, acked_through: int | None = None) -> None:
        """The server answered: it is there, and ``task`` is out of trouble."""
        self._trouble.pop(task, None)
        came_back = self._online is False
        self._online = True
        self._tell(acked_through)
        if came_back:
            self._try_all(by_hand=False)

    def _failed(self, task: _Task) -> Callable[[BaseException], None]:
        def note(error: BaseException) -> None:
            task.failed(error)
            if self._stopped:
                # Closing lanes end what runs; there is nobody left to tell.
                return
            if not isinstance(error, PosError):
                raise error
            if isinstance(error, Unreachable):
                self._online = False
            # A refusal comes from a server that is there: it is no reason to try everything again.
            self._trouble[task] = error.code
            self._tell()

        return note

    def _storage_failed(self, error: BaseException) -> None:
        # A full or busy disk keeps a note out of the file; the next one comes with the next answer.
        if not self._stopped and not isinstance(error, PosError):
            raise error

    def _tell(self, acked_through: int | None = None) -> None:
        """Publish where the link stands, if that is news."""
        codes = list(self._trouble.values())
        code = codes[-1] if codes else "sync.online"
        online = self._online is True
        if (online, code) == self._told and acked_through is None:
            return
        self._told = (online, code)
        through = self._parts.outbox.acked_through() if acked_through is None else acked_through
        self._bus.publish(SyncStateChanged(online, code, through))
