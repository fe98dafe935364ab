"""What is known of a product's stock here and elsewhere, what is on its way, and what is short."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from pos_app.services.errors import RuleError
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.stock_model import (
    ChainStore,
    Elsewhere,
    ExpiringBatch,
    ShortProduct,
    StockCard,
    StockDraft,
    Transfer,
)
from pos_app.services.stock_ports import StockApi
from pos_app.services.store_time import business_day, days_before, local_time
from pos_app.services.transfer_notes import TransferCode
from retail_core.batches import days_left
from retail_core.business_day import day_begins_ms

SHORT_DAYS: Final = 7
"""So far back sales say whether goods are short."""
_DAY_MS: Final = 24 * 3_600_000
MOST_SHORT: Final = 100


class LookUpStock:
    """Reads, in about a millisecond where nothing else is said."""

    def __init__(self, *, store: Store, clock: Clock, api: StockApi) -> None:
        self._store = store
        self._clock = clock
        self._api = api

    def card(self, product_id: str) -> StockCard:
        """Return what this till knows of a product."""
        with self._store.read() as work:
            here = terminal_of(work).store.store_id
            arriving = [each for each in work.goods.transfers() if each.to_store == here]
            return StockCard(
                product_id=product_id,
                level=work.stock.levels([product_id]).get(product_id),
                arriving_milli=sum(each.of_product(product_id) for each in arriving),
                elsewhere=work.goods.elsewhere(product_id),
                batches=work.goods.batches([product_id]).get(product_id),
            )

    def ask_elsewhere(self, product_id: str) -> Elsewhere:
        """Ask head office for other stores, and keep its answer. Interactive network lane.

        Raises:
            SyncError: Head office cannot be asked now, or refused.
        """
        stores, web_milli = self._api.elsewhere(product_id)
        found = Elsewhere(self._clock.now_ms(), tuple(stores), web_milli)
        with self._store.write() as work:
            work.goods.put_elsewhere(product_id, found)
        return found

    def short(self) -> Sequence[ShortProduct]:
        """Return what is short: less is free than the store sold in seven days, worst first.

        The days that have ended are those of all tills, as head office added them up; what this till sold
        since comes on top. Where nothing was told it is what this till sold in seven days.

        Not on the storage lane: it looks through what the till has sold.
        """
        now_ms = self._clock.now_ms()
        with self._store.read() as work:
            profile = terminal_of(work).store
            last, sold = work.goods.sold_days(days_before(business_day(now_ms, profile), SHORT_DAYS))
            since_ms = now_ms - SHORT_DAYS * _DAY_MS
            if last:
                since_ms = day_begins_ms(
                    days_before(last, -1), profile.time_zone, day_cutoff_minutes=profile.day_cutoff_minutes
                )
            return work.goods.short(sold, since_ms=since_ms, limit=MOST_SHORT)

    def soon(self) -> Sequence[ExpiringBatch]:
        """Return batches whose date is over, or near by the store's own measure, the earliest first."""
        with self._store.read() as work:
            store = terminal_of(work).store
            today = local_time(self._clock.now_ms(), store.time_zone).date
            until = date.fromisoformat(today) + timedelta(days=store.soon_days)
            found = work.goods.dated(until=until.isoformat())
        return [ExpiringBatch(product_id, each, days_left(each.expires, today)) for product_id, each in found]

    def transfers(self) -> tuple[Sequence[Transfer], Sequence[Transfer]]:
        """Return what is on its way to this store, and from it, the oldest first."""
        with self._store.read() as work:
            here = terminal_of(work).store.store_id
            found = work.goods.transfers()
        return (
            [each for each in found if each.to_store == here],
            [each for each in found if each.to_store != here],
        )

    def scanned(self, code: TransferCode) -> Transfer:
        """Return the transfer whose delivery note was scanned, if it can be taken in here.

        Raises:
            RuleError: ``stock.transfer_for`` (which store): it goes to another one; ``stock.transfer_taken``;
                ``stock.transfer_unknown``: head office has not told of it.
        """
        with self._store.read() as work:
            if code.to_store != terminal_of(work).store.store_id:
                names = {each.store_id: each.name for each in work.goods.stores()}
                raise RuleError("stock.transfer_for", names.get(code.to_store, code.to_store))
            found = work.goods.transfer(code.transfer_id)
            if found is None:
                taken = work.goods.has_arrived(code.transfer_id)
                raise RuleError("stock.transfer_taken" if taken else "stock.transfer_unknown")
            return found

    def stores(self) -> Sequence[ChainStore]:
        """Return the other stores of the chain, by number."""
        with self._store.read() as work:
            here = terminal_of(work).store.store_id
            return [each for each in work.goods.stores() if each.store_id != here]

    def begun(self) -> Mapping[str, StockDraft]:
        """Return the documents that were begun, by kind."""
        with self._store.read() as work:
            return {each.kind: each for each in work.goods.drafts()}
