"""Turns a counted float into an open shift, or goes on with one that was suspended."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, Shift
from pos_app.services.session import Session
from pos_app.services.shift_desk import ShiftStart
from pos_app.ui.cash_count import CashCount
from pos_app.ui.screens.open_shift.state import OpenShiftState


class OpenShiftView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: OpenShiftState) -> None:
        """Show ``state``."""


class OpenShiftUseCase(Protocol):
    """Opens shifts and goes on with suspended ones; storage lane."""

    def start(self, actor: Actor) -> ShiftStart:
        """Return what opening begins with."""

    def open(self, actor: Actor, *, float_minor: int, denominations: Mapping[int, int]) -> Shift:
        """Open one; ``denominations`` are pieces by their face in minor units, none when not counted so."""

    def resume(self, actor: Actor, shift_id: str) -> Shift:
        """Go on with a suspended one."""


class OpenShiftPresenter:
    """Owns the state of the screen."""

    def __init__(
        self,
        open_shift: OpenShiftUseCase,
        *,
        session: Session,
        storage: Lane,
        navigate: Callable[[str], None],
        currency: str,
    ) -> None:
        """Keep the use case and where to go afterwards."""
        self._open_shift = open_shift
        self._session = session
        self._storage = storage
        self._navigate = navigate
        self._view: OpenShiftView | None = None
        self._state = OpenShiftState(CashCount.of(currency))

    def bind(self, view: OpenShiftView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Start with nothing counted."""
        actor = self._session.require_actor()
        before = self._state.start
        values = () if before is None else before.denominations
        count = CashCount.of(self._state.count.currency, values)
        self._show(OpenShiftState(count, cashier=actor.name))
        self._storage.run(
            lambda: self._open_shift.start(actor), lambda start: self._on_start(actor, start), self._on_error
        )

    def choose(self, value: int | None) -> None:
        """Let a denomination, or the amount, take the digits."""
        self._change(self._state.count.choose(value))

    def step(self, value: int, by: int) -> None:
        """Count pieces more or fewer."""
        self._change(self._state.count.step(value, by))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        self._change(self._state.count.press(key))

    def take_back(self, before: OpenShiftState) -> None:
        """Go back to what was counted before the first character of a scan."""
        if not self._state.busy:
            self._show(replace(self._state, count=before.count))

    def confirm(self) -> None:
        """Go on to the next denomination; behind the last one, and on the amount, open the shift."""
        count = self._state.count
        if count.chosen is None:
            self.submit()
        else:
            self.choose(count.following)

    def submit(self) -> None:
        """Open the shift with the float as it stands."""
        count = self._state.count
        self._begin(
            lambda actor: self._open_shift.open(
                actor, float_minor=count.money.minor, denominations=count.denominations
            )
        )

    def resume(self, shift_id: str) -> None:
        """Go on with a suspended shift."""
        self._begin(lambda actor: self._open_shift.resume(actor, shift_id))

    def leave_till(self) -> None:
        """Let somebody else sign in; not while the shift is being opened in this one's name."""
        if self._state.busy:
            return
        self._navigate("sign_in")

    def _begin(self, work: Callable[[Actor], Shift]) -> None:
        if self._state.busy:
            return
        actor = self._session.require_actor()
        self._show(replace(self._state, busy=True, code="", arguments=()))
        self._storage.run(lambda: work(actor), self._on_opened, self._on_error)

    def _change(self, count: CashCount) -> None:
        if not self._state.busy:
            self._show(replace(self._state, count=count, code="", arguments=()))

    def _on_start(self, actor: Actor, start: ShiftStart) -> None:
        if self._session.actor != actor:
            return
        count = self._state.count
        if count.values != start.denominations:
            # What was typed meanwhile stays.
            count = replace(CashCount.of(count.currency, start.denominations), entry=count.entry)
        self._show(replace(self._state, start=start, count=count))

    def _on_opened(self, shift: Shift) -> None:
        self._session.shift = shift
        self._show(replace(self._state, busy=False))
        self._navigate("sell")

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        self._show(replace(self._state, busy=False, code=error.code, arguments=error.arguments))

    def _show(self, state: OpenShiftState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
