"""What a simulation is reported as: a JSON file for machines and a table for people."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.simulation.canary import Canary, place_of
from tests.simulation.world import Outcome

OUT = Path("var/simulation")


@dataclass(frozen=True, slots=True)
class CanaryFound:
    """How a planted bug fared."""

    name: str
    protection: str
    place: str
    """File and line that it removes."""
    removes: str
    seed: int
    """The seed that noticed; 0 for none."""
    store_days: int
    """Days simulated until then, those of the seeds before included."""
    invariant: str
    without: str
    """What the same seed comes to without the bug."""

    @property
    def as_it_should(self) -> bool:
        """Whether it was noticed, and nothing was noticed without it."""
        return bool(self.invariant) and self.without == "peace"


def found(
    canary: Canary, outcome: Outcome | None, *, store_days: int, without: Outcome | None
) -> CanaryFound:
    """Return the line of the report for a canary."""
    place = place_of(canary)
    return CanaryFound(
        name=canary.name,
        protection=canary.protection,
        place=str(place),
        removes=place.text,
        seed=0 if outcome is None else outcome.plan.seed,
        store_days=store_days,
        invariant="" if outcome is None else outcome.broken,
        without="not run" if without is None else without.broken or "peace",
    )


def replay_command(outcome: Outcome, canary: Canary | None = None) -> str:
    """Return the command that plays a run again and shows what happened."""
    planted = "" if canary is None else f" --canary {canary.name}"
    return f"python -m tests.simulation --seed {outcome.plan.seed}{planted}"


def write(runs: Sequence[Outcome], canaries: Sequence[CanaryFound], *, add: bool, folder: Path = OUT) -> str:
    """Write ``report.json`` and ``report.txt``; with ``add`` beside what an earlier piece wrote.

    Returns:
        The table.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "report.json"
    before = json.loads(path.read_text(encoding="utf-8")) if add and path.exists() else {}
    rows = {row["seed"]: row for row in before.get("runs", ())} | {run.plan.seed: _row(run) for run in runs}
    planted = {row["name"]: row for row in before.get("canaries", ())} | {
        item.name: asdict(item) for item in canaries
    }
    ordered = [rows[seed] for seed in sorted(rows)]
    document = {"totals": _totals(ordered), "canaries": list(planted.values()), "runs": ordered}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    text = table(document)
    (folder / "report.txt").write_text(text, encoding="utf-8")
    return text


def table(document: dict[str, Any]) -> str:
    """Return the report as a person reads it."""
    totals = document["totals"]
    first = f"{totals['store_days']} store-days in {totals['runs']} runs: {totals['sales']} sales"
    lines = [
        f"{first}; {totals['in_peace']} runs ended in peace, {totals['broken']} did not.",
        f"Requests: {_counts(totals['fates'])}.",
        f"Mischief: {_counts(totals['mischief'])}.",
        "",
    ]
    if document["canaries"]:
        head = ("protection", "canary: the line that it removes", "seed", "store-days", "outcome")
        rows = [
            (
                row["protection"],
                f"{row['name']}: {row['place']}  {row['removes'][:60]}",
                str(row["seed"] or "-"),
                str(row["store_days"]),
                _outcome(row),
            )
            for row in document["canaries"]
        ]
        lines += [*_columns([head, *rows]), ""]
    for row in document["runs"]:
        if row["broken"]:
            lines += [f"seed {row['seed']}: {row['broken']}", row["detail"], f"again: {row['again']}", ""]
    return "\n".join(lines) + "\n"


def _outcome(row: dict[str, Any]) -> str:
    if not row["invariant"]:
        return "NOT NOTICED"
    return f"noticed: {row['invariant']}; without it: {row['without']}"


def _row(run: Outcome) -> dict[str, Any]:
    return {
        "seed": run.plan.seed,
        "stores": run.plan.stores,
        "tills": run.plan.tills,
        "days": run.plan.days,
        "store_days": run.plan.store_days,
        "hash": run.hash,
        "steps": run.lines,
        "sales": run.sales,
        "broken": run.broken,
        "detail": run.detail[-4000:],
        "again": replay_command(run),
        "fates": dict(run.fates),
        "mischief": dict(run.mischief),
    }


def _totals(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    fates: Counter[str] = Counter()
    mischief: Counter[str] = Counter()
    for row in rows:
        fates.update(row["fates"])
        mischief.update(row["mischief"])
    broken = sum(bool(row["broken"]) for row in rows)
    return {
        "runs": len(rows),
        "store_days": sum(row["store_days"] for row in rows),
        "sales": sum(row["sales"] for row in rows),
        "in_peace": len(rows) - broken,
        "broken": broken,
        "fates": dict(sorted(fates.items())),
        "mischief": dict(sorted(mischief.items())),
    }


def _counts(counted: dict[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counted.items()) or "none"


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
