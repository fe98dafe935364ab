"""The bar at the bottom: what can be done here, each with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.screen import Action
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.styling import set_name


class ActionBar(QWidget):
    """Buttons of equal width; they stay the same objects while the actions stay the same."""

    def __init__(self, name: str, keymap: KeyMap, *, trigger: Callable[[str], None]) -> None:
        super().__init__()
        set_name(self, name)
        self._keymap = keymap
        self._trigger = trigger
        self._buttons: dict[str, ActionButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 12)
        self._row.setSpacing(8)

    def render_actions(self, actions: Sequence[Action]) -> None:
        """Show those actions that have a place on the bar."""
        shown = [action for action in actions if action.on_bar]
        if [action.code for action in shown] != list(self._buttons):
            self._rebuild([action.code for action in shown])
        for action in shown:
            button = self._buttons[action.code]
            button.set_label(action.label)
            button.set_count(action.count)
            button.set_tone(action.tone)
            button.setEnabled(action.enabled)
        self.setVisible(bool(shown))

    def _rebuild(self, codes: Sequence[str]) -> None:
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {code: self._make(code) for code in codes}
        for button in self._buttons.values():
            self._row.addWidget(button, 1)

    def _make(self, code: str) -> ActionButton:
        button = ActionButton(f"action_{code}", key=self._keymap.badge(code))
        button.stand_close()
        button.clicked.connect(lambda: self._trigger(code))
        return button
