"""The part of a receipt that says what was ordered: where it is, when, and the code that collects it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pos_app.services.documents import Align, Block, Qr, Rule, Text, pair
from pos_app.services.receipt_texts import ReceiptTexts
from retail_core.figures import local_time, quantity

if TYPE_CHECKING:
    from retail_core.wire.facts import SaleCompleted


def comes_later(
    sale: SaleCompleted, codes: Mapping[str, str], *, time_zone: str, texts: ReceiptTexts
) -> Iterator[Block]:
    """Yield each order that the sale places; no name and no address stand on paper.

    Args:
        sale: The sale.
        codes: The code that collects each order, by the order; a copy has none.
        time_zone: Of the till's store.
        texts: Words in the language of receipts.
    """
    for order in sale.ordered:
        is_brought = order.fulfilment == "courier"
        yield Rule("-")
        head = texts.text("ordered.brought" if is_brought else "ordered.collected")
        yield pair(head, order.number, bold=True)
        for line in sale.lines:
            if line.order_id == order.order_id and not line.deposit:
                yield pair("  " + line.name, f"x{quantity(line.qty_milli)}")
        yield pair(texts.text("ordered.sent_from" if is_brought else "ordered.where"), order.store_name)
        yield pair(texts.text("ordered.when"), local_time(order.promised_ms, time_zone))
        if is_brought:
            continue
        code = codes.get(order.order_id)
        if code:
            yield Qr(code, caption=texts.text("ordered.code"))
        else:
            yield Text(texts.text("ordered.ask"), Align.CENTER)
