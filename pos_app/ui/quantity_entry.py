"""A quantity as it is keyed in: whole pieces, or a weight to the gram; no Qt, so that presenters own it."""

from dataclasses import dataclass

_WHOLE_DIGITS = 4
_FRACTION_DIGITS = 3


@dataclass(frozen=True, slots=True)
class QuantityEntry:
    """What stands on the display; immutable, every key gives a new one."""

    weighed: bool = False
    text: str = ""

    @property
    def qty_milli(self) -> int:
        """The quantity so far in thousandths; 0 for nothing."""
        whole, _, fraction = self.text.partition(".")
        return int(whole or "0") * 1000 + int(fraction.ljust(_FRACTION_DIGITS, "0"))

    def press(self, key: str) -> "QuantityEntry":
        """Return the entry after a key: digits, ``.``, ``back``, ``clear``; others do nothing."""
        if key == "clear":
            return QuantityEntry(self.weighed)
        if key == "back":
            return QuantityEntry(self.weighed, self.text[:-1])
        if key == ".":
            fits = self.weighed and "." not in self.text
            return QuantityEntry(self.weighed, (self.text or "0") + ".") if fits else self
        entry = self
        for digit in key:
            entry = entry._with_digit(digit)
        return entry

    def _with_digit(self, digit: str) -> "QuantityEntry":
        if not (digit.isascii() and digit.isdigit()):
            return self
        whole, point, fraction = self.text.partition(".")
        if point:
            full = len(fraction) >= _FRACTION_DIGITS
            return self if full else QuantityEntry(self.weighed, self.text + digit)
        if whole in {"", "0"}:
            return QuantityEntry(self.weighed, digit)
        return self if len(whole) >= _WHOLE_DIGITS else QuantityEntry(self.weighed, whole + digit)
