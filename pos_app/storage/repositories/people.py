"""Members and staff, as the feed or a lookup brought them."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from pos_app.services.records import Member, MemberUse, StaffMember
from pos_app.storage.repositories.rows import AnyRow, first
from pos_app.storage.tables import code_replay, member, staff

_REPLAY_KEPT_MS = 24 * 3600 * 1000
_MEMBER_COLUMNS = tuple(column for column in member.c if column.name != "epoch")


class SqlMembers:
    """Members that this store knows."""

    def __init__(self, connection: Connection, *, epoch: int) -> None:
        self._connection = connection
        self._epoch = epoch

    def by_id(self, member_id: str) -> Member | None:
        return self._one(member.c.member_id == member_id)

    def by_alias(self, alias: str) -> Member | None:
        return self._one(member.c.alias == alias)

    def by_phone_mac(self, phone_mac: str) -> Member | None:
        return self._one(member.c.phone_mac == phone_mac)

    def put(self, member_: Member) -> None:
        values: dict[str, object] = {**asdict(member_), "epoch": self._epoch}
        self._connection.execute(
            upsert(member).values(values).on_conflict_do_update(index_elements=["member_id"], set_=values)
        )

    def remember_code(self, alias: str, nonce: str, *, seen_ms: int) -> bool:
        self._connection.execute(delete(code_replay).where(code_replay.c.seen_ms < seen_ms - _REPLAY_KEPT_MS))
        try:
            self._connection.execute(
                insert(code_replay), {"alias": alias, "nonce": nonce, "seen_ms": seen_ms}
            )
        except IntegrityError:
            return False
        return True

    def _one(self, condition: ColumnElement[bool]) -> Member | None:
        row = first(self._connection, select(*_MEMBER_COLUMNS).where(condition))
        if row is None:
            return None
        values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
        return Member(**{**values, "uses": tuple(MemberUse(**use) for use in row.uses)})


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
