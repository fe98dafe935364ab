"""What the Sell screen is made of: its use cases as Protocols, its lanes, and the ways to elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pos_app.services.act_by_hand import Look, MeasuredAct
from pos_app.services.act_model import Approval
from pos_app.services.balance_model import ToppedUp
from pos_app.services.basket_model import (
    AttachedCoupon,
    AttachedMember,
    Basket,
    ChosenOption,
    HandDiscount,
    HandKind,
    Line,
)
from pos_app.services.best_use import Proposal
from pos_app.services.correction_model import Correction
from pos_app.services.find_products import FoundProduct
from pos_app.services.member_desk import Joined, JoinForm, MemberMarks
from pos_app.services.park_sale import Split
from pos_app.services.parked import ParkedSale
from pos_app.services.piece_marks import PieceMarks
from pos_app.services.ports import Lane
from pos_app.services.read_scan import ScanAction, Step
from pos_app.services.recall_sale import ParkedSales, Recalled
from pos_app.services.records import (
    Actor,
    Category,
    Member,
    Pack,
    Product,
    Reward,
    SaleSummary,
    UnmaskedMember,
)
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.services.take_reward import OfferedRewards
from pos_app.services.tendering import TenderInput
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.proving.part import Prover
from retail_core.codes.payment import PaymentCode
from retail_core.pricing.model import PricedBasket
from retail_core.pricing.rules import Campaign
from retail_core.stored_value import TopUpOffer, ValueTerms


class BasketOnCounter(Protocol):
    """The basket that is being rung up."""

    @property
    def basket(self) -> Basket:
        """The basket as it is."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""

    def restore(self, basket: Basket) -> None:
        """Go on with a basket that was kept."""

    def start_new(self) -> None:
        """Begin the next customer."""

    def add_product(
        self,
        product: Product,
        *,
        qty_milli: int = 1000,
        code: str | None = None,
        label_minor: int | None = None,
        chosen: tuple[ChosenOption, ...] | Pack = (),
        marks: PieceMarks = ...,
    ) -> Line:
        """Add goods."""

    def set_quantity(self, line_id: str, qty_milli: int) -> None:
        """Change a quantity."""

    def remove_line(self, line_id: str) -> None:
        """Take a line out."""

    def attach_member(self, member: AttachedMember) -> None:
        """Put a member onto the basket."""

    def know_member(self, member: AttachedMember) -> None:
        """Put in what was learned of the member who is attached."""

    def detach_member(self) -> None:
        """Take the member off."""

    def want_points(self, *, wanted: bool) -> None:
        """Note whether points pay what they can."""

    def add_coupon(self, coupon: AttachedCoupon) -> None:
        """Put a coupon onto the basket."""

    def remove_coupon(self, coupon_id: str) -> None:
        """Take a coupon off."""

    def change(self, step: Callable[[Basket], Basket]) -> None:
        """Take a step."""

    def amend(self, step: Callable[[Basket], Basket]) -> None:
        """Correct the basket, and what undo goes back to."""

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Take the last undone step again."""


class HandActor(Protocol):
    """Prices and discounts by hand."""

    def __call__(self, actor: Actor, discount: HandDiscount) -> None:
        """Do the act."""

    def look(self, actor: Actor, discount: HandDiscount) -> Look:
        """Return what an act would come to."""

    def take_back(self, line_id: str | None, *, kind: HandKind) -> None:
        """Take an act off again."""

    def allow(self, approval: Approval) -> None:
        """Put an approval onto its act."""

    def unapproved(self, actor: Actor) -> Sequence[MeasuredAct]:
        """Return what somebody still has to allow."""


class Pricing(Protocol):
    """Prices a basket."""

    def __call__(self, basket: Basket) -> PricedBasket:
        """Return the price with its explanation."""

    def campaign_name(self, rule_id: str, language: str) -> str:
        """Return what a campaign is called."""

    def campaign(self, rule_id: str) -> Campaign | None:
        """Return a campaign."""


class ProductFinder(Protocol):
    """Finds products for the right side."""

    def favourites(self, category_id: str | None = None, *, limit: int = 60) -> Sequence[FoundProduct]:
        """Return best sellers, or a category."""

    def search(self, text: str, *, category_id: str | None = None, limit: int = 60) -> Sequence[FoundProduct]:
        """Return what matches ``text``."""

    def by_id(self, product_id: str) -> FoundProduct | None:
        """Return one product."""

    def style(self, style_id: str) -> Sequence[FoundProduct]:
        """Return the variants of a style."""

    def has_away_rates(self) -> bool:
        """Return whether anything is taxed otherwise when it is taken away."""

    def categories(self) -> Sequence[Category]:
        """Return the chips."""


class ScanReader(Protocol):
    """Says what a scan means."""

    def __call__(self, raw: str, *, step: Step) -> ScanAction:
        """Return what to do."""


class SaleParker(Protocol):
    """Parks sales; storage lane, but for the count."""

    def count(self) -> int:
        """Return how many sales wait."""

    def __call__(self, actor: Actor, basket: Basket, *, name: str, total_minor: int) -> ParkedSale:
        """Park a whole basket."""

    def split(self, actor: Actor, basket: Basket, *, parts: Mapping[str, int], name: str) -> Split:
        """Park a part of a basket."""


class SaleRecaller(Protocol):
    """Brings parked sales back; storage lane."""

    def sales(self) -> ParkedSales:
        """Return what waits."""

    def __call__(
        self, actor: Actor, basket_id: str, *, into: Basket, approval: Approval | None = None
    ) -> Recalled:
        """Bring a sale back."""

    def give_up(self, actor: Actor, basket_id: str, *, approval: Approval | None = None) -> ParkedSale:
        """Give a sale up."""


class MemberFinder(Protocol):
    """Finds members."""

    def by_code(self, text: str) -> AttachedMember:
        """Read a member code; storage lane."""

    def known_by_phone(self, digits: str) -> AttachedMember | None:
        """Look a phone number up here only; storage lane."""

    def by_phone(self, digits: str) -> AttachedMember:
        """Look a phone number up; network lane."""

    def by_card_number(self, number: str) -> AttachedMember:
        """Look a card's number up; network lane."""

    def chosen(self, member: Member) -> AttachedMember:
        """Keep a member who was chosen from what was found; storage lane."""

    def learn(self, attached: AttachedMember) -> AttachedMember | None:
        """Ask about a member whom this store does not know well; network lane."""


