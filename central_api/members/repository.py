"""Rows of members and of their points."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.members.schemas import Burned, Member, NewMember, Points
from central_api.models.members import member, member_consent, points_entry
from retail_core.points import PointsEntry, PointsKind
from retail_core.stored_value import Balance

_CHUNK = 400
_LAST_DIGITS = 4


def insert(unit: Unit, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert members or write them anew; what they earned and hold stays."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(member)
    kept = {"member_id", "alias", "registered_ms", "is_new", "birthday", "visited_ms", "told", "card_number"}
    changed = {name: statement.excluded[name] for name in rows[0] if name not in kept}
    unit.conn.execute(
        statement.on_conflict_do_update(index_elements=["member_id"], set_=changed),
        [dict(row) for row in rows],
    )


def by_ids(unit: Unit, member_ids: Iterable[str]) -> list[Member]:
    """Return the members that these ids mean, each once and in order of the id."""
    wanted = sorted(set(member_ids))
    found: dict[str, Member] = {}
    for start in range(0, len(wanted), _CHUNK):
        chunk = member.c.member_id.in_(wanted[start : start + _CHUNK])
        found |= {person.member_id: person for person in _find(unit, chunk)}
    return [found[member_id] for member_id in sorted(found)]


def merged_into(unit: Unit, member_ids: Iterable[str]) -> list[tuple[str, str, str, str | None]]:
    """Return survivor, id, alias and home store of every account that was merged into one of these."""
    wanted = sorted(set(member_ids))
    found: list[tuple[str, str, str, str | None]] = []
    columns = (member.c.merged_into, member.c.member_id, member.c.alias, member.c.home_store)
    for start in range(0, len(wanted), _CHUNK):
        chunk = member.c.merged_into.in_(wanted[start : start + _CHUNK])
        rows = unit.conn.execute(select(*columns).where(chunk).order_by(*columns[:2]))
        found += [(str(row[0]), str(row[1]), str(row[2]), row[3]) for row in rows]
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


def search(unit: Unit, *, last_digits: str, name: str, initials: str, limit: int) -> list[Member]:
    """Return members by the end of the phone number, the beginning of the name, or initials; never all."""
    which: ColumnElement[bool]
    if last_digits:
        which = member.c.phone.like(f"%{last_digits}")
        if len(last_digits) == _LAST_DIGITS:
            which = member.c.phone_last4 == last_digits
    elif initials:
        which = member.c.initials == initials
    else:
        which = member.c.name.startswith(name, autoescape=True)
    rows = unit.conn.execute(
        select(member)
        .where(which, member.c.active == 1)
        .order_by(member.c.visited_ms.desc(), member.c.member_id)
        .limit(limit)
    ).mappings()
    return [_member(row) for row in rows]


def set_tiers(unit: Unit, tiers: Mapping[str, str]) -> None:
    """Give members another tier."""
    for member_id, tier in sorted(tiers.items()):
        unit.conn.execute(update(member).where(member.c.member_id == member_id).values(tier=tier))


def consents_of(unit: Unit, member_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what members agree to now, in order; those who never said anything are missing."""
    wanted = sorted(set(member_ids))
    newest: dict[tuple[str, str], bool] = {}
    for start in range(0, len(wanted), _CHUNK):
        rows = unit.conn.execute(
            select(member_consent.c.member_id, member_consent.c.kind, member_consent.c.given)
            .where(member_consent.c.member_id.in_(wanted[start : start + _CHUNK]))
            # Of one millisecond the withdrawal counts: nobody is written to by accident.
            .order_by(member_consent.c.at_ms, member_consent.c.given.desc())
        )
        for row in rows:
            newest[row.member_id, row.kind] = bool(row.given)
    found: dict[str, tuple[str, ...]] = {}
    for (member_id, kind), given in sorted(newest.items()):
        found[member_id] = (*found.get(member_id, ()), *((kind,) if given else ()))
    return found


def note_visit(unit: Unit, member_id: str, *, visited_ms: int) -> None:
    """Note when a member was here, unless a later visit is known."""
    unit.conn.execute(
        update(member)
        .where(member.c.member_id == member_id, member.c.visited_ms < visited_ms)
        .values(visited_ms=visited_ms)
    )


def by_alias(unit: Unit, alias: str) -> Member | None:
    """Return the member whose codes carry ``alias``."""
    return next(iter(_find(unit, member.c.alias == alias)), None)


def by_phone_mac(unit: Unit, phone_mac: str) -> Member | None:
    """Return the member with this phone's fingerprint."""
    return next(iter(_find(unit, member.c.phone_mac == phone_mac)), None)


def by_card_number(unit: Unit, number: str) -> Member | None:
    """Return the member of a card's number, if it is one member's alone."""
    found = _find(unit, member.c.card_number == number)
    return found[0] if len(found) == 1 else None


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
    return entries_of_many(unit, [member_id]).get(member_id, [])


def entries_of_many(unit: Unit, member_ids: Collection[str]) -> dict[str, list[PointsEntry]]:
    """Return the same of several members, by id; who has no entry is not there."""
    found: dict[str, list[PointsEntry]] = {}
    wanted = sorted(set(member_ids))
    for start in range(0, len(wanted), _CHUNK):
        chunk = points_entry.c.member_id.in_(wanted[start : start + _CHUNK])
        for row in unit.conn.execute(select(points_entry).where(chunk).order_by(points_entry.c.id)):
            entry = PointsEntry(cast("PointsKind", row.kind), row.points, row.earned_ms, bool(row.of_burn))
            found.setdefault(row.member_id, []).append(entry)
    return found


def earners(
    unit: Unit, *, before_ms: int, after: str, limit: int, home_store: str | None = None
) -> list[str]:
    """Return members with points, some from before a time, in order of the id and behind ``after``.

    ``home_store`` is whose members they are: a store, empty for those without one, ``None`` for all.
    """
    at_home = [] if home_store is None else [func.coalesce(member.c.home_store, "") == home_store]
    query = (
        select(member.c.member_id)
        .where(
            *at_home,
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
    # The id and the alias of an account that was merged mean the one that lives on.
    survivors = select(member.c.merged_into).where(which, member.c.merged_into.is_not(None))
    rows = unit.conn.execute(
        select(member)
        .where(or_(which, member.c.member_id.in_(survivors)), member.c.active == 1)
        .order_by(member.c.member_id)
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
        registered_ms=row["registered_ms"],
        phone=row["phone"] or "",
        initials=row["initials"],
        birthday=row["birthday"],
        preferences=row["preferences"],
        note=row["note"],
        told=json.loads(row["told"]),
        visited_ms=row["visited_ms"],
    )
