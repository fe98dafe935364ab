"""What the report screens ask for, show and keep."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from pos_app.services.errors import RuleError, StorageError, Unreachable
from pos_app.services.records import Actor
from pos_app.services.reporting.find_receipts import LateFacts
from pos_app.services.reporting_files.day_end import DayEndPlan
from pos_app.services.session import Session
from pos_app.ui.screens.report.presenter import ReportLanes, ReportPresenter, ReportTools
from pos_app.ui.screens.report.state import LateSum, Opening, OutWay, ReportState
from retail_core.reporting.report import Drill, Report, Scope
from tests.fakes import InlineLane
from tests.unit.pos_app.ui.screens.report.fakes import (
    BEGUN,
    CLOSED,
    DAY,
    EARLIER,
    FULL,
    LI_QIANG,
    MANAGER,
    MONTH,
    OPEN,
    ROWS,
    FakeDayEnd,
    FakeEvidence,
    FakeReports,
    FakeWatch,
    scope_of,
)

ResultT = TypeVar("ResultT")
RETURNS = Opening("returned", Drill("returned", "cashier", "u3"), "¥76.00", "李强")


class SlowLane:
    """Does the work when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        self.waiting.append(lambda: InlineLane().run(work, on_value, on_error))

    def work(self) -> None:
        waiting, self.waiting = self.waiting, []
        for each in waiting:
            each()


class Stage:
    """The presenter with everything that it touches."""

    def __init__(self, *reports: Report, reading: InlineLane | SlowLane | None = None) -> None:
        self.reports = FakeReports(*reports)
        self.watch = FakeWatch()
        self.evidence = FakeEvidence(b"picture")
        self.session = Session(MANAGER, OPEN)
        self.language = "zh-Hant"
        self.saved: list[Report] = []
        self.day_end = FakeDayEnd()
        self.printed: list[str] = []
        self.loaded = 0
        self.saving_fault: StorageError | None = None
        self.went: list[str] = []
        self.states: list[ReportState] = []
        self.presenter = ReportPresenter(
            ReportTools(
                self.reports,
                self.evidence,
                self.watch,
                open_row=self.evidence.open_row,
                hand_out=self._hand_out,
                print_z=self._print,
                day_end=self.day_end,
                late_of_all=self.evidence.ask_late,
                load_pictures=self._load,
                language=lambda: self.language,
            ),
            session=self.session,
            lanes=ReportLanes(reading or InlineLane(), InlineLane(), InlineLane()),
            navigate=self.went.append,
        )
        self.presenter.bind(self)
        self.presenter.enter()

    def show_state(self, state: ReportState) -> None:
        self.states.append(state)

    @property
    def state(self) -> ReportState:
        return self.states[-1]

    def _hand_out(self, _actor: Actor, report: Report, _way: OutWay) -> Path:
        if self.saving_fault is not None:
            raise self.saving_fault
        self.saved.append(report)
        return Path("reports") / "shift.pdf"

    def _print(self, _actor: Actor, shift_id: str) -> int:
        self.printed.append(shift_id)
        return 3

    def _load(self) -> None:
        self.loaded += 1


def test_the_screen_opens_with_the_shift_that_the_service_chooses() -> None:
    stage = Stage(FULL, EARLIER)
    assert stage.reports.asked == [(FULL.scope, "zh-Hant")]
    assert stage.state.report is FULL
    assert stage.state.shift == CLOSED
    assert not stage.state.loading


def test_the_pictures_are_loaded_on_the_lane_before_the_figures_arrive() -> None:
    lane = SlowLane()
    stage = Stage(FULL, reading=lane)
    assert (stage.state.loading, stage.loaded) == (True, 0)
    lane.work()
    assert (stage.state.report, stage.loaded) == (FULL, 1)


def test_without_any_shift_there_is_nothing_to_read() -> None:
    state = Stage().state
    assert (state.loading, state.report, state.fault) == (False, None, None)


