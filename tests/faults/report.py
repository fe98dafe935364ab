"""What the fault runs are reported as: one row for each goal, as JSON for machines and as a table."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

OUT = Path("var/faults")


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one goal, with its protection and without it.

    Attributes:
        protection: What keeps it from happening in the product.
        did: What was done, how often, in how long: "1,000 kills in 31 min, 100 of them with the window".
        seed: Of everything that was left to chance.
        wrong: What the check found; nothing when all is well.
        canary: What is taken out for the canary, with file and line; empty where there is none to take out.
        canary_did: What was done without the protection.
        canary_wrong: What the same check found then; nothing means that the check proves nothing.
        figures: What was measured meanwhile; quoted, not judged.
    """

    protection: str
    did: str
    seed: int
    wrong: Sequence[str]
    canary: str = ""
    canary_did: str = ""
    canary_wrong: Sequence[str] = ()
    figures: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong, and without the protection something is."""
        return not self.wrong and (not self.canary or bool(self.canary_wrong))


def write(findings: Mapping[str, Sequence[Finding]], *, folder: Path = OUT) -> str:
    """Write ``report.json`` and ``report.txt``; a family that did not run keeps its rows of the run before.

    Returns:
        The table.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "report.json"
    document = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    document |= {name: [_row(item) for item in items] for name, items in findings.items()}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    text = table(document)
    (folder / "report.txt").write_text(text, encoding="utf-8")
    return text


def table(document: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Return the report as a person reads it."""
    lines = []
    for family, rows in document.items():
        for row in rows:
            lines += [
                f"{family}: {row['protection']}",
                f"  did      {row['did']} (seed {row['seed']})",
                f"  found    {_listed(row['wrong']) or 'nothing wrong'}",
            ]
            if row["canary"]:
                lines += [
                    f"  canary   {row['canary']}; {row['canary_did']}",
                    f"  found    {_listed(row['canary_wrong']) or 'NOT NOTICED'}",
                ]
            lines += [f"  {name}: {value}" for name, value in row["figures"].items()]
            lines += [f"  {'as it should be' if row['is_well'] else 'NOT as it should be'}", ""]
    return "\n".join(lines)


def _row(finding: Finding) -> dict[str, Any]:
    return {
        **asdict(finding),
        "wrong": list(finding.wrong),
        "canary_wrong": list(finding.canary_wrong),
        "figures": dict(finding.figures),
        "is_well": finding.is_well,
    }


def _listed(wrong: Sequence[str], most: int = 5) -> str:
    more = f" and {len(wrong) - most} more" if len(wrong) > most else ""
    return "; ".join(wrong[:most]) + more
