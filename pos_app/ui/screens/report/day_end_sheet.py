"""The sheet that says which files are written by themselves, where and when; with a test of all of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from pos_app.services.reporting_files.day_end import WHEN, DayEndPlan
from pos_app.services.reporting_files.day_end_desk import DayEndBook
from pos_app.services.reporting_files.report_files import FORMATS
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.state import DayEndForm
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet

_MOST_PATH = 1_000


def choose_folder(parent: QWidget, title: str) -> str:
    """Ask for a folder by the dialog of the platform; empty where none was chosen."""
    return QFileDialog.getExistingDirectory(parent, title)


class DayEndSheet(Sheet):
    """A folder, kinds of files, moments; save, test, and no files any more."""

    saved = Signal(object)
    """The ``DayEndPlan`` to keep, ``None`` for no files any more."""

    tested = Signal(object)
    """The ``DayEndPlan`` to try."""

    def __init__(
        self, theme: Theme, words: ReportWords, *, choose: Callable[[QWidget, str], str] = choose_folder
    ) -> None:
        super().__init__("report.day_end", theme, width_px=560)
        self._words = words
        self._ask_folder = choose
        self._book: DayEndBook | None = None
        self._texts = {
            name: TextLabel(f"report.day_end.{name}", "muted", wrap=True)
            for name in ("hint", "folder_name", "formats_name", "when_name", "state", "last")
        }
        self._said = TextLabel("report.day_end.said", "strong", wrap=True)
        self._folder = QLineEdit()
        self._folder.setObjectName("report.day_end.folder")
        self._folder.setMaxLength(_MOST_PATH)
        self._choose = ActionButton("report.day_end.choose")
        self._formats = {each: _toggle(f"report.day_end.format.{each}") for each in FORMATS}
        self._when = {each: _toggle(f"report.day_end.when.{each}") for each in WHEN}
        self._save = PrimaryButton("report.day_end.save", small=True)
        self._test = ActionButton("report.day_end.test")
        self._off = ActionButton("report.day_end.off")
        self._build()

    def show_form(self, form: DayEndForm) -> None:
        """Show what is set, how it goes, and what was just done or refused."""
        self._retranslate()
        book = form.book
        if book is not None and book is not self._book:
            self._book = book
            self._fill(book)
        for widget in (self._save, self._test, self._choose, self._folder):
            widget.setEnabled(book is not None and not form.busy)
        self._off.setEnabled(book is not None and book.plan is not None and not form.busy)
        said = form.said
        self._said.setVisible(said is not None)
        if said is not None:
            self._said.setText(text_of(said.code, *said.arguments))
            self._said.set_tone("ok" if said.good else "bad")

    def forget(self) -> None:
        """Show what is set when it is opened again, not what was typed before."""
        self._book = None

    def focus_first(self) -> None:
        """Lead the keys to the folder."""
        self._folder.setFocus()

    def _build(self) -> None:
        texts = self._texts
        where, kinds, moments, acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        where.addWidget(self._folder, 1)
        where.addWidget(self._choose)
        for row, chips in ((kinds, self._formats.values()), (moments, self._when.values())):
            row.setSpacing(8)
            for chip in chips:
                row.addWidget(chip)
            row.addStretch(1)
        acts.setSpacing(8)
        for button in (self._save, self._test, self._off):
            acts.addWidget(button)
        acts.addStretch(1)
        self.body.addWidget(texts["hint"])
        for name, row in (("folder_name", where), ("formats_name", kinds), ("when_name", moments)):
            self.body.addWidget(texts[name])
            self.body.addLayout(row)
        self.body.addLayout(acts)
        for text in (self._said, texts["state"], texts["last"]):
            self.body.addWidget(text)
        self.body.addStretch(1)
        self._choose.clicked.connect(self._on_choose)
        self._save.clicked.connect(lambda: self.saved.emit(self._plan()))
        self._test.clicked.connect(lambda: self.tested.emit(self._plan()))
        self._off.clicked.connect(lambda: self.saved.emit(None))
        self.confirmed.connect(lambda: self.saved.emit(self._plan()))

    def _fill(self, book: DayEndBook) -> None:
        plan = book.plan or DayEndPlan(Path())
        self._folder.setText("" if book.plan is None else str(plan.folder))
        for kind, chip in self._formats.items():
            chip.setChecked(kind in plan.formats)
        for when, chip in self._when.items():
            chip.setChecked(when in plan.when)
        self._texts["state"].setText(self._state_of(book))
        last = translate("Report", "Last written {moment}: {path}")
        moment = self._words.moment(book.last_ms)
        self._texts["last"].setText(last.format(moment=moment, path=book.last))
        self._texts["last"].setVisible(bool(book.last))

    def _state_of(self, book: DayEndBook) -> str:
        if book.plan is None:
            return translate("Report", "No files are written by themselves.")
        why = text_of(book.fault, str(book.plan.folder)) if book.fault else ""
        if book.waiting:
            waits = translate("Report", "Closes whose files wait: {count}.").format(count=book.waiting)
            return f"{waits} {why}" if why else waits
        return why or translate("Report", "Everything that was due is written.")

    def _plan(self) -> DayEndPlan:
        typed = self._folder.text().strip()
        before = self._book.plan if self._book is not None else None
        return DayEndPlan(
            Path(typed),
            formats=tuple(kind for kind, chip in self._formats.items() if chip.isChecked()),
            when=tuple(each for each, chip in self._when.items() if chip.isChecked()),
            bom=before.bom if before is not None else True,
        )

    def _on_choose(self) -> None:
        found = self._ask_folder(self, translate("Report", "Folder for the files"))
        if found:
            self._folder.setText(found)

    def _retranslate(self) -> None:
        self.set_title(translate("Report", "Day-end files"), translate("Report", "Back"))
        words = {
            "hint": translate(
                "Report", "Reports that are put into a folder by themselves at each close; no close waits."
            ),
            "folder_name": translate("Report", "Folder for the files"),
            "formats_name": translate("Report", "Kinds of files"),
            "when_name": translate("Report", "Written at"),
        }
        for name, said in words.items():
            self._texts[name].setText(said)
        self._folder.setAccessibleName(words["folder_name"])
        self._folder.setPlaceholderText(translate("Report", "The whole path"))
        self._choose.set_label(translate("Report", "Choose …"))
        kinds = {"pdf": "PDF", "xlsx": "Excel", "csv": "CSV", "eml": translate("Report", "Mail draft")}
        for kind, chip in self._formats.items():
            _name(chip, kinds[kind])
        moments = {"z": translate("Report", "Each Z"), "day": translate("Report", "Close of the day")}
        for when, chip in self._when.items():
            _name(chip, moments[when])
        self._save.set_label(translate("Report", "Save"))
        self._test.set_label(translate("Report", "Write a test file"))
        self._off.set_label(translate("Report", "No files any more"))


def _toggle(name: str) -> Chip:
    """Return a chip of which several may be on."""
    chip = Chip(name)
    chip.setAutoExclusive(False)
    return chip


def _name(chip: Chip, text: str) -> None:
    chip.setText(text)
    chip.setAccessibleName(text)
