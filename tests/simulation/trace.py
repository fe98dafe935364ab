"""What happened, line by line, and one hash over all of it: two runs of a seed have the same."""

import hashlib
from collections import deque

KEPT_LINES = 60


class Trace:
    """Takes lines; keeps the last ones and the hash of all."""

    def __init__(self, *, echo: bool = False) -> None:
        self._digest = hashlib.sha256()
        self._last: deque[str] = deque(maxlen=None if echo else KEPT_LINES)
        self.lines = 0

    def note(self, now_ms: int, who: str, what: str, *facts: object) -> None:
        """Write one line: when, who, what, and what came of it."""
        line = " ".join([str(now_ms), who, what, *(str(fact) for fact in facts)])
        self._digest.update(line.encode() + b"\n")
        self._last.append(line)
        self.lines += 1

    @property
    def hash(self) -> str:
        """The hash of every line so far, 64 hexadecimal digits."""
        return self._digest.hexdigest()

    @property
    def last(self) -> list[str]:
        """The newest lines, for whoever has to understand a failure."""
        return list(self._last)
