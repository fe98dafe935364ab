"""The two papers of receipt printers, in dots at 203 dpi, and what fits on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from pos_app.services.documents import Size


class PrintMode(StrEnum):
    """How texts reach the printer: as characters of its own Chinese set, or all of it as a picture."""

    TEXT = "text"
    RASTER = "raster"


@dataclass(frozen=True, slots=True)
class Face:
    """How a size is printed: dots of a half-width column, and of the line's height."""

    column_dots: int
    height_dots: int


TEXT_FACES: Mapping[Size, Face] = MappingProxyType(
    {Size.NORMAL: Face(12, 30), Size.LARGE: Face(12, 60), Size.HUGE: Face(24, 60)}
)
"""Printers only multiply their 12 x 24 characters by whole numbers."""

RASTER_FACES: Mapping[Size, Face] = MappingProxyType(
    {Size.NORMAL: Face(12, 30), Size.LARGE: Face(18, 46), Size.HUGE: Face(24, 60)}
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A width of paper.

    Attributes:
        width_mm: What it is sold as.
        width_dots: What the print head reaches, a multiple of 8.
    """

    width_mm: int
    width_dots: int

    def columns(self, faces: Mapping[Size, Face]) -> dict[Size, int]:
        """Return how many half-width columns fit, by size."""
        return {size: self.width_dots // face.column_dots for size, face in faces.items()}


PAPERS: Mapping[int, Paper] = MappingProxyType({58: Paper(58, 384), 80: Paper(80, 576)})
