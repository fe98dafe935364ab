"""What the dates of goods mean today: what is offered for them, and what is over.

Source: docs/rules/stock.md, "Batches with a date".
"""

from pos_app.services.piece_marks import offered_bp
from pos_app.services.ports import Clock, Store
from pos_app.services.records import StoreProfile
from pos_app.services.store_time import local_time


class WatchDates:
    """Reads in about a millisecond; asked only for goods that have a date."""

    def __init__(self, *, store: Store, clock: Clock, profile: StoreProfile) -> None:
        self._store = store
        self._clock = clock
        self._profile = profile

    def today(self) -> str:
        """Return the store's day as ISO."""
        return local_time(self._clock.now_ms(), self._profile.time_zone).date

    def offered_bp(self, expires: str) -> int:
        """Return which share a piece with a date is marked down by today; 0 for none."""
        return offered_bp(self._profile, expires, today=self.today())

    def is_all_over(self, product_id: str) -> bool:
        """Return whether by the figures everything that is there of a product is over its date."""
        with self._store.read() as work:
            found = work.goods.batches([product_id]).get(product_id)
        if found is None or found.unknown_milli > 0:
            return False
        there = sum(each.qty_milli for each in found.batches)
        return 0 < there == found.expired_milli(self.today())
