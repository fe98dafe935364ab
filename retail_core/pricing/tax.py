"""Tax by rate or by line, on prices that include it or not.

The tax is the figure that is rounded, half up; the net is the rest. A discount that a third party pays for
does not lower the taxed amount.

Source: docs/rules/rounding-and-tax.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from retail_core.money import KeysAt, allocate_minor, round_ratio
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import TaxPer


class Taxed(Protocol):
    """A line with the amount that is taxed, as the price list states it: with tax or without."""

    @property
    def taxed_minor(self) -> int:
        """The amount, >= 0."""

    @property
    def rate_bp(self) -> int:
        """The rate."""

    @property
    def goods_key(self) -> tuple[str, str]:
        """Which goods the line is part of: lines that are the same goods at the same price share it."""

    @property
    def tie_key(self) -> tuple[str, str]:
        """Who gets a left-over unit of tax among equals: product id, line id."""


class RateTax(NamedTuple):
    """The lines of one rate: what they come to without tax, and their tax."""

    rate_bp: int
    net_minor: int
    tax_minor: int


def line_taxes(lines: Sequence[Taxed], *, included: bool, per: TaxPer) -> tuple[list[int], list[RateTax]]:
    """Return the tax of each line, and of each rate, highest first: its lines sum to the tax of the rate."""
    by_rate: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.rate_bp in by_rate:
            by_rate[line.rate_bp].append(index)
        else:
            by_rate[line.rate_bp] = [index]
    taxes = [0] * len(lines)
    rates = []
    for rate_bp in sorted(by_rate, reverse=True):
        at = by_rate[rate_bp]
        amounts = [lines[index].taxed_minor for index in at]
        if per == "line":
            parts = [_tax(amount, rate_bp, included=included) for amount in amounts]
        else:
            tax = _tax(sum(amounts), rate_bp, included=included)
            parts = _share_out(tax, lines, at=at, amounts=amounts)
        for index, part in zip(at, parts, strict=True):
            taxes[index] = part
        tax = sum(parts)
        rates.append(RateTax(rate_bp, sum(amounts) - tax if included else sum(amounts), tax))
    return taxes, rates


def _share_out(tax: int, lines: Sequence[Taxed], *, at: Sequence[int], amounts: Sequence[int]) -> list[int]:
    """Put the tax of a rate back on goods, then on their lines: it does not matter on how many they stand."""
    by_goods: dict[tuple[str, str], list[int]] = {}
    for place, index in enumerate(at):
        by_goods.setdefault(lines[index].goods_key, []).append(place)
    if len(by_goods) == len(at):
        return allocate_minor(tax, amounts, tie_keys=KeysAt(lines, at))
    sums = [sum([amounts[place] for place in places]) for places in by_goods.values()]
    found = [0] * len(at)
    shares = allocate_minor(tax, sums, tie_keys=list(by_goods))
    for places, share in zip(by_goods.values(), shares, strict=True):
        weights = [amounts[place] for place in places]
        parts = allocate_minor(share, weights, tie_keys=KeysAt(lines, [at[place] for place in places]))
        for place, part in zip(places, parts, strict=True):
            found[place] = part
    return found


def _tax(amount_minor: int, rate_bp: int, *, included: bool) -> int:
    base = WHOLE_BP + rate_bp if included else WHOLE_BP
    return round_ratio(amount_minor * rate_bp, base)
