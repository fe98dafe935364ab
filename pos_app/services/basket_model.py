"""The basket in the till's words: frozen, so that undo is keeping the one before.

A line carries a copy of everything that pricing, receipt and report need of its product: a sale never
looks into the catalog again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pos_app.services.act_model import Approval
from pos_app.services.order_goods_model import HeldGoods
from pos_app.services.records import MemberMeans, Names, SoldBy
from pos_app.services.return_model import GoodsBack

HandKind = Literal["price", "percent", "amount", "drop"]
CouponStatus = Literal["valid", "valid_settled_later", "online_only", "refused"]


@dataclass(frozen=True, slots=True)
class ChosenOption:
    """An option chosen for a line; ``price_minor`` >= 0 is for one piece, ``preset`` is what is usual."""

    group_id: str
    option_id: str
    names: Names
    price_minor: int
    preset: bool = False


@dataclass(frozen=True, slots=True)
class HandDiscount:
    """What a person took off; ``line_id`` ``None`` means the basket.

    ``kind`` and ``value`` are those of ``retail_core.pricing.model.CashierDiscount``; right, limit and reason
    were checked when it was given, and are once more when the sale is paid.
    """

    line_id: str | None
    kind: HandKind
    value: int
    reason: str
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line. An open item has no ``product_id``; ``code`` is what was scanned or typed, if anything.

    ``label_minor`` is the price on an embedded-price label, which wins over weight times price.
    ``unit_price_minor`` is without ``options``; of a pack it is the pack's. Each piece brings the deposit
    ``deposit_id`` along, whose own line says by ``deposit_of`` which line that was. A reward costs
    ``reward_points`` a piece and no money.
    """

    line_id: str
    product_id: str | None
    code: str | None
    names: Names
    brand: str
    category_id: str
    sold_by: SoldBy
    qty_milli: int
    unit_price_minor: int
    tier_prices: Mapping[str, int]
    tax_rate_bp: int
    min_age: int
    regulated: bool
    tile: str
    label_minor: int | None = None
    away_tax_rate_bp: int | None = None
    options: tuple[ChosenOption, ...] = ()
    pack_id: str = ""
    pack_pieces: int = 1
    pack_names: Names | None = None
    deposit: bool = False
    deposit_id: str = ""
    deposit_of: str = ""
    note: str = ""
    reward_id: str = ""
    reward_points: int = 0
    order_id: str = ""
    """The order whose goods are paid by it, at the amount ``label_minor`` that was agreed online."""
    order_line_id: str = ""
    batch: str = ""
    """The batch and the date (ISO) that the code said; empty where it said none."""
    expires: str = ""
    serial: str = ""
    """Of the one piece of this line."""
    past_date: Approval | None = None
    """Who lets it be sold after its best-before date."""
    cost_minor: int | None = None
    """What one piece or unit of weight costs the store; ``None`` where it is not known."""

    @property
    def options_minor(self) -> int:
        """What the options add to the price of each piece."""
        return sum(option.price_minor for option in self.options)

    @property
    def pieces_milli(self) -> int:
        """How much leaves the stock: pieces, those of packs each by itself, or grams."""
        return self.qty_milli * self.pack_pieces

    @property
    def burned_points(self) -> int:
        """The points that it takes, of a reward."""
        return self.reward_points * self.qty_milli // 1000

    @property
    def counted_milli(self) -> int:
        """What the customer counts: pieces and packs, weighed goods as one; a deposit is nothing to carry."""
        if self.deposit:
            return 0
        return self.qty_milli if self.sold_by == "piece" else 1000

    def full_name(self, language: str) -> str:
        """Return the name with the pack's, as receipts and reports say it."""
        name = self.names.in_language(language)
        return name if self.pack_names is None else f"{name} {self.pack_names.in_language(language)}"


@dataclass(frozen=True, slots=True)
class AttachedMember:
    """The member of this basket. ``member_id`` is ``None`` when only the code's alias is known here.

    ``present`` tells that a valid rotating code was scanned, which is what offline coupons ask for; ``proof``
    what head office took in its place, where only a number was said.
    """

    member_id: str | None
    alias: str
    masked_name: str
    phone_last4: str
    tier: str
    points: int | None
    coupons: int | None
    means: MemberMeans
    present: bool
    proof: Literal["", "pin", "message"] = ""


@dataclass(frozen=True, slots=True)
class AttachedCoupon:
    """A coupon that was accepted for this basket, held online or by the offline rule.

    ``expires_ms`` is when the coupon itself runs out, where the till was told.
    """

    coupon_id: str
    campaign_id: str
    value_minor: int | None
    mode: Literal["online", "offline"]
    hold_id: str | None
    status: CouponStatus
    expires_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that was taken out again; it stands in the sale's fact.

    ``returned`` goods were to come back, and ``list_minor`` is what they would have given then.
    """

    names: Names
    qty_milli: int
    list_minor: int
    returned: bool = False
    after_total: bool = False
    """Whether the total of the basket had been told."""


@dataclass(frozen=True, slots=True)
class Basket:
    """What the customer wants to buy; lines in the order of their first scan.

    ``basket_id`` becomes the id of the sale, so coupons are held for it from the start.
    """

    basket_id: str
    currency: str
    lines: tuple[Line, ...] = ()
    member: AttachedMember | None = None
    coupons: tuple[AttachedCoupon, ...] = ()
    removed: tuple[Removed, ...] = ()
    takes_away: bool = False
    discounts: tuple[HandDiscount, ...] = ()
    gift_receipt: bool = False
    note: str = ""
    returns: tuple[GoodsBack, ...] = ()
    use_points: bool = False
    """Whether the member wants points to pay what they can, once it is paid."""
    ordered: tuple[HeldGoods, ...] = ()
    """Orders of what is not here, which the sale places; their lines name them by ``order_id``."""
    total_told: bool = False
    """Whether *Pay* was opened for it: the customer was told what it comes to."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it: no line, nothing returned, no member, no coupon."""
        return not (self.lines or self.returns or self.member or self.coupons)

    @property
    def has_goods(self) -> bool:
        """Whether there is something to complete: goods that are sold, or goods that come back."""
        return bool(self.lines or self.returns)

    @property
    def refund_minor(self) -> int:
        """What the returned goods give back, >= 0."""
        return sum(goods.refund_minor for goods in self.returns)

    @property
    def min_age(self) -> int:
        """The strictest age of its lines, 0 when anybody may buy it."""
        return max((line.min_age for line in self.lines), default=0)

    def rate_bp(self, line: Line) -> int:
        """Return the tax rate of a line, which may be another one for what is taken away."""
        if self.takes_away and line.away_tax_rate_bp is not None:
            return line.away_tax_rate_bp
        return line.tax_rate_bp

    def held(self, order_id: str) -> HeldGoods | None:
        """Return the order that is taken with this basket, or ``None``."""
        return next((each for each in self.ordered if each.order_id == order_id), None)

    def line(self, line_id: str) -> Line | None:
        """Return the line with ``line_id``, or ``None``."""
        return next((line for line in self.lines if line.line_id == line_id), None)
