"""Draws a report on A4: figure cards, bars as vector shapes, and behind them tables that run over pages.

The font is embedded and has glyf outlines, so that 可口可乐 can be found and copied in the file.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Literal

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    LongTable,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from pos_app.devices.encoder import clean
from pos_app.devices.fonts import FontSet
from pos_app.devices.pdf_font import embed_font
from pos_app.services.documents import Align, BarChart, FigureCard, ReportDocument, ReportTable

_INK = HexColor("#1f2933")
_QUIET = HexColor("#616e7c")
_LINE = HexColor("#cbd2d9")
_CARD = HexColor("#f3f5f7")
_BAR = HexColor("#2f6f6d")
_STRIPE = HexColor("#f8f9fa")
_MARGIN = 16 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_CARDS_A_ROW = 4
_HEADING_NEEDS = 30 * mm
"""A heading does not stay behind alone at the foot of a page."""
_CHARTS_A_ROW = 2
_GAP = 5 * mm
_FRAME_PADDING = 6
"""ReportLab insets every frame by so many points."""
_ALIGNS: Mapping[Align, Literal[0, 1, 2]] = MappingProxyType({Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2})


def report_pdf(report: ReportDocument, fonts: FontSet) -> bytes:
    """Return ``report`` as a PDF file; the same report gives the same bytes.

    Raises:
        DeviceError: ``fonts.not_embeddable`` when the font has no glyf outlines.
    """
    file = io.BytesIO()
    font = embed_font(fonts.han)
    template = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=_MARGIN - _FRAME_PADDING,
        rightMargin=_MARGIN - _FRAME_PADDING,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=clean(report.title),
        invariant=1,
    )
    on_page = partial(_draw_footer, font=font, footer=clean(report.footer))
    template.build(list(_story(report, font)), onFirstPage=on_page, onLaterPages=on_page)
    return file.getvalue()


def _story(report: ReportDocument, font: str) -> Iterator[Flowable]:
    yield _paragraph(report.title, font, size=22)
    if report.subtitle:
        yield _paragraph(report.subtitle, font, size=11, color=_QUIET)
    yield Spacer(1, _GAP)
    if report.figures:
        cards = [_Card(figure, font, width=_cell_width(_CARDS_A_ROW)) for figure in report.figures]
        yield _grid(cards, _CARDS_A_ROW)
        yield Spacer(1, _GAP)
    if report.charts:
        charts = [_Bars(chart, font, width=_cell_width(_CHARTS_A_ROW)) for chart in report.charts]
        yield _grid(charts, _CHARTS_A_ROW)
        yield Spacer(1, _GAP)
    for table in report.tables:
        yield CondPageBreak(_HEADING_NEEDS)
        yield _paragraph(table.title, font, size=13)
        yield Spacer(1, 1.5 * mm)
        yield _table(table, font)
        yield Spacer(1, _GAP)


def _cell_width(a_row: int) -> float:
    return (_WIDTH - (a_row - 1) * _GAP) / a_row


def _paragraph(
    text: str, font: str, *, size: float, color: Color = _INK, align: Align = Align.LEFT
) -> Paragraph:
    style = ParagraphStyle(
        "text",
        fontName=font,
        fontSize=size,
        leading=size * 1.35,
        textColor=color,
        alignment=_ALIGNS[align],
        wordWrap="CJK",
    )
    return Paragraph(_escaped(text), style)


def _escaped(text: str) -> str:
    """Paragraphs read markup; what people typed must never be any."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _grid(cells: Sequence[Flowable], a_row: int) -> Table:
    rows: list[list[Flowable | str]] = []
    for start in range(0, len(cells), a_row):
        row: list[Flowable | str] = list(cells[start : start + a_row])
        rows.append(row + [""] * (a_row - len(row)))
    width = _cell_width(a_row)
    table = Table(rows, colWidths=[width + _GAP] * (a_row - 1) + [width])
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")]
    table.setStyle(
        TableStyle([*padding, ("BOTTOMPADDING", (0, 0), (-1, -1), _GAP), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    return table


def _table(table: ReportTable, font: str) -> LongTable:
    aligns = [column.align for column in table.columns]
    head = [
        _paragraph(column.title, font, size=9, color=_QUIET, align=column.align) for column in table.columns
    ]
    bodies = [*table.rows, *((table.total,) if table.total else ())]
    rows = [
        [_paragraph(text, font, size=9.5, align=align) for text, align in zip(row, aligns, strict=True)]
        for row in bodies
    ]
    weights = sum(column.weight for column in table.columns)
    drawn = LongTable(
        [head, *rows],
        colWidths=[_WIDTH * column.weight / weights for column in table.columns],
        repeatRows=1,
    )
    drawn.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, _LINE),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), (white, _STRIPE)),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        )
    )
    if table.total:
        drawn.setStyle(TableStyle([("LINEABOVE", (0, -1), (-1, -1), 1.2, _INK)]))
    return drawn


