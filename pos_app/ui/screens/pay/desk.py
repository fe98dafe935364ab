"""The desk of the Pay screen: which basket is paid, what was taken of it, and what is still to pay."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pos_app.services import rights
from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.balance_model import BalanceKind, Spendable
from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.complete_sale import AmountDue, Paid, TenderInput
from pos_app.services.errors import PosError, RuleError
from pos_app.services.give_back import GiveBack, PayOut, chosen_payouts, offers, original_payouts
from pos_app.services.payment_model import Payment
from pos_app.services.ports import Lane
from pos_app.services.records import StoreProfile, TenderKind
from pos_app.services.session import Session
from pos_app.services.spend_balance import NEEDS_PROOF
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.pay.needs import PayTools, PayView
from pos_app.ui.screens.pay.quick_cash import quick_amounts
from pos_app.ui.screens.pay.state import GivenRow, PayState, TakenPart, TotalRow
from retail_core.money import Money
from retail_core.pricing.model import PricedBasket
from retail_core.tenders import BALANCES

PRICE_IS_OLD = "sale.price_is_old"
CARDS: tuple[TenderKind, ...] = ("cash", "external", "voucher", "card", "points", "stored_value")
"""The tenders in the order of their cards on the screen."""

_IN_MONEY = {"tender.over_most": 1, "tender.not_in_coins": 0}
"""Codes with an amount among their arguments, and where it stands."""


class PayDesk:
    """Owns the state of the Pay screen, which its parts change."""

    def __init__(self, tools: PayTools, *, session: Session, storage: Lane) -> None:
        self.tools = tools
        self.session = session
        self.storage = storage
        self.currency = tools.profile.currency
        self._view: PayView | None = None
        self.follower: Callable[[PayState], None] = _nothing
        """Is told every state beside the view."""
        self._priced: PricedBasket | None = None
        self._basket: Basket | None = None
        self._numbers = 0
        self._payouts: tuple[PayOut, ...] = ()
        nothing = Money(0, self.currency)
        self.state = PayState(AmountEntry(self.currency), AmountDue(0, 0), goods=nothing, total=nothing)

    def bind(self, view: PayView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self.state)

    def show(self, state: PayState) -> None:
        """Make ``state`` the one that is shown."""
        self.state = state
        self.follower(state)
        if self._view is not None:
            self._view.show_state(state)

    def change(self, **changes: object) -> None:
        """Show the state with ``changes``."""
        self.show(replace(self.state, **changes))  # type: ignore[arg-type]  # fields by their names

    def enter(self) -> None:
        """Price the basket once more and ask for the money; parts that were taken for it stay."""
        basket = self.tools.basket()
        is_same = self._basket is not None and self._basket.basket_id == basket.basket_id
        kept = self.state.parts if is_same and self.state.paid is None else ()
        parts = tuple(part for part in kept if not part.payment_id)
        priced = self.tools.price(basket)
        self._basket, self._priced = basket, priced
        profile = self.tools.profile
        refund = Money(basket.refund_minor, priced.currency)
        total = priced.total - refund
        state = PayState(
            AmountEntry(priced.currency),
            AmountDue(0, 0),
            goods=priced.list_total,
            total=total,
            refund=refund if basket.returns else None,
            pieces_milli=sum(line.counted_milli for line in basket.lines),
            rows=_rows(priced),
            member="" if basket.member is None else basket.member.masked_name,
            offered=self._offered(),
            exact=profile.cash_exact,
            voucher_change=_gives_change(profile),
        )
        if total.minor < 0:
            parts = ()
            own = {
                each.kind for each in offers(basket, -total.minor) if each.own_minor or each.kind == "cash"
            }
            state = replace(state, own=tuple(kind for kind in CARDS if kind in own))
            state = self._with_payouts(state, original_payouts(basket, -total.minor))
        self.show(self._with_parts(state, parts))

    def give_back_in(self, kind: TenderKind) -> None:
        """Give what was keyed in back in one tender, or all that can; the rest as it was paid, then cash."""
        assert self._basket is not None, "the screen was entered"
        state = self.state
        keyed = None if state.entry.is_empty else state.entry.money.minor
        try:
            payouts = chosen_payouts(self._basket, -state.total.minor, kind=kind, minor=keyed)
            after = self._with_payouts(state, payouts)
        except RuleError as error:
            self.say(error)
            return
        self.show(replace(after, entry=AmountEntry(self.currency), said=Said()))

    def offer_again(self) -> None:
        """Show which tenders there are, when a provider came or went."""
        if self._priced is not None and self.state.paid is None and self.state.offered != self._offered():
            self.change(offered=self._offered())

    def take(self, kind: TenderKind, minor: int, *, reference: str | None = None) -> None:
        """Take a part of the payment; what is left is asked for in cash again.

        Raises:
            RuleError: It cannot stand beside the parts that were taken; nothing has changed.
        """
        parts = self.check(kind, minor, reference=reference)
        self._numbers += 1
        self.show(self._with_parts(self.state, parts))

    def take_balance(self, kind: BalanceKind, amount: int, *, spendable: Spendable) -> None:
        """Take points, or an amount of a balance, instead of what was taken so before.

        Raises:
            RuleError: It cannot be spent, or cannot stand beside the other parts.
        """
        assert self._basket is not None, "the screen was entered"
        assert self._priced is not None, "the screen was entered"
        others = tuple(part for part in self.state.parts if part.kind != kind)
        due_minor = self._due(others).total_minor
        tender = self.tools.spend.part(
            kind, amount, basket=self._basket, spendable=spendable, due_minor=due_minor
        )
        part = TakenPart(
            self._numbers + 1,
            kind,
            Money(tender.value_minor, self.currency),
            tender.reference,
            points=tender.points,
        )
        parts = (*others, part)
        self.tools.complete_sale.check(self._priced, _inputs(parts), refund_minor=self._refund_minor)
        self._numbers += 1
        self.show(self._with_parts(self.state, parts))

    def spendable(self, kind: BalanceKind) -> Spendable:
        """Return what of a member's points or balance can be spent on this basket, as far as is known."""
        assert self._basket is not None, "the screen was entered"
        assert self._priced is not None, "the screen was entered"
        return self.tools.spend.known(kind, self._basket, priced=self._priced)

    @property
    def member(self) -> AttachedMember | None:
        """Whose basket it is."""
        return None if self._basket is None else self._basket.member

    def needs_proof(self, kind: BalanceKind) -> bool:
        """Return whether the member has to prove who they are before anything is spent."""
        return self.member is not None and self.spendable(kind).refusal == NEEDS_PROOF

    @property
    def wants_points(self) -> bool:
        """Whether the best use planned points for this basket that were not taken yet."""
        return self._basket is not None and self._basket.use_points and "points" in self.state.offered

    def forget_planned_points(self) -> None:
        """Take them once: what is taken off again by hand stays off."""
        self.tools.want_points(wanted=False)
        assert self._basket is not None, "the screen was entered"
        self._basket = replace(self._basket, use_points=False)

    def know_member(self, member: AttachedMember) -> None:
        """Let the basket know what the member proved; its price stays."""
        self.tools.know_member(member)
        assert self._basket is not None, "the screen was entered"
        self._basket = replace(self._basket, member=self.tools.basket().member)

    def check(self, kind: TenderKind, minor: int, *, reference: str | None = None) -> tuple[TakenPart, ...]:
        """Return the parts with one more.

        Raises:
            RuleError: It cannot stand beside those that were taken.
        """
        assert self._priced is not None, "the screen was entered"
        part = TakenPart(self._numbers + 1, kind, Money(minor, self.currency), reference)
        parts = (*self.state.parts, part)
        self.tools.complete_sale.check(self._priced, _inputs(parts), refund_minor=self._refund_minor)
        return parts

    @property
    def basket_id(self) -> str:
        """The basket that is paid; empty before the first."""
        return "" if self._basket is None else self._basket.basket_id

    def set_card_parts(self, payments: Sequence[Payment]) -> None:
        """Show what providers took for this basket beside what was taken by hand."""
        known = {part.payment_id: part for part in self.state.parts if part.payment_id}
        by_hand = tuple(part for part in self.state.parts if not part.payment_id)
        by_card = tuple(known.get(each.payment_id) or self._card_part(each) for each in payments)
        if (*by_hand, *by_card) != self.state.parts:
            self.show(self._with_parts(self.state, (*by_hand, *by_card)))

    def _card_part(self, payment: Payment) -> TakenPart:
        self._numbers += 1
        return TakenPart(
            self._numbers,
            "card",
            payment.amount,
            payment.tender_reference,
            payment.provider,
            payment.payment_id,
        )

    def drop(self, number: int) -> None:
        """Take a part back."""
        parts = tuple(part for part in self.state.parts if part.number != number or part.payment_id)
        if parts != self.state.parts:
            self.show(self._with_parts(self.state, parts))

    def complete(self, *more: TenderInput, approval: Approval | None = None) -> None:
        """Write the sale with what was taken and ``more``, or with what is given back."""
        if self._basket is None or self._priced is None:
            return
        actor = self.session.require_actor()
        basket, priced = self._basket, self._priced
        tenders = [*_inputs(self.state.parts), *more]
        self.change(busy=True, said=Said())
        give_back = GiveBack(self._payouts if self.state.gives_back else (), approval)
        self.storage.run(
            lambda: self.tools.complete_sale(
                actor, basket, priced=priced, tenders=tenders, give_back=give_back
            ),
            self._on_paid,
            self._on_error,
        )

    def say(self, error: PosError) -> None:
        """Say in place what went wrong; the screen can be used again."""
        self.change(busy=False, said=said_of_tender(error, self.currency))

    def _on_paid(self, paid: Paid) -> None:
        self.change(busy=False, paid=paid)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        if isinstance(error, NeedsApproval) and error.act.verb == rights.REFUND_CASH:
            self.change(busy=False)
            self._ask_for_cash(error)
            return
        if error.code == PRICE_IS_OLD or self._basket != self.tools.basket():
            # What is to pay changed between the basket and the payment: the customer sees it first.
            self.enter()
        self.say(error)

    def _ask_for_cash(self, needed: NeedsApproval) -> None:
        """Let another person allow cash in place of the money that was paid."""
        amount = Money(needed.act.amount, self.currency)
        request = Request(needed.act, Said("ask.cash_instead", (amount,)), said_of(needed, self.currency))
        self.tools.card.approval.ask(request, lambda approval: self.complete(approval=approval))

    def _with_payouts(self, state: PayState, payouts: tuple[PayOut, ...]) -> PayState:
        """Return the state with ``payouts`` as what is given back."""
        assert self._basket is not None, "the screen was entered"
        assert self._priced is not None, "the screen was entered"
        self._payouts = payouts
        handed = self.tools.complete_sale.handed_out(self._basket, self._priced, payouts=payouts)
        given = tuple(
            GivenRow(each.kind, Money(-each.amount_minor, self.currency), each.reference, points=-each.points)
            for each in handed
        )
        return replace(state, given=given)

    @property
    def _refund_minor(self) -> int:
        return 0 if self._basket is None else self._basket.refund_minor

    def _with_parts(self, state: PayState, parts: tuple[TakenPart, ...]) -> PayState:
        """Return the state with ``parts`` taken and nothing keyed in."""
        due = self._due(parts)
        return replace(
            state,
            parts=parts,
            due=due,
            tender="cash",
            part=None,
            entry=AmountEntry(state.total.currency),
            reference="",
            card=None,
            quick=quick_amounts(Money(due.cash_minor, state.total.currency)),
            said=Said(),
        )

    def _due(self, parts: Sequence[TakenPart]) -> AmountDue:
        assert self._priced is not None, "the screen was entered"
        return self.tools.complete_sale.due(self._priced, _inputs(parts), refund_minor=self._refund_minor)

    def _offered(self) -> tuple[TenderKind, ...]:
        return tuple(kind for kind in CARDS if self._offers(kind))

    def _offers(self, kind: TenderKind) -> bool:
        if kind in BALANCES and self.member is None:
            return False
        if kind == "card" and not self.tools.card.payments.is_offered:
            return False
        return self.tools.profile.tender_terms.offer(kind) is not None


def _gives_change(profile: StoreProfile) -> bool:
    offer = profile.tender_terms.offer("voucher")
    return offer is not None and offer.over == "change"


def said_of_tender(error: PosError, currency: str) -> Said:
    """Return an error as something to say; its amounts become money."""
    place = _IN_MONEY.get(error.code)
    if place is None:
        return Said(error.code, error.arguments)
    arguments = list(error.arguments)
    arguments[place] = Money(int(str(arguments[place])), currency)
    return Said(error.code, tuple(arguments))


def _inputs(parts: Sequence[TakenPart]) -> list[TenderInput]:
    return [
        TenderInput(part.kind, part.value.minor, part.reference, part.provider, part.points) for part in parts
    ]


def _rows(priced: PricedBasket) -> tuple[TotalRow, ...]:
    sums: dict[str, int] = {}
    for line in priced.lines:
        for adjustment in line.adjustments:
            sums[adjustment.rule_id] = sums.get(adjustment.rule_id, 0) + adjustment.amount.minor
    return tuple(TotalRow(rule_id, Money(minor, priced.currency), "ok") for rule_id, minor in sums.items())


def _nothing(_state: object) -> None:
    """Take a state that nobody follows."""
