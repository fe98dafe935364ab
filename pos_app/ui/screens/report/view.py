"""The picture of the reports: what they are about, the pages, and the sheets of evidence."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.reporting.run_report import MOST_PERSON_DAYS
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.behind_sheet import BehindSheet, EvidenceSheet
from pos_app.ui.screens.report.beside_page import BesidePage
from pos_app.ui.screens.report.day_end_sheet import DayEndSheet
from pos_app.ui.screens.report.late_line import LateLine
from pos_app.ui.screens.report.meanings_page import MeaningsPage
from pos_app.ui.screens.report.out_sheet import OutSheet
from pos_app.ui.screens.report.person_page import PersonPage
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.presenter import ReportPresenter
from pos_app.ui.screens.report.scope_sheet import ScopeSheet
from pos_app.ui.screens.report.section_page import SectionPage
from pos_app.ui.screens.report.sections import FIGURE_SECTIONS
from pos_app.ui.screens.report.state import BesideKind, Opening, OutWay, Person, ReportState, Side
from pos_app.ui.screens.report.watch_rows import WatchCard, WatchPage
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.surfaces import EmptyState

_TABS = (*(section.name for section in FIGURE_SECTIONS), "o2o", "watch", "beside")


class ReportScreen(QWidget):
    """Shows reports; implements the window's ``Screen``."""

    name = "report"

    def __init__(self, presenter: ReportPresenter, shell: Shell, *, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("report")
        self._presenter = presenter
        self._shell = shell
        self._theme = theme
        self._state = ReportState()
        self._words = ReportWords(formats)
        self._head = _Head()
        self._tabs = _Tabs()
        self._behind = BehindSheet(theme, self._words)
        self._evidence = EvidenceSheet(theme, self._words)
        self._scopes = ScopeSheet(theme, self._words)
        self._out = OutSheet(theme)
        self._day_end = DayEndSheet(theme, self._words)
        self._late = LateLine(self._words)
        self._empty = EmptyState("report.message")
        self._pages = QStackedWidget()
        self._section_pages: dict[str, SectionPage | MeaningsPage] = {}
        self._beside: BesidePage | None = None
        self._watch_page: WatchPage | None = None
        self._person: PersonPage | None = None
        self._choosing: Side | None = None
        self._watch_card = WatchCard(self._words)
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Escape goes back; the keys that print, choose and go on do so here."""
        presenter = self._presenter
        return [
            Action("back", presenter.go_back, on_bar=False),
            Action("reprint", presenter.print_z, on_bar=False),
            Action("period", self._on_choose_clicked, on_bar=False),
            Action("earlier", lambda: presenter.step(-1), on_bar=False),
            Action("later", lambda: presenter.step(1), on_bar=False),
        ]

    def enter(self) -> None:
        """Read the figures as they are now."""
        self._presenter.enter()
        self._tabs.focus_first()

    def leave(self) -> None:
        """Ask no more."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: a report sells nothing."""
        return False

    def show_state(self, state: ReportState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._render_head(state)
        self._tabs.render_tabs("people" if state.person else state.section, shown=state.report is not None)
        self._late.show_late(state)
        self._tabs.chain.setVisible(state.may_see_chain)
        if state.report is None:
            self._render_empty(state)
            self._pages.setCurrentWidget(self._empty)
        else:
            self._show_page(state, anew=state.report is not before.report or state.section != before.section)
        self._show_sheets(before, state)
        if state.news is not None and state.news != before.news:
            text = text_of(state.news.code, *state.news.arguments)
            self._shell.notify("ok" if state.news.good else "bad", text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; names of categories are read again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._state.report is not None:
                self._show_page(self._state, anew=True)
            self.show_state(self._state)
            if self.isVisible():
                self._presenter.reload()

    def _build(self) -> None:
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._tabs)
        column.addWidget(self._late)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        presenter, head = self._presenter, self._head
        head.choose.clicked.connect(self._on_choose_clicked)
        head.earlier.clicked.connect(lambda: presenter.step(-1))
        head.later.clicked.connect(lambda: presenter.step(1))
        head.print.clicked.connect(presenter.print_z)
        head.pdf.clicked.connect(lambda: presenter.hand_out("pdf"))
        head.out.clicked.connect(self._on_out_clicked)
        self._out.way_chosen.connect(self._on_way_chosen)
        self._out.day_end_wanted.connect(self._on_day_end_wanted)
        self._day_end.saved.connect(presenter.day_end.save)
        self._day_end.tested.connect(presenter.day_end.test)
        self._day_end.closed.connect(presenter.day_end.close)
        head.back.clicked.connect(presenter.go_back)
        for name, chip in self._tabs.chips.items():
            chip.clicked.connect(lambda _checked=False, section=name: presenter.show_section(section))
        self._tabs.chain.clicked.connect(presenter.open_chain)
        self._scopes.scope_chosen.connect(self._on_scope_chosen)
        self._watch_card.rows.opened.connect(presenter.open_behind)
        self._late.opened.connect(presenter.open_behind)
        self._behind.row_picked.connect(presenter.open_row)
        self._behind.more_wanted.connect(presenter.read_more)
        self._behind.closed.connect(presenter.close_behind)
        self._evidence.closed.connect(presenter.close_row)

    def _render_head(self, state: ReportState) -> None:
        head, report, shift = self._head, state.report, state.shift
        head.choose.setVisible(bool(state.shifts))
        for button in (head.earlier, head.later):
            button.setVisible(report is not None)
            button.setEnabled(not state.loading)
        head.tag.setVisible(report is not None)
        if report is not None:
            head.choose.set_label(f"{self._words.scope(report.scope, shift)}  ▾")
            if state.loading:
                head.tag.render_tag(translate("Report", "Reading …"), "primary")
            else:
                head.tag.render_tag(*self._words.completeness(report.completeness))
        elif state.shifts:
            head.choose.set_label(translate("Report", "What to look at"))
        closed = shift is not None and shift.closed_ms is not None
        head.print.setEnabled(closed and not state.busy)
        for button in (head.pdf, head.out):
            button.setEnabled(report is not None and not state.busy)

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

    def _show_page(self, state: ReportState, *, anew: bool) -> None:
        if state.section in {"beside", "watch", "person"}:
            self._show_special(state)
            return
        self._watch_card.show_watched(state.watched)
        page_of = self._page_of(state.section)
        if anew and state.report is not None:
            page_of.show_report(state.report)
        self._pages.setCurrentWidget(page_of)

    def _page_of(self, name: str) -> SectionPage | MeaningsPage:
        """Return a page; it is made when it is first looked at."""
        page = self._section_pages.get(name)
        if page is None:
            words = PictureWords(self._words)
            section = next((each for each in FIGURE_SECTIONS if each.name == name), None)
            aside = self._watch_card if name == "overview" else None
            page = (
                MeaningsPage(words)
                if section is None
                else SectionPage(section, self._theme, words=words, aside=aside)
            )
            page.opened.connect(self._presenter.open_behind)
            self._section_pages[name] = page
            self._pages.addWidget(page)
        return page

    def _show_special(self, state: ReportState) -> None:
        if state.person is not None:
            self._show_person(state.person)
            return
        if state.section == "beside":
            beside = self._beside_page()
            beside.show_beside(state)
            self._pages.setCurrentWidget(beside)
            return
        if self._watch_page is None:
            self._watch_page = WatchPage(self._words)
            self._watch_page.rows.opened.connect(self._presenter.open_behind)
            self._pages.addWidget(self._watch_page)
        self._watch_page.show_watched(state.watched)
        self._pages.setCurrentWidget(self._watch_page)

    def _show_person(self, person: Person) -> None:
        if self._person is None:
            self._person = PersonPage(self._theme, PictureWords(self._words))
            self._person.opened.connect(self._on_person_opened)
            self._person.closed.connect(self._presenter.person.close)
            self._pages.addWidget(self._person)
        comes = self._pages.currentWidget() is not self._person
        self._person.show_person(person, most_days=MOST_PERSON_DAYS)
        self._pages.setCurrentWidget(self._person)
        if comes:
            self._person.focus_back()

    def _on_person_opened(self, opening: Opening) -> None:
        person = self._state.person
        if person is not None:
            named = f"{opening.key_name} · {person.name}" if opening.key_name else person.name
            self._presenter.open_behind(replace(opening, key_name=named, is_person=False), person.scope)

    def _beside_page(self) -> BesidePage:
        if self._beside is None:
            self._beside = BesidePage(self._theme, self._words)
            self._beside.opened.connect(self._presenter.open_behind)
            self._beside.kind_chosen.connect(self._on_kind_chosen)
            self._beside.side_wanted.connect(self._on_side_wanted)
            self._pages.addWidget(self._beside)
        return self._beside

    def _show_sheets(self, before: ReportState, state: ReportState) -> None:
        if state.day_end is not None and state.day_end != before.day_end:
            self._day_end.show_form(state.day_end)
        behind, report = state.behind, state.report
        if behind is None or report is None:
            # A receipt may lie on the list.
            while self._behind.is_open:
                self._shell.close_sheet()
            return
        if behind != before.behind:
            self._behind.show_behind(behind, report)
        if not self._behind.is_open:
            self._shell.open_sheet(self._behind)
        if behind.rows and not (before.behind and before.behind.rows):
            self._behind.focus_list()
        had = before.behind.opened if before.behind is not None else None
        if behind.opened is not None and had is None:
            self._evidence.show_opened(behind.opened, report)
            self._shell.stack_sheet(self._evidence)

    def _on_side_wanted(self, name: str) -> None:
        self._choosing = "left" if name == "left" else "right"
        state = self._state
        chosen = state.beside.left if name == "left" else state.beside.right
        self._scopes.show_choices(state.shifts, chosen, report=state.report)
        self._shell.open_sheet(self._scopes)
        self._scopes.focus_list()

    def _on_choose_clicked(self) -> None:
        report = self._state.report
        if not self._state.shifts:
            return
        self._choosing = None
        self._scopes.show_choices(self._state.shifts, None if report is None else report.scope)
        self._shell.open_sheet(self._scopes)
        self._scopes.focus_list()

    def _on_out_clicked(self) -> None:
        self._shell.open_sheet(self._out)
        self._out.focus_first()

    def _on_day_end_wanted(self) -> None:
        self._shell.close_sheet()
        self._day_end.forget()
        self._presenter.day_end.open()
        self._shell.open_sheet(self._day_end)
        self._day_end.focus_first()

    def _on_way_chosen(self, name: str) -> None:
        self._shell.close_sheet()
        ways: tuple[OutWay, ...] = ("receipt_printer", "a4", "pdf", "xlsx", "csv")
        self._presenter.hand_out(next(each for each in ways if each == name))

    def _on_scope_chosen(self, scope: object) -> None:
        from retail_core.reporting.report import Scope

        self._shell.close_sheet()
        if not isinstance(scope, Scope):
            return
        if self._choosing is None:
            self._presenter.choose(scope)
        else:
            self._presenter.beside.choose(self._choosing, scope)

    def _on_kind_chosen(self, name: str) -> None:
        kinds: tuple[BesideKind, ...] = ("shifts", "days", "cashiers", "chosen")
        self._presenter.beside.show_kind(next(each for each in kinds if each == name))

    def _retranslate(self) -> None:
        self._head.retranslate()
        self._tabs.retranslate()
        self._out.retranslate()


class _Head(QWidget):
    """The upper bar: what the report is about, and the ways to paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report.head")
        keys = KeyMap()
        self.title = TextLabel("report.title", "title")
        self.earlier = ActionButton("report.earlier", "‹")
        self.choose = ActionButton("report.choose", key=keys.badge("period"))
        self.later = ActionButton("report.later", "›")
        self.tag = Tag("report.state", pill=True)
        self.print = ActionButton("report.print", key="Ctrl P")
        self.pdf = ActionButton("report.pdf", "PDF")
        self.out = ActionButton("report.more", "…")
        self.back = ActionButton("report.back", key="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        for widget in (self.title, self.earlier, self.choose, self.later, self.tag):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.print, self.pdf, self.out, self.back):
            row.addWidget(widget)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.title.setText(translate("Report", "Reports"))
        self.earlier.setAccessibleName(translate("Report", "Earlier"))
        self.later.setAccessibleName(translate("Report", "Later"))
        self.print.set_label(translate("Report", "Print Z"))
        self.out.setAccessibleName(translate("Report", "Save or print"))
        self.back.set_label(translate("Report", "Back"))


class _Tabs(QWidget):
    """The pages to turn to."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report.tabs")
        self._group = QButtonGroup(self)
        self.chips = {name: Chip(f"report.tab.{name}") for name in _TABS}
        row = FlowLayout()
        for chip in self.chips.values():
            self._group.addButton(chip)
            row.addWidget(chip)
        self.chain = Chip("report.chain_wanted")
        self.chain.setCheckable(False)
        row.addWidget(self.chain)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 4)
        column.addLayout(row)

    def render_tabs(self, section: str, *, shown: bool) -> None:
        """Mark the page that is shown; without figures there is none to turn to."""
        self.setVisible(shown)
        self.chips[section].setChecked(True)

    def focus_first(self) -> None:
        """Lead the keys here."""
        next(iter(self.chips.values())).setFocus()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        words = tab_words()
        for name, chip in self.chips.items():
            chip.setText(words[name])
            chip.setAccessibleName(words[name])
        self.chain.setText(translate("Report", "All stores …"))
        self.chain.setAccessibleName(translate("Report", "All stores …"))


def tab_words() -> dict[str, str]:
    """Return what the pages are called, with those that only all stores have."""
    return {
        "overview": translate("Report", "Overview"),
        "sales": translate("Report", "Sales"),
        "discounts": translate("Report", "Discounts"),
        "members": translate("Report", "Members"),
        "orders": translate("Report", "Orders"),
        "people": translate("Report", "People"),
        "cash": translate("Report", "Cash"),
        "o2o": translate("Report", "O2O"),
        "watch": translate("Report", "Watch list"),
        "beside": translate("Report", "Compare"),
        "stores": translate("Report", "Stores"),
        "missing": translate("Report", "What is missing"),
    }
