"""Tax by rate or by line, on prices that include it or not.

The tax is the figure that is rounded, half up; the net is the rest. A discount that a third party pays for
does not lower the taxed amount.

Source: docs/rules/rounding-and-tax.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retail_core.money import allocate_minor, round_ratio
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import TaxPer


@dataclass(frozen=True, slots=True)
class Taxed:
    """The amount of one line that is taxed, as the price list states it: with tax or without."""

    amount_minor: int
    rate_bp: int
    tie_key: tuple[str, str]


def line_taxes(lines: Sequence[Taxed], *, included: bool, per: TaxPer) -> list[int]:
    """Return the tax of each line, so that the lines of a rate sum to the tax of the rate."""
    if per == "line":
        return [_tax(line.amount_minor, line.rate_bp, included=included) for line in lines]
    taxes = [0] * len(lines)
    by_rate: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        by_rate.setdefault(line.rate_bp, []).append(index)
    for rate_bp, at in by_rate.items():
        amounts = [lines[index].amount_minor for index in at]
        tax = _tax(sum(amounts), rate_bp, included=included)
        parts = allocate_minor(tax, amounts, tie_keys=[lines[index].tie_key for index in at])
        for index, part in zip(at, parts, strict=True):
            taxes[index] = part
    return taxes


def _tax(amount_minor: int, rate_bp: int, *, included: bool) -> int:
    base = WHOLE_BP + rate_bp if included else WHOLE_BP
    return round_ratio(amount_minor * rate_bp, base)
