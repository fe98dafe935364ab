"""A float is counted, compared with what the last close left, and a shift is opened or gone on with."""

from collections.abc import Mapping

from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift
from pos_app.services.session import Session
from pos_app.services.shift_desk import ShiftStart
from pos_app.ui.screens.open_shift.presenter import OpenShiftPresenter
from pos_app.ui.screens.open_shift.state import OpenShiftState
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.close_shift.fakes import ACTOR, CNY, OPEN
from tests.unit.pos_app.ui.screens.sell_world import HeldLane


class Door:
    """The presenter over shifts that open in memory."""

    def __init__(self, start: ShiftStart) -> None:
        self.begins = start
        self.opened: list[tuple[int, dict[int, int]]] = []
        self.resumed: list[str] = []
        self.fault: RuleError | None = None
        self.lane = HeldLane()
        self.session = Session(ACTOR)
        self.went: list[str] = []
        self.presenter = OpenShiftPresenter(
            self, session=self.session, storage=self.lane, navigate=self.went.append, currency="CNY"
        )
        self.presenter.bind(self)

    def show_state(self, state: OpenShiftState) -> None:
        self.state = state

    def start(self, actor: Actor) -> ShiftStart:  # noqa: ARG002 - by its name
        return self.begins

    def open(self, actor: Actor, *, float_minor: int, denominations: Mapping[int, int]) -> Shift:  # noqa: ARG002
        if self.fault is not None:
            raise self.fault
        self.opened.append((float_minor, dict(denominations)))
        return OPEN

    def resume(self, actor: Actor, shift_id: str) -> Shift:  # noqa: ARG002 - by its name
        self.resumed.append(shift_id)
        return OPEN

    def key(self, digits: str) -> None:
        for digit in digits:
            self.presenter.press(digit)


def test_one_amount_is_enough() -> None:
    door = Door(ShiftStart("shared", None, CNY))
    door.presenter.enter()
    door.key("500")
    door.presenter.confirm()
    assert door.opened == [(50_000, {})]
    assert door.session.shift == OPEN
    assert door.went == ["sell"]


def test_pieces_make_the_float_and_go_with_it() -> None:
    door = Door(ShiftStart("shared", 52_000, CNY))
    door.presenter.enter()
    door.presenter.choose(10_000)
    door.key("5")
    door.presenter.step(1_000, 2)
    assert door.state.difference == Money(0, "CNY")
    door.presenter.submit()
    assert door.opened == [(52_000, {10_000: 5, 1_000: 2})]


def test_confirming_leads_from_piece_to_piece_and_opens_behind_the_last() -> None:
    door = Door(ShiftStart("shared", None, (10_000, 100)))
    door.presenter.enter()
    door.presenter.choose(10_000)
    door.key("1")
    door.presenter.confirm()
    led_to = [door.state.count.chosen]
    door.presenter.confirm()
    led_to.append(door.state.count.chosen)
    assert (led_to, door.opened) == ([100, None], [])
    door.presenter.confirm()
    assert door.opened == [(10_000, {10_000: 1})]


def test_the_difference_to_the_last_close_is_known_before_the_shift_opens() -> None:
    door = Door(ShiftStart("shared", 50_000, CNY))
    door.presenter.enter()
    before = door.state.difference
    door.key("480")
    assert (before, door.state.difference) == (None, Money(-2_000, "CNY"))


def test_what_is_typed_before_the_start_is_known_stays() -> None:
    door = Door(ShiftStart("shared", 50_000, CNY))
    door.lane.open = False
    door.presenter.enter()
    door.key("12")
    door.lane.let_go()
    assert door.state.count.money == Money(1_200, "CNY")
    assert door.state.count.values == CNY


def test_a_suspended_shift_is_gone_on_with() -> None:
    door = Door(ShiftStart("personal", None, CNY))
    door.presenter.enter()
    door.presenter.resume("h5")
    assert door.resumed == ["h5"]
    assert door.went == ["sell"]


def test_what_goes_wrong_is_told_in_place() -> None:
    door = Door(ShiftStart("shared", None, CNY))
    door.presenter.enter()
    door.fault = RuleError("shift.already_open", 7)
    door.presenter.submit()
    assert (door.state.code, door.state.arguments) == ("shift.already_open", (7,))
    assert door.went == []
