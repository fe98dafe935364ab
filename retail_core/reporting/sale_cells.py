"""What a sale, a return or an exchange adds to the cells.

Source: docs/rules/figures.md, "Sales and returns".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from retail_core.pricing.by_hand import DISCOUNT_DROP, PRICE_OVERRIDE, RULE_OF_VERB
from retail_core.reporting.campaign_cells import add_basket
from retail_core.reporting.cells import Tally
from retail_core.wire.facts import (
    CashierAct,
    ClawBack,
    Discount,
    RemovedLine,
    ReturnedLine,
    ReturnedReceipt,
    SaleCompleted,
    SaleLine,
    Tender,
)

WALK_IN = "walk_in"
PICKUP = "pickup"
DELIVERY = "delivery"
CLAWED_BACK = "clawed_back"
"""The reason under which clawed-back discounts stand: they lower what is given back."""

_THIRD_PARTY = "third_party_payment"
_CASH = "cash"


def sale_cells(tally: Tally, sale: SaleCompleted) -> None:
    """Add a document: what it sold, what came back, how it was paid and what was done by hand."""
    tally = tally.under(tier=sale.member_tier or "", channel=WALK_IN)
    delivered = {each.order_id for each in sale.ordered if each.fulfilment == "courier"}
    for line in sale.lines:
        _add_line(tally.under(channel=_channel(line, delivered)), line)
    for back in sale.returned:
        _add_returned(tally, back)
    if sale.lines:
        channels = {_channel(line, delivered) for line in sale.lines}
        tally.under(channel=WALK_IN if WALK_IN in channels else max(channels)).add("receipts", 1)
    tally.add("return_receipts", int(bool(sale.returned)))
    for row in sale.tax:
        tally.under(tax=str(row.rate_bp)).add("taxed", row.net_minor)
    tally.add("rounding", sale.rounding_minor)
    _add_tenders(tally, sale.tenders)
    tally.add("points_earned", sale.points_earned)
    _add_coupons(tally, sale)
    removed_cells(tally, sale.removed)
    tally.add("voids_after_total", int(any(line.after_total for line in sale.removed)))
    add_acts(tally, sale.acts)
    add_basket(tally, sale)


def tender_cells(tally: Tally, tenders: Iterable[Tender], *, measure: str) -> None:
    """Add what tenders settled, after change, to ``measure``."""
    for part in tenders:
        tally.under(tender=part.kind).add(measure, part.amount_minor)


def removed_cells(tally: Tally, lines: Sequence[RemovedLine]) -> None:
    """Add lines that were taken out before payment, and what went out after the total was told."""
    tally.add("removed_lines", len(lines))
    tally.add("removed_value", sum(line.list_minor for line in lines))
    after_total = sum(line.list_minor for line in lines if line.after_total and not line.returned)
    tally.add("void_after_total_value", after_total)


def opens_drawer(tenders: Iterable[Tender]) -> bool:
    """Return whether a document opens the drawer: where cash is among its tenders."""
    return any(part.kind == _CASH for part in tenders)


def add_acts(tally: Tally, acts: Iterable[CashierAct]) -> None:
    """Add what people decided by hand, and what another person had to allow."""
    for act in acts:
        why = tally.under(reason=act.reason)
        if act.approved_by is not None:
            why.add("approvals", 1)
        if act.kind == DISCOUNT_DROP:
            why.add("drops", 1)
            why.add("drop_value", -act.amount_minor)
        elif act.kind in RULE_OF_VERB:
            why.add("hand_discounts", 1)
            why.add("hand_discount_value", -act.amount_minor)
            if act.kind == PRICE_OVERRIDE:
                why.add("overrides", 1)
                why.add("override_value", -act.amount_minor)


def _channel(line: SaleLine, delivered: set[str]) -> str:
    if not line.order_id:
        return WALK_IN
    return DELIVERY if line.order_id in delivered else PICKUP


def _add_line(tally: Tally, line: SaleLine) -> None:
    tally = tally.under(category=line.category_id, product=line.product_id or "", tax=str(line.tax_rate_bp))
    tally.add("items", line.pieces_milli)
    tally.add("list", line.list_minor)
    tally.add("sold", line.total_minor)
    if line.order_id:
        tally.add("sold_orders", line.total_minor)
    tally.add("revenue", line.net_minor)
    tally.add("tax", line.tax_minor)
    if line.deposit:
        tally.add("deposits", line.total_minor)
    if line.product_id is None and not line.reward_id:
        tally.add("open_items", 1)
    for discount, whose, minor in _shares(tally, line.discounts):
        whose.add("discount", minor)
        if discount.tax_effect == _THIRD_PARTY:
            whose.add("receivable", minor)
    _add_cost(tally, line, sign=1)


def _shares(tally: Tally, discounts: Iterable[Discount]) -> Iterator[tuple[Discount, Tally, int]]:
    """Yield the share of each funder of each reduction, >= 0: it is negative in the fact."""
    for discount in discounts:
        for funder, minor in discount.funders.items():
            yield discount, tally.under(campaign=discount.rule_id, funder=funder), -minor


def _add_cost(tally: Tally, line: SaleLine | ReturnedLine, *, sign: int) -> None:
    """Add what goods cost the shop, and what they brought in without tax; nothing where it is not known."""
    cost = getattr(line, "cost_minor", None)
    if cost is None:
        return
    outside = -sum(each.amount_minor for each in line.discounts if each.tax_effect == _THIRD_PARTY)
    tally.add("cost", sign * cost)
    tally.add("costed", sign * (line.net_minor + outside))


def _add_returned(tally: Tally, back: ReturnedReceipt) -> None:
    for line in back.lines:
        whose = tally.under(
            category=line.category_id,
            product=line.product_id or "",
            tax=str(line.tax_rate_bp),
            reason=line.reason,
        )
        whose.add("returned", line.total_minor)
        whose.add("returned_items", line.pieces_milli)
        whose.add("revenue", -line.net_minor)
        whose.add("tax", -line.tax_minor)
        if line.deposit:
            whose.add("deposits_back", line.total_minor)
        for discount, funders, minor in _shares(whose, line.discounts):
            funders.add("discount_ended", minor)
            if discount.tax_effect == _THIRD_PARTY:
                funders.add("receivable", -minor)
        _add_cost(whose, line, sign=-1)
    for clawed in back.claw_back:
        _add_clawed(tally, clawed)
    tally.add("coupons_returned", len(back.coupons))


def _add_clawed(tally: Tally, clawed: ClawBack) -> None:
    """Add a discount that no longer holds: less is given back, and its funder no longer bears it."""
    whose = tally.under(
        category=clawed.category_id,
        product="",
        tax=str(clawed.tax_rate_bp),
        reason=CLAWED_BACK,
        campaign=clawed.rule_id,
    )
    whose.add("returned", -clawed.total_minor)
    whose.add("revenue", clawed.net_minor)
    whose.add("tax", clawed.tax_minor)
    for funder, minor in clawed.funders.items():
        whose.under(funder=funder).add("discount_ended", minor)
        if clawed.tax_effect == _THIRD_PARTY:
            whose.under(funder=funder).add("receivable", -minor)


def _add_tenders(tally: Tally, tenders: tuple[Tender, ...]) -> None:
    tender_cells(tally, tenders, measure="tendered")
    tally.add("drawer_openings", int(opens_drawer(tenders)))
    for kind in sorted({part.kind for part in tenders}):
        tally.under(tender=kind).add("tender_uses", 1)
    for part in tenders:
        tally.add("forfeited", part.tendered_minor - part.change_minor - part.amount_minor)
        tally.add("points_spent", part.points)


def _add_coupons(tally: Tally, sale: SaleCompleted) -> None:
    for use in sale.coupons:
        whose = tally.under(campaign=use.campaign_id, mode=use.mode)
        whose.add("coupons_used", 1)
        whose.add("coupon_value", abs(use.amount_minor))
    for coupon in sale.issued:
        tally.under(campaign=coupon.campaign_id).add("coupons_issued", 1)
    rules = {each.rule_id for line in sale.lines for each in line.discounts}
    for rule_id in sorted(rules):
        tally.under(campaign=rule_id).add("discount_uses", 1)
