"""A priced basket becomes the fact of a sale, as a till states it."""

from collections.abc import Sequence
from dataclasses import dataclass

from central_api.catalog.schemas import Item
from central_api.demo.chance import Chance
from retail_core.cost import line_cost
from retail_core.pricing.model import (
    MEMBER_PRICE_ID,
    Adjustment,
    Basket,
    PricedBasket,
    PricedLine,
    TaxEffect,
)
from retail_core.pricing.rules import CompiledRules
from retail_core.tenders import TenderTerms
from retail_core.wire.facts import (
    CouponUse,
    Discount,
    Fiscal,
    RemovedLine,
    SaleCompleted,
    SaleLine,
    TaxRow,
    Tender,
)

LANGUAGE = "zh-Hans"
_MEMBER_PRICE = "会员价"
_NOTES_MINOR = (1_000, 2_000, 5_000, 10_000)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on a sale besides its goods."""

    sale_id: str
    receipt_number: str
    shift_id: str
    business_day: str
    terms: TenderTerms


@dataclass(frozen=True, slots=True)
class Rung:
    """What was rung up: the basket as pricing takes it, and what each of its lines is, in the same order."""

    basket: Basket
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Payment:
    """How a sale was paid, and what rounding to coins added to its total."""

    tender: Tender
    rounding_minor: int


def pay(chance: Chance, total_minor: int, *, cash_percent: int, heading: Heading, currency: str) -> Payment:
    """Return how a sale was paid."""
    if chance.randrange(100) >= cash_percent or total_minor == 0:
        reference = f"{chance.randrange(10_000):04d}" if chance.randrange(3) == 0 else None
        tender = Tender(
            kind="external",
            amount_minor=total_minor,
            tendered_minor=total_minor,
            change_minor=0,
            reference=reference,
        )
        return Payment(tender, 0)
    due_minor = heading.terms.in_coins(total_minor, currency)
    note_minor = chance.choice(_NOTES_MINOR)
    given_minor = due_minor if chance.randrange(4) == 0 else -(-due_minor // note_minor) * note_minor
    tender = Tender(
        kind="cash",
        amount_minor=due_minor,
        tendered_minor=given_minor,
        change_minor=given_minor - due_minor,
    )
    return Payment(tender, due_minor - total_minor)


def sale_of(
    heading: Heading,
    rung: Rung,
    *,
    priced: PricedBasket,
    rules: CompiledRules,
    payment: Payment,
    removed: Sequence[RemovedLine] = (),
) -> SaleCompleted:
    """Return the fact of a paid basket."""
    used = {outcome.campaign_id: outcome.coupon_id for outcome in priced.coupons if outcome.applied}
    member = rung.basket.member
    return SaleCompleted(
        sale_id=heading.sale_id,
        receipt_number=heading.receipt_number,
        shift_id=heading.shift_id,
        business_day=heading.business_day,
        currency=priced.currency,
        catalog_version="demo",
        prices_include_tax=True,
        lines=tuple(
            _line(item, outcome, rules=rules, used=used)
            for item, outcome in zip(rung.items, priced.lines, strict=True)
        ),
        list_minor=priced.list_total.minor,
        discount_minor=priced.discount_total.minor,
        total_minor=priced.total.minor,
        rounding_minor=payment.rounding_minor,
        tax=tuple(
            TaxRow(
                rate_bp=row.rate_bp,
                net_minor=row.net.minor,
                tax_minor=row.tax.minor,
                gross_minor=row.gross.minor,
            )
            for row in priced.tax
        ),
        tenders=(payment.tender,),
        coupons=tuple(
            CouponUse(
                coupon_id=outcome.coupon_id,
                campaign_id=outcome.campaign_id,
                amount_minor=outcome.amount.minor,
                mode="online",
                hold_id=None,
            )
            for outcome in priced.coupons
            if outcome.applied
        ),
        member_tier=None if member is None else member.tier,
        points_earned=0 if member is None else priced.points_earned,
        removed=tuple(removed),
        fiscal=Fiscal(provider="null", state="none", data={}),
        takes_away=rung.basket.takes_away,
    )


def _line(item: Item, outcome: PricedLine, *, rules: CompiledRules, used: dict[str, str]) -> SaleLine:
    sold = item.pack or item.product
    return SaleLine(
        line_id=item.line_id,
        product_id=item.product.product_id,
        code=None,
        name=item.name,
        category_id=item.product.category_id,
        qty_milli=item.qty_milli,
        sold_by=item.product.sold_by,
        unit_price_minor=sold.price_minor,
        list_minor=outcome.list_amount.minor,
        discounts=tuple(_discounts(outcome.adjustments, rules=rules, used=used)),
        total_minor=outcome.total.minor,
        net_minor=outcome.net.minor,
        tax_minor=outcome.tax.minor,
        tax_rate_bp=outcome.tax_rate_bp,
        brand=item.product.brand,
        tier_prices=dict(sold.tier_prices),
        regulated=item.product.regulated,
        deposit=item.product.deposit,
        options=item.options,
        pack_id="" if item.pack is None else item.pack.pack_id,
        pack_pieces=item.pack_pieces,
        cost_minor=line_cost(item.product.cost_minor, item.qty_milli * item.pack_pieces),
    )


def _discounts(
    adjustments: Sequence[Adjustment], *, rules: CompiledRules, used: dict[str, str]
) -> list[Discount]:
    """Return one discount a rule and tax effect, with what each funder bears of it."""
    grouped: dict[tuple[str, TaxEffect], list[Adjustment]] = {}
    for adjustment in adjustments:
        grouped.setdefault((adjustment.rule_id, adjustment.tax_effect), []).append(adjustment)
    found = []
    for (rule_id, effect), parts in grouped.items():
        funders: dict[str, int] = {}
        for part in parts:
            funders[part.funder] = funders.get(part.funder, 0) + part.amount.minor
        found.append(
            Discount(
                rule_id=rule_id,
                kind=parts[0].kind,
                name=_name(rules, rule_id),
                amount_minor=sum(funders.values()),
                funders=funders,
                tax_effect=effect,
                units_milli=parts[0].units_milli,
                coupon_id=used.get(rule_id),
            )
        )
    return found


def _name(rules: CompiledRules, rule_id: str) -> str:
    return _MEMBER_PRICE if rule_id == MEMBER_PRICE_ID else rules.by_id[rule_id].name(LANGUAGE)
