"""What head office said last of other stores, kept for when it cannot be reached: bounded, and not for long.

Source: docs/decisions/0074-what-head-office-said-last.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from pos_app.services.repositories import UnitOfWork

KEPT_DAYS: Final = 14
MOST_KEPT: Final = 40
MOST_KEPT_BYTES: Final = 8 * 1024 * 1024
"""An answer is shown without a connection for so long; so many of them, packed, at most."""

_DAY_MS: Final = 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class KeptReport:
    """An answer as it lies in storage: packed, and when it was heard."""

    doc: bytes
    heard_ms: int


class KeptReportRepository(Protocol):
    """Answers of head office by their questions (state: what is lost is asked anew)."""

    def get(self, asked: str) -> KeptReport | None:
        """Return what is kept of a question."""

    def put(self, asked: str, kept: KeptReport) -> None:
        """Keep an answer in the place of an older one."""

    def prune(self, before_ms: int, *, most: int, most_bytes: int) -> int:
        """Let go of what was heard before a time, and of the oldest beyond a number and size; how many."""


def keep_answer(work: UnitOfWork, asked: str, *, doc: bytes, now_ms: int) -> None:
    """Keep an answer, and let go of those that have to make room."""
    work.sync_state.answers.put(asked, KeptReport(doc, now_ms))
    let_answers_go(work, now_ms)


def kept_answer(work: UnitOfWork, asked: str, *, now_ms: int) -> KeptReport | None:
    """Return what is kept of a question and not too old."""
    kept = work.sync_state.answers.get(asked)
    return None if kept is None or kept.heard_ms < now_ms - KEPT_DAYS * _DAY_MS else kept


def let_answers_go(work: UnitOfWork, now_ms: int) -> int:
    """Let go of answers that are too old, or too many; return how many."""
    before_ms = now_ms - KEPT_DAYS * _DAY_MS
    return work.sync_state.answers.prune(before_ms, most=MOST_KEPT, most_bytes=MOST_KEPT_BYTES)
