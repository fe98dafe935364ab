"""Opens a till's data folder: lock, keys, integrity after an unclean stop, schema, catalog."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, select

from pos_app.services.errors import StorageError
from pos_app.services.ports import Ids, KeyStore, TillKeys
from pos_app.storage.bare import connect
from pos_app.storage.catalog_files import SqlCatalogFiles
from pos_app.storage.catalog_reader import CurrentFile, SqlCatalog
from pos_app.storage.data_lock import DataLock
from pos_app.storage.engine import open_reader, open_writer
from pos_app.storage.feed_sink import SqlFeedSink
from pos_app.storage.foreign_errors import translated
from pos_app.storage.integrity import damaged_pages, structure_of
from pos_app.storage.migrate import HEAD, revision_of, upgrade
from pos_app.storage.reserve import FolderRoom
from pos_app.storage.sync_views import SqlOutbox, SqlSyncNotes
from pos_app.storage.tables import sync_state
from pos_app.storage.unit_of_work import SqlStore
from retail_core.journal import Entry

DATABASE_NAME = "till.db"
_KEY_BYTES = 32
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class TillData:
    """Everything that lies in a till's data folder, open."""

    store: SqlStore
    catalog: SqlCatalog
    catalog_files: SqlCatalogFiles
    outbox: SqlOutbox
    feed_sink: SqlFeedSink
    sync_notes: SqlSyncNotes
    keys: TillKeys
    folder: Path
    room: FolderRoom
    """The room on the disk of the folder."""
    ended_well: bool
    """Whether the process before this one ended as it should."""
    _engines: tuple[Engine, ...]
    _lock: DataLock

    def damaged_pages(self) -> Sequence[str]:
        """Return what is wrong with the pages of ``till.db``; seconds for a large one, beside all else.

        Raises:
            StorageError: The file cannot be opened at all.
        """
        return damaged_pages(self.folder / DATABASE_NAME, self.keys.database_key)

    def entries_of(self, incarnation: int, *, after_seq: int = 0) -> Iterator[Entry]:
        """Yield the entries of any incarnation of this till that lie in these files, in order."""
        while True:
            with self.store.read() as work:
                entries = work.journal.of(incarnation).after(after_seq, _CHUNK)
            if not entries:
                return
            yield from entries
            after_seq = entries[-1].seq

    def close(self) -> None:
        """Close all files and let the folder go."""
        self.catalog.close()
        for engine in self._engines:
            engine.dispose()
        self._lock.release()


def open_till_data(folder: Path, *, key_store: KeyStore, ids: Ids) -> TillData:
    """Open ``folder`` for the one process that writes; an empty folder becomes a new till's.

    Raises:
        StorageError: ``storage.in_use``, ``keys.unavailable``, ``keys.missing`` (the database is there, its
            key is not), ``storage.wrong_key``, ``storage.damaged`` or ``storage.newer``.
    """
    lock = DataLock(folder)
    try:
        path = folder / DATABASE_NAME
        keys = _keys(key_store, ids, is_new=not path.exists())
        if not lock.ended_well and path.exists():
            _refuse_broken_structure(path, keys)
        writer = open_writer(path, keys.database_key)
        _bring_up_to_date(path, keys, writer=writer)
        reader = open_reader(path, keys.database_key)
        return _assemble(folder, keys, engines=(writer, reader), lock=lock, ids=ids)
    except BaseException:
        lock.release(ended_well=lock.ended_well)
        raise


def open_for_reading(folder: Path, keys: TillKeys, *, ids: Ids) -> tuple[SqlStore, Engine]:
    """Open ``till.db`` beside a running till, for ``doctor``, ``verify`` and ``export``; nothing is written.

    Raises:
        StorageError: As ``open_till_data``; ``storage.failed`` when there is no database.
    """
    reader = open_reader(folder / DATABASE_NAME, keys.database_key, file_only=True)
    return SqlStore(writer=reader, reader=reader, ids=ids), reader


@contextmanager
def open_beside(folder: Path, keys: TillKeys, *, ids: Ids) -> Iterator[tuple[SqlStore, SqlCatalog]]:
    """Open the books and the catalog beside a till that may be running; nothing is written.

    Raises:
        StorageError: As :func:`open_for_reading`.
    """
    store, reader = open_for_reading(folder, keys, ids=ids)
    catalog = SqlCatalog(_current_file(folder, reader))
    try:
        yield store, catalog
    finally:
        catalog.close()
        reader.dispose()


def _keys(key_store: KeyStore, ids: Ids, *, is_new: bool) -> TillKeys:
    keys = key_store.load()
    if keys is not None:
        return keys
    if not is_new:
        raise StorageError("keys.missing")
    keys = TillKeys(database_key=ids.secret(_KEY_BYTES), pin_pepper=ids.secret(_KEY_BYTES))
    key_store.save(keys)
    return keys


def _refuse_broken_structure(path: Path, keys: TillKeys) -> None:
    damage = structure_of(path, keys.database_key)
    if damage:
        raise StorageError(damage)


def _bring_up_to_date(path: Path, keys: TillKeys, *, writer: Engine) -> None:
    with closing(connect(path, keys.database_key)) as connection:
        revision = revision_of(connection)
    if revision != HEAD:
        upgrade(writer)


def _assemble(
    folder: Path, keys: TillKeys, *, engines: tuple[Engine, Engine], lock: DataLock, ids: Ids
) -> TillData:
    writer, reader = engines
    store = SqlStore(writer=writer, reader=reader, ids=ids)
    current = _current_file(folder, reader)
    files = SqlCatalogFiles(folder, store=store, current=current)
    files.remove_old()
    return TillData(
        store=store,
        catalog=SqlCatalog(current),
        catalog_files=files,
        outbox=SqlOutbox(store),
        feed_sink=SqlFeedSink(store, pin_pepper=keys.pin_pepper),
        sync_notes=SqlSyncNotes(store),
        keys=keys,
        folder=folder,
        room=FolderRoom(folder),
        ended_well=lock.ended_well,
        _engines=engines,
        _lock=lock,
    )


def _current_file(folder: Path, reader: Engine) -> CurrentFile:
    with translated(), reader.begin() as connection:
        row = connection.execute(select(sync_state.c.catalog_file, sync_state.c.catalog_expected)).first()
    if row is None or not row.catalog_file:
        return CurrentFile(None, expected=0)
    path = folder / row.catalog_file
    # A catalog that somebody deleted is fetched again; the till goes on with open items until then.
    return CurrentFile(path if path.exists() else None, expected=row.catalog_expected)
