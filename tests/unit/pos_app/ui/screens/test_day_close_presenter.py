"""A manager looks at the store's day over its tills, and closes it."""

from dataclasses import replace

from pos_app.services.day_model import DayBook, UnknownTill
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.said import Said
from pos_app.ui.screens.day_close.presenter import DayClosePresenter, DayLanes
from pos_app.ui.screens.day_close.state import DayCloseState
from tests.fakes import InlineLane
from tests.unit.pos_app.ui.screens.close_shift.fakes import ACTOR, OPEN
from tests.unit.pos_app.ui.screens.sell_world import HeldLane

TODAY = DayBook("2026-11-22", "CNY")
LACKING = replace(TODAY, missing=(UnknownTill("t3", "S01-T03", "open"),))


class Office:
    """The presenter over days that close in memory."""

    def __init__(self, today: DayBook = TODAY) -> None:
        self.today = today
        self.closed: list[DayBook] = []
        self.fault: RuleError | None = None
        self.lane = HeldLane()
        self.session = Session(ACTOR, OPEN)
        self.went: list[str] = []
        self.presenter = DayClosePresenter(
            self,
            session=self.session,
            lanes=DayLanes(InlineLane(), self.lane),
            navigate=self.went.append,
        )
        self.presenter.bind(self)
        self.presenter.enter()

    def show_state(self, state: DayCloseState) -> None:
        self.state = state

    def look(self, actor: Actor, day: str | None) -> DayBook:  # noqa: ARG002 - by its name
        if self.fault is not None:
            raise self.fault
        return self.today if day is None else replace(self.today, day=day)

    def close(self, actor: Actor, book: DayBook) -> DayBook:  # noqa: ARG002 - by its name
        self.closed.append(book)
        return replace(book, closed_ms=1)


def test_a_complete_day_is_closed_at_once() -> None:
    office = Office()
    office.presenter.confirm()
    assert office.closed == [TODAY]
    assert office.state.said == Said("day_news.closed", ("2026-11-22",))


def test_a_day_that_lacks_a_till_is_asked_about_once_more() -> None:
    office = Office(LACKING)
    office.presenter.confirm()
    assert (office.state.asking, office.closed) == (True, [])
    office.presenter.confirm()
    assert office.closed == [LACKING]


def test_somebody_may_think_better_of_closing_an_incomplete_day() -> None:
    office = Office(LACKING)
    office.presenter.confirm()
    office.presenter.go_back()
    assert (office.state.asking, office.closed, office.went) == (False, [], [])


def test_other_days_are_looked_at() -> None:
    office = Office()
    office.presenter.turn(-1)
    assert office.state.book == replace(TODAY, day="2026-11-21")
    office.presenter.turn(1)
    assert office.state.book == TODAY


def test_an_answer_to_an_earlier_question_counts_no_more() -> None:
    office = Office(LACKING)
    office.lane.open = False
    office.presenter.enter()
    office.today = TODAY
    office.presenter.enter()
    office.lane.let_go()
    assert office.state.book == TODAY
    assert not office.state.busy


def test_who_may_not_see_the_day_is_told() -> None:
    office = Office()
    office.fault = RuleError("right.missing", "day.close")
    office.presenter.enter()
    assert office.state.said == Said("right.missing", ("day.close",))
    office.presenter.confirm()
    assert office.closed == []
    office.presenter.go_back()
    assert office.went == ["sell"]