def test_without_the_right_the_reason_stands_in_place() -> None:
    stage = Stage(FULL)
    stage.reports.fault = RuleError("right.missing", "report.view")
    stage.presenter.enter()
    assert stage.state.report is None
    assert stage.state.fault is not None
    assert stage.state.fault.code == "right.missing"


def test_another_shift_can_be_chosen_and_a_new_language_reads_it_again() -> None:
    stage = Stage(FULL, EARLIER)
    stage.presenter.choose(EARLIER.scope)
    assert stage.state.report is EARLIER
    stage.language = "en"
    stage.presenter.reload()
    assert stage.reports.asked[-1] == (EARLIER.scope, "en")


def test_old_figures_stay_until_the_new_ones_are_there_and_late_ones_are_dropped() -> None:
    lane = SlowLane()
    stage = Stage(FULL, EARLIER, MONTH, reading=lane)
    lane.work()
    stage.presenter.choose(MONTH.scope)
    stage.presenter.choose(EARLIER.scope)
    assert (stage.state.report, stage.state.loading) == (FULL, True)
    lane.work()
    shown = [state.report for state in stage.states if not state.loading]
    assert shown[-1] is EARLIER
    assert MONTH not in shown


def test_nobody_is_told_of_what_arrives_after_leaving() -> None:
    lane = SlowLane()
    stage = Stage(FULL, reading=lane)
    stage.presenter.leave()
    before = len(stage.states)
    lane.work()
    assert len(stage.states) == before


@pytest.mark.parametrize(("step", "wanted"), [(-1, EARLIER.scope), (1, scope_of(OPEN))])
def test_a_key_goes_to_the_shift_before_and_after(step: int, wanted: Scope) -> None:
    stage = Stage(FULL, EARLIER, BEGUN)
    stage.presenter.step(-1 if step < 0 else 1)
    assert stage.reports.asked[-1][0] == wanted


def test_at_the_newest_shift_no_later_one_is_asked_for() -> None:
    stage = Stage(BEGUN)
    stage.presenter.step(1)
    assert len(stage.reports.asked) == 1


def test_a_figure_opens_its_rows_and_a_row_its_receipt() -> None:
    stage = Stage(FULL)
    stage.presenter.open_behind(RETURNS)
    assert stage.evidence.asked == [(FULL.scope, RETURNS.drill)]
    behind = stage.state.behind
    assert behind is not None
    assert behind.rows == ROWS
    stage.presenter.open_row("1:88")
    assert stage.state.behind is not None
    assert stage.state.behind.opened is not None
    assert stage.state.behind.opened.picture == b"picture"
    stage.presenter.close_row()
    assert stage.state.behind.rows == ROWS
    stage.presenter.close_behind()
    assert stage.state.behind is None


def test_a_long_list_is_read_page_by_page() -> None:
    stage = Stage(FULL)
    stage.evidence.page = 2
    stage.presenter.open_behind(RETURNS)
    behind = stage.state.behind
    assert behind is not None
    assert (behind.rows, behind.more is None) == (ROWS[:2], False)
    stage.presenter.read_more()
    behind = stage.state.behind
    assert behind is not None
    assert (behind.rows, behind.more) == (ROWS, None)


def test_rows_that_come_after_the_list_was_closed_do_not_open_it_again() -> None:
    lane = SlowLane()
    stage = Stage(FULL, reading=lane)
    lane.work()
    stage.presenter.open_behind(RETURNS)
    stage.presenter.close_behind()
    lane.work()
    assert stage.state.behind is None


def test_why_a_list_cannot_be_read_stands_in_it() -> None:
    stage = Stage(FULL)
    stage.evidence.fault = RuleError("right.missing", "report.view")
    stage.presenter.open_behind(RETURNS)
    behind = stage.state.behind
    assert behind is not None
    assert behind.fault is not None
    assert behind.fault.code == "right.missing"


def test_shifts_stand_beside_each_other_and_a_figure_opens_those_of_its_own() -> None:
    stage = Stage(FULL)
    stage.presenter.show_section("beside")
    table = stage.state.beside.table
    assert table is not None
    assert table.scopes == (FULL.scope, EARLIER.scope)
    stage.presenter.open_behind(RETURNS, EARLIER.scope)
    assert stage.evidence.asked == [(EARLIER.scope, RETURNS.drill)]


