"""What the Pay screen works with: its use cases as Protocols, and who else is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pos_app.services.act_model import Approval
from pos_app.services.balance_model import BalanceKind, Spendable
from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.complete_sale import AmountDue, Paid, TenderInput
from pos_app.services.errors import PosError
from pos_app.services.events import EventBus
from pos_app.services.give_back import GiveBack, PayOut
from pos_app.services.payment_model import Payment
from pos_app.services.ports import Lane, Timers
from pos_app.services.read_scan import ScanAction
from pos_app.services.records import Actor, StoreProfile
from pos_app.ui.approval.presenter import Request
from pos_app.ui.proving.part import Prover
from pos_app.ui.screens.pay.state import PayState
from retail_core.money import Money
from retail_core.pricing.model import PricedBasket
from retail_core.tenders import SettledTender


class PaymentsUseCase(Protocol):
    """Runs payments; tells by ``PaymentChanged`` what becomes of them."""

    @property
    def is_offered(self) -> bool:
        """Whether there is a provider."""

    def charge(
        self,
        actor: Actor,
        basket_id: str,
        *,
        amount: Money,
        code: str | None,
        on_error: Callable[[PosError], None],
    ) -> None:
        """Ask the customer's money."""

    def ask(self, payment_id: str) -> None:
        """Ask what became of it."""

    def cancel(self, payment_id: str) -> None:
        """Call it back."""

    def give_back(self, actor: Actor, payment: Payment, *, on_error: Callable[[PosError], None]) -> None:
        """Give money back."""

    def set_aside(self, payment_id: str, on_done: Callable[[Payment], None]) -> None:
        """Go on without it."""

    def decide(
        self,
        actor: Actor,
        payment_id: str,
        *,
        paid: bool,
        approval: Approval | None,
        on_error: Callable[[PosError], None],
    ) -> None:
        """Let a person say what became of it."""

    def of_basket(self, basket_id: str) -> Sequence[Payment]:
        """Return what was asked for a basket."""

    def seconds_left(self, payment: Payment) -> int:
        """Return how long the customer may still take."""


class SpendUseCase(Protocol):
    """Says what of a member's points or balance can be spent."""

    def known(self, kind: BalanceKind, basket: Basket, *, priced: PricedBasket) -> Spendable:
        """Return what this till knows."""

    def ask(self, member: AttachedMember) -> None:
        """Ask head office."""

    def part(
        self, kind: BalanceKind, amount: int, *, basket: Basket, spendable: Spendable, due_minor: int
    ) -> TenderInput:
        """Return the tender of an amount."""


class WantPoints(Protocol):
    """Notes whether points pay what they can of the basket."""

    def __call__(self, *, wanted: bool) -> None:
        """Note it."""


class Approvals(Protocol):
    """Asks another person."""

    def ask(self, request: Request, on_approved: Callable[[Approval], None]) -> None:
        """Ask for an approval."""


@dataclass(frozen=True, slots=True)
class CardTools:
    """What a card payment works with."""

    payments: PaymentsUseCase
    approval: Approvals
    timers: Timers
    events: EventBus


class PayView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: PayState) -> None:
        """Show ``state``."""


class CompleteSaleUseCase(Protocol):
    """Takes payment."""

    def due(
        self, priced: PricedBasket, tenders: Sequence[TenderInput] = (), *, refund_minor: int = 0
    ) -> AmountDue:
        """Return what is to pay."""

    def check(self, priced: PricedBasket, tenders: Sequence[TenderInput], *, refund_minor: int = 0) -> None:
        """Return if parts can stand together."""

    def handed_out(
        self, basket: Basket, priced: PricedBasket, *, payouts: Sequence[PayOut]
    ) -> Sequence[SettledTender]:
        """Return what is handed out, below zero."""

    def __call__(
        self,
        actor: Actor,
        basket: Basket,
        *,
        priced: PricedBasket,
        tenders: Sequence[TenderInput],
        give_back: GiveBack = ...,
    ) -> Paid:
        """Write the sale."""


@dataclass(frozen=True, slots=True)
class PayTools:
    """What the Pay screen works with.

    ``sell_scan`` takes a scan on the screen that is shown by then, ``read_scan`` says what one means while
    money is taken.
    """

    complete_sale: CompleteSaleUseCase
    basket: Callable[[], Basket]
    price: Callable[[Basket], PricedBasket]
    profile: StoreProfile
    start_new: Callable[[], None]
    sell_scan: Callable[[str], None]
    read_scan: Callable[[str], ScanAction]
    card: CardTools
    spend: SpendUseCase
    prove: Prover
    know_member: Callable[[AttachedMember], None]
    want_points: WantPoints
    tell_total: Callable[[], None]
    network: Lane
