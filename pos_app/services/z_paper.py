"""Composes the Z of a shift on receipt paper, every figure that the law and the owner ask for; and the X."""

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

_NOBODY: Mapping[str, str] = {}
_NOT_COUNTED = ("card", "points", "stored_value")


def compose_z(
    z: ShiftClosed,
    context: PaperContext,
    *,
    texts: ReceiptTexts,
    category_names: Mapping[str, str],
    copy_no: int = 0,
    people: Mapping[str, str] = _NOBODY,
) -> Document:
    """Return the Z of a shift; ``copy_no`` 0 is the original, others are marked and counted.

    Args:
        z: The journalled fact.
        context: Store, till, who closed, and the entry's hash.
        texts: The words, in the store's receipt language.
        category_names: Names by category id; an id without a name stands for itself.
        copy_no: Which copy this is.
        people: Names of who counted and who allowed a difference, by their id.
    """
    blocks = (
        *copy_mark(copy_no, texts),
        Text(texts.text("z.title"), Align.CENTER, Size.HUGE, bold=True),
        *store_header(context.store, texts),
        Rule("-"),
        pair(texts.text("z.number"), str(z.z_number), size=Size.LARGE, bold=True),
        *_header(z, context, texts=texts, last=(texts.text("z.closed"), z.closed_ms)),
        *_figures(z, texts, names=category_names),
        *_tenders(z, texts),
        *_forfeited(z, texts),
        *_drawer(z, texts, people=people),
        *_apart(z, texts),
        *_end(z, context, texts=texts),
        Cut(),
    )
    return Document(DocumentKind.Z_REPORT, blocks)


def compose_x(
    figures: ShiftClosed,
    context: PaperContext,
    *,
    texts: ReceiptTexts,
    category_names: Mapping[str, str],
    x_number: int,
) -> Document:
    """Return an X: what the open shift came to so far; it is no Z and says so.

    Args:
        figures: Those that a Z would have now; its number, its close and its counts are not printed.
        context: Store, till, who reads, when, and the entry's hash.
        texts: The words, in the store's receipt language.
        category_names: Names by category id; an id without a name stands for itself.
        x_number: Which X of the shift this is.
    """
    blocks = (
        Text(texts.text("x.title"), Align.CENTER, Size.HUGE, bold=True),
        *store_header(context.store, texts),
        Rule("-"),
        pair(texts.text("x.number"), str(x_number), size=Size.LARGE, bold=True),
        *_header(figures, context, texts=texts, last=(texts.text("x.read"), context.wall_ms)),
        *_figures(figures, texts, names=category_names),
        *_expected(figures, texts),
        *_forfeited(figures, texts),
        *_moves(figures, texts),
        *_apart(figures, texts),
        Rule("="),
        Text(texts.text("x.no_z"), Align.CENTER, bold=True),
        pair(texts.text("receipt.cashier"), context.cashier),
        Text(context.entry_hash[:32], Align.CENTER),
        Cut(),
    )
    return Document(DocumentKind.Z_REPORT, blocks)


def _figures(z: ShiftClosed, texts: ReceiptTexts, *, names: Mapping[str, str]) -> Iterator[Block]:
    yield from _sales(z, texts)
    yield from tax_table(z.tax, z.currency, texts=texts)
    yield from _categories(z, texts, names=names)
    yield from _discounts(z, texts)
    yield from _coupons(z, texts)
    yield from _by_hand(z, texts)


