"""The page of one cashier: figures, hours and reasons of that person; each opens that person's receipts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.section_page import SectionPage
from pos_app.ui.screens.report.sections import PERSON
from pos_app.ui.screens.report.state import Person
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import TextLabel


class PersonPage(SectionPage):
    """A section page with the name of the person, and the way back to everybody."""

    closed = Signal()

    def __init__(self, theme: Theme, words: PictureWords) -> None:
        super().__init__(PERSON, theme, words=words)
        self._back = ActionButton("report.person.back")
        self._name = TextLabel("report.person.name", "title")
        self._hint = TextLabel("report.person.hint", "muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._name)
        row.addWidget(self._hint, 1)
        self.column.insertLayout(0, row)
        self._back.clicked.connect(self.closed)

    def show_person(self, person: Person, *, most_days: int) -> None:
        """Show whose page it is, and the figures once they were read.

        Args:
            person: Who, and what was read.
            most_days: So many days are told by the hour, too.
        """
        self._back.set_label(translate("Report", "‹ Everybody"))
        self._name.setText(person.name)
        if person.fault is not None:
            self._hint.setText(text_of(person.fault.code, *person.fault.arguments))
        elif person.report is None:
            self._hint.setText(translate("Report", "Reading the figures"))
        else:
            said = translate(
                "Report", "Hours, reasons and tenders of one person are told for up to {days} days."
            )
            self._hint.setText(said.format(days=most_days))
        if person.report is not None:
            self.show_report(person.report)

    def focus_back(self) -> None:
        """Lead the keys here: the table that led here is not shown any more."""
        self._back.setFocus()
