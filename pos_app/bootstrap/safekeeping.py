"""The second place of a till: mirror and backups while it runs, and what the command line does with it."""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pos_app.bootstrap.office import beside
from pos_app.bootstrap.start import key_store
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.back_up import BackUp, week_of
from pos_app.services.errors import StorageError
from pos_app.services.identity import RESTORED_SETTING
from pos_app.services.mirror_journal import MirrorJournal
from pos_app.services.ports import Clock, Store, TillKeys
from pos_app.services.records import Terminal
from pos_app.services.safety import Safety
from pos_app.storage.backup import Backups
from pos_app.storage.mirror import JournalMirror
from pos_app.storage.second_place import SecondPlace, sync_folder
from pos_app.storage.till_data import DATABASE_NAME, TillData, open_till_data

PLACE_SETTING = "second_place.folder"


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """What keeps copies while a till is running."""

    mirror: MirrorJournal
    back_up: BackUp


def build_safekeeping(
    data: TillData, terminal: Terminal, *, safety: Safety, clock: Clock
) -> Safekeeping | None:
    """Return what keeps copies, ``None`` where no second place was set up."""
    place = _place(data.store)
    if place is None:
        return None
    backups = Backups(place, data.keys)
    return Safekeeping(
        mirror=MirrorJournal(JournalMirror(place, data.keys), store=data.store, safety=safety, clock=clock),
        back_up=BackUp(
            backups,
            make=lambda day, week: backups.make(data.folder / DATABASE_NAME, day=day, week=week),
            time_zone=terminal.store.time_zone,
            safety=safety,
            clock=clock,
        ),
    )


def set_up_place(folder: Path, *, to: Path, key_file: Path | None) -> tuple[SecondPlace, str]:
    """Make a second place for the till in ``folder``, and return it with its recovery code.

    Raises:
        StorageError: The till is running, was never enrolled, or the place cannot be written.
    """
    ids = SystemIds()
    data = open_till_data(folder, key_store=key_store(folder, key_file), ids=ids)
    try:
        terminal = _enrolled(data.store)
        place = SecondPlace(to.resolve() / terminal.label)
        if to.resolve().is_relative_to(folder.resolve()):
            raise StorageError("mirror.same_place", str(to))
        code = place.set_up(data.keys, ids)
        with data.store.write() as work:
            work.settings.put(PLACE_SETTING, str(place.folder))
    finally:
        data.close()
    return place, code


def turn_off_place(folder: Path, *, key_file: Path | None) -> None:
    """Make no more copies; those that are there stay.

    Raises:
        StorageError: The till is running.
    """
    data = open_till_data(folder, key_store=key_store(folder, key_file), ids=SystemIds())
    try:
        with data.store.write() as work:
            work.settings.put(PLACE_SETTING, "")
    finally:
        data.close()


def back_up_now(folder: Path, *, key_file: Path | None) -> Path:
    """Make a backup beside the running till, verify it, and return it.

    Raises:
        StorageError: No second place was set up, it is not there, or the backup did not verify.
    """
    keys = _keys(folder, key_file)
    with beside(folder, key_file) as store:
        terminal = _enrolled(store)
        place = _place(store)
    if place is None:
        raise StorageError("mirror.not_set_up")
    now = datetime.fromtimestamp(SystemClock().now_ms() / 1000, UTC)
    now = now.astimezone(ZoneInfo(terminal.store.time_zone))
    return Backups(place, keys).make(folder / DATABASE_NAME, day=now.date().isoformat(), week=week_of(now))


def restore(folder: Path, *, place: SecondPlace, code: str, key_file: Path | None) -> Path:
    """Put the newest sound backup into an empty folder; return which one it was.

    The till then has to be enrolled again: others may have seen receipts that the backup does not know.

    Raises:
        StorageError: The folder holds a till, the code is wrong, or there is no sound backup.
    """
    if (folder / DATABASE_NAME).exists():
        raise StorageError("restore.folder_in_use", str(folder))
    keys = place.keys(code)
    backup = Backups(place, keys).newest_sound()
    if backup is None:
        raise StorageError("restore.no_backup", str(place.folder))
    store_of_keys = key_store(folder, key_file)
    known = store_of_keys.load()
    if known is None:
        store_of_keys.save(keys)
    elif known != keys:
        raise StorageError("restore.other_key")
    _copy_durably(backup, folder / DATABASE_NAME)
    data = open_till_data(folder, key_store=store_of_keys, ids=SystemIds())
    try:
        with data.store.write() as work:
            work.settings.put(RESTORED_SETTING, str(place.folder))
    finally:
        data.close()
    return backup


def place_named(folder: Path) -> SecondPlace:
    """Return the second place that a person named: the till's own folder, or the one above with one till.

    Raises:
        StorageError: ``mirror.missing``.
    """
    here = SecondPlace(folder.resolve())
    if here.is_there:
        return here
    below = [SecondPlace(each) for each in sorted(folder.iterdir())] if folder.is_dir() else []
    found = [each for each in below if each.is_there]
    if len(found) != 1:
        raise StorageError("mirror.missing", str(folder))
    return found[0]


def _place(store: Store) -> SecondPlace | None:
    with store.read() as work:
        folder = work.settings.get(PLACE_SETTING)
    return SecondPlace(Path(folder)) if folder else None


def _enrolled(store: Store) -> Terminal:
    with store.read() as work:
        terminal = work.terminal.get()
    if terminal is None:
        raise StorageError("till.not_enrolled")
    return terminal


def _keys(folder: Path, key_file: Path | None) -> TillKeys:
    keys = key_store(folder, key_file).load()
    if keys is None:
        raise StorageError("keys.missing")
    return keys


def _copy_durably(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        code = "restore.failed"
        raise StorageError(code) from error
