"""A priced basket becomes the fact of a sale, for tests of what comes back; no till is asked."""

from collections.abc import Mapping, Sequence

from retail_core.money import Money, round_to_step
from retail_core.pricing.model import Adjustment, Basket, BasketLine, Context, PricedBasket, PricedLine
from retail_core.returns.basis import basis_of
from retail_core.returns.facts import basis_message
from retail_core.returns.points import Earner, points_by_line
from retail_core.wire.facts import CouponUse, Discount, Fiscal, LineOption, SaleCompleted, SaleLine, TaxRow
from retail_core.wire.sale_parts import Tender

NUMBER = "S01-T01-000001"


def tender(kind: str, minor: int, *, reference: str | None = None) -> Tender:
    return Tender.model_validate(
        {
            "kind": kind,
            "amount_minor": minor,
            "tendered_minor": minor,
            "change_minor": 0,
            "reference": reference,
        }
    )


def cash_for(total_minor: int, *, step_minor: int = 1) -> Tender:
    return tender("cash", round_to_step(Money(total_minor, "CNY"), step_minor).minor)


def sale_fact(
    basket: Basket,
    priced: PricedBasket,
    *,
    documents: Sequence[Mapping[str, object]],
    context: Context,
    tenders: Sequence[Tender],
) -> SaleCompleted:
    """Return the fact of a paid basket with all that a return needs of it."""
    basis = basis_of(basket, priced, documents={str(each["id"]): each for each in documents}, context=context)
    points = points_by_line(
        priced.points_earned,
        [
            Earner(line.line_id, line.product_id, out.total.minor, not (line.regulated or line.deposit))
            for line, out in zip(basket.lines, priced.lines, strict=True)
        ],
    )
    values = {each.coupon_id: each.value_minor for each in basket.coupons}
    return SaleCompleted(
        sale_id="sale-1",
        receipt_number=NUMBER,
        shift_id="shift-1",
        business_day=context.local_date,
        currency=basket.currency,
        catalog_version="v1",
        prices_include_tax=context.prices_include_tax,
        lines=tuple(
            _line(line, outcome, points=points.get(line.line_id, 0))
            for line, outcome in zip(basket.lines, priced.lines, strict=True)
        ),
        list_minor=priced.list_total.minor,
        discount_minor=priced.discount_total.minor,
        total_minor=priced.total.minor,
        rounding_minor=sum(each.amount_minor for each in tenders) - priced.total.minor,
        tax=tuple(
            TaxRow(
                rate_bp=row.rate_bp,
                net_minor=row.net.minor,
                tax_minor=row.tax.minor,
                gross_minor=row.gross.minor,
            )
            for row in priced.tax
        ),
        tenders=tuple(tenders),
        coupons=tuple(
            CouponUse(
                coupon_id=each.coupon_id,
                campaign_id=each.campaign_id,
                amount_minor=each.amount.minor,
                mode="online",
                hold_id=None,
                value_minor=values[each.coupon_id],
            )
            for each in priced.coupons
            if each.applied
        ),
        member_tier=None if basket.member is None else basket.member.tier,
        points_earned=priced.points_earned,
        removed=(),
        fiscal=Fiscal(provider="null", state="none", data={}),
        basis=None if basis is None else basis_message(basis),
    )


def _line(line: BasketLine, outcome: PricedLine, *, points: int) -> SaleLine:
    options = line.options_price.minor if line.options_price else 0
    return SaleLine(
        line_id=line.line_id,
        product_id=line.product_id,
        code=None,
        name=line.name,
        category_id=line.category_id or "none",
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        unit_price_minor=line.unit_price.minor,
        list_minor=outcome.list_amount.minor,
        discounts=_discounts(outcome.adjustments),
        total_minor=outcome.total.minor,
        net_minor=outcome.net.minor,
        tax_minor=outcome.tax.minor,
        tax_rate_bp=outcome.tax_rate_bp,
        points=points,
        brand=line.brand or "",
        tier_prices={tier: price.minor for tier, price in line.tier_prices},
        label_minor=None if line.label_amount is None else line.label_amount.minor,
        regulated=line.regulated,
        deposit=line.deposit,
        options=(LineOption(group_id="g", option_id="o", name="options", price_minor=options),)
        if options
        else (),
        pack_id=line.pack_id or "",
        pack_pieces=5 if line.pack_id else 1,
    )


def _discounts(adjustments: Sequence[Adjustment]) -> tuple[Discount, ...]:
    grouped: dict[tuple[str, str], list[Adjustment]] = {}
    for each in adjustments:
        grouped.setdefault((each.rule_id, each.tax_effect), []).append(each)
    return tuple(
        Discount(
            rule_id=rule_id,
            kind=shares[0].kind,
            name=rule_id,
            amount_minor=sum(share.amount.minor for share in shares),
            funders={share.funder: share.amount.minor for share in shares},
            tax_effect=shares[0].tax_effect,
            units_milli=shares[0].units_milli,
        )
        for (rule_id, _), shares in grouped.items()
    )
