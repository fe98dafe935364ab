"""A code as a phone shows it: what an app of the shop would draw, for people and tests without one."""

import io
import math

from pos_app.devices.symbols import QR_QUIET_MODULES, qr_matrix
from pos_app.services.errors import DeviceError

LEAST_MM = 30.0
"""How wide a code is shown at least, without its white margin; smaller ones are not read from a hand."""

PHONE_DPI = 326
"""Pixels an inch of a usual phone."""

_MM_AN_INCH = 25.4


def phone_picture(data: str, *, dpi: int = PHONE_DPI) -> bytes:
    """Return ``data`` as the PNG of a QR code that is 30 mm wide or a little more on a screen of ``dpi``.

    Raises:
        DeviceError: ``code.not_drawable``, there is nothing or too much to draw.
    """
    from PIL import Image, ImageDraw

    matrix = qr_matrix(data)
    if matrix is None:
        raise DeviceError("code.not_drawable")
    module_px = math.ceil(LEAST_MM / _MM_AN_INCH * dpi / len(matrix.rows))
    side_px = matrix.modules_with_quiet_zone * module_px
    image = Image.new("L", (side_px, side_px), 255)
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(matrix.rows, start=QR_QUIET_MODULES):
        for x, black in enumerate(row, start=QR_QUIET_MODULES):
            if black:
                left, top = x * module_px, y * module_px
                draw.rectangle((left, top, left + module_px - 1, top + module_px - 1), fill=0)
    made = io.BytesIO()
    image.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()
