"""The desk of the Returns screen: what it works with, its state, and how goods get onto the counter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.find_products import FoundProduct
from pos_app.services.give_back import original_payouts
from pos_app.services.read_scan import ScanAction, Step
from pos_app.services.records import Actor, Pack, Product
from pos_app.services.return_goods import WithoutReceipt
from pos_app.services.return_model import FoundReceipt, GoodsBack
from pos_app.services.session import Session
from pos_app.ui.approval.presenter import ApprovalPresenter, Request
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.returns.state import ReturnsState
from retail_core.money import Money


class ReturnsView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ReturnsState) -> None:
        """Show ``state``."""


class ReceiptFinder(Protocol):
    """Finds receipts."""

    def own(self, text: str) -> FoundReceipt | None:
        """Return one of this till; storage lane."""

    def __call__(self, text: str) -> FoundReceipt:
        """Return one of any till, with all that came back of it; network lane."""


class GoodsTaker(Protocol):
    """Reckons returns and puts them onto the counter."""

    def plan(
        self, found: FoundReceipt, quantities: Mapping[str, int], *, reason: str, restock: bool
    ) -> GoodsBack:
        """Return what it gives."""

    def price_today(self, product: Product, pack: Pack | None = None) -> int:
        """Return what one costs today."""

    def plan_without_receipt(self, goods: Sequence[WithoutReceipt]) -> GoodsBack:
        """Return what goods without a receipt give."""

    def put(self, actor: Actor, goods: GoodsBack, *, approval: Approval | None = None) -> None:
        """Put it onto the counter."""


class ProductSearch(Protocol):
    """Finds products by name or code."""

    def search(self, text: str, *, category_id: str | None = None, limit: int = 60) -> Sequence[FoundProduct]:
        """Return those that ``text`` means."""


class ScanReader(Protocol):
    """Says what a scan means."""

    def __call__(self, raw: str, *, step: Step) -> ScanAction:
        """Return what to do."""


@dataclass(frozen=True, slots=True)
class ReturnsTools:
    """What the Returns screen works with; ``reprint`` prints a copy on the storage lane."""

    find: ReceiptFinder
    returns: GoodsTaker
    reprint: Callable[[Actor, str], int]
    basket: Callable[[], Basket]
    approval: ApprovalPresenter
    read_scan: ScanReader
    products: ProductSearch


class ReturnsDesk:
    """Owns the state of the Returns screen, which its parts change."""

    def __init__(
        self, tools: ReturnsTools, *, session: Session, currency: str, leave: Callable[[], None]
    ) -> None:
        self.tools = tools
        self.session = session
        self.currency = currency
        self.leave = leave
        self.state = ReturnsState()
        self._view: ReturnsView | None = None

    def bind(self, view: ReturnsView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self.state)

    def show(self, state: ReturnsState) -> None:
        """Make ``state`` the one that is shown."""
        self.state = state
        if self._view is not None:
            self._view.show_state(state)

    def say(self, said: Said, *, good: bool = False) -> None:
        """Say something in place."""
        self.show(replace(self.state, said=said, good=good))

    def refuse(self, error: RuleError) -> None:
        """Say in place what cannot be."""
        self.say(said_of(error, self.currency))

    def money(self, minor: int) -> Money:
        """Return an amount of the store's currency."""
        return Money(minor, self.currency)

    def show_plan(self, state: ReturnsState, reckon: Callable[[], GoodsBack]) -> None:
        """Show ``state`` with what it gives, or why it gives nothing."""
        try:
            plan = reckon()
        except RuleError as error:
            said = said_of(error, self.currency)
            self.show(replace(state, plan=None, payouts=(), said=said, good=False))
            return
        alone = Basket("return", self.currency, returns=(plan,))
        self.show(replace(state, plan=plan, payouts=original_payouts(alone, plan.refund_minor)))

    def put(self, goods: GoodsBack, approval: Approval | None = None) -> None:
        """Put goods onto the counter and go there; another person allows what the right does not reach."""
        try:
            self.tools.returns.put(self.session.require_actor(), goods, approval=approval)
        except NeedsApproval as needed:
            amount = self.money(goods.refund_minor)
            about = Said("ask.return", (goods.key, amount)) if goods.key else Said("ask.loose", (amount,))
            request = Request(needed.act, about, said_of(needed, self.currency))
            self.tools.approval.ask(request, lambda allowed: self.put(goods, allowed))
            return
        except RuleError as error:
            self.refuse(error)
            return
        self.leave()
