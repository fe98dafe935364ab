"""Staff, as the feed brought them."""

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from pos_app.services.records import StaffMember
from pos_app.storage.repositories.rows import AnyRow, first
from pos_app.storage.tables import staff


class SqlStaff:
    """People who may work here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def active(self) -> Sequence[StaffMember]:
        rows = self._connection.execute(
            select(staff).where(staff.c.active.is_(True)).order_by(staff.c.name, staff.c.staff_id)
        )
        return [_staff(row) for row in rows]

    def get(self, staff_id: str) -> StaffMember | None:
        row = first(self._connection, select(staff).where(staff.c.staff_id == staff_id))
        return None if row is None else _staff(row)

    def by_badge(self, badge_mac: str) -> StaffMember | None:
        row = first(
            self._connection,
            select(staff).where(
                staff.c.badge_mac == badge_mac, staff.c.badge_mac != "", staff.c.active.is_(True)
            ),
        )
        return None if row is None else _staff(row)

    def set_failures(self, staff_id: str, *, failures: int, locked_until_ms: int) -> None:
        self._connection.execute(
            update(staff)
            .where(staff.c.staff_id == staff_id)
            .values(failures=failures, locked_until_ms=locked_until_ms)
        )


def _staff(row: AnyRow) -> StaffMember:
    return StaffMember(
        staff_id=row.staff_id,
        name=row.name,
        role=row.role,
        rights=row.rights,
        pin_salt=row.pin_salt,
        pin_ops=row.pin_ops,
        pin_mem=row.pin_mem,
        pin_hmac=row.pin_hmac,
        badge_mac=row.badge_mac,
        active=row.active,
        failures=row.failures,
        locked_until_ms=row.locked_until_ms,
    )