def test_cashiers_stand_beside_each_other_the_largest_first() -> None:
    stage = Stage(FULL)
    stage.presenter.beside.show_kind("cashiers")
    table = stage.state.beside.table
    assert table is not None
    assert [scope.cashier for scope in table.scopes] == ["u1", "u3", "u4"]


def test_a_file_is_written_once_and_its_place_told() -> None:
    stage = Stage(FULL)
    stage.presenter.hand_out("pdf")
    assert stage.saved == [FULL]
    assert stage.state.news is not None
    assert stage.state.news.arguments == (str(Path("reports") / "shift.pdf"),)


def test_a_file_that_cannot_be_written_leaves_the_figures() -> None:
    stage = Stage(FULL)
    stage.saving_fault = StorageError("storage.full")
    stage.presenter.hand_out("pdf")
    assert stage.state.report is FULL
    assert stage.state.news is not None
    assert (stage.state.news.code, stage.state.news.good, stage.state.busy) == ("storage.full", False, False)


def test_only_a_closed_shift_has_a_z_to_print() -> None:
    stage = Stage(FULL, BEGUN)
    stage.presenter.print_z()
    stage.presenter.choose(BEGUN.scope)
    stage.presenter.print_z()
    assert stage.printed == ["h1"]


def test_one_goes_back_to_where_one_came_from() -> None:
    stage = Stage(FULL)
    stage.presenter.go_back()
    stage.session.shift = None
    stage.presenter.go_back()
    assert stage.went == ["sell", "close_shift"]


PERSON = Opening("receipts", Drill("receipts", "cashier", "u3"), "136", "李强", is_person=True)


def test_a_cashiers_name_leads_to_that_ones_own_figures_and_escape_back() -> None:
    stage = Stage(FULL, LI_QIANG)
    stage.presenter.enter()
    stage.presenter.show_section("people")
    stage.presenter.open_behind(PERSON)
    person = stage.state.person
    assert person is not None
    assert (stage.state.section, person.name, person.report) == ("person", "李强", LI_QIANG)
    assert stage.state.behind is None
    stage.presenter.go_back()
    assert (stage.state.section, stage.state.person, stage.went) == ("people", None, [])


def test_on_a_persons_page_that_persons_report_goes_to_paper() -> None:
    stage = Stage(FULL, LI_QIANG)
    stage.presenter.enter()
    stage.presenter.open_behind(PERSON)
    stage.presenter.hand_out("pdf")
    assert stage.saved == [LI_QIANG]


def test_another_day_of_a_person_is_read_for_the_same_person() -> None:
    stage = Stage(FULL, LI_QIANG)
    stage.presenter.enter()
    stage.presenter.open_behind(PERSON)
    day = Scope("day", "2026-11-20", "2026-11-20")
    stage.presenter.choose(day)
    assert stage.state.person is not None
    assert stage.state.person.scope == replace(day, cashier="u3")


def test_why_a_person_cannot_be_shown_is_told() -> None:
    stage = Stage(FULL)
    stage.presenter.enter()
    stage.reports.fault = RuleError("right.missing", "report.view")
    stage.presenter.open_behind(PERSON)
    assert stage.state.person is not None
    assert stage.state.person.fault is not None
    assert stage.state.person.fault.code == "right.missing"


def test_two_of_ones_choosing_begin_with_what_the_report_is_compared_with() -> None:
    stage = Stage(FULL)
    stage.presenter.enter()
    stage.presenter.show_section("beside")
    stage.presenter.beside.show_kind("chosen")
    table = stage.state.beside.table
    assert table is not None
    assert table.scopes == (FULL.scope, FULL.comparisons[0].scope)


def test_each_side_takes_what_is_chosen_and_keeps_the_other() -> None:
    stage = Stage(FULL)
    stage.presenter.enter()
    stage.presenter.show_section("beside")
    day, hers = Scope("day", "2026-11-20", "2026-11-20"), replace(FULL.scope, cashier="u1")
    stage.presenter.beside.choose("right", day)
    stage.presenter.beside.choose("left", hers)
    table = stage.state.beside.table
    assert table is not None
    assert (stage.state.beside.kind, table.scopes) == ("chosen", (hers, day))


