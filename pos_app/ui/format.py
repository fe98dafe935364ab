"""Money, quantities, dates and numbers as people write them in their language.

Babel is imported at the first use, because the first picture of the window must not wait for it.
"""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache

from pos_app.services.records import Names
from pos_app.ui.i18n import LanguageName
from retail_core.money import Money, exponent

_LOCALES: dict[LanguageName, str] = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW", "en": "en"}
_SIGNS = {
    "CNY": "¥",
    "TWD": "NT$",
    "HKD": "HK$",
    "MOP": "MOP$",
    "JPY": "JP¥",
    "KRW": "₩",
    "SGD": "S$",
    "MYR": "RM",
    "USD": "US$",
    "EUR": "€",
    "GBP": "£",
}
_MINUS = "\N{MINUS SIGN}"


class Formats:
    """Writes figures in the language in use and in the store's time zone."""

    def __init__(self, language: Callable[[], LanguageName], zone: tzinfo) -> None:
        self._language = language
        self._zone = zone

    def money(self, amount: Money) -> str:
        """Write an amount with its sign: ``¥1,234.50``, ``−¥3.00``, ``NT$120``."""
        places = exponent(amount.currency)
        figure = self._decimal(Decimal(abs(amount.minor)).scaleb(-places), places)
        sign = _SIGNS.get(amount.currency, f"{amount.currency} ")
        return f"{_MINUS if amount.minor < 0 else ''}{sign}{figure}"

    def denomination(self, amount: Money) -> str:
        """Write the face of a note or coin, and round sums of them: ``¥100``, ``¥0.50``."""
        whole, rest = divmod(amount.minor, 10 ** exponent(amount.currency))
        if rest:
            return self.money(amount)
        return f"{_SIGNS.get(amount.currency, f'{amount.currency} ')}{self.number(whole)}"

    def quantity(self, qty_milli: int) -> str:
        """Write a count (``3``) or a measure to three places (``0.250``)."""
        places = 0 if qty_milli % 1000 == 0 else 3
        figure = self._decimal(Decimal(abs(qty_milli)).scaleb(-3), places)
        return f"{_MINUS if qty_milli < 0 else ''}{figure}"

    def name(self, names: Names) -> str:
        """Return the name in the language in use."""
        return names.in_language(self._language())

    def tenths(self, milli: int) -> str:
        """Write thousandths to one place where needed: 4200 is ``4.2``."""
        rounded = (abs(milli) + 50) // 100
        places = 0 if rounded % 10 == 0 else 1
        return f"{_MINUS if milli < 0 else ''}{self._decimal(Decimal(rounded).scaleb(-1), places)}"

    def number(self, value: int) -> str:
        """Write a whole number with its thousands apart."""
        return f"{_MINUS if value < 0 else ''}{self._decimal(Decimal(abs(value)), 0)}"

    def percent(self, basis_points: int) -> str:
        """Write hundredths of a percent, to one place where needed: 820 is ``8.2%``."""
        places = 0 if basis_points % 100 == 0 else 1
        figure = self._decimal(Decimal(abs(basis_points)).scaleb(-2), places)
        return f"{_MINUS if basis_points < 0 else ''}{figure}%"

    def time(self, wall_ms: int) -> str:
        """Write the time of day, 24 hours: ``14:32``."""
        return self._local(wall_ms).strftime("%H:%M")

    def date(self, wall_ms: int) -> str:
        """Write the day in the middle length of the language: ``2026年11月21日``."""
        from babel.dates import format_date

        return str(format_date(self._local(wall_ms), "medium", locale=self._locale()))

    def date_time(self, wall_ms: int) -> str:
        """Write day and time of day."""
        return f"{self.date(wall_ms)} {self.time(wall_ms)}"

    def day_of_month(self, wall_ms: int) -> str:
        """Write the day without its year: ``11月21日``, ``Nov 21``."""
        from babel.dates import format_skeleton

        return str(format_skeleton("MMMd", self._local(wall_ms), locale=self._locale()))

    def weekday_and_day(self, wall_ms: int) -> str:
        """Write the day of the week and the day without its year: ``11月21日周六``, ``Sat, Nov 21``."""
        from babel.dates import format_skeleton

        return str(format_skeleton("MMMEd", self._local(wall_ms), locale=self._locale()))

    def in_utc(self) -> "Formats":
        """Return the same for moments that stand for a day of the calendar, in no store's time zone."""
        return Formats(self._language, UTC)

    def _decimal(self, value: Decimal, places: int) -> str:
        return _written(value, places, locale=self._locale())

    def _locale(self) -> str:
        return _LOCALES[self._language()]

    def _local(self, wall_ms: int) -> datetime:
        return datetime.fromtimestamp(wall_ms / 1000, tz=self._zone)


@lru_cache(maxsize=8192)
def _written(value: Decimal, places: int, *, locale: str) -> str:
    """Write a figure; Babel takes a quarter of a millisecond, and a page of tiles has sixty of them."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(value, format=pattern, locale=locale))
