"""Documents of goods from tills: received, wasted, counted, and what travels between stores.

Source: docs/rules/stock.md, "Goods received, wasted, sent", "A count".
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.stock import repository
from central_api.stock.batches import split
from central_api.stock.ledger import RECEIPT, count, move
from central_api.stock.schemas import Count, Movement, Transfer, TransferLine
from retail_core.wire.feed import TransferDoc, TransferLineDoc
from retail_core.wire.stock_facts import (
    BatchPart,
    GoodsArrived,
    GoodsCounted,
    GoodsReceived,
    GoodsSent,
    GoodsWasted,
)

WASTE: Final = "waste"
TRANSFER_OUT: Final = "transfer_out"
TRANSFER_IN: Final = "transfer_in"

_Line = tuple[str, str, int, Sequence[BatchPart]]
"""Line, product, what is added to the on hand in thousandths, and what of it is of known batches."""


def apply_received(unit: Unit, context: FactContext, *, fact: GoodsReceived) -> list[DoubtfulFact]:
    """Put goods that came onto the stock; say where the delivery note differs."""
    lines = [(line.line_id, line.product_id, line.received_milli, line.batches) for line in fact.lines]
    _move(unit, context, lines=lines, cause=RECEIPT, ref=fact.document_id)
    return [
        DoubtfulFact(
            "stock.receipt_differs",
            {
                "number": fact.number,
                "product_id": line.product_id,
                "expected_milli": line.expected_milli,
                "received_milli": line.received_milli,
            },
        )
        for line in fact.lines
        if line.expected_milli is not None and line.expected_milli != line.received_milli
    ]


def apply_wasted(unit: Unit, context: FactContext, *, fact: GoodsWasted) -> list[DoubtfulFact]:
    """Take wasted goods off the stock."""
    lines = [(line.line_id, line.product_id, -line.qty_milli, line.batches) for line in fact.lines]
    _move(unit, context, lines=lines, cause=WASTE, ref=fact.document_id)
    return []


def apply_counted(unit: Unit, context: FactContext, *, fact: GoodsCounted) -> list[DoubtfulFact]:
    """Note what was counted; its differences are worked out when the unit of work settles."""
    count(
        unit,
        [
            Count(
                document_id=fact.document_id,
                line=line.line_id,
                store_id=context.store_id,
                product_id=line.product_id,
                counted_milli=line.counted_milli,
                at_ms=line.at_ms,
                told_level_milli=line.level_milli,
                areas=json.dumps([area.model_dump() for area in line.areas], ensure_ascii=False),
                reason=line.reason,
                actor=context.actor,
                entry_id=context.entry_id,
            )
            for line in fact.lines
        ],
    )
    return []


def apply_sent(unit: Unit, context: FactContext, *, fact: GoodsSent) -> list[DoubtfulFact]:
    """Take goods that left for another store off the stock, and tell both stores that they travel."""
    lines = [(line.line_id, line.product_id, -line.qty_milli, line.batches) for line in fact.lines]
    _move(unit, context, lines=lines, cause=TRANSFER_OUT, ref=fact.transfer_id)
    sent = [TransferLine(line.line_id, line.product_id, line.qty_milli, None) for line in fact.lines]
    blank = _blank(fact.transfer_id, from_store=context.store_id, to_store=fact.to_store)
    known = _known(unit, blank)
    known = replace(
        known,
        from_store=context.store_id,
        to_store=fact.to_store,
        sent_ms=context.wall_ms,
        sent_by=context.actor,
        note=fact.note,
    )
    repository.change_transfer(unit, known)
    repository.put_transfer_lines(unit, fact.transfer_id, lines=sent, column="sent_milli")
    if known.arrived_ms is not None:
        return _compared(unit, known)
    doc = TransferDoc(
        transfer_id=fact.transfer_id,
        from_store=context.store_id,
        to_store=fact.to_store,
        sent_ms=context.wall_ms,
        sent_by=context.actor,
        note=fact.note,
        lines=tuple(
            TransferLineDoc(
                line_id=line.line_id,
                product_id=line.product_id,
                qty_milli=line.qty_milli,
                batches=line.batches,
            )
            for line in fact.lines
        ),
    )
    _tell(unit, known, doc=doc)
    return []


def apply_arrived(unit: Unit, context: FactContext, *, fact: GoodsArrived) -> list[DoubtfulFact]:
    """Take a transfer in, once; say what differs from what was sent, when that is known."""
    known = _known(unit, _blank(fact.transfer_id, from_store=fact.from_store, to_store=context.store_id))
    if known.arrived_ms is not None:
        args: dict[str, str | int] = {"transfer_id": fact.transfer_id, "store_id": str(known.arrived_store)}
        return [DoubtfulFact("stock.transfer_taken_twice", args)]
    known = replace(
        known,
        arrived_ms=context.wall_ms,
        arrived_store=context.store_id,
        arrived_document=fact.document_id,
    )
    repository.change_transfer(unit, known)
    lines = [(line.line_id, line.product_id, line.arrived_milli, line.batches) for line in fact.lines]
    _move(unit, context, lines=lines, cause=TRANSFER_IN, ref=fact.transfer_id)
    arrived = [TransferLine(line.line_id, line.product_id, None, line.arrived_milli) for line in fact.lines]
    repository.put_transfer_lines(unit, fact.transfer_id, lines=arrived, column="arrived_milli")
    if known.sent_ms is None:
        return []
    _tell(unit, known, doc=None)
    return _compared(unit, known)


def _known(unit: Unit, blank: Transfer) -> Transfer:
    """Return what is known of a transfer, which this unit holds from now on."""
    repository.ensure_transfer(unit, blank)
    found = repository.find_transfer(unit, blank.transfer_id)
    assert found is not None, "it was written before"
    return found


def _blank(transfer_id: str, *, from_store: str, to_store: str) -> Transfer:
    return Transfer(transfer_id, from_store, to_store, None, "", "", None, None, None)


def _compared(unit: Unit, transfer: Transfer) -> list[DoubtfulFact]:
    """Return what a person has to look at, now that both sides of a transfer are known."""
    doubts = [
        DoubtfulFact(
            "stock.transfer_differs",
            {
                "transfer_id": transfer.transfer_id,
                "product_id": line.product_id,
                "sent_milli": line.sent_milli or 0,
                "arrived_milli": line.arrived_milli or 0,
            },
        )
        for line in repository.transfer_lines(unit, transfer.transfer_id)
        if (line.sent_milli or 0) != (line.arrived_milli or 0)
    ]
    if transfer.arrived_store != transfer.to_store:
        args: dict[str, str | int] = {
            "transfer_id": transfer.transfer_id,
            "store_id": str(transfer.arrived_store),
        }
        doubts.append(DoubtfulFact("stock.transfer_elsewhere", args))
    return doubts


def _tell(unit: Unit, transfer: Transfer, *, doc: TransferDoc | None) -> None:
    """Tell both stores of a transfer, or that it travels no longer."""
    for store_id in sorted({transfer.from_store, transfer.to_store}):
        feed.publish(
            unit,
            STORE,
            scope=store_id,
            kind="transfer",
            key=transfer.transfer_id,
            doc=None if doc is None else doc.model_dump(mode="json"),
        )


def _move(unit: Unit, context: FactContext, *, lines: Sequence[_Line], cause: str, ref: str) -> None:
    move(
        unit,
        [
            Movement(
                store_id=context.store_id,
                product_id=product_id,
                on_hand_milli=on_hand_milli,
                committed_milli=0,
                cause=cause,
                ref=ref,
                line=part_id,
                moved_ms=context.wall_ms,
                entry_id=context.entry_id,
                batch=batch,
                expires=expires,
            )
            for line_id, product_id, added_milli, parts in lines
            for part_id, batch, expires, on_hand_milli in split(line_id, added_milli, parts=parts)
            if on_hand_milli
        ],
    )
