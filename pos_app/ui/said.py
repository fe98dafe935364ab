"""A message as a code with its arguments; ``sayings`` puts it into words."""

from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.errors import PosError
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class Rate:
    """A share in basis points among the arguments of a message."""

    basis_points: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in thousandths among the arguments of a message."""

    qty_milli: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign among the arguments of a message; its name stands for it."""

    rule_id: str


@dataclass(frozen=True, slots=True)
class Said:
    """A code with its arguments; ``Money``, ``Names`` and the like among them are put into words later."""

    code: str = ""
    arguments: tuple[object, ...] = ()


def said_of(error: PosError, currency: str) -> Said:
    """Return an error as something to say; a limit becomes a share or an amount of ``currency``."""
    arguments = error.arguments
    if error.code == "right.over_limit" and len(arguments) > 1:
        verb, limit = str(arguments[0]), int(str(arguments[1]))
        arguments = (verb, Rate(limit) if verb in rights.IN_BASIS_POINTS else Money(limit, currency))
    return Said(error.code, arguments)
