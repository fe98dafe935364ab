"""Movements and the levels that are their sums.

Appliers only insert movements and counts; :func:`settle` adds the sums to the levels, once at the end of a
unit of work and in order of the key, because updates for each event in any order deadlock on PostgreSQL.
Counts are worked out there too, once their levels are locked: then nothing moves that they do not see.

Source: docs/rules/stock.md, "Movements and levels", "A count".
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Final

from central_api.feed import service as feed
from central_api.feed.schemas import STORE, Publication
from central_api.kit.unit import Unit
from central_api.stock import batches, repository
from central_api.stock.batches import parts_of
from central_api.stock.schemas import Breach, Count, Level, Movement
from retail_core.batches import BatchFigures
from retail_core.wire.feed import StockDoc

RECEIPT: Final = "receipt"
COUNT: Final = "count"
COUNT_LATE: Final = "count_late"

_MEMO_SETTLED = "stock.settled"
_MEMO_COUNTED = "stock.counted"
_MEMO_COUNTS_SETTLED = "stock.counts_settled"


def move(unit: Unit, movements: Sequence[Movement]) -> None:
    """Insert movements; the levels follow at :func:`settle`."""
    repository.insert_movements(unit, movements, txid=feed.txid(unit))


def count(unit: Unit, counts: Sequence[Count]) -> None:
    """Insert what was counted; the differences follow at :func:`settle`."""
    if counts:
        repository.insert_counts(unit, counts, txid=feed.txid(unit))
        unit.memo[_MEMO_COUNTED] = 1


def settle(unit: Unit) -> tuple[Breach, ...]:
    """Add what this unit moved and counted since the last call to the levels, and publish the new levels.

    Returns what was sold of what is kept for orders.
    """
    txid = feed.txid(unit)
    after_id = unit.memo.get(_MEMO_SETTLED, 0)
    sums = repository.sums_of(unit, txid=txid, after_id=after_id)
    counts = _counts(unit)
    moved = {(each.store_id, each.product_id): each for each in sums}
    for each in counts:
        key = (each.store_id, each.product_id)
        level = moved.get(key, Level(*key, 0, 0, unit.now_ms))
        # Adding nothing to the level of what was counted locks it, and says that its stock is known.
        moved[key] = replace(level, stocked_ms=min(level.stocked_ms or each.at_ms, each.at_ms))
    keys = sorted(moved)
    if not keys:
        return ()
    repository.add_to_levels(unit, [moved[key] for key in keys])
    _take_out_what_was_counted(unit, counts, txid=txid, after_id=after_id)
    for place, each in enumerate(counts):
        _settle_count(unit, each, later=counts[place + 1 :])
    sold = repository.last_sales_of(unit, txid=txid, after_id=after_id)
    if any(each.named for each in sums):
        repository.add_to_batches(unit, txid=txid, after_id=after_id)
    changed = repository.levels(unit, keys)
    _end_old_batches(unit, changed, txid=txid)
    unit.memo[_MEMO_SETTLED] = repository.last_movement_id(unit, txid)
    left = batches.of_levels(unit, changed)
    for store_id, levels in groupby(changed, key=attrgetter("store_id")):
        publications = [_publication(level, left.get((store_id, level.product_id))) for level in levels]
        feed.publish_many(unit, STORE, scope=store_id, publications=publications)
    return tuple(
        Breach(entry_id, level.product_id, level.on_hand_milli, level.committed_milli)
        for level in changed
        if (entry_id := sold.get((level.store_id, level.product_id))) is not None
        and level.committed_milli > max(0, level.on_hand_milli)
    )


def _end_old_batches(unit: Unit, changed: Sequence[Level], *, txid: int) -> None:
    """Put an end to batches that are long gone: reading them at every movement would cost more and more."""
    movements = batches.ended(unit, changed, ref=str(txid))
    if movements:
        after_id = repository.last_movement_id(unit, txid)
        move(unit, movements)
        repository.add_to_batches(unit, txid=txid, after_id=after_id)


def _counts(unit: Unit) -> list[Count]:
    """Return what this unit counted since the last call, the earliest moment first."""
    if not unit.memo.pop(_MEMO_COUNTED, 0):
        return []
    unit.flush()
    after_id = unit.memo.get(_MEMO_COUNTS_SETTLED, 0)
    found = repository.counts_of(unit, txid=feed.txid(unit), after_id=after_id)
    unit.memo[_MEMO_COUNTS_SETTLED] = max((each.count_id for each in found), default=after_id)
    return found


def _take_out_what_was_counted(unit: Unit, counts: Sequence[Count], *, txid: int, after_id: int) -> None:
    """Take what was told only now out again at the next count that stood already: it was counted there."""
    new_ids = [each.count_id for each in counts]
    for movement in repository.moved_before_a_count(unit, txid=txid, after_id=after_id):
        found = repository.next_count(unit, movement, except_ids=new_ids)
        if found is not None:
            _add(unit, _late(movement, found))


def _settle_count(unit: Unit, counted: Count, *, later: Sequence[Count]) -> None:
    """Move the difference of a count, and take it out again at the next count that stood already."""
    [level] = repository.levels(unit, [(counted.store_id, counted.product_id)])
    then_milli = level.on_hand_milli - repository.moved_after(unit, counted)
    movement = Movement(
        store_id=counted.store_id,
        product_id=counted.product_id,
        on_hand_milli=counted.counted_milli - then_milli,
        committed_milli=0,
        cause=COUNT,
        ref=counted.document_id,
        line=counted.line,
        moved_ms=counted.at_ms,
        entry_id=counted.entry_id,
    )
    _add(unit, movement)
    found = repository.next_count(unit, movement, except_ids=[each.count_id for each in later], strictly=True)
    if found is not None:
        _add(unit, _late(movement, found))


def _late(movement: Movement, counted: Count) -> Movement:
    return Movement(
        store_id=movement.store_id,
        product_id=movement.product_id,
        on_hand_milli=-movement.on_hand_milli,
        committed_milli=0,
        cause=COUNT_LATE,
        ref=counted.document_id,
        line=f"{counted.line}:{movement.cause}:{movement.ref}:{movement.line}",
        moved_ms=counted.at_ms,
        entry_id=movement.entry_id,
    )


def _add(unit: Unit, movement: Movement) -> None:
    """Insert one movement and add it to its level, which this unit holds."""
    if movement.on_hand_milli:
        move(unit, [movement])
        unit.flush()
        place = (movement.store_id, movement.product_id)
        added = Level(*place, movement.on_hand_milli, 0, unit.now_ms, moved_ms=movement.moved_ms)
        repository.add_to_levels(unit, [added])


def _publication(level: Level, left: BatchFigures | None) -> Publication:
    doc = StockDoc(
        product_id=level.product_id,
        on_hand_milli=level.on_hand_milli,
        committed_milli=level.committed_milli,
        batches=() if left is None else parts_of(left.batches),
    )
    without = {"batches"} if left is None else None
    return Publication("stock", level.product_id, doc.model_dump(mode="json", exclude=without))
