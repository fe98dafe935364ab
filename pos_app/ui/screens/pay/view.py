"""The picture of paying: what makes the total, the figure that matters now, tenders, quick cash, finish."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.records import TenderKind
from pos_app.ui.i18n import translate
from pos_app.ui.proving.sheet import ProofSheet
from pos_app.ui.screens.pay.balance_sheet import BalanceSheet
from pos_app.ui.screens.pay.card_panel import CardPanel
from pos_app.ui.screens.pay.desk import CARDS
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.presenter import PayPresenter
from pos_app.ui.screens.pay.state import PayState
from pos_app.ui.screens.pay.sums import SumsCard
from pos_app.ui.screens.pay.voucher_sheet import VoucherSheet
from pos_app.ui.screens.pay.words import PayWords
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.widgets.buttons import ActionButton, OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.fitted_money import FittedMoneyLabel
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.surfaces import Card
from retail_core.money import Money

QUICK = 4
DISPLAY_PX = 220
"""The display keeps its place, so that the tenders below stay under the finger."""


class PayScreen(QWidget):
    """Takes the money; implements the window's ``Screen``."""

    name = "pay"

    def __init__(self, presenter: PayPresenter, shell: Shell, *, look: PayLook) -> None:
        super().__init__()
        self.setObjectName("pay")
        self._presenter = presenter
        self._shell = shell
        self._look = look
        self._words = PayWords(look.formats)
        self._state: PayState | None = None
        self._quick_amounts: tuple[Money, ...] = ()
        self._back = ActionButton("pay.back", key="Esc")
        self._summary = Tag("pay.summary", kind="gold", pill=True)
        self._sums = SumsCard(look, self._words, remove=presenter.remove)
        self._caption = TextLabel("pay.caption", "muted")
        self._figure = FittedMoneyLabel("pay.figure")
        self._note = TextLabel("pay.note", "muted", wrap=True)
        self._message = TextLabel("pay.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._cards = {
            kind: OptionCard(f"pay.tender.{kind}", key=look.keymap.badge(f"tender_{kind}")) for kind in CARDS
        }
        self._card = CardPanel(presenter.card, look)
        self._quick = [TillButton(f"pay.quick.{place}") for place in range(QUICK)]
        self._pad = KeyPad("pay.key")
        self._exact = ActionButton("pay.exact", key="F10")
        self._clear = TillButton("pay.clear")
        self._finish = PrimaryButton("pay.finish", key="Enter")
        self._voucher = VoucherSheet(presenter.voucher, self._words, look=look)
        self._voucher.setParent(self)
        self._balance = BalanceSheet(presenter.balance, self._words, look=look)
        self._balance.setParent(self)
        self._proof = ProofSheet(presenter.proof, theme=look.theme, say=look.say)
        self._proof.setParent(self)
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
        tenders = (
            Action(f"tender_{kind}", partial(self._presenter.choose, kind), on_bar=False) for kind in CARDS
        )
        return [
            Action("confirm", self._presenter.finish, on_bar=False),
            Action("exact_cash", self._presenter.exact, on_bar=False, enabled=self._exact.isEnabled()),
            Action("undo", self._presenter.undo, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
            *tenders,
        ]

    def enter(self) -> None:
        """Ask for the money, keys at hand."""
        self._presenter.enter()
        self._pad.setFocus()

    def leave(self) -> None:
        """What was taken stays with its basket."""
        self._presenter.leave()

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
        self._summary.setText(state.member)
        self._summary.setVisible(bool(state.member))
        self._sums.show_sums(state)
        self._render_figure(state)
        self._render_tenders(state)
        self._render_quick(state)
        self._card.show_card(state.card)
        self._message.setText(self._look.say(state.said))
        self._finish.setEnabled(state.paid is not None or state.is_open)
        self._finish.set_label(self._words.finish(state))
        self._back.setEnabled(self._presenter.may_leave())
        self._voucher.show_state(state)
        self._proof.show_form(state.proof, who=state.member)
        self._balance.show_state(state)
        self._show_sheet(self._voucher, is_wanted=state.voucher is not None)
        self._show_sheet(self._proof, is_wanted=state.proof is not None)
        self._show_sheet(self._balance, is_wanted=state.balance is not None)
        self._give_focus(before, state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._state is not None:
                self.show_state(self._state)

    def _show_sheet(self, sheet: VoucherSheet | BalanceSheet | ProofSheet, *, is_wanted: bool) -> None:
        if is_wanted and not sheet.is_open:
            self._shell.open_sheet(sheet)
            sheet.take_keys()
        elif not is_wanted and sheet.is_open:
            sheet.close_sheet()

    def _give_focus(self, before: PayState | None, state: PayState) -> None:
        """Give the keys back that a disabled pad, or a sheet, handed to whatever comes next in the window."""
        if state.is_waiting:
            self._wait(before, state)
        elif state.paid is not None or (state.is_covered and not state.gives_back):
            self._finish.setFocus()
        elif before is not None and (
            (before.busy and not state.busy)
            or (before.voucher is not None and state.voucher is None)
            or (before.balance is not None and state.balance is None)
            or (before.proof is not None and state.proof is None and state.balance is None)
            or before.is_covered
            or (before.is_waiting and not state.is_waiting)
        ):
            self._pad.setFocus()

    def _wait(self, before: PayState | None, state: PayState) -> None:
        """Keep the keys on this screen; when a payment gets into doubt, on what can be done about it."""
        was = None if before is None or before.card is None else before.card.phase
        now = None if state.card is None else state.card.phase
        if now == was:
            return
        if now == "doubt":
            self._card.take_focus()
        else:
            self.setFocus()

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
        outer.addWidget(self._sums, 1)
        return outer

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        card = Card("pay.display")
        card.setMinimumHeight(DISPLAY_PX)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(4)
        for label in (self._caption, self._figure, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        column.addWidget(card)
        self._tenders = QGridLayout()
        self._tenders.setSpacing(12)
        for tender in self._cards.values():
            # Without a place of its own a card would be a window for a moment.
            self._tenders.addWidget(tender)
        for place in range(2):
            self._tenders.setColumnStretch(place, 1)
        column.addLayout(self._tenders)
        column.addWidget(self._card)
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
        for kind, card in self._cards.items():
            card.clicked.connect(partial(self._on_card, kind))
        for place, button in enumerate(self._quick):
            button.clicked.connect(self._giver(place))

    def _on_card(self, kind: TenderKind) -> None:
        self._presenter.choose(kind)
        if self._state is not None:
            # A tap alone chooses nothing: the state says which card is on.
            self._render_tenders(self._state)

    def _giver(self, place: int) -> Callable[[], None]:
        return lambda: self._presenter.give(self._quick_amounts[place])

    def _render_figure(self, state: PayState) -> None:
        figure = self._words.figure(state)
        self._caption.setText(figure.caption)
        self._figure.set_amount(self._words.money(figure.amount), tone=figure.tone)
        self._note.setText(figure.note)

    def _render_tenders(self, state: PayState) -> None:
        place = 0
        takes = state.is_open and not state.is_covered
        # What can be done about a doubt needs the room of the tenders, of which none can be taken then.
        in_doubt = state.card is not None and state.card.phase == "doubt"
        for kind, card in self._cards.items():
            offered = kind in (state.own if state.gives_back else state.offered)
            if offered:
                self._tenders.addWidget(card, place // 2, place % 2)
                place += 1
            card.setVisible(offered and not in_doubt)
            title, note = self._words.card(kind, state)
            chosen = kind == _open_kind(state)
            chosen = chosen and not state.is_covered
            if state.gives_back:
                chosen = any(row.kind == kind for row in state.given)
            card.render_option(title, note, chosen=chosen)
            card.setEnabled(state.is_open if state.gives_back else takes)
        for part in (self._pad, self._clear):
            part.setEnabled(state.is_open if state.gives_back else takes)
        # Exactly is a matter of cash: it must not turn what another device took into cash by a slip.
        self._exact.setEnabled(takes and state.tender == "cash")
        due = self._words.money(Money(state.due.cash_minor, state.total.currency))
        self._exact.set_label(translate("Pay", "Exactly {amount}").format(amount=due))
        self._exact.setVisible(not state.gives_back)

    def _render_quick(self, state: PayState) -> None:
        self._quick_amounts = state.quick
        for place, button in enumerate(self._quick):
            used = place < len(state.quick) and state.tender == "cash"
            button.setVisible(used)
            button.setEnabled(state.is_open)
            if used:
                button.setText(self._words.money(state.quick[place]))

    def _retranslate(self) -> None:
        self._back.set_label(translate("Pay", "Back"))
        self._clear.setText(translate("Pay", "Clear"))
        self._sums.retranslate()
        self._card.retranslate()
        self._voucher.retranslate()
        self._balance.retranslate()
        self._proof.retranslate()


def _open_kind(state: PayState) -> TenderKind:
    """Return the tender whose sheet is open, or the one that is chosen."""
    if state.balance is not None:
        return state.balance.kind
    if state.proof is not None:
        return state.proof.kind
    return "voucher" if state.voucher is not None else state.tender
