"""What can be done about a payment whose outcome is not known: called back, asked for, set aside, decided."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.said import Said
from pos_app.ui.screens.pay.card_part import CardPart
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.state import CardState
from pos_app.ui.widgets.buttons import ActionButton, TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card


class CardPanel(Card):
    """Stands below the tenders while a provider's word is waited for."""

    def __init__(self, part: CardPart, look: PayLook) -> None:
        super().__init__("pay.card")
        self._look = look
        self._what = TextLabel("pay.card.what", "strong", wrap=True)
        self._advice = TextLabel("pay.card.advice", "muted", wrap=True)
        self._cancel = TillButton("pay.card.cancel")
        self._ask = ActionButton("pay.card.ask", key="Enter")
        self._aside = TillButton("pay.card.aside")
        self._paid = TillButton("pay.card.paid")
        self._not_paid = TillButton("pay.card.not_paid")
        self._cancel.clicked.connect(part.cancel)
        self._ask.clicked.connect(part.ask_again)
        self._aside.clicked.connect(part.set_aside)
        self._paid.clicked.connect(lambda: part.decide(paid=True))
        self._not_paid.clicked.connect(lambda: part.decide(paid=False))
        self._build()

    def show_card(self, card: CardState | None) -> None:
        """Show what is known and what can be done; nothing when nothing is waited for."""
        pending = card is not None and card.phase == "pending"
        doubt = card is not None and card.phase == "doubt"
        self.setVisible(pending or doubt)
        self.set_edge("warn" if doubt else "none")
        self._cancel.setVisible(pending)
        for button in (self._ask, self._aside, self._paid, self._not_paid):
            button.setVisible(doubt)
        if card is None:
            return
        if pending:
            self._what.setText(translate("Pay", "The customer is asked on the phone"))
            self._advice.setText(
                translate("Pay", "It is called back by itself in {seconds} s.").format(
                    seconds=card.seconds_left
                )
            )
        elif doubt:
            self._what.setText(self._look.say(Said(card.code or "payment.no_answer")))
            self._advice.setText(
                translate(
                    "Pay", "Do not take the money twice: ask the customer whether the phone shows it as paid."
                )
            )

    def take_focus(self) -> None:
        """Let Enter ask again, and Tab go through what else can be done."""
        self._ask.setFocus()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._cancel.setText(translate("Pay", "Call it back"))
        self._ask.set_label(translate("Pay", "Ask again"))
        self._aside.setText(translate("Pay", "Pay otherwise"))
        self._paid.setText(translate("Pay", "The phone shows it paid"))
        self._not_paid.setText(translate("Pay", "It is not paid"))
        for button in (self._cancel, self._aside, self._paid, self._not_paid):
            button.setAccessibleName(button.text())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addWidget(self._advice)
        column.addWidget(self._cancel)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, button in enumerate((self._ask, self._aside, self._paid, self._not_paid)):
            grid.addWidget(button, place // 2, place % 2)
        column.addWidget(holder)
