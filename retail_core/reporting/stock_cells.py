"""What the stock at the end of days adds to a window; each day is written down once, by head office.

Source: docs/rules/figures.md, "The stock at the end of a day".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from retail_core.money import round_ratio
from retail_core.reporting.cells import Cell, Cells, sum_of
from retail_core.reporting.report import DaySpan

STOCK_FIGURES: Final = ("stock_turnover", "days_of_stock", "stock_out_rate")
"""The figures that are reckoned from it."""

STOCK_MEASURES: Final = ("stock_cost", "window_days", "stock_days", "stock_out_days")

NO_STOCK_DAYS: Final = "no_stock_days"
"""Why these are not known where no day of the window was written."""

WHOLE_DAYS: Final = "whole_days"
"""Why they are not known of a shift or of a person."""


@dataclass(frozen=True, slots=True)
class DaysStock:
    """A store's written days of a window, added up.

    ``stock_minor`` is the sum of the stock at cost at the ends of ``days`` days, ``in_range`` and ``at_zero``
    the sums of the products that somebody wanted, and of those of them of which nothing was there.
    """

    store_id: str
    first_day: str
    last_day: str
    days: int
    stock_minor: int
    in_range: int
    at_zero: int

    @property
    def cells(self) -> Cells:
        """What it adds to a window."""
        return {
            Cell("stock_cost"): round_ratio(self.stock_minor, self.days),
            Cell("stock_days"): self.in_range,
            Cell("stock_out_days"): self.at_zero,
        }


def stock_cells(stores: Iterable[DaysStock], *, window_days: int) -> Cells:
    """Return the cells of a window of so many days; of no store there are none: nothing is known."""
    cells = sum_of(each.cells for each in stores)
    return {**cells, Cell("window_days"): window_days} if cells else {}


def known_days(stores: Iterable[DaysStock], *, first_day: str, last_day: str) -> dict[str, DaySpan]:
    """Return the days that the figures of stock speak of, where that is not the whole window."""
    found = list(stores)
    if not found:
        return {}
    span = DaySpan(max(each.first_day for each in found), min(each.last_day for each in found))
    if (span.first_day, span.last_day) == (first_day, last_day):
        return {}
    return dict.fromkeys(STOCK_FIGURES, span)
