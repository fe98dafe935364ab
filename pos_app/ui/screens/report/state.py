"""What the shift report shows."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.services.records import Shift
from pos_app.services.shift_report import HourFigure, ShiftFigures


@dataclass(frozen=True, slots=True)
class Message:
    """A code with its arguments, and whether it is good news."""

    code: str
    arguments: tuple[object, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A shift's figures, with the hours of the shift a week earlier when this till has it."""

    figures: ShiftFigures
    earlier_hours: tuple[HourFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportState:
    """The shifts to choose from, newest first, and the one that is read.

    ``loading`` is true until figures or the reason without them are there; ``busy`` while paper is made.
    """

    shifts: tuple[Shift, ...] = ()
    reading: Reading | None = None
    loading: bool = True
    busy: bool = False
    fault: Message | None = None
    news: Message | None = None
