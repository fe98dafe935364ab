"""What is priced and what comes out: baskets, lines, coupons, and the explanation of every amount.

All collections are tuples and all records are frozen, so that a priced basket can be kept and compared.
Amounts are ``Money`` of the basket's currency; quantities are milli-units (1000 = one piece or 1 kg).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retail_core.money import Money

SoldBy = Literal["piece", "weight"]
TaxEffect = Literal["price_reduction", "third_party_payment"]
TaxPer = Literal["rate", "line"]
CashierKind = Literal["price", "percent", "amount", "drop"]

MEMBER_PRICE_ID = "member_price"
"""The rule id under which a tier price stands in the adjustments."""
CASHIER_PRICE_ID = "cashier_price"
CASHIER_LINE_ID = "cashier_line"
CASHIER_BASKET_ID = "cashier_basket"
CASHIER_DROP_ID = "cashier_drop"
RESERVED_IDS = frozenset(
    {MEMBER_PRICE_ID, CASHIER_PRICE_ID, CASHIER_LINE_ID, CASHIER_BASKET_ID, CASHIER_DROP_ID}
)
"""Rule ids of what is no campaign; no campaign may use them."""


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line of goods as it was scanned.

    ``unit_price`` is for one piece or one kilogram from the price list; ``tier_prices`` are (tier, price)
    pairs for the same unit. ``options_price`` >= 0 is what the chosen options add to each piece, whatever
    the goods themselves cost. Of a pack, ``pack_id`` names it and ``unit_price`` is the pack's; it is one
    unit, and rules by the piece take it only where they name it. ``label_amount`` is the price printed on
    an embedded-price label; it wins over weight x price. ``regulated`` goods take no discount, coupon or
    points; a ``deposit`` takes none either. ``away_tax_rate_bp`` is the rate of a basket that is taken
    away, where it differs. ``agreed`` goods have a ``label_amount`` that was agreed when they were ordered:
    no promotion lowers it once more, coupons and the cashier may.
    """

    line_id: str
    product_id: str | None
    name: str
    category_id: str | None
    qty_milli: int
    sold_by: SoldBy
    unit_price: Money
    tax_rate_bp: int
    tier_prices: tuple[tuple[str, Money], ...] = ()
    brand: str | None = None
    label_amount: Money | None = None
    regulated: bool = False
    deposit: bool = False
    away_tax_rate_bp: int | None = None
    options_price: Money | None = None
    pack_id: str | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What is known of the customer; a signed token gives the tier even of an unknown member.

    ``first_purchase`` is true only where it is known that this member has bought nothing before.
    """

    member_id: str | None
    tier: str | None
    first_purchase: bool = False


@dataclass(frozen=True, slots=True)
class CouponFacts:
    """One presented coupon; ``value_minor`` is the value on the coupon, where its campaign leaves it open."""

    coupon_id: str
    campaign_id: str
    value_minor: int | None = None


@dataclass(frozen=True, slots=True)
class CashierDiscount:
    """What a cashier takes off, with right and reason checked before; ``line_id`` ``None`` means the basket.

    ``kind`` is ``price`` (a new unit price, lines only), ``percent`` (``value`` in basis points), ``amount``
    (minor units) or ``drop`` (抹零, baskets only, minor units).
    """

    line_id: str | None
    kind: CashierKind
    value: int


@dataclass(frozen=True, slots=True)
class Basket:
    """What the customer wants to buy, in any order of lines; line ids and coupon ids are unique.

    ``takes_away`` chooses the other tax rate of lines that have one.
    """

    currency: str
    lines: tuple[BasketLine, ...]
    member: MemberFacts | None = None
    coupons: tuple[CouponFacts, ...] = ()
    cashier: tuple[CashierDiscount, ...] = ()
    takes_away: bool = False


@dataclass(frozen=True, slots=True)
class Used:
    """How often a limited campaign was used before this basket: by this member, today, and by everyone."""

    rule_id: str
    by_member: int = 0
    by_member_today: int = 0
    by_all: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when is priced, in store time; ``weekday`` 1 is Monday, ``minute_of_day`` is 0 to 1439.

    ``region`` is the store's; a store without one has ``""`` and lies in no region of a campaign.
    ``used`` holds the facts for campaigns with limits; one that is missing has not been used.
    """

    store_id: str
    channel: str
    local_date: str
    weekday: int
    minute_of_day: int
    prices_include_tax: bool = True
    tax_per: TaxPer = "rate"
    used: tuple[Used, ...] = ()
    region: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A rule's effect on a line: ``amount`` is negative; one entry for each funder.

    ``units_milli`` is how much of the line the rule took; it stands on every funder's entry of the rule.
    """

    rule_id: str
    kind: str
    amount: Money
    funder: str
    tax_effect: TaxEffect
    units_milli: int


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price explained.

    ``list_amount`` + sum of adjustments is what remains of the list price; ``total`` is what the customer
    pays (with tax), ``net`` + ``tax`` = ``total``. ``tax`` is the line's share of its rate's tax.
    """

    line_id: str
    list_amount: Money
    adjustments: tuple[Adjustment, ...]
    total: Money
    net: Money
    tax: Money
    tax_rate_bp: int


@dataclass(frozen=True, slots=True)
class CouponOutcome:
    """What became of one presented coupon; ``amount`` >= 0 is what it saved."""

    coupon_id: str
    campaign_id: str
    applied: bool
    amount: Money
    reason_code: str


@dataclass(frozen=True, slots=True)
class Hint:
    """What is missing for the next offer; ``args`` are (name, value) pairs for the text of ``code``."""

    rule_id: str
    code: str
    args: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A rule that concerns this basket and did not apply; ``lost_to`` is the rule that beat it, if any."""

    rule_id: str
    reason_code: str
    lost_to: str | None = None


@dataclass(frozen=True, slots=True)
class TaxRow:
    """One rate of the tax table; ``gross`` = ``net`` + ``tax``, third-party payments included."""

    rate_bp: int
    net: Money
    tax: Money
    gross: Money


@dataclass(frozen=True, slots=True)
class PricedBasket:
    """The finished price with its explanation; lines stand in the order of the basket.

    ``total`` is what the customer pays; ``receivable`` is what third parties pay on top (their discounts, on
    which tax is still due), so that sum of ``tax`` gross = ``total`` + ``receivable``. ``uses`` says how
    often campaigns with limits were used, for the facts of the next basket (``Used``).
    """

    currency: str
    lines: tuple[PricedLine, ...]
    coupons: tuple[CouponOutcome, ...]
    list_total: Money
    discount_total: Money
    total: Money
    receivable: Money
    tax: tuple[TaxRow, ...]
    points_earned: int
    hints: tuple[Hint, ...]
    rejected: tuple[Rejection, ...]
    uses: tuple[tuple[str, int], ...] = ()
