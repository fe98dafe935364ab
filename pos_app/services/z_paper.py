"""Composes the Z of a shift on receipt paper: every figure that the law and the owner ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pos_app.services.documents import (
    Align,
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
from pos_app.services.receipts import PaperContext, copy_mark, store_header, tax_table
from retail_core.figures import amount, local_time, quantity, signed_amount
from retail_core.money import Money

if TYPE_CHECKING:
    from retail_core.wire.facts import ShiftClosed

_NOT_COUNTED = ("card", "points", "stored_value")


def compose_z(
    z: ShiftClosed,
    context: PaperContext,
    *,
    texts: ReceiptTexts,
    category_names: Mapping[str, str],
    copy_no: int = 0,
) -> Document:
    """Return the Z of a shift; ``copy_no`` 0 is the original, others are marked and counted.

    Args:
        z: The journalled fact.
        context: Store, till, who closed, and the entry's hash.
        texts: The words, in the store's receipt language.
        category_names: Names by category id; an id without a name stands for itself.
        copy_no: Which copy this is.
    """
    blocks = (
        *copy_mark(copy_no, texts),
        Text(texts.text("z.title"), Align.CENTER, Size.HUGE, bold=True),
        *store_header(context.store, texts),
        *_header(z, context, texts=texts),
        *_sales(z, texts),
        *tax_table(z.tax, z.currency, texts=texts),
        *_categories(z, texts, names=category_names),
        *_discounts(z, texts),
        *_by_hand(z, texts),
        *_tenders(z, texts),
        *_forfeited(z, texts),
        *_top_ups(z, texts),
        *_others(z, texts),
        *_end(z, context, texts=texts),
        Cut(),
    )
    return Document(DocumentKind.Z_REPORT, blocks)


def _header(z: ShiftClosed, context: PaperContext, *, texts: ReceiptTexts) -> Iterator[Block]:
    zone = context.store.time_zone
    yield Rule("-")
    yield pair(texts.text("z.number"), str(z.z_number), size=Size.LARGE, bold=True)
    yield pair(texts.text("receipt.till"), context.till)
    yield pair(texts.text("z.shift"), str(z.shift_number))
    yield pair(texts.text("z.business_day"), z.business_day)
    yield pair(texts.text("z.opened"), local_time(z.opened_ms, zone))
    yield pair(texts.text("z.closed"), local_time(z.closed_ms, zone))
    yield pair(texts.text("z.cashiers"), ", ".join(z.cashiers))
    if z.first_receipt and z.last_receipt:
        yield pair(texts.text("z.receipts"), z.first_receipt)
        yield Text(f"- {z.last_receipt}", Align.RIGHT)


def _sales(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    yield Rule("-")
    yield pair(texts.text("z.sales"), f"{z.sales_count:,}")
    yield pair(texts.text("z.items"), quantity(z.items_milli))
    yield pair(texts.text("z.list_total"), _plain(z.list_minor, z))
    yield pair(texts.text("z.discounts"), _plain(-abs(z.discount_minor), z))
    if z.returns_count:
        yield pair(texts.text("z.sold"), _plain(z.total_minor, z))
        yield pair(f"{texts.text('z.returns')} x{z.returns_count:,}", _plain(-z.returns_minor, z))
    if z.rounding_minor:
        yield pair(texts.text("z.rounding"), _plain(z.rounding_minor, z))
    yield Rule("=")
    total = signed_amount(Money(z.total_minor - z.returns_minor, z.currency))
    yield pair(texts.text("z.total"), total, size=Size.LARGE, bold=True)


def _categories(z: ShiftClosed, texts: ReceiptTexts, *, names: Mapping[str, str]) -> Iterator[Block]:
    if z.categories:
        yield from _heading(texts.text("z.categories"))
    for category in z.categories:
        name = names.get(category.category_id, category.category_id)
        yield pair(f"{name} x{quantity(category.qty_milli)}", _plain(category.total_minor, z))


def _discounts(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    if not z.discounts:
        return
    yield from _heading(texts.text("z.campaigns"))
    borne: dict[str, int] = {}
    for discount in z.discounts:
        yield pair(f"{discount.name} x{discount.count}", _plain(discount.amount_minor, z))
        for funder, minor in discount.funders.items():
            borne[funder] = borne.get(funder, 0) + minor
    yield from _heading(texts.text("z.funders"))
    for funder, minor in sorted(borne.items()):
        yield pair(texts.text_or(f"funder.{funder}", funder), _plain(minor, z))


def _by_hand(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    if not (z.hand_discounts or z.drops):
        return
    yield from _heading(texts.text("z.by_hand"))
    yield pair(f"{texts.text('z.hand_discounts')} x{z.hand_discounts}", _plain(-z.hand_discounts_minor, z))
    yield pair("  " + texts.text("z.price_overrides"), str(z.price_overrides))
    yield pair(f"{texts.text('z.drops')} x{z.drops}", _plain(-z.drops_minor, z))
    yield pair(texts.text("z.approvals"), str(z.approvals))


def _tenders(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    yield from _heading(texts.text("z.tenders"))
    yield pair(texts.text("z.float"), _plain(z.float_minor, z))
    for tender in z.tenders:
        name = texts.text_or(f"tender.{tender.kind}", tender.kind)
        if tender.kind in _NOT_COUNTED:
            # It is compared with the provider's own list, or stands in the members' ledgers.
            yield pair(f"{name} x{tender.count}", _plain(tender.expected_minor, z), bold=True)
            continue
        yield Text(f"{name} x{tender.count}", bold=True)
        yield pair("  " + texts.text("z.expected"), _plain(tender.expected_minor, z))
        yield pair("  " + texts.text("z.counted"), _plain(tender.counted_minor, z))
        difference = _plain(tender.difference_minor, z)
        yield pair("  " + texts.text("z.difference"), difference, bold=tender.difference_minor != 0)


def _forfeited(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    if z.forfeited_minor:
        yield pair(texts.text("z.forfeited"), _plain(z.forfeited_minor, z))


def _top_ups(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield what was paid into balances, apart from the sales."""
    if not z.top_ups:
        return
    yield from _heading(f"{texts.text('z.top_ups')} x{z.top_ups:,}")
    yield pair(texts.text("z.top_up_principal"), _plain(z.top_up_minor, z))
    yield pair(texts.text("z.top_up_bonus"), _plain(z.top_up_bonus_minor, z))


