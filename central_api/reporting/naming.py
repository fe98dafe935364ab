"""The names of what a report is broken down by."""

import json
from collections.abc import Mapping

from central_api.kit.unit import Unit
from central_api.reporting import repository
from retail_core.reporting.cells import Cell
from retail_core.wire.base import Names

_IN_LANGUAGES = ("category", "product")
_PLAIN = ("campaign", "cashier")


def names(unit: Unit, cells: Mapping[Cell, int], *, language: str) -> dict[tuple[str, str], str]:
    """Return the names of the keys of some cells, by dimension and key."""
    keys: dict[str, set[str]] = {}
    for cell in cells:
        if cell.key and cell.dimension in (*_IN_LANGUAGES, *_PLAIN):
            keys.setdefault(cell.dimension, set()).add(cell.key)
    found: dict[tuple[str, str], str] = {}
    for dimension, wanted in keys.items():
        if dimension in _PLAIN:
            plain = repository.plain_names(unit, dimension, keys=wanted)
        else:
            docs = repository.docs(unit, dimension, keys=wanted)
            plain = {
                key: Names.model_validate(json.loads(doc)["names"]).in_language(language)
                for key, doc in docs.items()
            }
        found |= {(dimension, key): name for key, name in plain.items()}
    return found
