"""The lane delivers everything once, in order, and closes without leaving anybody waiting."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui.tasks import LaneClosed, QtLane, QtTimers, UiThreadCollector


class _Heard:
    """What came back, in the order in which it came."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.errors: list[BaseException] = []

    def on_value(self, value: object) -> None:
        self.values.append(value)

    def on_error(self, error: BaseException) -> None:
        self.errors.append(error)


@pytest.fixture
def heard() -> _Heard:
    return _Heard()


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[QtLane]:
    made = QtLane(parent=qapp)
    yield made
    made.close(timeout_ms=5_000)


class _Gate:
    """Work that says when it began and waits until it may end."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.may_end = threading.Event()

    def __call__(self) -> str:
        self.began.set()
        assert self.may_end.wait(10)
        return "through"


def test_five_thousand_results_all_arrive_in_order(qtbot: QtBot, lane: QtLane, heard: _Heard) -> None:
    for number in range(5_000):
        lane.run(lambda number=number: number, heard.on_value, heard.on_error)  # type: ignore[misc]  # mypy wants no default in a lambda
    qtbot.waitUntil(lambda: len(heard.values) == 5_000, timeout=20_000)
    assert heard.values == list(range(5_000))
    assert heard.errors == []


def test_an_error_crosses_as_a_value(qtbot: QtBot, lane: QtLane, heard: _Heard) -> None:
    def work() -> object:
        raise LookupError("nothing there")

    lane.run(work, heard.on_value, heard.on_error)
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert isinstance(heard.errors[0], LookupError)
    assert heard.values == []


def test_results_are_delivered_on_the_thread_of_the_lane(qtbot: QtBot, lane: QtLane) -> None:
    seen: list[tuple[object, int]] = []
    lane.run(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())), seen.append)  # type: ignore[arg-type]  # no error is expected
    qtbot.waitUntil(lambda: len(seen) == 1)
    worker, receiver = seen[0]
    assert receiver == threading.get_ident()
    assert worker != receiver


def test_work_after_closing_is_refused_with_lane_closed(qtbot: QtBot, lane: QtLane, heard: _Heard) -> None:
    lane.close(timeout_ms=1_000)
    lane.run(lambda: "too late", heard.on_value, heard.on_error)
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert isinstance(heard.errors[0], LaneClosed)
    assert heard.values == []


def test_closing_drops_what_is_queued_and_says_so(lane: QtLane, heard: _Heard) -> None:
    gate = _Gate()
    lane.run(gate, heard.on_value, heard.on_error)
    lane.run(lambda: "never begun", heard.on_value, heard.on_error)
    assert gate.began.wait(5)
    threading.Timer(0.05, gate.may_end.set).start()
    assert lane.close(timeout_ms=5_000)
    assert heard.values == ["through"]
    assert [type(error) for error in heard.errors] == [LaneClosed]


def test_a_draining_lane_does_everything_that_is_queued(lane: QtLane, heard: _Heard) -> None:
    for number in range(50):
        lane.run(lambda number=number: number, heard.on_value, heard.on_error)  # type: ignore[misc]  # mypy wants no default in a lambda
    assert lane.close(timeout_ms=5_000, drain=True)
    assert heard.values == list(range(50))
    assert heard.errors == []


@pytest.mark.usefixtures("qapp")
def test_work_that_does_not_end_in_time_gets_lane_closed_once(heard: _Heard) -> None:
    lane = QtLane()
    gate = _Gate()
    lane.run(gate, heard.on_value, heard.on_error)
    assert gate.began.wait(5)
    assert not lane.close(timeout_ms=20)
    gate.may_end.set()
    assert lane.close(timeout_ms=5_000)
    assert [type(error) for error in heard.errors] == [LaneClosed]
    assert heard.values == []


class _Sender(QObject):
    told = Signal(bool)


@pytest.mark.usefixtures("qapp")
def test_two_hundred_signals_keep_every_reference_to_true() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one per emit and then aborted the interpreter."""
    sender = _Sender()
    sender.told.connect(lambda _value: None)
    before = sys.getrefcount(True)
    for _ in range(200):
        sender.told.emit(True)
    # Unrelated code may take or give a few references meanwhile; the fault loses all 200.
    assert abs(sys.getrefcount(True) - before) < 20


def test_a_timer_fires_once_and_a_cancelled_one_never(qtbot: QtBot) -> None:
    timers = QtTimers()
    fired: list[str] = []
    cancel = timers.after(0, lambda: fired.append("cancelled"))
    cancel()
    cancel()
    timers.after(1, lambda: fired.append("once"))
    timers.after(30, lambda: fired.append("end"))
    qtbot.waitUntil(lambda: "end" in fired)
    assert fired == ["once", "end"]


