"""The column types and the names of constraints that all tables share."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the central API."""

INT = BigInteger().with_variant(Integer(), "sqlite")
"""An integer of 64 bits on both databases."""

TEXT = Text()
"""Text of any length."""

BYTES = LargeBinary().with_variant(LargeBinary(), "sqlite")
"""Bytes of any length."""


def table(name: str, *items: SchemaItem) -> Table:
    """Return a table of :data:`metadata`; STRICT on SQLite, with row numbers that never come again."""
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_autoincrement=has_row_number(items))


def has_row_number(items: tuple[SchemaItem, ...]) -> bool:
    """Return whether one of ``items`` is a column made by :func:`row_number`."""
    return any(isinstance(item, Column) and item.autoincrement is True for item in items)


def row_number() -> Column[int]:
    """Return the column ``id``: a number that the database gives, growing."""
    return Column("id", INT, primary_key=True, autoincrement=True)


def key(name: str) -> Column[str]:
    """Return a text column that is (part of) the primary key."""
    return Column(name, TEXT, primary_key=True)


def words(name: str, default: str | None = None) -> Column[str]:
    """Return a text column that is always filled."""
    return Column(name, TEXT, nullable=False, server_default=default)


def maybe_words(name: str) -> Column[str | None]:
    """Return a text column that may be empty."""
    return Column(name, TEXT, nullable=True)


def number(name: str, default: int | None = None) -> Column[int]:
    """Return an integer column that is always filled."""
    return Column(name, INT, nullable=False, server_default=None if default is None else text(str(default)))


def maybe_number(name: str) -> Column[int | None]:
    """Return an integer column that may be empty."""
    return Column(name, INT, nullable=True)