class BestUser(Protocol):
    """Looks for the best set of a member's coupons."""

    def first(self, basket: Basket) -> Proposal:
        """Return the best of what the till knows; storage lane."""

    def __call__(self, basket: Basket) -> Proposal:
        """Return the best with head office's wallet; network lane."""


class OfflineExtender(Protocol):
    """Lets coupons be taken offline for longer; storage lane."""

    def __call__(self, actor: Actor, *, approval: Approval | None = None) -> int:
        """Write it down; return until when."""


class MemberSearcher(Protocol):
    """Looks for members by last digits or name."""

    def here(self, actor: Actor, text: str) -> Sequence[Member]:
        """Return who is known here."""

    def everywhere(self, actor: Actor, text: str) -> Sequence[Member]:
        """Return whom head office finds; network lane."""


class MemberWriter(Protocol):
    """States facts about members; storage lane where it writes."""

    def details(self, alias: str) -> Member | None:
        """Return what is known here of a member."""

    def marks(self, member: Member) -> MemberMarks:
        """Return what stands out about a member today."""

    def join(self, actor: Actor, form: JoinForm) -> Joined:
        """Let somebody be a member."""

    def note(self, actor: Actor, alias: str, *, birthday: str, preferences: str, note: str) -> Member:
        """Write birthday, preferences and note anew."""

    def agree(self, actor: Actor, alias: str, *, marketing: bool) -> Member:
        """Note whether a member may be written to."""

    def reveal(self, actor: Actor, alias: str, *, reason: str) -> Member:
        """Note who is about to look at what is masked."""

    def unmask(self, actor: Actor, member: Member) -> UnmaskedMember:
        """Return what is masked; network lane."""


class CouponDecider(Protocol):
    """Decides about coupons."""

    def first(self, basket: Basket, text: str) -> CouponAnswer:
        """Return what this till says by itself; storage lane."""

    def __call__(self, basket: Basket, text: str) -> CouponAnswer:
        """Return what becomes of a coupon; network lane."""

    def again(self, basket: Basket, coupon: AttachedCoupon) -> CouponAnswer:
        """Reserve a coupon anew; network lane."""

    def release(self, basket: Basket, coupon: AttachedCoupon) -> None:
        """Give a reservation back."""


class OpenItemSeller(Protocol):
    """Sells what the catalog does not know."""

    def __call__(
        self, actor: Actor, *, name: str, amount_minor: int, tax_rate_bp: int, code: str | None = None
    ) -> Line:
        """Add one piece."""


