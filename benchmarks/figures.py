"""Numbers of a run: percentiles, rows of the table, and how they are written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the worst of a hundred, in milliseconds."""

    p50_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Row:
    """One measured piece of work beside the raw limit; ``goal`` is what the design asks for, p50 / p99."""

    work: str
    products: int
    seen: Spread
    raw: Spread
    raw_is: str
    goal: Spread
    times: int

    @property
    def ratio(self) -> float:
        """How often the raw limit fits into the measured middle."""
        return self.seen.p50_ms / self.raw.p50_ms if self.raw.p50_ms else 0.0


@dataclass(frozen=True, slots=True)
class RulesRow:
    """The cost of one basket among ``rules`` active campaigns, of which ``concerned`` concern it."""

    rules: int
    concerned: int
    seen: Spread
    times: int


def spread_of(seconds: Sequence[float]) -> Spread:
    """Return the spread of at least one measured time."""
    ordered = sorted(seconds)
    worst = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    return Spread(round(ordered[len(ordered) // 2] * 1000, 3), round(worst * 1000, 3))


def table(rows: Iterable[Row]) -> str:
    """Return the rows as people read them; times in milliseconds, p50 / p99."""
    head = ("work", "products", "seen", "goal", "raw limit", "x raw", "n")
    cells = [head]
    cells += [
        (
            row.work,
            f"{row.products:,}" if row.products else "-",
            _pair(row.seen),
            _pair(row.goal) if row.goal.p99_ms else "-",
            f"{_pair(row.raw)}  {row.raw_is}",
            f"{row.ratio:.1f}",
            str(row.times),
        )
        for row in rows
    ]
    widths = [max(len(line[place]) for line in cells) for place in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
    return "\n".join(line.rstrip() for line in [lines[0], "-" * len(lines[0]), *lines[1:]])


def rules_table(rows: Sequence[RulesRow]) -> str:
    """Return how the price of 30 lines depends on the number of campaigns; ratios to the first row."""
    lines = ["price 30 lines    concern it    seen, p50 / p99     x the first"]
    lines += [
        f"{row.rules:>6,} campaigns {row.concerned:>11} {_pair(row.seen):>21}"
        f" {row.seen.p50_ms / rows[0].seen.p50_ms:>12.1f}"
        for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def write_json(
    path: Path, rows: Iterable[Row], *, by_rules: Iterable[RulesRow], machine: Mapping[str, object]
) -> None:
    """Write everything that was measured, and where."""
    document = {
        "machine": machine,
        "rows": [asdict(row) | {"ratio": round(row.ratio, 2)} for row in rows],
        "pricing_by_rules": [asdict(row) for row in by_rules],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")


def _pair(spread: Spread) -> str:
    return f"{spread.p50_ms:,.2f} / {spread.p99_ms:,.2f} ms"
