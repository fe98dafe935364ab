"""The watch list: who does something more often than others, and the evidence behind one touch."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.section_page import ScrollingPage
from pos_app.ui.screens.report.state import Opening, Watched
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import ElidedLabel, Tag, TextLabel
from pos_app.ui.widgets.surfaces import Card
from retail_core.reporting.watch import WatchRow

MOST_ON_CARD = 4


class WatchButton(TillButton):
    """One row: what, how often, what is normal, whose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._tag = Tag(f"{name}_tag", kind="warn")
        self._who = ElidedLabel(f"{name}_who", "strong")
        self._note = ElidedLabel(f"{name}_note", "muted")
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._arrow = TextLabel(f"{name}_arrow", "muted")
        self._arrow.setText("›")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        parts: tuple[QWidget, ...] = (self._tag, self._who, self._note, self._arrow)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a row that a finger hits."""
        return QSize(360, 56)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Allow less; words that do not fit are shortened, the tag is not."""
        return QSize(260, 56)

    def render_watch(self, row: WatchRow, words: ReportWords) -> None:
        """Show a row of the list."""
        tag, who, note = words.watched(row)
        self._tag.setText(tag)
        self._who.setText(who)
        self._note.setText(note)
        self.setAccessibleName(f"{tag}, {who}: {note}")


class WatchRows(QWidget):
    """Rows below each other; nothing unusual is said in words."""

    opened = Signal(object, object)
    """An ``Opening`` and its ``Scope``."""

    def __init__(self, name: str, words: ReportWords, *, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._watched: Watched | None = None
        self._shown: tuple[WatchRow, ...] = ()
        self._nothing = TextLabel(f"{name}_nothing", "muted", wrap=True)
        self._rows = [WatchButton(f"{name}_{place}") for place in range(most)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._nothing)
        for place, button in enumerate(self._rows):
            button.hide()
            button.clicked.connect(lambda _checked=False, number=place: self._on_clicked(number))
            column.addWidget(button)

    def show_watched(self, watched: Watched | None) -> None:
        """Show what is unusual, the most unusual first."""
        self._watched = watched
        rows: Sequence[WatchRow] = () if watched is None else watched.rows
        self._shown = tuple(rows[: len(self._rows)])
        self._nothing.setText(translate("Report", "Nothing is unusual in these four weeks."))
        self._nothing.setVisible(not self._shown)
        for place, button in enumerate(self._rows):
            if place < len(self._shown):
                button.render_watch(self._shown[place], self._words)
            button.setVisible(place < len(self._shown))

    def _on_clicked(self, number: int) -> None:
        if self._watched is None:
            return
        row = self._shown[number]
        tag, who, note = self._words.watched(row)
        opening = Opening(row.drill.measure, row.drill, tag, who, note)
        self.opened.emit(opening, self._watched.scope)


class WatchCard(Card):
    """The first rows, on the overview."""

    def __init__(self, words: ReportWords) -> None:
        super().__init__("report.card.watch")
        self.rows = WatchRows("report.watch.card", words, most=MOST_ON_CARD)
        self._title = TextLabel("report.card.watch_title", "strong")
        self._note = ElidedLabel("report.card.watch_note", "hint")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addStretch(1)

    def show_watched(self, watched: Watched | None) -> None:
        """Show the most unusual."""
        self._title.setText(translate("Report", "Worth a look"))
        self._note.setText(translate("Report", "last four weeks, against the others"))
        self.rows.show_watched(watched)


class WatchPage(ScrollingPage):
    """All of the list, and how to read it."""

    def __init__(self, words: ReportWords) -> None:
        super().__init__("report.page.watch")
        self._words = words
        self._hint = TextLabel("report.watch.hint", "muted", wrap=True)
        self.rows = WatchRows("report.watch.row", words, most=24)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)

    def show_watched(self, watched: Watched | None) -> None:
        """Show everything that is unusual."""
        said = translate(
            "Report",
            "Who does something much more often than the others do, from {days}. It accuses nobody: it says "
            "where to look. Each row opens its receipts.",
        )
        self._hint.setText("" if watched is None else said.format(days=self._words.scope(watched.scope)))
        self.rows.show_watched(watched)
