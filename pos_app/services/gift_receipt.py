"""The gift receipt: what it is and how much, no prices; its code is its number.

Source: docs/rules/by-hand.md, "Gift receipt".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Block,
    Cut,
    Document,
    DocumentKind,
    Rule,
    Space,
    Text,
    pair,
)
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext, store_header
from retail_core.figures import local_time, quantity

if TYPE_CHECKING:
    from retail_core.wire.facts import SaleCompleted, SaleLine


def compose_gift_receipt(sale: SaleCompleted, context: PaperContext, *, texts: ReceiptTexts) -> Document:
    """Return the slip for who gets the goods as a present: no price, no payment, no member, no cashier."""
    blocks: list[Block] = [
        *store_header(context.store, texts),
        Banner(texts.text("gift.title")),
        Rule("-"),
        pair(texts.text("receipt.number"), sale.receipt_number),
        pair(texts.text("receipt.time"), local_time(context.wall_ms, context.store.time_zone)),
        Rule("-"),
    ]
    for line in sale.lines:
        if not line.deposit:
            blocks += _line(line, texts)
    blocks += [Rule("-"), Text(texts.text("gift.exchange"), Align.CENTER)]
    # The receipt's own code leads to a page with its prices, so that one is not on a gift.
    blocks.append(Barcode(sale.receipt_number))
    blocks += [Space(1), Text(texts.text("receipt.thanks"), Align.CENTER), Cut()]
    return Document(DocumentKind.GIFT_RECEIPT, tuple(blocks))


def _line(line: SaleLine, texts: ReceiptTexts) -> Iterator[Block]:
    unit = " kg" if line.sold_by == "weight" else ""
    yield pair(line.name, f"x{quantity(line.qty_milli)}{unit}")
    if line.options:
        yield Text("  " + texts.text("receipt.separator").join(option.name for option in line.options))
