"""Rows of joins and consents, and moving everything of one account to another."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.joining.schemas import Agreed, Joiner, Place
from central_api.kit.unit import Unit
from central_api.models.members import member, member_consent, member_join
from central_api.models.naming import columns_naming_members


def insert_join(unit: Unit, joiner: Joiner) -> bool:
    """Enter a join; return False if it was there."""
    place = joiner.place
    row = {
        "ref": joiner.ref,
        "member_id": joiner.member_id,
        "means": joiner.means,
        "store_id": place.store_id,
        "terminal_id": place.terminal_id,
        "staff_id": place.staff_id,
        "joined_ms": joiner.joined_ms,
        "entry_id": place.entry_id,
    }
    return _insert_new(unit, member_join, row=row)


def joined_as(unit: Unit, ref: str) -> str:
    """Return the account that a join is of now."""
    return str(
        unit.conn.execute(select(member_join.c.member_id).where(member_join.c.ref == ref)).scalar_one()
    )


def find_join(unit: Unit, ref: str) -> str | None:
    """Return the account that a join is of now, if there was one."""
    found = unit.conn.execute(select(member_join.c.member_id).where(member_join.c.ref == ref)).scalar()
    return None if found is None else str(found)


def count_founded(unit: Unit, *, means: str, since_ms: int) -> dict[tuple[str, str], int]:
    """Return how many accounts exist since a join by ``means``: who was a member already is not counted."""
    query = (
        select(member_join.c.store_id, member_join.c.staff_id, func.count())
        .join(member, member.c.member_id == member_join.c.member_id)
        .where(
            member_join.c.means == means,
            member_join.c.joined_ms >= since_ms,
            member_join.c.joined_ms == member.c.registered_ms,
            member_join.c.store_id.is_not(None),
            member_join.c.staff_id.is_not(None),
        )
        .group_by(member_join.c.store_id, member_join.c.staff_id)
    )
    return {(str(store), str(staff)): int(number) for store, staff, number in unit.conn.execute(query)}


def join_stores(unit: Unit, member_ids: Sequence[str]) -> list[str]:
    """Return the stores in which members joined, the first join first."""
    found = unit.conn.execute(
        select(member_join.c.store_id)
        .where(member_join.c.member_id.in_(member_ids), member_join.c.store_id.is_not(None))
        .order_by(member_join.c.joined_ms, member_join.c.ref)
    )
    return [str(row.store_id) for row in found]


def insert_member(unit: Unit, row: Mapping[str, object]) -> bool:
    """Insert a member; return False if id, alias or phone number are somebody's already."""
    return _insert_new(unit, member, row=row)


def insert_consents(
    unit: Unit, member_id: str, *, consents: Sequence[Agreed], ref: str, at_ms: int, place: Place
) -> None:
    """Enter consents; those whose reference and kind are known stay as they are."""
    for consent in consents:
        row = {
            "ref": ref,
            "member_id": member_id,
            "kind": consent.kind,
            "given": int(consent.given),
            "wording": consent.wording,
            "store_id": place.store_id,
            "staff_id": place.staff_id,
            "at_ms": at_ms,
            "entry_id": place.entry_id,
        }
        _insert_new(unit, member_consent, row=row)


def lock_row(unit: Unit, *, member_id: str = "", phone_mac: str = "") -> dict[str, Any] | None:
    """Return the row of a member by id or by phone number, and keep it from others until this unit ends."""
    which = member.c.member_id == member_id if member_id else member.c.phone_mac == phone_mac
    row = unit.conn.execute(select(member).where(which).with_for_update()).mappings().first()
    return None if row is None else {str(name): value for name, value in row.items()}


def write(unit: Unit, member_id: str, *, values: Mapping[str, object]) -> None:
    """Write columns of a member."""
    unit.conn.execute(update(member).where(member.c.member_id == member_id).values(dict(values)))


def move_rows(unit: Unit, loser: str, *, survivor: str) -> None:
    """Let everything that names one member name another one, accounts that were merged into it included."""
    unit.flush()
    for column in columns_naming_members():
        if column.primary_key:
            continue  # a card goes on to be that of the account, with the alias, for which it was printed
        unit.conn.execute(update(column.table).where(column == loser).values({column.name: survivor}))
    unit.conn.execute(update(member).where(member.c.merged_into == loser).values(merged_into=survivor))


def blank(unit: Unit, loser: str, *, survivor: str) -> None:
    """Take everything personal out of an account that was merged, and say into which one."""
    nothing: dict[str, object] = dict.fromkeys(
        ("phone_last4", "name", "masked_name", "initials", "birthday", "preferences", "note"), ""
    )
    write(
        unit,
        loser,
        values={
            **nothing,
            "phone": None,
            "phone_mac": None,
            "told": json.dumps({}),
            "points": 0,
            "coupons": 0,
            "purchases": 0,
            "principal_minor": 0,
            "bonus_minor": 0,
            "pin": "",
            "active": 0,
            "merged_into": survivor,
        },
    )


def _insert_new(unit: Unit, table: Any, *, row: Mapping[str, object]) -> bool:
    # Whoever inserts the same at the same time is waited for: then this one finds it there.
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(table)
    first = next(iter(table.primary_key.columns))
    statement = insert.values(dict(row)).on_conflict_do_nothing().returning(first)
    return unit.conn.execute(statement).first() is not None
