"""Composes what a till prints: the receipt of a sale, the Z of a shift, the slip of an order, a test page.

Everything on them comes from the fact that was journalled, so a copy years later says the same as the first
print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pos_app.services.coupon_paper import printed_coupons
from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Block,
    Cell,
    Cut,
    Document,
    DocumentKind,
    Qr,
    Row,
    Rule,
    Size,
    Space,
    Text,
    pair,
)
from pos_app.services.order_paper import comes_later
from pos_app.services.receipt_returns import given_back, returned_goods
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import StoreProfile
from retail_core.figures import amount, local_time, quantity, rate, signed_amount
from retail_core.money import Money
from retail_core.pricing.model import CASHIER_DROP_ID
from retail_core.tenders import BALANCES

if TYPE_CHECKING:
    from retail_core.wire.facts import SaleCompleted, SaleLine, SalePerson, TaxRow

_HASH_DIGITS = 16
_ONE_MILLI = 1000


@dataclass(frozen=True, slots=True)
class PaperContext:
    """What stands around a fact on paper.

    Attributes:
        store: Name, address, time zone and the base of receipt links.
        till: The till's label.
        cashier: The name of who acted.
        wall_ms: When the fact was journalled.
        entry_hash: The journal entry's hash in hexadecimal digits; empty where there is no entry.
        tier_reached: The tier that the member reached by this sale; empty for none.
        expiring: Points of the member that go next, and when; ``None`` for none.
        pickup_codes: The code that collects each order that the sale places, by the order; none on a copy.
        coupon_codes: Code and short code of each coupon that goes with the sale, by its id.
    """

    store: StoreProfile
    till: str
    cashier: str
    wall_ms: int
    entry_hash: str = ""
    tier_reached: str = ""
    expiring: tuple[int, int] | None = None
    coupon_codes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    pickup_codes: Mapping[str, str] = field(default_factory=dict)


def compose_receipt(
    sale: SaleCompleted,
    context: PaperContext,
    *,
    texts: ReceiptTexts,
    person: SalePerson | None = None,
    copy_no: int = 0,
) -> Document:
    """Return the receipt of ``sale``; ``copy_no`` 0 is the original, others are marked and counted."""
    blocks = (
        *copy_mark(copy_no, texts),
        *store_header(context.store, texts),
        *_sale_header(sale, context, texts=texts),
        *returned_goods(sale, texts),
        *(block for line in sale.lines for block in _sale_line(line, sale.currency, texts=texts)),
        *_sums(sale, texts),
        *_tenders(sale, texts),
        *tax_table(sale.tax, sale.currency, texts=texts),
        *_member(sale, person, texts=texts),
        *_expiring(context, texts),
        *_tier_reached(context.tier_reached, texts),
        *given_back(sale, texts),
        *comes_later(sale, context.pickup_codes, time_zone=context.store.time_zone, texts=texts),
        *_fiscal(sale, texts),
        *_farewell(sale, context, texts=texts, is_member=person is not None),
        *printed_coupons(sale, context.coupon_codes, time_zone=context.store.time_zone, texts=texts),
        Cut(),
    )
    return Document(DocumentKind.RECEIPT, blocks)


def receipt_link(base_url: str, receipt_number: str, *, entry_hash: str) -> str:
    """Return the address that a receipt's QR code holds."""
    return f"{base_url.rstrip('/')}/r/{receipt_number}?h={entry_hash[:_HASH_DIGITS]}"


