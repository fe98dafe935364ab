"""The parts of a sale's fact: lines, discounts, returns, tenders, tax; see ``retail_core.wire.facts``.

Amounts are minor units of the sale's currency; quantities are thousandths.
"""

from typing import Literal

from pydantic import Field, JsonValue

from retail_core.orders import Fulfilment
from retail_core.wire.base import Id, Message, Milli, Millis, Minor, Text

PaidKind = Literal["cash", "external", "voucher", "card", "points", "stored_value"]


class Discount(Message):
    """One reduction of one line; ``amount_minor`` is negative."""

    rule_id: Id
    kind: Id
    name: Text
    amount_minor: Minor
    funders: dict[str, int]
    """Who bears it: funder to minor units, summing to ``amount_minor``."""
    tax_effect: Literal["price_reduction", "third_party_payment"]
    units_milli: Milli
    coupon_id: Id | None = None


class LineOption(Message):
    """A chosen option of a line; ``price_minor`` is for one piece and part of the line's list price."""

    group_id: Id
    option_id: Id
    name: Text
    price_minor: Minor


class SaleLine(Message):
    """A sold line with all that a receipt, a return or a report needs of it."""

    line_id: Id
    product_id: Id | None
    """``None`` for an open item."""
    code: Text | None
    """What was scanned or typed, if anything."""
    name: Text
    category_id: Id
    qty_milli: Milli
    sold_by: Literal["piece", "weight"]
    unit_price_minor: Minor
    list_minor: Minor
    discounts: tuple[Discount, ...]
    total_minor: Minor
    net_minor: Minor
    tax_minor: Minor
    tax_rate_bp: int
    points: int = 0
    brand: Text = ""
    tier_prices: dict[str, int] = Field(default_factory=dict)
    """Prices of one unit by member tier, as the price list had them; a return prices what is kept by them."""
    label_minor: Minor | None = None
    """The price on an embedded-price label, which won over weight times price."""
    regulated: bool = False
    deposit: bool = False
    options: tuple[LineOption, ...] = ()
    """``unit_price_minor`` is without them, ``list_minor`` with them."""
    pack_id: Text = ""
    pack_pieces: int = 1
    """Pieces of stock in one unit of this line: 1, or those of the pack that was sold."""
    note: Text = ""
    reward_id: Text = ""
    """What of the catalogue of rewards it is; its price is 0."""
    reward_points: int = 0
    """>= 0: points that it took."""
    joining_points: int = 0
    """>= 0: points that whoever joins by this receipt gets for it; 0 where a member bought."""
    order_id: Text = ""
    """The order whose goods were paid by this line, at the price ``label_minor`` that was agreed online.

    They leave the stock with their hand-over. Source: docs/rules/orders.md, "Paid in the store".
    """
    order_line_id: Text = ""
    batch: Text = ""
    """The number of the batch, where the code said it."""
    expires: Text = ""
    """The date of the batch as ISO, where the code said it."""
    serial: Text = ""
    """The serial number of the one piece of this line. Source: docs/rules/stock.md, "Serial numbers"."""
    cost_minor: Minor | None = None
    """What its goods cost the store, without tax; ``None``: not known. Source: docs/rules/cost.md."""

    @property
    def pieces_milli(self) -> int:
        """What was sold: pieces, those of packs each by itself, or grams; a deposit is no goods."""
        return 0 if self.deposit else self.qty_milli * self.pack_pieces

    @property
    def stock_milli(self) -> int:
        """What of it left the stock with the sale: goods of an order leave with their hand-over."""
        return 0 if self.order_id else self.pieces_milli


class OrderedGoods(Message):
    """An order of goods that are not here, which a sale pays and places; no name and no address stand in it.

    Source: docs/rules/order-payment.md, "Ordered at the till".
    """

    order_id: Id
    number: Id
    store_id: Id
    """Where the goods are, and where they are collected."""
    store_name: Text
    fulfilment: Fulfilment = "pickup"
    promised_ms: Millis
    """What the customer was told."""


class CampaignUse(Message):
    """How often a sale used a campaign with limits, or gives such uses back; ``count`` > 0."""

    rule_id: Id
    count: int
    day: Id
    """The business day of the store for which it counts, ``2026-11-22``."""


class CashierAct(Message):
    """Something a person decided against the price list or the rule: why, and who allowed it."""

    kind: Id
    """The verb of the right it needed, ``price.override``."""
    line_id: Id | None
    """``None`` for the whole basket."""
    value: int
    """What was keyed in: a unit price, basis points or minor units, as ``how`` says."""
    amount_minor: Minor
    """What it took off the total, negative; 0 if nothing."""
    reason: Id
    approved_by: Id | None
    """Another person, if the actor's own right did not reach; ``None`` otherwise."""
    how: Text = ""
    """``price``, ``percent``, ``amount`` or ``drop``; empty for what is no price and no discount."""


class PriceBasis(Message):
    """What a sale's discounts were reckoned from, so that what is kept can be priced again at a return.

    Source: docs/rules/returns.md, "What a sale keeps for its returns".
    """

    store_id: Id
    channel: Id
    local_date: Id
    weekday: int
    minute_of_day: int
    tax_per: Literal["rate", "line"]
    campaigns: tuple[dict[str, JsonValue], ...]
    """The documents of the campaigns that applied, cut down to what concerns this sale; in order of id."""


