"""QR codes and Code 128 as modules, before anyone knows how large a dot is."""

from dataclasses import dataclass
from typing import Final

QR_QUIET_MODULES = 4
_BARCODE_QUIET_MODULES = 10
_BYTE_MODE: Final = 4


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """The modules of a QR code without its quiet zone; True is black."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def modules_with_quiet_zone(self) -> int:
        """Return the width in modules, with the white margin that scanners need."""
        return len(self.rows) + 2 * QR_QUIET_MODULES


def qr_matrix(data: str) -> QrMatrix | None:
    """Return ``data`` as a QR code with correction M, or None if it is empty or longer than any code.

    qrcode 8.2 fails on long runs of zero bits, such as dozens of the digit 0; bytes have none.
    """
    return (_qr_matrix(data, as_bytes=False) or _qr_matrix(data, as_bytes=True)) if data else None


def _qr_matrix(data: str, *, as_bytes: bool) -> QrMatrix | None:
    import qrcode
    from qrcode.exceptions import DataOverflowError
    from qrcode.util import QRData

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(QRData(data.encode("utf-8"), mode=_BYTE_MODE) if as_bytes else data)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return None
    return QrMatrix(tuple(tuple(bool(module) for module in row) for row in code.get_matrix()))


def code128_modules(data: str) -> str | None:
    """Return ``data`` in Code 128 as 1 (black) and 0 with its quiet zones, or None if it cannot be."""
    import barcode

    if not data or not all(" " <= char <= "~" for char in data):
        return None
    quiet = "0" * _BARCODE_QUIET_MODULES
    return quiet + str(barcode.Code128(data).build()[0]) + quiet
