"""Turns a blind count into a closed shift and its Z."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pos_app.services.close_shift import ClosedShift, ShiftToClose
from pos_app.services.documents import Document
from pos_app.services.errors import PosError
from pos_app.services.list_orders import OrderBoard
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, TenderKind
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.screens.close_shift.state import CloseShiftState, Count, Message

ResultT = TypeVar("ResultT")

_COUNT_FAULTS = frozenset({"shift.count_missing", "shift.bad_count"})
"""What is wrong with the count of one tender, which the error names."""


class CloseShiftView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: CloseShiftState) -> None:
        """Show ``state``."""


class CloseShiftUseCase(Protocol):
    """Closes shifts."""

    def prepare(self) -> ShiftToClose:
        """Return what is to be counted."""

    def __call__(self, actor: Actor, counted_minor: Mapping[TenderKind, int]) -> ClosedShift:
        """Close the open shift."""

    def print_again(self, actor: Actor, shift_id: str) -> int:
        """Print the Z once more, as a copy."""


@dataclass(frozen=True, slots=True)
class CloseShiftTools:
    """What the screen works with.

    ``paper`` returns the Z as it stands in the spool, ``preview`` draws it as a PNG; both run on the lane.
    """

    close_shift: CloseShiftUseCase
    status: Callable[[], StatusReport]
    board: Callable[[], OrderBoard]
    paper: Callable[[ClosedShift], Document]
    preview: Callable[[Document], bytes]


class CloseShiftPresenter:
    """Owns the state of the screen."""

    def __init__(
        self,
        tools: CloseShiftTools,
        *,
        session: Session,
        storage: Lane,
        navigate: Callable[[str], None],
    ) -> None:
        """Keep the tools and where to go afterwards."""
        self._tools = tools
        self._session = session
        self._storage = storage
        self._navigate = navigate
        self._view: CloseShiftView | None = None
        self._state = CloseShiftState()

    def bind(self, view: CloseShiftView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Begin the count; a shift that was just closed here stays to be looked at."""
        if self._state.z is not None and self._session.shift is None:
            return
        self._show(CloseShiftState(busy=True))
        self._storage.run(self._prepare, self._on_prepared, self._on_error)

    def choose(self, kind: TenderKind) -> None:
        """Count another tender."""
        if kind == self._state.chosen:
            self._show(self._state)
        elif self._state.z is None:
            self._show(replace(self._state, chosen=kind, message=None))

    def press(self, key: str) -> None:
        """Take a key of the pad for the tender that is chosen."""
        state = self._state
        if state.z is not None or state.busy:
            return
        counts = tuple(
            replace(count, entry=count.entry.press(key)) if count.kind == state.chosen else count
            for count in state.counts
        )
        self._show(replace(state, counts=counts, message=None))

    def take_back(self, before: CloseShiftState) -> None:
        """Go back to what was counted before the first character of a scan."""
        if self._state.z is None and not self._state.busy:
            self._show(replace(self._state, counts=before.counts))

    def confirm(self) -> None:
        """Go on to the tender that is not counted yet; when all are, close; when it is closed, leave."""
        if self._state.z is not None:
            self.finish()
        elif self._state.next_kind is not None:
            self.choose(self._state.next_kind)
        else:
            self.submit()

    def submit(self) -> None:
        """Close the shift with what was counted."""
        state = self._state
        if state.busy or state.z is not None or state.shift is None:
            return
        actor = self._session.require_actor()
        counted = {count.kind: count.entry.money.minor for count in state.counts if not count.entry.is_empty}
        self._run(lambda: self._tools.close_shift(actor, counted), self._on_closed)

    def print_again(self) -> None:
        """Print the Z once more."""
        z = self._state.z
        if z is None or self._state.busy:
            return
        actor = self._session.require_actor()
        self._run(lambda: self._tools.close_shift.print_again(actor, z.shift_id), self._on_printed)

    def open_report(self) -> None:
        """Look at the figures of the shift."""
        self._navigate("report")

    def finish(self) -> None:
        """The shift is closed: the next person signs in."""
        if self._state.z is not None and not self._state.busy:
            self._show(CloseShiftState())
            self._navigate("sign_in")

    def go_back(self) -> None:
        """Leave without closing; after closing there is only the next person."""
        if self._state.z is not None:
            self.finish()
        elif not self._state.busy:
            self._navigate("sell" if self._session.shift is not None else "sign_in")

    def _prepare(self) -> tuple[ShiftToClose, int, int]:
        shift = self._tools.close_shift.prepare()
        return shift, self._tools.status().queue_length, len(self._tools.board().ready)

    def _on_prepared(self, found: tuple[ShiftToClose, int, int]) -> None:
        shift, unsent, ready_orders = found
        counts = tuple(Count(kind, AmountEntry(shift.currency)) for kind in shift.tenders)
        first = shift.tenders[0] if shift.tenders else "cash"
        self._show(CloseShiftState(shift, counts, first, unsent, ready_orders))

    def _on_closed(self, closed: ClosedShift) -> None:
        self._session.shift = None
        self._show(replace(self._state, z=closed.z, preview=b"", busy=False, message=None))
        tools = self._tools
        self._storage.run(lambda: tools.preview(tools.paper(closed)), self._on_drawn, self._on_error)

    def _on_drawn(self, preview: bytes) -> None:
        self._show(replace(self._state, preview=preview))

    def _on_printed(self, _job_id: int) -> None:
        self._show(replace(self._state, busy=False, message=Message("z.copy_written", good=True)))

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        message = Message(error.code, error.arguments)
        chosen = self._state.chosen
        if error.code in _COUNT_FAULTS:
            kinds = (count.kind for count in self._state.counts if count.kind in error.arguments)
            chosen = next(kinds, chosen)
        self._show(replace(self._state, busy=False, chosen=chosen, message=message))

    def _run(self, work: Callable[[], ResultT], on_value: Callable[[ResultT], None]) -> None:
        self._show(replace(self._state, busy=True, message=None))
        self._storage.run(work, on_value, self._on_error)

    def _show(self, state: CloseShiftState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
