"""``python -m tests.faults``: the full setting of every family of faults, or of those that are named.

Hours of machine time; a family at a time is added to one report in ``var/faults``:

    python -m tests.faults kills
"""

import argparse
import sys
from collections.abc import Sequence

from tests.faults import report
from tests.faults.families import FAMILIES, family
from tests.faults.report import Finding


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; return 0 when everything is as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument(
        "families", nargs="*", metavar="FAMILY", help=f"of {', '.join(FAMILIES)}; all without"
    )
    options = parser.parse_args(arguments)
    found: dict[str, list[Finding]] = {}
    for name in options.families or FAMILIES:
        found[name] = []
        for finding in family(name).full():
            found[name].append(finding)
            # What has run stays, whatever becomes of the rest.
            report.write(found)
            _say(f"{name}: {finding.did}: {'as it should be' if finding.is_well else 'NOT as it should be'}")
    _say("\n" + report.write(found))
    _say(f"Written to {report.OUT}.")
    return 0 if all(finding.is_well for findings in found.values() for finding in findings) else 1


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
