"""Turns tenders and keyed-in amounts into a paid sale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.basket_model import Basket
from pos_app.services.complete_sale import AmountDue, Paid, TenderInput
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, TenderKind
from pos_app.services.session import Session
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.screens.pay.quick_cash import quick_amounts
from pos_app.ui.screens.pay.state import PayState, TotalRow
from retail_core.money import Money
from retail_core.pricing.model import PricedBasket

REFERENCE_DIGITS = 4
PRICE_IS_OLD = "sale.price_is_old"
SCAN_NOT_HERE = "scan.not_here"


class PayView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: PayState) -> None:
        """Show ``state``."""


class CompleteSaleUseCase(Protocol):
    """Takes payment."""

    def due(self, priced: PricedBasket, tenders: Sequence[TenderInput] = ()) -> AmountDue:
        """Return what is to pay."""

    def __call__(
        self, actor: Actor, basket: Basket, *, priced: PricedBasket, tenders: Sequence[TenderInput]
    ) -> Paid:
        """Write the sale."""


@dataclass(frozen=True, slots=True)
class PayTools:
    """What the Pay screen works with; ``sell_scan`` takes a scan on the screen that is shown by then."""

    complete_sale: CompleteSaleUseCase
    basket: Callable[[], Basket]
    price: Callable[[Basket], PricedBasket]
    start_new: Callable[[], None]
    sell_scan: Callable[[str], None]


class PayPresenter:
    """Owns the state of the Pay screen."""

    def __init__(
        self,
        tools: PayTools,
        *,
        session: Session,
        storage: Lane,
        navigate: Callable[[str], None],
        currency: str,
    ) -> None:
        """Keep the tools and where to go afterwards."""
        self._tools = tools
        self._session = session
        self._storage = storage
        self._navigate = navigate
        self._view: PayView | None = None
        nothing = Money(0, currency)
        self._state = PayState(AmountEntry(currency), AmountDue(0, 0), goods=nothing, total=nothing)
        self._priced: PricedBasket | None = None
        self._basket: Basket | None = None

    def bind(self, view: PayView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Price the basket once more and ask for the money."""
        basket = self._tools.basket()
        priced = self._tools.price(basket)
        due = self._tools.complete_sale.due(priced)
        self._basket, self._priced = basket, priced
        cash = Money(due.cash_minor, priced.currency)
        state = PayState(
            AmountEntry(priced.currency),
            due,
            goods=priced.list_total,
            total=priced.total,
            pieces_milli=sum(line.counted_milli for line in basket.lines),
            rows=self._rows(priced),
            member="" if basket.member is None else basket.member.masked_name,
            quick=quick_amounts(cash),
        )
        self._show(state)

    def choose(self, tender: TenderKind) -> None:
        """Pay with another tender."""
        if self._state.paid is None:
            entry = self._state.entry.press("clear")
            self._show(replace(self._state, tender=tender, entry=entry, reference="", code="", arguments=()))

    def press(self, key: str) -> None:
        """Take a key of the pad: cash handed over, or the last digits of an external payment."""
        if self._state.paid is not None:
            return
        if self._state.tender == "external":
            self._show(replace(self._state, reference=_reference(self._state.reference, key)))
            return
        self._show(replace(self._state, entry=self._state.entry.press(key), code="", arguments=()))

    def give(self, amount: Money) -> None:
        """Take a round amount in cash."""
        if self._state.paid is None:
            entry = AmountEntry.of(amount)
            self._show(replace(self._state, tender="cash", entry=entry, code="", arguments=()))

    def exact(self) -> None:
        """Take exactly what is to pay, in cash, and finish."""
        if self._state.paid is None:
            entry = self._state.entry.press("clear")
            self._show(replace(self._state, tender="cash", entry=entry, code="", arguments=()))
            self.finish()

    def clear(self) -> None:
        """Forget what was keyed in."""
        self._show(
            replace(self._state, entry=self._state.entry.press("clear"), reference="", code="", arguments=())
        )

    def finish(self) -> None:
        """Complete the sale; once it is paid, go to the next customer."""
        if self._state.paid is not None:
            self.next_customer()
            return
        if self._state.busy or self._basket is None or self._priced is None:
            return
        actor = self._session.require_actor()
        basket, priced = self._basket, self._priced
        tenders = [self._tender()]
        self._show(replace(self._state, busy=True, code="", arguments=()))
        self._storage.run(
            lambda: self._tools.complete_sale(actor, basket, priced=priced, tenders=tenders),
            self._on_paid,
            self._on_error,
        )

    def next_customer(self) -> None:
        """Start with an empty basket."""
        if self._state.paid is not None:
            self._tools.start_new()
            self._navigate("sell")

    def take_back(self, before: PayState) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        self._show(replace(self._state, entry=before.entry, reference=before.reference))

    def take_scan(self, text: str) -> bool:
        """Once it is paid, goods of the next customer go into a new basket.

        Before, nothing is sold and nothing is charged: it is said in place, and ``False`` lets it sound so.
        """
        if self._state.paid is not None:
            self.next_customer()
            self._tools.sell_scan(text)
            return True
        if not self._state.busy:
            self._show(replace(self._state, code=SCAN_NOT_HERE, arguments=()))
        return False

    def go_back(self) -> None:
        """Return to the basket; after the sale there is only the next customer."""
        if self._state.paid is not None:
            self.next_customer()
        elif not self._state.busy:
            self._navigate("sell")

    def _tender(self) -> TenderInput:
        if self._state.tender == "external":
            return TenderInput("external", self._state.to_pay.minor, self._state.reference or None)
        return TenderInput("cash", self._state.tendered.minor)

    def _rows(self, priced: PricedBasket) -> tuple[TotalRow, ...]:
        sums: dict[str, int] = {}
        for line in priced.lines:
            for adjustment in line.adjustments:
                sums[adjustment.rule_id] = sums.get(adjustment.rule_id, 0) + adjustment.amount.minor
        return tuple(
            TotalRow(rule_id, Money(minor, priced.currency), "ok") for rule_id, minor in sums.items()
        )

    def _on_paid(self, paid: Paid) -> None:
        self._show(replace(self._state, busy=False, paid=paid))

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        if error.code == PRICE_IS_OLD:
            # A price changed between the basket and the payment: the customer sees the new one first.
            self.enter()
        self._show(replace(self._state, busy=False, code=error.code, arguments=error.arguments))

    def _show(self, state: PayState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)


def _reference(reference: str, key: str) -> str:
    if key == "back":
        return reference[:-1]
    digits = "".join(character for character in key if character.isascii() and character.isdigit())
    return (reference + digits)[:REFERENCE_DIGITS]
