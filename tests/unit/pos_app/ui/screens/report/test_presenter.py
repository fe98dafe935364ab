from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.documents import ReportDocument
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.services.shift_report import ShiftFigures
from pos_app.ui.screens.report.presenter import ReportPresenter, ReportTools
from pos_app.ui.screens.report.state import ReportState
from tests.fakes import InlineLane
from tests.unit.pos_app.ui.screens.report.fakes import (
    EARLIER,
    FIGURES,
    MANAGER,
    OPEN,
    RUNNING,
    FakeReport,
)


class Stage:
    """The presenter with everything that it touches."""

    def __init__(self, *figures: ShiftFigures) -> None:
        self.report = FakeReport(*figures)
        self.session = Session(MANAGER, OPEN)
        self.language = "zh-Hant"
        self.saved: list[ReportDocument] = []
        self.printed: list[str] = []
        self.saving_fault: StorageError | None = None
        self.went: list[str] = []
        self.states: list[ReportState] = []
        self.presenter = ReportPresenter(
            ReportTools(
                self.report,
                compose=lambda figures: ReportDocument(f"shift {figures.shift.number}"),
                save_pdf=self._save,
                print_z=self._print,
                language=lambda: self.language,
            ),
            session=self.session,
            storage=InlineLane(),
            paper=InlineLane(),
            navigate=self.went.append,
        )
        self.presenter.bind(self)
        self.presenter.enter()

    def show_state(self, state: ReportState) -> None:
        self.states.append(state)

    @property
    def state(self) -> ReportState:
        return self.states[-1]

    def _save(self, document: ReportDocument) -> Path:
        if self.saving_fault is not None:
            raise self.saving_fault
        self.saved.append(document)
        return Path("reports") / "shift.pdf"

    def _print(self, _actor: Actor, shift_id: str) -> int:
        self.printed.append(shift_id)
        return 3


def test_the_report_opens_with_the_shift_that_the_service_chooses() -> None:
    stage = Stage(FIGURES, EARLIER)
    assert stage.report.asked[0] == (None, "zh-Hant")
    assert stage.state.reading is not None
    assert stage.state.reading.figures is FIGURES
    assert not stage.state.loading


def test_the_hours_of_a_week_earlier_stand_beside_those_of_the_shift() -> None:
    reading = Stage(FIGURES, EARLIER).state.reading
    assert reading is not None
    assert [hour.receipts for hour in reading.earlier_hours] == [20, 44, 57, 39, 37, 65, 54, 42, 33]


def test_another_shift_of_that_day_is_not_taken_for_the_compared_one() -> None:
    reading = Stage(FIGURES, replace(EARLIER, receipts=390)).state.reading
    assert reading is not None
    assert reading.earlier_hours == ()


def test_without_a_comparison_no_other_shift_is_read() -> None:
    stage = Stage(EARLIER, FIGURES)
    assert len(stage.report.asked) == 1


def test_without_any_shift_there_is_nothing_to_read() -> None:
    state = Stage().state
    assert (state.loading, state.reading, state.fault) == (False, None, None)


def test_without_the_right_the_reason_stands_in_place() -> None:
    stage = Stage(FIGURES)
    stage.report.fault = RuleError("right.missing", "report.view")
    stage.presenter.enter()
    assert stage.state.reading is None
    assert stage.state.fault is not None
    assert stage.state.fault.code == "right.missing"


def test_another_shift_can_be_chosen() -> None:
    stage = Stage(FIGURES, EARLIER)
    stage.presenter.choose("h0")
    assert stage.state.reading is not None
    assert stage.state.reading.figures is EARLIER


def test_a_new_language_reads_the_same_shift_again() -> None:
    stage = Stage(RUNNING, EARLIER)
    stage.presenter.choose("h0")
    stage.language = "en"
    stage.presenter.reload()
    assert stage.report.asked[-1] == ("h0", "en")


def test_the_pdf_is_made_of_the_shown_shift_and_its_place_is_told() -> None:
    stage = Stage(FIGURES, EARLIER)
    stage.presenter.choose("h0")
    stage.presenter.save_pdf()
    assert [document.title for document in stage.saved] == ["shift 1"]
    assert stage.state.news is not None
    assert (stage.state.news.code, stage.state.news.arguments) == (
        "report.saved",
        (str(Path("reports") / "shift.pdf"),),
    )


def test_a_full_disk_is_told_and_the_figures_stay() -> None:
    stage = Stage(FIGURES)
    stage.saving_fault = StorageError("storage.full")
    stage.presenter.save_pdf()
    assert stage.state.reading is not None
    assert stage.state.news is not None
    assert (stage.state.news.code, stage.state.news.good) == ("storage.full", False)
    assert not stage.state.busy


def test_the_z_of_a_closed_shift_is_printed_again() -> None:
    stage = Stage(FIGURES)
    stage.presenter.print_z()
    assert stage.printed == ["h1"]
    assert stage.state.news is not None
    assert stage.state.news.code == "z.copy_written"


def test_an_open_shift_has_no_z_to_print() -> None:
    stage = Stage(RUNNING)
    stage.presenter.print_z()
    assert stage.printed == []


def test_one_returns_to_selling_in_an_open_shift_and_otherwise_to_the_closed_one() -> None:
    stage = Stage(FIGURES)
    stage.presenter.go_back()
    stage.session.shift = None
    stage.presenter.go_back()
    assert stage.went == ["sell", "close_shift"]


def test_a_mistake_in_the_program_is_not_told_as_a_rule() -> None:
    stage = Stage(FIGURES)
    stage.report.fault = ValueError("bug")  # type: ignore[assignment]  # a bug is no RuleError
    with pytest.raises(ValueError, match="bug"):
        stage.presenter.enter()
