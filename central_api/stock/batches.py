"""What a store has of each batch, and pieces with serial numbers that are sold once.

Source: docs/rules/stock.md, "Batches with a date", "Serial numbers".
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.stock import repository
from central_api.stock.schemas import Level, Movement, SerialPiece
from retail_core.batches import ENDED_DAYS, Batch, BatchFigures, figures
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.stock_facts import BatchPart

MOST_TOLD: Final = 60
"""So many batches of a product are told a till at most; with more, the latest dates stand in no list."""
BATCH_ENDED: Final = "batch_ended"


def of_levels(unit: Unit, levels: Sequence[Level]) -> dict[tuple[str, str], BatchFigures]:
    """Return what is left of each batch, for those levels of which anything was ever named."""
    return {
        (level.store_id, level.product_id): figures(level.on_hand_milli, named)
        for level, named in _named(unit, levels)
    }


def ended(unit: Unit, levels: Sequence[Level], *, ref: str) -> list[Movement]:
    """Return the movements that end old batches of which nothing is left, where there are many of a product.

    What left of such a batch without naming it is named now, and what was of none is that much less: two
    movements that are nothing together, so that neither the level nor any other batch changes.
    """
    before = (datetime.fromtimestamp(unit.now_ms / 1_000, UTC) - timedelta(days=ENDED_DAYS)).date()
    found = []
    for level, named in _named(unit, levels):
        if len(named) <= MOST_TOLD:
            continue
        left = {(each.number, each.expires): each for each in figures(level.on_hand_milli, named).batches}
        for each in named:
            is_old = bool(each.expires) and each.expires < before.isoformat()
            if is_old and each.qty_milli > 0 and not left[each.number, each.expires].qty_milli:
                found += _end(level, each, ref=ref, now_ms=unit.now_ms)
    return found


def _named(unit: Unit, levels: Sequence[Level]) -> list[tuple[Level, list[Batch]]]:
    batched = [level for level in levels if level.named]
    if not batched:
        return []
    found = repository.batches_of(unit, [(level.store_id, level.product_id) for level in batched])
    return [(level, found.get((level.store_id, level.product_id), [])) for level in batched]


def _end(level: Level, batch: Batch, *, ref: str, now_ms: int) -> list[Movement]:
    line = f"{level.store_id}:{level.product_id}:{batch.expires}:{batch.number}"
    kept = {"store_id": level.store_id, "product_id": level.product_id, "ref": ref}
    return [
        Movement(
            **kept,
            on_hand_milli=-batch.qty_milli,
            committed_milli=0,
            cause=BATCH_ENDED,
            line=line,
            moved_ms=now_ms,
            batch=batch.number,
            expires=batch.expires,
        ),
        Movement(
            **kept,
            on_hand_milli=batch.qty_milli,
            committed_milli=0,
            cause=BATCH_ENDED,
            line=f"{line}:rest",
            moved_ms=now_ms,
        ),
    ]


def parts_of(batches: Iterable[Batch]) -> tuple[BatchPart, ...]:
    """Return batches as they cross the network."""
    return tuple(
        BatchPart(batch=each.number, expires=each.expires, qty_milli=each.qty_milli)
        for each in [each for each in batches if each.qty_milli][:MOST_TOLD]
    )


def split(
    line_id: str, added_milli: int, *, parts: Sequence[BatchPart]
) -> Iterator[tuple[str, str, str, int]]:
    """Yield what a line moves as (line, batch, date, quantity): each named batch, and the rest of none.

    More named than there is of the line moves what the line says: the rest then has the other sign.
    """
    sign = -1 if added_milli < 0 else 1
    rest_milli = added_milli
    for place, part in enumerate(parts, 1):
        if not (part.batch or part.expires):
            continue
        rest_milli -= sign * part.qty_milli
        yield f"{line_id}:{place}", part.batch, part.expires, sign * part.qty_milli
    yield line_id, "", "", rest_milli


def apply_serials(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Note which pieces with a serial number are out; one that is out already is sold twice."""
    back = sorted(
        (line.product_id, line.serial)
        for each in sale.returned
        for line in each.lines
        if line.product_id is not None and line.serial
    )
    for product_id, serial in back:
        repository.add_serial(
            unit, SerialPiece(product_id, serial, context.store_id, sale.sale_id), pieces=-1
        )
    sold = sorted(
        (line.product_id, line.serial) for line in sale.lines if line.product_id is not None and line.serial
    )
    doubts = []
    for product_id, serial in sold:
        piece = SerialPiece(product_id, serial, context.store_id, sale.sale_id)
        out, before = repository.add_serial(unit, piece, pieces=1)
        if out > 1:
            args: dict[str, str | int] = {"product_id": product_id, "serial": serial, "sale_id": before}
            doubts.append(DoubtfulFact("serial.sold_twice", args))
    return doubts
