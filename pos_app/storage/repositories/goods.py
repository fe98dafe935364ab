"""Stock figures, documents of goods that were begun, transfers, and the chain's stores."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from pos_app.services.records import Names, StockLevel, SyncState
from pos_app.services.stock_model import (
    AreaPart,
    ChainStore,
    DraftKind,
    DraftLine,
    Elsewhere,
    ShortProduct,
    StockDraft,
    StoreStock,
    Transfer,
    TransferLine,
)
from pos_app.storage.repositories.rows import AnyRow, first, place_of
from pos_app.storage.stock_tables import (
    chain_place,
    goods_transfer,
    sold_day,
    stock_day,
    stock_draft,
    stock_elsewhere,
)
from pos_app.storage.tables import journal, stock, stock_movement
from retail_core.batches import Batch, BatchFigures, figures
from retail_core.journal import Entry
from retail_core.reporting.stock_cells import DaysStock

_OF_DOCUMENTS: Final = ("receipt", "waste", "count", "transfer_out", "transfer_in")
"""Causes of movements that give a product a figure where head office has none: it never moved before."""


class SqlStock:
    """Stock as the feed said, and this till's movements that the feed does not contain yet."""

    def __init__(self, connection: Connection, *, incarnation: int, state: SyncState) -> None:
        self._connection = connection
        self._incarnation = incarnation
        self._state = state

    @property
    def own(self) -> Any:
        """The movements that the feed does not contain yet."""
        return and_(
            stock_movement.c.incarnation == self._incarnation,
            stock_movement.c.seq > self._state.applied_through,
        )

    def levels(self, product_ids: Sequence[str]) -> Mapping[str, StockLevel]:
        if not product_ids:
            return {}
        since = and_(stock_movement.c.product_id == stock.c.product_id, self.own)
        query = (
            select(
                stock.c.product_id,
                stock.c.on_hand_milli + func.coalesce(func.sum(stock_movement.c.qty_milli), 0),
                stock.c.committed_milli + func.coalesce(func.sum(stock_movement.c.kept_milli), 0),
            )
            .select_from(stock.outerjoin(stock_movement, since))
            .where(stock.c.product_id.in_(product_ids))
            .group_by(stock.c.product_id)
        )
        found = {
            product_id: StockLevel(product_id, on_hand, kept, self._state.store_page_ms)
            for product_id, on_hand, kept in self._connection.execute(query)
        }
        return found | self._first_figures([each for each in product_ids if each not in found])

    def _first_figures(self, product_ids: Sequence[str]) -> dict[str, StockLevel]:
        """Return the figures of products that moved here for the first time, by a document."""
        if not product_ids:
            return {}
        of_products = stock_movement.c.product_id.in_(product_ids)
        by_document = select(stock_movement.c.product_id).where(
            of_products, self.own, stock_movement.c.cause.in_(_OF_DOCUMENTS)
        )
        query = (
            select(
                stock_movement.c.product_id,
                func.sum(stock_movement.c.qty_milli),
                func.sum(stock_movement.c.kept_milli),
            )
            .where(of_products, self.own, stock_movement.c.product_id.in_(by_document))
            .group_by(stock_movement.c.product_id)
        )
        return {
            product_id: StockLevel(product_id, on_hand, kept, self._state.store_page_ms)
            for product_id, on_hand, kept in self._connection.execute(query)
        }


