"""The picture of the store's health: the light in words, what works, the data, the queue."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.store_status import StatusReport
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.health.payments_card import PaymentsCard
from pos_app.ui.screens.health.presenter import HealthPresenter
from pos_app.ui.screens.health.rows import CapabilityRow, ConcernsCard, DataRow, SetAsideCard
from pos_app.ui.screens.health.state import HealthState
from pos_app.ui.screens.health.words import HealthWords
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import Kind, TextLabel
from pos_app.ui.widgets.surfaces import Card, Edge, FigureCard, Rule

_LIGHTS: dict[str, tuple[str, Kind, Edge]] = {
    "online": ("✓", "ok", "ok"),
    "limited": ("△", "warn", "warn"),
    "offline": ("△", "warn", "warn"),
}


class HealthScreen(QWidget):
    """Says what works; implements the window's ``Screen``."""

    name = "health"

    def __init__(self, presenter: HealthPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("health")
        self._presenter = presenter
        self._words = HealthWords(formats)
        self._state = HealthState()
        self._lamp = Card("health.lamp")
        self._light = TextLabel("health.light", "order", wrap=True)
        self._contact = TextLabel("health.contact", "muted", wrap=True)
        self._try = PrimaryButton("health.try_now", key="Enter", small=True)
        self._back = ActionButton("health.back", key="Esc")
        self._drill = ActionButton("health.drill")
        self._drill_note = TextLabel("health.drill_note", "hint", wrap=True)
        self._can = TextLabel("health.capabilities_title", "strong")
        self._data = TextLabel("health.data_title", "strong")
        self._queue = FigureCard("health.queue")
        self._set_aside = SetAsideCard("health.set_aside")
        self._concerns = ConcernsCard("health.concerns")
        self._payments = PaymentsCard("health.payments", presenter.payments)
        self._wrong = TextLabel("health.error_title", "strong")
        self._error = TextLabel("health.error", "body", wrap=True)
        self._capabilities: dict[str, CapabilityRow] = {}
        self._ages: dict[str, DataRow] = {}
        self._capability_rows = QVBoxLayout()
        self._age_rows = QVBoxLayout()
        self._build()
        self._try.clicked.connect(presenter.try_now)
        self._back.clicked.connect(presenter.go_back)
        self._drill.clicked.connect(presenter.switch_drill)
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter tries the link, Escape goes back."""
        return [
            Action("confirm", self._presenter.try_now, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """Show the status, and keep it fresh while it is seen."""
        self._presenter.enter()
        self.setFocus()

    def leave(self) -> None:
        """Stop asking."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold here."""
        return False

    def show_state(self, state: HealthState) -> None:
        """Show ``state``."""
        self._state = state
        self._render_drill(state)
        self._try.setEnabled(not state.trying)
        self._try.set_label(translate("Health", "Trying") if state.trying else translate("Health", "Try now"))
        if state.report is not None:
            self._render_light(state.report)
            self._render_rows(state.report)
            self._render_queue(state.report)
            self._concerns.show_concerns(state.report.concerns, self._words, now_ms=state.now_ms)
            self._payments.show_payments(state.report.payments, state, words=self._words)
            self._set_aside.show_campaigns(state.report.set_aside, self._words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._light)
        words.addWidget(self._contact)
        head = QHBoxLayout(self._lamp)
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._try)
        head.addWidget(self._back)
        ground = QWidget()
        body = QHBoxLayout(ground)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self._left(), 3)
        body.addLayout(self._right(), 2)
        scroll = QScrollArea()
        scroll.setObjectName("health.page")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(8)
        page.addWidget(self._lamp)
        page.addWidget(self._concerns)
        page.addWidget(self._payments)
        page.addWidget(scroll, 1)

    def _left(self) -> QWidget:
        card = Card("health.capabilities")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._can)
        self._capability_rows.setSpacing(0)
        column.addLayout(self._capability_rows)
        column.addStretch(1)
        return card

    def _right(self) -> QVBoxLayout:
        data = Card("health.data")
        ages = QVBoxLayout(data)
        ages.setContentsMargins(16, 12, 16, 12)
        ages.setSpacing(4)
        ages.addWidget(self._data)
        self._age_rows.setSpacing(2)
        ages.addLayout(self._age_rows)
        wrong = Card("health.wrong")
        errors = QVBoxLayout(wrong)
        errors.setContentsMargins(16, 12, 16, 12)
        errors.setSpacing(4)
        errors.addWidget(self._wrong)
        errors.addWidget(self._error)
        column = QVBoxLayout()
        column.setSpacing(8)
        for card in (self._set_aside, data, self._queue, wrong, self._drill_card()):
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _drill_card(self) -> Card:
        card = Card("health.drill_card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._drill_note)
        column.addWidget(self._drill)
        return card

    def _render_drill(self, state: HealthState) -> None:
        self._drill.setEnabled(state.can_drill)
        self._drill.set_tone("warn" if state.drilling else "plain")
        if state.drilling:
            self._drill.set_label(translate("Health", "End the drill"))
            self._drill_note.setText(
                translate("Health", "Drill: head office is not asked and not heard. It ends after an hour.")
            )
        else:
            self._drill.set_label(translate("Health", "Act as if offline"))
            self._drill_note.setText(
                translate(
                    "Health", "Practise a day without a network. Sales wait here and are sent after it."
                )
            )

    def _render_light(self, report: StatusReport) -> None:
        mark, tone, edge = _LIGHTS[report.light]
        self._lamp.set_edge(edge)
        self._light.setText(f"{mark}  {text_of(f'light.{report.light}')}")
        self._light.set_tone(tone)
        age = self._words.age(report.last_contact_ms, now_ms=self._state.now_ms)
        self._contact.setText(translate("Health", "Last contact with head office: {age}").format(age=age))

    def _render_rows(self, report: StatusReport) -> None:
        now_ms = self._state.now_ms
        for capability in report.capabilities:
            code = capability.code
            if code not in self._capabilities:
                self._capabilities[code] = CapabilityRow(f"health.capability.{code}")
                if self._capability_rows.count():
                    self._capability_rows.addWidget(Rule())
                self._capability_rows.addWidget(self._capabilities[code])
            self._capabilities[code].show_capability(capability, self._words, now_ms=now_ms)
        shown = {capability.code for capability in report.capabilities}
        for code, row in self._capabilities.items():
            row.setVisible(code in shown)
        for data in report.ages:
            if data.kind not in self._ages:
                self._ages[data.kind] = DataRow(f"health.data.{data.kind}")
                self._age_rows.addWidget(self._ages[data.kind])
            self._ages[data.kind].show_age(data, self._words, now_ms=now_ms)

    def _render_queue(self, report: StatusReport) -> None:
        note = translate("Health", "Everything is at head office")
        if report.queue_length:
            age = self._words.age(report.queue_oldest_ms, now_ms=self._state.now_ms)
            note = translate("Health", "The oldest: {age}. Nothing is lost.").format(age=age)
        self._queue.render_figure(
            translate("Health", "To send"),
            self._words.number(report.queue_length),
            note=note,
            tone="neutral" if report.queue_length else "ok",
        )
        self._error.setText(
            text_of(report.last_error) if report.last_error else translate("Health", "No error")
        )
        self._error.set_tone("warn" if report.last_error else "muted")

    def _retranslate(self) -> None:
        self._back.set_label(translate("Health", "Back"))
        self._can.setText(translate("Health", "What the counter can do"))
        self._data.setText(translate("Health", "How old the data is"))
        self._wrong.setText(translate("Health", "Last error"))
