"""Where the till's two secrets lie: the OS keyring, a file that was named, or the demo's own file.

Nothing falls back silently: a keyring that is not there is ``keys.unavailable``, and the person chooses.
"""

import json
import os
from pathlib import Path

from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys

_SERVICE = "loop-pos"
_OWNER_ONLY = 0o600


class FileKeyStore:
    """A file that only its owner may read: ``--key-file``, and the demo's ``till.key``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> TillKeys | None:
        """Return the keys, or ``None`` if the file is not there.

        Raises:
            StorageError: ``keys.unavailable`` or ``keys.too_open`` (others may read the file).
        """
        try:
            if os.name == "posix" and self._path.stat().st_mode & 0o077:
                raise StorageError("keys.too_open", str(self._path))
            text = self._path.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            code = "keys.unavailable"
            raise StorageError(code) from error
        return _keys(text)

    def save(self, keys: TillKeys) -> None:
        """Write the keys into a new file; one that is there is never overwritten.

        Raises:
            StorageError: ``keys.unavailable``.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(_text(keys))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            code = "keys.unavailable"
            raise StorageError(code) from error


class KeyringKeyStore:
    """The keyring of the operating system, one entry per data folder."""

    def __init__(self, data_folder: Path) -> None:
        self._account = str(data_folder.resolve())

    def load(self) -> TillKeys | None:
        """Return the keys, or ``None`` if none were made; raises as the port says."""
        import keyring
        from keyring.errors import KeyringError

        try:
            text = keyring.get_password(_SERVICE, self._account)
        except KeyringError as error:
            code = "keys.unavailable"
            raise StorageError(code) from error
        return None if text is None else _keys(text)

    def save(self, keys: TillKeys) -> None:
        """Keep new keys; raises as the port says."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(_SERVICE, self._account, _text(keys))
        except KeyringError as error:
            code = "keys.unavailable"
            raise StorageError(code) from error


def _text(keys: TillKeys) -> str:
    return json.dumps({"database_key": keys.database_key.hex(), "pin_pepper": keys.pin_pepper.hex()})


def _keys(text: str) -> TillKeys:
    try:
        content = json.loads(text)
        return TillKeys(bytes.fromhex(content["database_key"]), bytes.fromhex(content["pin_pepper"]))
    except (ValueError, KeyError, TypeError) as error:
        code = "keys.unavailable"
        raise StorageError(code) from error
