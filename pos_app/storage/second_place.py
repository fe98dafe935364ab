"""The second place: a folder on another disk with the journal's mirror, backups, and the wrapped keys.

Everything in it is encrypted. The recovery code, which was shown once when the place was set up, opens it on
any machine; without it the place is of no use to who finds it.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from pos_app.services.errors import StorageError
from pos_app.services.ports import Ids, TillKeys
from retail_core.codes.crockford import ALPHABET, normalise

_NAME = "recovery.json"
_FORMAT = 1
_CODE_CHARS = 32
_GROUP = 4
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """A folder of one till: ``<where the operator said>/<the till's label>``."""

    folder: Path

    @property
    def is_there(self) -> bool:
        """Whether the disk is plugged in and the place on it was set up."""
        return (self.folder / _NAME).exists()

    def require(self) -> None:
        """Return if the place is there.

        Raises:
            StorageError: ``mirror.missing``: writing to an empty mount point would fill the till's own disk.
        """
        if not self.is_there:
            raise StorageError("mirror.missing", str(self.folder))

    def set_up(self, keys: TillKeys, ids: Ids) -> str:
        """Make the place, or make its code anew; return the recovery code, which is kept nowhere.

        Raises:
            StorageError: ``mirror.unwritable``.
        """
        code = "".join(ALPHABET[byte % len(ALPHABET)] for byte in ids.secret(_CODE_CHARS))
        secret = json.dumps([keys.database_key.hex(), keys.pin_pepper.hex()]).encode()
        wrapped = SecretBox(_key_of(code)).encrypt(secret)
        document = json.dumps({"format": _FORMAT, "keys": bytes(wrapped).hex()})
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_durably(self.folder / _NAME, document.encode())
        except OSError as error:
            raise StorageError("mirror.unwritable", str(self.folder)) from error
        return "-".join(code[at : at + _GROUP] for at in range(0, _CODE_CHARS, _GROUP))

    def keys(self, code: str) -> TillKeys:
        """Return the till's keys.

        Raises:
            StorageError: ``mirror.missing``, or ``recovery.wrong_code``.
        """
        self.require()
        document = json.loads((self.folder / _NAME).read_text(encoding="utf-8"))
        plain = normalise(code)
        try:
            opened = SecretBox(_key_of(plain)).decrypt(bytes.fromhex(document["keys"]))
        except (CryptoError, ValueError) as error:
            code_ = "recovery.wrong_code"
            raise StorageError(code_) from error
        database_key, pin_pepper = json.loads(opened)
        return TillKeys(bytes.fromhex(database_key), bytes.fromhex(pin_pepper))


def write_durably(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, or as it was before, whatever happens meanwhile."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _key_of(code: str) -> bytes:
    # 160 random bits: nothing is gained by making each guess slow.
    return hashlib.blake2b(code.encode(), digest_size=_KEY_BYTES, person=b"loop-recovery").digest()
