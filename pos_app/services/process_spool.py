"""Send what waits in the spool: documents to the printer, pulses to the drawer. On the printer lane."""

from dataclasses import dataclass

from pos_app.services.events import EventBus
from pos_app.services.ports import Store
from pos_app.services.printing_ports import Drawer, Printer


@dataclass(frozen=True, slots=True)
class SpoolRun:
    """What one run did; ``waiting`` jobs were not sent and will be tried again."""

    confirmed: int
    unknown: int
    waiting: int
    code: str = ""
    """Why the first of the waiting jobs was not sent."""


class ProcessSpool:
    """Works the spool off in order, each job's state durable before and after it is sent."""

    def __init__(self, *, store: Store, printer: Printer, drawer: Drawer, events: EventBus) -> None:
        self._store = store
        self._printer = printer
        self._drawer = drawer
        self._events = events

    def recover(self) -> int:
        """At the start: jobs that were being sent when the program ended are unknown now; return how many."""
        raise NotImplementedError

    def __call__(self) -> SpoolRun:
        """Send what is written, the oldest first; a refused document stays, a refused pulse is dropped."""
        raise NotImplementedError
