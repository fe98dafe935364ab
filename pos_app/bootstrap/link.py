"""The till's link to its central API: one connection a lane, all signed with the device key."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from pos_app.bootstrap.lanes import TillLanes
from pos_app.services.events import EventBus
from pos_app.services.ports import Clock, Timers
from pos_app.services.records import Terminal
from pos_app.services.safety import Safety
from pos_app.storage.till_data import TillData
from pos_app.sync.campaigns import HttpCampaigns
from pos_app.sync.catalog_check import CatalogCheck
from pos_app.sync.catalog_loader import CatalogLoader
from pos_app.sync.central import HttpCentralApi, HttpWorkList
from pos_app.sync.chain_reports import HttpChainReports
from pos_app.sync.days import HttpDays
from pos_app.sync.driver import Lanes, SyncDriver, SyncParts
from pos_app.sync.http import CentralHttp
from pos_app.sync.puller import FeedPuller, Waker
from pos_app.sync.sender import JournalSender
from pos_app.sync.signing import RequestSigner
from pos_app.sync.stock import HttpStock
from pos_app.sync.store_check import StoreCheck


@dataclass(frozen=True, slots=True)
class Link:
    """Makes connections to one server for one till."""

    data: TillData
    terminal: Terminal
    url: str
    clock: Clock
    allowed: Callable[[], bool] = lambda: True
    """Whether head office may be asked now; the drill says no."""

    def connection(self) -> CentralHttp:
        """Return a new connection; each lane has its own."""
        signer = RequestSigner(
            key_id=self.terminal.key_id, seed=self.data.sync_notes.device_seed(), clock=self.clock
        )
        return CentralHttp(self.url or self.terminal.url, signer, allowed=self.allowed)

    def counter_api(self) -> HttpCentralApi:
        """Return what answers the counter's questions."""
        return HttpCentralApi(self.connection())

    def work_list_api(self) -> HttpWorkList:
        """Return what answers the manager's questions."""
        return HttpWorkList(self.connection())

    def campaign_api(self) -> HttpCampaigns:
        """Return what asks for the accounts of coupon campaigns."""
        return HttpCampaigns(self.connection())

    def day_api(self) -> HttpDays:
        """Return what asks for the day over the tills of the store."""
        return HttpDays(self.connection())

    def chain_api(self) -> HttpChainReports:
        """Return what asks for the reports of other stores."""
        return HttpChainReports(self.connection())

    def stock_api(self) -> HttpStock:
        """Return what asks what other stores have."""
        return HttpStock(self.connection())

    def catalog_check(self, lanes: TillLanes, *, events: EventBus) -> CatalogCheck:
        """Return what looks whether the catalog here is the server's."""
        return CatalogCheck(
            self.connection(), self.data.catalog_files, lanes=(lanes.feed, lanes.storage), events=events
        )

    def store_check(self, lanes: TillLanes, *, events: EventBus, safety: Safety) -> StoreCheck:
        """Return what looks whether stock, orders, members and people here are the server's."""
        return StoreCheck(
            self.connection(),
            self.data.feed_sink,
            lanes=(lanes.feed, lanes.storage),
            events=events,
            safety=safety,
            clock=self.clock,
        )

    def driver(self, lanes: TillLanes, *, events: EventBus, timers: Timers) -> SyncDriver:
        """Return what keeps the till in step."""
        root = self.terminal.root_public_key
        feed = self.connection()
        parts = SyncParts(
            sender=JournalSender(
                self.connection(),
                self.data.outbox,
                device_seed=self.data.sync_notes.device_seed(),
                root_public_key=root,
            ),
            puller=FeedPuller(feed),
            waker=Waker(self.connection()),
            loader=CatalogLoader(feed, self.data.catalog_files, root_public_key=root),
            outbox=self.data.outbox,
            sink=self.data.feed_sink,
            files=self.data.catalog_files,
            notes=self.data.sync_notes,
        )
        return SyncDriver(
            parts,
            Lanes(storage=lanes.storage, upload=lanes.upload, feed=lanes.feed, wake=lanes.wake),
            bus=events,
            timers=timers,
            clock=self.clock,
            random=_random,
        )


def _random() -> float:
    return secrets.randbelow(1_000_000) / 1_000_000
