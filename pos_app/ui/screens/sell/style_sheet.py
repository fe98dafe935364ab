"""The grid of a style: sizes by colours, with what is there of each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QWidget

from pos_app.services.find_products import FoundProduct
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.goods_state import StyleForm
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.arrow_buttons import CellButton, lead
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.styling import set_style_property

_WIDTH_PX = 640
_MOST_ACROSS = 7
"""More sizes than these stand below each other instead."""


class StyleSheet(CounterSheet):
    """One touch or Enter sells a piece; a place without stock can be sold all the same."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("style", presenter, look=look, width_px=_WIDTH_PX)
        self._words = words
        self._form: StyleForm | None = None
        self._rows: list[list[QPushButton | None]] = []
        self._price = TextLabel("style.price", "figure")
        self._legend = TextLabel("style.legend", "muted", wrap=True)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("style.scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._price)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._legend)

    def show_sheet(self, state: SellState) -> None:
        """Show the grid as it was read when the tile was touched."""
        form, currency = state.style, state.totals.total.currency
        self.set_title(self._words.name(form.style), translate("Sell", "Back"))
        self._price.setText(self._words.goods.style_price(form, currency))
        if form is not self._form:
            self._form = form
            self._rebuild(form, currency)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._form = None
        self._legend.setText(
            translate("Sell", "The figure is what the stock says. A piece in your hand can always be sold.")
        )

    def take_keys(self) -> None:
        """Begin with the first place that there is."""
        first = next((cell for row in self._rows for cell in row if cell is not None), None)
        if first is not None:
            first.setFocus()

    def _rebuild(self, form: StyleForm, currency: str) -> None:
        holder = QWidget()
        holder.setObjectName("style.grid")
        grid = QGridLayout(holder)
        grid.setContentsMargins(2, 2, 8, 2)
        grid.setSpacing(8)
        sizes_across = len(form.sizes) <= _MOST_ACROSS
        columns = len(form.sizes) if sizes_across else len(form.colours)
        heads = [size or "–" for size in form.sizes]
        names = [self._words.name(colour) or "–" for colour in form.colours]
        for place, text in enumerate(heads if sizes_across else names):
            label = TextLabel(f"style.column.{place}", "strong")
            label.setText(text)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, 0, place + 1)
            grid.setColumnStretch(place + 1, 1)
        self._rows = []
        for row, text in enumerate(names if sizes_across else heads):
            label = TextLabel(f"style.row.{row}", "strong", wrap=True)
            label.setText(text)
            grid.addWidget(label, row + 1, 0)
            cells: list[QPushButton | None] = []
            for column in range(columns):
                size, colour = (column, row) if sizes_across else (row, column)
                found = form.variant(form.sizes[size], form.colours[colour])
                cells.append(None if found is None else self._make_cell(found, form, currency=currency))
                if cells[-1] is not None:
                    grid.addWidget(cells[-1], row + 1, column + 1)
            self._rows.append(cells)
        grid.setRowStretch(len(self._rows) + 1, 1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(holder)
        if old is not None:
            old.deleteLater()

    def _make_cell(self, found: FoundProduct, form: StyleForm, *, currency: str) -> CellButton:
        cell = CellButton(f"style.cell.{found.product.product_id}")
        text, tone = self._words.goods.cell(found, shows_price=form.price_minor is None, currency=currency)
        cell.setText(text)
        cell.setAccessibleName(f"{self._words.name(found.product.names)}, {text}")
        set_style_property(cell, "tone", value=tone)
        cell.clicked.connect(partial(self.presenter.goods.pick_variant, found.product.product_id))
        cell.arrow.connect(partial(self._on_arrow, cell))
        return cell

    def _on_arrow(self, cell: CellButton, step: tuple[int, int]) -> None:
        found = lead(self._rows, cell, step=step)
        if found is not None:
            found.setFocus()
            self._scroll.ensureWidgetVisible(found)
