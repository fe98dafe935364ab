"""The sheet with the ways in which a report leaves the screen: paper and files."""

from PySide6.QtCore import Signal

from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.state import OutWay
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet

_WAYS: tuple[OutWay, ...] = ("receipt_printer", "a4", "pdf", "xlsx", "csv")


class OutSheet(Sheet):
    """A button for each way."""

    way_chosen = Signal(str)
    """One of the ways."""

    day_end_wanted = Signal()

    def __init__(self, theme: Theme, *, name: str = "report.out", with_day_end: bool = True) -> None:
        """Make the buttons; ``with_day_end`` leads to the till's files at each close of a day."""
        super().__init__(name, theme)
        self._hint = TextLabel(f"{name}.hint", "muted", wrap=True)
        self._buttons = {way: ActionButton(f"{name}.{way}") for way in _WAYS}
        for way, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, name=way: self.way_chosen.emit(name))
            self.body.addWidget(button)
        self._day_end = ActionButton(f"{name}.day_end")
        self._day_end.clicked.connect(self.day_end_wanted)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._day_end)
        self._day_end.setVisible(with_day_end)
        self.body.addStretch(1)
        self.retranslate()

    def focus_first(self) -> None:
        """Lead the keys to the first way."""
        self._buttons["receipt_printer"].setFocus()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.set_title(translate("Report", "Save or print"), translate("Report", "Back"))
        words = {
            "receipt_printer": translate("Report", "Print on the receipt printer"),
            "a4": translate("Report", "Print on A4"),
            "pdf": translate("Report", "Save as PDF"),
            "xlsx": translate("Report", "Save as Excel table"),
            "csv": translate("Report", "Save as CSV for other programs"),
        }
        for way, button in self._buttons.items():
            button.set_label(words[way])
        self._day_end.set_label(translate("Report", "Day-end files …"))
        self._hint.setText(translate("Report", "Files go into the till's folder of reports."))
