"""What a document of goods writes: its fact, and the till's own movements with it, in one transaction.

Source: docs/rules/stock.md, "Goods received, wasted, sent", "A count".
"""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from pos_app.services.identity import terminal_of
from pos_app.services.ports import Clock
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.stock_model import DraftKind, StockDraft, Transfer, TransferLine
from pos_app.services.write_fact import write_fact
from retail_core.batches import Batch
from retail_core.journal import Entry
from retail_core.stock import needs_reason
from retail_core.wire import stock_facts as facts
from retail_core.wire.base import Message


def _write(work: UnitOfWork, clock: Clock, *, actor: Actor, kind: str, body: Message) -> Entry:
    return write_fact(work, clock, kind=kind, actor=actor.staff_id, body=body)


def _receive(work: UnitOfWork, clock: Clock, *, actor: Actor, draft: StockDraft) -> Entry:
    lines = tuple(
        facts.ReceivedLine(
            line_id=line.line_id,
            product_id=line.product_id,
            received_milli=line.qty_milli,
            expected_milli=line.expected_milli,
            batches=_batch_parts(line.batches),
            serials=line.serials,
        )
        for line in draft.lines
    )
    body = facts.GoodsReceived(document_id=draft.document_id, number=draft.number, lines=lines)
    entry = _write(work, clock, actor=actor, kind=facts.STOCK_RECEIVED, body=body)
    work.goods.move(
        _quantities(draft), entry=entry, cause="receipt", ref=draft.document_id, batches=_batches(draft)
    )
    return entry


def _waste(work: UnitOfWork, clock: Clock, *, actor: Actor, draft: StockDraft) -> Entry:
    assert draft.reason, "checked before"
    lines = tuple(
        facts.WastedLine(
            line_id=line.line_id,
            product_id=line.product_id,
            qty_milli=line.qty_milli,
            batches=_batch_parts(line.batches),
        )
        for line in draft.lines
        if line.qty_milli
    )
    body = facts.GoodsWasted(document_id=draft.document_id, reason=draft.reason, lines=lines, note=draft.note)
    entry = _write(work, clock, actor=actor, kind=facts.STOCK_WASTED, body=body)
    work.goods.move(
        _quantities(draft, sign=-1),
        entry=entry,
        cause="waste",
        ref=draft.document_id,
        batches=_batches(draft),
    )
    return entry


def _count(work: UnitOfWork, clock: Clock, *, actor: Actor, draft: StockDraft) -> Entry:
    lines = tuple(
        facts.CountedLine(
            line_id=line.line_id,
            product_id=line.product_id,
            counted_milli=line.qty_milli,
            areas=tuple(
                facts.CountedArea(area=part.area, counted_milli=part.qty_milli) for part in line.parts
            ),
            at_ms=line.at_ms,
            level_milli=line.level_milli,
            reason=line.reason if needs_reason(line.qty_milli, line.level_milli) else "",
        )
        for line in draft.lines
    )
    body = facts.GoodsCounted(document_id=draft.document_id, lines=lines)
    entry = _write(work, clock, actor=actor, kind=facts.STOCK_COUNTED, body=body)
    moved = {line.product_id: line.difference_milli for line in draft.lines if line.difference_milli}
    work.goods.move(moved, entry=entry, cause="count", ref=draft.document_id)
    return entry


def _send(work: UnitOfWork, clock: Clock, *, actor: Actor, draft: StockDraft) -> Entry:
    lines = [line for line in draft.lines if line.qty_milli]
    body = facts.GoodsSent(
        transfer_id=draft.document_id,
        to_store=draft.other_store,
        lines=tuple(
            facts.SentLine(
                line_id=line.line_id,
                product_id=line.product_id,
                qty_milli=line.qty_milli,
                batches=_batch_parts(line.batches),
            )
            for line in lines
        ),
        note=draft.note,
    )
    entry = _write(work, clock, actor=actor, kind=facts.STOCK_SENT, body=body)
    work.goods.move(
        _quantities(draft, sign=-1),
        entry=entry,
        cause="transfer_out",
        ref=draft.document_id,
        batches=_batches(draft),
    )
    transfer = Transfer(
        transfer_id=draft.document_id,
        from_store=terminal_of(work).store.store_id,
        to_store=draft.other_store,
        sent_ms=entry.wall_ms,
        sent_by=actor.staff_id,
        note=draft.note,
        lines=tuple(
            TransferLine(line.line_id, line.product_id, line.qty_milli, line.batches) for line in lines
        ),
    )
    work.goods.put_sent(transfer, seq=entry.seq)
    return entry


def _arrive(work: UnitOfWork, clock: Clock, *, actor: Actor, draft: StockDraft) -> Entry:
    transfer = work.goods.transfer(draft.transfer_id)
    assert transfer is not None, "checked before"
    arrived = {line.product_id: line for line in draft.lines}
    lines = [
        facts.ArrivedLine(
            line_id=line.line_id,
            product_id=line.product_id,
            arrived_milli=arrived[line.product_id].qty_milli if line.product_id in arrived else 0,
            sent_milli=line.qty_milli,
            batches=_batch_parts(arrived[line.product_id].batches if line.product_id in arrived else ()),
        )
        for line in transfer.lines
    ]
    named = {line.product_id for line in transfer.lines}
    lines += [
        facts.ArrivedLine(
            line_id=line.line_id,
            product_id=line.product_id,
            arrived_milli=line.qty_milli,
            batches=_batch_parts(line.batches),
        )
        for line in draft.lines
        if line.product_id not in named and line.qty_milli
    ]
    body = facts.GoodsArrived(
        document_id=draft.document_id,
        transfer_id=transfer.transfer_id,
        from_store=transfer.from_store,
        lines=tuple(lines),
    )
    entry = _write(work, clock, actor=actor, kind=facts.STOCK_ARRIVED, body=body)
    work.goods.move(
        _quantities(draft),
        entry=entry,
        cause="transfer_in",
        ref=transfer.transfer_id,
        batches=_batches(draft),
    )
    work.goods.mark_arrived(transfer.transfer_id, seq=entry.seq)
    return entry


def _batch_parts(batches: Sequence[Batch]) -> tuple[facts.BatchPart, ...]:
    return tuple(
        facts.BatchPart(batch=each.number, expires=each.expires, qty_milli=each.qty_milli)
        for each in batches
        if each.qty_milli
    )


def _batches(draft: StockDraft) -> dict[str, Sequence[Batch]]:
    return {line.product_id: line.batches for line in draft.lines if line.batches}


def _quantities(draft: StockDraft, *, sign: int = 1) -> dict[str, int]:
    return {line.product_id: sign * line.qty_milli for line in draft.lines if line.qty_milli}


class _Writer(Protocol):
    def __call__(self, work: UnitOfWork, clock: Clock, *, actor: Actor, draft: StockDraft) -> Entry: ...


WRITERS: Final[Mapping[DraftKind, _Writer]] = {
    "receive": _receive,
    "waste": _waste,
    "count": _count,
    "send": _send,
    "arrive": _arrive,
}
"""Who writes each kind; what is refused was refused before."""
