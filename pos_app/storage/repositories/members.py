"""Members, as the feed or a lookup brought them, or as they joined here."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from pos_app.services.records import Member, MemberUse
from pos_app.storage.member_tables import code_replay, member, member_alias
from pos_app.storage.repositories.rows import AnyRow, first
from retail_core.people import card_number

_REPLAY_KEPT_MS = 24 * 3600 * 1000
_COLUMNS = tuple(member.c[each.name] for each in fields(Member))
_LAST_DIGITS = 4


class SqlMembers:
    """Members that this store knows."""

    def __init__(self, connection: Connection, *, epoch: int) -> None:
        self._connection = connection
        self._epoch = epoch

    def by_id(self, member_id: str) -> Member | None:
        meant = select(member_alias.c.member_id).where(member_alias.c.merged_id == member_id)
        return self._one(or_(member.c.member_id == member_id, member.c.member_id.in_(meant)))

    def by_alias(self, alias: str) -> Member | None:
        meant = select(member_alias.c.member_id).where(member_alias.c.alias == alias)
        return self._one(or_(member.c.alias == alias, member.c.member_id.in_(meant)))

    def by_phone_mac(self, phone_mac: str) -> Member | None:
        return self._one(member.c.phone_mac == phone_mac)

    def by_card_number(self, number: str) -> Sequence[Member]:
        return self._all(member.c.card_number == number)

    def ending(self, digits: str, limit: int) -> Sequence[Member]:
        tail = digits[-_LAST_DIGITS:]
        return self._all(func.substr(member.c.phone_last4, -len(tail)) == tail, limit=limit)

    def named(self, surname: str, limit: int) -> Sequence[Member]:
        return self._all(member.c.masked_name.startswith(surname, autoescape=True), limit=limit)

    def with_initials(self, initials: str, limit: int) -> Sequence[Member]:
        return self._all(member.c.initials == initials, limit=limit)

    def put(self, member_: Member, *, own_seq: int | None = None) -> None:
        values = {**member_values(asdict(member_)), "own_seq": own_seq, "epoch": self._epoch}
        self._connection.execute(
            upsert(member).values(values).on_conflict_do_update(index_elements=["member_id"], set_=values)
        )
        put_aliases(self._connection, member_.member_id, merged=member_.merged)

    def drop_unvisited(self, before_ms: int, *, acked_through: int) -> int:
        old = (member.c.visited_ms < before_ms) & (
            member.c.own_seq.is_(None) | (member.c.own_seq <= acked_through)
        )
        dropped = self._connection.execute(delete(member).where(old)).rowcount
        known = select(member.c.member_id)
        self._connection.execute(delete(member_alias).where(member_alias.c.member_id.not_in(known)))
        return dropped

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
        row = first(self._connection, select(*_COLUMNS).where(condition))
        return None if row is None else _member(row)

    def _all(self, condition: ColumnElement[bool], *, limit: int = 2) -> Sequence[Member]:
        query = select(*_COLUMNS).where(condition).order_by(member.c.visited_ms.desc(), member.c.member_id)
        return [_member(row) for row in self._connection.execute(query.limit(limit))]


def member_values(values: Mapping[str, object]) -> dict[str, object]:
    """Return the columns of a member, with what is made of others."""
    return {**values, "card_number": card_number(str(values["alias"]))}


def put_aliases(connection: Connection, member_id: str, *, merged: Sequence[tuple[str, str]]) -> None:
    """Keep which other ids and aliases mean a member, instead of what was known."""
    connection.execute(delete(member_alias).where(member_alias.c.member_id == member_id))
    for merged_id, alias in merged:
        row = {"alias": alias, "merged_id": merged_id, "member_id": member_id}
        connection.execute(
            upsert(member_alias).values(row).on_conflict_do_update(index_elements=["alias"], set_=row)
        )


def _member(row: AnyRow) -> Member:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    values["uses"] = tuple(MemberUse(**use) for use in row.uses)
    values["merged"] = tuple((str(merged_id), str(alias)) for merged_id, alias in row.merged)
    values["consents"] = tuple(row.consents)
    return Member(**values)
