"""What documents of goods need of the till's database and of head office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from pos_app.services.order_goods_model import Held, Place, Wish
from pos_app.services.stock_model import (
    ChainStore,
    DraftKind,
    Elsewhere,
    ShortProduct,
    StockDraft,
    StoreStock,
    Transfer,
)
from retail_core.batches import Batch, BatchFigures
from retail_core.journal import Entry
from retail_core.reporting.stock_cells import DaysStock


class GoodsRepository(Protocol):
    """Documents begun (state), movements that they made (facts), transfers and stores (state)."""

    def move(
        self,
        lines: Mapping[str, int],
        *,
        entry: Entry,
        cause: str,
        ref: str,
        batches: Mapping[str, Sequence[Batch]] = ...,
    ) -> None:
        """Write what came (or, below zero, left) of products, in thousandths; ``batches`` by product."""

    def batches(self, product_ids: Sequence[str]) -> Mapping[str, BatchFigures]:
        """Return what is left of each batch; products of which nobody ever named one are left out."""

    def dated(self, *, until: str) -> Sequence[tuple[str, Batch]]:
        """Return what is left of batches whose date is up to ``until``, by product, the earliest first."""

    def draft(self, kind: DraftKind) -> StockDraft | None:
        """Return the document of a kind that was begun."""

    def drafts(self) -> Sequence[StockDraft]:
        """Return all documents that were begun, the oldest first."""

    def put_draft(self, draft: StockDraft) -> None:
        """Keep a document as it is now."""

    def drop_draft(self, kind: DraftKind) -> None:
        """Keep it no longer."""

    def transfers(self) -> Sequence[Transfer]:
        """Return what is on its way from or to the store, the oldest first."""

    def transfer(self, transfer_id: str) -> Transfer | None:
        """Return a transfer that is on its way."""

    def has_arrived(self, transfer_id: str) -> bool:
        """Return whether a transfer was taken in, as far as this till knows."""

    def put_sent(self, transfer: Transfer, *, seq: int) -> None:
        """Keep a transfer that was sent here; ``seq`` is our entry."""

    def mark_arrived(self, transfer_id: str, *, seq: int) -> None:
        """Note that a transfer was taken in here; a page without ``seq`` does not bring it back."""

    def stores(self) -> Sequence[ChainStore]:
        """Return the stores of the chain, by number."""

    def elsewhere(self, product_id: str) -> Elsewhere | None:
        """Return what head office last said of a product in other stores."""

    def put_elsewhere(self, product_id: str, found: Elsewhere) -> None:
        """Keep what head office said."""

    def stock_days(self, first_day: str, last_day: str) -> DaysStock | None:
        """Return what head office wrote down of the stock at the ends of days, added up, if anything."""

    def sold_days(self, first_day: str) -> tuple[str, Mapping[str, int]]:
        """Return what all tills sold from a business day on, by product, and the last day that is known.

        In thousandths; the day is empty where head office has told of none.
        """

    def short(self, sold: Mapping[str, int], *, since_ms: int, limit: int) -> Sequence[ShortProduct]:
        """Return products of which less is free than was sold, worst first.

        Args:
            sold: What was sold before, by product, in thousandths.
            since_ms: What this till sold since then comes on top.
            limit: So many at most.
        """


class AisleApi(Protocol):
    """Ordering at the till what is not here; on the interactive network lane, 3 s at most.

    Raises:
        Unreachable: nobody answered.
        Rejected: the server refused, with its code.
    """

    def order_offers(self, product_id: str) -> Sequence[Place]:
        """Return where a product can be ordered: this store first, then the others, nearest first."""

    def order_hold(self, wish: Wish, *, request_id: str) -> Held:
        """Price a wish and keep its goods; the same request is the same order."""

    def order_release(self, order_id: str) -> None:
        """Let the goods of a held order go."""


class StockApi(Protocol):
    """What head office knows of other stores; on the interactive network lane, 3 s at most.

    Raises:
        Unreachable: nobody answered.
        Rejected: the server refused, with its code.
    """

    def elsewhere(self, product_id: str) -> tuple[Sequence[StoreStock], int]:
        """Return other stores that have a product, nearest first, and what the web may promise of it here."""


class ChainStockApi(StockApi, AisleApi, Protocol):
    """Both: what head office knows of the goods of the chain."""
