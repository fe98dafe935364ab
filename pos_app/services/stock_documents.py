"""Goods that come, go and are counted: documents that are made line by line and written as one fact.

A document is kept as it changes, so that it survives what a basket survives. Works without a network.
Source: docs/rules/stock.md, "Goods received, wasted, sent", "A count".
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from pos_app.services import rights, stock_lines
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, StoreDataChanged
from pos_app.services.piece_marks import NO_MARKS, PieceMarks
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor, Product
from pos_app.services.repositories import UnitOfWork
from pos_app.services.stock_model import (
    DraftKind,
    DraftLine,
    Finished,
    StockDraft,
    Transfer,
    TransferLine,
    VarianceReason,
    WasteReason,
)
from pos_app.services.stock_writers import WRITERS
from pos_app.services.transfer_notes import TransferNotes
from retail_core.batches import as_date
from retail_core.stock import needs_reason

MOST_LINES: Final = 300
"""Products in one document at most: a fact has to stay of a size that travels."""

RIGHT_OF: Final[Mapping[DraftKind, str]] = {
    "receive": rights.STOCK_RECEIVE,
    "waste": rights.STOCK_WASTE,
    "count": rights.STOCK_COUNT,
    "send": rights.STOCK_TRANSFER,
    "arrive": rights.STOCK_TRANSFER,
}
"""What each kind of document asks for."""


class StockDocuments:
    """Begins, changes and writes documents of goods on the storage lane; ``notes`` prints their notes."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        ids: Ids,
        events: EventBus,
        find: Callable[[str], Product | None],
        notes: TransferNotes,
    ) -> None:
        """Keep the surroundings; ``find`` returns a product by its id, ``notes`` prints delivery notes."""
        self._find = find
        self.notes = notes
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events

    def open(self, actor: Actor, kind: DraftKind, *, transfer_id: str = "") -> StockDraft:
        """Return the document of a kind that was begun, or begin one.

        Args:
            actor: With the right of :data:`RIGHT_OF`.
            kind: What is to be done.
            transfer_id: Which transfer arrived; for ``arrive`` only. Another one that was begun has to be
                finished or given up first, unless it is no longer on its way.

        Raises:
            RuleError: ``right.missing``; ``stock.transfer_gone``: it is no longer on its way;
                ``stock.other_arrival`` (the store it comes from): another one was begun.
        """
        rights.require(actor.rights, RIGHT_OF[kind])
        with self._store.write() as work:
            found = work.goods.draft(kind)
            if found is not None and (kind != "arrive" or found.transfer_id == transfer_id):
                return found
            draft = StockDraft(self._ids.new_id(), kind, self._clock.now_ms())
            if kind == "arrive":
                _refuse_other_arrival(work, found)
                transfer = work.goods.transfer(transfer_id)
                if transfer is None:
                    raise RuleError("stock.transfer_gone")
                draft = replace(draft, transfer_id=transfer_id, other_store=transfer.from_store)
                draft = self._with_what_was_sent(draft, transfer)
            work.goods.put_draft(draft)
            return draft

    def add(
        self, kind: DraftKind, product: Product, *, qty_milli: int = 1_000, marks: PieceMarks = NO_MARKS
    ) -> StockDraft:
        """Put more of a product into a document: each scan is one piece, of the batch that its code says.

        Raises:
            RuleError: ``stock.no_goods``: a deposit has no stock; ``stock.document_full`` (how many lines);
                ``stock.not_begun``; ``stock.serial_twice``.
        """
        if product.deposit:
            raise RuleError("stock.no_goods")

        def step(work: UnitOfWork, draft: StockDraft) -> StockDraft:
            line = draft.of_product(product.product_id)
            if line is None and len(draft.lines) >= MOST_LINES:
                raise RuleError("stock.document_full", MOST_LINES)
            if line is None:
                line = stock_lines.new_line(
                    draft, product, sent=_sent(work, draft, product_id=product.product_id)
                )
            added = line.qty_milli + qty_milli
            if draft.kind == "count":
                return self._with_quantity(
                    work, draft, line=line, qty_milli=_in_area(draft, line) + qty_milli
                )
            line = stock_lines.with_marks(line, marks, qty_milli=qty_milli)
            if added > stock_lines.MOST_MILLI:
                raise RuleError("stock.quantity_out_of_range")
            return stock_lines.with_line(draft, replace(line, qty_milli=added))

        return self._change(kind, step)

    def set_quantity(self, kind: DraftKind, line_id: str, *, qty_milli: int) -> StockDraft:
        """Write how much it is; of a count, in the area that is counted now. 0 is a quantity too.

        Raises:
            RuleError: ``stock.quantity_out_of_range``; ``stock.not_begun``.
        """
        if not 0 <= qty_milli <= stock_lines.MOST_MILLI:
            raise RuleError("stock.quantity_out_of_range")

        def step(work: UnitOfWork, draft: StockDraft) -> StockDraft:
            line = draft.line(line_id)
            return draft if line is None else self._with_quantity(work, draft, line=line, qty_milli=qty_milli)

        return self._change(kind, step)

    def take_as_sent(self) -> StockDraft:
        """Write of every product of a transfer that as much arrived as was sent.

        Raises:
            RuleError: ``stock.not_begun``.
        """

        def step(work: UnitOfWork, draft: StockDraft) -> StockDraft:
            lines = tuple(
                _as_sent(line, _sent(work, draft, product_id=line.product_id)) for line in draft.lines
            )
            return replace(draft, lines=lines)

        return self._change("arrive", step)

    def set_expected(self, kind: DraftKind, line_id: str, *, expected_milli: int | None) -> StockDraft:
        """Write what the delivery note says of a product."""

        def step(_work: UnitOfWork, draft: StockDraft) -> StockDraft:
            line = draft.line(line_id)
            if line is None:
                return draft
            return stock_lines.with_line(draft, replace(line, expected_milli=expected_milli))

        return self._change(kind, step)

    def set_date(self, kind: DraftKind, line_id: str, *, expires: str) -> StockDraft:
        """Write which date (ISO) is on the goods of a line that have none yet.

        Raises:
            RuleError: ``stock.no_date``; ``stock.not_begun``.
        """
        if not as_date(expires):
            raise RuleError("stock.no_date")

        def step(_work: UnitOfWork, draft: StockDraft) -> StockDraft:
            line = draft.line(line_id)
            if line is None:
                return draft
            return stock_lines.with_line(draft, stock_lines.with_date(line, as_date(expires)))

        return self._change(kind, step)

    def remove(self, kind: DraftKind, line_id: str) -> StockDraft:
        """Take a product out of a document."""
        return self._change(
            kind,
            lambda _work, draft: replace(
                draft, lines=tuple(each for each in draft.lines if each.line_id != line_id)
            ),
        )

    def set_head(
        self,
        kind: DraftKind,
        *,
        number: str | None = None,
        reason: WasteReason | None = None,
        area: str | None = None,
        other_store: str | None = None,
    ) -> StockDraft:
        """Write what is above the lines; what is ``None`` stays."""

        def step(_work: UnitOfWork, draft: StockDraft) -> StockDraft:
            return replace(
                draft,
                number=draft.number if number is None else number.strip(),
                reason=draft.reason if reason is None else reason,
                area=draft.area if area is None else area.strip(),
                other_store=draft.other_store if other_store is None else other_store,
            )

        return self._change(kind, step)

    def explain(self, line_id: str, reason: VarianceReason) -> StockDraft:
        """Say why a count differs."""

        def step(_work: UnitOfWork, draft: StockDraft) -> StockDraft:
            line = draft.line(line_id)
            return draft if line is None else stock_lines.with_line(draft, replace(line, reason=reason))

        return self._change("count", step)

    def give_up(self, kind: DraftKind) -> None:
        """Forget a document; nothing moves."""
        with self._store.write() as work:
            work.goods.drop_draft(kind)

    def finish(self, actor: Actor, kind: DraftKind) -> Finished:
        """Write a document: one fact, and the till's own movements with it.

        Raises:
            RuleError: ``right.missing``, ``stock.not_begun``, ``stock.empty``, ``stock.no_reason`` (waste),
                ``stock.no_store`` (sent), ``stock.unexplained`` (how many lines, count),
                ``stock.transfer_gone``.
        """
        rights.require(actor.rights, RIGHT_OF[kind])
        with self._store.write() as work:
            draft = work.goods.draft(kind)
            if draft is None:
                raise RuleError("stock.not_begun")
            _refuse_unfinished(work, draft)
            entry = WRITERS[kind](work, self._clock, actor=actor, draft=draft)
            work.goods.drop_draft(kind)
            if kind == "send":
                self.notes.print_for(work, draft.document_id)
        if kind == "send":
            self.notes.told()
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(StoreDataChanged(frozenset({"stock", "transfer"})))
        return Finished(kind, len(draft.lines), sum(line.qty_milli for line in draft.lines))

    def _with_what_was_sent(self, draft: StockDraft, transfer: Transfer) -> StockDraft:
        """Return the document with an empty line for each product of a transfer in the catalog."""
        for sent in transfer.lines:
            product = self._find(sent.product_id)
            if product is not None:
                draft = stock_lines.with_line(draft, stock_lines.new_line(draft, product, sent=sent))
        return draft

    def _with_quantity(
        self, work: UnitOfWork, draft: StockDraft, *, line: DraftLine, qty_milli: int
    ) -> StockDraft:
        if qty_milli > stock_lines.MOST_MILLI:
            raise RuleError("stock.quantity_out_of_range")
        if draft.kind != "count":
            return stock_lines.with_line(draft, stock_lines.refitted(line, qty_milli=qty_milli))
        level = work.stock.levels([line.product_id]).get(line.product_id)
        counted = stock_lines.counted(
            line,
            area=draft.area,
            qty_milli=qty_milli,
            level_milli=0 if level is None else level.on_hand_milli,
            now_ms=self._clock.now_ms(),
        )
        return stock_lines.with_line(draft, counted)

    def _change(self, kind: DraftKind, step: Callable[[UnitOfWork, StockDraft], StockDraft]) -> StockDraft:
        with self._store.write() as work:
            draft = work.goods.draft(kind)
            if draft is None:
                raise RuleError("stock.not_begun")
            changed = step(work, draft)
            work.goods.put_draft(changed)
            return changed


