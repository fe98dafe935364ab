from pos_app.services.drill import LONGEST_MS, Drill
from pos_app.services.events import CapabilityChanged, EventBus, PaymentChanged, SyncStateChanged
from pos_app.services.records import Actor, Shift
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.screens.health.presenter import HealthPresenter, HealthTools
from pos_app.ui.screens.health.state import HealthState
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.screens.health.fakes import (
    DOUBT,
    FAILED,
    FREE,
    NOW_MS,
    OFFLINE,
    ONLINE,
    FixedClock,
    PaymentsAsked,
)


class Stage:
    """The presenter with everything that it touches."""

    def __init__(self) -> None:
        self.session = Session()
        self.events = EventBus()
        self.timers = FakeTimers()
        self.drill = Drill(self.timers, self.events)
        self.report = OFFLINE
        self.asked = 0
        self.payments = PaymentsAsked()
        self.tries = 0
        self.went: list[str] = []
        self.states: list[HealthState] = []
        self.presenter = HealthPresenter(
            HealthTools(self._status, self._try, FixedClock(), self.timers, self.drill, self.payments.tools),
            session=self.session,
            events=self.events,
            navigate=self.went.append,
        )
        self.presenter.bind(self)

    def show_state(self, state: HealthState) -> None:
        self.states.append(state)

    @property
    def state(self) -> HealthState:
        return self.states[-1]

    def _status(self) -> StatusReport:
        self.asked += 1
        return self.report

    def _try(self) -> None:
        self.tries += 1


def test_nothing_is_asked_before_somebody_looks() -> None:
    stage = Stage()
    stage.timers.advance(10_000)
    stage.events.publish(CapabilityChanged())
    assert stage.asked == 0


def test_the_status_is_there_at_once() -> None:
    stage = Stage()
    stage.presenter.enter()
    assert (stage.state.report, stage.state.now_ms) == (OFFLINE, NOW_MS)


def test_the_status_is_asked_every_two_seconds_while_it_is_seen() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.timers.advance(6_000)
    assert stage.asked == 4
    stage.presenter.leave()
    stage.timers.advance(60_000)
    assert stage.asked == 4


def test_entering_twice_does_not_ask_twice_as_often() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.presenter.enter()
    stage.timers.advance(2_000)
    assert stage.asked == 3


def test_a_change_of_the_link_shows_at_once() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.report = ONLINE
    stage.events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=9))
    assert stage.state.report is ONLINE


def test_a_change_of_what_works_shows_at_once() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.report = ONLINE
    stage.events.publish(CapabilityChanged())
    assert stage.state.report is ONLINE


def test_trying_wakes_the_link_once_until_it_answers() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.presenter.try_now()
    stage.presenter.try_now()
    assert (stage.tries, stage.state.trying) == (1, True)
    stage.events.publish(SyncStateChanged(online=False, code="sync.unreachable", acked_through=0))
    assert not stage.state.trying
    stage.presenter.try_now()
    assert stage.tries == 2


def test_trying_ends_when_nobody_answers() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.presenter.try_now()
    stage.timers.advance(4_999)
    assert stage.state.trying
    stage.timers.advance(1)
    assert not stage.state.trying


def test_who_leaves_and_comes_back_can_try_again() -> None:
    stage = Stage()
    stage.presenter.enter()
    stage.presenter.try_now()
    stage.presenter.leave()
    stage.presenter.enter()
    assert not stage.state.trying


def test_one_returns_to_the_screen_that_fits_who_is_there() -> None:
    stage = Stage()
    stage.presenter.go_back()
    stage.session.actor = Actor("u1", "王芳", "cashier", {})
    stage.presenter.go_back()
    stage.session.shift = Shift("h1", 8, "2026-11-22", "CNY", 1_795_305_600_000, "u1", "王芳", 50_000, 1)
    stage.presenter.go_back()
    assert stage.went == ["sign_in", "open_shift", "sell"]


def test_a_drill_is_begun_and_ended_by_who_sees_reports_and_tried_out_at_once() -> None:
    stage = Stage()
    stage.session.actor = Actor("m1", "陈静", "manager", {"report.view": None})
    stage.presenter.enter()
    assert (stage.state.can_drill, stage.state.drilling) == (True, False)
    stage.presenter.switch_drill()
    assert (stage.state.drilling, stage.drill.network_allowed(), stage.tries) == (True, False, 1)
    stage.presenter.switch_drill()
    assert (stage.state.drilling, stage.drill.network_allowed(), stage.tries) == (False, True, 2)


def test_a_cashier_begins_no_drill_but_may_end_one() -> None:
    stage = Stage()
    stage.session.actor = Actor("u1", "王芳", "cashier", {})
    stage.presenter.enter()
    stage.presenter.switch_drill()
    assert (stage.state.can_drill, stage.drill.is_on) == (False, False)
    stage.drill.begin(Actor("m1", "陈静", "manager", {"report.view": None}))
    stage.presenter.refresh()
    assert stage.state.can_drill
    stage.presenter.switch_drill()
    assert not stage.drill.is_on


def test_a_drill_that_nobody_ends_ends_after_an_hour() -> None:
    stage = Stage()
    stage.drill.begin(Actor("m1", "陈静", "manager", {"report.view": None}))
    stage.timers.advance(LONGEST_MS - 1)
    assert stage.drill.is_on
    stage.timers.advance(1)
    assert not stage.drill.is_on


def _signed_in() -> Stage:
    stage = Stage()
    stage.session.actor = Actor("wu", "吴昊", "cashier", {"sell": None})
    stage.presenter.enter()
    return stage


def test_nobody_does_anything_about_payments_before_somebody_is_signed_in() -> None:
    stage = Stage()
    stage.presenter.enter()
    for _ in range(2):
        stage.presenter.payments.give_back(FREE)
    stage.presenter.payments.ask_again(DOUBT)
    stage.presenter.payments.decide(DOUBT, paid=True)
    assert not stage.state.may_act
    assert (stage.payments.asked, stage.payments.given_back, stage.payments.decided) == ([], [], [])


def test_the_provider_is_asked_again_and_what_it_says_is_shown() -> None:
    stage = _signed_in()
    stage.presenter.payments.ask_again(DOUBT)
    assert (stage.payments.asked, stage.state.said.code) == (["p-doubt"], "payment.asking")
    before = stage.asked
    stage.events.publish(PaymentChanged(DOUBT))
    assert (stage.state.said.code, stage.asked) == ("payment.no_answer", before + 1)


def test_money_goes_back_at_the_second_touch_of_the_same_payment() -> None:
    stage = _signed_in()
    stage.presenter.payments.give_back(FREE)
    assert (stage.state.said.code, stage.payments.given_back) == ("payment.give_back_confirm", [])
    stage.presenter.leave()
    stage.presenter.enter()
    stage.presenter.payments.give_back(FREE)
    assert stage.payments.given_back == []
    stage.presenter.payments.give_back(FREE)
    assert (stage.payments.given_back, stage.state.said.code) == (["p-free"], "payment.giving_back")


def test_a_person_with_the_right_is_asked_to_decide() -> None:
    stage = _signed_in()
    stage.payments.needs_approval = True
    stage.presenter.payments.decide(DOUBT, paid=False)
    stage.presenter.payments.decide(FAILED, paid=True)
    assert [request.about.code for request in stage.payments.requests] == [
        "payment.about_not_paid",
        "payment.about_given_otherwise",
    ]
    assert stage.payments.decided == [("p-doubt", False, "li"), ("p-failed", True, "li")]
