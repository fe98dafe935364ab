"""The sheets of parked sales: park, split, recall, and what is different about one that came back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.entry_sheets import MessageLabel
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.park_state import RecallForm
from pos_app.ui.screens.sell.park_words import ParkWords
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import LineState, SellState
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton, TillButton
from pos_app.ui.widgets.inputs import Stepper
from pos_app.ui.widgets.labels import ElidedLabel, MoneyLabel, TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.surfaces import EmptyState


def _name_field(name: str, presenter: SellPresenter) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.textEdited.connect(presenter.parking.set_name)
    return field


class ParkSheet(CounterSheet):
    """The basket is put aside under a name that may stay empty; or only a part of it."""

    def __init__(self, presenter: SellPresenter, words: ParkWords, *, look: SellLook) -> None:
        super().__init__("park", presenter, look=look)
        self._words = words
        self._total = MoneyLabel("park.total", "total")
        self._hint = TextLabel("park.hint", "muted", wrap=True)
        self._name = _name_field("park.name", presenter)
        self._message = MessageLabel("park.message")
        self._split = TillButton("park.split")
        self._ok = PrimaryButton("park.ok", key="Enter")
        for part in (self._total, self._name, self._hint, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._split)
        self.body.addWidget(self._ok)
        self._split.clicked.connect(partial(presenter.parking.open_split, ""))
        self._ok.clicked.connect(presenter.parking.park)
        self.confirmed.connect(presenter.parking.park)

    def show_sheet(self, state: SellState) -> None:
        """Show what is put aside."""
        form = state.parking.park
        if form.name != self._name.text():
            self._name.setText(form.name)
        self._total.set_amount(self._words.money(state.totals.total))
        self._name.setPlaceholderText(self._words.suggestion(state))
        self._message.say(self._words.said(form.error))
        self._ok.setEnabled(state.pending != "park")

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Parked", "Park this sale"), translate("Parked", "Back"))
        self._name.setAccessibleName(translate("Parked", "Name"))
        self._hint.setText(
            translate("Parked", "A name helps to find it again. Coupons are free for others meanwhile.")
        )
        self._split.setText(translate("Parked", "Only a part of it: split"))
        self._ok.set_label(translate("Parked", "Park"))

    def take_keys(self) -> None:
        """Type the name, or press Enter."""
        self._name.setFocus()


class SplitRow(QWidget):
    """A line, and how much of it goes."""

    def __init__(self, line_id: str, presenter: SellPresenter) -> None:
        super().__init__()
        self._name = ElidedLabel(f"split.name.{line_id}")
        self._of = TextLabel(f"split.of.{line_id}", "muted")
        self._stepper = Stepper(f"split.step.{line_id}")
        self._stepper.stepped.connect(partial(presenter.parking.step_split, line_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(self._name, 1)
        row.addWidget(self._of)
        row.addWidget(self._stepper)

    def show_line(self, line: LineState, part: int, *, words: ParkWords) -> None:
        """Show how much of the line goes."""
        self._name.setText(words.name(line.names))
        self._of.setText(words.of_all(line))
        self._stepper.render_value(words.quantity(part), can_lower=part > 0, can_raise=part < line.qty_milli)
        self._stepper.setAccessibleName(words.name(line.names))


class SplitSheet(CounterSheet):
    """Lines and pieces are chosen that go into a second sale, which is parked beside."""

    def __init__(self, presenter: SellPresenter, words: ParkWords, *, look: SellLook) -> None:
        super().__init__("split", presenter, look=look, width_px=560)
        self._words = words
        self._hint = TextLabel("split.hint", "muted", wrap=True)
        self._rows: dict[str, SplitRow] = {}
        self._list = QVBoxLayout()
        self._name = _name_field("split.name", presenter)
        self._stays_caption = TextLabel("split.stays.caption", "muted")
        self._stays = MoneyLabel("split.stays", "figure")
        self._goes_caption = TextLabel("split.goes.caption", "muted")
        self._goes = MoneyLabel("split.goes", "figure")
        self._message = MessageLabel("split.message")
        self._ok = PrimaryButton("split.ok", key="Enter")
        self._build()
        self._ok.clicked.connect(presenter.parking.split)
        self.confirmed.connect(presenter.parking.split)

    def show_sheet(self, state: SellState) -> None:
        """Show what stays and what goes."""
        form = state.parking.split
        lines = {line.line_id: line for line in state.lines if not line.is_deposit}
        for line_id in [each for each in self._rows if each not in lines]:
            row = self._rows.pop(line_id)
            row.hide()
            row.deleteLater()
        for line_id, line in lines.items():
            if line_id not in self._rows:
                self._rows[line_id] = SplitRow(line_id, self.presenter)
                self._list.addWidget(self._rows[line_id])
            self._rows[line_id].show_line(line, form.part(line_id), words=self._words)
        if form.name != self._name.text():
            self._name.setText(form.name)
        if form.stays is not None and form.goes is not None:
            self._stays.set_amount(self._words.money(form.stays))
            self._goes.set_amount(self._words.money(form.goes))
        self._message.say(self._words.said(form.error))
        self._ok.setEnabled(state.pending != "park")

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Parked", "Split the sale"), translate("Parked", "Back"))
        self._hint.setText(
            translate("Parked", "What goes into the second sale? It is parked, and paid after this one.")
        )
        self._name.setPlaceholderText(translate("Parked", "Name (may stay empty)"))
        self._name.setAccessibleName(translate("Parked", "Name"))
        self._stays_caption.setText(translate("Parked", "Stays here"))
        self._goes_caption.setText(translate("Parked", "Second sale"))
        self._ok.set_label(translate("Parked", "Split"))

    def take_keys(self) -> None:
        """Begin with the first line."""
        self._ok.setFocus()

    def _build(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addLayout(self._list)
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("split.scroll")
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.body.addWidget(self._hint)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._name)
        for caption, amount in (
            (self._stays_caption, self._stays),
            (self._goes_caption, self._goes),
        ):
            row = QHBoxLayout()
            row.addWidget(caption, 1)
            row.addWidget(amount)
            self.body.addLayout(row)
        self.body.addWidget(self._message)
        self.body.addWidget(self._ok)


class RecallSheet(CounterSheet):
    """What waits: name, age, who, total; one is brought back, or given up with one question in place."""

    def __init__(self, presenter: SellPresenter, words: ParkWords, *, look: SellLook) -> None:
        super().__init__("recall", presenter, look=look, width_px=560)
        self._words = words
        self._form: RecallForm | None = None
        self._expired = TextLabel("recall.expired", wrap=True)
        self._expired.set_tone("warn")
        self._list = ListPicker("recall.list", look.theme)
        self._empty = EmptyState("recall.empty")
        self._detail = TextLabel("recall.detail", "muted", wrap=True)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._question = TextLabel("recall.question", "strong", wrap=True)
        self._message = MessageLabel("recall.message")
        self._give_up = ActionButton("recall.give_up")
        self._recall = PrimaryButton("recall.ok", key="Enter", small=True)
        self._no = ActionButton("recall.no")
        self._yes = ActionButton("recall.yes")
        self._yes.set_tone("bad")
        self._park_first = ActionButton("recall.park_first")
        self._merge = ActionButton("recall.merge")
        self._build()
        parking = presenter.parking
        self._list.picked.connect(parking.choose)
        self._give_up.clicked.connect(partial(parking.ask_to_give_up, asking=True))
        self._no.clicked.connect(partial(parking.ask_to_give_up, asking=False))
        self._yes.clicked.connect(partial(parking.give_up, None))
        self._recall.clicked.connect(parking.recall)
        self._park_first.clicked.connect(parking.park_first)
        self._merge.clicked.connect(parking.merge)
        self.confirmed.connect(parking.recall)

    def show_sheet(self, state: SellState) -> None:
        """Show what waits and what is asked about it."""
        before, form = self._form, state.parking.recall
        self._form = form
        if before is None or before.sales != form.sales:
            self._list.set_items(
                [self._words.item(sale) for sale in form.sales], name=translate("Parked", "Parked sales")
            )
        self._list.setVisible(bool(form.sales))
        self._empty.setVisible(form.loaded and not form.sales)
        self._expired.setText(self._words.expired(form.expired))
        self._expired.setVisible(bool(form.expired))
        self._detail.setText("" if form.sale is None else self._words.detail(form.sale))
        self._detail.setVisible(form.sale is not None)
        self._question.setText(self._question_of(form))
        self._question.setVisible(bool(form.asking))
        self._message.say(self._words.said(form.error))
        can = form.sale is not None and state.pending != "park"
        shown = {
            self._give_up: not form.asking,
            self._recall: not form.asking,
            self._no: form.asking == "give_up",
            self._yes: form.asking == "give_up",
            self._park_first: form.asking == "basket",
            self._merge: form.asking == "basket",
        }
        for button, visible in shown.items():
            button.setVisible(visible and bool(form.sales))
            button.setEnabled(can)
        if before is None or (before.chosen, before.asking) != (form.chosen, form.asking):
            self.take_keys()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._form = None
        self.set_title(translate("Parked", "Parked sales"), translate("Parked", "Back"))
        self._empty.render_empty(
            translate("Parked", "Nothing is parked"),
            translate("Parked", "F6 puts the basket aside until its customer is back."),
        )
        self._give_up.set_label(translate("Parked", "Give it up"))
        self._recall.set_label(translate("Parked", "Recall"))
        self._no.set_label(translate("Parked", "Keep it"))
        self._yes.set_label(translate("Parked", "Give it up"))
        self._park_first.set_label(translate("Parked", "Park this basket first"))
        self._merge.set_label(translate("Parked", "Put both together"))

    def take_keys(self) -> None:
        """Let the arrows choose; once one is chosen, Enter brings it back."""
        form = self._form
        if form is None or form.sale is None:
            self._list.setFocus()
        elif form.asking == "basket":
            self._park_first.setFocus()
        elif form.asking == "give_up":
            self._no.setFocus()
        else:
            self._recall.setFocus()

    def _question_of(self, form: RecallForm) -> str:
        if form.asking == "basket":
            return translate("Parked", "Goods of another customer are in the basket. What becomes of them?")
        if form.asking == "give_up":
            return translate("Parked", "Give this sale up? It is noted in the journal.")
        return ""

    def _build(self) -> None:
        for part in (self._expired, self._list, self._empty, self._detail, self._question, self._message):
            self.body.addWidget(part, 1 if part in (self._list, self._empty) else 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, room in (
            (self._give_up, 0),
            (self._recall, 1),
            (self._no, 1),
            (self._yes, 1),
            (self._merge, 1),
            (self._park_first, 1),
        ):
            row.addWidget(button, room)
        self.body.addLayout(row)


class NewsSheet(CounterSheet):
    """What is different about a sale since it was parked, from what to what."""

    def __init__(self, presenter: SellPresenter, words: ParkWords, *, look: SellLook) -> None:
        super().__init__("news", presenter, look=look)
        self._words = words
        self._total = TextLabel("news.total", "strong", wrap=True)
        self._list = ListPicker("news.list", look.theme)
        self._left_out = TextLabel("news.left_out", "muted", wrap=True)
        self._ok = PrimaryButton("news.ok", key="Enter")
        self.body.addWidget(self._total)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._left_out)
        self.body.addWidget(self._ok)
        self._ok.clicked.connect(self.close_sheet)
        self.confirmed.connect(self.close_sheet)

    def show_sheet(self, state: SellState) -> None:
        """Show the changes."""
        found = state.parking.recalled
        if found is None:
            return
        self._total.setText(self._words.totals(found))
        items = self._words.changes(found)
        self._list.set_items(items, name=translate("Parked", "Changed since it was parked"))
        self._left_out.setVisible(found.sale_acts_left_out)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Parked", "Changed since it was parked"), translate("Parked", "Back"))
        self._left_out.setText(
            translate("Parked", "The discount on the whole sale was left out. Give it anew if it holds.")
        )
        self._ok.set_label(translate("Parked", "Go on"))

    def take_keys(self) -> None:
        """Enter goes on."""
        self._ok.setFocus()
