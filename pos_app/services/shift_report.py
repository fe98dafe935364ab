"""The figures of a shift for the manager: pictures first, tables behind them, each from the sales alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.services.records import Actor, Shift

if TYPE_CHECKING:
    from retail_core.wire.facts import DiscountSum, ShiftClosed, TenderCount


@dataclass(frozen=True, slots=True)
class HourFigure:
    """An hour of the store's day (0 to 23) with its receipts and sales."""

    hour: int
    receipts: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class CategoryFigure:
    """What a category sold."""

    category_id: str
    name: str
    qty_milli: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class TenderFigure:
    """What came in by one tender; sales are counted once for each tender they used."""

    kind: str
    receipts: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same figures of the shift a week earlier, when this till has it."""

    sales_minor: int
    receipts: int
    average_minor: int
    member_receipts: int
    hand_overs: int


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """All that the report shows; ``z`` and the tender counts are there once the shift is closed."""

    shift: Shift
    currency: str
    sales_minor: int
    receipts: int
    average_minor: int
    items_milli: int
    discount_minor: int
    rounding_minor: int
    member_receipts: int
    member_share_bp: int
    hand_overs: int
    hand_over_value_minor: int
    difference_minor: int | None
    hours: tuple[HourFigure, ...]
    categories: tuple[CategoryFigure, ...]
    tenders: tuple[TenderFigure, ...]
    discounts: tuple[DiscountSum, ...]
    counts: tuple[TenderCount, ...]
    removed_lines: int
    abandoned_baskets: int
    copies: int
    open_items: int
    offline_coupons: int
    last_week: Comparison | None
    z: ShiftClosed | None


class ShiftReport:
    """Reads the report; right ``report.view``."""

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        """Return the newest shifts first."""
        raise NotImplementedError

    def __call__(
        self, actor: Actor, shift_id: str | None = None, *, language: str = "zh-Hans"
    ) -> ShiftFigures:
        """Return the figures of a shift; of the open one, else of the newest, for ``None``.

        Raises:
            RuleError: ``right.missing``, ``shift.unknown``.
        """
        raise NotImplementedError
