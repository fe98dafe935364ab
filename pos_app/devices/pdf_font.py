"""Makes fonts known to ReportLab, which embeds from them the characters that a file uses."""

from pos_app.devices.fonts import FontFile
from pos_app.services.errors import DeviceError


def embed_font(font: FontFile) -> str:
    """Return the name by which ReportLab knows ``font``, registering it the first time.

    Raises:
        DeviceError: ``fonts.not_embeddable`` with the file, when its outlines are not glyf.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    name = f"{font.path.stem}-{font.index}"
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(TTFont(name, str(font.path), subfontIndex=font.index))
        except TTFError as error:
            raise DeviceError("fonts.not_embeddable", str(font.path)) from error
    return name
