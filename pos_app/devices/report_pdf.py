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
from reportlab.pdfbase.pdfmetrics import stringWidth
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

from pos_app.devices.encoder import clean, columns_of_char
from pos_app.devices.fonts import FontSet
from pos_app.devices.pdf_font import embed_font
from pos_app.devices.report_shapes import INK, LINE, QUIET, Bars, Card, Columns, draw_fitting
from pos_app.services.documents import Align, BarChart, Note, ReportDocument, ReportTable

_STRIPE = HexColor("#f8f9fa")
_MARGIN = 16 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_CARDS_A_ROW = 4
_HEADING_NEEDS = 30 * mm
"""A heading does not stay behind alone at the foot of a page."""
_CHARTS_A_ROW = 2
_GAP = 5 * mm
_HEAD_SIZE = 9.0
_CELL_SIZE = 9.5
_FRAME_PADDING = 6
"""ReportLab insets every frame by so many points."""
_ALIGNS: Mapping[Align, Literal[0, 1, 2]] = MappingProxyType({Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2})


def report_pdf(report: ReportDocument, fonts: FontSet) -> bytes:
    """Return ``report`` as a PDF file; the same report gives the same bytes.

    Raises:
        DeviceError: ``fonts.not_embeddable`` when the font has no glyf outlines.
    """
    font = embed_font(fonts.han)
    data, pages = _built(report, font, pages=0)
    if "{pages}" not in report.page_of:
        return data
    # How many pages there are is known only when they are laid out.
    return _built(report, font, pages=pages)[0]


def _built(report: ReportDocument, font: str, *, pages: int) -> tuple[bytes, int]:
    file = io.BytesIO()
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
    on_page = partial(_draw_footer, font=font, report=report, pages=pages)
    template.build(list(_story(report, font)), onFirstPage=on_page, onLaterPages=on_page)
    return file.getvalue(), template.page


def _story(report: ReportDocument, font: str) -> Iterator[Flowable]:
    yield _paragraph(report.title, font, size=22)
    if report.subtitle:
        yield _paragraph(report.subtitle, font, size=11, color=QUIET)
    yield Spacer(1, _GAP)
    if report.figures:
        cards = [Card(figure, font, width=_cell_width(_CARDS_A_ROW)) for figure in report.figures]
        yield _grid(cards, _CARDS_A_ROW)
        yield Spacer(1, _GAP)
    yield from _pictures(report, font)
    for table in report.tables:
        yield CondPageBreak(_HEADING_NEEDS)
        yield _paragraph(table.title, font, size=13)
        yield Spacer(1, 1.5 * mm)
        yield _table(table, font)
        yield Spacer(1, _GAP)
    if report.notes:
        yield CondPageBreak(_HEADING_NEEDS)
        yield _paragraph(report.notes_title, font, size=13)
        yield Spacer(1, 1.5 * mm)
        yield _notes(report.notes, font)


def _pictures(report: ReportDocument, font: str) -> Iterator[Flowable]:
    """Yield upright bars as wide as the page, lying ones two a row."""
    waiting: list[Flowable] = []
    for chart in report.charts:
        if isinstance(chart, BarChart):
            waiting.append(Bars(chart, font, width=_cell_width(_CHARTS_A_ROW)))
            continue
        yield from _rows_of_bars(waiting)
        waiting = []
        yield Columns(chart, font, width=_WIDTH)
        yield Spacer(1, _GAP)
    yield from _rows_of_bars(waiting)


def _rows_of_bars(bars: Sequence[Flowable]) -> Iterator[Flowable]:
    if bars:
        yield _grid(bars, _CHARTS_A_ROW)
        yield Spacer(1, _GAP)


def _notes(notes: Sequence[Note], font: str) -> LongTable:
    rows = [
        [_paragraph(note.name, font, size=8.5), _paragraph(note.text, font, size=8.5, color=QUIET)]
        for note in notes
    ]
    drawn = LongTable(rows, colWidths=[_WIDTH * 0.28, _WIDTH * 0.72])
    padding = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]
    drawn.setStyle(TableStyle([*padding, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return drawn


def _cell_width(a_row: int) -> float:
    return (_WIDTH - (a_row - 1) * _GAP) / a_row


def _paragraph(
    text: str, font: str, *, size: float, color: Color = INK, align: Align = Align.LEFT
) -> Paragraph:
    style = ParagraphStyle(
        "text",
        fontName=font,
        fontSize=size,
        leading=size * 1.35,
        textColor=color,
        alignment=_ALIGNS[align],
        # Chinese breaks anywhere, English between words.
        wordWrap="CJK" if any(columns_of_char(char) > 1 for char in text) else None,
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
    weights = sum(column.weight for column in table.columns)
    widths = [_WIDTH * column.weight / weights for column in table.columns]
    head = [
        _paragraph(
            column.title,
            font,
            size=_unbroken(column.title, font, size=_HEAD_SIZE, width=width),
            color=QUIET,
            align=column.align,
        )
        for column, width in zip(table.columns, widths, strict=True)
    ]
    bodies = [*table.rows, *((table.total,) if table.total else ())]
    rows = [
        [
            _paragraph(text, font, size=_unbroken(text, font, size=_CELL_SIZE, width=width), align=align)
            for text, align, width in zip(row, aligns, widths, strict=True)
        ]
        for row in bodies
    ]
    drawn = LongTable([head, *rows], colWidths=widths, repeatRows=1)
    drawn.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, LINE),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), (white, _STRIPE)),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        )
    )
    if table.total:
        # A total does not stand on a page of its own: the row above goes with it.
        kept = [("NOSPLIT", (0, -2), (-1, -1))] if len(rows) > 1 else []
        drawn.setStyle(TableStyle([("LINEABOVE", (0, -1), (-1, -1), 1.2, INK), *kept]))
    return drawn


def _unbroken(text: str, font: str, *, size: float, width: float) -> float:
    """Return how large a text is, at most ``size``, so that no English word and no number of it is broken."""
    if any(columns_of_char(char) > 1 for char in text):
        return size
    longest = max((stringWidth(word, font, size) for word in clean(text).split()), default=0.0)
    room = width - 2 * _FRAME_PADDING - 1
    return size if longest <= room else size * room / longest


def _draw_footer(
    canvas: Canvas, document: SimpleDocTemplate, *, font: str, report: ReportDocument, pages: int
) -> None:
    page = report.page_of.format(page=document.page, pages=pages)
    canvas.saveState()
    canvas.setFillColor(QUIET)
    room = _WIDTH - canvas.stringWidth(page, font, 8) - _GAP
    draw_fitting(canvas, clean(report.footer), place=(_MARGIN, 9 * mm), font=font, size=8, width=room)
    canvas.setFont(font, 8)
    canvas.drawRightString(A4[0] - _MARGIN, 9 * mm, page)
    canvas.restoreState()
