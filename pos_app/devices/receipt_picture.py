"""Draws what a printer made of its bytes: the receipt as a picture, for tests, the tour and the preview."""

import io
from collections.abc import Iterator

from PIL import Image, ImageOps

from pos_app.devices.encoder import clean
from pos_app.devices.escpos_reader import (
    Printed,
    PrintedBarcode,
    PrintedCut,
    PrintedDots,
    PrintedFeed,
    PrintedQr,
    PrintedText,
    Reading,
)
from pos_app.devices.fonts import FontSet
from pos_app.devices.paper import Face, Paper
from pos_app.devices.raster import Ink, Rasterizer
from pos_app.devices.symbols import code128_modules, qr_matrix
from pos_app.services.documents import Align

_WHITE = 255
_MARGIN_DOTS = 32
_CUT_GREY = 200
_LINE_DOTS = 30


def receipt_picture(reading: Reading, paper: Paper, *, fonts: FontSet) -> Image.Image:
    """Return the paper with its margins; a grey dashed line is a cut."""
    rasterizer = Rasterizer(fonts, paper.width_dots)
    strips = [strip for item in reading.printed for strip in _strips(item, rasterizer)]
    height = sum(strip.height for strip in strips) + 2 * _MARGIN_DOTS
    picture = Image.new("L", (paper.width_dots + 2 * _MARGIN_DOTS, height), _WHITE)
    top = _MARGIN_DOTS
    for strip in strips:
        picture.paste(strip, (_MARGIN_DOTS, top))
        top += strip.height
    return picture


def receipt_png(reading: Reading, paper: Paper, *, fonts: FontSet) -> bytes:
    """Return ``receipt_picture`` as a PNG file."""
    file = io.BytesIO()
    receipt_picture(reading, paper, fonts=fonts).save(file, format="PNG")
    return file.getvalue()


def _strips(item: Printed, rasterizer: Rasterizer) -> Iterator[Image.Image]:
    width = rasterizer.width_dots
    match item:
        case PrintedText():
            yield _text(item, rasterizer)
        case PrintedDots():
            picture = Image.frombytes(
                "1", (item.width_bytes * 8, len(item.rows) // item.width_bytes), item.rows
            )
            yield _aligned(ImageOps.invert(picture.convert("L")), item.align, width=width)
        case PrintedQr():
            matrix = qr_matrix(item.data)
            if matrix is not None:
                yield rasterizer.qr(matrix, item.module_dots)
        case PrintedBarcode():
            modules = code128_modules(item.data)
            if modules is not None:
                yield rasterizer.barcode(modules, item.module_dots)
                yield rasterizer.line(item.data, Ink(Face(12, _LINE_DOTS)), align=Align.CENTER)
        case PrintedFeed():
            yield Image.new("L", (width, item.dots), _WHITE)
        case PrintedCut():
            yield Image.new("L", (width, _LINE_DOTS), _WHITE)
            yield rasterizer.rule("-").point(lambda level: max(level, _CUT_GREY))


def _text(item: PrintedText, rasterizer: Rasterizer) -> Image.Image:
    face = Face(12 * item.width, _LINE_DOTS * item.height)
    return rasterizer.line(clean(item.text), Ink(face, item.bold, item.inverse), align=item.align)


def _aligned(picture: Image.Image, align: Align, *, width: int) -> Image.Image:
    strip = Image.new("L", (width, picture.height), _WHITE)
    free = max(0, width - picture.width)
    strip.paste(picture, ({Align.LEFT: 0, Align.CENTER: free // 2, Align.RIGHT: free}[align], 0))
    return strip