def _apart(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    yield from _top_ups(z, texts)
    yield from _others(z, texts)


def _header(
    z: ShiftClosed, context: PaperContext, *, texts: ReceiptTexts, last: tuple[str, int]
) -> Iterator[Block]:
    zone = context.store.time_zone
    yield pair(texts.text("receipt.till"), context.till)
    yield pair(texts.text("z.shift"), str(z.shift_number))
    yield pair(texts.text("z.business_day"), z.business_day)
    yield pair(texts.text("z.opened"), local_time(z.opened_ms, zone))
    yield pair(last[0], local_time(last[1], zone))
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
    if z.deposits_minor or z.deposits_back_minor:
        yield pair(texts.text("z.deposits"), _plain(z.deposits_minor, z))
        yield pair(texts.text("z.deposits_back"), _plain(-z.deposits_back_minor, z))
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


def _coupons(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    if z.coupons:
        yield from _heading(texts.text("z.coupons"))
    for each in z.coupons:
        name = texts.text_or(f"funder.{each.funder}", each.funder)
        yield pair(f"{name} x{each.count:,}", _plain(each.amount_minor, z))


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
    yield from _cards(z, texts)


def _cards(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield what the provider's list said; nothing where there was nothing to compare."""
    if not z.cards:
        return
    yield pair(texts.text("z.cards"), texts.text(f"z.cards_{z.cards}"), bold=z.cards != "equal")
    if z.cards_difference_minor:
        yield pair("  " + texts.text("z.difference"), _plain(z.cards_difference_minor, z), bold=True)


def _expected(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    yield from _heading(texts.text("z.tenders"))
    yield pair(texts.text("z.float"), _plain(z.float_minor, z))
    for tender in z.tenders:
        name = texts.text_or(f"tender.{tender.kind}", tender.kind)
        yield pair(f"{name} x{tender.count}", _plain(tender.expected_minor, z), bold=True)


def _moves(z: ShiftClosed, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield what went into the drawer and out of it without a document; nothing where nothing did."""
    rows = (
        (texts.text("z.paid_in"), z.paid_in, z.paid_in_minor),
        (texts.text("z.paid_out"), z.paid_out, -z.paid_out_minor),
        (texts.text("z.safe_drops"), z.safe_drops, -z.safe_drops_minor),
        (texts.text("z.floats_added"), z.floats_added, z.floats_added_minor),
    )
    if any(count for _, count, _ in rows):
        yield from _heading(texts.text("z.moves"))
    for name, count, minor in rows:
        if count:
            yield pair(f"{name} x{count:,}", _plain(minor, z))


def _drawer(z: ShiftClosed, texts: ReceiptTexts, *, people: Mapping[str, str]) -> Iterator[Block]:
    """Yield the drawer: how it began, what moved, how often it was counted, and what stays in it."""
    yield from _moves(z, texts)
    yield from _heading(texts.text("z.drawer"))
    if z.carried_minor is not None:
        yield pair(texts.text("z.carried"), _plain(z.carried_minor, z))
        if z.carried_minor != z.float_minor:
            yield pair(
                texts.text("z.float_difference"), _plain(z.float_minor - z.carried_minor, z), bold=True
            )
    yield pair(texts.text("z.attempts"), str(z.attempts))
    for piece in z.denominations:
        each, worth = _plain(piece.value_minor, z), _plain(piece.value_minor * piece.pieces, z)
        yield pair(f"  {each} x {piece.pieces:,}", worth)
    if z.explanation:
        yield Text(f"{texts.text('z.explanation')}: {z.explanation}")
    yield from _allowed(z, texts, people=people)
    if z.left_minor is not None:
        yield pair(texts.text("z.left"), _plain(z.left_minor, z))
        yield pair(texts.text("z.taken"), _plain(z.taken_minor, z), bold=True)


def _allowed(z: ShiftClosed, texts: ReceiptTexts, *, people: Mapping[str, str]) -> Iterator[Block]:
    """Yield who counted, if it was not who closed, and who allowed how large a difference."""
    if z.counted_by not in {None, z.closed_by}:
        yield pair(texts.text("z.counted_by"), people.get(z.counted_by or "", z.counted_by or ""))
    if z.approved_by is None:
        return
    oneself = z.approved_by == z.closed_by
    name = texts.text("z.oneself") if oneself else people.get(z.approved_by, z.approved_by)
    yield pair(texts.text("cash.allowed_by"), name, bold=oneself)
    if z.allowed_minor:
        yield pair(texts.text("z.allowed"), _plain(z.allowed_minor, z))


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
    yield pair(texts.text("z.no_sales"), str(z.no_sales))
    yield pair(texts.text("z.x_reads"), str(z.x_reads))
    if z.suspensions:
        yield pair(texts.text("z.suspensions"), str(z.suspensions))
    if z.suspended_shifts:
        yield pair(texts.text("z.suspended_shifts"), str(z.suspended_shifts))
    if z.doubtful_payments:
        yield pair(texts.text("z.doubtful_payments"), str(z.doubtful_payments))
    yield pair(texts.text("z.hand_overs"), str(z.hand_overs))
    yield pair(texts.text("z.hand_over_value"), _plain(z.hand_over_value_minor, z))
    yield pair(texts.text("z.ready_orders"), str(z.open_orders_ready))
    yield pair(texts.text("z.members"), str(z.members_sales))
    if z.hand_overs_undone:
        yield pair(texts.text("z.hand_overs_undone"), str(z.hand_overs_undone))
    yield pair(f"{texts.text('z.removed_lines')} x{z.removed_lines:,}", _plain(z.removed_minor, z))
    yield pair(f"{texts.text('z.abandoned')} x{z.abandoned_baskets:,}", _plain(z.abandoned_minor, z))
    if z.training_receipts:
        yield pair(texts.text("z.training"), str(z.training_receipts))
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
