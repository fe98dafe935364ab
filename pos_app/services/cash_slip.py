"""The slip of a movement of cash: what, why, by whom, and a line for the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.services.documents import (
    Align,
    Banner,
    Block,
    Cut,
    Document,
    DocumentKind,
    Rule,
    Size,
    Space,
    Text,
    pair,
)
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext, store_header
from retail_core.figures import amount, local_time, signed_amount
from retail_core.money import Money
from retail_core.wire.shift_facts import INTO_DRAWER

if TYPE_CHECKING:
    from retail_core.wire.shift_facts import CashMoved


def compose_cash_slip(
    body: CashMoved, context: PaperContext, *, texts: ReceiptTexts, allowed_by: str = ""
) -> Document:
    """Return the slip of a movement; ``allowed_by`` is the name of another person who allowed it."""
    minor = body.amount_minor if body.kind in INTO_DRAWER else -body.amount_minor
    blocks: list[Block] = [
        *store_header(context.store, texts),
        Banner(texts.text(f"cash.{body.kind}")),
        Rule("-"),
        pair(texts.text("receipt.number"), body.number),
        pair(texts.text("receipt.time"), local_time(context.wall_ms, context.store.time_zone)),
        pair(texts.text("receipt.till"), context.till),
        pair(texts.text("receipt.cashier"), context.cashier),
        pair(texts.text("cash.reason"), texts.text_or(f"cash_reason.{body.reason}", body.reason)),
    ]
    if body.note:
        blocks.append(Text(body.note))
    if allowed_by:
        blocks.append(pair(texts.text("cash.allowed_by"), allowed_by))
    blocks += [
        Rule("="),
        pair(
            texts.text("cash.amount"), signed_amount(Money(minor, body.currency)), size=Size.HUGE, bold=True
        ),
        Rule("="),
    ]
    for piece in body.denominations:
        worth = Money(piece.value_minor * piece.pieces, body.currency)
        each = amount(Money(piece.value_minor, body.currency))
        blocks.append(pair(f"{each} x {piece.pieces:,}", amount(worth)))
    blocks += [
        Space(2),
        Rule("_"),
        Text(texts.text("cash.signature")),
        Text(context.entry_hash[:32], Align.CENTER),
        Cut(),
    ]
    return Document(DocumentKind.CASH_SLIP, tuple(blocks))
