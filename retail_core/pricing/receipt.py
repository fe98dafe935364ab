"""The last step: lines with their explanation, the tax table, points, hints and what was rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from retail_core.money import Money
from retail_core.pricing.coupon_stage import CouponResult
from retail_core.pricing.effects import Missing, PointsEffect, Stage
from retail_core.pricing.model import (
    Adjustment,
    BasketLine,
    CouponOutcome,
    Hint,
    PricedBasket,
    PricedLine,
    Rejection,
    TaxRow,
)
from retail_core.pricing.parts import Placement
from retail_core.pricing.reasons import HintCode
from retail_core.pricing.rules import Campaign
from retail_core.pricing.tax import Taxed, line_taxes
from retail_core.pricing.working import PricingRun


def write_receipt(run: PricingRun, coupons: Sequence[CouponResult]) -> PricedBasket:
    """Return the priced basket of a finished run."""
    basket = run.basket
    currency = basket.currency
    placement = Placement(run)
    adjustments = placement.adjustments(currency)
    lines = _lines(run, placement.remaining, adjustments=adjustments)
    total = sum(line.total.minor for line in lines)
    list_total = sum(line.list_amount.minor for line in lines)
    discount = sum(each.amount.minor for line in lines for each in line.adjustments)
    outside = sum(_outside(line.adjustments) for line in lines)
    return PricedBasket(
        currency=currency,
        lines=tuple(lines),
        coupons=tuple(_outcome(result, currency) for result in coupons),
        list_total=Money(list_total, currency),
        discount_total=Money(-discount, currency),
        total=Money(total, currency),
        receivable=Money(outside, currency),
        tax=_tax_table(lines),
        points_earned=_points(run, lines),
        hints=_hints(run.hints),
        rejected=_rejections(run),
        uses=run.uses_made(),
    )


def _lines(
    run: PricingRun, remaining: Mapping[str, int], *, adjustments: Mapping[str, Sequence[Adjustment]]
) -> list[PricedLine]:
    context = run.context
    lines = run.basket.lines
    taxed = [
        Taxed(
            amount_minor=remaining[line.line_id] + _outside(adjustments.get(line.line_id, ())),
            rate_bp=line.tax_rate_bp,
            tie_key=(line.product_id or "", line.line_id),
        )
        for line in lines
    ]
    taxes = line_taxes(taxed, included=context.prices_include_tax, per=context.tax_per)
    return [
        _line(
            line,
            remaining[line.line_id],
            tax=tax,
            adjustments=tuple(adjustments.get(line.line_id, ())),
            included=context.prices_include_tax,
        )
        for line, tax in zip(lines, taxes, strict=True)
    ]


def _line(
    line: BasketLine, paid: int, *, tax: int, adjustments: tuple[Adjustment, ...], included: bool
) -> PricedLine:
    currency = line.unit_price.currency
    net = paid - tax if included else paid
    total = Money(net + tax, currency)
    list_amount = total if included else Money(paid, currency)
    if adjustments:
        list_amount = Money(paid - sum([each.amount.minor for each in adjustments]), currency)
    return PricedLine(
        line_id=line.line_id,
        list_amount=list_amount,
        adjustments=adjustments,
        total=total,
        net=Money(net, currency),
        tax=Money(tax, currency),
        tax_rate_bp=line.tax_rate_bp,
    )


def _outside(adjustments: Sequence[Adjustment]) -> int:
    """Return what third parties pay, >= 0."""
    if not adjustments:
        return 0
    return -sum(each.amount.minor for each in adjustments if each.tax_effect == "third_party_payment")


def _tax_table(lines: Sequence[PricedLine]) -> tuple[TaxRow, ...]:
    rows = []
    for rate_bp in sorted({line.tax_rate_bp for line in lines}, reverse=True):
        of_rate = [line for line in lines if line.tax_rate_bp == rate_bp]
        tax = sum(line.tax.minor for line in of_rate)
        net = sum(line.net.minor + _outside(line.adjustments) for line in of_rate)
        currency = of_rate[0].total.currency
        rows.append(TaxRow(rate_bp, Money(net, currency), Money(tax, currency), Money(net + tax, currency)))
    return tuple(rows)


def _points(run: PricingRun, lines: Sequence[PricedLine]) -> int:
    """Return the points of the best rule: highest priority, then most points."""
    if run.basket.member is None:
        return 0
    paid = {line.line_id: line.total.minor for line in lines}
    found: list[tuple[int, int]] = []
    for rule_id, goods_list in run.by_campaign(Stage.POINTS).items():
        campaign = run.rules.by_id[rule_id]
        amount = sum(paid[line.line_id] for goods in goods_list for line in goods.lines)
        points = cast("PointsEffect", campaign.effect).points(amount, run.tier)
        if points > 0:
            found.append((campaign.priority, points))
    return max(found, default=(0, 0))[1]


def _outcome(result: CouponResult, currency: str) -> CouponOutcome:
    return CouponOutcome(
        coupon_id=result.facts.coupon_id,
        campaign_id=result.facts.campaign_id,
        applied=result.off_minor > 0,
        amount=Money(result.off_minor, currency),
        reason_code=str(result.reason),
    )


def _hints(found: Iterable[tuple[Campaign, Missing]]) -> tuple[Hint, ...]:
    return tuple(
        Hint(
            rule_id=campaign.id,
            code=str(HintCode.SPEND_MORE if missing.spend_minor else HintCode.UNITS_MORE),
            args=tuple((name, value) for name, value in _missing_args(missing) if value),
        )
        for campaign, missing in sorted(found, key=lambda item: item[0].id)
    )


def _missing_args(missing: Missing) -> tuple[tuple[str, int], ...]:
    return (
        ("units", missing.units),
        ("spend_minor", missing.spend_minor),
        ("off_minor", missing.off_minor),
        ("off_bp", missing.off_bp),
    )


def _rejections(run: PricingRun) -> tuple[Rejection, ...]:
    return tuple(
        Rejection(rule_id, str(reason), lost_to)
        for rule_id, (reason, lost_to) in sorted(run.rejected.items())
        if rule_id not in run.applied
    )
