"""The catalog file: downloaded under a temporary name, verified, then handed to storage.

Source: DESIGN.md §4, "Catalog files are never overwritten".
"""

import hashlib
from pathlib import Path

import zstandard
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from pos_app.services.errors import Rejected
from pos_app.services.ports import CatalogFile, CatalogFiles
from pos_app.sync.http import CentralHttp
from retail_core.wire.feed import CatalogManifest

_DOMAIN = b"POSC1\0"
_CHUNK_BYTES = 256 * 1024


class CatalogLoader:
    """Fetches the newest catalog file; used by the feed lane.

    What of a download has come stays when it breaks off, and the next try goes on behind it, also after a
    restart of the till.
    """

    def __init__(self, http: CentralHttp, files: CatalogFiles, *, root_public_key: bytes) -> None:
        """Keep the way to the server, where files go, and whose signature counts."""
        self._http = http
        self._files = files
        self._root_key = VerifyKey(root_public_key)

    def fetch(self) -> CatalogFile:
        """Download, verify and stage the newest file; it is not current yet.

        Raises:
            Unreachable: Try again later.
            Rejected: ``catalog.signature`` or ``catalog.damaged``: what came is not what was signed.
            StorageError: It could not be stored.
        """
        manifest = self._http.get("/v1/catalog", CatalogManifest)
        self._check_signature(manifest)
        packed = self._files.download_path(manifest.version)
        unpacked = self._files.temporary_path(manifest.version)
        self._download(manifest, packed)
        try:
            _unpack(manifest, packed, unpacked=unpacked)
            return self._files.stage(manifest.version, unpacked, expected_products=manifest.products)
        finally:
            unpacked.unlink(missing_ok=True)
            packed.unlink(missing_ok=True)

    def _check_signature(self, manifest: CatalogManifest) -> None:
        message = _DOMAIN + manifest.version.encode() + b"\0" + manifest.sha256.encode()
        try:
            self._root_key.verify(message, bytes.fromhex(manifest.signature))
        except (BadSignatureError, ValueError) as error:
            raise Rejected("catalog.signature", manifest.version) from error

    def _download(self, manifest: CatalogManifest, path: Path) -> None:
        """Add to ``path`` what is missing of the compressed file."""
        size = path.stat().st_size if path.exists() else 0
        if size > manifest.compressed_size:
            path.unlink()
            size = 0
        if size == manifest.compressed_size:
            return
        with path.open("ab") as file:
            for piece in self._http.download(f"/v1/catalog/{manifest.version}", start=size):
                if piece.place != file.tell():
                    # The server gave the whole of it.
                    file.truncate(piece.place)
                    file.seek(piece.place)
                file.write(piece.data)
                if file.tell() > manifest.compressed_size:
                    break


def _unpack(manifest: CatalogManifest, packed: Path, *, unpacked: Path) -> None:
    """Unpack a whole download and compare it with what was signed.

    Raises:
        Rejected: ``catalog.damaged``.
    """
    digest = hashlib.sha256()
    size_bytes = 0
    unpacker = zstandard.ZstdDecompressor().decompressobj()
    try:
        with packed.open("rb") as source, unpacked.open("wb") as file:
            while chunk := source.read(_CHUNK_BYTES):
                plain = unpacker.decompress(chunk)
                size_bytes += len(plain)
                if size_bytes > manifest.size:
                    raise Rejected("catalog.damaged", manifest.version)
                digest.update(plain)
                file.write(plain)
    except zstandard.ZstdError as error:
        raise Rejected("catalog.damaged", manifest.version) from error
    if digest.hexdigest() != manifest.sha256:
        raise Rejected("catalog.damaged", manifest.version)