def _in_area(draft: StockDraft, line: DraftLine) -> int:
    return line.in_area(draft.area) if draft.kind == "count" else line.qty_milli


def _sent(work: UnitOfWork, draft: StockDraft, *, product_id: str) -> TransferLine | None:
    """Return what was sent of a product, where a transfer is taken in."""
    transfer = work.goods.transfer(draft.transfer_id) if draft.transfer_id else None
    lines = () if transfer is None else transfer.lines
    return next((line for line in lines if line.product_id == product_id), None)


def _as_sent(line: DraftLine, sent: TransferLine | None) -> DraftLine:
    if line.expected_milli is None:
        return line
    return replace(line, qty_milli=line.expected_milli, batches=() if sent is None else sent.batches)


def _refuse_other_arrival(work: UnitOfWork, begun: StockDraft | None) -> None:
    """Keep what was counted of a transfer that is still on its way."""
    counted = begun is not None and any(line.qty_milli for line in begun.lines)
    if begun is None or not counted or work.goods.transfer(begun.transfer_id) is None:
        return
    names = {each.store_id: each.name for each in work.goods.stores()}
    raise RuleError("stock.other_arrival", names.get(begun.other_store, begun.other_store))


def _refuse_unfinished(work: UnitOfWork, draft: StockDraft) -> None:
    if draft.kind == "waste" and not draft.reason:
        raise RuleError("stock.no_reason")
    if draft.kind == "send" and not draft.other_store:
        raise RuleError("stock.no_store")
    if draft.kind == "arrive" and work.goods.transfer(draft.transfer_id) is None:
        raise RuleError("stock.transfer_gone")
    counts = draft.kind == "count"
    if not draft.lines or not (counts or any(line.qty_milli for line in draft.lines)):
        raise RuleError("stock.empty")
    open_lines = [line for line in draft.lines if needs_reason(line.qty_milli, line.level_milli)]
    unexplained = sum(not line.reason for line in open_lines) if counts else 0
    if unexplained:
        raise RuleError("stock.unexplained", unexplained)
