"""What the steps of pricing found before, by exactly what they were given.

A step is a pure function, and its key holds everything it looks at: immutable records that are recognised by
identity. What did not change is the same record as in the run before, so a step that nothing touched is
looked up, and the result of a run with a memo is the result of one without.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class Memo(Generic[Key, Found]):
    """Results of one step; what two runs in a row did not ask for is forgotten.

    Keys are kept alive by it, so that an identity is never mistaken for another.
    """

    __slots__ = ("_before", "_now")

    def __init__(self) -> None:
        self._before: dict[Key, Found] = {}
        self._now: dict[Key, Found] = {}

    def recall(self, key: Key) -> Found | None:
        """Return what ``key`` gave in this run or the one before."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def keep(self, key: Key, found: Found) -> Found:
        """Remember ``found``, and return it."""
        self._now[key] = found
        return found

    def turn(self) -> None:
        """Begin a new run."""
        self._before = self._now
        self._now = {}
