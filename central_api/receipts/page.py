"""A receipt as a page for a phone: what the paper says, in the customer's language.

Names of goods and offers are in the language of the receipt, as the till stated them.
"""

from collections.abc import Iterator

from central_api.kit.html import Html, row, tag
from central_api.kit.words import Words
from central_api.receipts.schemas import ShownReceipt
from retail_core.figures import amount, local_time, quantity, rate, signed_amount
from retail_core.money import Money
from retail_core.pricing.model import CASHIER_DROP_ID
from retail_core.wire.facts import LineOption, ReturnedReceipt, SaleCompleted, SaleLine

_ONE_MILLI = 1000


def receipt_parts(shown: ShownReceipt, words: Words) -> Iterator[Html]:
    """Yield the sections of a receipt."""
    sale = shown.sale
    yield _head(shown, words)
    for back in sale.returned:
        yield _goods_back(back, sale.currency, words=words)
    if sale.lines:
        yield tag("section", *(_line(line, sale.currency, words=words) for line in sale.lines))
    yield tag("section", *_sums(sale, words), *_tenders(sale, words))
    if sale.discount_minor:
        saved = signed_amount(Money(abs(sale.discount_minor), sale.currency))
        yield tag("section", words.text("receipt.saved", amount=saved), kind="saved")
    member = tuple(_member(shown, words))
    if member:
        yield tag("section", *member)
    if sale.tax:
        yield _tax(sale, words)
    for since in shown.returned:
        yield _goods_back(since.receipt, sale.currency, words=words, title=words.text("page.since"))


def _head(shown: ShownReceipt, words: Words) -> Html:
    sale, store = shown.sale, shown.store
    address = [tag("p", store.address, kind="muted")] if store.address else []
    legal = [tag("p", f"{words.text('receipt.legal_id')} {store.legal_id}", kind="muted")]
    return tag(
        "section",
        tag("h1", store.name),
        *address,
        *(legal if store.legal_id else []),
        row(words.text("receipt.number"), sale.receipt_number),
        row(words.text("receipt.time"), local_time(shown.sold_ms, store.time_zone)),
        *([tag("p", words.text("receipt.away"))] if sale.takes_away else []),
        *([tag("p", words.text("receipt.note", note=sale.note))] if sale.note else []),
    )


def _line(line: SaleLine, currency: str, *, words: Words) -> Html:
    parts = [row(line.name, amount(Money(line.list_minor, currency)))]
    if line.sold_by != "piece" or line.qty_milli != _ONE_MILLI:
        key = "receipt.per_kg" if line.sold_by == "weight" else "receipt.per_piece"
        unit_minor = line.unit_price_minor + sum(option.price_minor for option in line.options)
        price = amount(Money(unit_minor, currency))
        parts.append(tag("div", words.text(key, qty=quantity(line.qty_milli), price=price), kind="sub"))
    options = [_option(option, currency, words=words) for option in line.options]
    if options:
        parts.append(tag("div", words.text("receipt.separator").join(options), kind="sub"))
    taken: dict[str, int] = {}
    for discount in line.discounts:
        # Dropped change is the affair of the whole sale: it stands among the sums.
        if discount.rule_id != CASHIER_DROP_ID:
            taken[discount.name] = taken.get(discount.name, 0) + discount.amount_minor
    parts += [row(name, amount(Money(minor, currency)), kind="row off") for name, minor in taken.items()]
    if line.note:
        parts.append(tag("div", words.text("receipt.note", note=line.note), kind="sub"))
    return tag("div", *parts, kind="line")


def _option(option: LineOption, currency: str, *, words: Words) -> str:
    if not option.price_minor:
        return option.name
    return words.text("receipt.option", name=option.name, price=amount(Money(option.price_minor, currency)))


def _sums(sale: SaleCompleted, words: Words) -> Iterator[Html]:
    currency = sale.currency
    drops = [each for line in sale.lines for each in line.discounts if each.rule_id == CASHIER_DROP_ID]
    dropped = -sum(each.amount_minor for each in drops)
    saved = abs(sale.discount_minor) - dropped
    if sale.lines:
        yield row(words.text("receipt.list_total"), amount(Money(sale.list_minor, currency)))
    if saved > 0:
        yield row(words.text("receipt.discounts"), amount(Money(-saved, currency)), kind="row off")
    if dropped:
        yield row(drops[0].name, amount(Money(-dropped, currency)), kind="row off")
    refunds = sum(back.refund_minor for back in sale.returned)
    if refunds and sale.lines:
        yield row(words.text("return.refund"), amount(Money(-refunds, currency)))
    if sale.rounding_minor:
        yield row(words.text("receipt.rounding"), amount(Money(sale.rounding_minor, currency)))
    to_pay = Money(sale.total_minor + sale.rounding_minor, currency)
    label = words.text("return.total" if to_pay.minor < 0 else "receipt.total")
    yield row(label, signed_amount(abs(to_pay)), kind="row total")


def _tenders(sale: SaleCompleted, words: Words) -> Iterator[Html]:
    for tender in sale.tenders:
        # No reference: what helps a cashier on paper helps nobody who found a link.
        label = words.text(f"tender.{tender.kind}")
        if tender.points:
            label += f" {abs(tender.points):,}"
        yield row(label, amount(Money(tender.tendered_minor, sale.currency)))
        if tender.change_minor:
            yield row(words.text("receipt.change"), amount(Money(tender.change_minor, sale.currency)))


def _member(shown: ShownReceipt, words: Words) -> Iterator[Html]:
    sale = shown.sale
    if shown.masked_name:
        yield row(words.text("member.member"), shown.masked_name)
    if sale.points_earned:
        yield row(words.text("member.points"), f"+{sale.points_earned:,}")
    names = {discount.coupon_id: discount.name for line in sale.lines for discount in line.discounts}
    for coupon in sale.coupons:
        label = words.text("member.coupon" if coupon.mode == "online" else "member.coupon_later")
        value = amount(Money(-abs(coupon.amount_minor), sale.currency))
        yield row(f"{label} {names.get(coupon.coupon_id, '')}".strip(), value)


def _tax(sale: SaleCompleted, words: Words) -> Html:
    heads = tag("tr", *(tag("th", words.text(f"tax.{name}")) for name in ("rate", "net", "tax", "gross")))
    rows = [
        tag(
            "tr",
            tag("td", rate(each.rate_bp)),
            *(
                tag("td", amount(Money(minor, sale.currency)))
                for minor in (each.net_minor, each.tax_minor, each.gross_minor)
            ),
        )
        for each in sale.tax
    ]
    return tag("section", tag("table", heads, *rows))


def _goods_back(back: ReturnedReceipt, currency: str, *, words: Words, title: str = "") -> Html:
    if not title and back.receipt_number:
        title = words.text("return.of_receipt", number=back.receipt_number)
    parts = [tag("h2", title or words.text("return.without_receipt"))]
    for line in back.lines:
        key = "return.kg" if line.sold_by == "weight" else "return.pieces"
        label = f"{line.name} · {words.text(key, qty=quantity(line.qty_milli))}"
        parts.append(row(label, amount(Money(-line.total_minor, currency))))
    for claw in back.claw_back:
        key = "return.held_back" if claw.total_minor >= 0 else "return.no_longer_held"
        parts.append(row(words.text(key, name=claw.name), amount(Money(claw.total_minor, currency))))
    parts.append(row(words.text("return.refund"), amount(Money(-back.refund_minor, currency))))
    return tag("section", *parts)
