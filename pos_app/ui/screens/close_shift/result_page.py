"""After the count: the difference of each tender, why, and what stays in the drawer."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.shift_desk import CountResult
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter
from pos_app.ui.screens.close_shift.state import CloseShiftState
from pos_app.ui.screens.close_shift.words import cards_text, difference_text, earlier_text
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.arrow_buttons import ChoiceChip
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.count_field import CountField
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card, FigureCard
from retail_core.money import Money

REASONS = ("wrong_change", "wrong_tender", "missing_slip", "not_known")
"""Why a count differs, most often."""

_MOST_NOTE = 200


class ResultPage(QWidget):
    """What the till expected, and what is done about it."""

    def __init__(self, presenter: CloseShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("close_shift.result")
        self._presenter = presenter
        self._formats = formats
        self._title = TextLabel("close_shift.result.title", "figure", wrap=True)
        self._limit = TextLabel("close_shift.result.limit", "body", wrap=True)
        self._cards: dict[str, FigureCard] = {}
        self._card_column = QVBoxLayout()
        self._earlier = TextLabel("close_shift.result.earlier", "muted", wrap=True)
        self._provider = TextLabel("close_shift.result.cards", "body", wrap=True)
        self._why = TextLabel("close_shift.result.why", "strong", wrap=True)
        self._chips = {reason: ChoiceChip(f"close_shift.reason.{reason}") for reason in REASONS}
        self._reasons = QWidget()
        self._note = QLineEdit()
        self._note.setObjectName("close_shift.note")
        self._note.setMaxLength(_MOST_NOTE)
        self._recount = ActionButton("close_shift.recount")
        self._back = ActionButton("close_shift.result.back", key="Esc")
        self._left = CountField("close_shift.left", figure="figure")
        self._taken = TextLabel("close_shift.taken", "body", wrap=True)
        self._message = TextLabel("close_shift.result.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("close_shift.left_key")
        self._close = PrimaryButton("close_shift.close", key="Enter")
        self._build()
        self._connect()
        self._retranslate()

    def take_focus(self) -> None:
        """Give the keys to what stays in the drawer."""
        self._left.setFocus()

    def show_state(self, state: CloseShiftState) -> None:
        """Show the newest count of ``state``."""
        outcome = state.outcome
        if outcome is None or state.shift is None:
            return
        currency = state.shift.currency
        self._title.setText(
            translate("CloseShift", "The difference")
            if outcome.differs
            else translate("CloseShift", "The count is right")
        )
        self._render_differences(outcome, currency)
        self._render_limit(outcome, currency)
        self._earlier.setText(earlier_text(state.outcomes, currency, formats=self._formats))
        self._earlier.setVisible(bool(self._earlier.text()))
        cards = state.cards
        self._provider.setVisible(cards is not None and bool(cards.state))
        if cards is not None and cards.state:
            self._provider.setText(cards_text(cards, self._formats))
            self._provider.set_tone("muted" if cards.state == "equal" else "warn")
        self._render_reasons(state, outcome)
        self._render_left(state)
        self._recount.setVisible(outcome.attempts_left > 0)
        self._recount.set_label(
            translate("CloseShift", "Count once more ({count} left)").format(count=outcome.attempts_left)
        )
        self._close.set_label(
            translate("CloseShift", "Close with the difference")
            if outcome.needs_approval and outcome.differs
            else translate("CloseShift", "Close shift")
        )
        for part in (self._recount, self._back, self._pad, self._close, self._reasons, self._note):
            part.setEnabled(not state.busy)
        message = state.message
        self._message.setText("" if message is None else text_of(message.code, *message.arguments))
        self._message.setVisible(message is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the screen shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._build_left(), 5)
        row.addWidget(self._build_right(), 3)

    def _build_left(self) -> Card:
        card = Card("close_shift.result.card")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 16, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        ground = QWidget()
        ground.setProperty("role", "clear")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(8)
        inner.addWidget(self._limit)
        self._card_column.setSpacing(8)
        inner.addLayout(self._card_column)
        inner.addWidget(self._provider)
        inner.addWidget(self._earlier)
        inner.addSpacing(4)
        inner.addWidget(self._why)
        flow = FlowLayout(self._reasons)
        for chip in self._chips.values():
            flow.addWidget(chip)
        inner.addWidget(self._reasons)
        inner.addWidget(self._note)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("close_shift.result.scroll")
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(scroll, 1)
        column.addWidget(self._recount)
        return card

    def _build_right(self) -> Card:
        card = Card("close_shift.left.card")
        side = QVBoxLayout(card)
        side.setContentsMargins(20, 20, 20, 20)
        side.setSpacing(10)
        for part in (self._left, self._taken):
            side.addWidget(part)
        side.addWidget(self._pad, 1)
        side.addWidget(self._message)
        side.addWidget(self._close)
        return card

    def _connect(self) -> None:
        presenter = self._presenter
        self._recount.clicked.connect(presenter.recount)
        self._back.clicked.connect(presenter.go_back)
        self._left.typed.connect(presenter.press)
        self._pad.pressed.connect(presenter.press)
        self._close.clicked.connect(presenter.close)
        for reason, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, reason=reason: self._choose(reason))
        self._note.textEdited.connect(lambda _text: self._say())
        self._note.returnPressed.connect(presenter.close)

    def _choose(self, reason: str) -> None:
        for code, chip in self._chips.items():
            chip.setChecked(code == reason and chip.isChecked())
        self._say()

    def _say(self) -> None:
        chosen = next((code for code, chip in self._chips.items() if chip.isChecked()), "")
        self._presenter.explain(chosen, self._note.text())

    def _render_differences(self, outcome: CountResult, currency: str) -> None:
        tenders = {tender.kind: tender for tender in outcome.tenders}
        for kind, tender in tenders.items():
            if kind not in self._cards:
                self._cards[kind] = FigureCard(f"close_shift.found.{kind}")
                self._card_column.addWidget(self._cards[kind])
            text, note, tone = difference_text(
                tender.expected_minor, tender.counted_minor, currency=currency, formats=self._formats
            )
            card = self._cards[kind]
            card.set_edge("ok" if tone == "ok" else "warn")
            card.render_figure(text_of(f"tender.{kind}"), text, note=note, tone=tone)
        for shown, card in self._cards.items():
            card.setVisible(shown in tenders)

    def _render_limit(self, outcome: CountResult, currency: str) -> None:
        largest = max((abs(tender.difference_minor) for tender in outcome.tenders), default=0)
        if outcome.needs_approval and largest <= outcome.limit_minor:
            text = translate(
                "CloseShift",
                "An earlier count differed by {amount}, and cash was moved after it or no count is left: "
                "say why, and have it approved.",
            )
        elif outcome.needs_approval:
            text = translate(
                "CloseShift", "Above the store's limit of {limit}: say why, and have it approved."
            )
        else:
            text = translate("CloseShift", "Within the store's limit of {limit}.")
        limit, amount = (
            self._formats.money(Money(minor, currency))
            for minor in (outcome.limit_minor, outcome.in_question_minor)
        )
        self._limit.setText(text.format(limit=limit, amount=amount))
        self._limit.set_tone("warn" if outcome.needs_approval else "muted")
        self._limit.setVisible(outcome.differs or outcome.needs_approval)

    def _render_reasons(self, state: CloseShiftState, outcome: CountResult) -> None:
        for part in (self._why, self._reasons, self._note):
            part.setVisible(outcome.differs or outcome.needs_approval)
        for code, chip in self._chips.items():
            chip.setChecked(code == state.leaving.reason)
        if self._note.text() != state.leaving.note:
            self._note.setText(state.leaving.note)

    def _render_left(self, state: CloseShiftState) -> None:
        left, taken = state.leaving.left.money, state.taken
        self._left.render_count(
            translate("CloseShift", "Stays in the drawer"),
            translate("CloseShift", "The float of the next shift"),
            amount=self._formats.money(left),
            chosen=True,
        )
        if taken.minor < 0:
            self._taken.setText(translate("CloseShift", "More than was counted."))
            self._taken.set_tone("bad")
        else:
            self._taken.setText(
                translate("CloseShift", "To the safe: {amount}").format(amount=self._formats.money(taken))
            )
            self._taken.set_tone("neutral")

    def _retranslate(self) -> None:
        self._back.set_label(translate("CloseShift", "Back"))
        self._why.setText(translate("CloseShift", "Why does it differ?"))
        words = translate("CloseShift", "In your own words")
        self._note.setPlaceholderText(words)
        self._note.setAccessibleName(words)
        for reason, chip in self._chips.items():
            chip.setText(text_of(f"difference.{reason}"))
            chip.setAccessibleName(chip.text())
