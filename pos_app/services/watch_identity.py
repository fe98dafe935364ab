"""What head office says of this till itself: blocked, replaced, or with another past than its files have.

A copy of a till's folder, or an old one that was put back, would give receipt numbers twice; so selling stops
when that is found out, and stays stopped after a restart without a network, until the till is enrolled again.
"""

from collections.abc import Mapping
from typing import Final

from pos_app.services.events import EventBus, SyncStateChanged
from pos_app.services.ports import Clock, Lane, Store
from pos_app.services.safety import Concern, Safety, Weight

PLACE: Final = "server"
SETTING: Final = "identity.refused"

_WEIGHTS: Mapping[str, Weight] = {
    "sync.fork": "stop",
    "journal.fork": "stop",
    "auth.revoked": "stop",
    "journal.quarantined": "warn",
    "auth.unknown_key": "warn",
}
"""What stops selling: a past that goes two ways, and head office's own word. A store is not locked out by
less: a server that was put back from a backup may have forgotten a till."""


class WatchIdentity:
    """Listens to the link; lives on the UI thread, writes on the storage lane."""

    def __init__(self, *, store: Store, safety: Safety, clock: Clock, events: EventBus) -> None:
        """Take up what was known when the till ended."""
        self._store = store
        self._safety = safety
        self._clock = clock
        self._known = self._load()
        self._note(self._known)
        self._storage: Lane | None = None
        events.subscribe(SyncStateChanged, self._on_sync_state_changed)

    def remember_on(self, storage: Lane) -> None:
        """Keep what is found out from now on, on this lane."""
        self._storage = storage

    def _on_sync_state_changed(self, event: SyncStateChanged) -> None:
        if event.code not in _WEIGHTS and (not event.online or event.code != "sync.online"):
            # A lost network says nothing about who this till is.
            return
        code = event.code if event.code in _WEIGHTS else ""
        if code == self._known:
            return
        self._known = code
        self._note(code)
        if self._storage is not None:
            self._storage.run(lambda: self._keep(code), lambda _: None, lambda _: None)

    def _note(self, code: str) -> None:
        concern = Concern(code, _WEIGHTS[code], self._clock.now_ms()) if code in _WEIGHTS else None
        self._safety.note(PLACE, concern)

    def _load(self) -> str:
        with self._store.read() as work:
            return work.settings.get(SETTING)

    def _keep(self, code: str) -> None:
        with self._store.write() as work:
            work.settings.put(SETTING, code)