def test_an_answer_about_what_is_no_longer_chosen_is_dropped() -> None:
    lane = SlowLane()
    stage = Stage(FULL, reading=lane)
    stage.presenter.enter()
    lane.work()
    stage.presenter.beside.show_kind("days")
    stage.presenter.beside.show_kind("chosen")
    stage.presenter.beside.choose("right", Scope("day", "2026-11-20", "2026-11-20"))
    lane.work()
    table = stage.state.beside.table
    assert table is not None
    assert table.scopes[1].first_day == "2026-11-20"


def test_day_end_files_are_read_kept_and_ended() -> None:
    stage = Stage(FULL)
    stage.presenter.day_end.open()
    assert stage.state.day_end is not None
    assert stage.state.day_end.book == stage.day_end.book
    plan = DayEndPlan(Path("/mnt/other"), formats=("xlsx",))
    stage.presenter.day_end.save(plan)
    assert stage.state.day_end.book is not None
    assert stage.state.day_end.book.plan == plan
    stage.presenter.day_end.save(None)
    assert stage.day_end.book.plan is None


def test_a_setting_that_is_read_too_late_opens_nothing_again() -> None:
    stage = Stage(FULL)
    stage.presenter.day_end.open()
    stage.presenter.day_end.close()
    assert stage.state.day_end is None


def test_where_a_test_file_went_is_told_and_so_is_why_it_did_not() -> None:
    stage = Stage(FULL)
    stage.presenter.day_end.open()
    plan = DayEndPlan(Path("/mnt/other"))
    stage.presenter.day_end.test(plan)
    form = stage.state.day_end
    assert form is not None
    assert form.said is not None
    assert (form.said.code, form.said.arguments, form.busy) == (
        "report.saved",
        (str(Path("/mnt/other/test.pdf")),),
        False,
    )
    stage.day_end.fault = StorageError("report.no_folder", "/mnt/other")
    stage.presenter.day_end.test(plan)
    form = stage.state.day_end
    assert form is not None
    assert form.said is not None
    assert (form.said.code, form.said.good, form.busy) == ("report.no_folder", False, False)
    assert stage.day_end.tested == [plan]


def test_without_the_right_nothing_can_be_set() -> None:
    stage = Stage(FULL)
    stage.day_end.fault = RuleError("right.missing", "day.close")
    stage.presenter.day_end.open()
    stage.presenter.day_end.save(DayEndPlan(Path("/mnt/other")))
    form = stage.state.day_end
    assert form is not None
    assert form.book is None
    assert form.said is not None
    assert form.said.code == "right.missing"


def test_what_came_late_for_a_day_is_read_with_its_report() -> None:
    stage = Stage(FULL, DAY)
    stage.evidence.came_late = LateFacts(3, 1_200, 5)
    stage.presenter.enter()
    assert stage.state.late is None
    stage.presenter.choose(DAY.scope)
    assert stage.state.late == LateFacts(3, 1_200, 5)


def test_head_office_says_what_came_late_from_all_tills() -> None:
    stage = Stage(FULL, DAY)
    stage.evidence.late_of_all = LateSum(5, -3_400)
    stage.presenter.choose(DAY.scope)
    assert stage.state.late_of_all == LateSum(5, -3_400)
    stage.presenter.choose(FULL.scope)
    assert stage.state.late_of_all is None, "a shift is no day"


def test_without_head_office_a_day_has_its_report_all_the_same() -> None:
    stage = Stage(FULL, DAY)
    own = LateFacts(3, 1_200, 5)
    stage.evidence.came_late = own
    stage.evidence.office_fault = Unreachable("sync.unreachable")
    stage.presenter.choose(DAY.scope)
    assert stage.state.report is DAY
    assert (stage.state.late, stage.state.late_of_all, stage.state.fault) == (own, None, None)
