"""What the parts of the report screen work with: the state that they share, and the tools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.session import Session
from pos_app.ui.screens.report.state import Message, ReportState


class Guard(Protocol):
    """Lets an answer through as long as somebody waits for it."""

    def __call__(self, then: Callable[..., None]) -> Callable[[object], None]:
        """Return ``then`` for the answer to what is asked now, and nothing for one that comes too late."""


@dataclass(frozen=True, slots=True)
class Hands:
    """``state`` is what is shown now and ``show`` shows another one; ``reading`` is the lane of reports."""

    state: Callable[[], ReportState]
    show: Callable[[ReportState], None]
    guarded: Guard
    session: Session
    reading: Lane
    language: Callable[[], str]


def message_of(error: BaseException) -> Message:
    """Return what went wrong in words of the screen; a bug goes on."""
    if not isinstance(error, PosError):
        raise error
    return Message(error.code, error.arguments)
