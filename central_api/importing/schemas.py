"""What an import reads, finds wrong, and changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["products", "prices", "packs", "options", "stock", "members", "staff", "campaigns"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file; ``number`` is the one that a spreadsheet shows, ``cells`` are by field."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell; ``row`` 0 is the file itself, ``column`` the header as the file has it."""

    row: int
    column: str
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it was read: rows, the header of each field, and how many formulas were made harmless."""

    rows: tuple[Row, ...]
    headers: Mapping[str, str]
    neutralised: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """Where an import goes: ``scope`` is a store or ``*``; amounts are of ``currency``."""

    scope: str
    currency: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import came to; ``batch_id`` is empty when nothing was written."""

    kind: Kind
    rows: int
    new: int
    changed: int
    neutralised: int
    problems: tuple[Problem, ...] = field(default=())
    batch_id: str = ""
