"""What the store decides while the till is open: a payment provider is followed at once, the rest is said."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.devices.payment import open_provider
from pos_app.services.errors import DeviceError
from pos_app.services.events import StoreDataChanged
from pos_app.services.payment_ports import PaymentProvider
from pos_app.services.ports import SyncNotes
from pos_app.services.records import StoreProfile
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.texts import text_of

SETTINGS = "settings"


def open_payment(address: str, window: MainWindow, *, terminal: str) -> PaymentProvider:
    """Return the provider at ``address``; a wrong one takes no cards and stops nothing else."""
    try:
        return open_provider(address, terminal=terminal)
    except DeviceError as error:
        window.notify("bad", text_of(error.code, *error.arguments))
        return open_provider("", terminal=terminal)


class StoreSettings:
    """Knows which settings this till works with, and hears of those that came down since."""

    def __init__(
        self,
        notes: SyncNotes,
        *,
        started_with: StoreProfile,
        payment: str,
        connect: Callable[[PaymentProvider], None],
        window: MainWindow,
    ) -> None:
        """Keep the settings of the start; ``payment`` is an address that was named for this till alone."""
        self._notes = notes
        self._started_with = started_with
        self._known = started_with
        self._own_payment = payment
        self._connect = connect
        self._window = window

    def follow(self, event: StoreDataChanged) -> None:
        """Take over what came down: the provider now, everything else at the next start, which is said."""
        if SETTINGS not in event.kinds:
            return
        terminal = self._notes.terminal()
        if terminal is None or terminal.store == self._known:
            return
        before, self._known = self._known, terminal.store
        if not self._own_payment and before.payment_url != self._known.payment_url:
            provider = open_payment(self._known.payment_url, self._window, terminal=terminal.terminal)
            self._connect(provider)
        if _at_start(self._known) != _at_start(self._started_with):
            self._window.notify("info", text_of("settings.changed"))


def _at_start(store: StoreProfile) -> StoreProfile:
    """Return what counts from the start of the till on; the rest is followed at once."""
    return replace(store, payment_url="", busy_minutes=0, busy_until_ms=0, busy_said_ms=0)
