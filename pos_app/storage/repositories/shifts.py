"""Shifts, and the Z reports that end them."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, func, insert, select, update

from pos_app.services.records import Shift
from pos_app.storage.repositories.rows import AnyRow, first
from pos_app.storage.tables import shift, z_report
from retail_core.wire.facts import ShiftClosed

_OPEN = select(shift).where(shift.c.closed_ms.is_(None)).order_by(shift.c.number).limit(1)
_ONE = select(shift).where(shift.c.shift_id == bindparam("shift_id"))
_RECENT = select(shift).order_by(shift.c.number.desc()).limit(bindparam("most"))
_LAST_NUMBER = select(func.coalesce(func.max(shift.c.number), 0))
_LAST_Z = select(z_report.c.doc).order_by(z_report.c.z_number.desc()).limit(1)
_Z_OF = select(z_report.c.doc).where(z_report.c.shift_id == bindparam("shift_id"))


class SqlShifts:
    """Shifts of this till."""

    def __init__(self, connection: Connection, *, incarnation: int) -> None:
        self._connection = connection
        self._incarnation = incarnation

    def open(self) -> Shift | None:
        return _shift(first(self._connection, _OPEN))

    def get(self, shift_id: str) -> Shift | None:
        return _shift(first(self._connection, _ONE, shift_id=shift_id))

    def recent(self, limit: int) -> Sequence[Shift]:
        rows = self._connection.execute(_RECENT, {"most": limit})
        return [found for row in rows if (found := _shift(row)) is not None]

    def last_number(self) -> int:
        row = first(self._connection, _LAST_NUMBER)
        assert row is not None
        return int(row[0])

    def add(self, shift_: Shift) -> None:
        self._connection.execute(insert(shift), asdict(shift_))

    def mark_closed(self, shift_id: str, closed_ms: int) -> None:
        self._connection.execute(
            update(shift).where(shift.c.shift_id == shift_id).values(closed_ms=closed_ms)
        )

    def last_z(self) -> ShiftClosed | None:
        return _z(first(self._connection, _LAST_Z))

    def z_of(self, shift_id: str) -> ShiftClosed | None:
        return _z(first(self._connection, _Z_OF, shift_id=shift_id))

    def add_z(self, report: ShiftClosed, seq: int) -> None:
        self._connection.execute(
            insert(z_report),
            {
                "z_number": report.z_number,
                "shift_id": report.shift_id,
                "incarnation": self._incarnation,
                "seq": seq,
                "doc": report.model_dump_json(),
            },
        )


def _shift(row: AnyRow | None) -> Shift | None:
    return None if row is None else Shift(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it


def _z(row: AnyRow | None) -> ShiftClosed | None:
    return None if row is None else ShiftClosed.model_validate_json(row.doc)
