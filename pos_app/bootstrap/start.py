"""Opens the window of a till: the people first, then everything behind them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.services.errors import PosError, StorageError
from pos_app.services.ports import KeyStore
from pos_app.storage.data_lock import DataLock
from pos_app.storage.first_look import FirstLook, first_look
from pos_app.storage.key_stores import FileKeyStore, HeldKeyStore, KeyringKeyStore, PassphraseKeyStore
from pos_app.ui.app import Face, make_application

if TYPE_CHECKING:
    from pos_app.bootstrap.foyer import Foyer
    from pos_app.bootstrap.loading import ScreenLoader
    from pos_app.bootstrap.window import RunningTill
    from pos_app.ui.customer.place import DisplayMode

DATABASE_NAME = "till.db"
UNLOCK_VARIABLE = "LOOP_POS_PASSPHRASE"
"""Holds the passphrase for commands that nobody sits in front of."""

PLAY_VARIABLE = "LOOP_POS_PLAY"
"""Names the address from which the tour plays this window."""

LOAD_END_MS = 20_000
"""How long the end waits for imports that are under way."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a till is opened."""

    folder: Path
    language: str = "zh-Hans"
    theme: str = "light"
    printer: str = ""
    key_file: Path | None = None
    url: str = ""
    payment: str = ""
    """Address of a payment provider for this till alone; empty for the one of its store."""
    customer_display: DisplayMode = "auto"
    """The customer's window: on a second screen if there is one, always, or never."""
    opened: KeyStore | None = None
    """The till's secrets, when somebody has opened them already."""

    def keys(self) -> KeyStore:
        """Return where the till's secrets lie."""
        return self.opened or key_store(self.folder, self.key_file)


def key_store(folder: Path, key_file: Path | None, *, passphrase: bool = False) -> KeyStore:
    """Return where the till's secrets lie: the named file, a sealed one, otherwise the system's keyring.

    With ``passphrase`` new secrets are sealed with one; a folder that was set up so says so itself.
    """
    if key_file is not None:
        return FileKeyStore(key_file)
    if passphrase or (folder / PassphraseKeyStore.NAME).exists():
        return PassphraseKeyStore(folder, _ask_on_terminal)
    return KeyringKeyStore(folder)


def _ask_on_terminal() -> str:
    """Return the passphrase: of the environment, for services, otherwise typed unseen."""
    return os.environ.get(UNLOCK_VARIABLE) or getpass("Passphrase of this till: ")


def look_first(start: Start) -> FirstLook | None:
    """Return the place and the people of an enrolled till, before anything slow is imported.

    Raises:
        StorageError: The key cannot be read or does not fit, or the file is damaged.
    """
    keys = start.keys().load()
    return None if keys is None else first_look(start.folder / DATABASE_NAME, keys.database_key)


def open_window(start: Start) -> int:
    """Open the till and return the exit code when its window was closed.

    What keeps it from opening is said in a window of its own, with another try.

    Raises:
        PosError: As :class:`pos_app.bootstrap.window.RunningTill`, when nobody wants another try.
    """
    face = make_application(sys.argv[:1], start.language, theme=start.theme)
    while True:
        try:
            return _open_once(start, face)
        except PosError as error:
            from pos_app.ui.shell.trouble import wants_another_try

            is_played = PLAY_VARIABLE in os.environ
            if is_played or not wants_another_try(face, error.code, *error.arguments):
                raise


def _unlocked(start: Start, face: Face) -> Start:
    """Ask for the passphrase in a window where the till's secrets are sealed with one.

    Raises:
        StorageError: ``keys.locked``: nobody gave it.
    """
    sealed = start.key_file is None and (start.folder / PassphraseKeyStore.NAME).exists()
    if not sealed or start.opened is not None or os.environ.get(UNLOCK_VARIABLE):
        return start
    from pos_app.ui.shell.unlock import ask_passphrase

    keys = ask_passphrase(face, lambda spoken: PassphraseKeyStore(start.folder, lambda: spoken).load())
    if keys is None:
        raise StorageError("keys.locked")
    return replace(start, opened=HeldKeyStore(keys))


def _open_once(start: Start, face: Face) -> int:
    if DataLock.is_held(start.folder):
        # Said before anything is shown: nobody should begin to sign in at a till that is open elsewhere.
        raise StorageError("storage.in_use")
    start = _unlocked(start, face)
    look = look_first(start)
    from pos_app.bootstrap.foyer import Foyer
    from pos_app.bootstrap.loading import load_plain
    from pos_app.ui.tasks import QtLane

    opening = Opening(start, Foyer(face, look))
    if look is None:
        # Nobody is known yet, so there is nothing to show before the whole till is there.
        opening.finish()
    else:
        opening.foyer.show()
    loader = QtLane()
    if opening.till is None:
        loader.run(load_plain, opening.on_plain_loaded, opening.on_failed)
    try:
        code = face.app.exec()
    finally:
        loader.close(timeout_ms=LOAD_END_MS)
        opening.close()
    if opening.error is not None:
        opening.foyer.window.hide()
        raise opening.error
    return code


class Opening:
    """The way from a painted sign-in to an open till; everything here runs on the UI thread."""

    def __init__(self, start: Start, foyer: Foyer) -> None:
        """Keep how to open, and what stands there already."""
        self._start = start
        self._closed = False
        self._screens: ScreenLoader | None = None
        self.foyer = foyer
        self.till: RunningTill | None = None
        self.error: BaseException | None = None

    def finish(self) -> None:
        """Open the till behind the window.

        Raises:
            PosError: As :class:`pos_app.bootstrap.window.RunningTill`.
        """
        from pos_app.bootstrap.window import RunningTill

        self.till = RunningTill(self._start, self.foyer.face, foyer=self.foyer)
        self.till.open()
        address = os.environ.get(PLAY_VARIABLE)
        if address:
            from pos_app.ui.tour.player import attach

            attach(self.till.window, address=address)

    def on_plain_loaded(self, _nothing: object) -> None:
        """What knows no Qt is there: the screens come next."""
        from pos_app.bootstrap.loading import ScreenLoader
        from pos_app.ui.tasks import QtTimers

        later = partial(QtTimers(self.foyer.face.app).after, 0)
        self._screens = ScreenLoader(later, on_loaded=self.on_loaded, on_failed=self.on_failed)
        self._screens.step()

    def on_loaded(self) -> None:
        """The slow imports are done."""
        if self._closed:
            return
        try:
            self.finish()
        except BaseException as error:  # noqa: BLE001 - it is raised again where the program ends.
            self.on_failed(error)

    def on_failed(self, error: BaseException) -> None:
        """The till cannot be opened: end, and say why on the way out."""
        if not self._closed:
            self.error = error
            self.foyer.face.app.exit(1)

    def close(self) -> None:
        """Close the till, if it was opened."""
        self._closed = True
        if self._screens is not None:
            self._screens.stop()
        if self.till is not None:
            self.till.close()
