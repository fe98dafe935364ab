"""What an import would do: read from the rows and the database, and written only when nothing is wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from central_api.importing.cells import CellError
from central_api.importing.schemas import Problem, Row, Sheet
from central_api.kit.unit import Unit

T = TypeVar("T")

Undo = list[dict[str, object]]
"""What was there before, as JSON."""


def _write_nothing(_unit: Unit, _batch_id: str) -> Undo:
    return []


@dataclass(slots=True)
class Plan:
    """``write`` does it under a batch's id and returns how to take it back."""

    new: int = 0
    changed: int = 0
    problems: list[Problem] = field(default_factory=list)
    write: Callable[[Unit, str], Undo] = _write_nothing


class Cells:
    """Reads the cells of a sheet and notes what is wrong with them."""

    def __init__(self, sheet: Sheet) -> None:
        """Read ``sheet``."""
        self._headers = sheet.headers
        self._seen: dict[tuple[str, str], int] = {}
        self.problems: list[Problem] = []

    def has(self, name: str) -> bool:
        """Return whether the file has this column."""
        return name in self._headers

    def read(self, row: Row, name: str, *, parse: Callable[[str], T]) -> T | None:
        """Return a cell's value, or None after noting what is wrong."""
        try:
            return parse(row.cells.get(name, ""))
        except CellError as error:
            self.refuse(row, name, code=error.code)
            return None

    def read_unique(self, row: Row, name: str, *, parse: Callable[[str], str]) -> str | None:
        """Return a cell's value; one that an earlier row has too is wrong."""
        value = self.read(row, name, parse=parse)
        if value is not None and self._seen.setdefault((name, value), row.number) != row.number:
            self.refuse(row, name, code="cell.twice")
            return None
        return value

    def refuse(self, row: Row, name: str, *, code: str) -> None:
        """Note that a cell is wrong."""
        self.problems.append(
            Problem(row.number, self._headers.get(name, name), code, row.cells.get(name, ""))
        )
