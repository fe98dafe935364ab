"""Whether the stored journals are whole: each chain from its first entry to the head that was acknowledged.

An erased personal part is fine: the chain covers its hash, and the part and its salt are gone together.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from central_api.journal import repository
from central_api.kit.unit import Unit
from retail_core.journal import Entry, genesis, verify

_ENTRY = tuple(name for name in Entry.__slots__ if name not in {"id", "terminal", "body", "personal"})


@dataclass(frozen=True, slots=True)
class Audit:
    """What became of one chain; ``problem`` is empty or a code with the entry's number."""

    terminal: str
    incarnation: int
    entries: int
    erased: int
    problem: str


def audit(unit: Unit) -> Iterator[Audit]:
    """Check every chain; the last incarnation's must also end at the head that the till was told."""
    for terminal_id, incarnation, head in repository.chains(unit):
        rows = repository.chain(unit, terminal_id, incarnation=incarnation)
        report = verify((_entry(row) for row in rows), genesis(terminal_id, incarnation))
        problem = "" if report.problem is None else f"{report.problem.code} {report.problem.seq}"
        if not problem and head is not None and (report.head.seq, report.head.hash) != head:
            problem = f"chain.gap {report.head.seq + 1}"
        yield Audit(
            terminal_id,
            incarnation,
            entries=report.count,
            erased=repository.count_erased(unit, terminal_id, incarnation=incarnation),
            problem=problem,
        )


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        id=row["entry_id"],
        terminal=row["terminal_id"],
        body=json.loads(row["body"]),
        personal=None if row["personal"] is None else json.loads(row["personal"]),
        **{name: row[name] for name in _ENTRY},
    )
