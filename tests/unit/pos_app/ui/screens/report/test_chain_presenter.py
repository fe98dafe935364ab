"""What the page of all stores asks for, shows, keeps, and shows again without a connection."""

from pathlib import Path

import pytest

from pos_app.services.errors import AuthExpired, PosError, Rejected, RuleError, StorageError, Unreachable
from pos_app.services.reporting.chain_model import ChainAnswer, ChainQuestion
from pos_app.services.session import Session
from pos_app.ui.screens.report.chain_compare import days_beside, first_days
from pos_app.ui.screens.report.chain_presenter import ChainLanes, ChainPresenter, ChainTools
from pos_app.ui.screens.report.chain_state import ChainState
from pos_app.ui.screens.report.state import Message, Opening
from retail_core.reporting.layout import LATE
from retail_core.reporting.report import Drill, Scope
from tests.fakes import InlineLane
from tests.unit.pos_app.ui.screens.report.chain_fakes import STORES, TODAY, FakeChain
from tests.unit.pos_app.ui.screens.report.fakes import MANAGER, OPEN
from tests.unit.pos_app.ui.screens.report.test_presenter import SlowLane

RECEIPTS = Opening("receipts", Drill("receipts"), "412")
OF_STORE = Opening("net_sales", Drill("sold", "store", "S01"), "¥6,402.50", "静安寺店")


class Stage:
    """The presenter with everything that it touches."""

    def __init__(self, *, office: InlineLane | SlowLane | None = None, fault: PosError | None = None) -> None:
        self.chain = FakeChain()
        self.chain.fault = fault
        self.states: list[ChainState] = []
        self.went: list[str] = []
        self.paper_fault: StorageError | None = None
        lane = InlineLane()
        self.presenter = ChainPresenter(
            ChainTools(
                self.chain,
                open_row=self.chain.open_row,
                hand_out=lambda _actor, answer, way: self._hand_out(answer, way),
                load_pictures=lambda: None,
                language=lambda: "zh-Hans",
            ),
            session=Session(MANAGER, OPEN),
            lanes=ChainLanes(office or lane, lane, lane, lane),
            navigate=self.went.append,
        )
        self.presenter.bind(self)
        self.presenter.enter()

    def show_state(self, state: ChainState) -> None:
        self.states.append(state)

    @property
    def state(self) -> ChainState:
        return self.states[-1]

    def _hand_out(self, answer: ChainAnswer, way: str) -> Path:
        if self.paper_fault is not None:
            raise self.paper_fault
        return Path(f"{answer.question.first_day}.{way}")


def test_the_page_begins_with_today_of_all_stores_and_keeps_what_it_heard() -> None:
    stage = Stage()
    assert stage.chain.asked == [ChainQuestion(TODAY, TODAY)]
    assert stage.chain.saved == stage.chain.asked
    assert (stage.state.stores, stage.state.loading, stage.state.fault) == (STORES, False, None)
    assert stage.state.answer is not None
    assert stage.state.answer.kept_ms is None


def test_days_go_on_as_far_as_today_with_the_same_stores() -> None:
    stage = Stage()
    week = ChainQuestion("2026-11-09", "2026-11-15", region="华东", members=True)
    stage.presenter.ask(week)
    stage.presenter.step(1)
    assert stage.state.question == ChainQuestion("2026-11-16", "2026-11-22", region="华东", members=True)
    asked = len(stage.chain.asked)
    stage.presenter.step(1)
    assert len(stage.chain.asked) == asked
    stage.presenter.step(-1)
    assert stage.state.question == week


def test_what_stands_beside_keeps_its_distance_when_days_go_on() -> None:
    stage = Stage()
    day = ChainQuestion("2026-11-20", "2026-11-20", stores=("S01",), compare_first_day="2026-10-23")
    stage.presenter.ask(day)
    stage.presenter.step(1)
    assert stage.state.question == ChainQuestion(
        "2026-11-21", "2026-11-21", stores=("S01",), compare_first_day="2026-10-24"
    )


def test_days_that_are_offered_beside_do_not_overlap_those_asked_about() -> None:
    assert first_days(ChainQuestion("2026-11-22", "2026-11-22")) == {
        "usual": "",
        "before": "2026-11-21",
        "four_weeks_before": "2026-10-25",
        "year_of_weekdays_before": "2025-11-23",  # both are Sundays
    }
    assert first_days(ChainQuestion("2026-11-01", "2026-11-30")) == {
        "usual": "",
        "year_of_weekdays_before": "2025-11-02",
    }
    assert first_days(ChainQuestion("2025-01-01", "2026-06-30")) == {"usual": ""}
    assert days_beside(ChainQuestion("2026-02-27", "2026-03-02"), "2024-02-27") == Scope(
        "period", "2024-02-27", "2024-03-01"
    )


def test_late_facts_open_the_stores_that_have_some_then_the_facts_one_by_one() -> None:
    stage = Stage()
    late = Opening("net_sales", Drill("sold", LATE), "+¥18.60")
    stage.presenter.open_behind(late)
    stage.presenter.choose_store("S02")
    assert stage.chain.places == [("", late.drill, ""), ("S02", late.drill, "")]


def test_members_are_counted_on_demand_and_once() -> None:
    stage = Stage()
    stage.presenter.count_members()
    stage.presenter.count_members()
    assert [each.members for each in stage.chain.asked] == [False, True]


