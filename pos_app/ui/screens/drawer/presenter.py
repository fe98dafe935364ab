"""Turns taps into movements of cash, each with who, why and, where the right ends, who allowed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.documents import Document
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.services.shift_desk import DrawerBook, NewMove, XRead
from pos_app.ui.approval.presenter import Request
from pos_app.ui.cash_count import CashCount
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.drawer.state import Act, DrawerState, Form

ResultT = TypeVar("ResultT")
_Again = tuple[Said, Callable[[Approval], None]]
"""What somebody is asked to allow, and what is done then."""


class DrawerView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: DrawerState) -> None:
        """Show ``state``."""


class DrawerUseCase(Protocol):
    """Moves cash and writes it down; storage lane. Each act raises ``NeedsApproval`` where a right ends."""

    def book(self) -> DrawerBook:
        """Return what happened so far."""

    def begin(self) -> str:
        """Return the id of a movement that is about to be made; asks nobody."""

    def move(self, actor: Actor, move: NewMove, *, approval: Approval | None) -> None:
        """Move cash; a slip prints."""

    def open_drawer(self, actor: Actor, *, reason: str, note: str, approval: Approval | None) -> None:
        """Open the drawer without a sale."""

    def read_x(self, actor: Actor, *, printed: bool, approval: Approval | None) -> XRead:
        """Take an X of the shift as it stands, on paper if it is wanted; nothing is reset."""

    def suspend(self, actor: Actor, *, reason: str) -> None:
        """Let the shift wait."""


class AskApproval(Protocol):
    """Asks another person to allow an act."""

    def ask(self, request: Request, on_approved: Callable[[Approval], None]) -> None:
        """Ask; ``on_approved`` runs once it is allowed."""


@dataclass(frozen=True, slots=True)
class DrawerTools:
    """What the screen works with; ``preview`` draws a paper as a PNG, on the lane."""

    drawer: DrawerUseCase
    preview: Callable[[Document], bytes]
    approval: AskApproval


class DrawerPresenter:
    """Owns the state of the screen."""

    def __init__(
        self,
        tools: DrawerTools,
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
        self._view: DrawerView | None = None
        self._state = DrawerState()

    def bind(self, view: DrawerView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Show what happened at the drawer so far."""
        self._show(DrawerState(busy=True))
        self._reload()

    def begin(self, act: Act) -> None:
        """Fill in the form of an act."""
        state = self._state
        if state.busy or state.book is None:
            return
        count = CashCount.of(state.book.currency, state.book.denominations)
        self._show(replace(state, form=Form(act, count, movement_id=self._tools.drawer.begin()), said=Said()))

    def choose_reason(self, reason: str) -> None:
        """Say why: one of the usual reasons."""
        self._fill(lambda form: replace(form, reason=reason))

    def write_note(self, note: str) -> None:
        """Say why in own words."""
        self._fill(lambda form: replace(form, note=note))

    def choose(self, value: int | None) -> None:
        """Let a denomination, or the amount, take the digits."""
        self._fill(lambda form: replace(form, count=form.count.choose(value)))

    def step(self, value: int, by: int) -> None:
        """Count pieces more or fewer."""
        self._fill(lambda form: replace(form, count=form.count.step(value, by)))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        self._fill(lambda form: replace(form, count=form.count.press(key)))

    def take_back(self, before: DrawerState) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        kept = before.form
        if kept is not None:
            self._fill(lambda form: kept if form.act == kept.act else form)

    def confirm(self) -> None:
        """Do what comes next: the form's act, or print the X."""
        form = self._state.form
        if self._state.x_number:
            self.print_x()
        elif form is not None and form.count.chosen is not None:
            self.choose(form.count.following)
        elif form is not None:
            self.submit()

    def submit(self) -> None:
        """Do what the form says, or ask another person to allow it first."""
        self._submit(None)

    def _submit(self, approval: Approval | None) -> None:
        form = self._state.form
        if form is None or self._state.busy:
            return
        if not form.reason:
            self._refuse("cash.bad_reason")
            return
        if form.reason == "other" and not form.note.strip():
            self._refuse("cash.note_missing")
            return
        if form.has_amount and not form.count.money:
            self._refuse("cash.bad_amount")
            return
        actor = self._session.require_actor()
        if form.act == "suspend":
            self._run(lambda: self._tools.drawer.suspend(actor, reason=form.reason), self._on_suspended)
        else:
            about = Said(f"ask.{form.act}", (form.count.money,) if form.has_amount else ())
            self._run(
                lambda: self._do(actor, form, approval=approval),
                lambda _: self._on_done(form),
                again=(about, self._submit),
            )

    def read_x(self) -> None:
        """Take an X and show it."""
        if self._state.form is None and self._state.book is not None:
            self._take_x(printed=False)

    def print_x(self) -> None:
        """Take an X as the shift stands now, and print it; it has a number of its own."""
        if self._state.x_number:
            self._take_x(printed=True)

    def go_back(self) -> None:
        """Leave the form or the X, then the screen."""
        if self._state.busy:
            return
        if self._state.form is not None or self._state.x_number:
            self._show(replace(self._state, form=None, x_number=0, preview=b"", said=Said(), busy=True))
            self._reload()
        else:
            self._navigate("sell" if self._session.shift is not None else "sign_in")

    def _take_x(self, *, printed: bool, approval: Approval | None = None) -> None:
        if self._state.busy:
            return
        actor, tools = self._session.require_actor(), self._tools

        def work() -> tuple[XRead, bytes]:
            x = tools.drawer.read_x(actor, printed=printed, approval=approval)
            return x, tools.preview(x.paper)

        self._run(
            work,
            lambda found: self._on_x(found, printed=printed),
            again=(Said("ask.read_x"), lambda allowed: self._take_x(printed=printed, approval=allowed)),
        )

    def _do(self, actor: Actor, form: Form, *, approval: Approval | None) -> None:
        drawer, note = self._tools.drawer, form.note.strip()
        if form.act == "no_sale":
            drawer.open_drawer(actor, reason=form.reason, note=note, approval=approval)
        elif form.act != "suspend":
            pieces = tuple(form.count.denominations.items())
            move = NewMove(form.act, form.count.money.minor, form.reason, note, pieces, form.movement_id)
            drawer.move(actor, move, approval=approval)

    def _refuse(self, code: str) -> None:
        self._show(replace(self._state, said=Said(code), good=False))

    def _fill(self, work: Callable[[Form], Form]) -> None:
        form = self._state.form
        if form is not None and not self._state.busy:
            filled = work(form)
            if filled != form:
                self._show(replace(self._state, form=filled, said=Said()))

    def _on_done(self, form: Form) -> None:
        said = Said(f"drawer.{form.act}", (form.count.money,) if form.has_amount else ())
        self._show(replace(self._state, form=None, said=said, good=True))
        self._reload()

    def _on_suspended(self, _value: None) -> None:
        self._session.shift = None
        self._show(DrawerState())
        self._navigate("sign_in")

    def _on_x(self, found: tuple[XRead, bytes], *, printed: bool) -> None:
        x, preview = found
        said = Said("drawer.x_printing", (x.x_number,)) if printed else Said()
        shown = replace(self._state, x_number=x.x_number, preview=preview, busy=False, said=said, good=True)
        self._show(shown)

    def _reload(self) -> None:
        self._storage.run(self._tools.drawer.book, self._on_book, self._on_error)

    def _on_book(self, book: DrawerBook) -> None:
        self._show(replace(self._state, book=book, busy=False))

    def _on_error(self, error: BaseException, again: _Again | None = None) -> None:
        if not isinstance(error, PosError):
            raise error
        self._show(replace(self._state, busy=False))
        currency = "" if self._state.book is None else self._state.book.currency
        if isinstance(error, NeedsApproval) and again is not None:
            about, do_again = again
            self._tools.approval.ask(Request(error.act, about, said_of(error, currency)), do_again)
        else:
            self._show(replace(self._state, said=said_of(error, currency), good=False))

    def _run(
        self, work: Callable[[], ResultT], on_value: Callable[[ResultT], None], *, again: _Again | None = None
    ) -> None:
        """Run ``work``; where it has to be allowed, ask, and run what is in ``again``."""
        self._show(replace(self._state, busy=True, said=Said()))
        self._storage.run(work, on_value, lambda error: self._on_error(error, again))

    def _show(self, state: DrawerState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
