"""Turns taps, PINs and badges into a session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.errors import PosError
from pos_app.services.events import EventBus, StoreDataChanged
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, Shift, StaffTile
from pos_app.services.session import Session
from pos_app.ui.screens.sign_in.state import Message, SignInState


class SignInView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: SignInState) -> None:
        """Show ``state``."""


class SignInUseCase(Protocol):
    """Knows the people of the store."""

    def tiles(self) -> Sequence[StaffTile]:
        """Return who may sign in."""

    def with_pin(self, staff_id: str, pin: str) -> Actor:
        """Sign in by PIN."""

    def with_badge(self, badge: str) -> Actor:
        """Sign in by badge."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where this till stands, and the way to other screens."""

    navigate: Callable[[str], None]
    store_name: str
    till: str
    staff: tuple[StaffTile, ...] = ()
    """Who may sign in, as far as it is known before the till is open."""
    welcome: Callable[[Actor], None] = lambda _actor: None
    """Told who has signed in, once the next screen is shown."""


class SignInPresenter:
    """Owns the state of the sign-in screen."""

    def __init__(
        self,
        sign_in: SignInUseCase,
        *,
        current_shift: Callable[[Actor], Shift | None],
        session: Session,
        storage: Lane,
        ways: Ways,
        events: EventBus,
    ) -> None:
        """Keep what signs in, and where to go afterwards."""
        self._sign_in = sign_in
        self._current_shift = current_shift
        self._session = session
        self._storage = storage
        self._navigate = ways.navigate
        self._welcome = ways.welcome
        self._view: SignInView | None = None
        self._state = SignInState(store_name=ways.store_name, till=ways.till, staff=ways.staff)
        events.subscribe(StoreDataChanged, self._on_store_data)

    def bind(self, view: SignInView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def name_place(self, store_name: str, till: str) -> None:
        """Show where this is."""
        self._show(replace(self._state, store_name=store_name, till=till))

    def enter(self) -> None:
        """Nobody is signed in any more: show the people."""
        self._session.actor = None
        self._show(replace(self._state, chosen=None, busy=False, message=None))
        self.reload()

    def reload(self) -> None:
        """Read the people again; the feed may have brought others."""
        self._storage.run(self._sign_in.tiles, self._on_tiles, self._on_error)

    def choose(self, staff_id: str) -> None:
        """Ask ``staff_id`` for the PIN; not while that of somebody else is being checked."""
        if self._state.busy:
            return
        chosen = next((tile for tile in self._state.staff if tile.staff_id == staff_id), None)
        self._show(replace(self._state, chosen=chosen, message=None))

    def go_back(self) -> None:
        """Show all people again, unless one of them is about to be let in."""
        if self._state.busy:
            return
        self._show(replace(self._state, chosen=None, message=None))

    def submit_pin(self, pin: str) -> None:
        """Try ``pin`` for the person chosen."""
        chosen = self._state.chosen
        if chosen is None or self._state.busy:
            return
        self._show(replace(self._state, busy=True, message=None))
        self._try(lambda: self._sign_in.with_pin(chosen.staff_id, pin))

    def submit_badge(self, badge: str) -> None:
        """Try a scanned badge."""
        if self._state.busy:
            return
        self._show(replace(self._state, busy=True, message=None))
        self._try(lambda: self._sign_in.with_badge(badge))

    def _try(self, work: Callable[[], Actor]) -> None:
        def enter() -> tuple[Actor, Shift | None]:
            actor = work()
            return actor, self._current_shift(actor)

        self._storage.run(enter, self._on_signed_in, self._on_error)

    def _on_store_data(self, event: StoreDataChanged) -> None:
        if "staff" in event.kinds:
            self.reload()

    def _on_tiles(self, tiles: Sequence[StaffTile]) -> None:
        self._show(replace(self._state, staff=tuple(tiles), loaded=True))

    def _on_signed_in(self, found: tuple[Actor, Shift | None]) -> None:
        actor, shift = found
        self._session.actor = actor
        self._session.shift = shift
        self._show(replace(self._state, busy=False, chosen=None))
        self._navigate("open_shift" if shift is None else "sell")
        self._welcome(actor)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        message = Message(error.code, error.arguments)
        self._show(replace(self._state, busy=False, message=message))

    def _show(self, state: SignInState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
