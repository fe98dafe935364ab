"""Where it can be had on the left; how many, when and for whom on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.order.presenter import OrderPresenter
from pos_app.ui.screens.order.state import MOST_PIECES, OrderState
from pos_app.ui.screens.order.words import OrderWords
from pos_app.ui.shell.screen import Action
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.inputs import Stepper
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.surfaces import Card, Rule

_FIELD_PX = 48
_MOST_TYPED = {"name": 60, "phone": 20, "address": 200}


class OrderScreen(QWidget):
    """Orders what is not here; implements the window's ``Screen``."""

    name = "order"

    def __init__(self, presenter: OrderPresenter, words: OrderWords, *, theme: Theme, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("order")
        self._presenter = presenter
        self._words = words
        self._say = say
        self._state = OrderState()
        self._product = TextLabel("order.product", "title", wrap=True)
        self._price = TextLabel("order.price", "muted", wrap=True)
        self._back = ActionButton("order.back", key="Esc")
        self._where = TextLabel("order.where", "strong")
        self._places = ListPicker("order.places", theme)
        self._places_note = TextLabel("order.places.note", "muted", wrap=True)
        self._ask = ActionButton("order.ask")
        self._many = TextLabel("order.many", "strong")
        self._pieces = Stepper("order.pieces")
        self._when = TextLabel("order.when", "strong")
        self._times = ListPicker("order.times", theme)
        self._ready = TextLabel("order.ready", "muted", wrap=True)
        self._for = TextLabel("order.for", "strong")
        self._member = TextLabel("order.member", wrap=True)
        self._fields = {key: _field(f"order.{key}", most) for key, most in _MOST_TYPED.items()}
        self._message = TextLabel("order.message", wrap=True)
        self._message.set_tone("bad")
        self._ok = PrimaryButton("order.ok")
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Back; everything else has a button of its own."""
        return [Action("back", self._presenter.go_back, on_bar=False)]

    def enter(self) -> None:
        """Ask where it can be had; the list has the keys."""
        for field in self._fields.values():
            field.clear()
        self._presenter.enter()
        self._places.setFocus()

    def leave(self) -> None:
        """Nothing is kept."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - whatever it is, the question comes first
        """Take no scan while it is asked for whom goods are."""
        self._presenter.on_scan()
        return False

    def show_state(self, state: OrderState) -> None:
        """Show ``state``."""
        self._state = state
        if state.product is not None:
            self._product.setText(self._words.product(state.product))
            self._price.setText(self._words.price(state.product))
        self._show_places(state)
        self._pieces.render_value(
            self._words.pieces(state), can_lower=state.pieces > 1, can_raise=state.pieces < MOST_PIECES
        )
        times = self._words.times(state)
        self._times.set_items(times, name=translate("Order", "When"))
        self._times.setVisible(bool(times))
        if times:
            self._times.mark(times[0].key if state.slot_ms is None else str(state.slot_ms))
        self._ready.setText(self._words.ready(state))
        self._ready.setVisible(not times and bool(self._ready.text()))
        self._when.setVisible(bool(times) or bool(self._ready.text()))
        self._member.setText(self._words.member(state))
        self._member.setVisible(not state.needs_name)
        self._fields["name"].setVisible(state.needs_name)
        self._fields["phone"].setVisible(state.needs_phone)
        self._fields["address"].setVisible(state.is_brought)
        self._message.setText(self._say(state.said))
        self._message.setVisible(bool(state.said.code))
        self._ok.setEnabled(bool(state.choice) and not state.holding)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _show_places(self, state: OrderState) -> None:
        places = self._words.places(state)
        self._places.set_items(places, name=translate("Order", "Where"))
        self._places.setVisible(bool(places))
        if state.choice:
            self._places.mark(state.choice)
        failed = bool(state.asked_error.code)
        self._places_note.setText(self._say(state.asked_error) if failed else self._words.places_note(state))
        self._places_note.set_tone("bad" if failed else "muted")
        self._ask.setEnabled(not state.asking)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(self._product)
        title.addWidget(self._price)
        head.addLayout(title, 1)
        head.addWidget(self._back)
        left = Card("order.left")
        rows = QVBoxLayout(left)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self._where)
        rows.addWidget(self._places, 1)
        rows.addWidget(self._places_note)
        rows.addStretch()
        rows.addWidget(self._ask)
        right = Card("order.right")
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        many = QHBoxLayout()
        many.addWidget(self._many, 1)
        many.addWidget(self._pieces)
        column.addLayout(many)
        column.addWidget(Rule())
        column.addWidget(self._when)
        column.addWidget(self._times, 1)
        column.addWidget(self._ready)
        column.addWidget(self._for)
        column.addWidget(self._member)
        for field in self._fields.values():
            column.addWidget(field)
        column.addStretch()
        column.addWidget(self._message)
        column.addWidget(self._ok)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(left, 1)
        body.addWidget(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        self._back.clicked.connect(presenter.go_back)
        self._ask.clicked.connect(presenter.ask)
        self._places.picked.connect(presenter.choose)
        self._times.picked.connect(lambda key: presenter.choose_time(int(key)))
        self._pieces.stepped.connect(presenter.step)
        self._fields["name"].textChanged.connect(presenter.type_name)
        self._fields["phone"].textChanged.connect(presenter.type_phone)
        self._fields["address"].textChanged.connect(presenter.type_address)
        for field in self._fields.values():
            field.returnPressed.connect(presenter.submit)
        self._ok.clicked.connect(presenter.submit)

    def _retranslate(self) -> None:
        self._back.set_label(translate("Order", "Back"))
        self._where.setText(translate("Order", "Where does the customer get it?"))
        self._ask.set_label(translate("Order", "Ask again"))
        self._many.setText(translate("Order", "How many?"))
        self._when.setText(translate("Order", "When"))
        self._for.setText(translate("Order", "For whom?"))
        self._ok.set_label(translate("Order", "Put it into the basket"))
        for key, text in (
            ("name", translate("Order", "Name")),
            ("phone", translate("Order", "Phone number")),
            ("address", translate("Order", "Address")),
        ):
            self._fields[key].setPlaceholderText(text)
            self._fields[key].setAccessibleName(text)


def _field(name: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(most)
    field.setMinimumHeight(_FIELD_PX)
    return field
