"""Whether ``till.db`` itself is sound: every page's authentication code, and SQLite's own structure."""

from collections.abc import Sequence
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from pos_app.services.errors import StorageError
from pos_app.storage.bare import connect

_READINGS = 3
"""A page that a checkpoint writes while it is read looks damaged once, not three times."""


def structure_of(path: Path, key: bytes) -> str:
    """Return ``storage.damaged`` or ``storage.wrong_key`` when SQLite's own structure is broken.

    Quick, and therefore done before a till opens that did not end well. It misses half of all flipped bits:
    :func:`damaged_pages` finds them while the till is running.
    """
    try:
        connection = connect(path, key, read_only=True)
    except StorageError as error:
        return error.code
    try:
        structure = connection.execute("PRAGMA quick_check").fetchall()
    except driver.DatabaseError:
        return "storage.damaged"
    finally:
        connection.close()
    return "" if structure == [("ok",)] else "storage.damaged"


def damaged_pages(path: Path, key: bytes) -> Sequence[str]:
    """Return what is wrong with the pages of the file as it lies on the disk; nothing when all are sound.

    A till may be writing meanwhile.

    Raises:
        StorageError: As :func:`pos_app.storage.bare.connect`.
    """
    found = _pages(path, key)
    for _ in range(_READINGS - 1):
        if not found:
            break
        found &= _pages(path, key)
    return sorted(found)


def damage_of(path: Path, key: bytes) -> str:
    """Return ``storage.damaged`` or ``storage.wrong_key`` when the file is not sound, otherwise nothing."""
    damage = structure_of(path, key)
    if damage:
        return damage
    try:
        return "storage.damaged" if damaged_pages(path, key) else ""
    except StorageError as error:
        return error.code


def _pages(path: Path, key: bytes) -> set[str]:
    connection = connect(path, key, read_only=True)
    try:
        return {str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")}
    except driver.DatabaseError as error:
        return {str(error)}
    finally:
        connection.close()
