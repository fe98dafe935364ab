"""What a return is reckoned from, and what comes out: plain frozen records.

Amounts are minor units of the sale's currency, quantities thousandths. Nothing here knows the wire: a till
keeps refunds in its basket before the messages are loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retail_core.pricing.model import SoldBy, TaxEffect, TaxPer

Policy = Literal["keep", "claw_back"]
PaidWith = Literal["cash", "external", "voucher", "card", "points", "stored_value"]


@dataclass(frozen=True, slots=True)
class Reduction:
    """A discount on a line by one rule and tax effect; ``funders`` are (who, amount), amounts negative."""

    rule_id: str
    kind: str
    name: str
    tax_effect: TaxEffect
    funders: tuple[tuple[str, int], ...]
    units_milli: int
    coupon_id: str | None = None

    @property
    def amount_minor(self) -> int:
        """All funders together, <= 0."""
        return sum(minor for _, minor in self.funders)


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line as it was paid; ``unit_price_minor`` is without what its options add to each piece.

    ``hand_priced`` tells that a person set the price, so that no promotion lowered it.
    """

    line_id: str
    product_id: str | None
    name: str
    category_id: str
    qty_milli: int
    sold_by: SoldBy
    unit_price_minor: int
    list_minor: int
    reductions: tuple[Reduction, ...]
    total_minor: int
    net_minor: int
    tax_minor: int
    tax_rate_bp: int
    points: int = 0
    brand: str = ""
    tier_prices: tuple[tuple[str, int], ...] = ()
    label_minor: int | None = None
    regulated: bool = False
    deposit: bool = False
    options_minor: int = 0
    pack_id: str = ""
    pack_pieces: int = 1
    hand_priced: bool = False
    agreed: bool = False
    serial: str = ""
    cost_minor: int | None = None


@dataclass(frozen=True, slots=True)
class SoldCoupon:
    """A coupon that the sale consumed; ``expires_ms`` is when it would have run out, if that is known."""

    coupon_id: str
    campaign_id: str
    value_minor: int | None
    expires_ms: int | None


@dataclass(frozen=True, slots=True)
class SoldUse:
    """How often the sale used a campaign with limits, and for which business day that counts."""

    rule_id: str
    count: int
    day: str


@dataclass(frozen=True, slots=True)
class Basis:
    """Where and when was priced, and the campaigns that applied; see ``retail_core.wire`` ``PriceBasis``."""

    store_id: str
    channel: str
    local_date: str
    weekday: int
    minute_of_day: int
    tax_per: TaxPer
    campaigns: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Paid:
    """How a part of a sale was paid: what it settled exactly, and what was given, after rounding to coins."""

    kind: PaidWith
    reference: str | None
    provider: str
    exact_minor: int
    given_minor: int
    points: int = 0


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale as goods come back from it: what was bought in it, never what came back in it."""

    sale_id: str
    receipt_number: str
    currency: str
    prices_include_tax: bool
    lines: tuple[SoldLine, ...]
    paid: tuple[Paid, ...]
    coupons: tuple[SoldCoupon, ...] = ()
    points_earned: int = 0
    member_tier: str | None = None
    basis: Basis | None = None
    uses: tuple[SoldUse, ...] = ()

    @property
    def total_minor(self) -> int:
        """What the customer paid for the goods, before rounding to coins."""
        return sum(line.total_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class ComesBack:
    """Units of a sold line that come back, as line ``line_id`` of the document that takes them."""

    line_id: str
    of_line_id: str
    qty_milli: int
    reason: str
    restock: bool


@dataclass(frozen=True, slots=True)
class BackLine:
    """Goods that came back with what was paid for them; ``of_line_id`` is ``None`` without a receipt."""

    line_id: str
    of_line_id: str | None
    product_id: str | None
    name: str
    category_id: str
    qty_milli: int
    sold_by: SoldBy
    pack_pieces: int
    list_minor: int
    reductions: tuple[Reduction, ...]
    total_minor: int
    net_minor: int
    tax_minor: int
    tax_rate_bp: int
    reason: str
    restock: bool
    deposit: bool = False
    serial: str = ""
    cost_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Clawed:
    """A discount that no longer holds for what is kept, with its tax; below zero where an earlier one ends.

    ``funders`` are (who, amount) of the discount that is taken back, positive; ``total_minor`` is what it
    lowers the refund by.
    """

    of_line_id: str
    rule_id: str
    kind: str
    name: str
    category_id: str
    tax_effect: TaxEffect
    funders: tuple[tuple[str, int], ...]
    total_minor: int
    net_minor: int
    tax_minor: int
    tax_rate_bp: int


@dataclass(frozen=True, slots=True)
class Part:
    """Money of a refund: how it had been paid, how it goes back.

    ``amount_minor`` is exact; ``moved_minor`` of it pays goods of the same document; the rest was handed out
    as ``given_as``, ``given_minor`` after rounding to coins.
    """

    kind: PaidWith
    reference: str | None
    provider: str
    amount_minor: int
    moved_minor: int
    given_as: PaidWith
    given_minor: int
    points: int = 0
    """The points of ``amount_minor``, where it had been paid with points."""


@dataclass(frozen=True, slots=True)
class Refund:
    """What came back of one receipt: ``total_minor`` = its lines - what is clawed back, >= 0.

    ``sale_id`` and ``receipt_number`` are ``None`` without a receipt. ``parts`` are known once it is settled.
    """

    sale_id: str | None
    receipt_number: str | None
    policy: Policy
    lines: tuple[BackLine, ...]
    clawed: tuple[Clawed, ...]
    points_reversed: int = 0
    coupons: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    uses: tuple[SoldUse, ...] = ()

    @property
    def total_minor(self) -> int:
        """What is given back, before rounding to coins."""
        return sum(line.total_minor for line in self.lines) - sum(each.total_minor for each in self.clawed)


@dataclass(frozen=True, slots=True)
class Terms:
    """By which rule goods are taken back, and when: ``local_date`` and ``now_ms`` tell what has expired."""

    policy: Policy
    local_date: str
    now_ms: int


class ReturnRefused(ValueError):  # noqa: N818 - says what became of it.
    """These goods cannot come back: ``code`` says why, ``line_id`` where."""

    def __init__(self, code: str, line_id: str = "") -> None:
        super().__init__(code, line_id)
        self.code = code
        self.line_id = line_id
