"""Exact money: integer minor units with their currency, rounding by named modes, and fair allocation.

Source: docs/rules/rounding-and-tax.md, docs/rules/allocation.md, docs/rules/cash.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import total_ordering
from typing import Protocol

_EXPONENTS = {
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF"), 0),
    **dict.fromkeys(("UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    # ISO 4217 lists two decimals; shops in Taiwan price and invoice in whole dollars.
    "TWD": 0,
}
_CODE_LENGTH = 3


class MoneyError(ValueError):
    """Money was used against its rules; ``code`` says which one."""

    def __init__(self, code: str, *arguments: object) -> None:
        super().__init__(code, *arguments)
        self.code = code


class CurrencyMismatch(MoneyError):  # noqa: N818 - the trade's own word; callers catch it by this name.
    """Two amounts of different currencies met in one operation."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__("money.currency_mismatch", left, right)


class Rounding(Enum):
    """How a figure between two units becomes one; "up" is away from zero, "down" is towards it."""

    HALF_UP = "half_up"
    HALF_DOWN = "half_down"
    HALF_EVEN = "half_even"
    UP = "up"
    DOWN = "down"
    CEILING = "ceiling"
    FLOOR = "floor"


def exponent(currency: str) -> int:
    """Return how many decimals ``currency`` has at the counter (CNY 2, TWD 0, KWD 3); unknown codes have 2.

    Raises:
        MoneyError: ``currency`` is not three capital letters.
    """
    if len(currency) != _CODE_LENGTH or not (
        currency.isascii() and currency.isalpha() and currency.isupper()
    ):
        raise MoneyError("money.bad_currency", currency)
    return _EXPONENTS.get(currency, 2)


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """An amount of ``minor`` units (fen, cents, whole yen) of ``currency``; may be negative."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise MoneyError("money.not_an_integer", repr(self.minor))

    @staticmethod
    def zero(currency: str) -> Money:
        """Return nothing, in ``currency``."""
        return Money(0, currency)

    def __add__(self, other: Money) -> Money:
        self._require_same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._require_same(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, count: int) -> Money:
        return Money(self.minor * count, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __abs__(self) -> Money:
        return Money(abs(self.minor), self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __lt__(self, other: Money) -> bool:
        self._require_same(other)
        return self.minor < other.minor

    def _require_same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(self.currency, other.currency)


_NEW = object.__new__
_SET_MINOR = Money.__dict__["minor"].__set__
_SET_CURRENCY = Money.__dict__["currency"].__set__


def money_of(minor: int, currency: str) -> Money:
    """Return ``minor`` units of ``currency`` unchecked: a third of the time, for pricing's last step.

    The caller has reckoned ``minor`` from whole numbers and took ``currency`` from a ``Money``.
    """
    money = _NEW(Money)
    _SET_MINOR(money, minor)
    _SET_CURRENCY(money, currency)
    return money


def round_ratio(numerator: int, denominator: int, *, mode: Rounding = Rounding.HALF_UP) -> int:
    """Return ``numerator / denominator`` as a whole number, rounded once by ``mode``.

    Raises:
        MoneyError: ``denominator`` is not positive.

    Source: docs/rules/rounding-and-tax.md, "The modes".
    """
    if denominator <= 0:
        raise MoneyError("money.bad_denominator", denominator)
    if mode is Rounding.HALF_UP and numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    if mode is Rounding.FLOOR:
        return numerator // denominator
    if mode is Rounding.CEILING:
        return -(-numerator // denominator)
    whole, rest = divmod(abs(numerator), denominator)
    if _goes_up(whole, 2 * rest - denominator, has_rest=rest > 0, mode=mode):
        whole += 1
    return whole if numerator >= 0 else -whole


def _goes_up(whole: int, above_half: int, *, has_rest: bool, mode: Rounding) -> bool:
    if mode is Rounding.UP:
        return has_rest
    if mode is Rounding.DOWN:
        return False
    if above_half != 0:
        return above_half > 0
    return mode is Rounding.HALF_UP or (mode is Rounding.HALF_EVEN and whole % 2 == 1)


def weigh(unit_price: Money, qty_milli: int, *, mode: Rounding = Rounding.HALF_UP) -> Money:
    """Return the price of ``qty_milli`` thousandths of a unit (grams of a price per kilogram), rounded once.

    Source: docs/rules/rounding-and-tax.md, "Weight times price".
    """
    return Money(round_ratio(unit_price.minor * qty_milli, 1000, mode=mode), unit_price.currency)


def round_to_step(money: Money, step_minor: int, *, mode: Rounding = Rounding.HALF_UP) -> Money:
    """Return ``money`` in whole steps of the smallest coin, ``step_minor`` minor units.

    Raises:
        MoneyError: ``step_minor`` is not positive.

    Source: docs/rules/cash.md, "Rounding to coins".
    """
    return Money(round_ratio(money.minor, step_minor, mode=mode) * step_minor, money.currency)


def allocate(total: Money, weights: Sequence[int], *, tie_keys: Sequence[tuple[str, ...]]) -> list[Money]:
    """Split ``total`` in proportion to ``weights``, so that the parts sum to it exactly.

    Args:
        total: What is split; may be negative.
        weights: One a part, >= 0, in minor units; a part of weight 0 gets nothing.
        tie_keys: One a part, (product id, line id): who gets the left-over unit among equal weights.

    Returns:
        The parts, in the order of ``weights``.

    Raises:
        MoneyError: lengths differ, a weight is negative, or something is to be split over nothing.

    Source: docs/rules/allocation.md, "Largest remainder".
    """
    if len(weights) != len(tie_keys):
        raise MoneyError("money.allocate_lengths", len(weights), len(tie_keys))
    sign = -1 if total.minor < 0 else 1
    parts = allocate_minor(abs(total.minor), weights, tie_keys=tie_keys)
    return [Money(sign * part, total.currency) for part in parts]


class TieKeys(Protocol):
    """What stands behind the parts of an allocation; asked only where parts tie."""

    def __getitem__(self, index: int, /) -> tuple[str, ...]:
        """Return the key of one part."""


class Keyed(Protocol):
    """What can take part in an allocation."""

    @property
    def tie_key(self) -> tuple[str, str]:
        """Product id and line id."""


class KeysAt:
    """The tie keys of the owners ``at`` some places, without writing them all down."""

    __slots__ = ("_at", "_owners")

    def __init__(self, owners: Sequence[Keyed], at: Sequence[int]) -> None:
        self._owners = owners
        self._at = at

    def __getitem__(self, index: int, /) -> tuple[str, ...]:
        """Return the key of the owner at the place ``index`` of ``at``."""
        return self._owners[self._at[index]].tie_key


def allocate_minor(total: int, weights: Sequence[int], *, tie_keys: TieKeys) -> list[int]:
    """Split ``total`` >= 0 minor units as ``allocate`` does, on bare integers: the pipeline's inner loop.

    Raises:
        MoneyError: a weight is negative, or something is to be split over nothing.
    """
    weight_sum = sum(weights)
    if weights and min(weights) < 0:
        raise MoneyError("money.negative_weight", min(weights))
    if total == 0:
        return [0] * len(weights)
    if weight_sum == 0:
        raise MoneyError("money.nothing_to_allocate_to", total)
    if len(weights) == 1:
        return [total]
    parts = [total * weight // weight_sum for weight in weights]
    left_over = total - sum(parts)
    if left_over:
        remainders = [total * weight % weight_sum for weight in weights]
        for index in _next_in_turn(remainders, left_over, weights=weights, tie_keys=tie_keys):
            parts[index] += 1
    return parts


def _next_in_turn(
    remainders: Sequence[int], count: int, *, weights: Sequence[int], tie_keys: TieKeys
) -> list[int]:
    """Return the ``count`` places with the largest remainders; ties by weight, then by key.

    Only those that tie at the edge are compared by more than a number: baskets of hundreds of lines are split
    again at every keystroke.
    """
    edge = sorted(remainders, reverse=True)[count - 1]
    found = [index for index, remainder in enumerate(remainders) if remainder >= edge]
    if len(found) == count:
        return found
    tied = [index for index in found if remainders[index] == edge]
    tied.sort(key=lambda index: (-weights[index], tie_keys[index]))
    above = [index for index in found if remainders[index] > edge]
    return above + tied[: count - len(above)]
