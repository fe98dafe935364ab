"""The right side while nothing is moved: a product with its figures and other stores, or a transfer."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.stock.presenter import StockPresenter
from pos_app.ui.screens.stock.state import StockState
from pos_app.ui.screens.stock.words import StockWords
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.surfaces import EmptyState, Rule

_FIGURES = 5


class LookPage(QWidget):
    """Shows what the till knows of a product, or what travels."""

    def __init__(self, presenter: StockPresenter, words: StockWords, *, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("stock.look")
        self._words = words
        self._empty = EmptyState("stock.nothing")
        self._name = TextLabel("stock.name", "title", wrap=True)
        self._age = TextLabel("stock.age", "muted", wrap=True)
        self._figures = [
            (TextLabel(f"stock.figure.{place}.name", "muted"), TextLabel(f"stock.figure.{place}", "figure"))
            for place in range(_FIGURES)
        ]
        self._note = TextLabel("stock.elsewhere.note", "muted", wrap=True)
        self._list = ListPicker("stock.elsewhere", theme)
        self._ask = ActionButton("stock.ask")
        self._order = PrimaryButton("stock.order", small=True)
        self._take_in = PrimaryButton("stock.take_in")
        self._print = ActionButton("stock.print_note")
        self._batch = TextLabel("stock.batch", "strong", wrap=True)
        self._batches = TextLabel("stock.batches", "muted", wrap=True)
        self._write_off = PrimaryButton("stock.write_off")
        self._rule = Rule()
        self._build()
        self._ask.clicked.connect(presenter.ask_elsewhere)
        self._order.clicked.connect(presenter.order)
        self._take_in.clicked.connect(presenter.transfers.take_in)
        self._print.clicked.connect(presenter.transfers.print_note)
        self._write_off.clicked.connect(presenter.write_off)

    def show_state(self, state: StockState) -> None:
        """Show what is looked at."""
        product, transfer = state.product, state.transfer
        nothing = product is None and transfer is None
        self._empty.setVisible(nothing)
        row = state.chosen_batch
        for part in (self._name, self._age):
            part.setVisible(not nothing)
        # Of a batch that expires, what is to do with it stands alone.
        self._note.setVisible(not nothing and row is None)
        self._rule.setVisible(not nothing and row is None)
        self._ask.setVisible(product is not None and row is None)
        self._ask.setEnabled(not state.asking)
        self._order.setVisible(state.can_order and row is None)
        self._show_figures(self._words.figures(state) if product is not None else [])
        incoming = transfer is not None and transfer in state.coming and "arrive" in state.allowed
        self._take_in.setVisible(incoming)
        outgoing = transfer is not None and transfer in state.going and "send" in state.allowed
        self._print.setVisible(outgoing)
        self._batch.setVisible(row is not None)
        self._batch.setText("" if row is None else self._words.batch_about(row))
        self._write_off.setVisible(row is not None and "waste" in state.allowed)
        batches = self._words.batches(state)
        self._batches.setText(batches)
        self._batches.setVisible(bool(batches))
        if product is not None:
            self._name.setText(self._words.name(product))
            self._age.setText(self._words.age(state) if state.card is not None else "")
            self._note.setText(self._words.elsewhere_note(state))
            rows = self._words.elsewhere(state)
            self._list.set_items(rows, name=translate("Stock", "Other stores"))
            self._list.setVisible(bool(rows) and row is None)
        elif transfer is not None:
            head = self._words.transfer(transfer, state)
            self._name.setText(head.title)
            self._age.setText(head.note)
            self._note.setText(translate("Stock", "Nobody's stock until it arrives"))
            self._list.set_items(
                self._words.transfer_lines(transfer), name=translate("Stock", "What is on the way")
            )
            self._list.setVisible(True)
        else:
            self._list.setVisible(False)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._empty.render_empty(
            translate("Stock", "What are you looking for?"),
            translate("Stock", "Scan a product, or search for it: here and in other stores."),
            mark="□",
        )
        self._ask.set_label(translate("Stock", "Ask other stores"))
        self._order.set_label(translate("Stock", "Order it for a customer"))
        self._take_in.set_label(translate("Stock", "Take it in"))
        self._print.set_label(translate("Stock", "Print the delivery note again"))
        self._write_off.set_label(translate("Stock", "Write this batch off"))

    def _show_figures(self, figures: list[tuple[str, str]]) -> None:
        for place, (name, value) in enumerate(self._figures):
            shown = place < len(figures)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(figures[place][0])
                value.setText(figures[place][1])
                value.setAccessibleName(": ".join(figures[place]))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        for place, (name, value) in enumerate(self._figures):
            grid.addWidget(name, 2 * (place // 3), place % 3)
            grid.addWidget(value, 2 * (place // 3) + 1, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._empty, 1)
        column.addWidget(self._name)
        column.addLayout(grid)
        column.addWidget(self._age)
        column.addWidget(self._batches)
        column.addWidget(self._batch)
        column.addWidget(self._rule)
        column.addWidget(self._note)
        column.addWidget(self._list, 1)
        column.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._ask)
        foot.addWidget(self._order, 1)
        column.addLayout(foot)
        column.addWidget(self._write_off)
        column.addWidget(self._take_in)
        column.addWidget(self._print)
