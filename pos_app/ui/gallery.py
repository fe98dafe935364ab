"""The gallery: every widget in every state and theme, to look at and to measure.

Its names of goods and people are samples; its own words are translated like those of any screen.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui import gallery_samples as samples
from pos_app.ui.app import Face
from pos_app.ui.i18n import LANGUAGES, OWN_NAMES, LanguageName, translate
from pos_app.ui.tasks import QtTimers
from pos_app.ui.widgets.arrow_buttons import CellButton, ChoiceChip
from pos_app.ui.widgets.basket import BasketList
from pos_app.ui.widgets.board import BoardColumn
from pos_app.ui.widgets.buttons import ActionButton, Chip, OptionCard, PrimaryButton
from pos_app.ui.widgets.charts import HBarList
from pos_app.ui.widgets.facts_table import FactsTable
from pos_app.ui.widgets.inputs import SearchField, Stepper
from pos_app.ui.widgets.keypad import KeyPad, PinPad
from pos_app.ui.widgets.labels import MoneyLabel, Role, Tag, TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.notice import Notice, NoticeKind
from pos_app.ui.widgets.receipt import ReceiptPreview
from pos_app.ui.widgets.series import SeriesChart
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import Card, EmptyState, FigureCard
from pos_app.ui.widgets.tiles import ProductTile
from pos_app.ui.widgets.topbar import StatusBar

_ROLES: tuple[Role, ...] = ("hint", "body", "strong", "title", "order", "figure", "total", "change")


class GalleryPage(QWidget):
    """All widgets on one long page; ``retranslate`` builds it anew."""

    def __init__(self, face: Face, timers: QtTimers) -> None:
        super().__init__()
        self.setObjectName("gallery_page")
        self.setProperty("role", "page")
        self._face = face
        self._timers = timers
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(12)
        places = (
            (self._buttons(), 0, 0, 1, 2),
            (self._states(), 0, 2, 1, 1),
            (self._words(), 1, 0, 1, 1),
            (self._fields(), 1, 1, 1, 1),
            (self._pads(), 1, 2, 2, 1),
            (self._tiles(), 2, 0, 1, 2),
            (self._basket(), 3, 0, 1, 1),
            (self._notices(), 3, 1, 1, 2),
            (self._board(), 4, 0, 1, 3),
            (self._figures(), 5, 0, 1, 3),
            (self._charts(), 6, 0, 1, 2),
            (self._receipt(), 6, 2, 2, 1),
            (self._lists(), 7, 0, 1, 2),
        )
        for widget, row, column, rows, columns in places:
            self._grid.addWidget(widget, row, column, rows, columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)

    def _section(self, name: str, title: str) -> tuple[Card, QVBoxLayout]:
        card = Card(f"gallery_{name}")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        heading = TextLabel(f"gallery_{name}_heading", "strong")
        heading.setText(title)
        column.addWidget(heading)
        return card, column

    def _buttons(self) -> QWidget:
        card, column = self._section("buttons", translate("Gallery", "Buttons"))
        column.addWidget(PrimaryButton("gallery_pay", translate("Gallery", "Pay"), key="F12"))
        row = QHBoxLayout()
        row.setSpacing(10)
        plain = ActionButton("gallery_action", translate("Gallery", "Member"), key="F9")
        lit = ActionButton("gallery_lit", translate("Gallery", "Pickup"), key="F11")
        lit.set_tone("warn")
        lit.set_count(3)
        chosen = ActionButton("gallery_chosen", translate("Gallery", "Exact amount"))
        chosen.set_tone("primary")
        danger = ActionButton("gallery_danger", translate("Gallery", "Empty the basket"))
        danger.set_tone("bad")
        for button in (plain, lit, chosen, danger):
            row.addWidget(button, 1)
        column.addLayout(row)
        chips = QHBoxLayout()
        for number, text in enumerate(samples.categories()):
            chip = Chip(f"gallery_chip_{number}", text)
            chip.setChecked(number == 0)
            chips.addWidget(chip)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addLayout(self._choices())
        return card

    def _choices(self) -> QHBoxLayout:
        """Return what arrow keys lead through: choices of a group, and places of a grid."""
        row = QHBoxLayout()
        for number, text in enumerate(samples.categories()[:2]):
            choice = ChoiceChip(f"gallery_choice_{number}", text)
            choice.setChecked(number == 1)
            row.addWidget(choice)
        for size in ("S", "M", "L"):
            cell = CellButton(f"gallery_cell_{size}")
            cell.setText(size)
            cell.setEnabled(size != "L")
            row.addWidget(cell)
        row.addStretch(1)
        return row

    def _states(self) -> QWidget:
        card, column = self._section("states", translate("Gallery", "Tenders and disabled"))
        cash, gift = OptionCard("gallery_cash"), OptionCard("gallery_gift")
        cash.render_option(translate("Gallery", "Cash"), samples.money("120.00"), chosen=True)
        gift.render_option(
            translate("Gallery", "Gift card"), translate("Gallery", "Needs the network"), enabled=False
        )
        column.addWidget(cash)
        column.addWidget(gift)
        off = PrimaryButton("gallery_off", translate("Gallery", "Pay"), key="F12", small=True)
        off.setEnabled(False)
        column.addWidget(off)
        return card

    def _words(self) -> QWidget:
        card, column = self._section("words", translate("Gallery", "Words and figures"))
        for role in _ROLES:
            label = MoneyLabel(f"gallery_money_{role}", role)
            label.set_amount(samples.money("122.00"))
            column.addWidget(label)
        tags = QHBoxLayout()
        for kind, text in samples.tags():
            tags.addWidget(Tag(f"gallery_tag_{kind}", text, kind=kind))
        tags.addStretch(1)
        column.addLayout(tags)
        return card

    def _fields(self) -> QWidget:
        card, column = self._section("fields", translate("Gallery", "Fields"))
        search = SearchField("gallery_search", key="F2")
        search.set_placeholder(translate("Gallery", "Name, code or phone"))
        column.addWidget(search)
        line = QLineEdit("138****0000")
        line.setObjectName("gallery_line")
        line.setAccessibleName(translate("Gallery", "Phone"))
        column.addWidget(line)
        wrong = QLineEdit("12")
        wrong.setObjectName("gallery_wrong")
        wrong.setProperty("state", "bad")
        wrong.setAccessibleName(translate("Gallery", "Phone"))
        column.addWidget(wrong)
        why = TextLabel("gallery_why", "hint", wrap=True)
        why.set_tone("bad")
        why.setText(translate("Gallery", "A phone number has 11 digits."))
        column.addWidget(why)
        stepper = Stepper("gallery_stepper")
        stepper.render_value("2")
        column.addWidget(stepper)
        empty = EmptyState("gallery_empty")
        empty.render_empty(
            translate("Gallery", "The basket is empty"),
            translate("Gallery", "Scan something, or tap a product."),
            mark="＋",
        )
        column.addWidget(empty, 1)
        return card

    def _pads(self) -> QWidget:
        card, column = self._section("pads", translate("Gallery", "Pads"))
        column.addWidget(KeyPad("gallery_keypad"), 1)
        column.addWidget(PinPad("gallery_pinpad"), 1)
        return card

    def _tiles(self) -> QWidget:
        card, column = self._section("tiles", translate("Gallery", "Products"))
        grid = QGridLayout()
        grid.setSpacing(10)
        for number, state in enumerate(samples.tiles()):
            tile = ProductTile(f"gallery_tile_{number}", self._face.theme)
            tile.render_tile(state)
            tile.setEnabled(number != 9)
            grid.addWidget(tile, number // 5, number % 5)
        column.addLayout(grid)
        return card

    def _basket(self) -> QWidget:
        card, column = self._section("basket", translate("Gallery", "Basket"))
        basket = BasketList("gallery_basket_list", self._face.theme)
        basket.setAccessibleName(translate("Gallery", "Basket"))
        basket.set_lines(samples.lines(), current_id="2")
        basket.setMinimumHeight(340)
        column.addWidget(basket, 1)
        return card

    def _notices(self) -> QWidget:
        card, column = self._section("notices", translate("Gallery", "Messages"))
        texts: tuple[tuple[NoticeKind, str], ...] = (
            ("ok", translate("Gallery", "Paid. The receipt is printing.")),
            ("info", translate("Gallery", "The basket was brought back as it was.")),
            ("warn", translate("Gallery", "Head office cannot be reached. Selling goes on.")),
            ("bad", translate("Gallery", "The printer does not answer. This sale is saved.")),
        )
        for kind, text in texts:
            notice = Notice(f"gallery_notice_{kind}", self._timers)
            column.addWidget(notice)
            action = translate("Gallery", "Print again") if kind == "bad" else ""
            notice.show_notice(kind, text, action=action)
            # The gallery shows its messages for good.
            notice.stay()
        column.addStretch(1)
        return card

    def _board(self) -> QWidget:
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, title, cards in samples.board():
            column = BoardColumn(f"gallery_board_{name}")
            column.render_column(title, cards, empty=translate("Gallery", "Nothing to do here"))
            row.addWidget(column, 1)
        board.setMinimumHeight(430)
        return board

    def _figures(self) -> QWidget:
        figures = QWidget()
        row = QHBoxLayout(figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, figure in enumerate(samples.figures()):
            card = FigureCard(f"gallery_figure_{number}")
            card.render_figure(figure.name, figure.value, note=figure.note, tone=figure.tone)
            row.addWidget(card, 1)
        return figures

    def _charts(self) -> QWidget:
        card, column = self._section("charts", translate("Gallery", "Receipts an hour, takings by tender"))
        rows = QGridLayout()
        rows.setSpacing(12)
        for place, (name, series, title) in enumerate(
            (
                ("hours", samples.hours(), translate("Gallery", "Receipts an hour")),
                ("differences", samples.differences(), translate("Gallery", "Over and short")),
                ("season", samples.season(), translate("Gallery", "This year")),
            )
        ):
            chart = SeriesChart(f"gallery_series_{name}", self._face.theme)
            chart.set_series(series, name=title)
            rows.addWidget(chart, place // 2, place % 2)
        lying = HBarList("gallery_hbars", self._face.theme, opens=True)
        lying.set_bars(samples.tenders(), name=translate("Gallery", "Takings by tender"))
        rows.addWidget(lying, 1, 1)
        column.addLayout(rows)
        return card

    def _receipt(self) -> QWidget:
        card, column = self._section("receipt", translate("Gallery", "Receipt"))
        preview = ReceiptPreview("gallery_receipt_preview")
        preview.set_text(samples.receipt())
        column.addWidget(preview, 1)
        return card

    def _lists(self) -> QWidget:
        card, column = self._section("lists", translate("Gallery", "Lists and tables"))
        row = QHBoxLayout()
        picker = ListPicker("gallery_picker", self._face.theme)
        picker.set_items(samples.choices(), name=translate("Gallery", "Products"))
        picker.setMinimumHeight(190)
        table = FactsTable("gallery_table", self._face.theme)
        columns, rows = samples.table()
        table.set_facts(columns, rows, name=translate("Gallery", "Discounts"))
        row.addWidget(picker, 1)
        row.addWidget(table, 1)
        column.addLayout(row)
        return card


class GalleryWindow(QMainWindow):
    """The page below a bar with the switches for language and theme."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.setObjectName("gallery")
        self._face = face
        self._timers = QtTimers()
        self._status = StatusBar("gallery_status")
        self._switches = QHBoxLayout()
        self._switches.setContentsMargins(16, 8, 16, 0)
        self._switches.setSpacing(8)
        for language in LANGUAGES:
            self._add_language(language)
        dark = ActionButton("gallery_theme", "◐")
        dark.clicked.connect(self._on_theme_clicked)
        self._theme_button = dark
        panel = ActionButton("gallery_panel", "☰")
        panel.clicked.connect(self._on_panel_clicked)
        self._panel_button = panel
        for button in (dark, panel):
            self._switches.addWidget(button)
        self._switches.addStretch(1)
        self._area = QScrollArea()
        self._area.setProperty("role", "page")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        ground = self._ground = QWidget()
        ground.setProperty("role", "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._status)
        column.addLayout(self._switches)
        column.addWidget(self._area, 1)
        self.setCentralWidget(ground)
        self.resize(1366, 768)
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Build the page in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()

    def _add_language(self, language: LanguageName) -> None:
        button = ActionButton(f"gallery_language_{language}", OWN_NAMES[language])
        button.clicked.connect(lambda: self._face.language.switch(language))
        self._switches.addWidget(button)

    def _rebuild(self) -> None:
        self.setWindowTitle(translate("Gallery", "Gallery"))
        self._theme_button.setAccessibleName(translate("Gallery", "Light or dark"))
        self._panel_button.setAccessibleName(translate("Gallery", "Open a panel"))
        self._status.render_status(samples.status())
        self._area.setWidget(GalleryPage(self._face, self._timers))

    def _on_theme_clicked(self) -> None:
        self._face.theme.switch(self._face.app, "light" if self._face.theme.name == "dark" else "dark")

    def _on_panel_clicked(self) -> None:
        sheet = Sheet("gallery_sheet", self._face.theme)
        sheet.set_title(translate("Gallery", "Tenders and disabled"), translate("Gallery", "Back"))
        sheet.body.addWidget(KeyPad("gallery_sheet_keypad"))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_over(self._ground)


def open_gallery(face: Face) -> GalleryWindow:
    """Return the gallery's window, shown."""
    window = GalleryWindow(face)
    window.show()
    return window
