"""The data to practise on: a folder of its own beside the till's, with the same people and goods.

The till's own files are only read here. Source: docs/rules/training.md, "A space of its own".
"""

import hashlib
import hmac
import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import delete, insert, select

from pos_app.services.errors import StorageError
from pos_app.services.ports import Ids, TillKeys
from pos_app.services.training import training_terminal
from pos_app.storage.bare import damaged_as_storage_error
from pos_app.storage.catalog_reader import connect_catalog
from pos_app.storage.key_stores import HeldKeyStore
from pos_app.storage.tables import issuer_keys, staff, stock, sync_state
from pos_app.storage.till_data import TillData, open_for_reading, open_till_data

FOLDER: Final = "training"
_SECRET: Final = b"loop-pos training"
_SEED_BYTES: Final = 32
_SAME: Final = (staff, stock, issuer_keys)
"""What practice knows of the store as it is: people, stock, and whose codes are genuine. No members."""


@dataclass(frozen=True, slots=True)
class Practised:
    """How far practice went: the receipts made in the data called ``space_id``."""

    space_id: str
    through: int


class TrainingSpace:
    """The practice data of one till; off the storage lane, since it reads a whole catalog."""

    def __init__(self, real: TillData, *, ids: Ids) -> None:
        """Keep the till whose people and goods it has."""
        self._real = real
        self._ids = ids
        self.folder: Path = real.folder / FOLDER
        self.keys = training_keys(real.keys)

    def prepare(self, *, now_ms: int) -> None:
        """Make the data if there is none, and bring people, goods and settings up to date.

        Raises:
            StorageError: ``storage.in_use``: somebody practises already; ``till.not_enrolled``.
        """
        real_terminal = self._real.sync_notes.terminal()
        if real_terminal is None:
            raise StorageError("till.not_enrolled")
        data = open_till_data(self.folder, key_store=HeldKeyStore(self.keys), ids=self._ids)
        try:
            with data.store.read() as work:
                known = work.terminal.get()
            space_id = self._ids.new_id() if known is None else known.terminal
            with data.store.write() as work:
                seed = self._ids.secret(_SEED_BYTES) if known is None else work.terminal.device_seed()
                work.terminal.put(training_terminal(real_terminal, space_id), seed)
            self._copy_rows(data)
            self._copy_catalog(data, now_ms=now_ms)
        finally:
            data.close()

    def practised(self) -> Practised | None:
        """Return how many receipts were made; ``None`` where nobody has practised yet.

        Raises:
            StorageError: The data cannot be read.
        """
        if not (self.folder / "till.db").exists():
            return None
        store, reader = open_for_reading(self.folder, self.keys, ids=self._ids)
        try:
            with store.read() as work:
                terminal = work.terminal.get()
                if terminal is None:
                    return None
                return Practised(terminal.terminal, work.sales.next_receipt_seq(terminal.incarnation) - 1)
        finally:
            reader.dispose()

    def wipe(self) -> None:
        """Remove the data; the next practice begins anew."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _copy_rows(self, data: TillData) -> None:
        for table in _SAME:
            with self._real.store.read() as work:
                rows = [dict(row._mapping) for row in work.connection.execute(select(table))]  # noqa: SLF001 - SQLAlchemy's public name
            with data.store.write() as work:
                work.connection.execute(delete(table))
                if rows:
                    work.connection.execute(insert(table), rows)

    def _copy_catalog(self, data: TillData, *, now_ms: int) -> None:
        """Take over the catalog as it is now, as a file of its own."""
        with self._real.store.read() as work:
            known = work.connection.execute(select(sync_state)).one()
        source = self._real.folder / known.catalog_file
        if known.catalog_file and source.exists():
            target = self.folder / known.catalog_file
            for tail in ("", "-wal", "-shm"):
                target.with_name(target.name + tail).unlink(missing_ok=True)
            with (
                damaged_as_storage_error(),
                closing(connect_catalog(source, read_only=True)) as connection,
                closing(driver.connect(str(target))) as copy,
            ):
                connection.backup(copy)
        with data.store.write() as work:
            work.sync_state.put_columns(
                {
                    "catalog_file": known.catalog_file,
                    "catalog_expected": known.catalog_expected,
                    "store_page_ms": now_ms,
                    "catalog_page_ms": now_ms,
                    "keys_ms": known.keys_ms,
                }
            )


def training_keys(real: TillKeys) -> TillKeys:
    """Return the secrets of the practice data: made from the till's own, so that nobody keeps them."""
    key = hmac.new(real.database_key, _SECRET, hashlib.sha256).digest()
    return replace(real, database_key=key)
