"""What a receipt prints of goods that came back: negative lines, their receipt, and what was held back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pos_app.services.documents import Block, Rule, Text, pair
from pos_app.services.receipt_texts import ReceiptTexts
from retail_core.figures import amount, quantity
from retail_core.money import Money

if TYPE_CHECKING:
    from retail_core.wire.facts import ReturnedLine, ReturnedReceipt, SaleCompleted

_ONE_MILLI = 1000


def returned_goods(sale: SaleCompleted, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield what came back, receipt by receipt, before what was sold in the same document."""
    for back in sale.returned:
        if back.receipt_number is None:
            yield Text(texts.text("return.without_receipt"), bold=True)
        else:
            yield Text(texts.text("return.of_receipt", number=back.receipt_number), bold=True)
        for line in back.lines:
            yield from _line(line, sale.currency, texts=texts)
        yield from _held_back(back, sale.currency, texts=texts)
        refund = amount(Money(-back.refund_minor, sale.currency))
        yield pair(texts.text("return.refund"), refund, bold=True)
        if sale.lines or back is not sale.returned[-1]:
            yield Rule("-")
    if sale.returned and sale.lines:
        yield Text(texts.text("return.bought"), bold=True)


def given_back(sale: SaleCompleted, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield the points that went with the goods, and the coupons that came back."""
    points = sum(back.points_reversed for back in sale.returned)
    if points:
        yield pair(texts.text("return.points"), f"-{points:,}", bold=True)
    coupons = sum(len(back.coupons) for back in sale.returned)
    if coupons:
        yield pair(texts.text("return.coupons"), str(coupons), bold=True)


def _line(line: ReturnedLine, currency: str, *, texts: ReceiptTexts) -> Iterator[Block]:
    paid = amount(Money(-line.total_minor, currency))
    if line.sold_by == "piece" and line.qty_milli == _ONE_MILLI:
        yield pair(line.name, paid)
    else:
        yield Text(line.name)
        qty = quantity(line.qty_milli)
        said = (
            texts.text("return.kg", qty=qty)
            if line.sold_by == "weight"
            else texts.text("return.pieces", qty=qty)
        )
        yield pair("  " + said, paid)


def _held_back(back: ReturnedReceipt, currency: str, *, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield each offer that no longer holds once, whichever lines it stood on and whoever bore it."""
    sums: dict[str, int] = {}
    for each in back.claw_back:
        sums[each.name] = sums.get(each.name, 0) + each.total_minor
    for name, minor in sums.items():
        if minor > 0:
            yield pair("  " + texts.text("return.held_back", name=name), amount(Money(minor, currency)))
        if minor < 0:
            yield pair("  " + texts.text("return.no_longer_held", name=name), amount(Money(minor, currency)))
