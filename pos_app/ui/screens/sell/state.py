"""What the Sell screen shows: frozen, with money and codes; the view makes words and figures of it."""

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.balance_model import TopUpTender
from pos_app.services.basket_model import AttachedMember, ChosenOption, CouponStatus
from pos_app.services.best_use import Proposal
from pos_app.services.explain_price import Explanation
from pos_app.services.find_products import FoundProduct
from pos_app.services.records import Category, Names, Product, SoldBy
from pos_app.services.redeem_coupon import AnswerStatus
from pos_app.services.take_reward import OfferedRewards
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.proving.state import ProofForm
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said
from pos_app.ui.screens.sell.goods_state import OptionsForm, PickerForm, SerialForm, StyleForm
from pos_app.ui.screens.sell.hand_state import HandForm, HandMark
from pos_app.ui.screens.sell.member_state import AdjustForm, JoinState, MemberForm, MemberSheetState
from pos_app.ui.screens.sell.park_state import Parking
from retail_core.money import Money
from retail_core.pricing.model import Hint
from retail_core.stored_value import SpendOrder, TopUpOffer

NoteKind = Literal["info", "ok", "warn", "bad"]
NoteAction = Literal[
    "", "open_item", "reprint", "recall", "return", "extend_coupons", "past_date", "markdown"
]
SheetName = Literal[
    "",
    "member",
    "member_join",
    "member_sheet",
    "coupon",
    "best",
    "open_item",
    "quantity",
    "picker",
    "options",
    "serial",
    "style",
    "why",
    "help",
    "more",
    "top_up",
    "member_adjust",
    "rewards",
    "proof",
    "line",
    "sale",
    "park",
    "split",
    "recall",
    "news",
]
Pending = Literal["", "member", "coupon", "park"]


@dataclass(frozen=True, slots=True)
class Note:
    """A message in place; ``number`` tells two notes with the same words apart."""

    number: int
    kind: NoteKind
    said: Said
    action: NoteAction = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one rule took off a line, and who pays for it; ``amount`` is negative."""

    rule_id: str
    amount: Money
    funder: str


@dataclass(frozen=True, slots=True)
class Shortage:
    """More is in the basket than is free: how much the till believes in, and how much of it is promised."""

    on_hand_milli: int
    kept_milli: int


@dataclass(frozen=True, slots=True)
class LineState:
    """One line with its price explained."""

    line_id: str
    names: Names
    sold_by: SoldBy
    qty_milli: int
    unit_price: Money
    list_amount: Money
    total: Money
    offers: tuple[Offer, ...] = ()
    can_step: bool = True
    shortage: Shortage | None = None
    min_age: int = 0
    note: str = ""
    mark: HandMark | None = None
    options: tuple[ChosenOption, ...] = ()
    pack: Names | None = None
    is_deposit: bool = False
    """It came along with its goods, and goes with them."""
    comes_from: str = ""
    """The store from which it comes later; empty for what is carried out."""


@dataclass(frozen=True, slots=True)
class BackState:
    """Goods that come back as the basket shows them; ``key`` is their receipt, ``total`` is below zero.

    What is held back of a refund is such a line too: ``held``, ``total`` is above zero then, and it has no
    ``back_id`` of the goods.
    """

    line_id: str
    key: str
    back_id: str
    name: str
    sold_by: SoldBy
    qty_milli: int
    total: Money
    held: bool = False


@dataclass(frozen=True, slots=True)
class CouponState:
    """A coupon on the basket: what it takes off, or why it does not."""

    coupon_id: str
    campaign_id: str
    amount: Money
    applied: bool
    reason_code: str
    status: CouponStatus
    checking: bool = False
    """Whether head office is still being asked about it."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the lines make; ``pieces`` counts a weighed line as one."""

    list_total: Money
    total: Money
    pieces: int = 0
    points: int = 0
    refund_minor: int = 0

    @property
    def due(self) -> Money:
        """What the customer pays for goods sold and returned; below zero it is given back."""
        return Money(self.total.minor - self.refund_minor, self.total.currency)

    @property
    def saving(self) -> Money:
        """What the customer does not pay of the list price, >= 0."""
        return Money(self.list_total.minor - self.total.minor, self.total.currency)


@dataclass(frozen=True, slots=True)
class ProductsState:
    """The right side: chips, tiles, or the results of a search."""

    loading: bool = True
    categories: tuple[Category, ...] = ()
    category_id: str | None = None
    tiles: tuple[FoundProduct, ...] = ()
    query: str = ""
    results: tuple[FoundProduct, ...] = ()


