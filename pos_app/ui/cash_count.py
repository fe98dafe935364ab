"""Cash as it is counted: pieces of each denomination, or one amount; no Qt, so that presenters own it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pos_app.ui.amount_entry import AmountEntry
from retail_core.money import Money

MOST_PIECES = 99_999
"""More pieces of one denomination than this are a slip of the finger."""


@dataclass(frozen=True, slots=True)
class CashCount:
    """What was counted so far; immutable, every key gives a new one.

    ``values`` are the denominations in minor units, largest first; none where only an amount is asked for.
    ``pieces`` stand beside them, ``None`` where nothing was counted yet. An amount that is typed takes the
    place of the pieces, and the other way round. ``chosen`` is the denomination that takes the digits,
    ``None`` the amount; with ``fresh`` the next digit begins a new number.
    """

    entry: AmountEntry
    values: tuple[int, ...] = ()
    pieces: tuple[int | None, ...] = ()
    chosen: int | None = None
    fresh: bool = True

    @classmethod
    def of(cls, currency: str, values: tuple[int, ...] = ()) -> CashCount:
        """Return a count of nothing yet."""
        return cls(AmountEntry(currency), values, (None,) * len(values))

    @property
    def currency(self) -> str:
        """The currency that is counted."""
        return self.entry.currency

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return self.entry.is_empty and not self.by_pieces

    @property
    def by_pieces(self) -> bool:
        """Whether pieces were counted, not an amount."""
        return any(count is not None for count in self.pieces)

    @property
    def money(self) -> Money:
        """What it comes to; zero for nothing."""
        if not self.by_pieces:
            return self.entry.money
        pairs = zip(self.values, self.pieces, strict=True)
        return Money(sum(value * (count or 0) for value, count in pairs), self.currency)

    @property
    def denominations(self) -> dict[int, int]:
        """Pieces by value, of those there are any of; nothing when an amount was typed."""
        return {value: count for value, count in zip(self.values, self.pieces, strict=True) if count}

    @property
    def following(self) -> int | None:
        """The denomination after the one that is chosen; ``None`` behind the last, and for the amount."""
        if self.chosen is None:
            return None
        place = self.values.index(self.chosen) + 1
        return self.values[place] if place < len(self.values) else None

    def of_value(self, value: int) -> int | None:
        """Return the pieces of ``value``; ``None`` when they were not counted."""
        return self.pieces[self.values.index(value)]

    def choose(self, value: int | None) -> CashCount:
        """Let a denomination, or the amount, take the digits."""
        if value == self.chosen:
            return self
        return replace(self, chosen=value, fresh=True)

    def step(self, value: int, by: int) -> CashCount:
        """Add pieces, or take some away; never below none."""
        count = (self.of_value(value) or 0) + by
        return replace(self._with_pieces(value, count), chosen=value, fresh=True)

    def press(self, key: str) -> CashCount:
        """Return the count after a key of the pad, see :meth:`AmountEntry.press`."""
        if self.chosen is None:
            return self._press_amount(key)
        before = self.of_value(self.chosen)
        if key == "clear":
            return replace(self._with_pieces(self.chosen, None), fresh=True)
        if key == "back":
            rest = None if before is None or before < 10 else before // 10
            return replace(self._with_pieces(self.chosen, rest), fresh=False)
        if not (key.isascii() and key.isdigit()):
            return self
        digits = "" if self.fresh or before is None else str(before)
        return replace(self._with_pieces(self.chosen, int(digits + key)), fresh=False)

    def _press_amount(self, key: str) -> CashCount:
        entry = AmountEntry(self.currency) if self.by_pieces else self.entry
        return replace(self, entry=entry.press(key), pieces=(None,) * len(self.values))

    def _with_pieces(self, value: int, count: int | None) -> CashCount:
        if count is not None and count > MOST_PIECES:
            return self
        count = None if count is None else max(0, count)
        pieces = tuple(
            count if each == value else had for each, had in zip(self.values, self.pieces, strict=True)
        )
        return replace(self, entry=AmountEntry(self.currency), pieces=pieces)
