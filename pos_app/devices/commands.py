"""The ESC/POS commands that the writer sends; those that python-escpos names come from there.

Source: Epson ESC/POS command reference; python-escpos 3.1, ``escpos.constants``.
"""

from typing import Final

from escpos import constants

INIT: Final[bytes] = constants.HW_INIT
DRAWER_PULSE: Final[bytes] = constants.CD_KICK_2
ASK_DRAWER: Final[bytes] = constants.RT_STATUS + b"\x01"
"""Printer status; one of its bits is the level of the drawer's switch."""
ASK_PAPER: Final[bytes] = constants.RT_STATUS_PAPER
ASK_OFFLINE_CAUSE: Final[bytes] = constants.RT_STATUS + b"\x02"
CHARACTERS_USA: Final = b"\x1bR\x00"
CHINESE_ON: Final = b"\x1c&"
CHINESE_OFF: Final = b"\x1c."
LINE_FEED: Final = b"\n"
FEED_AND_CUT: Final = b"\x1dVB\x00"
BARCODE_TEXT_BELOW: Final = b"\x1dH\x02"
BARCODE_HEIGHT: Final = b"\x1dh\x50"
BARCODE_MODULE_2_DOTS: Final = b"\x1dw\x02"


def align(place: int) -> bytes:
    """Return the command for 0 = left, 1 = centre, 2 = right."""
    return b"\x1ba" + bytes([place])


def bold(on: bool) -> bytes:
    """Return the command that turns bold on or off."""
    return b"\x1bE" + bytes([on])


def inverse(on: bool) -> bytes:
    """Return the command that turns white on black on or off."""
    return b"\x1dB" + bytes([on])


def size(width: int, height: int) -> bytes:
    """Return the command that multiplies characters, each 1 to 8 times."""
    return b"\x1d!" + bytes([(width - 1) << 4 | (height - 1)])


def line_spacing(dots: int) -> bytes:
    """Return the command that sets the distance of lines."""
    return b"\x1b3" + bytes([dots])


def feed_lines(lines: int) -> bytes:
    """Return the command that feeds 1 to 255 lines."""
    return b"\x1bd" + bytes([lines])


def raster(width_bytes: int, rows: bytes) -> bytes:
    """Return the command that prints a picture: ``rows`` of ``width_bytes`` each, 1 bit = 1 black dot."""
    height = len(rows) // width_bytes
    return b"\x1dv0\x00" + width_bytes.to_bytes(2, "little") + height.to_bytes(2, "little") + rows


def qr(data: bytes, module_dots: int) -> bytes:
    """Return the commands that print a native QR code (model 2, correction M)."""
    return b"".join(
        (
            _symbol(b"\x41\x32\x00"),
            _symbol(b"\x43" + bytes([module_dots])),
            _symbol(b"\x45\x31"),
            _symbol(b"\x50\x30" + data),
            _symbol(b"\x51\x30"),
        )
    )


def _symbol(function: bytes) -> bytes:
    return b"\x1d(k" + (len(function) + 1).to_bytes(2, "little") + b"\x31" + function


def code128(data: bytes) -> bytes:
    """Return the command that prints ``data``, printable ASCII, as Code 128 in set B."""
    quoted = b"{B" + data.replace(b"{", b"{{")
    return b"\x1dkI" + bytes([len(quoted)]) + quoted
