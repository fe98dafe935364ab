"""The picture of all stores: which ones and when, how far that can be trusted, the pages, and the sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.reporting.chain_model import ChainQuestion
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.behind_sheet import BehindSheet, EvidenceSheet, Listed
from pos_app.ui.screens.report.chain_pages import ChainMeanings, MissingPage
from pos_app.ui.screens.report.chain_presenter import NOTHING_KEPT, ChainPresenter
from pos_app.ui.screens.report.chain_sections import CHAIN_SECTIONS, PLACE, STORES
from pos_app.ui.screens.report.chain_sheets import ChainScopeSheet, PartsSheet
from pos_app.ui.screens.report.chain_state import ChainState
from pos_app.ui.screens.report.chain_words import ChainWords
from pos_app.ui.screens.report.out_sheet import OutSheet
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.section_page import SectionPage
from pos_app.ui.screens.report.state import OutWay
from pos_app.ui.screens.report.view import tab_words
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.surfaces import EmptyState

_SECTIONS = {
    section.name.removeprefix(PLACE): section for section in (CHAIN_SECTIONS[0], STORES, *CHAIN_SECTIONS[1:])
}
_TABS = (*_SECTIONS, "o2o", "missing")


class ChainScreen(QWidget):
    """Shows head office's reports; implements the window's ``Screen``."""

    name = "chain"

    def __init__(self, presenter: ChainPresenter, shell: Shell, *, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("report.chain")
        self._presenter = presenter
        self._shell = shell
        self._theme = theme
        self._state = ChainState()
        self._words = ChainWords(ReportWords(formats), formats)
        self._head = _Head()
        self._strip = _Strip()
        self._tabs = _Tabs()
        self._scope = ChainScopeSheet(theme, self._words.words)
        self._parts = PartsSheet(theme, self._words.words)
        self._behind = BehindSheet(theme, self._words.words, name="report.chain.behind")
        self._evidence = EvidenceSheet(theme, self._words.words, name="report.chain.evidence")
        self._out = OutSheet(theme, name="report.chain.out", with_day_end=False)
        self._empty = EmptyState("report.chain.message")
        self._pages = QStackedWidget()
        self._made: dict[str, SectionPage | ChainMeanings | MissingPage] = {}
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Escape goes back; the keys that choose and go on do so here."""
        presenter = self._presenter
        return [
            Action("back", presenter.go_back, on_bar=False),
            Action("period", self._on_choose_clicked, on_bar=False),
            Action("earlier", lambda: presenter.step(-1), on_bar=False),
            Action("later", lambda: presenter.step(1), on_bar=False),
        ]

    def enter(self) -> None:
        """Ask for the figures as they are now."""
        self._presenter.enter()
        self._head.choose.setFocus()

    def leave(self) -> None:
        """Ask no more."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: a report sells nothing."""
        return False

    def show_state(self, state: ChainState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._render_head(state)
        self._strip.tag.render_tag(*self._words.tag(state))
        self._strip.text.setText("" if state.answer is None else self._words.as_of(state.answer))
        self._tabs.setVisible(state.answer is not None)
        self._tabs.chips[state.section].setChecked(True)
        if state.answer is None:
            self._render_empty(state)
            self._pages.setCurrentWidget(self._empty)
        else:
            anew = state.answer is not before.answer or state.section != before.section
            self._show_page(state, anew=anew)
        self._show_sheets(before, state)
        if state.news is not None and state.news != before.news:
            text = text_of(state.news.code, *state.news.arguments)
            self._shell.notify("ok" if state.news.good else "bad", text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; names of categories are asked for again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._state.answer is not None:
                self._show_page(self._state, anew=True)
            self.show_state(self._state)
            if self.isVisible():
                self._presenter.ask_again()

    @property
    def _names(self) -> Mapping[str, str]:
        """The names of the stores, by id."""
        return {each.store_id: each.name for each in self._state.stores}

    def _build(self) -> None:
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._head, self._strip, self._tabs):
            column.addWidget(part)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        presenter, head = self._presenter, self._head
        head.choose.clicked.connect(self._on_choose_clicked)
        head.earlier.clicked.connect(lambda: presenter.step(-1))
        head.later.clicked.connect(lambda: presenter.step(1))
        head.pdf.clicked.connect(lambda: presenter.hand_out("pdf"))
        head.out.clicked.connect(self._on_out_clicked)
        head.back.clicked.connect(presenter.go_back)
        head.again.clicked.connect(presenter.ask_again)
        self._out.way_chosen.connect(self._on_way_chosen)
        for name, chip in self._tabs.chips.items():
            chip.clicked.connect(lambda _checked=False, section=name: presenter.show_section(section))
        self._scope.question_chosen.connect(self._on_question_chosen)
        self._parts.store_picked.connect(presenter.choose_store)
        self._parts.closed.connect(presenter.close_behind)
        self._behind.row_picked.connect(presenter.open_row)
        self._behind.more_wanted.connect(presenter.read_more)
        self._behind.closed.connect(presenter.close_rows)
        self._evidence.closed.connect(presenter.close_row)

    def _render_head(self, state: ChainState) -> None:
        head = self._head
        for button in (head.earlier, head.later):
            button.setEnabled(not state.loading and state.question is not None)
        head.choose.setEnabled(state.question is not None)
        head.again.setEnabled(not state.loading and state.question is not None)
        if state.question is not None:
            head.choose.set_label(f"{self._words.question(state.question, self._names)}  ▾")
        else:
            head.choose.set_label(translate("Report", "Which stores and days"))
        for button in (head.pdf, head.out):
            button.setEnabled(state.answer is not None and not state.busy)

    def _render_empty(self, state: ChainState) -> None:
        if state.fault is None:
            self._empty.render_empty(
                translate("Report", "Asking head office"),
                translate("Report", "You may leave meanwhile; selling goes on."),
            )
            return
        title = (
            translate("Report", "No connection, and nothing kept")
            if state.fault.code == NOTHING_KEPT
            else translate("Report", "Head office's figures cannot be shown")
        )
        self._empty.render_empty(title, text_of(state.fault.code, *state.fault.arguments), mark="⊘")

    def _show_page(self, state: ChainState, *, anew: bool) -> None:
        page, answer = self._page_of(state.section), state.answer
        if anew and answer is not None:
            if isinstance(page, SectionPage):
                page.show_report(answer.report)
            elif isinstance(page, ChainMeanings):
                page.show_answer(answer)
            else:
                page.show_answer(answer, self._names)
        self._pages.setCurrentWidget(page)

    def _page_of(self, name: str) -> SectionPage | ChainMeanings | MissingPage:
        """Return a page; it is made when it is first looked at."""
        page = self._made.get(name)
        if page is None:
            page = self._make_page(name)
            self._made[name] = page
            self._pages.addWidget(page)
        return page

    def _make_page(self, name: str) -> SectionPage | ChainMeanings | MissingPage:
        if name == "missing":
            missing = MissingPage(self._theme, self._words)
            missing.opened.connect(self._presenter.open_behind)
            return missing
        if name == "o2o":
            meanings = ChainMeanings(self._words)
            meanings.opened.connect(self._presenter.open_behind)
            meanings.members_wanted.connect(self._presenter.count_members)
            return meanings
        page = SectionPage(_SECTIONS[name], self._theme, words=PictureWords(self._words.words))
        page.opened.connect(self._presenter.open_behind)
        return page

    def _show_sheets(self, before: ChainState, state: ChainState) -> None:
        behind, answer = state.behind, state.answer
        if behind is None or answer is None:
            while self._parts.is_open or self._behind.is_open:
                self._shell.close_sheet()
            return
        as_of = self._words.as_of(answer)
        if not behind.store:
            if behind != before.behind:
                self._parts.show_parts(behind, answer.report, as_of=as_of)
            if not self._parts.is_open:
                self._shell.open_sheet(self._parts)
            if behind.parts and not (before.behind and before.behind.parts):
                self._parts.focus_list()
            return
        self._show_rows(before, state, as_of=as_of)

    def _show_rows(self, before: ChainState, state: ChainState, *, as_of: str) -> None:
        behind, answer = state.behind, state.answer
        assert behind is not None
        assert answer is not None
        if behind != before.behind:
            listed = Listed(
                behind.opening,
                behind.rows,
                has_more=bool(behind.more),
                is_oldest_first=True,
                fault=behind.fault,
            )
            where = self._names.get(behind.store, behind.store)
            self._behind.show_list(listed, answer.report, as_of=f"{where} · {as_of}")
        if not self._behind.is_open:
            if self._parts.is_open:
                self._shell.stack_sheet(self._behind)
            else:
                self._shell.open_sheet(self._behind)
        if behind.rows and not (before.behind and before.behind.rows):
            self._behind.focus_list()
        had = before.behind.opened if before.behind is not None else None
        if behind.opened is not None and had is None:
            self._evidence.show_opened(behind.opened, answer.report)
            self._shell.stack_sheet(self._evidence)

    def _on_choose_clicked(self) -> None:
        if self._state.question is None:
            return
        self._scope.show_choices(self._state.stores, self._state.question, today=self._state.today)
        self._shell.open_sheet(self._scope)
        self._scope.focus_list()

    def _on_question_chosen(self, question: object) -> None:
        self._shell.close_sheet()
        if isinstance(question, ChainQuestion):
            self._presenter.ask(question)

    def _on_out_clicked(self) -> None:
        self._shell.open_sheet(self._out)
        self._out.focus_first()

    def _on_way_chosen(self, name: str) -> None:
        self._shell.close_sheet()
        ways: tuple[OutWay, ...] = ("receipt_printer", "a4", "pdf", "xlsx", "csv")
        self._presenter.hand_out(next(each for each in ways if each == name))

    def _retranslate(self) -> None:
        self._head.retranslate()
        self._tabs.retranslate()
        self._out.retranslate()


class _Head(QWidget):
    """The upper bar: stores and days, asking once more, and the ways to paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report.chain.head")
        self.title = TextLabel("report.chain.title", "title")
        self.earlier = ActionButton("report.chain.earlier", "‹")
        self.choose = ActionButton("report.chain.choose", key=KeyMap().badge("period"))
        self.later = ActionButton("report.chain.later", "›")
        self.again = ActionButton("report.chain.again", "↻")
        self.pdf = ActionButton("report.chain.pdf", "PDF")
        self.out = ActionButton("report.chain.more", "…")
        self.back = ActionButton("report.chain.back", key="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        for widget in (self.title, self.earlier, self.choose, self.later, self.again):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.pdf, self.out, self.back):
            row.addWidget(widget)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.title.setText(translate("Report", "Head office"))
        self.earlier.setAccessibleName(translate("Report", "Earlier"))
        self.later.setAccessibleName(translate("Report", "Later"))
        self.again.setAccessibleName(translate("Report", "Ask again"))
        self.out.setAccessibleName(translate("Report", "Save or print"))
        self.back.set_label(translate("Report", "Back"))


class _Strip(QWidget):
    """A line that says how far the figures can be trusted, and of when they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report.chain.strip")
        self.tag = Tag("report.chain.state", pill=True)
        self.text = TextLabel("report.chain.as_of", "hint", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.tag)
        row.addWidget(self.text, 1)


class _Tabs(QWidget):
    """The pages to turn to."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report.chain.tabs")
        self._group = QButtonGroup(self)
        self.chips = {name: Chip(f"report.chain.tab.{name}") for name in _TABS}
        row = FlowLayout()
        for chip in self.chips.values():
            self._group.addButton(chip)
            row.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 4)
        column.addLayout(row)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        words = tab_words()
        for name, chip in self.chips.items():
            chip.setText(words[name])
            chip.setAccessibleName(words[name])
