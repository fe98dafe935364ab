"""What the server does by itself, again and again: the work and how often; who runs it decides when."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from central_api.kit.lanes import Background
from central_api.kit.unit import DATABASE_FAILURES


@dataclass(frozen=True, slots=True)
class Routine:
    """Work that the server repeats.

    While the database is away nothing of it is lost: what was to do is still there next time.
    """

    name: str
    every_s: float
    """The pause between two times, in seconds."""
    work: Callable[[], object]
    """Does once what is to do now; commits by itself and may fail at any moment."""


def in_background(routine: Routine) -> Background:
    """Return the thread that repeats a routine until it is stopped."""

    def repeat(background: Background) -> None:
        while not background.is_stopping:
            with suppress(*DATABASE_FAILURES):
                routine.work()
            background.pause(routine.every_s)

    return Background(routine.name, repeat)
