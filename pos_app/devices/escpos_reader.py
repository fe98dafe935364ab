"""Reads ESC/POS bytes as a printer would: lines of text, events, and what would stand on the paper.

Written from the command reference, not from our writer, so that it can disagree with it. Tests, the tour and
the on-screen preview see receipts through it.

Source: Epson ESC/POS command reference; Chinese commands after the manuals of common 58 and 80 mm printers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pos_app.devices.encoder import columns_of
from pos_app.services.documents import Align

_ALIGNS = {0: Align.LEFT, 1: Align.CENTER, 2: Align.RIGHT, 48: Align.LEFT, 49: Align.CENTER, 50: Align.RIGHT}


class EventKind(StrEnum):
    """What a printer does besides printing."""

    DRAWER = "drawer"
    CUT = "cut"
    STATUS_ASKED = "status_asked"
    UNKNOWN_COMMAND = "unknown_command"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; ``data`` are the bytes that say which."""

    kind: EventKind
    data: bytes


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One line of characters, as large as ``width`` x ``height`` times the printer's 12 x 24 dots."""

    text: str
    align: Align
    width: int = 1
    height: int = 1
    bold: bool = False
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class PrintedDots:
    """A picture: rows of ``width_bytes``, 1 = black."""

    width_bytes: int
    rows: bytes
    align: Align


@dataclass(frozen=True, slots=True)
class PrintedQr:
    """A native QR code."""

    data: str
    module_dots: int
    align: Align


@dataclass(frozen=True, slots=True)
class PrintedBarcode:
    """A native Code 128 barcode."""

    data: str
    module_dots: int
    height_dots: int
    align: Align


@dataclass(frozen=True, slots=True)
class PrintedFeed:
    """White paper."""

    dots: int


@dataclass(frozen=True, slots=True)
class PrintedCut:
    """The edge of the paper."""


Printed = PrintedText | PrintedDots | PrintedQr | PrintedBarcode | PrintedFeed | PrintedCut


