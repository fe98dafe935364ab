"""What of a sale has come back, line by line, as the documents so far say.

A share is always the cumulative share up to now less what was given back before, so the last unit takes the
residual, whatever the order was.

Source: docs/rules/returns.md, "What was paid for a unit".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from retail_core.cost import returned_cost
from retail_core.money import Rounding, round_ratio
from retail_core.pricing.model import TaxEffect
from retail_core.returns.model import BackLine, ComesBack, Reduction, Refund, ReturnRefused, Sold, SoldLine

RuleKey = tuple[str, TaxEffect]
"""A rule, and its tax effect: one entry among the reductions of a line."""


@dataclass(slots=True)
class Clawback:
    """What has been clawed back of one rule on one line, in sum."""

    total_minor: int = 0
    tax_minor: int = 0
    funders: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class LineLedger:
    """One sold line with what came back of it."""

    sold: SoldLine
    qty_milli: int = 0
    stated_minor: int = 0
    tax_minor: int = 0
    total_minor: int = 0
    reductions: dict[RuleKey, dict[str, int]] = field(default_factory=dict)
    clawed: dict[RuleKey, Clawback] = field(default_factory=dict)

    @property
    def kept_milli(self) -> int:
        """What is still with the customer."""
        return max(0, self.sold.qty_milli - self.qty_milli)

    @property
    def kept_total_minor(self) -> int:
        """The paid share of what is still with the customer, without what was clawed back."""
        return self.sold.total_minor - self.total_minor

    def kept_off(self, key: RuleKey, funder: str) -> int:
        """Return what a rule still gives on what is kept, >= 0, borne by ``funder``."""
        given = sum(
            minor
            for each in self.sold.reductions
            if (each.rule_id, each.tax_effect) == key
            for who, minor in each.funders
            if who == funder
        )
        return -(given - self.reductions.get(key, {}).get(funder, 0))

    def add(self, line: BackLine, *, included: bool) -> None:
        """Count goods that came back."""
        self.qty_milli += line.qty_milli
        self.stated_minor += line.total_minor if included else line.net_minor
        self.tax_minor += line.tax_minor
        self.total_minor += line.total_minor
        for each in line.reductions:
            funders = self.reductions.setdefault((each.rule_id, each.tax_effect), {})
            for funder, minor in each.funders:
                funders[funder] = funders.get(funder, 0) + minor


class Ledger:
    """All lines of a sale with what came back of them."""

    def __init__(self, sold: Sold, earlier: Sequence[Refund]) -> None:
        """Count ``earlier``; lines that the sale does not have are passed over."""
        self.sold = sold
        self.lines = {line.line_id: LineLedger(line) for line in sold.lines}
        for refund in earlier:
            for back in refund.lines:
                if back.of_line_id in self.lines:
                    self.lines[back.of_line_id].add(back, included=sold.prices_include_tax)
            for each in refund.clawed:
                if each.of_line_id not in self.lines:
                    continue
                clawed = self.lines[each.of_line_id].clawed
                sums = clawed.setdefault((each.rule_id, each.tax_effect), Clawback())
                sums.total_minor += each.total_minor
                sums.tax_minor += each.tax_minor
                for funder, minor in each.funders:
                    sums.funders[funder] = sums.funders.get(funder, 0) + minor

    @property
    def clawed_minor(self) -> int:
        """What is clawed back on what is kept, in sum."""
        return sum(sums.total_minor for line in self.lines.values() for sums in line.clawed.values())

    def take(self, wanted: ComesBack) -> BackLine:
        """Return the line of ``wanted`` with the paid share of its units, and count it.

        Raises:
            ReturnRefused: ``return.no_line``, ``return.bad_quantity`` or ``return.more_than_left``.
        """
        ledger = self.lines.get(wanted.of_line_id)
        if ledger is None:
            raise ReturnRefused("return.no_line", wanted.of_line_id)
        if wanted.qty_milli <= 0:
            raise ReturnRefused("return.bad_quantity", wanted.of_line_id)
        if wanted.qty_milli > ledger.kept_milli:
            raise ReturnRefused("return.more_than_left", wanted.of_line_id)
        line = _share(ledger, wanted, included=self.sold.prices_include_tax)
        ledger.add(line, included=self.sold.prices_include_tax)
        return line


def _share(ledger: LineLedger, wanted: ComesBack, *, included: bool) -> BackLine:
    """Return the paid share of the wanted units.

    What the price list states and the tax are split; net or total, and the list price, follow from them.
    """
    sold = ledger.sold
    taken = ledger.qty_milli + wanted.qty_milli
    whole = sold.total_minor if included else sold.net_minor
    stated = _more(whole, taken, of_milli=sold.qty_milli, before=ledger.stated_minor)
    tax = _more(sold.tax_minor, taken, of_milli=sold.qty_milli, before=ledger.tax_minor)
    reductions = tuple(_reduction(ledger, each, taken=taken) for each in sold.reductions)
    total = stated if included else stated + tax
    return BackLine(
        line_id=wanted.line_id,
        of_line_id=sold.line_id,
        product_id=sold.product_id,
        name=sold.name,
        category_id=sold.category_id,
        qty_milli=wanted.qty_milli,
        sold_by=sold.sold_by,
        pack_pieces=sold.pack_pieces,
        list_minor=stated - sum(each.amount_minor for each in reductions),
        reductions=tuple(each for each in reductions if each.amount_minor),
        total_minor=total,
        net_minor=total - tax,
        tax_minor=tax,
        tax_rate_bp=sold.tax_rate_bp,
        reason=wanted.reason,
        restock=wanted.restock,
        deposit=sold.deposit,
        serial=sold.serial,
        cost_minor=returned_cost(
            sold.cost_minor, sold.qty_milli, before_milli=ledger.qty_milli, now_milli=wanted.qty_milli
        ),
    )


def _more(whole: int, taken_milli: int, *, of_milli: int, before: int) -> int:
    return max(0, round_ratio(whole * taken_milli, of_milli) - before)


def _reduction(ledger: LineLedger, sold: Reduction, *, taken: int) -> Reduction:
    """Return the share of a discount: half down, where the price goes half up, so that the list holds."""
    before = ledger.reductions.get((sold.rule_id, sold.tax_effect), {})
    funders = []
    for funder, minor in sold.funders:
        so_far = -round_ratio(-minor * taken, ledger.sold.qty_milli, mode=Rounding.HALF_DOWN)
        funders.append((funder, min(0, so_far - before.get(funder, 0))))
    return Reduction(
        rule_id=sold.rule_id,
        kind=sold.kind,
        name=sold.name,
        tax_effect=sold.tax_effect,
        funders=tuple(funders),
        units_milli=min(sold.units_milli, taken - ledger.qty_milli),
        coupon_id=sold.coupon_id,
    )