def _others(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    yield from _heading(texts.text("z.others"))
    yield pair(texts.text("z.hand_overs"), str(z.hand_overs))
    yield pair(texts.text("z.hand_over_value"), _plain(z.hand_over_value_minor, z))
    yield pair(texts.text("z.ready_orders"), str(z.open_orders_ready))
    yield pair(texts.text("z.members"), str(z.members_sales))
    yield pair(texts.text("z.removed_lines"), str(z.removed_lines))
    yield pair(texts.text("z.abandoned"), str(z.abandoned_baskets))
    if z.parked_open:
        yield pair(texts.text("z.parked"), str(z.parked_open))
    yield pair(texts.text("z.copies"), str(z.copies))
    yield pair(texts.text("z.unsent"), str(z.unsent_entries))


def _end(z: ShiftClosed, context: PaperContext, *, texts: ReceiptTexts) -> Iterator[Block]:
    yield Rule("=")
    yield pair(texts.text("z.grand_total"), _plain(z.grand_total_sales_minor, z), bold=True)
    yield pair(texts.text("z.grand_total_returns"), _plain(z.grand_total_returns_minor, z), bold=True)
    yield pair(texts.text("receipt.cashier"), context.cashier)
    if context.entry_hash:
        yield Text(context.entry_hash[:32], Align.CENTER)
    yield Space(2)
    yield Rule("_")
    yield Text(texts.text("z.signature"))


def _heading(text: str) -> Iterator[Block]:
    yield Rule("-")
    yield Text(text, bold=True)


def _plain(minor: int, z: ShiftClosed) -> str:
    return amount(Money(minor, z.currency))
