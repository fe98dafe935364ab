"""Who prints asks again later, and lets the program end."""

from collections.abc import Callable
from typing import TypeVar, cast

import pytest

from pos_app.bootstrap.print_runner import RETRY_MS, PrintRunner
from pos_app.services.errors import StorageError
from pos_app.services.events import EventBus
from pos_app.services.process_spool import ProcessSpool
from pos_app.ui.tasks import LaneClosed

ResultT = TypeVar("ResultT")


class _Timers:
    def __init__(self) -> None:
        self.delays_ms: list[int] = []

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        del call
        self.delays_ms.append(delay_ms)
        return lambda: None

    def every(self, period_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        raise AssertionError((period_ms, call))


class _FailingLane:
    def __init__(self, error: BaseException) -> None:
        self._error = error

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        del work, on_value
        on_error(self._error)


class _Spool:
    def recover(self) -> None:
        """Nothing is left of an earlier run."""


def _start(error: BaseException) -> _Timers:
    timers = _Timers()
    spool = cast("ProcessSpool", _Spool())
    PrintRunner(spool, lane=_FailingLane(error), timers=timers, events=EventBus())
    return timers


def test_a_closed_lane_is_the_end_of_the_program_and_no_error() -> None:
    assert _start(LaneClosed()).delays_ms == []


def test_a_file_that_cannot_be_written_is_tried_again() -> None:
    assert _start(StorageError("storage.full")).delays_ms == [RETRY_MS]


def test_a_bug_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        _start(ZeroDivisionError())
