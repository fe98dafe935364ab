"""Why a basket costs what it costs: per line and for all, in records that a screen puts into words.

What applied, what it took from which units, who pays for it; what competed and lost, to what and why; and
what is missing for the next offer. Everything comes from the price itself, nothing is reckoned again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pos_app.services.basket_model import Basket, ChosenOption, Line
from pos_app.services.price_basket import pricing_line
from retail_core.money import Money
from retail_core.pricing.model import Adjustment, Hint, PricedBasket, PricedLine, TaxEffect
from retail_core.pricing.packs import means_money, takes_pack
from retail_core.pricing.rules import Campaign

FindCampaign = Callable[[str], Campaign | None]


@dataclass(frozen=True, slots=True)
class Share:
    """Who bears how much of an offer; ``amount`` is negative."""

    funder: str
    amount: Money
    tax_effect: TaxEffect


@dataclass(frozen=True, slots=True)
class AppliedOffer:
    """What one rule did to a line; an offer that only used units of it has an ``amount`` of 0."""

    rule_id: str
    amount: Money
    units_milli: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line from its list price to what is paid for it."""

    line: Line
    unit_price: Money
    list_amount: Money
    options: tuple[ChosenOption, ...]
    offers: tuple[AppliedOffer, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class LostOffer:
    """A rule that did not apply: why, to what it lost, and the lines that it is about.

    ``lost_to`` is empty where nothing beat it.
    """

    rule_id: str
    reason: str
    lost_to: str
    line_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class NextOffer:
    """What is missing for an offer, and the lines that it is about."""

    hint: Hint
    line_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a basket costs what it costs."""

    lines: tuple[ExplainedLine, ...] = ()
    lost: tuple[LostOffer, ...] = ()
    next_offers: tuple[NextOffer, ...] = ()
    points: int = 0

    def of_line(self, line_id: str) -> "Explanation":
        """Return what concerns one line."""
        return Explanation(
            lines=tuple(each for each in self.lines if each.line.line_id == line_id),
            lost=tuple(each for each in self.lost if line_id in each.line_ids),
            next_offers=tuple(each for each in self.next_offers if line_id in each.line_ids),
        )


def explain(basket: Basket, priced: PricedBasket, *, campaign: FindCampaign) -> Explanation:
    """Return the explanation of ``priced``, the price of ``basket``; ``campaign`` finds rules by their id."""
    return Explanation(
        lines=tuple(_line(line, price) for line, price in zip(basket.lines, priced.lines, strict=True)),
        lost=tuple(_lost(basket, priced, campaign=campaign)),
        next_offers=tuple(
            NextOffer(hint, _lines_of(basket, campaign(hint.rule_id))) for hint in priced.hints
        ),
        points=priced.points_earned if basket.member is not None else 0,
    )


def _line(line: Line, price: PricedLine) -> ExplainedLine:
    currency = price.total.currency
    return ExplainedLine(
        line=line,
        unit_price=Money(line.unit_price_minor, currency),
        list_amount=price.list_amount,
        options=line.options,
        offers=tuple(_offers(price.adjustments)),
        total=price.total,
    )


def _offers(adjustments: Sequence[Adjustment]) -> Iterable[AppliedOffer]:
    by_rule: dict[str, list[Adjustment]] = {}
    for adjustment in adjustments:
        by_rule.setdefault(adjustment.rule_id, []).append(adjustment)
    for rule_id, parts in by_rule.items():
        amount = Money(sum(part.amount.minor for part in parts), parts[0].amount.currency)
        shares = tuple(Share(part.funder, part.amount, part.tax_effect) for part in parts if part.amount)
        yield AppliedOffer(rule_id, amount, parts[0].units_milli, shares)


def _lost(basket: Basket, priced: PricedBasket, *, campaign: FindCampaign) -> Iterable[LostOffer]:
    """Yield what did not apply: rules, and coupons that were presented."""
    for rejection in priced.rejected:
        yield LostOffer(
            rejection.rule_id,
            rejection.reason_code,
            rejection.lost_to or "",
            _lines_of(basket, campaign(rejection.rule_id)),
        )
    for outcome in priced.coupons:
        if not outcome.applied:
            lines = _lines_of(basket, campaign(outcome.campaign_id))
            yield LostOffer(outcome.campaign_id, outcome.reason_code, "", lines)


def _lines_of(basket: Basket, campaign: Campaign | None) -> frozenset[str]:
    """Return the lines that a campaign is about; all, where it is not known or names no goods."""
    if campaign is None:
        return frozenset(line.line_id for line in basket.lines)
    return frozenset(
        line.line_id
        for line in basket.lines
        if not (line.regulated or line.deposit) and _is_about(campaign, line, currency=basket.currency)
    )


def _is_about(campaign: Campaign, line: Line, *, currency: str) -> bool:
    priced = pricing_line(line, currency)
    if campaign.scope.excludes(priced.product_id, priced.category_id, brand=priced.brand):
        return False
    if line.pack_id:
        return takes_pack(campaign, priced)
    return any(means_money(scope, priced) for scope in campaign.reach)
