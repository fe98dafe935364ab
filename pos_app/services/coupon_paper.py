"""Coupons on paper: what each is worth, from what on, until when, and the code that redeems it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pos_app.services.documents import Align, Block, Qr, Rule, Size, Space, Text, pair
from pos_app.services.receipt_texts import ReceiptTexts
from retail_core.figures import local_date, rate, signed_amount
from retail_core.money import Money

if TYPE_CHECKING:
    from retail_core.wire.facts import IssuedCoupon, SaleCompleted


def printed_coupons(
    sale: SaleCompleted, codes: Mapping[str, tuple[str, str]], *, time_zone: str, texts: ReceiptTexts
) -> Iterator[Block]:
    """Yield the coupons that a sale gave; one whose code is not here is named without one.

    Args:
        sale: The sale, whose fact has the terms.
        codes: The code and the short code of each, by its id.
        time_zone: The store's; a coupon is valid up to and including the day that is printed.
        texts: In the receipt language of the store.
    """
    for issued in sale.issued:
        yield Space(1)
        yield Rule("=")
        yield Text(texts.text("coupon.title"), Align.CENTER)
        code = codes.get(issued.coupon_id)
        yield from printed_coupon(issued, code, currency=sale.currency, time_zone=time_zone, texts=texts)


def printed_coupon(
    issued: IssuedCoupon,
    code: tuple[str, str] | None,
    *,
    currency: str,
    time_zone: str,
    texts: ReceiptTexts,
) -> Iterator[Block]:
    """Yield what a coupon is worth, what it asks for, until when, and its code where that is here."""
    yield Text(worth(issued, currency, texts=texts), Align.CENTER, Size.LARGE, bold=True)
    yield Text(issued.name, Align.CENTER)
    yield pair(texts.text("coupon.until"), local_date(issued.expires_ms - 1, time_zone), bold=True)
    yield Text(_least(issued, currency, texts=texts))
    for limit in issued.only:
        yield Text(texts.text(f"coupon.only_{limit}"))
    if code is None:
        yield Text(texts.text("coupon.no_code"))
        return
    yield Qr(code[0], caption=code[1])
    yield Text(texts.text("coupon.show"), Align.CENTER)


def worth(issued: IssuedCoupon, currency: str, *, texts: ReceiptTexts) -> str:
    """Return what a coupon is worth, in words."""
    if issued.kind == "amount":
        return texts.text("coupon.amount", amount=signed_amount(Money(issued.worth, currency)))
    if issued.kind == "exchange":
        return texts.text("coupon.exchange", count=issued.worth)
    if issued.cap_minor is None:
        return texts.text("coupon.percent", percent=rate(issued.worth))
    most = signed_amount(Money(issued.cap_minor, currency))
    return texts.text("coupon.percent_most", percent=rate(issued.worth), amount=most)


def _least(issued: IssuedCoupon, currency: str, *, texts: ReceiptTexts) -> str:
    if not issued.min_spend_minor:
        return texts.text("coupon.no_least")
    return texts.text("coupon.least", amount=signed_amount(Money(issued.min_spend_minor, currency)))
