"""The right side: one search box, category chips, tiles or results."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pos_app.services.find_products import FoundProduct
from pos_app.services.records import Category, Product
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.state import ProductsState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.inputs import SearchField
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.surfaces import Card, EmptyState
from pos_app.ui.widgets.tiles import ProductTile

_GAP = 10
_TILE = QSize(160, 152)
"""The smallest comfortable tile; the grid stretches tiles so that whole rows and columns fit."""


class TileGrid(QScrollArea):
    """Tiles in as many columns as there is room for; rows fill the height exactly."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sell.tiles")
        self._presenter = presenter
        self._words = words
        self._theme = theme
        self._tiles: list[ProductTile] = []
        self._products: list[Product] = []
        self._written: tuple[FoundProduct, ...] = ()
        self._columns = 0
        holder = QWidget()
        holder.setObjectName("sell.tiles.page")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_tiles(self, tiles: tuple[FoundProduct, ...], currency: str) -> None:
        """Show ``tiles``; tiles that are there already are used again.

        A scan types its first character into the search box and takes it back: the same tiles return.
        """
        if tiles is self._written:
            return
        self._written = tiles
        while len(self._tiles) < len(tiles):
            self._add()
        self._products = [found.product for found in tiles]
        for place, tile in enumerate(self._tiles):
            if place < len(tiles):
                tile.setObjectName(f"sell.tile.{self._products[place].product_id}")
                tile.render_tile(self._words.tile(tiles[place], currency))
            else:
                tile.setObjectName(f"sell.tile.spare.{place}")
            tile.setVisible(place < len(tiles))
        self.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Write all tiles anew the next time: the language has changed."""
        self._written = ()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the tiles out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _add(self) -> None:
        place = len(self._tiles)
        tile = ProductTile(f"sell.tile.spare.{place}", self._theme)
        tile.clicked.connect(partial(self._tap, place))
        self._tiles.append(tile)
        columns = max(1, self._columns)
        self._grid.addWidget(tile, place // columns, place % columns)
        self._size(tile)

    def _tap(self, place: int) -> None:
        self._presenter.goods.tap_tile(self._products[place])

    def _lay_out(self) -> None:
        columns = max(2, (self.viewport().width() + _GAP) // (_TILE.width() + _GAP))
        if columns != self._columns:
            for old in range(self._columns):
                self._grid.setColumnStretch(old, 0)
            self._columns = columns
            for place, tile in enumerate(self._tiles):
                self._grid.addWidget(tile, place // columns, place % columns)
            for column in range(columns):
                self._grid.setColumnStretch(column, 1)
        for tile in self._tiles:
            self._size(tile)

    def _size(self, tile: ProductTile) -> None:
        height = self.viewport().height()
        least = max(_TILE.height(), tile.minimumSizeHint().height())
        rows = max(1, (height + _GAP) // (least + _GAP))
        tile.setFixedHeight(max(least, (height - (rows - 1) * _GAP) // rows))


class ChipStrip(QScrollArea):
    """The categories in one row, which scrolls when there are many."""

    def __init__(self, presenter: SellPresenter, words: SellWords) -> None:
        super().__init__()
        self.setObjectName("sell.categories")
        self._presenter = presenter
        self._words = words
        self._chips: dict[str | None, Chip] = {}
        self._holder = QWidget()
        self._holder.setObjectName("sell.categories.row")
        self._row = QHBoxLayout(self._holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(50)

    def show_categories(self, categories: tuple[Category, ...], chosen: str | None) -> None:
        """Show the best sellers and ``categories``, of which ``chosen`` is on."""
        wanted: dict[str | None, str] = {None: translate("Sell", "Favourites")}
        wanted |= {each.category_id: self._words.name(each.names) for each in categories}
        if list(wanted) != list(self._chips):
            self._rebuild(list(wanted))
        for category_id, text in wanted.items():
            chip = self._chips[category_id]
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setChecked(category_id == chosen)

    def _rebuild(self, ids: list[str | None]) -> None:
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for place, category_id in enumerate(ids):
            chip = Chip(f"sell.category.{category_id or 'favourites'}")
            chip.clicked.connect(partial(self._choose, category_id))
            self._row.insertWidget(place, chip)
            self._chips[category_id] = chip

    def _choose(self, category_id: str | None) -> None:
        self._presenter.products.choose_category(category_id)
        self.ensureWidgetVisible(self._chips[category_id])


class ProductsPanel(QWidget):
    """Search, chips, and the place where products stand."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__()
        self.setObjectName("sell.right")
        self._presenter = presenter
        self._words = words
        self._shown: tuple[ProductsState, str] | None = None
        self.search = SearchField("sell.search", key=look.keymap.badge("search"))
        self._away = ActionButton("sell.away", key=look.keymap.badge("away"))
        self._away.setCheckable(True)
        self._away.hide()
        self._chips = ChipStrip(presenter, words)
        self._tiles = TileGrid(presenter, words, theme=look.theme)
        self._results = ListPicker("sell.results", look.theme)
        self._empty = EmptyState("sell.no_products")
        self._stack = QStackedWidget()
        self._found = Card("sell.found")
        found = QVBoxLayout(self._found)
        found.setContentsMargins(3, 3, 4, 6)
        found.addWidget(self._results)
        for page in (self._tiles, self._found, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.search, 1)
        top.addWidget(self._away)
        column.addLayout(top)
        column.addWidget(self._chips)
        column.addWidget(self._stack, 1)
        self._away.clicked.connect(presenter.toggle_away)
        self.search.edited.connect(presenter.products.search)
        self.search.submitted.connect(presenter.submit_search)
        self._results.picked.connect(self._on_result_picked)

    def show_products(self, products: ProductsState, currency: str) -> None:
        """Show tiles, results, or why there are none."""
        if self._shown is not None and products is self._shown[0]:
            return
        self._shown = (products, currency)
        self._chips.setVisible(not products.loading)
        self._chips.show_categories(products.categories, products.category_id)
        if products.query != self.search.text().strip():
            self.search.line.setText(products.query)
        if products.loading or (products.query and not products.results) or not products.tiles:
            self._show_empty(products)
            self._stack.setCurrentWidget(self._empty)
        elif products.query:
            items = [self._words.result(found, currency) for found in products.results]
            self._results.set_items(items, name=translate("Sell", "Results"))
            self._stack.setCurrentWidget(self._found)
        else:
            self._tiles.show_tiles(products.tiles, currency)
            self._stack.setCurrentWidget(self._tiles)

    def show_way(self, takes_away: bool | None) -> None:
        """Show the switch between eating here and taking away; ``None`` where it changes nothing."""
        self._away.setVisible(takes_away is not None)
        self._away.setChecked(bool(takes_away))
        self._away.set_label(translate("Sell", "Take away") if takes_away else translate("Sell", "Eat in"))

    def retranslate(self) -> None:
        """Write everything anew."""
        self.search.set_placeholder(translate("Sell", "Scan, or type a name, initials or a code"))
        self._tiles.forget()
        if self._shown is not None:
            (products, currency), self._shown = self._shown, None
            self.show_products(products, currency)

    def _show_empty(self, products: ProductsState) -> None:
        if products.loading:
            self._empty.render_empty(
                translate("Sell", "The products are on their way"),
                translate("Sell", "The first catalog is being loaded. Open items can be sold already: F3."),
                mark="⟳",
            )
        elif products.query:
            self._empty.render_empty(
                translate("Sell", "Nothing found for “{text}”").format(text=products.query),
                translate("Sell", "Try fewer letters, or press F3 to sell it as an open item."),
                mark="？",
            )
        else:
            self._empty.render_empty(
                translate("Sell", "No products here"),
                translate("Sell", "Choose another category, or search for a name."),
            )

    def _on_result_picked(self, product_id: str) -> None:
        if self._shown is None:
            return
        for found in self._shown[0].results:
            if found.product.product_id == product_id:
                self._presenter.take_result(found.product)
                return
