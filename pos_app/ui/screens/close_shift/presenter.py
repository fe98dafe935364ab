"""Leads from what is unfinished over the blind count and its difference to the closed shift and its Z."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.card_comparison import Comparison
from pos_app.services.close_shift import ClosedShift
from pos_app.services.documents import Document
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, TenderKind
from pos_app.services.session import Session
from pos_app.services.shift_desk import ClosingShift, CountResult, UnfinishedKind
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.approval.presenter import Request
from pos_app.ui.cash_count import CashCount
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.close_shift.state import CloseShiftState, Count, Leaving, Message
from retail_core.money import Money

ResultT = TypeVar("ResultT")

_COUNT_FAULTS = frozenset({"shift.count_missing", "shift.bad_count"})
"""What is wrong with the count of one tender, which the error names."""

PLACES: Mapping[UnfinishedKind, str] = {
    "basket": "sell",
    "parked": "sell",
    "expired": "sell",
    "doubts": "health",
    "ready": "pickup",
    "suspended": "drawer",
    "unsent": "health",
}
"""Where each unfinished thing is finished."""


class CloseShiftView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: CloseShiftState) -> None:
        """Show ``state``."""


class CloseShiftUseCase(Protocol):
    """Counts and closes shifts; storage lane."""

    def prepare(self) -> ClosingShift:
        """Return what is to be counted, and what is unfinished."""

    def count(
        self, actor: Actor, counted_minor: Mapping[TenderKind, int], *, denominations: Mapping[int, int]
    ) -> CountResult:
        """Note a blind count and return what it differs by."""

    def __call__(
        self, actor: Actor, *, left_minor: int, explanation: str, approval: Approval | None
    ) -> ClosedShift:
        """Close the shift with the newest count."""

    def print_again(self, actor: Actor, shift_id: str) -> int:
        """Print the Z once more, as a copy."""


class CompareCards(Protocol):
    """Compares cards with the provider's list, beside the count."""

    def __call__(
        self,
        actor: Actor,
        on_done: Callable[[Comparison], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Compare the active shift's cards; nothing waits for it."""


class AskApproval(Protocol):
    """Asks another person to allow an act."""

    def ask(self, request: Request, on_approved: Callable[[Approval], None]) -> None:
        """Ask; ``on_approved`` runs once it is allowed."""


@dataclass(frozen=True, slots=True)
class CloseShiftTools:
    """What the screen works with.

    ``paper`` returns the Z as it stands in the spool, ``preview`` draws it as a PNG; both run on the lane.
    """

    close_shift: CloseShiftUseCase
    paper: Callable[[ClosedShift], Document]
    preview: Callable[[Document], bytes]
    approval: AskApproval
    compare_cards: CompareCards
    words: Callable[[str], str] = str
    """What a reason is called; it stands in the Z in the words of the person who chose it."""


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
        """Look at what is unfinished; a shift that was just closed here stays to be looked at."""
        if self._state.z is not None and self._session.shift is None:
            return
        self._show(CloseShiftState(busy=True))
        self._storage.run(self._tools.close_shift.prepare, self._on_prepared, self._on_error)

    def compare_cards(self) -> None:
        """Ask the provider for its list, now or once more."""
        state = self._state
        if state.shift is None or state.z is not None:
            return
        self._show(replace(state, cards=None))
        shift_id = state.shift.shift_id
        self._tools.compare_cards(
            self._session.require_actor(),
            lambda found: self._on_compared(shift_id, found),
            lambda error: self._on_not_compared(shift_id, error),
        )

    def open_place(self, kind: UnfinishedKind) -> None:
        """Go where an unfinished thing is finished."""
        if not self._state.busy:
            self._navigate(PLACES[kind])

    def choose(self, kind: TenderKind) -> None:
        """Count another tender, as one amount."""
        if self._state.step == "count":
            chosen = replace(self._state, chosen=kind)
            if chosen != self._state or (chosen.count is not None and chosen.count.chosen is not None):
                self._change(lambda cash: cash.choose(None), kind=kind)

    def choose_value(self, value: int) -> None:
        """Count the pieces of a denomination of the cash."""
        self._change(lambda cash: cash.choose(value), kind="cash")

    def step(self, value: int, by: int) -> None:
        """Count pieces more or fewer."""
        self._change(lambda cash: cash.step(value, by), kind="cash")

    def press(self, key: str) -> None:
        """Take a key of the pad for what is counted, or for what stays in the drawer."""
        if self._state.step == "count":
            self._change(lambda cash: cash.press(key), kind=self._state.chosen)
        elif self._state.step == "result" and not self._state.busy:
            leaving = self._state.leaving
            entry = leaving.left if leaving.touched else AmountEntry(leaving.left.currency)
            left = replace(leaving, left=entry.press(key), touched=True)
            self._show(replace(self._state, leaving=left, message=None))

    def explain(self, reason: str, note: str) -> None:
        """Say why the count differs: one of the reasons, and a note in own words."""
        if self._state.step == "result" and not self._state.busy:
            leaving = replace(self._state.leaving, reason=reason, note=note)
            if leaving != self._state.leaving:
                self._show(replace(self._state, leaving=leaving, message=None))

    def take_back(self, before: CloseShiftState) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        if self._state.step == before.step and not self._state.busy:
            self._show(replace(self._state, counts=before.counts, leaving=before.leaving))

    def confirm(self) -> None:
        """Do what comes next: begin the count, go on in it, submit it, close, leave."""
        step = self._state.step
        if step == "closed":
            self.finish()
        elif step == "unfinished":
            self._begin_count()
        elif step == "result":
            self.close()
        else:
            self.go_on_counting()

    def _begin_count(self) -> None:
        """Go on to the count, or with one that still holds, unless something has to be finished first."""
        state = self._state
        if not state.busy and state.shift is not None and not state.stops:
            self._show(replace(state, step="count" if state.outcome is None else "result", message=None))

    def submit(self) -> None:
        """Submit the count; what is expected is shown from then on."""
        state = self._state
        if state.busy or state.step != "count":
            return
        actor = self._session.require_actor()
        counted = {each.kind: each.cash.money.minor for each in state.counts if not each.cash.is_empty}
        cash = next((each.cash for each in state.counts if each.kind == "cash"), None)
        pieces = {} if cash is None else cash.denominations
        self._run(
            lambda: self._tools.close_shift.count(actor, counted, denominations=pieces), self._on_counted
        )

    def recount(self) -> None:
        """Count once more; what was submitted is kept."""
        state = self._state
        outcome = state.outcome
        if state.busy or state.step != "result" or outcome is None or not outcome.attempts_left:
            return
        self._show(replace(state, step="count", counts=_fresh(state.shift), chosen="cash", message=None))

    def close(self) -> None:
        """Close the shift, or ask another person to allow the difference first."""
        self._close(None)

    def _close(self, approval: Approval | None) -> None:
        state = self._state
        if state.busy or state.step != "result":
            return
        actor = self._session.require_actor()
        leaving = state.leaving
        reason = self._tools.words(f"difference.{leaving.reason}") if leaving.reason else ""
        explanation = " · ".join(part for part in (reason, leaving.note.strip()) if part)
        self._run(
            lambda: self._tools.close_shift(
                actor, left_minor=leaving.left.money.minor, explanation=explanation, approval=approval
            ),
            self._on_closed,
        )

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

    def open_day(self) -> None:
        """Look at the store's day over all its tills."""
        if self._state.z is not None and not self._state.busy:
            self._navigate("day_close")

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

    def go_on_counting(self) -> None:
        """Go on to the next denomination or tender; when all are counted, submit."""
        state = self._state
        cash = state.count
        if state.busy or cash is None:
            return
        if cash.chosen is not None:
            following = cash.following
            self._change(lambda count: count.choose(following), kind="cash")
        elif state.next_kind is not None:
            self.choose(state.next_kind)
        else:
            self.submit()

    def _change(self, work: Callable[[CashCount], CashCount], *, kind: TenderKind) -> None:
        state = self._state
        if state.step != "count" or state.busy:
            return
        counts = tuple(
            replace(count, cash=work(count.cash)) if count.kind == kind else count for count in state.counts
        )
        self._show(replace(state, counts=counts, chosen=kind, message=None))

    def _on_prepared(self, shift: ClosingShift) -> None:
        first = shift.tenders[0] if shift.tenders else "cash"
        keep = Leaving(AmountEntry.of(Money(shift.keep_minor, shift.currency)))
        state = CloseShiftState("unfinished", shift, _fresh(shift), first, shift.counted, leaving=keep)
        self._show(state)
        self.compare_cards()

    def _on_compared(self, shift_id: str, found: Comparison) -> None:
        shift = self._state.shift
        if shift is not None and shift.shift_id == shift_id:
            self._show(replace(self._state, cards=found))

    def _on_not_compared(self, shift_id: str, error: BaseException) -> None:
        """The shift was closed, or changed hands, before the list was heard: its Z says so."""
        if not isinstance(error, PosError):
            raise error
        self._on_compared(shift_id, Comparison("not_heard"))

    def _on_counted(self, outcome: CountResult) -> None:
        state = self._state
        leaving = state.leaving
        if not leaving.touched and leaving.left.money.minor > outcome.cash_minor:
            leaving = replace(leaving, left=AmountEntry.of(Money(outcome.cash_minor, leaving.left.currency)))
        self._show(
            replace(state, step="result", outcomes=(*state.outcomes, outcome), leaving=leaving, busy=False)
        )

    def _on_closed(self, closed: ClosedShift) -> None:
        self._session.shift = None
        self._show(replace(self._state, step="closed", z=closed.z, preview=b"", busy=False, message=None))
        tools = self._tools
        self._storage.run(lambda: tools.preview(tools.paper(closed)), self._on_drawn, self._on_error)

    def _on_drawn(self, preview: bytes) -> None:
        self._show(replace(self._state, preview=preview))

    def _on_printed(self, _job_id: int) -> None:
        self._show(replace(self._state, busy=False, message=Message("z.copy_written", good=True)))

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        state = self._state
        if isinstance(error, NeedsApproval):
            self._show(replace(state, busy=False, message=None))
            self._ask(error)
            return
        chosen = state.chosen
        if error.code in _COUNT_FAULTS:
            kinds = (count.kind for count in state.counts if count.kind in error.arguments)
            chosen = next(kinds, chosen)
        message = Message(error.code, error.arguments)
        self._show(replace(state, busy=False, chosen=chosen, message=message))

    def _ask(self, needed: NeedsApproval) -> None:
        currency = self._state.leaving.left.currency
        about = Said("ask.shift_difference", (Money(needed.act.amount, currency),))
        request = Request(needed.act, about, said_of(needed, currency))
        self._tools.approval.ask(request, self._close)

    def _run(self, work: Callable[[], ResultT], on_value: Callable[[ResultT], None]) -> None:
        self._show(replace(self._state, busy=True, message=None))
        self._storage.run(work, on_value, self._on_error)

    def _show(self, state: CloseShiftState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)


def _fresh(shift: ClosingShift | None) -> tuple[Count, ...]:
    """Return counts of nothing yet."""
    if shift is None:
        return ()
    return tuple(
        Count(kind, CashCount.of(shift.currency, shift.denominations if kind == "cash" else ()))
        for kind in shift.tenders
    )
