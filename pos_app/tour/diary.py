"""What was expected and what was seen, step by step, and the summary of it all."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``picture`` is a file beside the summary, empty for steps outside the window."""

    n: int
    name: str
    expected: Mapping[str, object]
    seen: Mapping[str, object]
    ok: bool
    picture: str


@dataclass(slots=True)
class Diary:
    """The steps so far; ``out`` takes pictures and summary."""

    out: Path
    steps: list[Step] = field(default_factory=list)

    @property
    def next_number(self) -> int:
        """The number of the step that comes."""
        return len(self.steps) + 1

    def note(
        self, name: str, *, expected: Mapping[str, object], seen: Mapping[str, object], picture: str
    ) -> None:
        """Write a step down; it is in order when what was expected was seen."""
        step = Step(self.next_number, name, expected, seen, dict(expected) == dict(seen), picture)
        self.steps.append(step)

    def is_ok(self) -> bool:
        """Return whether every step was in order; a tour without steps is not."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    def wrong(self) -> list[Step]:
        """Return the steps that were not in order."""
        return [step for step in self.steps if not step.ok]

    def write(self, facts: Mapping[str, Any]) -> Path:
        """Write ``summary.json`` and return its path."""
        path = self.out / "summary.json"
        told = {"ok": self.is_ok(), "steps": [asdict(step) for step in self.steps], **facts}
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
        return path
