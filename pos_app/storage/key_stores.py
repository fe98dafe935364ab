"""Where the till's two secrets lie: the OS keyring, a file that a passphrase opens, or a file that was named.

Nothing falls back silently: a keyring that is not there is ``keys.unavailable``, and the person chooses.
"""

import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys

_SERVICE = "loop-pos"
_OWNER_ONLY = 0o600
_KEY_BYTES = 32
_SHORTEST = 8


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
        _write_new(self._path, _text(keys))


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


class PassphraseKeyStore:
    """A file in the data folder that is sealed with a passphrase, for a computer without a keyring."""

    NAME = "sealed.key"

    def __init__(self, data_folder: Path, ask: Callable[[], str]) -> None:
        """Keep the place; ``ask`` returns the passphrase, and is asked once."""
        self._path = data_folder / self.NAME
        self._ask = ask
        self._passphrase: str | None = None

    def load(self) -> TillKeys | None:
        """Return the keys, or ``None`` if the file is not there.

        Raises:
            StorageError: ``keys.wrong_passphrase`` or ``keys.unavailable``.
        """
        from nacl.exceptions import CryptoError
        from nacl.secret import SecretBox

        try:
            content = json.loads(self._path.read_text(encoding="ascii"))
            sealed, salt = bytes.fromhex(content["keys"]), bytes.fromhex(content["salt"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            code = "keys.unavailable"
            raise StorageError(code) from error
        key = self._stretched(salt, ops=int(content["ops"]), mem=int(content["mem"]))
        try:
            return _keys(SecretBox(key).decrypt(sealed).decode())
        except CryptoError as error:
            self._passphrase = None
            code = "keys.wrong_passphrase"
            raise StorageError(code) from error

    def save(self, keys: TillKeys) -> None:
        """Seal new keys into a new file; one that is there is never overwritten.

        Raises:
            StorageError: ``keys.unavailable``, or ``keys.short_passphrase`` (less than 8 characters).
        """
        from nacl import pwhash
        from nacl.secret import SecretBox
        from nacl.utils import random

        salt = random(pwhash.argon2id.SALTBYTES)
        ops, mem = pwhash.argon2id.OPSLIMIT_MODERATE, pwhash.argon2id.MEMLIMIT_MODERATE
        if len(self._spoken()) < _SHORTEST:
            self._passphrase = None
            raise StorageError("keys.short_passphrase", _SHORTEST)
        sealed = bytes(SecretBox(self._stretched(salt, ops=ops, mem=mem)).encrypt(_text(keys).encode()))
        document = {"salt": salt.hex(), "ops": ops, "mem": mem, "keys": sealed.hex()}
        _write_new(self._path, json.dumps(document))

    def _spoken(self) -> str:
        if self._passphrase is None:
            self._passphrase = self._ask()
        return self._passphrase

    def _stretched(self, salt: bytes, *, ops: int, mem: int) -> bytes:
        from nacl import pwhash

        spoken = unicodedata.normalize("NFC", self._spoken()).encode()
        return pwhash.argon2id.kdf(_KEY_BYTES, spoken, salt, opslimit=ops, memlimit=mem)


class HeldKeyStore:
    """Keys that somebody has opened already."""

    def __init__(self, keys: TillKeys) -> None:
        self._keys = keys

    def load(self) -> TillKeys | None:
        """Return the keys."""
        return self._keys

    def save(self, keys: TillKeys) -> None:
        """Refuse: these are there already.

        Raises:
            StorageError: ``keys.unavailable``.
        """
        del keys
        raise StorageError("keys.unavailable")


def _write_new(path: Path, text: str) -> None:
    """Write a file that only its owner may read; one that is there is never overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
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
