"""The picture of closing a shift: a page for each of its steps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.screens.close_shift.closed_page import ClosedPage
from pos_app.ui.screens.close_shift.count_page import CountPage
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter
from pos_app.ui.screens.close_shift.result_page import ResultPage
from pos_app.ui.screens.close_shift.state import CloseShiftState, Step
from pos_app.ui.screens.close_shift.unfinished_page import UnfinishedPage
from pos_app.ui.shell.screen import Action


class CloseShiftScreen(QWidget):
    """Takes the count and shows the Z; implements the window's ``Screen``."""

    name = "close_shift"

    def __init__(self, presenter: CloseShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("close_shift")
        self._presenter = presenter
        self._state = CloseShiftState()
        self._before = UnfinishedPage(presenter, formats)
        self._count = CountPage(presenter, formats)
        self._result = ResultPage(presenter, formats)
        self._closed = ClosedPage(presenter, formats)
        self._pages = QStackedLayout(self)
        for page in (self._before, self._count, self._result, self._closed):
            self._pages.addWidget(page)
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter goes on, Escape leaves; once it is closed, print again and the report have their keys."""
        closed = self._state.step == "closed"
        return [
            Action("confirm", self._presenter.confirm, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
            Action("reprint", self._presenter.print_again, enabled=closed, on_bar=False),
            Action("day_close", self._presenter.open_day, enabled=closed, on_bar=False),
            Action("reports", self._presenter.open_report, enabled=closed, on_bar=False),
        ]

    def enter(self) -> None:
        """Begin with what is unfinished."""
        self._presenter.enter()
        self._take_focus(self._state)

    def leave(self) -> None:
        """Nothing is kept but what was submitted."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold while the drawer is counted."""
        return False

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._state

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, CloseShiftState):
            self._presenter.take_back(snapshot)

    def show_state(self, state: CloseShiftState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        page = self._page(state.step)
        page.show_state(state)
        self._pages.setCurrentWidget(page)
        # A page that was hidden, or disabled until now, could not keep the keys.
        if before.step != state.step or (before.busy and not state.busy and state.step != "unfinished"):
            self._take_focus(state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(self._state)

    def _page(self, step: Step) -> UnfinishedPage | CountPage | ResultPage | ClosedPage:
        if step == "unfinished":
            return self._before
        if step == "count":
            return self._count
        return self._result if step == "result" else self._closed

    def _take_focus(self, state: CloseShiftState) -> None:
        if state.step == "count":
            self._count.take_focus(state)
        elif state.step == "result":
            self._result.take_focus()
        elif state.step == "closed":
            self._closed.take_focus()
        else:
            self._before.take_focus()
