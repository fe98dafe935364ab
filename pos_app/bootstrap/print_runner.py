"""Works the spool off whenever something was written into it, and again while the printer is off."""

from collections.abc import Callable

from pos_app.services.errors import PosError
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.ports import Lane, Timers
from pos_app.services.process_spool import ProcessSpool, SpoolRun
from pos_app.ui.tasks import LaneClosed

RETRY_MS = 5_000
"""How long a refused job waits for paper, power or cable."""


class PrintRunner:
    """Runs on the printer lane, one run at a time."""

    def __init__(self, spool: ProcessSpool, *, lane: Lane, timers: Timers, events: EventBus) -> None:
        """Start with what an earlier run of the program left."""
        self._spool = spool
        self._lane = lane
        self._timers = timers
        self._busy = False
        self._again = False
        self._cancel_retry: Callable[[], None] = lambda: None
        events.subscribe(FactWritten, lambda _: self.kick())
        lane.run(spool.recover, lambda _: self.kick(), self._on_error)

    def kick(self) -> None:
        """Print what waits, now or right after what is printing."""
        if self._busy:
            self._again = True
            return
        self._cancel_retry()
        self._busy = True
        self._again = False
        self._lane.run(self._spool, self._on_run, self._on_error)

    def _on_run(self, run: SpoolRun) -> None:
        self._busy = False
        if self._again:
            self.kick()
        elif run.waiting:
            self._cancel_retry = self._timers.after(RETRY_MS, self.kick)

    def _on_error(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, LaneClosed):
            # The till is closing: what waits is printed at the next start.
            return
        self._cancel_retry = self._timers.after(RETRY_MS, self.kick)
        if not isinstance(error, PosError):
            raise error
        # The file of the till cannot be written now; who sells is told so, and papers wait for the next try.
