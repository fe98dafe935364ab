"""A coupon for an order that is late, printed when it is ready and head office cannot be asked.

With the network head office gives it, into the member's wallet. Without, this till prints one that was
signed ahead; its fact stands before that of the ready order, so that head office gives no second one.

Source: docs/rules/promises.md, "A coupon for being late".
"""

import json
from typing import Final

from pos_app.services.coupon_paper import printed_coupon
from pos_app.services.documents import (
    Banner,
    Block,
    Cut,
    Document,
    DocumentKind,
    Rule,
    document_to_json,
    pair,
)
from pos_app.services.issue_coupons import expires_ms_of, terms_of
from pos_app.services.order_model import Order
from pos_app.services.ports import Clock
from pos_app.services.price_basket import PriceBasket
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import store_header
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.promises import is_late
from retail_core.wire.facts import IssuedCoupon
from retail_core.wire.store_facts import ORDER_LATE, OrderLate

AWAY_MS: Final = 90_000
"""A till that heard nothing of head office for so long prints by itself: held requests end after 60 s."""

_ANY_TOTAL: Final = 2**53 - 1


class LateCoupons:
    """Prints the coupon of a late order; inside the transaction that marks it ready."""

    def __init__(self, *, prices: PriceBasket, clock: Clock, texts: ReceiptTexts) -> None:
        """Keep who knows the campaigns and the store."""
        self._prices = prices
        self._clock = clock
        self._texts = texts

    def print_for(self, work: UnitOfWork, order: Order, *, actor: Actor) -> IssuedCoupon | None:
        """Print a coupon for an order that is ready now, if it is late and nobody can be asked.

        Returns:
            What was printed; ``None`` where nothing is due, head office sees to it, or none is here.
        """
        now_ms, profile = self._clock.now_ms(), self._prices.profile
        if not profile.late_campaign or not is_late(
            order.promised_ms, now_ms, limit_minutes=profile.late_minutes
        ):
            return None
        if order.ready_ms is not None or now_ms - work.sync_state.get().last_contact_ms <= AWAY_MS:
            return None
        campaign = self._prices.campaign(profile.late_campaign)
        blanks = work.coupons.blanks(_ANY_TOTAL, now_ms=now_ms, use="late")
        blank = next((each for each in blanks if each.campaign_id == profile.late_campaign), None)
        terms = None if campaign is None else terms_of(campaign, language=profile.receipt_language)
        if campaign is None or blank is None or terms is None:
            return None
        expires_ms = expires_ms_of(campaign, blank, profile=profile, now_ms=now_ms)
        if expires_ms <= now_ms:
            return None
        # It comes into the member's wallet, and counts with this member only.
        only = terms.only if not order.of_member or "members" in terms.only else (*terms.only, "members")
        issued = terms.model_copy(
            update={"coupon_id": blank.coupon_id, "expires_ms": expires_ms, "only": only}
        )
        body = OrderLate(order_id=order.order_id, issued=issued)
        entry = write_fact(work, self._clock, kind=ORDER_LATE, actor=actor.staff_id, body=body)
        work.coupons.add_issue(blank, sale_id=f"order:{order.order_id}", expires_ms=expires_ms, entry=entry)
        slip = self._slip(order, issued, code=(blank.code, blank.short_code))
        text = json.dumps(document_to_json(slip), ensure_ascii=False)
        work.spool.add("document", text, reference=order.number, written_ms=entry.wall_ms)
        return issued

    def _slip(self, order: Order, issued: IssuedCoupon, *, code: tuple[str, str]) -> Document:
        profile, texts = self._prices.profile, self._texts
        blocks: list[Block] = [
            *store_header(profile, texts),
            Banner(texts.text("coupon.late")),
            pair(texts.text("pickup.number"), order.number, bold=True),
            Rule("-"),
            *printed_coupon(issued, code, currency=order.currency, time_zone=profile.time_zone, texts=texts),
            Cut(),
        ]
        return Document(DocumentKind.PICKUP_SLIP, tuple(blocks))
