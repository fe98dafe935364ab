"""What stays with the customer is priced again, by the campaigns that applied at the sale and by no others.

Source: docs/rules/returns.md, "Claw back".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retail_core.money import Money, round_ratio
from retail_core.pricing.engine import price
from retail_core.pricing.model import (
    CASHIER_PRICE_ID,
    MEMBER_PRICE_ID,
    RESERVED_IDS,
    Basket,
    BasketLine,
    CashierDiscount,
    Context,
    CouponFacts,
    MemberFacts,
)
from retail_core.pricing.rules import CompiledRules, compile_rules
from retail_core.returns.ledger import Ledger, LineLedger, RuleKey
from retail_core.returns.model import Basis, Sold, SoldLine

_ONE_MILLI = 1000
_WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class Loss:
    """What a rule gave on the kept units of a line and gives no longer, by funder.

    Below zero where it gives more than before.
    """

    line_id: str
    key: RuleKey
    funders: tuple[tuple[str, int], ...]
    total_minor: int
    """With the tax on it."""
    tax_minor: int


def losses(ledger: Ledger, gone_coupons: frozenset[str]) -> list[Loss]:
    """Return what each rule loses on each kept line; nothing where the sale says too little to price it.

    ``gone_coupons`` are those that were given back before: they are no longer there to apply.
    """
    sold = ledger.sold
    kept = [line for line in ledger.lines.values() if line.kept_milli]
    if sold.basis is None or not kept:
        return []
    rules, refused = compile_rules([_running(campaign) for campaign in sold.basis.campaigns])
    if refused:
        return []
    now = _offs_now(sold, sold.basis, kept=kept, rules=rules, gone=gone_coupons)
    clawable = {MEMBER_PRICE_ID, *rules.by_id}
    return [
        _loss(line, key, now=now.get((line.sold.line_id, *key), {}), included=sold.prices_include_tax)
        for line in kept
        for key in sorted(_keys(line, now))
        if key[0] in clawable
    ]


def _running(campaign: Mapping[str, object]) -> dict[str, object]:
    """Return a campaign without its window: it applied, so it ran, even if it ended in the next minute."""
    return {name: value for name, value in campaign.items() if name != "window"}


def _keys(line: LineLedger, now: Mapping[tuple[str, str, str], Mapping[str, int]]) -> set[RuleKey]:
    then: set[RuleKey] = {(each.rule_id, each.tax_effect) for each in line.sold.reductions}
    fresh: set[RuleKey] = {
        (rule_id, "third_party_payment" if effect == "third_party_payment" else "price_reduction")
        for line_id, rule_id, effect in now
        if line_id == line.sold.line_id
    }
    return then | fresh


def _offs_now(
    sold: Sold, basis: Basis, *, kept: Sequence[LineLedger], rules: CompiledRules, gone: frozenset[str]
) -> dict[tuple[str, str, str], dict[str, int]]:
    """Return what each rule takes off each kept line now, >= 0, by (line, rule, tax effect) and funder."""
    basket = Basket(
        currency=sold.currency,
        lines=tuple(_line(each, sold.currency) for each in kept),
        # Whoever the sale's campaigns were for was there: limits and first purchases were checked then.
        member=MemberFacts("kept", sold.member_tier, first_purchase=True),
        coupons=tuple(
            CouponFacts(each.coupon_id, each.campaign_id, each.value_minor)
            for each in sold.coupons
            if each.coupon_id not in gone
        ),
        cashier=tuple(
            CashierDiscount(each.sold.line_id, "price", _unit_by_hand(each.sold))
            for each in kept
            if each.sold.hand_priced
        ),
    )
    context = Context(
        store_id=basis.store_id,
        channel=basis.channel,
        local_date=basis.local_date,
        weekday=basis.weekday,
        minute_of_day=basis.minute_of_day,
        prices_include_tax=sold.prices_include_tax,
        tax_per=basis.tax_per,
    )
    found: dict[tuple[str, str, str], dict[str, int]] = {}
    for line in price(basket, rules, context=context).lines:
        for each in line.adjustments:
            if each.rule_id not in RESERVED_IDS or each.rule_id == MEMBER_PRICE_ID:
                funders = found.setdefault((line.line_id, each.rule_id, each.tax_effect), {})
                funders[each.funder] = funders.get(each.funder, 0) - each.amount.minor
    return found


def _line(ledger: LineLedger, currency: str) -> BasketLine:
    sold, kept = ledger.sold, ledger.kept_milli
    label = sold.label_minor
    if label is not None:
        label = round_ratio(label * kept, sold.qty_milli)
    unit_minor = _unit_by_hand(sold) if sold.hand_priced else sold.unit_price_minor
    return BasketLine(
        line_id=sold.line_id,
        product_id=sold.product_id,
        name=sold.name,
        category_id=sold.category_id,
        qty_milli=kept,
        sold_by=sold.sold_by,
        unit_price=Money(unit_minor, currency),
        tax_rate_bp=sold.tax_rate_bp,
        tier_prices=tuple((tier, Money(minor, currency)) for tier, minor in sold.tier_prices),
        brand=sold.brand or None,
        label_amount=None if label is None or sold.hand_priced else Money(label, currency),
        regulated=sold.regulated,
        deposit=sold.deposit,
        # A price by hand is what is paid, options included.
        options_price=None if sold.hand_priced else Money(sold.options_minor, currency),
        pack_id=sold.pack_id or None,
        agreed=sold.agreed and not sold.hand_priced,
    )


def _unit_by_hand(sold: SoldLine) -> int:
    """Return the unit price that a person set: the list price less what that took off."""
    off = sum(each.amount_minor for each in sold.reductions if each.rule_id == CASHIER_PRICE_ID)
    return round_ratio((sold.list_minor + off) * _ONE_MILLI, sold.qty_milli)


def _loss(line: LineLedger, key: RuleKey, *, now: Mapping[str, int], included: bool) -> Loss:
    named = {
        who: None
        for each in line.sold.reductions
        if (each.rule_id, each.tax_effect) == key
        for who, _ in each.funders
    }
    funders = tuple(
        (who, line.kept_off(key, who) - now.get(who, 0)) for who in {**named, **dict.fromkeys(now)}
    )
    lost = sum(minor for _, minor in funders)
    if key[1] == "third_party_payment":
        # It never lowered the taxed amount, so paying it oneself adds none.
        return Loss(line.sold.line_id, key, funders, lost, 0)
    rate = line.sold.tax_rate_bp
    tax = round_ratio(lost * rate, _WHOLE_BP + rate if included else _WHOLE_BP)
    return Loss(line.sold.line_id, key, funders, lost if included else lost + tax, tax)