@dataclass(frozen=True, slots=True)
class Reading:
    """What a printer made of the bytes, in order."""

    printed: tuple[Printed, ...]
    events: tuple[Event, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines of characters, without what was printed as a picture."""
        return tuple(item.text for item in self.printed if isinstance(item, PrintedText))

    def count(self, kind: EventKind) -> int:
        """Return how often something happened."""
        return sum(event.kind is kind for event in self.events)

    def plain_text(self, columns: int) -> str:
        """Return the lines as they stand on a paper of so many columns, one text line each."""
        return "".join(
            _placed(item, columns) + "\n" for item in self.printed if isinstance(item, PrintedText)
        )


def read(data: bytes) -> Reading:
    """Return what a printer with Chinese characters does with ``data``; never raises."""
    reader = _Reader(data)
    while reader.position < len(data):
        reader.step()
    reader.end_line(fed=False)
    return Reading(tuple(reader.printed), tuple(reader.events))


def _placed(item: PrintedText, columns: int) -> str:
    free = max(0, columns - columns_of(item.text) * item.width)
    shift = {Align.LEFT: 0, Align.CENTER: free // 2, Align.RIGHT: free}[item.align]
    return (" " * shift + item.text).rstrip()


@dataclass(slots=True)
class _Style:
    align: Align = Align.LEFT
    width: int = 1
    height: int = 1
    bold: bool = False
    inverse: bool = False
    spacing_dots: int = 30
    chinese: bool = False
    qr_module_dots: int = 3
    qr_data: bytes = b""
    barcode_height_dots: int = 162
    barcode_module_dots: int = 3

    def set_bold(self, value: int) -> None:
        self.bold = bool(value & 1)

    def set_inverse(self, value: int) -> None:
        self.inverse = bool(value & 1)

    def set_size(self, value: int) -> None:
        self.width, self.height = (value >> 4) + 1, (value & 0x0F) + 1

    def set_print_mode(self, value: int) -> None:
        self.bold = bool(value & 0x08)
        self.height = 2 if value & 0x10 else 1
        self.width = 2 if value & 0x20 else 1

    def set_spacing(self, value: int) -> None:
        self.spacing_dots = value

    def set_barcode_height(self, value: int) -> None:
        self.barcode_height_dots = value

    def set_barcode_module(self, value: int) -> None:
        self.barcode_module_dots = value

    def ignore(self, value: int) -> None:
        """Some settings change nothing that is read here."""


@dataclass(slots=True)
class _Reader:
    data: bytes
    position: int = 0
    style: _Style = field(default_factory=_Style)
    pending: bytearray = field(default_factory=bytearray)
    printed: list[Printed] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def step(self) -> None:
        """Take one command or one character."""
        start = self.position
        lead = self._take()
        if lead >= 0x20:
            self._character(lead)
            return
        single = _SINGLES.get(lead)
        if single is not None:
            single(self)
            return
        if lead not in _TABLES:
            self._happened(EventKind.UNKNOWN_COMMAND, start)
            return
        name = self._take()
        setting = _SETTINGS.get(bytes([lead, name]))
        if setting is not None:
            setting(self.style, self._take())
            return
        command = _TABLES[lead].get(name)
        if command is None:
            self._happened(EventKind.UNKNOWN_COMMAND, start)
        else:
            command(self, start)

    def end_line(self, *, fed: bool) -> None:
        """Print what waits in the line buffer; an empty line only feeds."""
        style = self.style
        if self.pending:
            text = bytes(self.pending).decode("gb18030" if style.chinese else "cp437", errors="replace")
            self.printed.append(
                PrintedText(text, style.align, style.width, style.height, style.bold, style.inverse)
            )
            self.pending.clear()
        elif fed:
            self.printed.append(PrintedFeed(style.spacing_dots))

    def _take(self) -> int:
        value = self.data[self.position] if self.position < len(self.data) else 0
        self.position += 1
        return value

    def _take_word(self) -> int:
        low = self._take()
        return low + 256 * self._take()

    def _take_bytes(self, count: int) -> bytes:
        taken = self.data[self.position : self.position + count]
        self.position += count
        return taken

    def _happened(self, kind: EventKind, start: int) -> None:
        self.events.append(Event(kind, self.data[start : self.position]))

    def _character(self, lead: int) -> None:
        self.pending.append(lead)
        if self.style.chinese and lead >= 0x81:
            trail = self._take()
            self.pending.append(trail)
            if 0x30 <= trail <= 0x39:
                self.pending.extend((self._take(), self._take()))

    # --- commands: each has read its name, and reads its arguments ---

    def reset(self, _start: int) -> None:
        self.pending.clear()
        self.style = _Style(chinese=self.style.chinese)

    def set_align(self, start: int) -> None:
        align = _ALIGNS.get(self._take())
        if align is None:
            self._happened(EventKind.UNKNOWN_COMMAND, start)
        else:
            self.style.align = align

    def default_spacing(self, _start: int) -> None:
        self.style.spacing_dots = 30

    def chinese_on(self, _start: int) -> None:
        self.style.chinese = True

    def chinese_off(self, _start: int) -> None:
        self.end_line(fed=False)
        self.style.chinese = False

    def feed_lines(self, _start: int) -> None:
        self.end_line(fed=False)
        self.printed.append(PrintedFeed(self._take() * self.style.spacing_dots))

    def feed_dots(self, _start: int) -> None:
        self.end_line(fed=False)
        self.printed.append(PrintedFeed(self._take()))

    def drawer(self, start: int) -> None:
        self._take_bytes(3)
        self._happened(EventKind.DRAWER, start)

    def short_cut(self, start: int) -> None:
        self._cut(start)

    def cut(self, start: int) -> None:
        if self._take() in {65, 66, 97, 98, 103, 104}:
            self._take()
        self._cut(start)

    def _cut(self, start: int) -> None:
        self.end_line(fed=False)
        self._happened(EventKind.CUT, start)
        self.printed.append(PrintedCut())

    def ask_status(self, start: int) -> None:
        self._take()
        self._happened(EventKind.STATUS_ASKED, start)

    def real_time(self, start: int) -> None:
        if self._take() == 1:
            self._take_bytes(2)
            self._happened(EventKind.DRAWER, start)
        else:
            self._happened(EventKind.UNKNOWN_COMMAND, start)

    def raster(self, start: int) -> None:
        kind = self._take()
        if kind != 0x30:
            self._happened(EventKind.UNKNOWN_COMMAND, start)
            return
        self._take()
        width_bytes, height = self._take_word(), self._take_word()
        rows = self._take_bytes(width_bytes * height)
        if width_bytes and len(rows) == width_bytes * height:
            self.end_line(fed=False)
            self.printed.append(PrintedDots(width_bytes, rows, self.style.align))

    def symbol(self, start: int) -> None:
        length = self._take_word() if self._take() == 0x6B else -1
        body = self._take_bytes(max(0, length))
        if len(body) < 2 or body[0] != 0x31:
            self._happened(EventKind.UNKNOWN_COMMAND, start)
        elif body[1] == 0x43:
            self.style.qr_module_dots = body[2]
        elif body[1] == 0x50:
            self.style.qr_data = body[3:]
        elif body[1] == 0x51:
            text = self.style.qr_data.decode("utf-8", errors="replace")
            self.printed.append(PrintedQr(text, self.style.qr_module_dots, self.style.align))

    def barcode(self, start: int) -> None:
        kind = self._take()
        body = self._take_bytes(self._take()) if kind >= 65 else b""
        if kind == 73 and body.startswith(b"{B"):
            data = body[2:].replace(b"{{", b"{").decode("ascii", errors="replace")
            style = self.style
            item = PrintedBarcode(data, style.barcode_module_dots, style.barcode_height_dots, style.align)
            self.printed.append(item)
        else:
            self._happened(EventKind.UNKNOWN_COMMAND, start)


_SETTINGS: Mapping[bytes, Callable[[_Style, int], None]] = {
    b"\x1bE": _Style.set_bold,
    b"\x1b!": _Style.set_print_mode,
    b"\x1b3": _Style.set_spacing,
    b"\x1bR": _Style.ignore,
    b"\x1bt": _Style.ignore,
    b"\x1d!": _Style.set_size,
    b"\x1dB": _Style.set_inverse,
    b"\x1dh": _Style.set_barcode_height,
    b"\x1dw": _Style.set_barcode_module,
    b"\x1dH": _Style.ignore,
    b"\x1df": _Style.ignore,
    b"\x1c!": _Style.ignore,
}
"""Settings of one byte, by their command."""

_Command = Callable[[_Reader, int], None]

_SINGLES: Mapping[int, Callable[[_Reader], None]] = {
    0x0A: lambda reader: reader.end_line(fed=True),
    0x0D: lambda _reader: None,
    0x00: lambda _reader: None,
}
_ESC: Mapping[int, _Command] = {
    ord("@"): _Reader.reset,
    ord("a"): _Reader.set_align,
    ord("2"): _Reader.default_spacing,
    ord("d"): _Reader.feed_lines,
    ord("J"): _Reader.feed_dots,
    ord("p"): _Reader.drawer,
    ord("i"): _Reader.short_cut,
    ord("m"): _Reader.short_cut,
}
_GS: Mapping[int, _Command] = {
    ord("V"): _Reader.cut,
    ord("v"): _Reader.raster,
    ord("("): _Reader.symbol,
    ord("k"): _Reader.barcode,
}
_FS: Mapping[int, _Command] = {
    ord("&"): _Reader.chinese_on,
    ord("."): _Reader.chinese_off,
}
_DLE: Mapping[int, _Command] = {0x04: _Reader.ask_status, 0x14: _Reader.real_time}
_TABLES: Mapping[int, Mapping[int, _Command]] = {0x1B: _ESC, 0x1D: _GS, 0x1C: _FS, 0x10: _DLE}
