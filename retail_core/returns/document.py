"""The sums of a document that takes goods back, sells goods, or both.

Source: docs/rules/returns.md, "Exchange".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retail_core.returns.model import BackLine, Clawed, Refund


@dataclass(frozen=True, slots=True)
class RateSum:
    """One rate of a document's tax table, in minor units; ``gross`` = ``net`` + ``tax``."""

    rate_bp: int
    net_minor: int
    tax_minor: int

    @property
    def gross_minor(self) -> int:
        """Net and tax together."""
        return self.net_minor + self.tax_minor


def tax_table(sold: Sequence[RateSum], refunds: Sequence[Refund]) -> tuple[RateSum, ...]:
    """Return what was sold, less what came back, plus what was clawed back; highest rate first.

    What third parties pay for goods is taxed with them, so it leaves the table with them.
    """
    sums: dict[int, tuple[int, int]] = {}
    for row in sold:
        _add(sums, row.rate_bp, net=row.net_minor, tax=row.tax_minor)
    for refund in refunds:
        for line in refund.lines:
            _add(sums, line.tax_rate_bp, net=-line.net_minor - _outside(line), tax=-line.tax_minor)
        for each in refund.clawed:
            _add(sums, each.tax_rate_bp, net=each.net_minor - _taken_over(each), tax=each.tax_minor)
    return tuple(RateSum(rate, *sums[rate]) for rate in sorted(sums, reverse=True))


def _add(sums: dict[int, tuple[int, int]], rate_bp: int, *, net: int, tax: int) -> None:
    before = sums.get(rate_bp, (0, 0))
    sums[rate_bp] = (before[0] + net, before[1] + tax)


def _outside(line: BackLine) -> int:
    """Return what third parties had paid of these units, >= 0."""
    return -sum(each.amount_minor for each in line.reductions if each.tax_effect == "third_party_payment")


def _taken_over(clawed: Clawed) -> int:
    """Return what the customer pays instead of a third party: it was taxed when it was sold."""
    if clawed.tax_effect != "third_party_payment":
        return 0
    return sum(minor for _, minor in clawed.funders)
