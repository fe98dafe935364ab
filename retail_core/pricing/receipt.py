"""The last step: lines with their explanation, the tax table, points, hints and what was rejected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, cast

from retail_core.money import Money, money_of
from retail_core.pricing.accounts import Account, Accounts, Written, in_order
from retail_core.pricing.contest import Places
from retail_core.pricing.coupon_stage import CouponResult
from retail_core.pricing.effects import Missing, PointsEffect
from retail_core.pricing.model import (
    CouponOutcome,
    Hint,
    PricedBasket,
    PricedLine,
    Rejection,
    TaxRow,
)
from retail_core.pricing.occasion import Occasion
from retail_core.pricing.reasons import HintCode, Reason
from retail_core.pricing.rules import Campaign
from retail_core.pricing.tax import RateTax, line_taxes
from retail_core.pricing.working import PricingRun


class _Said(NamedTuple):
    """What was rejected and applied in the run before, and how it was written."""

    rejected: Mapping[str, tuple[Reason, str | None]]
    applied: AbstractSet[str]
    result: tuple[Rejection, ...]


class Receipt:
    """Writes priced baskets of one occasion; lines and rejections that stay the same are the same objects."""

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        self._accounts = Accounts(occasion.currency)
        self._said = _Said({}, set(), ())
        self._rejections: dict[str, tuple[tuple[Reason, str | None], Rejection]] = {}
        self._seen_hints: dict[Campaign, tuple[Missing, Hint]] = {}
        self._places = Places()

    def write(self, run: PricingRun, coupons: Sequence[CouponResult]) -> PricedBasket:
        """Return the priced basket of a finished run.

        Raises:
            PricingFault: a campaign took more off a line than it costs.
        """
        currency = self._occasion.currency
        written = self._accounts.of(run.stands)
        accounts = in_order(written, run.basket.lines)
        context = self._occasion.context
        taxes, rates = line_taxes(accounts, included=context.prices_include_tax, per=context.tax_per)
        lines = [
            account.priced if account.priced is not None and account.tax == tax else self._line(account, tax)
            for account, tax in zip(accounts, taxes, strict=True)
        ]
        remaining = sum([account.remaining for account in accounts])
        discount = sum([account.off for account in accounts])
        total = remaining if context.prices_include_tax else remaining + sum(taxes)
        return PricedBasket(
            currency=currency,
            lines=tuple(lines),
            coupons=tuple(_outcome(result, currency) for result in coupons),
            list_total=Money(remaining + discount, currency),
            discount_total=Money(discount, currency),
            total=Money(total, currency),
            receivable=Money(sum([account.outside for account in accounts]), currency),
            tax=tuple([_tax_row(rate, currency) for rate in rates]),
            points_earned=self._points(run, written),
            hints=self._hints(run),
            rejected=self._rejected(run),
            uses=run.uses_made(),
        )

    def _line(self, account: Account, tax: int) -> PricedLine:
        currency = self._occasion.currency
        paid = account.remaining
        included = self._occasion.context.prices_include_tax
        net = paid - tax if included else paid
        total = money_of(net + tax, currency)
        list_amount = total if included and not account.off else money_of(paid + account.off, currency)
        account.tax = tax
        account.total_minor = net + tax
        account.priced = PricedLine(
            account.line.line_id,
            list_amount,
            account.adjustments,
            total,
            money_of(net, currency),
            money_of(tax, currency),
            account.line.tax_rate_bp,
        )
        return account.priced

    def _rejected(self, run: PricingRun) -> tuple[Rejection, ...]:
        if run.rejected == self._said.rejected and run.applied == self._said.applied:
            return self._said.result
        before, self._rejections = self._rejections, {}
        for rule_id in sorted(run.rejected.keys() - run.applied):
            why = run.rejected[rule_id]
            kept = before.get(rule_id)
            if kept is None or kept[0] != why:
                kept = (why, Rejection(rule_id, str(why[0]), why[1]))
            self._rejections[rule_id] = kept
        result = tuple([rejection for _, rejection in self._rejections.values()])
        self._said = _Said(run.rejected, run.applied, result)
        return result

    def _hints(self, run: PricingRun) -> tuple[Hint, ...]:
        before, self._seen_hints = self._seen_hints, {}
        for campaign, missing in sorted(run.hints, key=lambda item: item[0].id):
            kept = before.get(campaign)
            if kept is None or kept[0] != missing:
                kept = (missing, _hint(campaign, missing))
            self._seen_hints[campaign] = kept
        return tuple([hint for _, hint in self._seen_hints.values()])

    def _points(self, run: PricingRun, written: Sequence[Written]) -> int:
        """Return the points of the best rule: highest priority, then most points."""
        if run.basket.member is None:
            return 0
        places = self._places.of(tuple([goods.offers.points for goods in run.goods]))
        if not places:
            return 0
        paid = [
            each.accounts[0].total_minor
            if len(each.accounts) == 1
            else sum([account.total_minor for account in each.accounts])
            for each in written
        ]
        found: list[tuple[int, int]] = []
        for campaign, at in places.items():
            amount = sum([paid[place] for place in at])
            points = cast("PointsEffect", campaign.effect).points(amount, run.occasion.tier)
            if points > 0:
                found.append((campaign.priority, points))
        return max(found, default=(0, 0))[1]


def _tax_row(rate: RateTax, currency: str) -> TaxRow:
    return TaxRow(
        rate.rate_bp,
        Money(rate.net_minor, currency),
        Money(rate.tax_minor, currency),
        Money(rate.net_minor + rate.tax_minor, currency),
    )


def _outcome(result: CouponResult, currency: str) -> CouponOutcome:
    return CouponOutcome(
        coupon_id=result.facts.coupon_id,
        campaign_id=result.facts.campaign_id,
        applied=result.off_minor > 0,
        amount=Money(result.off_minor, currency),
        reason_code=str(result.reason),
    )


def _hint(campaign: Campaign, missing: Missing) -> Hint:
    return Hint(
        rule_id=campaign.id,
        code=str(HintCode.SPEND_MORE if missing.spend_minor else HintCode.UNITS_MORE),
        args=tuple([(name, value) for name, value in _missing_args(missing) if value]),
    )


def _missing_args(missing: Missing) -> tuple[tuple[str, int], ...]:
    return (
        ("units", missing.units),
        ("spend_minor", missing.spend_minor),
        ("off_minor", missing.off_minor),
        ("off_bp", missing.off_bp),
    )
