"""The pages of the O2O figures: each with its number, its definition, its value and how it compares."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.figure_names import figure_meaning
from pos_app.ui.i18n import translate
from pos_app.ui.lack_words import lack_text
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.section_page import WIDE_PX, ScrollingPage, figure_in, opening_of
from pos_app.ui.screens.report.sections import O2O_FIGURES
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import Tag, TextLabel
from retail_core.reporting.figures import FIGURES
from retail_core.reporting.report import Report


class MeaningButton(TillButton):
    """A figure with its definition; a tap or Enter opens what is behind it."""

    def __init__(self, figure_id: str, place: str, *, parent: QWidget | None = None) -> None:
        name = f"report.{place}.{figure_id}"
        super().__init__(name, parent=parent)
        self._code = Tag(f"{name}_code", FIGURES[figure_id].code, kind="primary")
        self._code.setVisible(bool(FIGURES[figure_id].code))
        self._name = TextLabel(f"{name}_name", "strong", wrap=True)
        self._meaning = TextLabel(f"{name}_meaning", "hint", wrap=True)
        self._value = TextLabel(f"{name}_value", "order")
        self._note = TextLabel(f"{name}_note", "hint")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._code)
        head.addWidget(self._name, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._meaning)
        words.addStretch(1)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        for label in (self._value, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            figures.addWidget(label)
        figures.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addLayout(figures)
        inside: tuple[QWidget, ...] = (self._code, self._name, self._meaning, self._value, self._note)
        for part in inside:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def render_meaning(self, name: str, value: str, *, note: str, meaning: str) -> None:
        """Show the figure and what it is."""
        self._name.setText(name)
        self._meaning.setText(meaning)
        self._value.setText(value)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{name}: {value}. {note}")
        self.setAccessibleDescription(meaning)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at which nothing is cut."""
        return max(72, self._row.heightForWidth(width))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for half a page."""
        return QSize(460, self.heightForWidth(460))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Allow less, down to where figures still have room."""
        return QSize(300, 72)


class MeaningsPage(ScrollingPage):
    """The figures of online to offline: those that a till knows of its own store, or all of them."""

    opened = Signal(object)
    """What was touched, an ``Opening``."""

    def __init__(
        self, words: PictureWords, figures: Sequence[str] = O2O_FIGURES, *, place: str = "o2o"
    ) -> None:
        """Show ``figures``, under names that begin with ``place``."""
        super().__init__(f"report.page.{place}")
        self._words = words
        self._report: Report | None = None
        self.hint = TextLabel(f"report.{place}.hint", "muted", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._rows = {figure_id: MeaningButton(figure_id, place) for figure_id in figures}
        for figure_id, row in self._rows.items():
            row.clicked.connect(lambda _checked=False, name=figure_id: self._on_clicked(name))
        self._columns = 0
        self.column.addWidget(self.hint)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self._place(1)

    def show_report(self, report: Report) -> None:
        """Show the figures of a report."""
        self._report = report
        words = self._words.words
        self.hint.setText(words.as_of(report))
        for figure_id, row in self._rows.items():
            figure = figure_in(report, figure_id)
            written = words.figure(figure, report)
            meaning = " ".join(
                filter(None, (figure_meaning(figure_id), _lack(figure_id, report, words=words)))
            )
            row.render_meaning(written.name, written.value, note=written.note, meaning=meaning)
            row.setEnabled(figure.drill is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put two columns side by side where there is room."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= WIDE_PX else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, row in enumerate(self._rows.values()):
            self._grid.addWidget(row, number // columns, number % columns)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        self._grid.setColumnStretch(0, 1)

    def _on_clicked(self, figure_id: str) -> None:
        if self._report is not None:
            self.opened.emit(opening_of(self._report.figures[figure_id], self._report, words=self._words))


def _lack(figure_id: str, report: Report, *, words: ReportWords) -> str:
    """Return why a figure is not known, or of which days it speaks; empty where all is known."""
    why = lack_text(report.not_known.get(figure_id, ""))
    span = report.known_days.get(figure_id)
    if why or span is None:
        return why
    days = {"first": words.day(span.first_day), "last": words.day(span.last_day)}
    return translate("Report", "Known from {first} to {last}.").format(**days)
