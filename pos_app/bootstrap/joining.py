"""A till joins a store, or takes the place of one that died: what it left behind goes to head office."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from platform import node

from pos_app.bootstrap.safekeeping import PLACE_SETTING
from pos_app.bootstrap.start import key_store
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.enrol_till import EnrolTill, Predecessor
from pos_app.services.errors import StorageError, SyncError, Unreachable
from pos_app.services.identity import RESTORED_SETTING
from pos_app.services.ports import KeyStore, TillKeys
from pos_app.services.records import Terminal
from pos_app.services.recover_journal import Recovered
from pos_app.storage.mirror import JournalMirror
from pos_app.storage.second_place import SecondPlace
from pos_app.storage.till_data import TillData, open_till_data
from pos_app.sync.central import HttpEnrolment
from pos_app.sync.http import CentralHttp
from pos_app.sync.recovery import HttpRecovery
from pos_app.sync.signing import RequestSigner
from retail_core.journal import Entry


@dataclass(frozen=True, slots=True)
class SecondDisk:
    """The second place that a person named, and the code that opens it."""

    place: SecondPlace
    code: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The till's identity, what was sent of an earlier incarnation, and why not all of it was."""

    terminal: Terminal
    recovered: Recovered | None = None
    trouble: SyncError | StorageError | None = None


def enrol_till(
    folder: Path,
    *,
    url: str,
    code: str,
    keys: KeyStore,
    renew: bool = False,
    second: SecondDisk | None = None,
) -> Joined:
    """Join a store with a one-time code; the folder becomes the till's.

    With a code that was made for a till that is there already this becomes its next incarnation.
    The secrets of a new till go to ``keys``.

    Raises:
        PosError: Wrong code, no answer, an enrolled till, or no place for the secrets.
    """
    ids = SystemIds()
    old_keys = None if second is None else second.place.keys(second.code)
    data = open_till_data(folder, key_store=keys, ids=ids)
    try:
        mirror = _mirror(data, second, keys=old_keys)
        join = EnrolTill(store=data.store, api=HttpEnrolment(), clock=SystemClock(), ids=ids)
        terminal = join(
            url=url,
            code=code,
            device_name=node() or "till",
            app_version=version("loop-pos"),
            renew=renew,
            predecessor=Predecessor(
                stored_through=_stored_through,
                known_through=lambda to: _known_through(data, mirror, terminal=to),
            ),
        )
        return _send(data, mirror, terminal=terminal)
    finally:
        data.close()


def recover(folder: Path, *, key_file: Path | None, second: SecondDisk | None) -> Joined:
    """Send once more what the incarnation before this one left behind; safe to repeat.

    Raises:
        PosError: The till is running, was never enrolled, or the second disk cannot be read.
    """
    keys = None if second is None else second.place.keys(second.code)
    data = open_till_data(folder, key_store=key_store(folder, key_file), ids=SystemIds())
    try:
        terminal = data.sync_notes.terminal()
        if terminal is None:
            raise StorageError("till.not_enrolled")
        return _send(data, _mirror(data, second, keys=keys), terminal=terminal)
    finally:
        data.close()


def _mirror(data: TillData, second: SecondDisk | None, *, keys: TillKeys | None) -> JournalMirror | None:
    """Return the mirror that was named, or the one that these files know of."""
    if second is not None and keys is not None:
        return JournalMirror(second.place, keys)
    with data.store.read() as work:
        folder = work.settings.get(RESTORED_SETTING) or work.settings.get(PLACE_SETTING)
    place = SecondPlace(Path(folder))
    return JournalMirror(place, data.keys) if folder and place.is_there else None


def _send(data: TillData, mirror: JournalMirror | None, *, terminal: Terminal) -> Joined:
    if terminal.incarnation == 1:
        return Joined(terminal)
    old = terminal.incarnation - 1
    try:
        recovery = _recovery(terminal, data.sync_notes.device_seed())
        return Joined(
            terminal,
            recovery.send(terminal.terminal, old, entries=_left_behind(data, mirror, incarnation=old)),
        )
    except (SyncError, StorageError) as error:
        return Joined(terminal, trouble=error)


def _left_behind(data: TillData, mirror: JournalMirror | None, *, incarnation: int) -> Iterator[Entry]:
    """Yield what the mirror has, and what these files have behind that."""
    seq = 0
    for entry in () if mirror is None else mirror.entries(incarnation):
        yield entry
        seq = entry.seq
    yield from data.entries_of(incarnation, after_seq=seq)


def _known_through(data: TillData, mirror: JournalMirror | None, *, terminal: Terminal) -> int:
    old = terminal.incarnation - 1
    head = None if mirror is None else mirror.head(old)
    seq = 0 if head is None else head.seq
    with data.store.read() as work:
        if work.terminal.get() is not None:
            seq = max(seq, work.journal.of(old).head().seq)
    return seq


def _stored_through(terminal: Terminal, seed: bytes) -> int | None:
    try:
        return _recovery(terminal, seed).stored_through(terminal.terminal, terminal.incarnation - 1)
    except Unreachable:
        return None


def _recovery(terminal: Terminal, seed: bytes) -> HttpRecovery:
    signer = RequestSigner(key_id=terminal.key_id, seed=seed, clock=SystemClock())
    return HttpRecovery(CentralHttp(terminal.url, signer), device_seed=seed)
