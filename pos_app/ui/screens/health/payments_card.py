"""The payments that wait for a person, each with what can be done about it; hidden while there are none."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.payment_model import Payment
from pos_app.ui.i18n import translate
from pos_app.ui.screens.health.payments_part import PaymentsPart
from pos_app.ui.screens.health.state import HealthState
from pos_app.ui.screens.health.words import HealthWords
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.styling import set_name
from pos_app.ui.widgets.surfaces import Card

MOST_ROWS = 4
"""So many are shown, the oldest first; the next one comes up when one is settled."""


class PaymentRow(QWidget):
    """One payment: what it is, and the two or three buttons that fit what is known of it."""

    def __init__(self, name: str, part: PaymentsPart) -> None:
        super().__init__()
        set_name(self, name)
        self._payment: Payment | None = None
        self._what = TextLabel(f"{name}_what", "strong")
        self._why = TextLabel(f"{name}_why", "hint", wrap=True)
        self._ask = TillButton(f"{name}_ask")
        self._give_back = TillButton(f"{name}_give_back")
        self._paid = TillButton(f"{name}_paid")
        self._not_paid = TillButton(f"{name}_not_paid")
        self._ask.clicked.connect(lambda: self._with(part.ask_again))
        self._give_back.clicked.connect(lambda: self._with(part.give_back))
        self._paid.clicked.connect(lambda: self._with(lambda payment: part.decide(payment, paid=True)))
        self._not_paid.clicked.connect(lambda: self._with(lambda payment: part.decide(payment, paid=False)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self._ask, self._give_back, self._paid, self._not_paid):
            row.addWidget(button)

    def show_payment(self, payment: Payment, words: HealthWords, *, may_act: bool) -> None:
        """Show ``payment``; without somebody signed in there is nothing to press."""
        self._payment = payment
        what, why = words.payment(payment)
        self._what.setText(what)
        self._why.setText(why)
        self._ask.setText(translate("Health", "Ask again"))
        self._give_back.setText(translate("Health", "Give it back"))
        is_refund = payment.kind == "refund"
        self._paid.setText(
            translate("Health", "It was given back") if is_refund else translate("Health", "It is paid")
        )
        self._not_paid.setText(translate("Health", "It is not paid"))
        self._ask.setVisible(may_act and not payment.is_free)
        self._give_back.setVisible(may_act and payment.is_free)
        self._paid.setVisible(may_act and payment.may_decide)
        self._not_paid.setVisible(may_act and payment.may_decide and not is_refund)
        self.setAccessibleName(f"{what}: {why}")

    def _with(self, act: Callable[[Payment], None]) -> None:
        if self._payment is not None:
            act(self._payment)


class PaymentsCard(Card):
    """Stands above what the counter can do while a payment waits for somebody."""

    def __init__(self, name: str, part: PaymentsPart) -> None:
        super().__init__(name)
        self._title = TextLabel(f"{name}_title", "strong")
        self._rows = [PaymentRow(f"{name}_{at}", part) for at in range(MOST_ROWS)]
        self._more = TextLabel(f"{name}_more", "hint", wrap=True)
        self._said = TextLabel(f"{name}_said", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for widget in (self._title, *self._rows, self._more, self._said):
            column.addWidget(widget)
        self.set_edge("warn")
        self.hide()

    def show_payments(self, payments: Sequence[Payment], state: HealthState, *, words: HealthWords) -> None:
        """Show the oldest of ``payments``, and what came of the last thing that was done."""
        self._title.setText(translate("Health", "Payments that wait for somebody"))
        for row, payment in zip(self._rows, payments, strict=False):
            row.show_payment(payment, words, may_act=state.may_act)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(payments))
        left = len(payments) - MOST_ROWS
        self._more.setText(translate("Health", "And {count} more.").format(count=left))
        self._more.setVisible(left > 0)
        said = words.say(state.said)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.setVisible(bool(payments) or bool(said))
