"""Turns documents into ESC/POS bytes: characters of the printer where it has them, dots where it does not.

Text mode sends ``ESC @``, ``FS &``, GB18030, ``FS .`` (python-escpos sends no ``FS &`` and loses Chinese
punctuation), and a line with a character outside the printer's set as a picture of that line. Raster mode
sends all of it as pictures: slower, and right on every printer. Neither ever contains a drawer pulse: that is
a job of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from pos_app.devices import commands
from pos_app.devices.encoder import clean, columns_of, encode, fits_text_mode, respell_for_text_mode
from pos_app.devices.fonts import FontSet
from pos_app.devices.layout import LaidOut, Line, lay_out, wrap
from pos_app.devices.paper import RASTER_FACES, TEXT_FACES, Paper, PrintMode
from pos_app.devices.raster import Ink, Rasterizer, packed_rows, rule_text
from pos_app.devices.symbols import code128_modules, qr_matrix
from pos_app.services.documents import Align, Barcode, Cut, Document, Qr, Rule, Size, Space

LEAST_QR_MODULE_DOTS = 4
"""Half a millimetre at 203 dpi: what the scanners of a counter read safely."""
_LARGEST_QR_MODULE_DOTS = 6
_BARCODE_MODULE_DOTS = 2
_BAND_ROWS = 240
_NORMAL_SPACING_DOTS = 30
_MOST_LINES_FED = 255
_ALIGN_PLACES = {Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2}
_MULTIPLES = {Size.NORMAL: (1, 1), Size.LARGE: (1, 2), Size.HUGE: (2, 2)}
_START = commands.INIT + commands.CHARACTERS_USA


def drawer_pulse() -> bytes:
    """Return the job that opens the drawer; no document ever contains these bytes."""
    return commands.INIT + commands.DRAWER_PULSE


@dataclass(frozen=True, slots=True)
class EscposWriter:
    """Writes documents for one printer: its paper, its mode, and the fonts of what is drawn."""

    paper: Paper
    mode: PrintMode
    rasterizer: Rasterizer

    @classmethod
    def for_paper(cls, paper: Paper, mode: PrintMode, *, fonts: FontSet) -> "EscposWriter":
        """Return a writer for ``paper``."""
        return cls(paper, mode, Rasterizer(fonts, paper.width_dots))

    def write(self, document: Document) -> bytes:
        """Return ``document`` as the bytes of one job, each copy followed by a cut."""
        text_mode = self.mode is PrintMode.TEXT
        faces = TEXT_FACES if text_mode else RASTER_FACES
        spell = _spell_for_text_mode if text_mode else clean
        laid = lay_out(document, self.paper.columns(faces), spell=spell)
        one = b"".join(self._text_copy(laid) if text_mode else self._raster_copy(laid))
        return (_START + one) * document.copies

    # --- text mode ---

    def _text_copy(self, laid: tuple[LaidOut, ...]) -> Iterator[bytes]:
        yield commands.CHINESE_ON + commands.line_spacing(_NORMAL_SPACING_DOTS)
        for item in laid:
            yield from self._text_item(item)
        yield commands.CHINESE_OFF

    def _text_item(self, item: LaidOut) -> Iterator[bytes]:
        match item:
            case Line():
                yield self._text_line(item)
            case Rule():
                columns = self.paper.columns(TEXT_FACES)[Size.NORMAL]
                yield self._text_line(Line(rule_text(item.char, columns)))
            case Space():
                yield from _feed(item.lines)
            case Qr():
                yield from self._text_qr(item)
            case Barcode():
                yield from self._text_barcode(item)
            case Cut():
                yield commands.FEED_AND_CUT

    def _text_line(self, line: Line) -> bytes:
        if not fits_text_mode(line.text):
            return _in_bands(self._drawn(line, PrintMode.TEXT))
        text = line.text
        if line.inverse:
            columns = self.paper.columns(TEXT_FACES)[line.size]
            text = _centred(text, columns)
        styles = ((commands.bold, line.bold), (commands.inverse, line.inverse))
        before = b"".join(style(True) for style, wanted in styles if wanted)
        after = b"".join(style(False) for style, wanted in styles if wanted)
        if line.size is not Size.NORMAL:
            height = TEXT_FACES[line.size].height_dots
            before += commands.size(*_MULTIPLES[line.size]) + commands.line_spacing(height)
            after += commands.size(1, 1) + commands.line_spacing(_NORMAL_SPACING_DOTS)
        if line.align is not Align.LEFT and not line.inverse:
            before = commands.align(_ALIGN_PLACES[line.align]) + before
            after += commands.align(0)
        return before + encode(text) + commands.LINE_FEED + after

    def _text_qr(self, qr: Qr) -> Iterator[bytes]:
        dots = self._qr_module_dots(qr)
        if dots is None:
            yield from self._as_text(qr.data)
            return
        yield commands.align(1) + commands.qr(qr.data.encode("utf-8"), dots) + commands.align(0)

    def _text_barcode(self, barcode: Barcode) -> Iterator[bytes]:
        if self._barcode_picture(barcode) is None:
            yield from self._as_text(barcode.data)
            return
        yield commands.align(1) + commands.BARCODE_TEXT_BELOW + commands.BARCODE_HEIGHT
        yield commands.BARCODE_MODULE_2_DOTS + commands.code128(barcode.data.encode("ascii"))
        yield commands.align(0)

    def _as_text(self, data: str) -> Iterator[bytes]:
        """A code that does not fit the paper is at least readable."""
        for text in wrap(data, self.paper.columns(TEXT_FACES)[Size.NORMAL]):
            yield self._text_line(Line(text))

    # --- raster mode ---

    def _raster_copy(self, laid: tuple[LaidOut, ...]) -> Iterator[bytes]:
        yield commands.line_spacing(_NORMAL_SPACING_DOTS)
        pictures: list[Image.Image] = []
        for item in laid:
            if isinstance(item, Cut):
                yield _in_bands(*pictures)
                yield commands.FEED_AND_CUT
                pictures = []
            else:
                pictures.extend(self._pictures(item))
        yield _in_bands(*pictures)

    def _pictures(self, item: LaidOut) -> Iterator[Image.Image]:
        match item:
            case Line():
                yield self._drawn(item, PrintMode.RASTER)
            case Rule():
                yield self.rasterizer.rule(item.char)
            case Space():
                height = min(item.lines, _MOST_LINES_FED) * _NORMAL_SPACING_DOTS
                yield Image.new("L", (self.paper.width_dots, height), 255)
            case Qr():
                yield from self._qr_pictures(item)
            case Barcode():
                picture = self._barcode_picture(item)
                if picture is not None:
                    yield picture
                yield from self._centred_text(item.data)
            case Cut():
                pass

    def _qr_pictures(self, qr: Qr) -> Iterator[Image.Image]:
        dots = self._qr_module_dots(qr)
        matrix = qr_matrix(qr.data)
        if dots is None or matrix is None:
            yield from self._centred_text(qr.data)
        else:
            yield self.rasterizer.qr(matrix, dots)

    def _centred_text(self, data: str) -> Iterator[Image.Image]:
        for text in wrap(data, self.paper.columns(RASTER_FACES)[Size.NORMAL]):
            yield self._drawn(Line(text, Align.CENTER), PrintMode.RASTER)

    # --- both ---

    def _drawn(self, line: Line, mode: PrintMode) -> Image.Image:
        faces = TEXT_FACES if mode is PrintMode.TEXT else RASTER_FACES
        return self.rasterizer.line(
            line.text, Ink(faces[line.size], line.bold, line.inverse), align=line.align
        )

    def _qr_module_dots(self, qr: Qr) -> int | None:
        matrix = qr_matrix(qr.data)
        if matrix is None:
            return None
        dots = min(_LARGEST_QR_MODULE_DOTS, self.paper.width_dots // matrix.modules_with_quiet_zone)
        return dots if dots >= LEAST_QR_MODULE_DOTS else None

    def _barcode_picture(self, barcode: Barcode) -> Image.Image | None:
        modules = code128_modules(barcode.data)
        if modules is None or len(modules) * _BARCODE_MODULE_DOTS > self.paper.width_dots:
            return None
        return self.rasterizer.barcode(modules, _BARCODE_MODULE_DOTS)


def _spell_for_text_mode(text: str) -> str:
    return respell_for_text_mode(clean(text))


def _centred(text: str, columns: int) -> str:
    free = max(0, columns - columns_of(text))
    return " " * (free // 2) + text + " " * (free - free // 2)


def _feed(lines: int) -> Iterator[bytes]:
    if lines > 0:
        yield commands.feed_lines(min(lines, _MOST_LINES_FED))


def _in_bands(*pictures: Image.Image) -> bytes:
    """Return pictures below each other as raster commands that even small printer buffers take."""
    width_bytes = pictures[0].width // 8 if pictures else 0
    rows = b"".join(packed_rows(picture) for picture in pictures)
    band = width_bytes * _BAND_ROWS
    return b"".join(
        commands.raster(width_bytes, rows[start : start + band]) for start in range(0, len(rows), band or 1)
    )