class SqlGoods:
    """Implements :class:`pos_app.services.stock_ports.GoodsRepository`."""

    def __init__(self, connection: Connection, *, stock: SqlStock, epoch: int) -> None:
        self._connection = connection
        self._stock = stock
        self._epoch = epoch

    def move(
        self,
        lines: Mapping[str, int],
        *,
        entry: Entry,
        cause: str,
        ref: str,
        batches: Mapping[str, Sequence[Batch]] = MappingProxyType({}),
    ) -> None:
        rows = [
            {
                **place_of(entry),
                "product_id": product_id,
                "qty_milli": part.qty_milli,
                "kept_milli": 0,
                "cause": cause,
                "ref": ref,
                "batch": part.number,
                "expires": part.expires,
            }
            for product_id, qty_milli in lines.items()
            for part in _parts(qty_milli, batches.get(product_id, ()))
        ]
        if rows:
            self._connection.execute(insert(stock_movement), rows)

    def batches(self, product_ids: Sequence[str]) -> Mapping[str, BatchFigures]:
        told = select(stock.c.product_id, stock.c.batches).where(stock.c.product_id.in_(product_ids))
        named = {
            row.product_id: [_told(each) for each in row.batches] for row in self._connection.execute(told)
        }
        own = self._own_batches().where(stock_movement.c.product_id.in_(product_ids))
        for row in self._connection.execute(own):
            named.setdefault(row.product_id, []).append(Batch(row.batch, row.expires, int(row.qty_milli)))
        found = [product_id for product_id, parts in named.items() if parts]
        levels = self._stock.levels(found)
        return {
            product_id: figures(levels[product_id].on_hand_milli, _summed(named[product_id]))
            for product_id in found
            if product_id in levels
        }

    def dated(self, *, until: str) -> Sequence[tuple[str, Batch]]:
        told = select(stock.c.product_id).where(stock.c.batches != [])
        product_ids = {row.product_id for row in self._connection.execute(told)}
        product_ids |= {row.product_id for row in self._connection.execute(self._own_batches())}
        found = [
            (product_id, batch)
            for product_id, left in self.batches(sorted(product_ids)).items()
            for batch in left.batches
            if batch.qty_milli and batch.expires and batch.expires <= until
        ]
        return sorted(found, key=lambda each: (each[1].expires, each[0], each[1].number))

    def _own_batches(self) -> Select[tuple[str, str, str, int]]:
        """Return the query for what this till's movements named that the feed does not contain yet."""
        key = (stock_movement.c.product_id, stock_movement.c.batch, stock_movement.c.expires)
        named = or_(stock_movement.c.batch != "", stock_movement.c.expires != "")
        return (
            select(*key, func.sum(stock_movement.c.qty_milli).label("qty_milli"))
            .where(self._stock.own, named)
            .group_by(*key)
        )

    def draft(self, kind: DraftKind) -> StockDraft | None:
        row = first(self._connection, select(stock_draft.c.doc).where(stock_draft.c.kind == kind))
        return None if row is None else _draft(row.doc)

    def drafts(self) -> Sequence[StockDraft]:
        query = select(stock_draft.c.doc).order_by(stock_draft.c.begun_ms, stock_draft.c.kind)
        return [_draft(row.doc) for row in self._connection.execute(query)]

    def put_draft(self, draft: StockDraft) -> None:
        row = {"kind": draft.kind, "begun_ms": draft.begun_ms, "doc": asdict(draft)}
        self._connection.execute(
            upsert(stock_draft).values(row).on_conflict_do_update(index_elements=["kind"], set_=row)
        )

    def drop_draft(self, kind: DraftKind) -> None:
        self._connection.execute(delete(stock_draft).where(stock_draft.c.kind == kind))

    def transfers(self) -> Sequence[Transfer]:
        query = select(goods_transfer).where(goods_transfer.c.arrived.is_(False))
        ordered = query.order_by(goods_transfer.c.sent_ms, goods_transfer.c.transfer_id)
        return [_transfer(row) for row in self._connection.execute(ordered)]

    def transfer(self, transfer_id: str) -> Transfer | None:
        query = select(goods_transfer).where(
            goods_transfer.c.transfer_id == transfer_id, goods_transfer.c.arrived.is_(False)
        )
        row = first(self._connection, query)
        return None if row is None else _transfer(row)

    def has_arrived(self, transfer_id: str) -> bool:
        query = select(goods_transfer.c.arrived).where(goods_transfer.c.transfer_id == transfer_id)
        row = first(self._connection, query)
        return row is not None and bool(row.arrived)

    def put_sent(self, transfer: Transfer, *, seq: int) -> None:
        values = asdict(transfer) | {"arrived": False, "own_seq": seq, "epoch": self._epoch}
        self._connection.execute(insert(goods_transfer), values)

    def mark_arrived(self, transfer_id: str, *, seq: int) -> None:
        self._connection.execute(
            goods_transfer.update()
            .where(goods_transfer.c.transfer_id == transfer_id)
            .values(arrived=True, own_seq=seq)
        )

    def stores(self) -> Sequence[ChainStore]:
        rows = self._connection.execute(select(chain_place).order_by(chain_place.c.number))
        return [_store(row) for row in rows]

    def elsewhere(self, product_id: str) -> Elsewhere | None:
        query = select(stock_elsewhere).where(stock_elsewhere.c.product_id == product_id)
        row = first(self._connection, query)
        if row is None:
            return None
        stores = tuple(StoreStock(**each) for each in row.doc["stores"])
        return Elsewhere(row.asked_ms, stores, row.doc["web_milli"])

    def put_elsewhere(self, product_id: str, found: Elsewhere) -> None:
        doc = {"stores": [asdict(each) for each in found.stores], "web_milli": found.web_milli}
        row = {"product_id": product_id, "asked_ms": found.asked_ms, "doc": doc}
        self._connection.execute(
            upsert(stock_elsewhere).values(row).on_conflict_do_update(index_elements=["product_id"], set_=row)
        )

    def stock_days(self, first_day: str, last_day: str) -> DaysStock | None:
        found = self._connection.execute(
            select(
                func.min(stock_day.c.business_day),
                func.max(stock_day.c.business_day),
                func.count(),
                func.sum(stock_day.c.stock_minor),
                func.sum(stock_day.c.in_range),
                func.sum(stock_day.c.at_zero),
            ).where(stock_day.c.business_day.between(first_day, last_day))
        ).one()
        return DaysStock("", *found) if found[2] else None

    def sold_days(self, first_day: str) -> tuple[str, Mapping[str, int]]:
        query = select(sold_day.c.business_day, sold_day.c.sold).where(sold_day.c.business_day >= first_day)
        last, sums = "", Counter[str]()
        for row in self._connection.execute(query.order_by(sold_day.c.business_day)):
            last = row.business_day
            for product_id, milli in row.sold:
                sums[product_id] += milli
        return last, sums

    def short(self, sold: Mapping[str, int], *, since_ms: int, limit: int) -> Sequence[ShortProduct]:
        own = (
            select(
                stock_movement.c.product_id,
                func.sum(-stock_movement.c.qty_milli).label("sold"),
            )
            .join(
                journal,
                and_(
                    journal.c.incarnation == stock_movement.c.incarnation,
                    journal.c.seq == stock_movement.c.seq,
                ),
            )
            .where(stock_movement.c.cause == "sale", journal.c.wall_ms >= since_ms)
            .group_by(stock_movement.c.product_id)
        )
        amounts = Counter(dict(sold))
        for row in self._connection.execute(own):
            amounts[row.product_id] += int(row.sold)
        levels = self._stock.levels(sorted(amounts))
        found = [
            ShortProduct(product_id, levels[product_id].free_milli, sold_milli)
            for product_id, sold_milli in amounts.items()
            if product_id in levels and levels[product_id].free_milli < sold_milli
        ]
        return sorted(found, key=lambda each: (each.free_milli - each.sold_milli, each.product_id))[:limit]