def copy_mark(copy_no: int, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield the mark of a copy; nothing for the original."""
    if copy_no > 0:
        yield Banner(texts.text("receipt.copy", number=copy_no))
        yield Space(1)


def store_header(store: StoreProfile, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield the store's name, address and legal id."""
    yield Text(store.name, Align.CENTER, Size.HUGE, bold=True)
    if store.address:
        yield Text(store.address, Align.CENTER)
    if store.legal_id:
        yield Text(f"{texts.text('receipt.legal_id')} {store.legal_id}", Align.CENTER)


def tax_table(rows: tuple[TaxRow, ...], currency: str, *, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield one row a tax rate, below its heading; nothing if nothing is taxed."""
    if not rows:
        return
    yield Rule("-")
    heads = (texts.text("tax.rate"), texts.text("tax.net"), texts.text("tax.tax"), texts.text("tax.gross"))
    yield _tax_row(heads)
    for row in rows:
        figures = (row.net_minor, row.tax_minor, row.gross_minor)
        yield _tax_row((rate(row.rate_bp), *(amount(Money(minor, currency)) for minor in figures)))


def _tax_row(texts: tuple[str, ...]) -> Row:
    first, *figures = texts
    return Row((Cell(first, weight=2), *(Cell(figure, Align.RIGHT, weight=3) for figure in figures)))


def _sale_header(sale: SaleCompleted, context: PaperContext, *, texts: ReceiptTexts) -> Iterator[Block]:
    yield Rule("-")
    yield pair(texts.text("receipt.number"), sale.receipt_number)
    yield pair(texts.text("receipt.time"), local_time(context.wall_ms, context.store.time_zone))
    yield pair(texts.text("receipt.cashier"), context.cashier)
    if sale.takes_away:
        yield Text(texts.text("receipt.away"), bold=True)
    if sale.note:
        yield Text(texts.text("receipt.note", note=sale.note))
    yield Rule("-")


def _sale_line(line: SaleLine, currency: str, *, texts: ReceiptTexts) -> Iterator[Block]:
    listed = amount(Money(line.list_minor, currency))
    if line.sold_by == "piece" and line.qty_milli == _ONE_MILLI:
        yield pair(line.name, listed)
    else:
        yield Text(line.name)
        key = "receipt.per_kg" if line.sold_by == "weight" else "receipt.per_piece"
        unit_minor = line.unit_price_minor + sum(option.price_minor for option in line.options)
        price = amount(Money(unit_minor, currency))
        yield pair("  " + texts.text(key, qty=quantity(line.qty_milli), price=price), listed)
    yield from _options(line, currency, texts=texts)
    # Who pays for a discount is the shop's affair: the customer sees each offer once.
    taken: dict[str, int] = {}
    for discount in line.discounts:
        # Dropped change is the affair of the whole sale: it stands among the sums.
        if discount.rule_id == CASHIER_DROP_ID:
            continue
        taken[discount.name] = taken.get(discount.name, 0) + discount.amount_minor
    for name, minor in taken.items():
        yield pair("  " + name, amount(Money(minor, currency)))
    if line.serial:
        yield Text("  " + texts.text("receipt.serial", serial=line.serial))
    if line.note:
        yield Text("  " + texts.text("receipt.note", note=line.note))


def _options(line: SaleLine, currency: str, *, texts: ReceiptTexts) -> Iterator[Block]:
    """Yield what was chosen: first what costs nothing in one row, then each option that has a price."""
    free = [option.name for option in line.options if not option.price_minor]
    if free:
        yield Text("  " + texts.text("receipt.separator").join(free))
    for option in line.options:
        if option.price_minor:
            price = amount(Money(option.price_minor, currency))
            yield Text("  " + texts.text("receipt.option", name=option.name, price=price))


def _counted(line: SaleLine) -> int:
    """Return what the customer counts of a line: pieces and packs, weighed goods as one, no deposits."""
    if line.deposit:
        return 0
    return line.qty_milli // _ONE_MILLI if line.sold_by == "piece" else 1


def _sums(sale: SaleCompleted, texts: ReceiptTexts) -> Iterator[Block]:
    yield Rule("-")
    count = sum(_counted(line) for line in sale.lines)
    if sale.lines:
        yield pair(texts.text("receipt.pieces", count=count), amount(Money(sale.list_minor, sale.currency)))
    drops = [each for line in sale.lines for each in line.discounts if each.rule_id == CASHIER_DROP_ID]
    dropped = -sum(each.amount_minor for each in drops)
    if abs(sale.discount_minor) > dropped:
        saved = Money(dropped - abs(sale.discount_minor), sale.currency)
        yield pair(texts.text("receipt.discounts"), amount(saved))
    if dropped:
        yield pair(drops[0].name, amount(Money(-dropped, sale.currency)))
    refunds = sum(back.refund_minor for back in sale.returned)
    if refunds and sale.lines:
        yield pair(texts.text("return.refund"), amount(Money(-refunds, sale.currency)))
    if sale.rounding_minor:
        yield pair(texts.text("receipt.rounding"), amount(Money(sale.rounding_minor, sale.currency)))
    yield Rule("=")
    to_pay = Money(sale.total_minor + sale.rounding_minor, sale.currency)
    label = texts.text("return.total") if to_pay.minor < 0 else texts.text("receipt.total")
    yield pair(label, signed_amount(abs(to_pay)), size=Size.HUGE, bold=True)
    yield Rule("=")


def _tenders(sale: SaleCompleted, texts: ReceiptTexts) -> Iterator[Block]:
    for tender in sale.tenders:
        label = texts.text(f"tender.{tender.kind}")
        if tender.points:
            label += f" {abs(tender.points):,}"
        elif tender.reference and tender.kind not in BALANCES:
            label += f" {_reference(tender.kind, tender.reference, texts=texts)}"
        yield pair(label, amount(Money(tender.tendered_minor, sale.currency)))
        forfeited = tender.tendered_minor - tender.change_minor - tender.amount_minor
        if forfeited:
            kept = amount(Money(-forfeited, sale.currency))
            yield pair("  " + texts.text("receipt.forfeited"), kept)
        if tender.change_minor:
            change = amount(Money(tender.change_minor, sale.currency))
            yield pair(texts.text("receipt.change"), change, bold=True)


def _reference(kind: str, digits: str, *, texts: ReceiptTexts) -> str:
    if kind == "voucher":
        return texts.text("receipt.voucher_number", digits=digits)
    if kind == "card":
        return texts.text("receipt.card_reference", digits=digits)
    return texts.text("receipt.reference", digits=digits)


def _member(sale: SaleCompleted, person: SalePerson | None, *, texts: ReceiptTexts) -> Iterator[Block]:
    if person is None and not sale.coupons and sale.member_tier is None:
        return
    yield Rule("-")
    if person is not None:
        yield pair(texts.text("member.member"), f"{person.masked_name} {person.phone_last4}".strip())
    if sale.points_earned:
        yield pair(texts.text("member.points"), f"+{sale.points_earned:,}", bold=True)
    names = {discount.coupon_id: discount.name for line in sale.lines for discount in line.discounts}
    for coupon in sale.coupons:
        label = texts.text("member.coupon" if coupon.mode == "online" else "member.coupon_later")
        name = names.get(coupon.coupon_id, "")
        value = amount(Money(-abs(coupon.amount_minor), sale.currency))
        yield pair(f"{label} {name}".strip(), value)


def _expiring(context: PaperContext, texts: ReceiptTexts) -> Iterator[Block]:
    if context.expiring is not None:
        points, at_ms = context.expiring
        day = local_time(at_ms, context.store.time_zone).partition(" ")[0]
        yield pair(texts.text("member.expiring", date=day), f"{points:,}")


def _tier_reached(tier: str, texts: ReceiptTexts) -> Iterator[Block]:
    if tier:
        name = texts.text_or(f"tier.{tier}", tier)
        yield Text(texts.text("member.tier_reached", tier=name), Align.CENTER, bold=True)


def _fiscal(sale: SaleCompleted, texts: ReceiptTexts) -> Iterator[Block]:
    if sale.fiscal.state in {"pending", "failed"}:
        yield Text(texts.text(f"fiscal.{sale.fiscal.state}"), Align.CENTER)
    for name, value in sorted(sale.fiscal.data.items()):
        yield pair(name, value)


def _farewell(
    sale: SaleCompleted, context: PaperContext, *, texts: ReceiptTexts, is_member: bool
) -> Iterator[Block]:
    yield Rule("-")
    if sale.discount_minor:
        saved = signed_amount(Money(abs(sale.discount_minor), sale.currency))
        yield Text(texts.text("receipt.saved", amount=saved), Align.CENTER, bold=True)
    if context.entry_hash and context.store.receipt_base_url:
        link = receipt_link(
            context.store.receipt_base_url, sale.receipt_number, entry_hash=context.entry_hash
        )
        # Who is no member yet can become one there; the receipt's number says whose work that was.
        yield Qr(link, caption=texts.text("receipt.qr" if is_member else "receipt.qr_join"))
    yield Space(1)
    yield Text(texts.text("receipt.thanks"), Align.CENTER)


def compose_test_page(context: PaperContext, texts: ReceiptTexts) -> Document:
    """Return a page that shows whether width, Chinese, sizes and codes of a printer are right."""
    blocks = (
        Text(texts.text("test.title"), Align.CENTER, Size.HUGE, bold=True),
        *store_header(context.store, texts),
        Rule("-"),
        pair(texts.text("receipt.till"), context.till),
        pair(texts.text("receipt.time"), local_time(context.wall_ms, context.store.time_zone)),
        pair("|", "|"),
        Text(texts.text("test.columns"), Align.CENTER),
        Text(texts.text("test.chinese")),
        Text("ABCabc 0123456789", size=Size.LARGE),
        Rule("="),
        Qr(context.store.receipt_base_url or context.store.store_id, caption=texts.text("test.qr")),
        Space(1),
        Barcode("TEST-0123"),
        Cut(),
    )
    return Document(DocumentKind.TEST_PAGE, blocks)
