"""The picture of coupon campaigns: all of them left, the account of one and its receipts right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.campaign_model import OfflineReason
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.campaigns.presenter import CampaignsPresenter
from pos_app.ui.screens.campaigns.state import CampaignsState, Paper
from pos_app.ui.screens.campaigns.words import CampaignWords
from pos_app.ui.shell.screen import Action
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, TillButton
from pos_app.ui.widgets.charts import HBarList
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.surfaces import Card, EmptyState, Rule

_EVENTS_PX = 180
_REASONS: tuple[OfflineReason, ...] = ("conflicts_cleared", "network_mended", "agreed")


class CampaignsScreen(QWidget):
    """Shows what became of coupons; implements the window's ``Screen``."""

    name = "campaigns"

    def __init__(
        self, presenter: CampaignsPresenter, words: CampaignWords, *, theme: Theme, say: Sayings
    ) -> None:
        super().__init__()
        self.setObjectName("campaigns")
        self._presenter = presenter
        self._words = words
        self._say = say
        self._state = CampaignsState()
        self._title = TextLabel("campaigns.title", "order", wrap=True)
        self._back = ActionButton("campaigns.back", key="Esc")
        self._list = ListPicker("campaigns.list", theme)
        self._again = ActionButton("campaigns.again")
        self._nothing = EmptyState("campaigns.nothing")
        self._side = QStackedWidget()
        self._news = TextLabel("campaigns.news", "body", wrap=True)
        self._name = TextLabel("campaigns.name", "title", wrap=True)
        self._about = TextLabel("campaigns.about", "muted", wrap=True)
        self._allow = ActionButton("campaigns.allow")
        self._why = TextLabel("campaigns.why", "strong", wrap=True)
        self._reasons = {reason: TillButton(f"campaigns.reason.{reason}") for reason in _REASONS}
        self._keep = TillButton("campaigns.keep")
        self._way = HBarList("campaigns.way", theme)
        self._cost = TextLabel("campaigns.cost", "body", wrap=True)
        self._events = ListPicker("campaigns.events", theme)
        self._more = ActionButton("campaigns.more")
        self._paper = TextLabel("campaigns.paper", "body", wrap=True)
        self._scroll = QScrollArea()
        self._build()
        self._back.clicked.connect(presenter.go_back)
        self._again.clicked.connect(presenter.reload)
        self._more.clicked.connect(presenter.load_more)
        self._list.picked.connect(presenter.choose)
        self._allow.clicked.connect(lambda: presenter.ask_reason(asking=True))
        self._keep.clicked.connect(lambda: presenter.ask_reason(asking=False))
        for reason, button in self._reasons.items():
            button.clicked.connect(partial(presenter.give_offline_back, reason))
        self._events.picked.connect(lambda key: presenter.open_event(int(key)))
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Escape goes back; everything else has a button of its own."""
        return [Action("back", self._presenter.go_back, on_bar=False)]

    def enter(self) -> None:
        """Load the campaigns."""
        self._presenter.enter()
        self._list.setFocus()

    def leave(self) -> None:
        """Take no answer that comes too late."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold here."""
        return False

    def show_state(self, state: CampaignsState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        if state.campaigns is not before.campaigns:
            rows = [self._words.row(item) for item in state.campaigns]
            self._list.set_items(rows, name=translate("Campaigns", "Coupon campaigns"))
        if state.chosen_id:
            self._list.mark(state.chosen_id)
        self._again.setVisible(bool(state.error.code))
        self._again.setEnabled(not state.loading)
        self._news.setText(self._say(state.error))
        self._news.set_tone("bad")
        self._news.setVisible(bool(state.error.code))
        if state.chosen is None:
            self._show_nothing(state)
        else:
            self._show_campaign(state, before)
        self._side.setCurrentIndex(0 if state.chosen is None else 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            state, self._state = self._state, CampaignsState()
            self.show_state(state)

    def _show_campaign(self, state: CampaignsState, before: CampaignsState) -> None:
        item = state.chosen
        assert item is not None, "the other page shows nothing"
        self._name.setText(self._words.name(item))
        self._about.setText(self._words.state(item))
        self._show_offline(state)
        self._way.set_bars(self._words.way(item), name=translate("Campaigns", "From issued to redeemed"))
        self._cost.setText(self._words.cost(item))
        if state.events is not before.events or state.chosen_id != before.chosen_id:
            rows = [self._words.event(event) for event in state.events]
            self._events.set_items(rows, name=translate("Campaigns", "What sales did to its coupons"))
        self._events.setVisible(bool(state.events))
        self._more.setVisible(bool(state.before))
        self._more.setEnabled(not state.loading)
        self._paper.setVisible(state.paper is not None)
        if state.paper is not None and state.paper is not before.paper:
            self._paper.setText(self._paper_text(state.paper))
            self._scroll_to_paper()

    def _show_offline(self, state: CampaignsState) -> None:
        """Offer the offline right that was lost to who may give it back; the reason is asked for first."""
        is_lost = state.is_offline_lost and state.can_give_back
        self._allow.setVisible(is_lost and not state.asks_reason)
        self._why.setVisible(is_lost and state.asks_reason)
        for button in (*self._reasons.values(), self._keep):
            button.setVisible(is_lost and state.asks_reason)
            button.setEnabled(not state.giving_back)

    def _scroll_to_paper(self) -> None:
        """Bring a receipt into sight; it stands below the list that it was opened from."""
        ground = self._scroll.widget()
        layout = None if ground is None else ground.layout()
        if ground is None or layout is None:
            return
        layout.activate()
        ground.adjustSize()
        self._scroll.ensureWidgetVisible(self._paper)

    def _paper_text(self, paper: Paper) -> str:
        if paper.found is not None:
            return self._words.receipt(paper.found)
        if paper.error.code:
            return self._say(paper.error)
        return translate("Campaigns", "Looking for receipt {number}").format(number=paper.number)

    def _show_nothing(self, state: CampaignsState) -> None:
        if state.loading:
            self._nothing.render_empty(translate("Campaigns", "Asking head office"), mark="⟳")
        elif state.error.code:
            self._nothing.render_empty(
                translate("Campaigns", "The campaigns are not here"),
                translate(
                    "Campaigns", "Their accounts live at head office. Selling goes on; try again later."
                ),
                mark="△",
            )
        else:
            self._nothing.render_empty(
                translate("Campaigns", "No coupon campaigns"),
                translate("Campaigns", "Head office has none for this store."),
                mark="○",
            )

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._again)
        head.addWidget(self._back)
        left = Card("campaigns.left")
        rows = QVBoxLayout(left)
        rows.setContentsMargins(3, 3, 4, 6)
        rows.addWidget(self._list, 1)
        right = Card("campaigns.right")
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._news)
        self._side.addWidget(self._nothing)
        self._side.addWidget(self._account())
        column.addWidget(self._side, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(left, 2)
        body.addWidget(right, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(body, 1)

    def _account(self) -> QWidget:
        """Return the scrolling page of one campaign."""
        ground = QWidget()
        ground.setObjectName("campaigns.ground")
        reading = QVBoxLayout(ground)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(8)
        self._events.setMinimumHeight(_EVENTS_PX)
        reading.addWidget(self._name)
        reading.addWidget(self._about)
        reading.addWidget(self._allow, 0, Qt.AlignmentFlag.AlignLeft)
        reading.addWidget(self._why)
        reasons = QGridLayout()
        reasons.setSpacing(8)
        for place, button in enumerate((*self._reasons.values(), self._keep)):
            reasons.addWidget(button, *divmod(place, 2))
        reading.addLayout(reasons)
        for part in (self._way, self._cost, Rule(), self._events):
            reading.addWidget(part)
        reading.addWidget(self._more)
        reading.addWidget(self._paper)
        reading.addStretch(1)
        scroll = self._scroll
        scroll.setObjectName("campaigns.reading")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        return scroll

    def _retranslate(self) -> None:
        self._title.setText(translate("Campaigns", "Coupon campaigns"))
        self._back.set_label(translate("Campaigns", "Back"))
        self._again.set_label(translate("Campaigns", "Try again"))
        self._more.set_label(translate("Campaigns", "Show more"))
        self._allow.set_label(translate("Campaigns", "Let it count offline again"))
        self._why.setText(
            translate("Campaigns", "Why may it count offline again? Conflicts are counted anew from now on.")
        )
        for reason, button in self._reasons.items():
            button.setText(self._words.reason(reason))
            button.setAccessibleName(button.text())
        self._keep.setText(translate("Campaigns", "Leave it online only"))
        self._keep.setAccessibleName(self._keep.text())