def test_without_a_connection_the_last_answer_is_shown_with_its_age() -> None:
    stage = Stage()
    stage.chain.fault, stage.chain.remembered = Unreachable(), True
    stage.presenter.ask_again()
    answer = stage.state.answer
    assert answer is not None
    assert answer.kept_ms is not None
    assert stage.state.fault == Message("sync.unreachable")
    assert len(stage.chain.saved) == 1  # what was kept is not kept once more as if it were new
    stage.chain.fault = None
    stage.presenter.ask_again()
    fresh = stage.state
    assert fresh.fault is None
    assert fresh.answer is not None
    assert fresh.answer.kept_ms is None


def test_what_was_never_heard_is_said_so() -> None:
    stage = Stage(fault=Unreachable())
    assert (stage.state.answer, stage.state.fault) == (None, Message("report.nothing_kept"))


@pytest.mark.parametrize(
    "fault",
    [
        Rejected("report.no_right", "report.chain"),
        Rejected("request.unknown_path", ""),
        AuthExpired("auth.revoked"),
        RuleError("right.missing", "report.chain"),
    ],
)
def test_who_is_refused_sees_nothing_that_was_kept(fault: PosError) -> None:
    stage = Stage()
    stage.chain.fault, stage.chain.remembered = fault, True
    stage.presenter.ask_again()
    assert (stage.state.answer, stage.state.loading) == (None, False)
    assert stage.state.fault == Message(fault.code, fault.arguments)


def test_answers_that_nobody_waits_for_any_more_are_dropped() -> None:
    office = SlowLane()
    stage = Stage(office=office)
    stage.presenter.ask(ChainQuestion("2026-11-01", "2026-11-22"))
    office.work()
    assert stage.state.answer is not None
    assert stage.state.answer.question.first_day == "2026-11-01"
    shown = len(stage.states)
    stage.presenter.ask_again()
    stage.presenter.leave()
    office.work()
    assert len(stage.states) == shown + 1  # that it is asked


def test_a_figure_of_several_stores_opens_the_stores_then_the_entries_then_one_of_them() -> None:
    stage = Stage()
    stage.presenter.open_behind(RECEIPTS)
    behind = stage.state.behind
    assert behind is not None
    assert [part.store_id for part in behind.parts or ()] == ["S02", "S01"]
    stage.presenter.choose_store("S02")
    behind = stage.state.behind
    assert behind is not None
    first = len(behind.rows or ())
    assert (behind.store, behind.more) == ("S02", "next")
    stage.presenter.read_more()
    behind = stage.state.behind
    assert behind is not None
    assert (len(behind.rows or ()), behind.more) == (2 * first, "")
    assert [place for place, _, _ in stage.chain.places] == ["", "S02", "S02"]
    stage.presenter.open_row("S02-0")
    assert stage.state.behind is not None
    assert stage.state.behind.opened is not None
    assert stage.state.behind.opened.row.reference == (behind.rows or ())[0].reference
    stage.presenter.close_row()
    stage.presenter.open_row("o17")
    assert stage.state.behind.opened is not None
    stage.presenter.close_row()
    stage.presenter.close_rows()
    assert stage.state.behind is not None
    assert (stage.state.behind.store, stage.state.behind.rows) == ("", None)
    stage.presenter.close_behind()
    assert stage.state.behind is None


def test_a_figure_of_one_store_opens_its_entries_at_once() -> None:
    stage = Stage()
    stage.presenter.open_behind(OF_STORE)
    assert stage.chain.places == [("S01", OF_STORE.drill, "")]
    stage.presenter.close_rows()
    assert stage.state.behind is None
    stage.presenter.ask(ChainQuestion(TODAY, TODAY, stores=("S03",)))
    stage.presenter.open_behind(RECEIPTS)
    assert stage.chain.places[-1][0] == "S03"


def test_what_is_counted_over_members_asks_for_no_list() -> None:
    stage = Stage()
    stage.presenter.open_behind(Opening("repurchase", Drill("customers_again"), "12%"))
    assert stage.state.behind is not None
    assert (stage.state.behind.parts, stage.chain.places) == ((), [])
    stage.presenter.open_behind(Opening("of_a_newer_release", Drill("of_a_newer_release"), "1"))
    assert stage.chain.places == []
    stage.presenter.open_behind(Opening("orders_placed", Drill("orders_placed"), "3"))
    assert [drill.measure for _, drill, _ in stage.chain.places] == ["orders_placed"]


def test_a_list_that_cannot_be_read_says_why_and_the_report_stays() -> None:
    stage = Stage()
    stage.chain.behind_fault = Unreachable()
    stage.presenter.open_behind(RECEIPTS)
    assert stage.state.behind is not None
    assert stage.state.behind.fault == Message("sync.unreachable")
    assert stage.state.answer is not None


def test_the_report_goes_out_as_a_file_and_says_where_or_why_not() -> None:
    stage = Stage()
    stage.presenter.hand_out("xlsx")
    assert stage.state.news == Message("report.saved", (f"{TODAY}.xlsx",), good=True)
    stage.paper_fault = StorageError("report.not_written", "/x")
    stage.presenter.hand_out("pdf")
    assert stage.state.news == Message("report.not_written", ("/x",))
    assert not stage.state.busy
    stage.presenter.go_back()
    assert stage.went == ["report"]
