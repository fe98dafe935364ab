"""``python -m tests.attacks --codes 200000``: tries so many bad codes and says how it went."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.attacks.trying import FULL, Outcome, doors, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; return 0 when nothing was accepted and every reason was right."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=__doc__)
    parser.add_argument("--codes", type=int, default=FULL.codes, help="how many bad codes")
    parser.add_argument("--seed", type=int, default=FULL.seed)
    options = parser.parse_args(arguments)
    setting = replace(FULL, codes=options.codes, seed=options.seed)
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="loop-pos-attacks-") as folder,
        doors(Path(folder)) as at_doors,
    ):
        outcome = run(setting, at_doors)
    sys.stdout.write("\n".join(_lines(outcome, seed=setting.seed, seconds=time.monotonic() - began)) + "\n")
    return 1 if outcome.faults else 0


def _lines(outcome: Outcome, *, seed: int, seconds: float) -> list[str]:
    times = sorted(outcome.seconds)
    middle, worst, longest = (times[len(times) * part // 1000] * 1000 for part in (500, 990, 999))
    return [
        f"{outcome.tried.total():,} bad codes in {len(outcome.tried)} ways, seed {seed}, {seconds:.0f} s",
        f"{outcome.at_doors:,} of the scans also at a till's doors; {outcome.good:,} good codes between them",
        f"accepted: {len(outcome.accepted)}; another reason than the way's: {len(outcome.wrong)}",
        f"one refusal: p50 {middle:.3f} ms, p99 {worst:.3f} ms, p99.9 {longest:.3f} ms",
        *outcome.faults,
    ]


if __name__ == "__main__":
    sys.exit(main())
