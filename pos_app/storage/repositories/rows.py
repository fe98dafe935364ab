"""The small steps that all repositories share."""

import json
from typing import Any, TypeAlias

from sqlalchemy import Connection, Executable, Row

from retail_core.journal import Entry

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of any columns."""


def place_of(entry: Entry) -> dict[str, int]:
    """Return the columns that say which entry a row belongs to."""
    return {"incarnation": entry.incarnation, "seq": entry.seq}


def first(connection: Connection, query: Executable, /, **values: object) -> AnyRow | None:
    """Return the first row of a query, or ``None``; ``values`` are those of its bind parameters."""
    return connection.execute(query, values).first()


def compact(value: object) -> str:
    """Return ``value`` as compact JSON text, Chinese readable in it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
