"""The picture of paying: what makes the total, the figure that matters now, tenders, quick cash, finish."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pay.presenter import PayPresenter
from pos_app.ui.screens.pay.state import PayState
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.fitted_money import FittedMoneyLabel
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, Tag, TextLabel
from pos_app.ui.widgets.surfaces import Card, Rule
from retail_core.money import Money
from retail_core.pricing.model import MEMBER_PRICE_ID

QUICK = 4


class PayScreen(QWidget):
    """Takes the money; implements the window's ``Screen``."""

    name = "pay"

    def __init__(
        self, presenter: PayPresenter, formats: Formats, *, campaign_name: Callable[[str], str]
    ) -> None:
        """Show what ``presenter`` says; ``campaign_name`` calls a rule by its name in the language in use."""
        super().__init__()
        self.setObjectName("pay")
        self._presenter = presenter
        self._formats = formats
        self._campaign_name = campaign_name
        self._state: PayState | None = None
        self._quick_amounts: tuple[Money, ...] = ()
        self._back = ActionButton("pay.back", key="Esc")
        self._summary = Tag("pay.summary", kind="gold", pill=True)
        self._rows = QGridLayout()
        self._total_caption = TextLabel("pay.total.caption", "strong")
        self._total = MoneyLabel("pay.total", "figure")
        self._caption = TextLabel("pay.caption", "muted")
        self._figure = FittedMoneyLabel("pay.figure")
        self._note = TextLabel("pay.note", "muted", wrap=True)
        self._message = TextLabel("pay.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._cash = OptionCard("pay.tender.cash")
        self._external = OptionCard("pay.tender.external")
        self._quick = [TillButton(f"pay.quick.{place}") for place in range(QUICK)]
        self._pad = KeyPad("pay.key")
        self._exact = ActionButton("pay.exact", key="F10")
        self._clear = TillButton("pay.clear")
        self._finish = PrimaryButton("pay.finish", key="Enter")
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter finishes and then starts the next customer; Escape goes back to the basket."""
        return [
            Action("confirm", self._presenter.finish, on_bar=False),
            Action("exact_cash", self._presenter.exact, on_bar=False, enabled=self._exact.isEnabled()),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """Ask for the money, keys at hand."""
        self._presenter.enter()
        self._pad.setFocus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:
        """Sell to the next customer once it is paid; before, no code means anything here."""
        return self._presenter.take_scan(text)

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._state

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, PayState):
            self._presenter.take_back(snapshot)

    def show_state(self, state: PayState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._render_rows(state)
        self._render_figure(state)
        self._render_tenders(state)
        self._render_quick(state)
        self._message.setText(text_of(state.code, *state.arguments) if state.code else "")
        self._finish.setEnabled(not state.busy)
        paid = state.paid is not None
        self._finish.set_label(
            translate("Pay", "Next customer") if paid else translate("Pay", "Finish and print")
        )
        self._back.setEnabled(not state.busy)
        self._give_focus(before, state)

    def _give_focus(self, before: PayState | None, state: PayState) -> None:
        """Give the keys back that a disabled pad handed to whatever comes next in the window."""
        if state.paid is not None:
            self._finish.setFocus()
        elif before is not None and before.busy and not state.busy:
            self._pad.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._state is not None:
                self.show_state(self._state)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(16)
        row.addLayout(self._left(), 4)
        row.addLayout(self._middle(), 5)
        row.addLayout(self._right(), 4)

    def _left(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._back)
        head.addWidget(self._summary)
        head.addStretch(1)
        outer = QVBoxLayout()
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self._sums(), 1)
        return outer

    def _sums(self) -> QWidget:
        card = Card("pay.lines")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        self._rows.setColumnStretch(0, 1)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(10)
        column.addLayout(self._rows)
        column.addWidget(Rule())
        foot = QHBoxLayout()
        foot.addWidget(self._total_caption)
        foot.addWidget(self._total, 1)
        column.addLayout(foot)
        column.addStretch(1)
        return card

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        card = Card("pay.display")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(4)
        for label in (self._caption, self._figure, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        column.addWidget(card)
        tenders = QHBoxLayout()
        tenders.setSpacing(12)
        tenders.addWidget(self._cash)
        tenders.addWidget(self._external)
        column.addLayout(tenders)
        column.addWidget(self._message)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        quick = QGridLayout()
        quick.setSpacing(10)
        for place, button in enumerate(self._quick):
            quick.addWidget(button, place // 2, place % 2)
        column.addLayout(quick)
        column.addWidget(self._pad, 1)
        last = QHBoxLayout()
        last.setSpacing(10)
        last.addWidget(self._exact, 2)
        last.addWidget(self._clear, 1)
        column.addLayout(last)
        column.addWidget(self._finish)
        return column

    def _connect(self) -> None:
        presenter = self._presenter
        self._pad.pressed.connect(presenter.press)
        self._exact.clicked.connect(presenter.exact)
        self._clear.clicked.connect(presenter.clear)
        self._finish.clicked.connect(presenter.finish)
        self._back.clicked.connect(presenter.go_back)
        self._cash.clicked.connect(lambda: presenter.choose("cash"))
        self._external.clicked.connect(lambda: presenter.choose("external"))
        for place, button in enumerate(self._quick):
            button.clicked.connect(self._giver(place))

    def _giver(self, place: int) -> Callable[[], None]:
        return lambda: self._presenter.give(self._quick_amounts[place])

    def _render_rows(self, state: PayState) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        pieces = self._formats.quantity(state.pieces_milli)
        goods = translate("Pay", "Goods ({pieces})").format(pieces=pieces)
        taken_off = ((self._offer(row.rule_id), row.amount, row.tone) for row in state.rows)
        rows = [(goods, state.goods, "muted"), *taken_off]
        rounding = state.to_pay - state.total
        if rounding.minor:
            rows.append((translate("Pay", "Rounding to coins"), rounding, "muted"))
        for place, (label, amount, tone) in enumerate(rows):
            name = TextLabel(f"pay.row.{place}", wrap=True)
            name.setText(label)
            figure = MoneyLabel(f"pay.row.{place}.amount")
            figure.set_amount(self._formats.money(amount))
            if tone == "ok":
                name.set_tone("ok")
                figure.set_tone("ok")
            self._rows.addWidget(name, place, 0)
            self._rows.addWidget(figure, place, 1)
        self._total.set_amount(self._formats.money(state.to_pay))
        self._summary.setText(state.member)
        self._summary.setVisible(bool(state.member))

    def _offer(self, rule_id: str) -> str:
        # The words of Sell: the customer has just read them there.
        return (
            translate("Sell", "Member price") if rule_id == MEMBER_PRICE_ID else self._campaign_name(rule_id)
        )

    def _render_figure(self, state: PayState) -> None:
        money = self._formats.money
        note = ""
        if state.paid is not None:
            caption = translate("Pay", "Change")
            figure, tone = money(Money(state.paid.change_minor, state.total.currency)), "ok"
            note = translate("Pay", "Paid. Receipt {number}").format(number=state.paid.receipt_number)
        elif state.tender == "external":
            caption, figure, tone = (
                translate("Pay", "To pay on the other device"),
                money(state.to_pay),
                "primary",
            )
            note = translate(
                "Pay", "Confirm only when it shows on your own device. Last 4 digits: {digits}"
            ).format(digits=state.reference or "····")
        elif state.entry.is_empty or state.change.minor < 0:
            caption, figure, tone = translate("Pay", "To pay"), money(state.to_pay), "primary"
            if not state.entry.is_empty:
                note = translate("Pay", "Received {received}, still {missing}").format(
                    received=money(state.tendered), missing=money(-state.change)
                )
        else:
            caption, figure, tone = translate("Pay", "Change"), money(state.change), "ok"
            note = translate("Pay", "Received {received} in cash").format(received=money(state.tendered))
        self._caption.setText(caption)
        self._figure.set_amount(figure, tone="ok" if tone == "ok" else "primary")
        self._note.setText(note)

    def _render_tenders(self, state: PayState) -> None:
        is_open = state.paid is None and not state.busy
        cash_note = self._formats.money(Money(state.due.cash_minor, state.total.currency))
        self._cash.render_option(translate("Pay", "Cash"), cash_note, chosen=state.tender == "cash")
        self._external.render_option(
            translate("Pay", "Other device"),
            translate("Pay", "Confirmed by hand"),
            chosen=state.tender == "external",
        )
        for part in (self._cash, self._external, self._pad, self._clear):
            part.setEnabled(is_open)
        # Exactly is a matter of cash: it must not turn what another device took into cash by a slip.
        self._exact.setEnabled(is_open and state.tender == "cash")
        self._exact.set_label(translate("Pay", "Exactly {amount}").format(amount=cash_note))

    def _render_quick(self, state: PayState) -> None:
        self._quick_amounts = state.quick
        for place, button in enumerate(self._quick):
            used = place < len(state.quick) and state.tender == "cash"
            button.setVisible(used)
            button.setEnabled(state.paid is None and not state.busy)
            if used:
                button.setText(self._formats.money(state.quick[place]))

    def _retranslate(self) -> None:
        self._back.set_label(translate("Pay", "Back"))
        self._total_caption.setText(translate("Pay", "Total"))
        self._clear.setText(translate("Pay", "Clear"))
