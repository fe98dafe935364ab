"""Send what waits in the spool: documents to the printer, pulses to the drawer. On the printer lane."""

import json
from dataclasses import dataclass

from pos_app.services.documents import DocumentFormatError, document_from_json
from pos_app.services.drawer_pulse import opening_of
from pos_app.services.events import DrawerPulsed, EventBus, PrintFailed, SpoolChanged
from pos_app.services.ports import Store
from pos_app.services.printing_ports import Drawer, Printer, PrintOutcome, PrintState
from pos_app.services.records import JobState, PrintJob

_AT_ONCE = 50
_AT_RECOVERY = 10_000


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
        """At the start: what was being sent when the program ended is unknown now; return how many jobs.

        A pulse that was only written is one of them: who stood at the drawer has gone, and it must not open
        for whoever stands there now.
        """
        with self._store.write() as work:
            jobs = [
                job
                for job in work.spool.in_states(("written", "sent"), _AT_RECOVERY)
                if job.state == "sent" or job.kind == "drawer"
            ]
            for job in jobs:
                work.spool.mark(job.job_id, "unknown", code="printer.interrupted")
        return len(jobs)

    def __call__(self) -> SpoolRun:
        """Send what is written, the oldest first; a refused document stays, a refused pulse is dropped."""
        with self._store.read() as work:
            jobs = work.spool.in_states(("written",), _AT_ONCE)
        confirmed = unknown = waiting = 0
        code = ""
        for job in jobs:
            if code and job.kind == "document":
                # Paper keeps its order; a drawer behind it opens without any.
                waiting += 1
                continue
            outcome = self._send(job)
            state = _state_after(job, outcome)
            self._mark(job.job_id, state, code=outcome.detail_code)
            if outcome.state is not PrintState.SENT:
                self._events.publish(PrintFailed(job.job_id, outcome.detail_code))
            if state == "written":
                code = outcome.detail_code
            if job.kind == "drawer" and state == "confirmed" and (opening := opening_of(job)) is not None:
                self._events.publish(DrawerPulsed(opening))
            confirmed += state == "confirmed"
            unknown += state == "unknown"
            waiting += state == "written"
        return SpoolRun(confirmed, unknown, waiting, code)

    def _send(self, job: PrintJob) -> PrintOutcome:
        """Send one job; that it was sent is durable before its first byte leaves."""
        try:
            document = None if job.kind == "drawer" else document_from_json(json.loads(job.document))
        except (ValueError, DocumentFormatError):
            return PrintOutcome(PrintState.UNKNOWN, "printer.bad_document")
        self._mark(job.job_id, "sent")
        return self._drawer.open() if document is None else self._printer.print_document(document)

    def _mark(self, job_id: int, state: JobState, *, code: str = "") -> None:
        with self._store.write() as work:
            work.spool.mark(job_id, state, code=code)
        self._events.publish(SpoolChanged())


def _state_after(job: PrintJob, outcome: PrintOutcome) -> JobState:
    """Return where a job goes: only a document that was refused may wait for another try."""
    if outcome.state is PrintState.SENT:
        return "confirmed"
    return "written" if outcome.state is PrintState.REFUSED and job.kind == "document" else "unknown"
