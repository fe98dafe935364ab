"""The families of faults: the one place where each is listed, and what its module has to have.

A family is a module of this folder with one function::

    def full() -> Iterator[Finding]:
        '''Run the full setting; yield a finding for each goal, as soon as it is known.'''

Its short setting is its test file, which the normal run collects like any other.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol

from tests.faults.report import Finding

FAMILIES: dict[str, str] = {
    "network": "tests.faults.network",
    "bits": "tests.faults.bits",
    "disk": "tests.faults.disk",
    "power": "tests.faults.power",
    "kills": "tests.faults.kills",
    "offline": "tests.faults.offline",
    "ledgers": "tests.faults.ledgers",
}
"""What a family is called on the command line and in the report, and its module."""


class Family(Protocol):
    """A module of this folder that breaks something."""

    def full(self) -> Iterator[Finding]:
        """Run the full setting; yield a finding for each goal, as soon as it is known."""


def family(name: str) -> Family:
    """Return a family's module.

    Raises:
        LookupError: There is no such family.
    """
    if name not in FAMILIES:
        raise LookupError(f"There is no family {name}. There are: {', '.join(FAMILIES) or 'none'}.")
    module: Family = import_module(FAMILIES[name])
    return module
