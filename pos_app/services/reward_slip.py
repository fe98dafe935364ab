"""The slip of a reward: what it is for, until when it holds, and the sale that it belongs to."""

from __future__ import annotations

from datetime import date, timedelta
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
    Size,
    Space,
    Text,
    pair,
)
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext, store_header

if TYPE_CHECKING:
    from retail_core.wire.facts import SaleCompleted, SaleLine, SalePerson

_ONE_MILLI = 1000
_DAYS = 30
"""For how long the slip of a reward holds that the store does not offer any more."""


def compose_reward_slips(
    sale: SaleCompleted, context: PaperContext, *, texts: ReceiptTexts, person: SalePerson | None
) -> list[Document]:
    """Return one slip a reward, in the order of the sale's lines; the copies are as many as its pieces."""
    return [
        _slip(sale, line, context=context, texts=texts, person=person)
        for line in sale.lines
        if line.reward_id
    ]


def _slip(
    sale: SaleCompleted,
    line: SaleLine,
    *,
    context: PaperContext,
    texts: ReceiptTexts,
    person: SalePerson | None,
) -> Document:
    days = {reward.reward_id: reward.days for reward in context.store.rewards}.get(line.reward_id, _DAYS)
    until = date.fromisoformat(sale.business_day) + timedelta(days=days)
    who = "" if person is None else f"{person.masked_name} {person.phone_last4}".strip()
    blocks: list[Block] = [
        *store_header(context.store, texts),
        Banner(texts.text("reward.title")),
        Space(1),
        Text(line.name, Align.CENTER, Size.LARGE, bold=True),
        Space(1),
        pair(texts.text("reward.until"), until.isoformat(), bold=True),
        pair(texts.text("reward.points"), f"{line.reward_points:,}"),
        pair(texts.text("receipt.number"), sale.receipt_number),
    ]
    if who:
        blocks.append(pair(texts.text("member.member"), who))
    blocks += [Rule("-"), Barcode(sale.receipt_number), Cut()]
    return Document(DocumentKind.CASH_SLIP, tuple(blocks), copies=max(1, line.qty_milli // _ONE_MILLI))
