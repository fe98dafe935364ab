"""What is printed of a top-up: principal and bonus apart, and the terms by which they are spent.

Source: docs/rules/stored-value.md, "The terms of a store".
"""

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

if TYPE_CHECKING:
    from retail_core.wire.facts import BalanceToppedUp, SalePerson


def compose_top_up_slip(
    body: BalanceToppedUp, context: PaperContext, *, texts: ReceiptTexts, person: SalePerson
) -> Document:
    """Return the slip of a top-up: it is no receipt of goods."""

    def money(minor: int) -> str:
        return amount(Money(minor, body.currency))

    blocks: list[Block] = [
        *store_header(context.store, texts),
        Banner(texts.text("top_up.title")),
        Rule("-"),
        pair(texts.text("receipt.number"), body.number),
        pair(texts.text("receipt.time"), local_time(context.wall_ms, context.store.time_zone)),
        pair(texts.text("receipt.cashier"), context.cashier),
        pair(texts.text("member.member"), f"{person.masked_name} {person.phone_last4}".strip()),
        Rule("-"),
        pair(texts.text("top_up.principal"), money(body.principal_minor)),
        pair(texts.text("top_up.bonus"), money(body.bonus_minor)),
    ]
    if body.rounding_minor:
        blocks.append(pair(texts.text("receipt.rounding"), money(body.rounding_minor)))
    paid = signed_amount(Money(body.principal_minor + body.rounding_minor, body.currency))
    blocks += [Rule("="), pair(texts.text("top_up.paid"), paid, size=Size.HUGE, bold=True), Rule("=")]
    for tender in body.tenders:
        blocks.append(pair(texts.text(f"tender.{tender.kind}"), money(tender.tendered_minor)))
        if tender.change_minor:
            blocks.append(pair(texts.text("receipt.change"), money(tender.change_minor), bold=True))
    blocks += [
        Rule("-"),
        Text(texts.text(f"top_up.{body.spend}")),
        Text(texts.text("top_up.terms")),
        Space(1),
        Text(texts.text("receipt.thanks"), Align.CENTER),
        Cut(),
    ]
    return Document(DocumentKind.CASH_SLIP, tuple(blocks))