def _draw_footer(canvas: Canvas, document: SimpleDocTemplate, *, font: str, footer: str) -> None:
    canvas.saveState()
    canvas.setFont(font, 8)
    canvas.setFillColor(_QUIET)
    canvas.drawString(_MARGIN, 9 * mm, footer)
    canvas.drawRightString(A4[0] - _MARGIN, 9 * mm, str(document.page))
    canvas.restoreState()


class _Card(Flowable):
    """A figure: its label small, its value large, its remark below."""

    def __init__(self, figure: FigureCard, font: str, *, width: float) -> None:
        super().__init__()
        self._figure = figure
        self._font = font
        self.width = width
        self.height = 23 * mm

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(_CARD)
        canvas.roundRect(0, 0, self.width, self.height, 2 * mm, stroke=0, fill=1)
        inner = self.width - 6 * mm
        lines = (
            (self._figure.label, 9.0, _QUIET, 16.5 * mm),
            (self._figure.value, 16.0, _INK, 8.5 * mm),
            (self._figure.note, 8.0, _QUIET, 3.5 * mm),
        )
        for text, size, color, height in lines:
            canvas.setFillColor(color)
            _draw_fitting(
                canvas, clean(text), place=(3 * mm, height), font=self._font, size=size, width=inner
            )


class _Bars(Flowable):
    """A bar chart: label left, bar in the middle, value right of the bar."""

    _TITLE = 8 * mm
    _ROW = 6.5 * mm

    def __init__(self, chart: BarChart, font: str, *, width: float) -> None:
        super().__init__()
        self._chart = chart
        self._font = font
        self.width = width
        self.height = self._TITLE + self._ROW * max(1, len(chart.bars))

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(_INK)
        _draw_fitting(
            canvas,
            clean(self._chart.title),
            place=(0, self.height - 5 * mm),
            font=self._font,
            size=12,
            width=self.width,
        )
        label_width, value_width = self.width * 0.3, self.width * 0.25
        longest = max((bar.value for bar in self._chart.bars if bar.value > 0), default=1)
        room = self.width - label_width - value_width
        for number, bar in enumerate(self._chart.bars):
            bottom = self.height - self._TITLE - (number + 1) * self._ROW
            base = bottom + 1.9 * mm
            canvas.setFillColor(_INK)
            _draw_fitting(
                canvas, clean(bar.label), place=(0, base), font=self._font, size=9, width=label_width - 2 * mm
            )
            length = max(0.0, room * bar.value / longest)
            canvas.setFillColor(_BAR)
            canvas.rect(label_width, bottom + 1 * mm, length, self._ROW - 2 * mm, stroke=0, fill=1)
            canvas.setFillColor(_QUIET)
            place = (label_width + length + 1.5 * mm, base)
            _draw_fitting(
                canvas, clean(bar.value_text), place=place, font=self._font, size=9, width=value_width
            )


def _draw_fitting(
    canvas: Canvas, text: str, *, place: tuple[float, float], font: str, size: float, width: float
) -> None:
    """Draw one line, smaller if it is wider than ``width``: a figure is never cut."""
    needed = canvas.stringWidth(text, font, size)
    fitting = size if needed <= width else size * width / needed
    canvas.setFont(font, fitting)
    canvas.drawString(*place, text)
