"""The steps that lines of a document of goods take; plain values in, plain values out.

Source: docs/rules/stock.md, "A count".
"""

from dataclasses import replace
from typing import Final

from pos_app.services.records import Product
from pos_app.services.stock_model import AreaPart, DraftLine, StockDraft, TransferLine

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
