"""Fills the bar on top: where, who, what works, what waits to be sent, the time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pos_app.services.events import (
    CapabilityChanged,
    Event,
    EventBus,
    FactWritten,
    SpoolChanged,
    StaffSignedIn,
    StaffSignedOut,
    SyncStateChanged,
)
from pos_app.services.ports import Clock, Timers
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.texts import role_text
from pos_app.ui.widgets.labels import Kind
from pos_app.ui.widgets.topbar import StatusState

TICK_MS = 1_000
MINUTE_MS = 60_000
_TELLING: tuple[type[Event], ...] = (
    SyncStateChanged,
    FactWritten,
    CapabilityChanged,
    SpoolChanged,
    StaffSignedIn,
    StaffSignedOut,
)


class StatusView(Protocol):
    """The bar."""

    def render_status(self, state: StatusState) -> None:
        """Show ``state``."""


@dataclass(frozen=True, slots=True)
class StatusSources:
    """Where the bar's words come from."""

    report: Callable[[], StatusReport]
    session: Session
    formats: Formats
    clock: Clock
    store_name: str
    till: str
    training: bool = False
    """Whether this is a till to practise on: nothing is sent, so nothing waits."""


class StatusLine:
    """Refreshes the bar once a second and when something happens."""

    def __init__(self, view: StatusView, sources: StatusSources, *, timers: Timers, events: EventBus) -> None:
        """Show the bar from now on."""
        self._view = view
        self._sources = sources
        self._shown: StatusState | None = None
        for kind in _TELLING:
            events.subscribe(kind, lambda _: self.refresh())
        timers.every(TICK_MS, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again; the bar is only touched when it changes."""
        sources = self._sources
        report = sources.report()
        now_ms = sources.clock.now_ms()
        text, kind = _light(report, now_ms)
        if sources.training and report.sells:
            text, kind = translate("StatusLine", "Training · nothing is sent"), "warn"
        state = StatusState(
            title=sources.store_name,
            till=sources.till,
            cashier=self._cashier(),
            capability=text,
            capability_kind=kind,
            queue=""
            if sources.training
            else translate("StatusLine", "To send {count}").format(count=report.queue_length),
            queue_kind="neutral" if report.light == "online" or not report.queue_length else "warn",
            clock=sources.formats.time(now_ms),
        )
        if state != self._shown:
            self._shown = state
            self._view.render_status(state)

    def _cashier(self) -> str:
        actor = self._sources.session.actor
        return "" if actor is None else f"{actor.name} · {role_text(actor.role)}"


def _light(report: StatusReport, now_ms: int) -> tuple[str, Kind]:
    """Return the light in words: what it means for the counter, not for the cable."""
    if not report.sells:
        return translate("StatusLine", "No sales now · touch to see why"), "bad"
    if report.light == "online":
        return translate("StatusLine", "Online · everything works"), "ok"
    if report.light == "limited":
        return translate("StatusLine", "Online · some things do not work"), "warn"
    if not report.last_contact_ms:
        return translate("StatusLine", "Offline · selling goes on"), "warn"
    minutes = max(0, now_ms - report.last_contact_ms) // MINUTE_MS
    return translate("StatusLine", "Offline {minutes} min · selling goes on").format(minutes=minutes), "warn"
