"""Reads reports, what is behind their figures, and brings them to paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, Shift
from pos_app.services.reporting.find_receipts import Cursor, Evidence, EvidencePage, LateFacts
from pos_app.services.session import Session
from pos_app.ui.screens.report.beside_part import BesidePart
from pos_app.ui.screens.report.day_end_part import DayEndPart, DayEndUseCase
from pos_app.ui.screens.report.hands import Hands, message_of
from pos_app.ui.screens.report.late_part import LatePart
from pos_app.ui.screens.report.person_part import PersonPart
from pos_app.ui.screens.report.scopes import Step, step_of
from pos_app.ui.screens.report.state import (
    Asked,
    Behind,
    Beside,
    LateSum,
    Message,
    Opened,
    Opening,
    OutWay,
    ReportState,
    Watched,
    key_of,
)
from retail_core.reporting.report import Drill, Report, Scope, SideBySide
from retail_core.reporting.watch import WatchRow

MOST_SHIFTS = 60
"""How many shifts can be chosen; three a day for almost three weeks."""

NO_SHIFT = "shift.unknown"


class ReportView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ReportState) -> None:
        """Show ``state``."""


class ReportsUseCase(Protocol):
    """Makes reports."""

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        """Return the newest shifts first."""

    def newest(self, actor: Actor) -> Scope:
        """Return the scope of the open shift, else of the newest."""

    def __call__(self, actor: Actor, scope: Scope, *, language: str = "zh-Hans") -> Report:
        """Return the report of a scope."""

    def side_by_side(self, actor: Actor, scopes: Sequence[Scope], *, language: str = "zh-Hans") -> SideBySide:
        """Return scopes beside each other."""


class EvidenceUseCase(Protocol):
    """Finds what is behind figures."""

    def __call__(
        self, actor: Actor, scope: Scope, *, drill: Drill, after: Cursor | None = None
    ) -> EvidencePage:
        """Return a page of the rows behind a figure, the newest first."""

    def late(self, actor: Actor, scope: Scope) -> LateFacts | None:
        """Return what came for a day after it was closed; ``None`` where it is not."""


class WatchUseCase(Protocol):
    """Makes the watch list."""

    def window(self) -> Scope:
        """Return the time that it looks at."""

    def __call__(self, actor: Actor, scope: Scope | None = None) -> tuple[WatchRow, ...]:
        """Return whom to look at, the most unusual first."""


@dataclass(frozen=True, slots=True)
class _Read:
    """All that is read at once; no report where there was no shift yet."""

    shifts: tuple[Shift, ...]
    report: Report | None = None
    watched: Watched | None = None
    late: LateFacts | None = None


@dataclass(frozen=True, slots=True)
class ReportTools:
    """What the screen works with.

    ``open_row`` returns the paper of a row, or its entry; ``hand_out`` prints a report, or writes it as a
    file and returns where; ``print_z`` writes a copy of a closed shift's Z into the spool;
    ``late_of_all`` asks head office what came for a day after its close, ``None`` for who may not know;
    ``load_pictures`` loads the library of charts; ``language`` is the one in use.
    """

    reports: ReportsUseCase
    evidence: EvidenceUseCase
    watch: WatchUseCase
    open_row: Callable[[Actor, Evidence], Opened]
    hand_out: Callable[[Actor, Report, OutWay], Path | None]
    print_z: Callable[[Actor, str], int]
    day_end: DayEndUseCase
    late_of_all: Callable[[Actor, str], LateSum | None]
    load_pictures: Callable[[], None]
    language: Callable[[], str]


@dataclass(frozen=True, slots=True)
class ReportLanes:
    """``reading`` reads reports beside the counter, ``storage`` writes, ``paper`` makes files."""

    reading: Lane
    storage: Lane
    paper: Lane


class ReportPresenter:
    """Owns the state of the screen."""

    def __init__(
        self, tools: ReportTools, *, session: Session, lanes: ReportLanes, navigate: Callable[[str], None]
    ) -> None:
        self._tools = tools
        self._session = session
        self._lanes = lanes
        self._navigate = navigate
        self._view: ReportView | None = None
        self._state = ReportState()
        # Answers to questions that nobody asks any more are dropped.
        self._asked = 0
        hands = Hands(lambda: self._state, self._show, self._guarded, session, lanes.reading, tools.language)
        self.beside = BesidePart(tools.reports, hands)
        self.person = PersonPart(tools.reports, hands)
        self._late = LatePart(tools.late_of_all, hands, network=lanes.paper)
        self.day_end = DayEndPart(tools.day_end, hands, storage=lanes.storage, paper=lanes.paper)

    def bind(self, view: ReportView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Read the open shift, or else the newest."""
        held = self._session.require_actor().rights
        self._show(ReportState(may_see_chain=rights.allows(held, rights.REPORT_CHAIN)))
        self._load(Asked())

    def leave(self) -> None:
        """Read on for nobody."""
        self._asked += 1

    def choose(self, scope: Scope) -> None:
        """Report on something else; the old figures stay until the new ones are there."""
        self._load(Asked(scope))

    def step(self, step: Step) -> None:
        """Go to the shift, day or period before or after."""
        report = self._state.report
        if report is None or self._state.loading:
            return
        scope = step_of(report.scope, step, shifts=self._state.shifts)
        if scope is not None:
            self._load(Asked(scope))

    def reload(self) -> None:
        """Read the same again, for names in another language."""
        if self._state.report is not None:
            self._load(Asked(self._state.report.scope))

    def show_section(self, name: str) -> None:
        """Turn to another page."""
        self._show(replace(self._state, section=name, person=None))
        if name == "beside" and self._state.beside.table is None:
            self.beside.show_kind(self._state.beside.kind)

    def open_behind(self, opening: Opening, scope: Scope | None = None) -> None:
        """Read what is behind a figure, ``scope`` if it is not that of the report; or turn to a person."""
        report = self._state.shown
        if report is None:
            return
        if opening.is_person:
            self.person.open(opening.drill.key, opening.key_name)
            return
        actor = self._session.require_actor()
        behind = Behind(opening, report.scope if scope is None else scope)
        self._show(replace(self._state, behind=behind))
        self._read_behind(actor, behind)

    def read_more(self) -> None:
        """Read the next page of the list."""
        behind = self._state.behind
        if behind is not None and behind.more is not None:
            self._read_behind(self._session.require_actor(), behind)

    def close_behind(self) -> None:
        """Show the report alone again."""
        self._show(replace(self._state, behind=None))

    def open_row(self, key: str) -> None:
        """Read the receipt or entry of a row."""
        behind = self._state.behind
        rows = (behind.rows if behind is not None else None) or ()
        row = next((each for each in rows if key_of(each) == key), None)
        if behind is None or row is None:
            return
        actor, opening = self._session.require_actor(), behind.opening
        self._lanes.reading.run(
            lambda: self._tools.open_row(actor, row),
            lambda opened: self._on_opened(opening, opened),
            lambda error: self._on_not_behind(opening, error),
        )

    def close_row(self) -> None:
        """Show the list again."""
        if self._state.behind is not None:
            self._show(replace(self._state, behind=replace(self._state.behind, opened=None)))

    def hand_out(self, way: OutWay) -> None:
        """Print the report, or write it as a file and tell where it lies; on a person's page that one's."""
        report = self._state.shown
        if report is None or self._state.busy:
            return
        actor = self._session.require_actor()
        self._show(replace(self._state, busy=True, news=None))
        # The receipt printer's spool is written where everything is written; files take their time.
        lane = self._lanes.storage if way == "receipt_printer" else self._lanes.paper
        lane.run(lambda: self._tools.hand_out(actor, report, way), self._on_handed_out, self._on_paper_error)

    def print_z(self) -> None:
        """Print the Z once more; only a closed shift has one."""
        shift = self._state.shift
        if shift is None or shift.closed_ms is None or self._state.busy:
            return
        actor, shift_id = self._session.require_actor(), shift.shift_id
        self._show(replace(self._state, busy=True, news=None))
        self._lanes.storage.run(
            lambda: self._tools.print_z(actor, shift_id), self._on_printed, self._on_paper_error
        )

    def open_chain(self) -> None:
        """Look at the figures of all stores."""
        self._navigate("chain")

    def go_back(self) -> None:
        """Return to where one came from: to everybody, to selling, or to the shift that was just closed."""
        if self._state.person is not None:
            self.person.close()
            return
        self._navigate("sell" if self._session.shift is not None else "close_shift")

    def _load(self, asked: Asked) -> None:
        actor, language = self._session.require_actor(), self._tools.language()
        self._asked += 1
        kept = replace(self._state, asked=asked, loading=True, fault=None, behind=None)
        chosen = kept.beside
        self._show(replace(kept, beside=Beside(chosen.kind, left=chosen.left, right=chosen.right)))
        self._lanes.reading.run(
            lambda: self._read(actor, asked, language=language),
            self._guarded(self._on_read),
            self._guarded(self._on_error),
        )

    def _read(self, actor: Actor, asked: Asked, *, language: str) -> _Read:
        tools = self._tools
        shifts = tuple(tools.reports.shifts(MOST_SHIFTS))
        try:
            scope = tools.reports.newest(actor) if asked.scope is None else asked.scope
        except RuleError as error:
            if error.code == NO_SHIFT:
                return _Read(shifts)
            raise
        report = tools.reports(actor, scope, language=language)
        window = tools.watch.window()
        watched = Watched(window, tools.watch(actor, window))
        # Most of what pictures need is loaded here, so that the window waits less for the first one.
        tools.load_pictures()
        return _Read(shifts, report, watched, tools.evidence.late(actor, scope))

    def _guarded(self, then: Callable[..., None]) -> Callable[[object], None]:
        """Return ``then`` for the answer to what is asked now, and nothing for one that comes too late."""
        asked = self._asked

        def take(answer: object) -> None:
            if asked == self._asked:
                then(answer)

        return take

    def _on_read(self, found: _Read) -> None:
        read = replace(self._state, shifts=found.shifts, report=found.report, watched=found.watched)
        self._show(replace(read, late=found.late, late_of_all=None, loading=False, fault=None))
        if found.report is not None:
            self._late.read(found.report.scope)
        if self._state.section == "beside":
            self.beside.show_kind(self._state.beside.kind)
        if self._state.person is not None:
            self.person.open(self._state.person.scope.cashier, self._state.person.name)

    def _read_behind(self, actor: Actor, behind: Behind) -> None:
        opening = behind.opening
        self._lanes.reading.run(
            lambda: self._tools.evidence(actor, behind.scope, drill=opening.drill, after=behind.more),
            lambda page: self._on_behind(opening, page),
            lambda error: self._on_not_behind(opening, error),
        )

    def _on_behind(self, opening: Opening, page: EvidencePage) -> None:
        behind = self._state.behind
        if behind is not None and self._is_open(opening):
            rows = (*(behind.rows or ()), *page.rows)
            self._show(replace(self._state, behind=replace(behind, rows=rows, more=page.more)))

    def _on_not_behind(self, opening: Opening, error: BaseException) -> None:
        fault = message_of(error)
        behind = self._state.behind
        if behind is not None and self._is_open(opening):
            self._show(replace(self._state, behind=replace(behind, fault=fault)))

    def _on_opened(self, opening: Opening, opened: Opened) -> None:
        behind = self._state.behind
        if behind is not None and self._is_open(opening):
            self._show(replace(self._state, behind=replace(behind, opened=opened)))

    def _is_open(self, opening: Opening) -> bool:
        return self._state.behind is not None and self._state.behind.opening == opening

    def _on_handed_out(self, path: Path | None) -> None:
        news = Message("report.printed", good=True)
        if path is not None:
            news = Message("report.saved", (str(path),), good=True)
        self._show(replace(self._state, busy=False, news=news))

    def _on_printed(self, _job_id: int) -> None:
        self._show(replace(self._state, busy=False, news=Message("z.copy_written", good=True)))

    def _on_error(self, error: BaseException) -> None:
        fault = message_of(error)
        self._show(replace(self._state, report=None, loading=False, busy=False, fault=fault))

    def _on_paper_error(self, error: BaseException) -> None:
        self._show(replace(self._state, busy=False, news=message_of(error)))

    def _show(self, state: ReportState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
