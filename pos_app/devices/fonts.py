"""Which font files draw Chinese on paper: one with glyf outlines, which both ReportLab and Pillow can embed.

ReportLab refuses the CFF outlines of Noto CJK, so WenQuanYi Micro Hei comes first everywhere; what the
platform brings along stands in for it. Fallbacks are for single rare characters in pictures, where any
outline will do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pos_app.services.errors import DeviceError
from resources import path as resource_path


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font in a file; ``index`` chooses within a collection (.ttc)."""

    path: Path
    index: int = 0


@dataclass(frozen=True, slots=True)
class FontSet:
    """The fonts of printed paper.

    Attributes:
        han: Chinese and everything proportional; has glyf outlines.
        mono: Latin letters and digits of one width, for columns.
        fallbacks: Asked in this order for a character that ``han`` lacks.
    """

    han: FontFile
    mono: FontFile
    fallbacks: tuple[FontFile, ...] = ()


_MICRO_HEI = (
    Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
    Path("/usr/share/fonts/wqy-microhei/wqy-microhei.ttc"),
    Path("/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc"),
)

_PLATFORM = (
    FontSet(FontFile(Path("C:/Windows/Fonts/msyh.ttc")), FontFile(Path("C:/Windows/Fonts/consola.ttf"))),
    FontSet(FontFile(Path("C:/Windows/Fonts/msjh.ttc")), FontFile(Path("C:/Windows/Fonts/consola.ttf"))),
    FontSet(FontFile(Path("C:/Windows/Fonts/simhei.ttf")), FontFile(Path("C:/Windows/Fonts/consola.ttf"))),
    FontSet(
        FontFile(Path("/System/Library/Fonts/Supplemental/Arial Unicode.ttf")),
        FontFile(Path("/System/Library/Fonts/Menlo.ttc")),
    ),
    FontSet(
        FontFile(Path("/System/Library/Fonts/STHeiti Medium.ttc")),
        FontFile(Path("/System/Library/Fonts/Menlo.ttc")),
    ),
)

_FALLBACKS = (
    FontFile(Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"), index=2),
    FontFile(Path("C:/Windows/Fonts/simsunb.ttf")),
    FontFile(Path("C:/Windows/Fonts/seguisym.ttf")),
    FontFile(Path("/System/Library/Fonts/PingFang.ttc")),
)


def candidates() -> tuple[FontSet, ...]:
    """Return every known set of fonts, the preferred one first; most of them are on other platforms."""
    micro_hei = (resource_path("fonts", "wqy-microhei.ttc"), *_MICRO_HEI)
    return (*(FontSet(FontFile(path, 0), FontFile(path, 1)) for path in micro_hei), *_PLATFORM)


def find_fonts(known: Sequence[FontSet] | None = None) -> FontSet:
    """Return the first set of fonts whose files are on this machine.

    Args:
        known: What to look for, in order; by default all of ``candidates()``.

    Raises:
        DeviceError: ``fonts.missing`` when there is none.
    """
    fallbacks = tuple(font for font in _FALLBACKS if font.path.is_file())
    for fonts in candidates() if known is None else known:
        if fonts.han.path.is_file() and fonts.mono.path.is_file():
            return FontSet(fonts.han, fonts.mono, fallbacks)
    raise DeviceError("fonts.missing")
