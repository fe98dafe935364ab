"""Rows of members and of their points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.members.schemas import Burned, Member, NewMember, Points
from central_api.models.members import member, points_entry
from retail_core.points import PointsEntry, PointsKind
from retail_core.stored_value import Balance

_CHUNK = 400


def insert(unit: Unit, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert members or write them anew; what they earned and hold stays."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(member)
    kept = {"member_id", "alias", "registered_ms", "is_new"}
    changed = {name: statement.excluded[name] for name in rows[0] if name not in kept}
    unit.conn.execute(
        statement.on_conflict_do_update(index_elements=["member_id"], set_=changed),
        [dict(row) for row in rows],
    )


def by_ids(unit: Unit, member_ids: Iterable[str]) -> list[Member]:
    """Return the members of these ids, in order of the id."""
    wanted = sorted(set(member_ids))
    found: list[Member] = []
    for start in range(0, len(wanted), _CHUNK):
        found += _find(unit, member.c.member_id.in_(wanted[start : start + _CHUNK]))
    return found


def lock(unit: Unit, member_ids: Sequence[str]) -> None:
    """Keep members' rows from others until this unit ends, in order of the id."""
    chosen = select(member.c.member_id).where(member.c.member_id.in_(member_ids))
    unit.conn.execute(chosen.order_by(member.c.member_id).with_for_update())


def set_balances(unit: Unit, balances: Mapping[str, Balance]) -> None:
    """Write what members' ledgers of stored value come to."""
    unit.conn.execute(
        update(member)
        .where(member.c.member_id == bindparam("of_member"))
        .values(principal_minor=bindparam("principal"), bonus_minor=bindparam("bonus")),
        [
            {"of_member": member_id, "principal": each.principal_minor, "bonus": each.bonus_minor}
            for member_id, each in sorted(balances.items())
        ],
    )


def by_alias(unit: Unit, alias: str) -> Member | None:
    """Return the member whose codes carry ``alias``."""
    return next(iter(_find(unit, member.c.alias == alias)), None)


def by_phone_mac(unit: Unit, phone_mac: str) -> Member | None:
    """Return the member with this phone's fingerprint."""
    return next(iter(_find(unit, member.c.phone_mac == phone_mac)), None)


def registration(unit: Unit, member_id: str) -> NewMember | None:
    """Return a member as it was registered."""
    row = unit.conn.execute(select(member).where(member.c.member_id == member_id)).mappings().first()
    if row is None:
        return None
    values = {name: row[name] for name in NewMember.__slots__}
    return NewMember(**{**values, "phone": row["phone"] or "", "is_new": bool(row["is_new"])})


def forget_points(unit: Unit, member_ids: Sequence[str], *, rule: str) -> None:
    """Delete the points that one rule gave to members who are to be removed."""
    for start in range(0, len(member_ids), _CHUNK):
        chosen = member_ids[start : start + _CHUNK]
        unit.conn.execute(
            delete(points_entry).where(points_entry.c.member_id.in_(chosen), points_entry.c.rule == rule)
        )


def remove(unit: Unit, member_ids: Sequence[str]) -> None:
    """Forget members; for the undoing of an import."""
    unit.conn.execute(delete(member).where(member.c.member_id.in_(member_ids)))


def has_points(unit: Unit, member_ids: Sequence[str]) -> bool:
    """Return whether one of the members has earned something."""
    query = select(points_entry.c.id).where(points_entry.c.member_id.in_(member_ids)).limit(1)
    return unit.conn.execute(query).first() is not None


def insert_points(unit: Unit, entries: Sequence[Points], *, txid: int) -> None:
    """Insert points; those whose reference and rule are known stay as they are."""
    if not entries:
        return
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(points_entry)
    unit.conn.execute(
        statement.on_conflict_do_nothing(index_elements=["ref", "rule"]),
        [{**asdict(entry), "txid": txid} for entry in entries],
    )


def member_of(unit: Unit, *, ref: str, rule: str) -> str | None:
    """Return to whom a reference and a rule gave points."""
    query = select(points_entry.c.member_id).where(points_entry.c.ref == ref, points_entry.c.rule == rule)
    found = unit.conn.execute(query).scalar()
    return None if found is None else str(found)


def entry_of(unit: Unit, *, ref: str, rule: str) -> Points | None:
    """Return what a reference and a rule entered."""
    query = select(points_entry).where(points_entry.c.ref == ref, points_entry.c.rule == rule)
    row = unit.conn.execute(query).mappings().first()
    return None if row is None else Points(**{name: row[name] for name in Points.__slots__})


