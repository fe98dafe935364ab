"""QR codes for pages: drawn by the page itself, so that no picture has to be fetched."""

from html import escape
from typing import Final

from central_api.kit.html import Html

_BYTE_MODE: Final = 4
_QUIET_MODULES: Final = 4


def qr_svg(data: str, *, label: str) -> Html | None:
    """Return ``data`` as a QR code with correction M and its white margin; ``None`` where it is too long.

    Its colours are its own: it is black on white in dark mode, too, because not every scanner reads another.
    """
    rows = _rows(data, as_bytes=False) or _rows(data, as_bytes=True)
    if rows is None:
        return None
    width = len(rows) + 2 * _QUIET_MODULES
    runs = "".join(_path_of(row, top=number + _QUIET_MODULES) for number, row in enumerate(rows))
    return Html(
        f'<svg class="qr" viewBox="0 0 {width} {width}" role="img" aria-label="{escape(label)}" '
        f'shape-rendering="crispEdges"><rect width="{width}" height="{width}" fill="#FFFFFF"></rect>'
        f'<path d="{runs}" fill="#000000"></path></svg>'
    )


def _path_of(row: list[bool], *, top: int) -> str:
    """Return the black runs of a row as parts of a path."""
    parts: list[str] = []
    begun: int | None = None
    for place, is_black in enumerate([*row, False], start=_QUIET_MODULES):
        if is_black and begun is None:
            begun = place
        elif not is_black and begun is not None:
            parts.append(f"M{begun} {top}h{place - begun}v1h-{place - begun}z")
            begun = None
    return "".join(parts)


def _rows(data: str, *, as_bytes: bool) -> list[list[bool]] | None:
    """Return the modules; the library fails on long runs of zero bits, of which bytes of text have none."""
    import qrcode
    from qrcode.exceptions import DataOverflowError
    from qrcode.util import QRData

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(QRData(data.encode("utf-8"), mode=_BYTE_MODE) if as_bytes else data)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return None
    return [[bool(module) for module in row] for row in code.get_matrix()]