def _draft(doc: Mapping[str, Any]) -> StockDraft:
    return StockDraft(**{**doc, "lines": tuple(_line(each) for each in doc["lines"])})


def _line(doc: Mapping[str, Any]) -> DraftLine:
    parts = tuple(AreaPart(**each) for each in doc["parts"])
    read = {
        "names": Names(**doc["names"]),
        "parts": parts,
        "batches": tuple(Batch(**each) for each in doc.get("batches", ())),
        "serials": tuple(doc.get("serials", ())),
    }
    return DraftLine(**{**doc, **read})


def _told(doc: Mapping[str, Any]) -> Batch:
    """Return a batch as a document of the feed has it."""
    return Batch(doc["batch"], doc["expires"], doc["qty_milli"])


def _summed(parts: Sequence[Batch]) -> list[Batch]:
    sums: dict[tuple[str, str], int] = {}
    for part in parts:
        sums[part.number, part.expires] = sums.get((part.number, part.expires), 0) + part.qty_milli
    return [Batch(number, expires, qty_milli) for (number, expires), qty_milli in sums.items()]


def _parts(qty_milli: int, named: Sequence[Batch]) -> list[Batch]:
    """Return what moves of each batch, and the rest that is of none; all with the sign of the whole."""
    sign = -1 if qty_milli < 0 else 1
    parts = [replace(each, qty_milli=sign * each.qty_milli) for each in named if each.qty_milli]
    rest = qty_milli - sum(part.qty_milli for part in parts)
    return [*parts, *([Batch("", "", rest)] if rest else [])]


def _transfer(row: AnyRow) -> Transfer:
    return Transfer(
        transfer_id=row.transfer_id,
        from_store=row.from_store,
        to_store=row.to_store,
        sent_ms=row.sent_ms,
        sent_by=row.sent_by,
        note=row.note,
        lines=tuple(_transfer_line(each) for each in row.lines),
    )


def _transfer_line(doc: Mapping[str, Any]) -> TransferLine:
    """Return what travels of a product, as the feed says it or as this till kept it."""
    batches = tuple(_told({"batch": each.get("number", ""), **each}) for each in doc.get("batches", ()))
    return TransferLine(doc["line_id"], doc["product_id"], doc["qty_milli"], batches)


def _store(row: AnyRow) -> ChainStore:
    has_place = row.latitude_e6 is not None and row.longitude_e6 is not None
    place = (int(row.latitude_e6), int(row.longitude_e6)) if has_place else None
    return ChainStore(row.store_id, row.number, row.name, row.address, place, row.region)
