"""Draws a receipt-like document as a narrow PDF page, laid out as on paper, with its texts as texts."""

import io
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from pos_app.devices.encoder import clean, columns_of_char
from pos_app.devices.fonts import FontSet
from pos_app.devices.layout import LaidOut, Line, lay_out
from pos_app.devices.paper import PAPERS, RASTER_FACES
from pos_app.devices.pdf_font import embed_font
from pos_app.devices.symbols import QR_QUIET_MODULES, code128_modules, qr_matrix
from pos_app.services.documents import Align, Barcode, Cut, Document, Qr, Rule, Size, Space

_POINTS_A_DOT = 72 * mm / 576
_MARGIN = 4 * mm
_NORMAL = RASTER_FACES[Size.NORMAL]
_QR_POINTS = 32 * mm
_BARCODE_POINTS = 10 * mm
_MONO_SCALE = 20 / 24
_BASELINE = 0.27


def document_pdf(document: Document, fonts: FontSet, *, width_mm: int = 80) -> bytes:
    """Return ``document`` as a PDF file of one page a cut; the same document gives the same bytes.

    Raises:
        DeviceError: ``fonts.not_embeddable`` when the font has no glyf outlines.
    """
    file = io.BytesIO()
    han, mono = embed_font(fonts.han), embed_font(fonts.mono)
    paper = PAPERS[width_mm]
    laid = lay_out(document, paper.columns(RASTER_FACES), spell=clean)
    canvas = Canvas(file, invariant=1)
    width = paper.width_dots * _POINTS_A_DOT
    for page in _pages(laid):
        height = sum(_height(item) for item in page) + 2 * _MARGIN
        canvas.setPageSize((width + 2 * _MARGIN, height))
        pen = _Pen(canvas, han, mono, width, height - _MARGIN)
        for item in page:
            pen.draw(item)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _pages(laid: tuple[LaidOut, ...]) -> list[list[LaidOut]]:
    pages: list[list[LaidOut]] = [[]]
    for item in laid:
        if isinstance(item, Cut):
            pages.append([])
        else:
            pages[-1].append(item)
    return [page for page in pages if page] or [[Space(1)]]


def _height(item: LaidOut) -> float:
    match item:
        case Line():
            return RASTER_FACES[item.size].height_dots * _POINTS_A_DOT
        case Space():
            return item.lines * _NORMAL.height_dots * _POINTS_A_DOT
        case Rule():
            return _NORMAL.height_dots * _POINTS_A_DOT
        case Qr():
            return _QR_POINTS
        case Barcode():
            return _BARCODE_POINTS + _NORMAL.height_dots * _POINTS_A_DOT
        case Cut():
            return 0.0


@dataclass(slots=True)
class _Pen:
    canvas: Canvas
    han: str
    mono: str
    width: float
    top: float

    def draw(self, item: LaidOut) -> None:
        """Draw ``item`` below what is there."""
        self.top -= _height(item)
        match item:
            case Line():
                self._line(item)
            case Rule():
                self._rule(item)
            case Qr():
                self._qr(item)
            case Barcode():
                self._barcode(item)
            case Space() | Cut():
                pass

    def _line(self, line: Line) -> None:
        face = RASTER_FACES[line.size]
        if line.inverse:
            self.canvas.setFillGray(0)
            self.canvas.rect(_MARGIN, self.top, self.width, _height(line), stroke=0, fill=1)
        self.canvas.setFillGray(1 if line.inverse else 0)
        column = face.column_dots * _POINTS_A_DOT
        left = _MARGIN + _shift(line, column, width=self.width)
        self.canvas.setStrokeGray(1 if line.inverse else 0)
        for run in _runs(line.text):
            self._run(run, left, line=line)
            left += run.columns * column
        self.canvas.setFillGray(0)
        self.canvas.setStrokeGray(0)

    def _run(self, run: "_Run", left: float, *, line: Line) -> None:
        """Draw characters of one width, fitted to their columns, as one text that can be searched."""
        face = RASTER_FACES[line.size]
        font = self.han if run.wide else self.mono
        size = 2 * face.column_dots * _POINTS_A_DOT * (1.0 if run.wide else _MONO_SCALE)
        natural = self.canvas.stringWidth(run.text, font, size)
        words = self.canvas.beginText(left, self.top + face.height_dots * _POINTS_A_DOT * _BASELINE)
        words.setFont(font, size)
        if natural:
            words.setHorizScale(100 * run.columns * face.column_dots * _POINTS_A_DOT / natural)
        self.canvas.setLineWidth(size / 30)
        words.setTextRenderMode(2 if line.bold else 0)
        words.textOut(run.text)
        self.canvas.drawText(words)

    def _rule(self, rule: Rule) -> None:
        middle = self.top + _height(rule) / 2
        gaps = (-1, 1) if rule.char == "=" else (0,)
        self.canvas.setLineWidth(0.6)
        self.canvas.setDash(*((2, 2) if rule.char == "-" else (1, 0)))
        for gap in gaps:
            self.canvas.line(_MARGIN, middle + gap, _MARGIN + self.width, middle + gap)
        self.canvas.setDash(1, 0)

    def _qr(self, qr: Qr) -> None:
        matrix = qr_matrix(qr.data)
        if matrix is None:
            return
        module = _QR_POINTS / matrix.modules_with_quiet_zone
        left = _MARGIN + (self.width - _QR_POINTS) / 2
        for y, row in enumerate(matrix.rows, start=QR_QUIET_MODULES + 1):
            for x, black in enumerate(row, start=QR_QUIET_MODULES):
                if black:
                    place = (left + x * module, self.top + _QR_POINTS - y * module)
                    self.canvas.rect(*place, module, module, stroke=0, fill=1)

    def _barcode(self, barcode: Barcode) -> None:
        modules = code128_modules(barcode.data)
        below = _NORMAL.height_dots * _POINTS_A_DOT
        if modules is not None:
            module = min(2 * _POINTS_A_DOT, self.width / len(modules))
            left = _MARGIN + (self.width - module * len(modules)) / 2
            for place, black in enumerate(modules):
                if black == "1":
                    x = left + place * module
                    self.canvas.rect(x, self.top + below, module, _BARCODE_POINTS, stroke=0, fill=1)
        self._line(Line(barcode.data, Align.CENTER))


def _shift(line: Line, column: float, *, width: float) -> float:
    free = max(0.0, width - sum(columns_of_char(char) for char in line.text) * column)
    return {Align.LEFT: 0.0, Align.CENTER: free / 2, Align.RIGHT: free}[line.align]


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    columns: int
    wide: bool


def _runs(text: str) -> list[_Run]:
    """Return neighbours of the same width together; a combining mark belongs to what stands before it."""
    runs: list[_Run] = []
    for char in text:
        columns = columns_of_char(char)
        if runs and (runs[-1].wide == (columns == 2) or columns == 0):
            last = runs.pop()
            runs.append(_Run(last.text + char, last.columns + columns, last.wide))
        else:
            runs.append(_Run(char, columns, columns == 2))
    return runs