def test_a_repeating_timer_goes_on_until_it_is_cancelled(qtbot: QtBot) -> None:
    timers = QtTimers()
    fired: list[int] = []

    def tick() -> None:
        fired.append(1)
        if len(fired) == 3:
            cancel()

    cancel = timers.every(1, tick)
    timers.after(50, lambda: fired.append(99))
    qtbot.waitUntil(lambda: 99 in fired)
    assert fired == [1, 1, 1, 99]


def test_errors_that_are_kept_do_not_keep_the_jobs_that_qt_deleted(
    qtbot: QtBot, lane: QtLane, heard: _Heard
) -> None:
    def work() -> object:
        raise LookupError("nothing there")

    for _ in range(500):
        lane.run(work, heard.on_value, heard.on_error)
    qtbot.waitUntil(lambda: len(heard.errors) == 500)
    kept = [error.__traceback__ for error in heard.errors]
    assert all(trace is not None and "self" not in trace.tb_frame.f_locals for trace in kept)
    heard.errors.clear()
    gc.collect()


def test_two_threads_of_a_lane_work_at_the_same_time(qtbot: QtBot, heard: _Heard, qapp: QApplication) -> None:
    lane = QtLane(2, qapp)
    first, second = _Gate(), _Gate()
    lane.run(first, heard.on_value, heard.on_error)
    lane.run(second, heard.on_value, heard.on_error)
    assert first.began.wait(5)
    assert second.began.wait(5)
    first.may_end.set()
    second.may_end.set()
    qtbot.waitUntil(lambda: len(heard.values) == 2)
    assert lane.close(timeout_ms=5_000)


def test_all_work_of_a_lane_is_done_by_one_thread(qtbot: QtBot, lane: QtLane, heard: _Heard) -> None:
    for _ in range(3):
        lane.run(threading.get_ident, heard.on_value, heard.on_error)
    qtbot.waitUntil(lambda: len(heard.values) == 3)
    assert len(set(heard.values)) == 1


class _Cycle:
    """Garbage that only a collection finds, and that says on which thread it died."""

    def __init__(self, died_on: list[int]) -> None:
        self.me = self
        self._died_on = died_on

    def __del__(self) -> None:
        self._died_on.append(threading.get_ident())


def test_garbage_of_a_lane_is_collected_on_the_ui_thread(qtbot: QtBot, lane: QtLane, heard: _Heard) -> None:
    collector = UiThreadCollector(QtTimers(lane))
    died_on: list[int] = []

    def work() -> int:
        return len([_Cycle(died_on) for _ in range(20_000)])

    lane.run(work, heard.on_value, heard.on_error)
    qtbot.waitUntil(lambda: heard.values == [20_000])
    assert died_on == []
    collector.collect_due()
    assert len(died_on) == 20_000
    assert set(died_on) == {threading.get_ident()}
    collector.stop()
    assert gc.isenabled()


def test_cancelled_timers_of_timers_that_are_gone_leave_nothing_behind(
    qtbot: QtBot, lane: QtLane, heard: _Heard
) -> None:
    """The messages of the gallery did that, and the next result of a lane crashed the interpreter."""
    timers = QtTimers()
    for _ in range(4):
        timers.after(4_000, lambda: None)()
    del timers
    gc.collect()
    for _ in range(500):
        lane.run(lambda: 1, heard.on_value, heard.on_error)
    qtbot.waitUntil(lambda: len(heard.values) == 500)


def test_cancelling_late_does_not_stop_another_timer_with_the_same_number(qtbot: QtBot) -> None:
    timers = QtTimers()
    fired: list[str] = []
    cancel = timers.after(0, lambda: fired.append("first"))
    qtbot.waitUntil(lambda: fired == ["first"])
    for number in range(20):
        timers.after(1, lambda number=number: fired.append(str(number)))  # type: ignore[misc]  # mypy wants no default in a lambda
    cancel()
    qtbot.waitUntil(lambda: len(fired) == 21)


@pytest.mark.usefixtures("qapp")
def test_a_lane_closes_although_somebody_does_not_know_what_closed_means() -> None:
    def passes_on(error: BaseException) -> None:
        raise error

    lane = QtLane()
    gate, told = _Gate(), _Heard()
    lane.run(gate, told.on_value, passes_on)
    lane.run(gate, told.on_value, told.on_error)
    assert gate.began.wait(5)
    assert not lane.close(timeout_ms=20)
    gate.may_end.set()
    assert lane.close(timeout_ms=5_000)
    assert [type(error) for error in told.errors] == [LaneClosed]