def unburned(unit: Unit, *, rule: str) -> int:
    """Return how many points of one payment came back so far; the rule names the payment."""
    query = select(func.coalesce(func.sum(points_entry.c.points), 0)).where(points_entry.c.rule == rule)
    return int(unit.conn.execute(query).scalar_one())


def burned_in(unit: Unit, *, txid: int, after_id: int) -> list[Burned]:
    """Return what this transaction burned behind a row number, in order."""
    rows = unit.conn.execute(
        select(points_entry.c.member_id, points_entry.c.ref, points_entry.c.entry_id)
        .where(
            points_entry.c.txid == txid,
            points_entry.c.id > after_id,
            points_entry.c.kind == "burn",
            points_entry.c.entry_id.is_not(None),
        )
        .order_by(points_entry.c.id)
    )
    return [Burned(row.member_id, row.ref, row.entry_id) for row in rows]


def entries_of(unit: Unit, member_id: str) -> list[PointsEntry]:
    """Return a member's points as expiry looks at them, in their order."""
    rows = unit.conn.execute(
        select(points_entry).where(points_entry.c.member_id == member_id).order_by(points_entry.c.id)
    )
    return [
        PointsEntry(cast("PointsKind", row.kind), row.points, row.earned_ms, bool(row.of_burn))
        for row in rows
    ]


def earners(unit: Unit, *, before_ms: int, after: str, limit: int) -> list[str]:
    """Return members with points, some from before a time, in order of the id and behind ``after``."""
    query = (
        select(member.c.member_id)
        .where(
            member.c.points > 0,
            member.c.member_id > after,
            member.c.member_id.in_(
                select(points_entry.c.member_id).where(
                    points_entry.c.earned_ms < before_ms, points_entry.c.points > 0
                )
            ),
        )
        .order_by(member.c.member_id)
        .limit(limit)
    )
    return [str(row.member_id) for row in unit.conn.execute(query)]


def points_of(unit: Unit, *, txid: int, after_id: int) -> dict[str, tuple[int, int]]:
    """Return what this transaction gave behind a row number: sums of points and purchases by member."""
    found = unit.conn.execute(
        select(
            points_entry.c.member_id,
            func.sum(points_entry.c.points).label("points"),
            func.sum(points_entry.c.purchases).label("purchases"),
        )
        .where(points_entry.c.txid == txid, points_entry.c.id > after_id)
        .group_by(points_entry.c.member_id)
    )
    return {str(row.member_id): (int(row.points), int(row.purchases)) for row in found}


def purchases_of(unit: Unit, member_id: str) -> int:
    """Return how often a member bought, what this transaction wrote included."""
    query = select(func.coalesce(func.sum(points_entry.c.purchases), 0)).where(
        points_entry.c.member_id == member_id
    )
    return int(unit.conn.execute(query).scalar_one())


def last_points_id(unit: Unit, txid: int) -> int:
    """Return the number of this transaction's last points; 0 for none."""
    query = select(func.max(points_entry.c.id)).where(points_entry.c.txid == txid)
    return int(unit.conn.execute(query).scalar() or 0)


def add(unit: Unit, changes: Sequence[tuple[str, int, int, int]]) -> None:
    """Add (member, points, purchases, coupons) to the sums, in the order given."""
    unit.conn.execute(
        update(member)
        .where(member.c.member_id == bindparam("of_member"))
        .values(
            points=member.c.points + bindparam("more_points"),
            purchases=member.c.purchases + bindparam("more_purchases"),
            coupons=member.c.coupons + bindparam("more_coupons"),
        ),
        [
            {
                "of_member": member_id,
                "more_points": points,
                "more_purchases": purchases,
                "more_coupons": coupons,
            }
            for member_id, points, purchases, coupons in changes
        ],
    )


def _find(unit: Unit, which: ColumnElement[bool]) -> list[Member]:
    rows = unit.conn.execute(
        select(member).where(which, member.c.active == 1).order_by(member.c.member_id)
    ).mappings()
    return [_member(row) for row in rows]


def _member(row: RowMapping) -> Member:
    return Member(
        member_id=row["member_id"],
        alias=row["alias"],
        phone_mac=row["phone_mac"] or "",
        phone_last4=row["phone_last4"],
        name=row["name"],
        masked_name=row["masked_name"],
        tier=row["tier"],
        points=row["points"],
        coupons=row["coupons"],
        home_store=cast("str | None", row["home_store"]),
        purchases=row["purchases"],
        is_new=bool(row["is_new"]),
        principal_minor=row["principal_minor"],
        bonus_minor=row["bonus_minor"],
    )
