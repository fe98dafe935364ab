"""The picture of the shift report: which shift, the ways to paper, and the page of figures."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.figures_page import FiguresPage
from pos_app.ui.screens.report.presenter import ReportPresenter
from pos_app.ui.screens.report.state import ReportState
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import EmptyState


class ReportScreen(QWidget):
    """Shows a shift's figures; implements the window's ``Screen``."""

    name = "report"

    def __init__(self, presenter: ReportPresenter, shell: Shell, *, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("report")
        self._presenter = presenter
        self._shell = shell
        self._state = ReportState()
        self._words = ReportWords(formats)
        self._title = TextLabel("report.title", "title")
        self._choose = ActionButton("report.choose")
        self._tag = Tag("report.state", pill=True)
        self._print = ActionButton("report.print", key="Ctrl P")
        self._pdf = ActionButton("report.pdf", "PDF")
        self._back = ActionButton("report.back", key="Esc")
        self._page = FiguresPage(theme, self._words)
        self._empty = EmptyState("report.message")
        self._pages = QStackedWidget()
        self._sheet = Sheet("report.shifts", theme)
        self._picker = ListPicker("report.shifts.list", theme)
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Escape goes back, and the Z prints by the key that prints again."""
        return [
            Action("back", self._presenter.go_back, on_bar=False),
            Action("reprint", self._presenter.print_z, on_bar=False),
        ]

    def enter(self) -> None:
        """Read the figures as they are now."""
        self._presenter.enter()
        self._page.setFocus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: a report sells nothing."""
        return False

    def show_state(self, state: ReportState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._render_head(state)
        if state.reading is None:
            self._render_empty(state)
            self._pages.setCurrentWidget(self._empty)
        else:
            self._page.show_reading(state.reading)
            self._pages.setCurrentWidget(self._page)
        if state.news is not None and state.news != before.news:
            text = text_of(state.news.code, *state.news.arguments)
            self._shell.notify("ok" if state.news.good else "bad", text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; names of categories are read again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)
            if self.isVisible():
                self._presenter.reload()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(12)
        for widget in (self._title, self._choose, self._tag):
            head.addWidget(widget)
        head.addStretch(1)
        for widget in (self._print, self._pdf, self._back):
            head.addWidget(widget)
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self._sheet.body.addWidget(self._picker)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose_clicked)
        self._print.clicked.connect(self._presenter.print_z)
        self._pdf.clicked.connect(self._presenter.save_pdf)
        self._back.clicked.connect(self._presenter.go_back)
        self._picker.picked.connect(self._on_picked)

    def _render_head(self, state: ReportState) -> None:
        reading = state.reading
        self._choose.setVisible(bool(state.shifts))
        self._choose.setEnabled(len(state.shifts) > 1)
        self._tag.setVisible(reading is not None)
        if reading is not None:
            self._choose.set_label(f"{self._words.shift(reading.figures.shift)}  ▾")
            self._tag.render_tag(*self._words.state(reading.figures))
        elif state.shifts:
            self._choose.set_label(translate("Report", "Choose a shift"))
        closed = reading is not None and reading.figures.z is not None
        self._print.setEnabled(closed and not state.busy)
        self._pdf.setEnabled(reading is not None and not state.busy)

    def _render_empty(self, state: ReportState) -> None:
        if state.fault is not None:
            text = text_of(state.fault.code, *state.fault.arguments)
            self._empty.render_empty(translate("Report", "The report cannot be shown"), text, mark="⊘")
        elif state.loading:
            self._empty.render_empty(translate("Report", "Reading the figures"))
        else:
            self._empty.render_empty(
                translate("Report", "No shift yet"),
                translate("Report", "Open a shift; its figures appear here from the first sale on."),
            )

    def _on_choose_clicked(self) -> None:
        self._picker.set_items(
            self._words.choices(self._state.shifts), name=translate("Report", "Choose a shift")
        )
        self._shell.open_sheet(self._sheet)
        self._picker.setFocus()

    def _on_picked(self, shift_id: str) -> None:
        self._shell.close_sheet()
        self._presenter.choose(shift_id)

    def _retranslate(self) -> None:
        self._title.setText(translate("Report", "Shift report"))
        self._print.set_label(translate("Report", "Print Z"))
        self._back.set_label(translate("Report", "Back"))
        self._sheet.set_title(translate("Report", "Choose a shift"), translate("Report", "Back"))
