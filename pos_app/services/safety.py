"""What is known of the till's own files: what stops selling, and what somebody should look at.

Filled by what looks after the files (room on the disk, their soundness, mirror, backup, identity), read by
the counter before money is taken and by Store health.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pos_app.services.errors import RuleError
from pos_app.services.events import CapabilityChanged, EventBus

Weight = Literal["stop", "warn"]


@dataclass(frozen=True, slots=True)
class Concern:
    """Something about the till's files; ``code`` has a text, ``weight`` says whether it stops selling.

    ``since_ms`` is when it was first noticed, ``arguments`` fill the text.
    """

    code: str
    weight: Weight
    since_ms: int
    arguments: tuple[object, ...] = ()


class Safety:
    """One for the till; may be asked and told from any thread."""

    def __init__(self, events: EventBus) -> None:
        """Begin without concerns; every change is published as ``CapabilityChanged``."""
        self._events = events
        self._concerns: Mapping[str, Concern] = {}
        self._checked_ms: dict[str, int] = {}
        self._progress: dict[str, tuple[int, int]] = {}

    @property
    def concerns(self) -> Mapping[str, Concern]:
        """What there is now, by its place: ``disk``, ``file``, ``journal``, ``mirror``, ``backup``."""
        return self._concerns

    @property
    def stop_code(self) -> str:
        """The code of what stops selling; empty while selling may go on."""
        return next((each.code for each in self._concerns.values() if each.weight == "stop"), "")

    def checked(self, place: str, now_ms: int) -> None:
        """Keep that ``place`` was looked at now."""
        self._checked_ms[place] = now_ms

    def checked_ms(self, place: str) -> int:
        """Return when ``place`` was last looked at; 0 for never since the till was opened."""
        return self._checked_ms.get(place, 0)

    def progress(self, place: str, *, have: int, of: int) -> None:
        """Keep how much of ``place`` is done."""
        self._progress[place] = (have, of)

    def share(self, place: str) -> tuple[int, int]:
        """Return how much of ``place`` is done, of how much; (0, 0) when that is not known."""
        return self._progress.get(place, (0, 0))

    def require(self) -> None:
        """Return if money may be taken.

        Raises:
            RuleError: The code of what stops selling.
        """
        for concern in self._concerns.values():
            if concern.weight == "stop":
                raise RuleError(concern.code, *concern.arguments)

    def note(self, place: str, concern: Concern | None) -> None:
        """Keep what is so at ``place`` now, ``None`` for nothing; the same again keeps its first time."""
        known = self._concerns.get(place)
        if concern is None and known is None:
            return
        if (
            concern is not None
            and known is not None
            and (known.code, known.weight)
            == (
                concern.code,
                concern.weight,
            )
        ):
            return
        others = {name: each for name, each in self._concerns.items() if name != place}
        self._concerns = others if concern is None else {**others, place: concern}
        self._events.publish(CapabilityChanged())