@dataclass(frozen=True, slots=True)
class CouponForm:
    """The coupon sheet; ``status`` is the last answer's, empty before there is one."""

    busy: bool = False
    status: AnswerStatus | Literal[""] = ""
    answer: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class OpenItemForm:
    """The open item sheet; ``code`` is what was scanned, if anything."""

    amount: AmountEntry
    name: str = ""
    tax_rate_bp: int = 0
    code: str | None = None
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class QuantityForm:
    """The quantity sheet: for a line of the basket, or for the weight of a product that is not in it yet."""

    entry: QuantityEntry
    names: Names
    unit_price: Money
    line_id: str = ""
    product: Product | None = None
    code: str | None = None
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class BestForm:
    """The best use; ``busy`` as long as head office may still refine it."""

    busy: bool = False
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class WhyForm:
    """Why this price: of one line, or of the whole basket."""

    line_id: str = ""
    explanation: Explanation = field(default_factory=Explanation)


@dataclass(frozen=True, slots=True)
class MoreForm:
    """The sheet with the rest; ``confirming`` asks once more before the basket is given up."""

    confirming: bool = False
    can_abandon: bool = False
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class TopUpForm:
    """The sheet that tops a balance up; ``chosen`` is the place of an offer, ``top_up_id`` makes it once."""

    top_up_id: str = ""
    offers: tuple[TopUpOffer, ...] = ()
    spend: SpendOrder = "principal_first"
    member: str = ""
    chosen: int | None = None
    tender: TopUpTender = "cash"
    busy: bool = False
    error: Said = field(default_factory=Said)

    @property
    def offer(self) -> TopUpOffer | None:
        """The offer that was chosen."""
        return None if self.chosen is None else self.offers[self.chosen]


@dataclass(frozen=True, slots=True)
class RewardForm:
    """The sheet of rewards; ``asking`` tells that head office is asked meanwhile."""

    offered: OfferedRewards | None = None
    asking: bool = False
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class LastPaid:
    """The sale before this basket: what went back, for somebody who went on before it was seen."""

    receipt_number: str
    change: Money
    given: Money | None = None
    """What was given back instead, for goods that came back."""


@dataclass(frozen=True, slots=True)
class SellState:
    """Everything on the screen."""

    totals: Totals
    open_item: OpenItemForm
    quantity: QuantityForm
    hand: HandForm
    options: OptionsForm
    lines: tuple[LineState, ...] = ()
    returned: tuple[BackState, ...] = ()
    current_id: str | None = None
    member: AttachedMember | None = None
    coupons: tuple[CouponState, ...] = ()
    hints: tuple[Hint, ...] = ()
    sale_marks: tuple[HandMark, ...] = ()
    gift_receipt: bool = False
    sale_note: str = ""
    can_undo: bool = False
    can_redo: bool = False
    products: ProductsState = field(default_factory=ProductsState)
    note: Note | None = None
    pending: Pending = ""
    sheet: SheetName = ""
    member_form: MemberForm = field(default_factory=MemberForm)
    join_form: JoinState = field(default_factory=JoinState)
    member_sheet: MemberSheetState = field(default_factory=MemberSheetState)
    coupon_form: CouponForm = field(default_factory=CouponForm)
    picker: PickerForm = field(default_factory=PickerForm)
    parking: Parking = field(default_factory=Parking)
    style: StyleForm = field(default_factory=StyleForm)
    serial: SerialForm = field(default_factory=SerialForm)
    why: WhyForm = field(default_factory=WhyForm)
    best: BestForm = field(default_factory=BestForm)
    takes_away: bool | None = None
    """Whether the goods are taken away; ``None`` where nothing is taxed otherwise then."""
    more: MoreForm = field(default_factory=MoreForm)
    top_up: TopUpForm = field(default_factory=TopUpForm)
    adjust: AdjustForm = field(default_factory=AdjustForm)
    rewards: RewardForm = field(default_factory=RewardForm)
    proof: ProofForm | None = None
    waiting_orders: int = 0
    last_paid: LastPaid | None = None

    @property
    def can_pay(self) -> bool:
        """Whether there is something to pay, and the basket is not just being written down."""
        return bool(self.lines or self.returned) and self.pending != "park"

    @property
    def is_asked_for(self) -> bool:
        """Whether somebody is still asked who could change what is to pay."""
        return self.pending in {"member", "coupon"}

    def back(self, line_id: str | None) -> BackState | None:
        """Return a line that comes back, or ``None``."""
        return next((line for line in self.returned if line.line_id == line_id), None)

    def line(self, line_id: str | None) -> LineState | None:
        """Return a line, or ``None``."""
        return next((line for line in self.lines if line.line_id == line_id), None)
