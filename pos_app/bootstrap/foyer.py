"""What stands before the till is open: the window with the people, painted before anything slow is imported.

A tap or a PIN that comes early waits in a lane that has no thread yet, and is done once the till is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from pos_app.services.events import EventBus
from pos_app.services.ports import Lane
from pos_app.services.records import Actor, Shift, StaffTile
from pos_app.services.session import Session
from pos_app.ui.app import Face
from pos_app.ui.hop import UiHop
from pos_app.ui.screens.sign_in.presenter import SignInPresenter, Ways
from pos_app.ui.screens.sign_in.view import Corner, SignInScreen
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.shell.practice_ribbon import WIPE_CODE, PracticeRibbon
from pos_app.ui.tasks import QtTimers
from pos_app.ui.widgets.topbar import StatusState

if TYPE_CHECKING:
    from pos_app.services.open_desk import OpenDesk
    from pos_app.services.sign_in import SignIn
    from pos_app.storage.first_look import FirstLook

ResultT = TypeVar("ResultT")


class LateLane:
    """A lane that keeps its work until the real one is there; implements ``ports.Lane``."""

    def __init__(self) -> None:
        """Start without a thread."""
        self._real: Lane | None = None
        self._waiting: list[Callable[[Lane], None]] = []

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Queue ``work``, here or on the real lane."""
        if self._real is None:
            self._waiting.append(lambda lane: lane.run(work, on_value, on_error))
        else:
            self._real.run(work, on_value, on_error)

    def become(self, lane: Lane) -> None:
        """Hand everything that waits to ``lane``, in its order, and all later work too."""
        self._real = lane
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each(lane)


class LateSignIn:
    """The people of the first look, until the use case is there. Asked only through a :class:`LateLane`."""

    def __init__(self) -> None:
        """Start without anybody to ask."""
        self._real: tuple[SignIn, OpenDesk] | None = None

    def become(self, sign_in: SignIn, shifts: OpenDesk) -> None:
        """Ask the real use cases from now on."""
        self._real = (sign_in, shifts)

    def tiles(self) -> Sequence[StaffTile]:
        """Return who may sign in."""
        return self._cases()[0].tiles()

    def with_pin(self, staff_id: str, pin: str) -> Actor:
        """Sign in by PIN."""
        return self._cases()[0].with_pin(staff_id, pin)

    def with_badge(self, badge: str) -> Actor:
        """Sign in by badge."""
        return self._cases()[0].with_badge(badge)

    def current_shift(self, actor: Actor) -> Shift | None:
        """Return the shift in which ``actor`` sells."""
        return self._cases()[1].settle(actor)

    def _cases(self) -> tuple[SignIn, OpenDesk]:
        assert self._real is not None, "the lane runs nothing before the till is open"
        return self._real


class Foyer:
    """The window, its sign-in screen, and what both are made of."""

    def __init__(self, face: Face, look: FirstLook | None) -> None:
        """Build the window; ``look`` is what the till's file says of place and people."""
        self.face = face
        self.timers = QtTimers()
        self.hop = UiHop()
        self.events = EventBus(self.hop.deliver)
        self.session = Session()
        self.keymap = KeyMap()
        self.window = MainWindow(self.keymap, self.timers)
        self.welcome: Callable[[Actor], None] = lambda _actor: None
        """What is done for somebody who has signed in; whoever opens the till says it."""
        self.practise: Callable[[], None] = lambda: None
        """Opens a till to practise on; whoever opens the till says how."""
        self._lane = LateLane()
        self._sign_in = LateSignIn()
        ways = Ways(
            navigate=self.window.navigate,
            store_name="" if look is None else look.store_name,
            till="" if look is None else look.terminal_label,
            staff=() if look is None else look.staff,
            welcome=self._on_signed_in,
        )
        self._presenter = SignInPresenter(
            self._sign_in,
            current_shift=self._sign_in.current_shift,
            session=self.session,
            storage=self._lane,
            ways=ways,
            events=self.events,
        )
        corner = Corner(
            switch_language=face.language.switch,
            switch_theme=self._switch_theme,
            language=lambda: face.language.name,
            practise=None if look is not None and look.training else self._on_practise,
        )
        if look is not None and look.training:
            # Before anybody can touch anything: it is not the real till.
            leave, wipe = partial(face.app.exit, 0), partial(face.app.exit, WIPE_CODE)
            self.window.add_ribbon(PracticeRibbon(leave, wipe))
        self.window.add_screen(SignInScreen(self._presenter, corner))
        self.window.status.render_status(StatusState(title=ways.store_name, till=ways.till))

    def show(self) -> None:
        """Show who may sign in; nothing happens when they stand there already."""
        if self.window.current:
            return
        self.window.navigate("sign_in")
        self.window.show()

    def open_doors(self, *, place: tuple[str, str], cases: tuple[SignIn, OpenDesk], storage: Lane) -> None:
        """The till is open: do what was asked meanwhile. ``place`` is the store's and the till's name."""
        self._presenter.name_place(*place)
        self._sign_in.become(*cases)
        self._lane.become(storage)

    def _on_signed_in(self, actor: Actor) -> None:
        self.welcome(actor)

    def _on_practise(self) -> None:
        self.practise()

    def _switch_theme(self) -> None:
        theme = self.face.theme
        theme.switch(self.face.app, "dark" if theme.name == "light" else "light")
