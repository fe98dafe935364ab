"""Topping up the balance of the member who is attached: which offer, in which money, once."""

from dataclasses import replace

from pos_app.services.balance_model import ToppedUp, TopUpTender
from pos_app.services.errors import PosError, RuleError
from pos_app.services.tendering import TenderInput
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import TopUpForm


class TopUpPart:
    """Owns the top-up sheet."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    @property
    def is_offered(self) -> bool:
        """Whether the store tops balances up."""
        terms = self._counter.services.top_up.terms
        return terms is not None and bool(terms.offers)

    def open_sheet(self) -> None:
        """Show the offers and the terms; somebody has to be attached first."""
        counter = self._counter
        terms = counter.services.top_up.terms
        if terms is None:
            return
        if counter.basket.member is None:
            counter.open_sheet("")
            counter.refuse(RuleError("spend.no_member"))
            return
        form = TopUpForm(
            top_up_id=counter.services.top_up.begin(),
            offers=terms.offers,
            spend=terms.spend,
            member=counter.basket.member.masked_name,
        )
        counter.show(replace(counter.state, sheet="top_up", top_up=form))

    def choose(self, place: int) -> None:
        """Choose an offer."""
        form = self._counter.state.top_up
        if not form.busy and 0 <= place < len(form.offers):
            self._show(replace(form, chosen=place, error=Said()))

    def pay_by(self, tender: TopUpTender) -> None:
        """Choose the money."""
        form = self._counter.state.top_up
        if not form.busy:
            self._show(replace(form, tender=tender, error=Said()))

    def submit(self) -> None:
        """Take the money and write it down; a second touch meanwhile does nothing."""
        counter, form = self._counter, self._counter.state.top_up
        offer, member = form.offer, counter.basket.member
        if form.busy or offer is None or member is None:
            return
        try:
            actor = counter.session.require_actor()
        except RuleError as error:
            self._on_error(error)
            return
        self._show(replace(form, busy=True, error=Said()))
        tender = TenderInput(form.tender, offer.pay_minor)
        counter.lanes.storage.run(
            lambda: counter.services.top_up(
                actor, member, top_up_id=form.top_up_id, offer=offer, tender=tender
            ),
            self._on_done,
            self._on_error,
        )

    def _on_done(self, done: ToppedUp) -> None:
        counter = self._counter
        self._show(TopUpForm())
        counter.open_sheet("")
        counter.sounds.good()
        if done.bonus.minor:
            counter.note("ok", Said("top_up.done_with_bonus", (done.principal, done.bonus, done.number)))
        else:
            counter.note("ok", Said("top_up.done", (done.principal, done.number)))

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        counter = self._counter
        counter.sounds.attention()
        self._show(replace(counter.state.top_up, busy=False, error=said_of(error, counter.currency)))

    def _show(self, form: TopUpForm) -> None:
        self._counter.show(replace(self._counter.state, top_up=form))
