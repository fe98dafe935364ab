"""The sheet that tops a balance up: the offers, the money, and the terms before anything is paid."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.entry_sheets import MessageLabel
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState, TopUpForm
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from retail_core.money import Money

MOST_OFFERS = 8


class TopUpSheet(CounterSheet):
    """Offers as cards, cash or the other device, and one button."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("top_up", presenter, look=look)
        self._words = words
        part = presenter.top_up
        self._who = TextLabel("top_up.who", "strong", wrap=True)
        self._offers = [OptionCard(f"top_up.offer.{place}") for place in range(MOST_OFFERS)]
        self._cash = OptionCard("top_up.tender.cash")
        self._external = OptionCard("top_up.tender.external")
        self._terms = TextLabel("top_up.terms", "muted", wrap=True)
        self._message = MessageLabel("top_up.message")
        self._take = PrimaryButton("top_up.take", key="Enter")
        self.body.addWidget(self._who)
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, card in enumerate(self._offers):
            grid.addWidget(card, place // 2, place % 2)
            card.clicked.connect(partial(part.choose, place))
        self.body.addLayout(grid)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._cash, 1)
        row.addWidget(self._external, 1)
        self.body.addLayout(row)
        for widget in (self._terms, self._message, self._take):
            self.body.addWidget(widget)
        self._cash.clicked.connect(partial(part.pay_by, "cash"))
        self._external.clicked.connect(partial(part.pay_by, "external"))
        self._take.clicked.connect(part.submit)
        self.confirmed.connect(part.submit)

    def show_sheet(self, state: SellState) -> None:
        """Show what can be topped up and what was chosen."""
        form, currency = state.top_up, state.totals.total.currency
        self._who.setText(translate("Sell", "Balance of {member}").format(member=form.member))
        for place, card in enumerate(self._offers):
            card.setVisible(place < len(form.offers))
            if place < len(form.offers):
                offer = form.offers[place]
                bonus = self._words.money(Money(offer.bonus_minor, currency))
                note = translate("Sell", "Bonus {amount}").format(amount=bonus)
                card.render_option(
                    self._words.money(Money(offer.pay_minor, currency)),
                    note if offer.bonus_minor else translate("Sell", "No bonus"),
                    chosen=place == form.chosen,
                )
        self._cash.render_option(
            translate("Pay", "Cash"), translate("Sell", "Exactly"), chosen=form.tender == "cash"
        )
        self._external.render_option(
            translate("Pay", "Other device"),
            translate("Pay", "Confirmed by hand"),
            chosen=form.tender == "external",
        )
        self._terms.setText(_terms(form))
        self._message.say(self._words.said(form.error))
        self._show_take(form, currency)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Top up a balance"), translate("Sell", "Back"))

    def take_keys(self) -> None:
        """Begin with the first offer."""
        self._offers[0].setFocus()

    def _show_take(self, form: TopUpForm, currency: str) -> None:
        offer = form.offer
        self._take.setEnabled(offer is not None and not form.busy)
        if offer is None:
            self._take.set_label(translate("Sell", "Choose an amount"))
            return
        amount = self._words.money(Money(offer.pay_minor, currency))
        self._take.set_label(translate("Sell", "Received {amount}").format(amount=amount))


def _terms(form: TopUpForm) -> str:
    """Return the terms, which are printed in the same words."""
    order = {
        "principal_first": translate("Sell", "When paying, the principal is used first, then the bonus."),
        "bonus_first": translate("Sell", "When paying, the bonus is used first, then the principal."),
        "in_proportion": translate("Sell", "When paying, principal and bonus are used in proportion."),
    }[form.spend]
    paid_out = translate("Sell", "The balance is spent in our stores and not paid out.")
    return f"{order} {paid_out}"
