"""The one window: top bar, screens, notices, sheets, action bar, keys and scans."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.shell.action_bar import ActionBar
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.screen import Action, Screen
from pos_app.ui.widgets.finger import scroll_by_finger
from pos_app.ui.widgets.notice import After, Notice, NoticeKind
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.topbar import StatusBar


@dataclass(frozen=True, slots=True)
class _OpenSheet:
    """A sheet, and who had the keyboard before it opened."""

    sheet: Sheet
    before: QWidget | None


class MainWindow(QMainWindow):
    """Shows one screen at a time and carries keys and scans to it.

    It knows no screen by name: bootstrap adds them and says what the window-wide actions do.
    """

    closing = Signal()
    language_changed = Signal()

    def __init__(self, keymap: KeyMap, timers: After) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._keymap = keymap
        self._screens: dict[str, Screen] = {}
        self._current: Screen | None = None
        self._sheets: list[_OpenSheet] = []
        self._shortcuts: list[tuple[str, QShortcut]] = []
        self._window_actions: dict[str, Callable[[], None]] = {}
        self._unclaimed_scan: Callable[[str], None] = lambda _text: None
        self.status = StatusBar("status")
        self._stack = QStackedWidget()
        self._stack.setObjectName("screens")
        self._notice = Notice("notice", timers)
        self._bar = ActionBar("actions", keymap, trigger=self.trigger)
        page = self._page = QWidget()
        page.setProperty("role", "page")
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_top())
        column.addWidget(self._stack, 1)
        column.addWidget(self._bar)
        self.setCentralWidget(page)
        self.setMinimumSize(1024, 720)
        self.resize(1366, 768)
        self._add_shortcuts()
        self.refresh_actions()
        self._retranslate()

    def _make_top(self) -> QStackedWidget:
        """Let messages come in the place of the status bar: nothing else moves under anybody's finger."""
        top = QStackedWidget()
        top.setObjectName("top")
        top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        top.addWidget(self.status)
        top.addWidget(self._notice)
        self._notice.appeared.connect(partial(top.setCurrentWidget, self._notice))
        self._notice.gone.connect(partial(top.setCurrentWidget, self.status))
        return top

    def add_screen(self, screen: Screen) -> None:
        """Make ``screen`` reachable under its name."""
        self._screens[screen.name] = screen
        self._stack.addWidget(screen.widget)
        scroll_by_finger(screen.widget)

    def add_ribbon(self, ribbon: QWidget) -> None:
        """Let ``ribbon`` stand above everything, on every screen."""
        self._column.insertWidget(0, ribbon)

    def step_aside(self) -> None:
        """Make room for another window; no key and no scan comes here meanwhile."""
        self.showMinimized()

    def come_back(self) -> None:
        """Be there again, with the keyboard."""
        self.showNormal()
        self.raise_()
        self.activateWindow()

    def on_window_action(self, code: str, handler: Callable[[], None]) -> None:
        """Do ``handler`` for ``code`` on every screen that has no such action of its own."""
        self._window_actions[code] = handler
        self.refresh_actions()

    def on_unclaimed_scan(self, handler: Callable[[str], None]) -> None:
        """Give ``handler`` the scans that neither sheet nor screen takes."""
        self._unclaimed_scan = handler

    @property
    def current(self) -> str:
        """The name of the screen that is shown; empty before the first."""
        return self._current.name if self._current is not None else ""

    def navigate(self, name: str) -> None:
        """Show the screen called ``name``; an open sheet closes.

        Raises:
            KeyError: No screen was added under that name.
        """
        screen = self._screens[name]
        self._close_all_sheets()
        if self._current is not None:
            self._current.leave()
        self._current = screen
        self._stack.setCurrentWidget(screen.widget)
        screen.enter()
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Ask the current screen for its actions again."""
        actions = self._current.current_actions() if self._current is not None else []
        self._bar.render_actions(actions)
        self._enable_shortcuts(actions)

    def trigger(self, code: str) -> None:
        """Do the action ``code`` of the current screen, or else of the window; nothing if it is disabled."""
        if self._sheet is not None:
            if code == "back":
                self.close_sheet()
            return
        action = self._action(code)
        if action is None:
            self._window_actions.get(code, lambda: None)()
        elif action.enabled:
            action.handler()

    def take_scan(self, text: str) -> None:
        """Carry a scan to the sheet or the screen that is shown; what nobody takes goes to the owner."""
        taker = self._sheet if self._sheet is not None else self._current
        if taker is None or not taker.on_scan(text):
            self._unclaimed_scan(text)

    def notify(
        self, kind: NoticeKind, text: str, *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show a message in the place of the status bar, until it goes by itself or is closed."""
        self._notice.show_notice(kind, text, action=action, on_action=on_action)

    def dismiss_notice(self) -> None:
        """Hide the message."""
        self._notice.dismiss()

    def open_sheet(self, sheet: Sheet) -> None:
        """Slide ``sheet`` over the screen; an open one closes first."""
        self._close_all_sheets()
        self._open(sheet)

    def stack_sheet(self, sheet: Sheet) -> None:
        """Slide ``sheet`` over whatever is open, which gets the keyboard back when it closes."""
        self._open(sheet)

    def close_sheet(self) -> None:
        """Close the open sheet, if there is one; of several that on top."""
        if self._sheets:
            self._sheets[-1].sheet.close_sheet()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; labels of the bar come from the screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh_actions()
            self.language_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the owner, who closes lanes and files."""
        self.closing.emit()
        super().closeEvent(event)

    @property
    def _sheet(self) -> Sheet | None:
        return self._sheets[-1].sheet if self._sheets else None

    def _open(self, sheet: Sheet) -> None:
        scroll_by_finger(sheet)
        self._sheets.append(_OpenSheet(sheet, self.focusWidget()))
        sheet.closed.connect(partial(self._on_sheet_closed, sheet), Qt.ConnectionType.SingleShotConnection)
        sheet.open_over(self._page)
        self._enable_shortcuts([])

    def _close_all_sheets(self) -> None:
        while self._sheets:
            self.close_sheet()

    def _action(self, code: str) -> Action | None:
        actions = self._current.current_actions() if self._current is not None else []
        return next((action for action in actions if action.code == code), None)

    def _add_shortcuts(self) -> None:
        for code in self._keymap.actions():
            for key in self._keymap.keys(code):
                shortcut = QShortcut(key, self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(partial(self.trigger, code))
                self._shortcuts.append((code, shortcut))

    def _enable_shortcuts(self, actions: Sequence[Action]) -> None:
        """Take only keys that mean something now; the others stay with the widget that has the focus."""
        live = {action.code for action in actions} | set(self._window_actions)
        if self._sheet is not None:
            live = {"back"}
        for code, shortcut in self._shortcuts:
            shortcut.setEnabled(code in live)

    def _on_sheet_closed(self, sheet: Sheet) -> None:
        closed = next(each for each in self._sheets if each.sheet is sheet)
        self._sheets.remove(closed)
        if self._sheets and closed.before is not None:
            closed.before.setFocus()
        self.refresh_actions()

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("MainWindow", "Loop POS"))
