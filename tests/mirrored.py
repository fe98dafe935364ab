"""How far a second disk has a till's journal, read as a restore would read it."""

from pathlib import Path

from pos_app.bootstrap.safekeeping import place_named
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.mirror import JournalMirror


def mirrored_through(disk: Path, key_file: Path) -> int:
    """Return the last ``seq`` of the first incarnation that lies on ``disk``; 0 for none."""
    keys = FileKeyStore(key_file).load()
    assert keys is not None
    head = JournalMirror(place_named(disk), keys).head(1)
    return 0 if head is None else head.seq
