"""Turns a keyed-in float into an open shift."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, Shift
from pos_app.services.session import Session
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.screens.open_shift.state import OpenShiftState


class OpenShiftView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: OpenShiftState) -> None:
        """Show ``state``."""


class OpenShiftUseCase(Protocol):
    """Opens shifts."""

    def __call__(self, actor: Actor, *, float_minor: int) -> Shift:
        """Open one."""


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
        self._state = OpenShiftState(AmountEntry(currency))

    def bind(self, view: OpenShiftView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Start with nothing keyed in."""
        actor = self._session.require_actor()
        self._show(OpenShiftState(self._state.entry.press("clear"), cashier=actor.name))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        if self._state.busy:
            return
        self._show(replace(self._state, entry=self._state.entry.press(key), code="", arguments=()))

    def take_back(self, before: OpenShiftState) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        self._show(replace(self._state, entry=before.entry))

    def submit(self) -> None:
        """Open the shift with the float as it stands."""
        if self._state.busy:
            return
        actor = self._session.require_actor()
        float_minor = self._state.entry.money.minor
        self._show(replace(self._state, busy=True, code="", arguments=()))
        self._storage.run(
            lambda: self._open_shift(actor, float_minor=float_minor), self._on_opened, self._on_error
        )

    def leave_till(self) -> None:
        """Let somebody else sign in; not while the shift is being opened in this one's name."""
        if self._state.busy:
            return
        self._navigate("sign_in")

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
