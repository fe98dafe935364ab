"""The till's time goes on whatever somebody does to the machine's clock, and decides which codes count."""

import pytest

from pos_app.services.attach_member import AttachMember
from pos_app.services.errors import RuleError
from pos_app.services.redeem_coupon import RedeemCoupon
from pos_app.services.trusted_time import TrustedClock
from pos_app.services.watch_clock import WatchClock
from tests.fakes import NOON_MS, FakeMachine
from tests.till_shop import Till, coupon_code, member_code

HOUR_MS, DAY_MS = 3_600_000, 86_400_000


class TillTime(TrustedClock):
    """The trusted time of a till in a test."""

    def __init__(self, machine: FakeMachine, *, offset_ms: int = 0, not_before_ms: int = 0) -> None:
        super().__init__(machine, offset_ms=offset_ms, not_before_ms=not_before_ms)
        self._passed = machine

    def mono_ms(self) -> int:
        return self._passed.passed_ms()


@pytest.fixture
def machine() -> FakeMachine:
    return FakeMachine()


@pytest.fixture
def clock(machine: FakeMachine) -> TillTime:
    return TillTime(machine)


def attach(till: Till, clock: TillTime) -> AttachMember:
    return AttachMember(store=till.store, api=till.api, clock=clock, events=till.events)


@pytest.mark.parametrize("by_ms", [-DAY_MS, -HOUR_MS, HOUR_MS, 400 * DAY_MS])
def test_moving_the_machines_clock_moves_nothing(machine: FakeMachine, clock: TillTime, by_ms: int) -> None:
    machine.wait(1_000)
    machine.move(by_ms)
    machine.wait(1_000)
    assert (clock.now_ms(), clock.offset_ms()) == (NOON_MS + 2_000, -by_ms)


def test_the_server_may_move_it_either_way(machine: FakeMachine, clock: TillTime) -> None:
    for offset_ms in (60_000, -60_000):
        clock.correct(offset_ms)
        assert clock.now_ms() == NOON_MS + offset_ms
    machine.wait(10)
    assert clock.now_ms() == NOON_MS - 60_000 + 10


def test_a_start_is_never_before_the_servers_last_answer(machine: FakeMachine) -> None:
    machine.move(-7 * DAY_MS)
    assert TillTime(machine, not_before_ms=NOON_MS).now_ms() == NOON_MS
    assert TillTime(machine, offset_ms=7 * DAY_MS + 5, not_before_ms=NOON_MS).now_ms() == NOON_MS + 5


def test_a_code_that_is_over_does_not_count_again_when_the_clock_is_put_back(
    till: Till, machine: FakeMachine, clock: TillTime
) -> None:
    code = member_code(till.clock)
    coupon = coupon_code(till.clock, exp_s=NOON_MS // 1000 - 1_577_836_800 + 60)
    machine.wait(200_000)
    machine.move(-200_000)
    with pytest.raises(RuleError, match=r"member\.code_expired"):
        attach(till, clock).by_code(code)
    redeem = RedeemCoupon(store=till.store, api=till.api, prices=till.prices, clock=clock)
    assert redeem.first(till.basket().basket, coupon).reason == "coupon.expired"


def test_a_code_that_has_not_begun_does_not_count_when_the_clock_is_put_forward(
    till: Till, machine: FakeMachine, clock: TillTime
) -> None:
    till.clock.advance(HOUR_MS)
    code = member_code(till.clock)
    machine.move(HOUR_MS)
    with pytest.raises(RuleError, match=r"member\.code_too_early"):
        attach(till, clock).by_code(code)


def test_a_used_code_stays_used_over_a_start_and_a_clock_that_was_moved(
    till: Till, machine: FakeMachine, clock: TillTime
) -> None:
    code = member_code(till.clock)
    attach(till, clock).by_code(code)
    for by_ms in (0, 3 * DAY_MS, -6 * DAY_MS):
        machine.move(by_ms)
        again = TillTime(machine, offset_ms=clock.offset_ms(), not_before_ms=NOON_MS)
        for now in (clock, again):
            with pytest.raises(RuleError, match=r"member\.code_used"):
                attach(till, now).by_code(code)


def test_what_can_never_count_again_is_forgotten(till: Till, machine: FakeMachine, clock: TillTime) -> None:
    def remembered() -> int:
        with till.store.read() as work:
            query = "SELECT count(*) FROM code_replay"
            return int(work.connection.exec_driver_sql(query).scalar_one())

    for nonce in range(40):
        attach(till, clock).by_code(member_code(till.clock, nonce=nonce))
    assert remembered() == 40
    till.clock.advance(DAY_MS + 1)
    machine.wait(DAY_MS + 1)
    attach(till, clock).by_code(member_code(till.clock, nonce=99))
    assert remembered() == 1


def test_a_jump_is_written_down_once(till: Till, machine: FakeMachine, clock: TillTime) -> None:
    watch = WatchClock(store=till.store, clock=clock, events=till.events)
    with till.store.read() as work:
        before = work.journal.head().seq
    watch()
    machine.move(-HOUR_MS)
    watch()
    watch()
    entries = till.data.outbox.after(before, 10)
    assert [(entry.type, entry.body) for entry in entries] == [("clock.jumped", {"by_ms": -HOUR_MS})]
    assert till.data.sync_notes.state().clock_offset_ms == HOUR_MS
