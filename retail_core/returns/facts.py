"""Between the records of returns and the sale's fact on the wire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from retail_core.pricing.model import CASHIER_PRICE_ID
from retail_core.returns.model import (
    BackLine,
    Basis,
    Clawed,
    Paid,
    Part,
    Reduction,
    Refund,
    Sold,
    SoldCoupon,
    SoldLine,
    SoldUse,
)
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.sale_parts import (
    CampaignUse,
    ClawBack,
    Discount,
    PriceBasis,
    RefundPart,
    ReturnedLine,
    ReturnedReceipt,
    SaleLine,
    Tender,
)

PRICE_OVERRIDE = "price.override"
"""The act that set a line's price by hand."""


def sold_of(sale: SaleCompleted) -> Sold:
    """Return what was bought in a sale, as goods come back from it."""
    by_hand = {act.line_id for act in sale.acts if act.kind == PRICE_OVERRIDE}
    return Sold(
        sale_id=sale.sale_id,
        receipt_number=sale.receipt_number,
        currency=sale.currency,
        prices_include_tax=sale.prices_include_tax,
        lines=tuple(_sold_line(line, by_hand=line.line_id in by_hand) for line in sale.lines),
        paid=_paid(sale),
        coupons=tuple(
            SoldCoupon(use.coupon_id, use.campaign_id, use.value_minor, use.expires_ms)
            for use in sale.coupons
        ),
        points_earned=sale.points_earned,
        member_tier=sale.member_tier,
        basis=None if sale.basis is None else _basis(sale.basis),
        uses=tuple(SoldUse(use.rule_id, use.count, use.day) for use in sale.uses),
    )


def refund_of(returned: ReturnedReceipt) -> Refund:
    """Return what came back, from the fact that says so."""
    return Refund(
        sale_id=returned.sale_id,
        receipt_number=returned.receipt_number,
        policy=returned.policy,
        lines=tuple(_back_line(line) for line in returned.lines),
        clawed=tuple(
            Clawed(**{**each.model_dump(), "funders": tuple(each.funders.items())})
            for each in returned.claw_back
        ),
        points_reversed=returned.points_reversed,
        coupons=returned.coupons,
        parts=tuple(Part(**part.model_dump()) for part in returned.parts),
        uses=tuple(SoldUse(use.rule_id, use.count, use.day) for use in returned.uses),
    )


def returned_of(refund: Refund) -> ReturnedReceipt:
    """Return the fact's part that says what came back."""
    return ReturnedReceipt(
        sale_id=refund.sale_id,
        receipt_number=refund.receipt_number,
        policy=refund.policy,
        lines=tuple(_returned_line(line) for line in refund.lines),
        claw_back=tuple(
            ClawBack(
                of_line_id=each.of_line_id,
                rule_id=each.rule_id,
                kind=each.kind,
                name=each.name,
                category_id=each.category_id,
                tax_effect=each.tax_effect,
                funders=dict(each.funders),
                total_minor=each.total_minor,
                net_minor=each.net_minor,
                tax_minor=each.tax_minor,
                tax_rate_bp=each.tax_rate_bp,
            )
            for each in refund.clawed
        ),
        refund_minor=refund.total_minor,
        points_reversed=refund.points_reversed,
        coupons=refund.coupons,
        uses=tuple(CampaignUse(rule_id=use.rule_id, count=use.count, day=use.day) for use in refund.uses),
        parts=tuple(
            RefundPart(
                kind=part.kind,
                reference=part.reference,
                provider=part.provider,
                amount_minor=part.amount_minor,
                moved_minor=part.moved_minor,
                given_as=part.given_as,
                given_minor=part.given_minor,
                points=part.points,
            )
            for part in refund.parts
        ),
    )


def basis_message(basis: Basis) -> PriceBasis:
    """Return what the fact keeps of the campaigns that applied."""
    return PriceBasis.model_validate(
        {
            "store_id": basis.store_id,
            "channel": basis.channel,
            "local_date": basis.local_date,
            "weekday": basis.weekday,
            "minute_of_day": basis.minute_of_day,
            "tax_per": basis.tax_per,
            "campaigns": tuple(dict(each) for each in basis.campaigns),
        }
    )


def _basis(basis: PriceBasis) -> Basis:
    return Basis(
        store_id=basis.store_id,
        channel=basis.channel,
        local_date=basis.local_date,
        weekday=basis.weekday,
        minute_of_day=basis.minute_of_day,
        tax_per=basis.tax_per,
        campaigns=tuple(cast("Mapping[str, object]", each) for each in basis.campaigns),
    )


