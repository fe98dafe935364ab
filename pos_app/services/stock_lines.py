"""The steps that lines of a document of goods take; plain values in, plain values out.

Source: docs/rules/stock.md, "A count".
"""

from dataclasses import replace
from typing import Final

from pos_app.services.errors import RuleError
from pos_app.services.piece_marks import PieceMarks
from pos_app.services.records import Product
from pos_app.services.stock_model import AreaPart, DraftLine, StockDraft, TransferLine
from retail_core.batches import Batch

MOST_MILLI: Final = 99_999_000
"""The largest quantity of a line: typing a barcode into it is refused."""


def new_line(draft: StockDraft, product: Product, *, sent: TransferLine | None) -> DraftLine:
    """Return an empty line for a product; that of a transfer keeps the transfer's number of the line."""
    taken = {each.line_id for each in draft.lines}
    if sent is not None and sent.line_id not in taken:
        line_id = sent.line_id
    else:
        # Beside a transfer's own numbers: what was not sent is a line that the sender does not have.
        prefix = "x" if draft.transfer_id else ""
        line_id = prefix + str(1 + max((_number(each, prefix) for each in taken), default=0))
    return DraftLine(
        line_id=line_id,
        product_id=product.product_id,
        names=product.names,
        sku=product.sku,
        sold_by=product.sold_by,
        qty_milli=0,
        expected_milli=None if sent is None else sent.qty_milli,
    )


def with_line(draft: StockDraft, line: DraftLine) -> StockDraft:
    """Return the document with a line as it is now; a new one stands last."""
    if draft.line(line.line_id) is None:
        return replace(draft, lines=(*draft.lines, line))
    return replace(draft, lines=tuple(line if each.line_id == line.line_id else each for each in draft.lines))


def with_marks(line: DraftLine, marks: PieceMarks, *, qty_milli: int) -> DraftLine:
    """Return a line with what the code of pieces said: ``qty_milli`` of it is of that batch.

    Raises:
        RuleError: ``stock.serial_twice``: the document has this very piece already.
    """
    if marks.serial:
        if marks.serial in line.serials:
            raise RuleError("stock.serial_twice", marks.serial)
        line = replace(line, serials=(*line.serials, marks.serial))
    if not (marks.batch or marks.expires):
        return line
    key = (marks.batch, marks.expires)
    so_far = sum(each.qty_milli for each in line.batches if (each.number, each.expires) == key)
    others = tuple(each for each in line.batches if (each.number, each.expires) != key)
    return replace(line, batches=(*others, Batch(marks.batch, marks.expires, so_far + qty_milli)))


def with_date(line: DraftLine, expires: str) -> DraftLine:
    """Return a line of which everything without a date is of this date; with all dated, the last changes."""
    rest = line.qty_milli - sum(each.qty_milli for each in line.batches)
    if rest > 0:
        return replace(line, batches=(*line.batches, Batch("", expires, rest)))
    if not line.batches:
        return line
    return replace(line, batches=(*line.batches[:-1], replace(line.batches[-1], expires=expires)))


def refitted(line: DraftLine, *, qty_milli: int) -> DraftLine:
    """Return a line with another quantity: one batch that was all of it stays all of it, others give way.

    A case that is scanned once and counted by hand is of the batch that was scanned.
    """
    if len(line.batches) == 1 and line.batches[0].qty_milli == line.qty_milli:
        kept = [replace(line.batches[0], qty_milli=qty_milli)]
    else:
        left, kept = qty_milli, []
        for each in line.batches:
            kept.append(replace(each, qty_milli=min(left, each.qty_milli)))
            left -= kept[-1].qty_milli
    return replace(
        line,
        qty_milli=qty_milli,
        batches=tuple(each for each in kept if each.qty_milli),
        serials=line.serials[: qty_milli // 1_000],
    )


def counted(line: DraftLine, *, area: str, qty_milli: int, level_milli: int, now_ms: int) -> DraftLine:
    """Return a line of which ``qty_milli`` was found in an area now, where the level is ``level_milli``."""
    others = tuple(part for part in line.parts if part.area != area)
    parts = (*others, AreaPart(area, qty_milli))
    return replace(
        line,
        parts=parts,
        qty_milli=sum(part.qty_milli for part in parts),
        at_ms=now_ms,
        sold_between=line.sold_between or (line.at_ms > 0 and line.level_milli != level_milli),
        level_milli=level_milli,
    )


def _number(line_id: str, prefix: str) -> int:
    text = line_id.removeprefix(prefix)
    return int(text) if line_id.startswith(prefix) and text.isdigit() else 0
