"""Rows of uses and their sums."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, cast

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.uses import campaign_use, campaign_use_level
from central_api.uses.schemas import Per, Sum, Use

_CHUNK = 400


def insert(unit: Unit, uses: Sequence[Use], *, txid: int) -> None:
    """Insert uses; those whose cause, reference and campaign are known stay as they are."""
    if not uses:
        return
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(campaign_use)
    unit.conn.execute(
        statement.on_conflict_do_nothing(index_elements=["cause", "ref", "rule_id"]),
        [{**asdict(use), "txid": txid} for use in uses],
    )


def of_ref(unit: Unit, ref: str, *, cause: str) -> list[Use]:
    """Return what a reference used, in order of the campaign."""
    rows = unit.conn.execute(
        select(campaign_use)
        .where(campaign_use.c.ref == ref, campaign_use.c.cause == cause)
        .order_by(campaign_use.c.rule_id)
    ).mappings()
    return [Use(**{name: row[name] for name in Use.__slots__}) for row in rows]


def of_transaction(unit: Unit, *, txid: int, after_id: int) -> list[tuple[int, Use]]:
    """Return what this transaction wrote behind a row number, with the numbers, in their order."""
    rows = unit.conn.execute(
        select(campaign_use)
        .where(campaign_use.c.txid == txid, campaign_use.c.id > after_id)
        .order_by(campaign_use.c.id)
    ).mappings()
    return [(int(row["id"]), Use(**{name: row[name] for name in Use.__slots__})) for row in rows]


def add(unit: Unit, sums: Sequence[Sum]) -> list[int]:
    """Add to the sums, in the order given, and return what they came to.

    A second unit that adds to the same sum waits until this one ends, so that both see what they came to.
    """
    insert: Any = (sqlite.insert if unit.is_sqlite else postgresql.insert)(campaign_use_level)
    statement = insert.on_conflict_do_update(
        index_elements=["rule_id", "per", "holder", "day"],
        set_={"times": campaign_use_level.c.times + insert.excluded.times},
    ).returning(campaign_use_level.c.times)
    return [
        int(
            unit.conn.execute(
                statement,
                {
                    "rule_id": item.rule_id,
                    "per": item.per,
                    "holder": item.holder,
                    "day": item.day,
                    "times": item.times,
                },
            ).scalar_one()
        )
        for item in sums
    ]


def sums(unit: Unit, per: Sequence[Per], *, holders: Iterable[str]) -> list[Sum]:
    """Return the sums of stores or members, in order of holder, campaign and day."""
    wanted = sorted(set(holders))
    found: list[Sum] = []
    for start in range(0, len(wanted), _CHUNK):
        rows = unit.conn.execute(
            select(campaign_use_level)
            .where(
                campaign_use_level.c.per.in_(per),
                campaign_use_level.c.holder.in_(wanted[start : start + _CHUNK]),
            )
            .order_by(campaign_use_level.c.holder, campaign_use_level.c.rule_id, campaign_use_level.c.day)
        )
        found += [Sum(row.rule_id, cast("Per", row.per), row.holder, row.day, int(row.times)) for row in rows]
    return found


def drop_member(unit: Unit, member_id: str) -> None:
    """Drop the sums of a member."""
    level = campaign_use_level
    unit.conn.execute(
        delete(level).where(level.c.per.in_(("member", "member_day")), level.c.holder == member_id)
    )


def last_id(unit: Unit, txid: int) -> int:
    """Return the number of this transaction's last use; 0 for none."""
    query = select(func.max(campaign_use.c.id)).where(campaign_use.c.txid == txid)
    return int(unit.conn.execute(query).scalar() or 0)
