"""Every place that may identify a customer; where ids stand the models tell.

Facts keep their bodies; a customer stands only in the personal part beside them.
"""

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.coupons import coupon
from central_api.models.journal import journal_aside, journal_entry
from central_api.models.members import member
from central_api.models.naming import columns_naming_members
from central_api.models.orders import hand_over, shop_order
from central_api.models.stores import server_meta
from central_api.models.uses import campaign_use_level
from retail_core.orders import ENDED


def remember(unit: Unit, marks: Iterable[str]) -> None:
    """Note marks of who was erased."""
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(server_meta)
    rows = [{"key": mark, "value": ""} for mark in marks]
    unit.conn.execute(insert.on_conflict_do_nothing(), rows)


def remembered(unit: Unit, marks: Collection[str]) -> set[str]:
    """Return which of the marks were noted."""
    query = select(server_meta.c.key).where(server_meta.c.key.in_(marks))
    return {str(row.key) for row in unit.conn.execute(query)}


def accounts(unit: Unit, member_id: str) -> list[tuple[str, str, str | None]]:
    """Return id, alias and home store of a member and of all accounts that were merged into it, it first.

    ``member_id`` may be that of one of those; empty for nobody.
    """
    survivor = select(func.coalesce(member.c.merged_into, member.c.member_id)).where(
        member.c.member_id == member_id
    )
    found = unit.conn.execute(
        select(member.c.member_id, member.c.alias, member.c.home_store)
        .where(or_(member.c.member_id.in_(survivor), member.c.merged_into.in_(survivor)))
        .order_by(member.c.merged_into.is_not(None), member.c.member_id)
    )
    return [(str(row.member_id), str(row.alias), row.home_store) for row in found]


def member_rows(unit: Unit, member_ids: Collection[str]) -> list[dict[str, object]]:
    """Return the rows of accounts."""
    columns = [column for column in member.c if column.name != "pin"]  # a secret is handed to nobody
    return _plain(
        unit, select(*columns).where(member.c.member_id.in_(member_ids)).order_by(member.c.member_id)
    )


def rows_naming(unit: Unit, member_id: str) -> dict[str, list[dict[str, object]]]:
    """Return all rows that name a member, by table."""
    return {
        column.table.name: _plain(unit, select(column.table).where(column == member_id))
        for column in columns_naming_members()
    }


def facts_naming(unit: Unit, names: Iterable[str]) -> list[dict[str, object]]:
    """Return the facts whose personal part names somebody, in the order in which they came."""
    columns = (
        *(journal_entry.c.entry_id, journal_entry.c.type, journal_entry.c.wall_ms),
        *(journal_entry.c.terminal_id, journal_entry.c.personal),
    )
    which = [journal_entry.c.personal.is_not(None), *_names(journal_entry.c.personal, names)]
    found = _plain(unit, select(*columns).where(*which).order_by(journal_entry.c.received_ms, columns[0]))
    return [{**row, "personal": json.loads(str(row["personal"]))} for row in found]


_OF_CUSTOMER = (
    *(shop_order.c.masked_name, shop_order.c.phone_last4),
    *(shop_order.c.address, shop_order.c.contact, shop_order.c.courier),
)
"""What an order says of who gets it, and who took it."""


def _plain(unit: Unit, query: Select[Any]) -> list[dict[str, object]]:
    return [{str(name): value for name, value in row.items()} for row in unit.conn.execute(query).mappings()]


def open_orders(unit: Unit, member_id: str) -> list[str]:
    """Return the orders of a member that are not ended."""
    query = select(shop_order.c.order_id).where(
        shop_order.c.member_id == member_id, shop_order.c.state.not_in(ENDED)
    )
    return [str(row.order_id) for row in unit.conn.execute(query)]


def open_coupons(unit: Unit, member_id: str) -> list[str]:
    """Return the coupons of a member that could still be used."""
    query = select(coupon.c.coupon_id).where(
        coupon.c.member_id == member_id, coupon.c.state.in_(("issued", "held", "returned"))
    )
    return [str(row.coupon_id) for row in unit.conn.execute(query.order_by(coupon.c.coupon_id))]


def name_by_pseudonym(unit: Unit, member_id: str, *, pseudonym: str) -> None:
    """Put a pseudonym wherever a member's id stands, and delete the member."""
    for column in columns_naming_members():
        unit.conn.execute(update(column.table).where(column == member_id).values({column.name: pseudonym}))
    held = campaign_use_level
    unit.conn.execute(
        update(held)
        .where(held.c.per.in_(("member", "member_day")), held.c.holder == member_id)
        .values(holder=pseudonym)
    )
    unit.conn.execute(
        delete(member).where(or_(member.c.member_id == member_id, member.c.merged_into == member_id))
    )


def forget_in_orders(
    unit: Unit, *, member_id: str | None = None, placed_before_ms: int | None = None
) -> list[str]:
    """Blank who collects ended orders, of a member or older than a time; return the orders."""
    which: list[ColumnElement[bool]] = [
        shop_order.c.state.in_(ENDED),
        or_(*(column != "" for column in _OF_CUSTOMER)),
    ]
    if member_id is not None:
        which.append(shop_order.c.member_id == member_id)
    if placed_before_ms is not None:
        which.append(shop_order.c.placed_ms < placed_before_ms)
        # Also of hand-overs that did not count.
        old = select(shop_order.c.order_id).where(which[0], shop_order.c.placed_ms < placed_before_ms)
        couriers = update(hand_over).where(hand_over.c.courier != "", hand_over.c.order_id.in_(old))
        unit.conn.execute(couriers.values(courier=""))
    changed = unit.conn.execute(
        update(shop_order)
        .where(*which)
        .values(dict.fromkeys(_OF_CUSTOMER, ""))
        .returning(shop_order.c.order_id)
    )
    return sorted(str(row.order_id) for row in changed)


def forget_in_journal(
    unit: Unit, *, naming: Iterable[str] = (), received_before_ms: int | None = None
) -> int:
    """Delete personal parts and their salts, of who is named or older than a time; return how many."""
    which = [journal_entry.c.personal.is_not(None), *_names(journal_entry.c.personal, naming)]
    if received_before_ms is not None:
        which.append(journal_entry.c.received_ms < received_before_ms)
    return unit.conn.execute(update(journal_entry).where(*which).values(personal=None, salt=None)).rowcount


def forget_aside(unit: Unit, *, naming: Iterable[str] = (), received_before_ms: int | None = None) -> int:
    """Do the same to entries that were kept aside; return how many had such a part."""
    which = _names(journal_aside.c.entry, naming)
    if received_before_ms is not None:
        which.append(journal_aside.c.received_ms < received_before_ms)
    found = unit.conn.execute(select(journal_aside.c.id, journal_aside.c.entry).where(*which)).all()
    changed = 0
    for row in found:
        entry = json.loads(row.entry)
        if entry["personal"] is not None:
            text = json.dumps({**entry, "personal": None, "salt": None}, ensure_ascii=False, sort_keys=True)
            unit.conn.execute(update(journal_aside).where(journal_aside.c.id == row.id).values(entry=text))
            changed += 1
    return changed


def _names(column: Column[str] | Column[str | None], naming: Iterable[str]) -> list[ColumnElement[bool]]:
    """Return the condition that one of some JSON texts stands in a column; none for no texts."""
    found = [column.contains(json.dumps(text, ensure_ascii=False), autoescape=True) for text in naming]
    return [or_(*found)] if found else []
