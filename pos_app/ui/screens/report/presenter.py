"""Reads a shift's figures, and brings them to paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from pos_app.services.documents import ReportDocument
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, Shift
from pos_app.services.session import Session
from pos_app.services.shift_report import HourFigure, ShiftFigures
from pos_app.services.store_time import days_before
from pos_app.ui.screens.report.state import Message, Reading, ReportState

ResultT = TypeVar("ResultT")

MOST_SHIFTS = 60
"""How many shifts can be chosen; three a day for almost three weeks."""

WEEK_DAYS = 7


class ReportView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ReportState) -> None:
        """Show ``state``."""


class ShiftReportUseCase(Protocol):
    """Reads figures."""

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        """Return the newest shifts first."""

    def __call__(
        self, actor: Actor, shift_id: str | None = None, *, language: str = "zh-Hans"
    ) -> ShiftFigures:
        """Return the figures of a shift."""


@dataclass(frozen=True, slots=True)
class ReportTools:
    """What the screen works with.

    ``compose`` puts figures on A4, ``save_pdf`` writes the file and returns where; ``print_z`` writes a
    copy of a closed shift's Z into the spool; ``language`` is the one in use.
    """

    report: ShiftReportUseCase
    compose: Callable[[ShiftFigures], ReportDocument]
    save_pdf: Callable[[ReportDocument], Path]
    print_z: Callable[[Actor, str], int]
    language: Callable[[], str]


class ReportPresenter:
    """Owns the state of the screen."""

    def __init__(
        self,
        tools: ReportTools,
        *,
        session: Session,
        storage: Lane,
        paper: Lane,
        navigate: Callable[[str], None],
    ) -> None:
        """Keep the tools; ``storage`` reads and writes the till's file, ``paper`` makes PDF files."""
        self._tools = tools
        self._session = session
        self._storage = storage
        self._paper = paper
        self._navigate = navigate
        self._view: ReportView | None = None
        self._state = ReportState()

    def bind(self, view: ReportView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Read the open shift, or else the newest."""
        self._show(ReportState())
        self._load(None)

    def choose(self, shift_id: str) -> None:
        """Read another shift; the old figures stay until the new ones are there."""
        self._load(shift_id)

    def reload(self) -> None:
        """Read the same shift again, for names in another language."""
        if self._state.reading is not None:
            self._load(self._state.reading.figures.shift.shift_id)

    def save_pdf(self) -> None:
        """Write the report as a PDF file and tell where it lies."""
        reading, tools = self._state.reading, self._tools
        if reading is None or self._state.busy:
            return
        self._show(replace(self._state, busy=True, news=None))
        self._paper.run(
            lambda: tools.save_pdf(tools.compose(reading.figures)), self._on_saved, self._on_paper_error
        )

    def print_z(self) -> None:
        """Print the Z once more; only a closed shift has one."""
        reading = self._state.reading
        if reading is None or reading.figures.z is None or self._state.busy:
            return
        actor = self._session.require_actor()
        shift_id = reading.figures.shift.shift_id
        self._show(replace(self._state, busy=True, news=None))
        self._storage.run(
            lambda: self._tools.print_z(actor, shift_id), self._on_printed, self._on_paper_error
        )

    def go_back(self) -> None:
        """Return to where one came from: to selling, or to the shift that was just closed."""
        self._navigate("sell" if self._session.shift is not None else "close_shift")

    def _load(self, shift_id: str | None) -> None:
        actor = self._session.require_actor()
        language = self._tools.language()
        self._storage.run(
            lambda: self._read(actor, shift_id, language=language), self._on_read, self._on_error
        )

    def _read(
        self, actor: Actor, shift_id: str | None, *, language: str
    ) -> tuple[Sequence[Shift], Reading | None]:
        shifts = self._tools.report.shifts(MOST_SHIFTS)
        if not shifts:
            return (), None
        figures = self._tools.report(actor, shift_id, language=language)
        return shifts, Reading(figures, self._earlier_hours(actor, figures, shifts=shifts))

    def _earlier_hours(
        self, actor: Actor, figures: ShiftFigures, *, shifts: Sequence[Shift]
    ) -> tuple[HourFigure, ...]:
        """Return the hours of the shift that the report compares with: it tells only that shift's sums."""
        before = figures.last_week
        if before is None:
            return ()
        day = days_before(figures.shift.business_day, WEEK_DAYS)
        for shift in shifts:
            if shift.business_day == day:
                earlier = self._tools.report(actor, shift.shift_id)
                if (earlier.sales_minor, earlier.receipts) == (before.sales_minor, before.receipts):
                    return earlier.hours
        return ()

    def _on_read(self, found: tuple[Sequence[Shift], Reading | None]) -> None:
        shifts, reading = found
        self._show(replace(self._state, shifts=tuple(shifts), reading=reading, loading=False, fault=None))

    def _on_saved(self, path: Path) -> None:
        self._show(replace(self._state, busy=False, news=Message("report.saved", (str(path),), good=True)))

    def _on_printed(self, _job_id: int) -> None:
        self._show(replace(self._state, busy=False, news=Message("z.copy_written", good=True)))

    def _on_error(self, error: BaseException) -> None:
        fault = _message(error)
        self._show(replace(self._state, reading=None, loading=False, busy=False, fault=fault))

    def _on_paper_error(self, error: BaseException) -> None:
        self._show(replace(self._state, busy=False, news=_message(error)))

    def _show(self, state: ReportState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)


def _message(error: BaseException) -> Message:
    if not isinstance(error, PosError):
        raise error
    return Message(error.code, error.arguments)
