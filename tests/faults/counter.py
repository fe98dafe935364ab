"""A till that sells while its network fails: the shipped storage, journal and sync, without a window."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import cast

from pos_app.bootstrap.lanes import TillLanes
from pos_app.bootstrap.link import Link
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.enrol_till import EnrolTill
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.write_fact import write_fact
from pos_app.storage.till_data import TillData, open_till_data
from pos_app.sync.central import HttpEnrolment
from pos_app.sync.driver import Sender, SyncDriver
from retail_core.wire.base import Message
from retail_core.wire.facts import SALE_COMPLETED, STAFF_SIGNED_IN, StaffSignedIn
from tests.fakes import FakeKeyStore
from tests.faults.loops import Loop, ThreadLane
from tests.integration.central_api.till import line, sale

PRODUCTS = tuple(f"p-{number:02d}" for number in range(20))
"""What all tills sell, so that they meet on the same rows."""

UNIT_MINOR = 650
ACTOR = "st-lin"
MOST_AT_ONCE = 12
"""Facts of one transaction at most; between two transactions what was sent may be acknowledged."""


@dataclass(slots=True)
class _Lanes:
    """The lanes that the sync driver uses, as ``TillLanes`` names them."""

    storage: ThreadLane
    upload: ThreadLane
    feed: ThreadLane
    wake: ThreadLane

    def close(self) -> None:
        for lane in (self.wake, self.feed, self.upload, self.storage):
            lane.close()


class FaultedTill:
    """One till: it is enrolled, then sells ``wanted`` facts, then waits until all are acknowledged.

    Attributes:
        hashes: Of every fact that was durable here, in order: what "paid" was said for.
        sold_milli: What was sold of each product, counted beside the program.
        sale_ids: The sales, each once.
    """

    def __init__(self, folder: Path, *, url: str, code: str, seed: int) -> None:
        """Open a new till's folder and join the store."""
        self._clock, ids = SystemClock(), SystemIds()
        self.data: TillData = open_till_data(folder, key_store=FakeKeyStore(), ids=ids)
        self._ids = ids
        self._random = Random(seed)  # noqa: S311 - chance, not a secret
        self.terminal = EnrolTill(store=self.data.store, api=HttpEnrolment(), clock=self._clock, ids=ids)(
            url=url, code=code, device_name="counter", app_version="0.1.0"
        )
        self.hashes: list[str] = [entry.hash for entry in self.data.outbox.after(0, 10)]
        self.sold_milli: Counter[str] = Counter()
        self.sale_ids: list[str] = []
        self._bus = EventBus()
        self._wanted = 0
        self.is_done = threading.Event()

    def start(self, wanted: int, *, times_faster: float, sender: Callable[[Sender], Sender] | None) -> None:
        """Begin to sell and to send.

        Args:
            wanted: How many facts there are to be in the end.
            times_faster: By how much waits between tries are shorter.
            sender: Puts another sender in place of the shipped one; for canaries only.
        """
        self._wanted = wanted
        self.loop = Loop(times_faster=times_faster)
        self._lanes = _Lanes(*(ThreadLane(self.loop) for _ in range(4)))
        link = Link(self.data, self.terminal, "", self._clock)
        self._driver: SyncDriver = link.driver(
            cast("TillLanes", self._lanes), events=self._bus, timers=self.loop
        )
        if sender is not None:
            parts = self._driver._parts
            self._driver._parts = replace(parts, sender=sender(parts.sender))
        self.loop.post(self._driver.start)
        self.loop.post(self._go_on)

    def stop(self) -> None:
        """End sending and close the folder."""
        self.loop.post(self._driver.stop)
        self._lanes.close()
        self.loop.close()
        self.data.close()

    def catch_up(self) -> None:
        """Ask for everything at once, as "try now" does."""
        self.loop.post(self._driver.try_now)

    @property
    def is_sent(self) -> bool:
        """Whether everything that was sold is acknowledged."""
        sold_all = len(self.hashes) >= self._wanted
        return sold_all and self.data.outbox.acked_through() == len(self.hashes)

    def stock(self) -> dict[str, int]:
        """Return what this till believes is on hand."""
        with self.data.store.read() as work:
            return {key: level.on_hand_milli for key, level in work.stock.levels(PRODUCTS).items()}

    def _go_on(self) -> None:
        left = self._wanted - len(self.hashes)
        if left <= 0:
            self.is_done.set()
            return
        count = min(left, self._random.randint(1, MOST_AT_ONCE))
        self._lanes.storage.run(lambda: self._sell(count), self._sold, self.loop.errors.append)

    def _sold(self, seq: int) -> None:
        self._bus.publish(FactWritten(seq))
        self._go_on()

    def _sell(self, count: int) -> int:
        """Make facts durable, as the counter does before it says "paid"."""
        written = []
        with self.data.store.write() as work:
            for number in range(count):
                kind, body = self._fact(len(self.hashes) + number)
                written.append(write_fact(work, self._clock, kind=kind, actor=ACTOR, body=body))
        self.hashes += [entry.hash for entry in written]
        return written[-1].seq

    def _fact(self, number: int) -> tuple[str, Message]:
        if self._random.random() < 0.1:
            return STAFF_SIGNED_IN, StaffSignedIn(staff_id=ACTOR, role="cashier", means="pin")
        sale_id = self._ids.new_id()
        products = self._random.sample(PRODUCTS, self._random.randint(1, 3))
        lines = []
        for position, product_id in enumerate(products, start=1):
            qty_milli = 1_000 * self._random.randint(1, 4)
            lines.append(
                line(str(position), product_id=product_id, qty_milli=qty_milli, unit_minor=UNIT_MINOR)
            )
            self.sold_milli[product_id] += qty_milli
        self.sale_ids.append(sale_id)
        return SALE_COMPLETED, sale(sale_id, *lines, receipt_number=f"{self.terminal.label}-{number:06d}")
