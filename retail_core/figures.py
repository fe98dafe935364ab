"""Figures as they stand on paper and on a customer's page: narrow, and the same in every language."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from retail_core.money import Money, exponent

_SIGNS = {"CNY": "¥", "JPY": "¥", "TWD": "NT$", "HKD": "HK$", "SGD": "S$", "USD": "$", "EUR": "€", "GBP": "£"}
_MILLI_DIGITS = 3


def amount(money: Money) -> str:
    """Return an amount without its currency: ``1,234.50``, ``-3.60``."""
    sign = "-" if money.minor < 0 else ""
    return sign + _scaled(abs(money.minor), exponent(money.currency))


def signed_amount(money: Money) -> str:
    """Return an amount with its currency's sign or code: ``¥1,234.50``, ``KWD 1.250``."""
    sign = "-" if money.minor < 0 else ""
    return sign + currency_mark(money.currency) + _scaled(abs(money.minor), exponent(money.currency))


def currency_mark(currency: str) -> str:
    """Return what stands before an amount: ``¥``, ``NT$``; ``KWD `` where there is no sign."""
    return _SIGNS.get(currency, currency + " ")


def quantity(qty_milli: int) -> str:
    """Return pieces as ``2`` and parts of one to the thousandth: ``0.356``."""
    sign = "-" if qty_milli < 0 else ""
    whole, part = divmod(abs(qty_milli), 1000)
    return f"{sign}{whole}" if part == 0 else f"{sign}{whole}.{part:0{_MILLI_DIGITS}d}"


def rate(basis_points: int) -> str:
    """Return a tax rate: ``13%``, ``5.5%``."""
    whole, part = divmod(basis_points, 100)
    return f"{whole}%" if part == 0 else f"{whole}.{part:02d}".rstrip("0") + "%"


def duration(seconds: int) -> str:
    """Return a time that passed in hours, minutes and seconds: ``0:02:05``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def local_time(wall_ms: int, zone: str) -> str:
    """Return the minute in the store's time zone: ``2026-11-22 14:32``."""
    moment = datetime.fromtimestamp(wall_ms // 1000, tz=UTC)
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def local_date(wall_ms: int, zone: str) -> str:
    """Return the day in the store's time zone: ``2026-11-22``."""
    return local_time(wall_ms, zone)[:10]


def _scaled(minor: int, digits: int) -> str:
    if digits == 0:
        return f"{minor:,}"
    whole, part = divmod(minor, 10**digits)
    return f"{whole:,}.{part:0{digits}d}"
