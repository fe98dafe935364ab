"""Whether ``till.db`` itself is sound: every page's authentication code, and SQLite's own structure."""

from pathlib import Path

import sqlcipher3.dbapi2 as driver

from pos_app.services.errors import StorageError
from pos_app.storage.bare import connect


def damage_of(path: Path, key: bytes) -> str:
    """Return ``storage.damaged`` or ``storage.wrong_key`` when the file is not sound, otherwise nothing.

    ``quick_check`` alone misses half of all flipped bits; ``cipher_integrity_check`` finds each.
    """
    try:
        connection = connect(path, key, read_only=True)
    except StorageError as error:
        return error.code
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = connection.execute("PRAGMA quick_check").fetchall()
    except driver.DatabaseError:
        return "storage.damaged"
    finally:
        connection.close()
    return "" if not pages and structure == [("ok",)] else "storage.damaged"
