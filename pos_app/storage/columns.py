"""Column types for STRICT tables, which know only INTEGER, TEXT, BLOB and REAL."""

import json
from typing import Any

from sqlalchemy import Column, Dialect, Integer, Text, TypeDecorator, text


class Flag(TypeDecorator[bool]):
    """A boolean as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return what is stored."""
        del dialect
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:
        """Return what was meant."""
        del dialect
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """Lists, objects and plain values as compact JSON text, Chinese readable in it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """Return what is stored."""
        del dialect
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any:
        """Return what was meant."""
        del dialect
        return None if value is None else json.loads(value)


def words(name: str, *, nullable: bool = False, default: str | None = None) -> Column[str]:
    """Return a text column."""
    return Column(name, Text, nullable=nullable, server_default=default)


def number(name: str, *, nullable: bool = False, default: int | None = None) -> Column[int]:
    """Return an integer column: amounts end in ``_minor``, quantities in ``_milli``, times in ``_ms``."""
    server_default = None if default is None else text(str(default))
    return Column(name, Integer, nullable=nullable, server_default=server_default)
