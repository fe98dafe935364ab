"""What a kind of promotion must be able to do, by the stage of the pipeline in which it works.

A kind is a frozen record of its parameters that satisfies one of these Protocols. Its module knows
arithmetic only: which goods, when, for whom and against which competitors is decided outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from retail_core.pricing.scope import Scope


class Stage(IntEnum):
    """Where in the pipeline a kind works, in order."""

    LINE = 1
    UNITS = 2
    THRESHOLD = 3
    GIFT = 4
    COUPON = 5
    POINTS = 6


class Effect(Protocol):
    """The parameters of a campaign, of any kind."""

    @property
    def stage(self) -> Stage:
        """Where in the pipeline this works."""

    @property
    def groups(self) -> tuple[Scope, ...]:
        """The goods of each group; none where the campaign's own scope is the one group."""


class LineEffect(Effect, Protocol):
    """A new price for one piece, or for one weighed line."""

    @property
    def order(self) -> int:
        """Place among compounding effects: fixed prices 0, percents 1, amounts 2."""

    @property
    def by_piece(self) -> bool:
        """Whether its figure is meant for a single piece, so that packs have to be named."""

    @property
    def spares_options(self) -> bool:
        """Whether it names a price for the goods, to which the price of their options is added."""

    def discounted(self, price_minor: int, qty_milli: int) -> int:
        """Return the new price, 0 to ``price_minor``; ``qty_milli`` is 1000 for a piece."""


@dataclass(slots=True)
class Run:
    """Units of equal price that an offer may take; bit g of ``groups``: group g of the offer wants them."""

    price_minor: int
    count: int
    groups: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """``count`` units of the run at ``run`` take part, and give ``off_minor`` together."""

    run: int
    count: int
    off_minor: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Which units an offer takes, as ``sets`` whole sets."""

    sets: int
    parts: tuple[Part, ...]


NO_PLAN = Plan(0, ())


@dataclass(frozen=True, slots=True)
class Missing:
    """How far the next offer is: so many units or so much money more gives ``off_minor`` or ``off_bp``."""

    units: int = 0
    spend_minor: int = 0
    off_minor: int = 0
    off_bp: int = 0


class UnitsEffect(Effect, Protocol):
    """An offer over several units, each of which can be used once."""

    @property
    def spares_options(self) -> bool:
        """Whether it names a price for the goods, to which the price of their options is added."""

    def plan(self, runs: Sequence[Run], max_sets: int | None) -> Plan:
        """Return who takes part in at most ``max_sets`` sets; ``runs`` stand dearest first, then by goods."""

    def missing(self, runs: Sequence[Run]) -> Missing | None:
        """Return what is missing for one set more, or ``None`` where nothing has begun."""


class ThresholdEffect(Effect, Protocol):
    """A reduction of a sum once the sum is high enough."""

    def off(self, amount_minor: int) -> int:
        """Return the reduction, 0 to ``amount_minor``."""

    def missing(self, amount_minor: int) -> Missing | None:
        """Return what is missing for the next step, or ``None`` at the top."""


@dataclass(frozen=True, slots=True)
class CouponTerms:
    """What coupons of a campaign ask for, whatever they give.

    ``min_spend_after`` names what was taken off before the minimum is checked: nothing (``list``) or the
    promotions (``promotions``); coupons never count, so that several do not cut each other off.
    """

    min_spend_minor: int
    min_spend_after: str
    stackable: bool
    exclude_discounted: bool
    per_basket: int


class GiftEffect(Effect, Protocol):
    """Goods of group 1 that are free from a sum of group 0 on."""

    @property
    def min_minor(self) -> int:
        """The sum that has to be reached."""

    def units(self, amount_minor: int) -> int:
        """Return how many units are free when ``amount_minor`` is paid for goods that are no gifts."""


class CouponEffect(Effect, Protocol):
    """A reduction that a presented coupon gives."""

    @property
    def order(self) -> int:
        """Place among coupons of one priority: free items 0, percents 1, amounts 2."""

    @property
    def terms(self) -> CouponTerms:
        """What the coupon asks for."""

    @property
    def units(self) -> int:
        """How many units a coupon for goods makes free; 0 where a coupon reduces sums."""

    def off(self, amount_minor: int, value_minor: int | None) -> int:
        """Return the reduction of ``amount_minor``, 0 up to it; ``value_minor`` stands on the coupon."""


class PointsEffect(Effect, Protocol):
    """Points for money paid."""

    def points(self, amount_minor: int, tier: str | None) -> int:
        """Return whole points for ``amount_minor``, floored once."""
