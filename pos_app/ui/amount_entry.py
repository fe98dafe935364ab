"""An amount as it is keyed in, digit by digit; no Qt, so that presenters own it."""

from dataclasses import dataclass

from retail_core.money import Money, exponent

MAX_DIGITS = 9
"""Digits before the point that a till takes: up to 999,999,999 of any currency."""


@dataclass(frozen=True, slots=True)
class AmountEntry:
    """What stands on the display; immutable, every key gives a new one."""

    currency: str
    text: str = ""

    @classmethod
    def of(cls, amount: Money) -> "AmountEntry":
        """Return the entry that shows ``amount``, as if it had been keyed in."""
        places = exponent(amount.currency)
        text = str(amount.minor).rjust(places + 1, "0")
        return cls(amount.currency, text if places == 0 else f"{text[:-places]}.{text[-places:]}")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was keyed in."""
        return not self.text

    @property
    def money(self) -> Money:
        """The amount so far; zero for nothing."""
        places = exponent(self.currency)
        whole, _, fraction = self.text.partition(".")
        return Money(int((whole or "0") + fraction.ljust(places, "0")), self.currency)

    def press(self, key: str) -> "AmountEntry":
        """Return the entry after a key: a digit, ``00``, ``dot``, ``back``, ``clear``; others do nothing."""
        if key == "clear":
            return AmountEntry(self.currency)
        if key == "back":
            return AmountEntry(self.currency, self.text[:-1])
        if key in {"dot", "."}:
            return self._with_point()
        entry = self
        for digit in key:
            entry = entry._with_digit(digit)
        return entry

    def _with_point(self) -> "AmountEntry":
        if "." in self.text or exponent(self.currency) == 0:
            return self
        return AmountEntry(self.currency, (self.text or "0") + ".")

    def _with_digit(self, digit: str) -> "AmountEntry":
        if not (digit.isascii() and digit.isdigit()):
            return self
        whole, point, fraction = self.text.partition(".")
        if point:
            full = len(fraction) >= exponent(self.currency)
            return self if full else AmountEntry(self.currency, self.text + digit)
        if whole in {"", "0"}:
            return AmountEntry(self.currency, digit)
        return self if len(whole) >= MAX_DIGITS else AmountEntry(self.currency, whole + digit)
