"""Draws lines, rules, QR codes and barcodes as dots of a print head; used by the writer and by the reader.

Texts stand on a grid of half-width columns, so a picture has exactly the columns of the text mode.
"""

from dataclasses import dataclass, field

from PIL import Image, ImageDraw, ImageFont

from pos_app.devices.encoder import columns_of, columns_of_char
from pos_app.devices.fonts import FontFile, FontSet
from pos_app.devices.paper import Face
from pos_app.devices.symbols import QR_QUIET_MODULES, QrMatrix
from pos_app.services.documents import Align

BLACK = 0
WHITE = 255
_THRESHOLD = 150
_MISSING = "\U0010ffff"
_BARCODE_HEIGHT_DOTS = 80
_DASH_DOTS = 6


@dataclass(frozen=True, slots=True)
class Ink:
    """How a line of text is drawn."""

    face: Face
    bold: bool = False
    inverse: bool = False


@dataclass(slots=True)
class Rasterizer:
    """Draws for a paper of ``width_dots``; keeps the fonts it opened."""

    fonts: FontSet
    width_dots: int
    _opened: dict[tuple[FontFile, int], ImageFont.FreeTypeFont] = field(default_factory=dict)
    _chosen: dict[str, FontFile] = field(default_factory=dict)

    def line(self, text: str, ink: Ink, *, align: Align = Align.LEFT) -> Image.Image:
        """Return ``text`` as a picture across the paper, one line high.

        The text must be cleaned and wrapped: what does not fit is lost at the right.
        """
        face = ink.face
        font_dots = 2 * face.column_dots
        drawn_height = font_dots * 5 // 4
        image = Image.new("L", (self.width_dots, drawn_height), WHITE)
        draw = ImageDraw.Draw(image)
        free = max(0, self.width_dots - columns_of(text) * face.column_dots)
        left = {Align.LEFT: 0, Align.CENTER: free // 2, Align.RIGHT: free}[align]
        baseline = font_dots * 23 // 24
        for char in text:
            cell = columns_of_char(char) * face.column_dots
            font = self._font(char, font_dots)
            place = (left + cell // 2, baseline) if cell else (left - face.column_dots, baseline)
            draw.text(place, char, font=font, fill=BLACK, anchor="ms")
            if ink.bold:
                draw.text((place[0] + font_dots // 24, place[1]), char, font=font, fill=BLACK, anchor="ms")
            left += cell
        if drawn_height != face.height_dots:
            image = image.resize((self.width_dots, face.height_dots), Image.Resampling.BILINEAR)
        dots = image.point(lambda level: WHITE if level > _THRESHOLD else BLACK)
        return dots.point(lambda level: WHITE - level) if ink.inverse else dots

    def rule(self, char: str) -> Image.Image:
        """Return a line across the paper: double for =, dashed for -, solid for _, or of characters."""
        image = Image.new("L", (self.width_dots, 30), WHITE)
        draw = ImageDraw.Draw(image)
        right = self.width_dots - 1
        if char == "=":
            draw.rectangle((0, 11, right, 12), fill=BLACK)
            draw.rectangle((0, 17, right, 18), fill=BLACK)
        elif char == "_":
            draw.rectangle((0, 14, right, 15), fill=BLACK)
        elif char == "-":
            for left in range(0, self.width_dots, 2 * _DASH_DOTS):
                draw.rectangle((left, 14, left + _DASH_DOTS - 1, 15), fill=BLACK)
        else:
            return self.line(rule_text(char, self.width_dots // 12), Ink(Face(12, 30)))
        return image

    def qr(self, matrix: QrMatrix, module_dots: int) -> Image.Image:
        """Return a QR code with its quiet zone, in the middle of the paper."""
        side = matrix.modules_with_quiet_zone * module_dots
        image = Image.new("L", (self.width_dots, side), WHITE)
        draw = ImageDraw.Draw(image)
        left = (self.width_dots - side) // 2
        for y, row in enumerate(matrix.rows, start=QR_QUIET_MODULES):
            for x, black in enumerate(row, start=QR_QUIET_MODULES):
                if black:
                    corner = (left + x * module_dots, y * module_dots)
                    draw.rectangle(
                        (*corner, corner[0] + module_dots - 1, corner[1] + module_dots - 1), fill=BLACK
                    )
        return image

    def barcode(self, modules: str, module_dots: int) -> Image.Image:
        """Return a barcode in the middle of the paper."""
        image = Image.new("L", (self.width_dots, _BARCODE_HEIGHT_DOTS), WHITE)
        draw = ImageDraw.Draw(image)
        left = (self.width_dots - len(modules) * module_dots) // 2
        for place, module in enumerate(modules):
            if module == "1":
                x = left + place * module_dots
                draw.rectangle((x, 0, x + module_dots - 1, _BARCODE_HEIGHT_DOTS - 1), fill=BLACK)
        return image

    def _font(self, char: str, font_dots: int) -> ImageFont.FreeTypeFont:
        if columns_of_char(char) == 1 and char.isascii():
            return self._open(self.fonts.mono, font_dots * 5 // 6)
        if char not in self._chosen:
            self._chosen[char] = self._choose(char)
        return self._open(self._chosen[char], font_dots if columns_of_char(char) == 2 else font_dots * 5 // 6)

    def _choose(self, char: str) -> FontFile:
        first = self.fonts.mono if columns_of_char(char) == 1 else self.fonts.han
        for font in (first, self.fonts.han, *self.fonts.fallbacks):
            opened = self._open(font, 24)
            if bytes(opened.getmask(char)) != bytes(opened.getmask(_MISSING)):
                return font
        return first

    def _open(self, font: FontFile, dots: int) -> ImageFont.FreeTypeFont:
        opened = self._opened.get((font, dots))
        if opened is None:
            opened = ImageFont.truetype(str(font.path), dots, index=font.index)
            self._opened[font, dots] = opened
        return opened


def rule_text(char: str, columns: int) -> str:
    """Return a rule made of ``char``, as many as fit."""
    return char * (columns // max(1, columns_of(char)))


def packed_rows(image: Image.Image) -> bytes:
    """Return the dots of ``image`` as rows of bits, 1 = black, as print heads take them."""
    return image.point(lambda level: WHITE - level).convert("1", dither=Image.Dither.NONE).tobytes()