class ReturnedLine(Message):
    """Goods that came back. Amounts are what was paid for these units, >= 0."""

    line_id: Id
    """In this document."""
    of_line_id: Id | None
    """The line of the sale, ``None`` without a receipt."""
    product_id: Id | None
    name: Text
    category_id: Id
    qty_milli: Milli
    sold_by: Literal["piece", "weight"]
    pack_pieces: int
    list_minor: Minor
    discounts: tuple[Discount, ...]
    """The discounts of these units, which are given back with them: negative, as at the sale."""
    total_minor: Minor
    net_minor: Minor
    tax_minor: Minor
    tax_rate_bp: int
    reason: Id
    restock: bool
    """Whether it goes back on the shelf; otherwise it is written off."""
    deposit: bool = False
    """Empties: taken back by the right to take goods back, receipt or not."""
    serial: Text = ""
    """The serial number of the piece that came back."""
    cost_minor: Minor | None = None
    """Its share of what the goods of its line cost the store, >= 0; ``None``: not known."""

    @property
    def pieces_milli(self) -> int:
        """What came back into the stock; an empty is no goods, as its deposit was none when it was sold."""
        return 0 if self.deposit else self.qty_milli * self.pack_pieces


class ClawBack(Message):
    """A discount that no longer holds for what the customer keeps; it lowers what is given back.

    All amounts are below zero where goods come back that an earlier claw-back was for: then it is given back
    with them.
    """

    of_line_id: Id
    rule_id: Id
    kind: Id
    name: Text
    category_id: Id
    tax_effect: Literal["price_reduction", "third_party_payment"]
    funders: dict[str, int]
    """Who no longer bears it: funder to minor units, as the price list states them."""
    total_minor: Minor
    """With tax: by how much the refund is lower."""
    net_minor: Minor
    tax_minor: Minor
    tax_rate_bp: int


class RefundPart(Message):
    """Money of a refund: how it had been paid at the sale, and how it goes back."""

    kind: PaidKind
    reference: Text | None
    provider: Text
    amount_minor: Minor
    """> 0, exact. The parts of a receipt sum to its ``refund_minor``."""
    moved_minor: Minor
    """What of it paid for goods of the same document."""
    given_as: PaidKind
    given_minor: Minor
    """What was handed out, after rounding to coins."""
    points: int = 0
    """>= 0: those of ``amount_minor``, where it had been paid with points."""


class ReturnedReceipt(Message):
    """What came back of one receipt. ``refund_minor`` = sum of its lines - sum of what is clawed back."""

    sale_id: Id | None
    """``None`` without a receipt."""
    receipt_number: Id | None
    policy: Literal["keep", "claw_back"]
    lines: tuple[ReturnedLine, ...]
    claw_back: tuple[ClawBack, ...]
    refund_minor: Minor
    points_reversed: int
    """>= 0: points that the sale earned and that go with the goods."""
    coupons: tuple[Id, ...]
    """Coupons of the sale that the customer gets back."""
    uses: tuple[CampaignUse, ...] = ()
    """Uses of the sale that are given back, on the day of the sale."""
    parts: tuple[RefundPart, ...] = ()


class Tender(Message):
    """How a part was paid; ``amount_minor`` is what it settles, after change; negative for a refund."""

    kind: PaidKind
    amount_minor: Minor
    tendered_minor: Minor
    change_minor: Minor
    reference: Text | None = None
    """Last four digits of an externally confirmed payment, a voucher's number, a provider's reference; of
    points and stored value the sale in which they were spent."""
    provider: Text = ""
    """Which payment provider approved it; empty for what the cashier confirmed."""
    points: int = 0
    """Points that it took, or below zero gave back; of the tender ``points`` only."""


class TaxRow(Message):
    """The taxed amount of one rate."""

    rate_bp: int
    net_minor: Minor
    tax_minor: Minor
    gross_minor: Minor


class CouponUse(Message):
    """A coupon consumed by a sale."""

    coupon_id: Id
    campaign_id: Id
    amount_minor: Minor
    mode: Literal["online", "offline"]
    hold_id: Id | None
    value_minor: Minor | None = None
    """What stands on the coupon, where its campaign leaves it open; a return prices what is kept by it."""
    expires_ms: Millis | None = None
    """When it runs out, if the till was told; after that it is not given back."""


class IssuedCoupon(Message):
    """A coupon that the till gave with a sale and printed, with its terms as they stand on the paper.

    Its code stands nowhere in the fact: who has a copy of the journal could use it.
    """

    coupon_id: Id
    campaign_id: Id
    name: Text
    kind: Literal["amount", "percent", "exchange"]
    worth: int
    """Minor units off, basis points off, or pieces that are free, as ``kind`` says; > 0."""
    cap_minor: Minor | None = None
    """The most that a percentage takes off."""
    min_spend_minor: Minor = 0
    only: tuple[Literal["goods", "times", "stores", "members"], ...] = ()
    """What else its campaign asks for."""
    expires_ms: Millis


class Fiscal(Message):
    """What the fiscal port answered for the sale."""

    provider: Id
    state: Literal["none", "signed", "pending", "failed"]
    data: dict[str, str]


class RemovedLine(Message):
    """A line that was taken out of the basket before it was paid; ``returned`` if it was to come back.

    ``list_minor`` of a returned one is what it would have given back.
    """

    name: Text
    qty_milli: Milli
    list_minor: Minor
    returned: bool = False
    after_total: bool = False
    """Whether the total of the basket had been told."""
