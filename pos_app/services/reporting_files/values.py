"""What stands in a report: amounts, counts, shares, days; texts only where somebody reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from retail_core.figures import amount as amount_text
from retail_core.figures import duration, local_time, quantity, signed_amount
from retail_core.money import Money, exponent, round_ratio
from retail_core.reporting.measures import Unit

_MILLI_DIGITS = 3
_SHARE_DIGITS = 4
_BP_IN_TENTH = 10
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in minor units of its currency."""

    minor: int
    currency: str

    @property
    def number(self) -> Decimal:
        """The amount in whole units, exactly: ``Decimal('12.50')``."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number: receipts, pieces of paper, minutes, points."""

    number: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """Goods in thousandths of a piece or a kilogram."""

    milli: int

    @property
    def number(self) -> Decimal:
        """The quantity in pieces or kilograms, exactly."""
        return Decimal(self.milli).scaleb(-_MILLI_DIGITS)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole in hundredths of a percent."""

    basis_points: int

    @property
    def number(self) -> Decimal:
        """The share of one: ``Decimal('0.1250')`` is 12.5 %."""
        return Decimal(self.basis_points).scaleb(-_SHARE_DIGITS)


@dataclass(frozen=True, slots=True)
class Tenths:
    """A number to one decimal, such as days of stock."""

    tenths: int

    @property
    def number(self) -> Decimal:
        """The number, exactly."""
        return Decimal(self.tenths).scaleb(-1)


@dataclass(frozen=True, slots=True)
class Duration:
    """A time that passed, in whole seconds."""

    number: int


@dataclass(frozen=True, slots=True)
class Day:
    """A business day, ``2026-11-22``."""

    iso: str

    @property
    def date(self) -> date:
        """The day as a date."""
        return date.fromisoformat(self.iso)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment (UTC milliseconds) on the clock of a store."""

    at_ms: int
    time_zone: str

    @property
    def on_the_wall(self) -> datetime:
        """The second that the store's clock showed; without its zone, as spreadsheets hold it."""
        moment = datetime.fromtimestamp(self.at_ms // 1000, UTC)
        return moment.astimezone(ZoneInfo(self.time_zone)).replace(tzinfo=None)


Value = Amount | Count | Quantity | Share | Tenths | Duration | Day | Moment | str | None
"""Something in a report; ``None`` where there is nothing to say."""


_KINDS: Mapping[Unit, Callable[[int], Value]] = {
    "milli": Quantity,
    "bp": Share,
    "days": Tenths,
    "seconds": Duration,
}


def value_of(unit: Unit, number: int | None, *, currency: str) -> Value:
    """Return a figure of ``unit`` as a value."""
    if number is None:
        return None
    if unit == "minor":
        return Amount(number, currency)
    kind = _KINDS.get(unit, Count)
    return kind(number)


def as_text(value: Value, *, with_sign: bool = True) -> str:
    """Return a value as it is read: ``¥1,234.50``, ``1,234``, ``12.5%``, ``2026-11-22 14:32``.

    Args:
        value: What is said; nothing is a dash.
        with_sign: Amounts with the sign of their currency; without it in columns of amounts.
    """
    match value:
        case None:
            return "-"
        case str():
            return value
        case Amount():
            money = Money(value.minor, value.currency)
            return signed_amount(money) if with_sign else amount_text(money)
        case Day() | Moment():
            return _time_text(value)
        case _:
            return _number_text(value)


def _time_text(value: Day | Moment) -> str:
    return value.iso if isinstance(value, Day) else local_time(value.at_ms, value.time_zone)


def _number_text(value: Count | Quantity | Share | Tenths | Duration) -> str:
    match value:
        case Count():
            return f"{value.number:,}"
        case Quantity():
            return _grouped(quantity(value.milli))
        case Share():
            return f"{_one_decimal(round_ratio(value.basis_points, _BP_IN_TENTH))}%"
        case Tenths():
            return _one_decimal(value.tenths)
        case Duration():
            return duration(value.number)


def _grouped(text: str) -> str:
    """Return a number with a comma between its thousands, as counts have it."""
    whole, point, part = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{part}"


def _one_decimal(tenths: int) -> str:
    sign = "-" if tenths < 0 else ""
    whole, part = divmod(abs(tenths), _TENTHS)
    return f"{sign}{whole:,}.{part}"
