"""Shifts, the cash that moved in them, and the Z reports that end them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from pos_app.services.records import Shift
from pos_app.storage.repositories.rows import AnyRow, first, place_of
from pos_app.storage.shift_tables import shift
from pos_app.storage.tables import cash_move, z_report
from retail_core.journal import Entry
from retail_core.wire.facts import ShiftClosed
from retail_core.wire.shift_facts import CashMoved

_NOT_CLOSED = select(shift).where(shift.c.closed_ms.is_(None)).order_by(shift.c.number)
_OPEN = _NOT_CLOSED.where(shift.c.suspended_ms.is_(None)).limit(1)
_SUSPENDED = _NOT_CLOSED.where(shift.c.suspended_ms.is_not(None))
_ONE = select(shift).where(shift.c.shift_id == bindparam("shift_id"))
_RECENT = select(shift).order_by(shift.c.number.desc()).limit(bindparam("most"))
_OF_DAY = select(shift).where(shift.c.business_day == bindparam("day")).order_by(shift.c.number)
_LAST_NUMBER = select(func.coalesce(func.max(shift.c.number), 0))
_LEFT = (
    select(shift)
    .join(z_report, z_report.c.shift_id == shift.c.shift_id)
    .where(
        shift.c.left_minor.is_not(None),
        shift.c.drawer == bindparam("drawer"),
        or_(bindparam("drawer") == "shared", shift.c.opened_by == bindparam("owner")),
    )
    .order_by(z_report.c.z_number.desc())
    .limit(1)
)
_NEXT_MOVE = select(func.coalesce(func.max(cash_move.c.slip_seq), 0) + 1).where(
    cash_move.c.incarnation == bindparam("incarnation")
)
_MOVE = select(cash_move.c.seq).where(cash_move.c.movement_id == bindparam("movement_id"))
_MOVES = (
    select(cash_move.c.doc)
    .where(cash_move.c.shift_id == bindparam("shift_id"))
    .order_by(cash_move.c.incarnation, cash_move.c.seq)
)
_LAST_Z = select(z_report.c.doc).order_by(z_report.c.z_number.desc()).limit(1)
_Z_OF = select(z_report.c.doc).where(z_report.c.shift_id == bindparam("shift_id"))


class SqlShifts:
    """Shifts of this till."""

    def __init__(self, connection: Connection, *, incarnation: int) -> None:
        self._connection = connection
        self._incarnation = incarnation

    def open(self) -> Shift | None:
        return _shift(first(self._connection, _OPEN))

    def suspended(self) -> Sequence[Shift]:
        return _shifts(self._connection.execute(_SUSPENDED))

    def get(self, shift_id: str) -> Shift | None:
        return _shift(first(self._connection, _ONE, shift_id=shift_id))

    def recent(self, limit: int) -> Sequence[Shift]:
        return _shifts(self._connection.execute(_RECENT, {"most": limit}))

    def of_day(self, business_day: str) -> Sequence[Shift]:
        return _shifts(self._connection.execute(_OF_DAY, {"day": business_day}))

    def last_number(self) -> int:
        row = first(self._connection, _LAST_NUMBER)
        assert row is not None
        return int(row[0])

    def add(self, shift_: Shift) -> None:
        self._connection.execute(insert(shift), asdict(shift_))

    def mark_suspended(self, shift_id: str, at_ms: int | None) -> None:
        self._change(shift_id, suspended_ms=at_ms)

    def mark_closed(self, shift_id: str, closed_ms: int, *, left_minor: int | None = None) -> None:
        self._change(shift_id, closed_ms=closed_ms, suspended_ms=None, left_minor=left_minor)

    def left_behind(self, drawer: str, owner: str) -> Shift | None:
        return _shift(first(self._connection, _LEFT, drawer=drawer, owner=owner))

    def take_over(self, shift_id: str) -> None:
        self._change(shift_id, left_minor=None)

    def forget_left(self) -> None:
        self._connection.execute(update(shift).values(left_minor=None))

    def next_move_seq(self, incarnation: int) -> int:
        row = first(self._connection, _NEXT_MOVE, incarnation=incarnation)
        assert row is not None
        return int(row[0])

    def is_moved(self, movement_id: str) -> bool:
        return first(self._connection, _MOVE, movement_id=movement_id) is not None

    def add_move(self, body: CashMoved, *, entry: Entry, slip_seq: int) -> None:
        self._connection.execute(
            insert(cash_move),
            {
                "movement_id": body.movement_id,
                **place_of(entry),
                "slip_seq": slip_seq,
                "shift_id": body.shift_id,
                "doc": body.model_dump_json(),
            },
        )

    def moves_of_shift(self, shift_id: str) -> Sequence[CashMoved]:
        rows = self._connection.execute(_MOVES, {"shift_id": shift_id})
        return [CashMoved.model_validate_json(row.doc) for row in rows]

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

    def _change(self, shift_id: str, **values: object) -> None:
        self._connection.execute(update(shift).where(shift.c.shift_id == shift_id).values(**values))


def _shifts(rows: Iterable[AnyRow]) -> list[Shift]:
    return [found for row in rows if (found := _shift(row)) is not None]


def _shift(row: AnyRow | None) -> Shift | None:
    return None if row is None else Shift(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it


def _z(row: AnyRow | None) -> ShiftClosed | None:
    return None if row is None else ShiftClosed.model_validate_json(row.doc)
