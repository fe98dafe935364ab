"""``python -m tests.faults.planted [CANARY,…] ARGUMENTS``: the central API, without some protections.

Without a name it is the program as it is shipped.
"""

import sys
from collections.abc import Iterable
from contextlib import ExitStack

from central_api import cli
from tests.faults.protections import PROTECTIONS
from tests.simulation.canary import planted


def take_out(names: Iterable[str]) -> ExitStack:
    """Take protections out until the returned context ends."""
    stack = ExitStack()
    for name in names:
        stack.enter_context(planted(PROTECTIONS[name]))
    return stack


def main() -> None:
    """Run the server's command line."""
    names = sys.argv.pop(1)
    with take_out(filter(None, names.split(","))):
        cli.main()


if __name__ == "__main__":
    main()
