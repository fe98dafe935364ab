"""What an act by hand is compared with: the same figures on the till, before, and on the server, afterwards.

Source: docs/rules/by-hand.md, "Rights".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from retail_core.money import round_ratio
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import (
    CASHIER_BASKET_ID,
    CASHIER_DROP_ID,
    CASHIER_LINE_ID,
    CASHIER_PRICE_ID,
    CashierDiscount,
    PricedLine,
)

PRICE_OVERRIDE: Final = "price.override"
DISCOUNT_LINE: Final = "discount.line"
DISCOUNT_BASKET: Final = "discount.basket"
DISCOUNT_DROP: Final = "discount.drop"

RULE_OF_VERB: Final[Mapping[str, str]] = MappingProxyType(
    {
        PRICE_OVERRIDE: CASHIER_PRICE_ID,
        DISCOUNT_LINE: CASHIER_LINE_ID,
        DISCOUNT_BASKET: CASHIER_BASKET_ID,
        DISCOUNT_DROP: CASHIER_DROP_ID,
    }
)
"""Under which rule id the discounts of an act stand."""

_LATER: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        CASHIER_LINE_ID: frozenset({CASHIER_LINE_ID, CASHIER_BASKET_ID, CASHIER_DROP_ID}),
        CASHIER_BASKET_ID: frozenset({CASHIER_BASKET_ID, CASHIER_DROP_ID}),
        CASHIER_DROP_ID: frozenset({CASHIER_DROP_ID}),
    }
)
"""What is taken off after the base of an act, itself included."""


@dataclass(frozen=True, slots=True)
class LineSums:
    """A line as an act is measured on it.

    ``offs`` are (rule id, minor units >= 0) of everything that was taken off; ``protected`` goods take
    nothing by hand.
    """

    line_id: str
    list_minor: int
    offs: tuple[tuple[str, int], ...] = ()
    protected: bool = False

    def taken_by(self, rule_id: str) -> int:
        """Return what a rule took off the line."""
        return sum(off for found, off in self.offs if found == rule_id)

    def before(self, rule_id: str) -> int:
        """Return what the line would cost without what ``rule_id`` and everything behind it took off."""
        later = _LATER.get(rule_id)
        if later is None:
            return self.list_minor
        return self.list_minor - sum(off for found, off in self.offs if found not in later)


@dataclass(frozen=True, slots=True)
class Measured:
    """What an act comes to.

    ``amount`` is compared with the limit of ``verb``: basis points, of dropped change minor units.
    ``taken_minor`` >= 0 is what it took off, of a ``base_minor`` without it.
    """

    verb: str
    amount: int
    taken_minor: int
    base_minor: int


def verb_of(discount: CashierDiscount) -> str:
    """Return the right that an act needs."""
    if discount.kind == "price":
        return PRICE_OVERRIDE
    if discount.kind == "drop":
        return DISCOUNT_DROP
    return DISCOUNT_BASKET if discount.line_id is None else DISCOUNT_LINE


def sums_of(line: PricedLine, *, protected: bool) -> LineSums:
    """Return a priced line as acts are measured on it."""
    offs = tuple((each.rule_id, -each.amount.minor) for each in line.adjustments if each.amount.minor)
    return LineSums(line.line_id, line.list_amount.minor, offs, protected)


def measure(discount: CashierDiscount, lines: Mapping[str, LineSums]) -> Measured:
    """Return what an act comes to on the priced ``lines`` (by id) of its basket."""
    verb = verb_of(discount)
    rule_id = RULE_OF_VERB[verb]
    goods = _goods_of(discount, lines)
    taken = sum(line.taken_by(rule_id) for line in goods)
    base = sum(line.before(rule_id) for line in goods)
    if discount.kind in {"percent", "drop"}:
        return Measured(verb, discount.value, taken, base)
    off = taken if discount.kind == "price" else min(discount.value, base)
    return Measured(verb, -(-off * WHOLE_BP // base) if base else 0, taken, base)


def expected_off(discount: CashierDiscount, base_minor: int) -> int:
    """Return what a discount takes off ``base_minor``; a price is not asked here."""
    if discount.kind == "percent":
        return round_ratio(base_minor * discount.value, WHOLE_BP)
    return min(discount.value, base_minor)


def _goods_of(discount: CashierDiscount, lines: Mapping[str, LineSums]) -> list[LineSums]:
    if discount.line_id is None:
        return [line for line in lines.values() if not line.protected]
    line = lines.get(discount.line_id)
    return [] if line is None or line.protected else [line]