def _paid(sale: SaleCompleted) -> tuple[Paid, ...]:
    """Return how what was bought was paid: by tenders, and by what came back in the same document."""
    rounded = _rounded_tender(sale)
    found = [
        Paid(
            tender.kind,
            tender.reference,
            tender.provider,
            tender.amount_minor - (sale.rounding_minor if tender is rounded else 0),
            tender.amount_minor,
            tender.points,
        )
        for tender in sale.tenders
        if tender.amount_minor > 0
    ]
    found.extend(
        Paid(part.kind, part.reference, part.provider, part.moved_minor, part.moved_minor, part.points)
        for returned in sale.returned
        for part in returned.parts
        if part.moved_minor
    )
    missing = sum(line.total_minor for line in sale.lines) - sum(each.exact_minor for each in found)
    if missing > 0:
        # A rest that was rounded to no coin at all was settled in cash all the same. What nobody accounts for
        # in a document of doubtful sums is given back in cash, too.
        waived = min(missing, max(0, -sale.rounding_minor)) if rounded is None else 0
        found.append(Paid("cash", None, "", missing, missing - waived))
    return tuple(found)


def _rounded_tender(sale: SaleCompleted) -> Tender | None:
    """Return the tender that the rounding to coins is in: cash, else a voucher that gave change."""
    paid = [tender for tender in sale.tenders if tender.amount_minor > 0]
    cash = [tender for tender in paid if tender.kind == "cash"]
    return next(iter([*cash, *(tender for tender in paid if tender.change_minor)]), None)


def _sold_line(line: SaleLine, *, by_hand: bool) -> SoldLine:
    return SoldLine(
        line_id=line.line_id,
        product_id=line.product_id,
        name=line.name,
        category_id=line.category_id,
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        unit_price_minor=line.unit_price_minor,
        list_minor=line.list_minor,
        reductions=_reductions(line.discounts),
        total_minor=line.total_minor,
        net_minor=line.net_minor,
        tax_minor=line.tax_minor,
        tax_rate_bp=line.tax_rate_bp,
        points=line.points,
        brand=line.brand,
        tier_prices=tuple(sorted(line.tier_prices.items())),
        label_minor=line.label_minor,
        regulated=line.regulated,
        deposit=line.deposit,
        options_minor=sum(option.price_minor for option in line.options),
        pack_id=line.pack_id,
        pack_pieces=line.pack_pieces,
        agreed=bool(line.order_id),
        serial=line.serial,
        cost_minor=line.cost_minor,
        hand_priced=by_hand or any(each.rule_id == CASHIER_PRICE_ID for each in line.discounts),
    )


def _reductions(discounts: Sequence[Discount]) -> tuple[Reduction, ...]:
    return tuple(
        Reduction(
            rule_id=each.rule_id,
            kind=each.kind,
            name=each.name,
            tax_effect=each.tax_effect,
            funders=tuple(each.funders.items()),
            units_milli=each.units_milli,
            coupon_id=each.coupon_id,
        )
        for each in discounts
    )


def _back_line(line: ReturnedLine) -> BackLine:
    return BackLine(
        **{
            **line.model_dump(exclude={"discounts"}),
            "reductions": _reductions(line.discounts),
        }
    )


def _returned_line(line: BackLine) -> ReturnedLine:
    return ReturnedLine(
        line_id=line.line_id,
        of_line_id=line.of_line_id,
        product_id=line.product_id,
        name=line.name,
        category_id=line.category_id,
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        pack_pieces=line.pack_pieces,
        list_minor=line.list_minor,
        discounts=tuple(
            Discount(
                rule_id=each.rule_id,
                kind=each.kind,
                name=each.name,
                amount_minor=each.amount_minor,
                funders=dict(each.funders),
                tax_effect=each.tax_effect,
                units_milli=each.units_milli,
                coupon_id=each.coupon_id,
            )
            for each in line.reductions
        ),
        total_minor=line.total_minor,
        net_minor=line.net_minor,
        tax_minor=line.tax_minor,
        tax_rate_bp=line.tax_rate_bp,
        reason=line.reason,
        restock=line.restock,
        deposit=line.deposit,
        serial=line.serial,
        cost_minor=line.cost_minor,
    )
