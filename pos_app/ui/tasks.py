"""Work off the UI thread, and timers on it: the one file with Qt's threads.

A lane is a queue of work. Its results come back through one signal that belongs to one object on the UI
thread; with a signals object per job, results were lost without a word.
"""

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    QThreadPool,
    QTimerEvent,
    Signal,
    SignalInstance,
    Slot,
)

_ResultT = TypeVar("_ResultT")
_OnValue = Callable[[object], None]
_OnError = Callable[[BaseException], None]


class LaneClosed(Exception):  # noqa: N818 - it says what happened; it is no fault of anybody.
    """The lane was closed before this work was done."""

    code = "lane.closed"


@dataclass(frozen=True, slots=True)
class _Outcome:
    job_id: int
    value: object = None
    error: BaseException | None = None


class _Job(QRunnable):
    """One piece of work; owns no QObject, because Qt deletes it on the worker's thread."""

    def __init__(self, job_id: int, work: Callable[[], object], *, done: SignalInstance) -> None:
        super().__init__()
        self._job_id = job_id
        self._work = work
        self._done = done

    def run(self) -> None:
        """Do the work; every error crosses to the UI thread as a value."""
        job_id, work, done = self._job_id, self._work, self._done
        # An error keeps this frame alive through its traceback, and Qt deletes the job after this.
        del self
        try:
            outcome = _Outcome(job_id, value=work())
        except BaseException as error:  # noqa: BLE001 - this is the worker's edge; nobody may wait for ever.
            outcome = _Outcome(job_id, error=error)
        done.emit(outcome)


class QtLane(QObject):
    """A queue of work; one thread keeps it in order."""

    _done = Signal(object)

    def __init__(self, threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        # A database connection belongs to its thread, so an idle thread must not be replaced by another.
        self._pool.setExpiryTimeout(-1)
        self._waiting: dict[int, tuple[_OnValue, _OnError]] = {}
        self._last_id = 0
        self._closed = False
        self._done.connect(self._deliver)

    def run(
        self,
        work: Callable[[], _ResultT],
        on_value: Callable[[_ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Queue ``work``; exactly one of the two callbacks runs later, on the UI thread.

        A closed lane takes no work; ``on_error`` then gets a ``LaneClosed``.
        """
        self._last_id += 1
        self._waiting[self._last_id] = (cast("_OnValue", on_value), on_error)
        if self._closed:
            self._done.emit(_Outcome(self._last_id, error=LaneClosed()))
            return
        self._pool.start(_Job(self._last_id, work, done=self._done))

    def close(self, *, timeout_ms: int, drain: bool = False) -> bool:
        """Take no more work, end what runs, and leave nobody waiting.

        Args:
            timeout_ms: How long to wait for work that runs.
            drain: Do what is queued too (storage); otherwise it is dropped.

        Returns:
            Whether all of it ended in time. What ended is delivered before this returns; everything else
            gets ``LaneClosed``, and a result that comes later still is ignored.
        """
        self._closed = True
        if not drain:
            self._pool.clear()
        ended = self._pool.waitForDone(timeout_ms)
        if not ended:
            self._pool.clear()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        for job_id in list(self._waiting):
            # Who takes it for an unexpected error must not keep the storage lane from closing.
            with suppress(LaneClosed):
                self._deliver(_Outcome(job_id, error=LaneClosed()))
        return ended

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        callbacks = self._waiting.pop(outcome.job_id, None)
        if callbacks is None:
            return
        on_value, on_error = callbacks
        if outcome.error is None:
            on_value(outcome.value)
        else:
            on_error(outcome.error)


class UiThreadCollector:
    """Collects garbage on the UI thread only.

    Python collects in whichever thread allocates next. When that is a lane's, widgets that are part of a
    cycle would be destroyed there, and Qt allows that on the UI thread only.
    """

    _PERIOD_MS = 500

    def __init__(self, timers: "QtTimers") -> None:
        """Take over from the automatic collection."""
        gc.disable()
        self._cancel = timers.every(self._PERIOD_MS, self.collect_due)

    def collect_due(self) -> None:
        """Collect those generations whose thresholds are passed, the youngest first."""
        for generation, limit in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] <= limit:
                return
            gc.collect(generation)

    def stop(self) -> None:
        """Hand back to the automatic collection."""
        self._cancel()
        gc.enable()


@dataclass(frozen=True, slots=True, eq=False)
class _Timer:
    call: Callable[[], None]
    single_shot: bool


class QtTimers(QObject):
    """Calls at a later time, on the UI thread.

    There is no QTimer per call: with a closure connected to a timer that the closure itself deletes, PySide
    6.11 was left with a slot of freed memory and crashed at the next queued signal.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, _Timer] = {}

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call once after ``delay_ms``; the returned function cancels, also a second time."""
        return self._start(delay_ms, _Timer(call, single_shot=True))

    def every(self, period_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call every ``period_ms`` until the returned function is called."""
        return self._start(period_ms, _Timer(call, single_shot=False))

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
        """Make the call that is due."""
        timer = self._running.get(event.timerId())
        if timer is None:
            return
        if timer.single_shot:
            self._stop(event.timerId(), timer)
        timer.call()

    def _start(self, interval_ms: int, timer: _Timer) -> Callable[[], None]:
        timer_id = self.startTimer(interval_ms)
        self._running[timer_id] = timer
        return partial(self._stop, timer_id, timer)

    def _stop(self, timer_id: int, timer: _Timer) -> None:
        # Qt gives the number to another timer as soon as this one has ended.
        if self._running.get(timer_id) is timer:
            del self._running[timer_id]
            self.killTimer(timer_id)
