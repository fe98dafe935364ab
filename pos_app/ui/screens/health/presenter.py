"""Asks for the status again and again while somebody looks, and tries the link when told to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.drill import Drill
from pos_app.services.events import (
    CapabilityChanged,
    EventBus,
    PaymentChanged,
    PaymentLinkChanged,
    SyncStateChanged,
)
from pos_app.services.ports import Clock, Timers
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.said import Said
from pos_app.ui.screens.health.payments_part import PaymentsPart, PaymentTools
from pos_app.ui.screens.health.state import HealthState

REFRESH_MS = 2_000
"""How often the ages move."""

TRY_MS = 5_000
"""How long an answer is waited for before the button can be pressed again."""


class HealthView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: HealthState) -> None:
        """Show ``state``."""


@dataclass(frozen=True, slots=True)
class HealthTools:
    """What the screen works with: ``try_now`` wakes the link and returns at once."""

    status: Callable[[], StatusReport]
    try_now: Callable[[], None]
    clock: Clock
    timers: Timers
    drill: Drill
    payments: PaymentTools


class HealthPresenter:
    """Owns the state of the screen."""

    def __init__(
        self, tools: HealthTools, *, session: Session, events: EventBus, navigate: Callable[[str], None]
    ) -> None:
        """Listen to what changes the status; nothing is asked until the screen is entered."""
        self._tools = tools
        self._session = session
        self._navigate = navigate
        self._view: HealthView | None = None
        self._state = HealthState()
        self._stop_refreshing: Callable[[], None] | None = None
        self._stop_waiting: Callable[[], None] = _nothing
        self.payments = PaymentsPart(tools.payments, session=session, say=self._say)
        events.subscribe(PaymentChanged, self._on_payment_changed)
        events.subscribe(PaymentLinkChanged, lambda _event: self._refresh_if_seen())
        events.subscribe(SyncStateChanged, self._on_sync_state_changed)
        events.subscribe(CapabilityChanged, self._on_capability_changed)

    def bind(self, view: HealthView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Show the status, and keep it fresh."""
        self.leave()
        self._state = replace(self._state, may_act=self._session.actor is not None, said=Said())
        self._stop_refreshing = self._tools.timers.every(REFRESH_MS, self.refresh)
        self.refresh()

    def leave(self) -> None:
        """Nobody looks any more."""
        if self._stop_refreshing is not None:
            self._stop_refreshing()
            self._stop_refreshing = None
        self.payments.leave()
        self._end_try()

    def refresh(self) -> None:
        """Ask for the status."""
        drill = self._tools.drill
        self._show(
            replace(
                self._state,
                report=self._tools.status(),
                now_ms=self._tools.clock.now_ms(),
                drilling=drill.is_on,
                can_drill=drill.is_on or drill.may(self._session.actor),
            )
        )

    def try_now(self) -> None:
        """Try to reach the server without waiting for the next turn."""
        if self._state.trying:
            return
        self._show(replace(self._state, trying=True))
        self._stop_waiting = self._tools.timers.after(TRY_MS, self._end_try)
        self._tools.try_now()

    def switch_drill(self) -> None:
        """Act as if offline, or go back to the network; both are tried out at once."""
        drill = self._tools.drill
        if drill.is_on:
            drill.end()
        elif drill.may(self._session.actor):
            drill.begin(self._session.actor)
        self._tools.try_now()
        self.refresh()

    def go_back(self) -> None:
        """Return to where one came from: the light can be pressed on every screen."""
        if self._session.actor is None:
            self._navigate("sign_in")
        else:
            self._navigate("open_shift" if self._session.shift is None else "sell")

    def _on_sync_state_changed(self, _event: SyncStateChanged) -> None:
        self._end_try()
        self._refresh_if_seen()

    def _on_capability_changed(self, _event: CapabilityChanged) -> None:
        self._refresh_if_seen()

    def _on_payment_changed(self, event: PaymentChanged) -> None:
        if self._stop_refreshing is not None:
            self.payments.heard(event.payment)
            self.refresh()

    def _say(self, said: Said) -> None:
        self._show(replace(self._state, said=said))

    def _refresh_if_seen(self) -> None:
        if self._stop_refreshing is not None:
            self.refresh()

    def _end_try(self) -> None:
        self._stop_waiting()
        self._stop_waiting = _nothing
        if self._state.trying:
            self._show(replace(self._state, trying=False))

    def _show(self, state: HealthState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)


def _nothing() -> None:
    """Cancel nothing."""
