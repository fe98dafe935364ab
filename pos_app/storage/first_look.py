"""What the sign-in screen shows, read before SQLAlchemy is imported: store, till and who may sign in."""

import json
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from pos_app.services.records import StaffTile
from pos_app.storage.bare import connect, damaged_as_storage_error


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The till before anybody signed in; ``staff`` by name."""

    store_name: str
    terminal_label: str
    languages: tuple[str, ...]
    staff: tuple[StaffTile, ...]
    settings: dict[str, str]
    training: bool = False
    """Whether this is a till to practise on."""


def first_look(path: Path, key: bytes) -> FirstLook | None:
    """Return what to show, or ``None`` when the file is not there or no till was enrolled in it.

    Raises:
        StorageError: as ``connect``.
    """
    if not path.exists():
        return None
    connection = connect(path, key, read_only=True)
    try:
        with damaged_as_storage_error():
            return _look(connection)
    finally:
        connection.close()


def _look(connection: driver.Connection) -> FirstLook | None:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'terminal'").fetchone() is None:
        return None
    row = connection.execute("SELECT doc FROM terminal").fetchone()
    if row is None:
        return None
    doc = json.loads(row[0])
    staff = connection.execute(
        "SELECT staff_id, name, role FROM staff WHERE active = 1 ORDER BY name, staff_id"
    ).fetchall()
    settings = connection.execute("SELECT name, value FROM settings").fetchall()
    return FirstLook(
        store_name=doc["store"]["name"],
        terminal_label=doc["label"],
        languages=tuple(doc["store"]["languages"]),
        staff=tuple(StaffTile(*found) for found in staff),
        settings=dict(settings),
        training=bool(doc.get("training", False)),
    )