class BasketAbandoner(Protocol):
    """Gives a basket up; storage lane."""

    def __call__(self, actor: Actor, basket: Basket, *, total_minor: int) -> None:
        """Write it down."""


class Reprinter(Protocol):
    """Prints copies; storage lane."""

    def recent(self, limit: int = 20) -> Sequence[SaleSummary]:
        """Return the newest sales."""

    def __call__(self, actor: Actor, receipt_number: str) -> int:
        """Print a copy."""

    def gift(self, actor: Actor, receipt_number: str) -> int:
        """Print a gift receipt."""


class BackChanger(Protocol):
    """Changes what comes back with the basket."""

    def change_line(
        self, actor: Actor, line_id: str, *, qty_milli: int, approval: Approval | None = None
    ) -> None:
        """Let another quantity come back; 0 takes the line out."""


class RewardGiver(Protocol):
    """Gives rewards for points."""

    @property
    def rewards(self) -> tuple[Reward, ...]:
        """What the store gives."""

    def offered(self) -> OfferedRewards:
        """Return what can be had now."""

    def ask(self) -> None:
        """Ask head office."""

    def __call__(self, reward_id: str) -> Line:
        """Put a reward into the basket."""


class BalanceFiller(Protocol):
    """Tops balances up."""

    @property
    def terms(self) -> ValueTerms | None:
        """What can be topped up."""

    def begin(self) -> str:
        """Return the id of a top-up."""

    def __call__(
        self,
        actor: Actor,
        member: AttachedMember,
        *,
        top_up_id: str,
        offer: TopUpOffer,
        tender: TenderInput,
    ) -> ToppedUp:
        """Write what was paid in."""


class MemberAdjuster(Protocol):
    """Corrects points and balances at head office."""

    def begin(self) -> str:
        """Return the id of a new correction."""

    def __call__(
        self,
        actor: Actor,
        member: AttachedMember,
        *,
        correction: Correction,
        approval: Approval | None = None,
    ) -> Member:
        """Correct."""


class DateWatcher(Protocol):
    """Knows what the dates of goods mean today; asked only for goods that have one."""

    def today(self) -> str:
        """Return the store's day as ISO."""

    def offered_bp(self, expires: str) -> int:
        """Return which share a piece with a date is marked down by; 0 for none."""

    def is_all_over(self, product_id: str) -> bool:
        """Return whether everything that is there of a product is over its date."""


@dataclass(frozen=True, slots=True)
class SellServices:
    """The use cases; ``catalog_version`` is empty before the first catalog was delivered."""

    basket: BasketOnCounter
    price: Pricing
    products: ProductFinder
    read_scan: ScanReader
    members: MemberFinder
    find_member: MemberSearcher
    member_desk: MemberWriter
    coupons: CouponDecider
    extend_coupons: OfflineExtender
    best_use: BestUser
    open_item: OpenItemSeller
    by_hand: HandActor
    abandon: BasketAbandoner
    park: SaleParker
    recall: SaleRecaller
    reprint: Reprinter
    approval: ApprovalPresenter
    returns: BackChanger
    catalog_version: Callable[[], str]
    top_up: BalanceFiller
    adjust: MemberAdjuster
    rewards: RewardGiver
    prove: Prover
    dates: DateWatcher
    tax_rates_bp: tuple[int, ...] = (1300, 900, 600)


@dataclass(frozen=True, slots=True)
class SellLanes:
    """Where work goes that may take longer than a frame."""

    storage: Lane
    network: Lane


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to elsewhere; an action whose way is missing is not shown.

    ``places`` are the screens that ``navigate`` knows. ``hand_over`` takes a scanned pickup code before the
    board is shown, ``take_back`` a receipt number before its goods are, ``charge`` a payment code before the
    payment is (``False``: there is no provider), ``badge`` a scanned badge; ``waiting_orders`` counts the
    orders that somebody should do something about.
    """

    navigate: Callable[[str], None]
    places: frozenset[str] = frozenset()
    hand_over: Callable[[str], None] | None = None
    take_back: Callable[[str], None] | None = None
    badge: Callable[[str], None] | None = None
    charge: Callable[[PaymentCode], bool] | None = None
    sign_out: Callable[[], None] | None = None
    practise: Callable[[], None] | None = None
    waiting_orders: Callable[[], int] | None = None
    order_goods: Callable[[Product, int, str], None] | None = None
    """Leads to where goods are ordered that are not here: the product, how many, the line."""
    may_pay: Callable[[], None] | None = None
    """Raises a ``RuleError`` while the till's own files could not take a sale."""
