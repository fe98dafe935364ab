"""Rows of stores, tills, enrolment codes, nonces and client tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.enrolment.schemas import ActiveTill
from central_api.kit.unit import Unit
from central_api.models.enrolment import enrol_code, request_nonce, terminal
from central_api.models.shop import client_token
from central_api.models.stores import store, tenant


@dataclass(frozen=True, slots=True)
class StorePlace:
    """A store and where it is: latitude and longitude in millionths of a degree."""

    store_id: str
    name: str
    address: str
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """A one-time code as it is kept."""

    handle: str
    code_sha256: str
    store_id: str
    terminal_id: str | None
    expires_ms: int
    tries_left: int
    used_ms: int | None


def put_tenant(unit: Unit, tenant_id: int, *, name: str) -> None:
    """Write the chain."""
    _put(unit, tenant, index=["tenant_id"], values={"tenant_id": tenant_id, "name": name})


def find_tenant(unit: Unit) -> RowMapping | None:
    """Return the chain."""
    return unit.conn.execute(select(tenant).limit(1)).mappings().first()


def put_store(unit: Unit, values: dict[str, object]) -> None:
    """Write a store; the number of its next till stays."""
    _put(unit, store, index=["store_id"], values=values)


def say_busy(unit: Unit, store_id: str, *, values: dict[str, int]) -> bool:
    """Write how busy a store is, unless something later was said; return whether it was written."""
    changed = unit.conn.execute(
        update(store)
        .where(store.c.store_id == store_id, store.c.busy_said_ms < values["busy_said_ms"])
        .values(values)
        .returning(store.c.store_id)
    ).first()
    return changed is not None


def lock_store(unit: Unit, store_id: str) -> None:
    """Let nobody else change a store before this unit has ended."""
    unit.conn.execute(select(store.c.store_id).where(store.c.store_id == store_id).with_for_update())


def find_store(unit: Unit, store_id: str) -> RowMapping | None:
    """Return a store."""
    return unit.conn.execute(select(store).where(store.c.store_id == store_id)).mappings().first()


def store_ids(unit: Unit) -> list[str]:
    """Return the stores' ids in order."""
    return [
        str(row.store_id) for row in unit.conn.execute(select(store.c.store_id).order_by(store.c.store_id))
    ]


def take_terminal_number(unit: Unit, store_id: str) -> int:
    """Return the number of a store's next till; nobody else gets it."""
    taken = unit.conn.execute(
        update(store)
        .where(store.c.store_id == store_id)
        .values(next_terminal=store.c.next_terminal + 1)
        .returning(store.c.next_terminal)
    ).scalar_one()
    return int(taken) - 1


def insert_terminal(unit: Unit, values: dict[str, object]) -> None:
    """Write a new till."""
    unit.conn.execute(terminal.insert().values(values))


def renew_terminal(unit: Unit, terminal_id: str, *, values: dict[str, object]) -> None:
    """Give a till its next incarnation."""
    unit.conn.execute(update(terminal).where(terminal.c.terminal_id == terminal_id).values(values))


def find_terminal(unit: Unit, terminal_id: str, *, lock: bool = False) -> RowMapping | None:
    """Return a till; with ``lock`` nobody else changes it before this unit ends."""
    query = select(terminal).where(terminal.c.terminal_id == terminal_id)
    return unit.conn.execute(query.with_for_update() if lock else query).mappings().first()


def count_by_status(unit: Unit) -> dict[str, int]:
    """Return how many tills there are of each status."""
    query = select(terminal.c.status, func.count().label("number")).group_by(terminal.c.status)
    return {str(row.status): int(row.number) for row in unit.conn.execute(query)}


def active_tills(unit: Unit) -> list[ActiveTill]:
    """Return the tills that may send and ask, in order."""
    columns = (terminal.c.terminal_id, terminal.c.store_id, terminal.c.incarnation)
    query = select(*columns).where(terminal.c.status == "active").order_by(terminal.c.terminal_id)
    return [ActiveTill(*row) for row in unit.conn.execute(query)]


def find_terminal_by_key(unit: Unit, key_id: str) -> RowMapping | None:
    """Return the till whose present key has this name."""
    return unit.conn.execute(select(terminal).where(terminal.c.key_id == key_id)).mappings().first()


def hear(unit: Unit, terminal_id: str) -> None:
    """Write when a till was heard: now, or later if somebody wrote that."""
    unit.conn.execute(
        update(terminal)
        .where(terminal.c.terminal_id == terminal_id, terminal.c.heard_ms < unit.now_ms)
        .values(heard_ms=unit.now_ms)
    )


def heard_ms(unit: Unit, store_ids: Sequence[str]) -> dict[str, int]:
    """Return when tills of stores were last heard; a till that never was counts from when it joined."""
    query = (
        select(
            terminal.c.store_id,
            func.max(terminal.c.heard_ms).label("heard"),
            func.max(terminal.c.enrolled_ms).label("joined"),
        )
        .where(terminal.c.store_id.in_(store_ids), terminal.c.status != "retired")
        .group_by(terminal.c.store_id)
    )
    return {str(row.store_id): max(int(row.heard), int(row.joined)) for row in unit.conn.execute(query)}


def places(unit: Unit) -> list[StorePlace]:
    """Return the stores that have coordinates, in order of their ids."""
    query = (
        select(store.c.store_id, store.c.name, store.c.address, store.c.latitude_e6, store.c.longitude_e6)
        .where(store.c.latitude_e6.is_not(None), store.c.longitude_e6.is_not(None))
        .order_by(store.c.store_id)
    )
    return [
        StorePlace(row.store_id, row.name, row.address, (row.latitude_e6, row.longitude_e6))
        for row in unit.conn.execute(query)
    ]


def insert_code(unit: Unit, code: EnrolCode) -> bool:
    """Keep a code; return False if its handle is taken."""
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(enrol_code)
    kept = unit.conn.execute(
        insert.values(
            handle=code.handle,
            code_sha256=code.code_sha256,
            store_id=code.store_id,
            terminal_id=code.terminal_id,
            expires_ms=code.expires_ms,
            tries_left=code.tries_left,
        )
        .on_conflict_do_nothing()
        .returning(enrol_code.c.handle)
    ).first()
    return kept is not None


def take_try(unit: Unit, handle: str) -> EnrolCode | None:
    """Use up one try of the code with this handle and return it; None if there is none with tries left."""
    row = (
        unit.conn.execute(
            update(enrol_code)
            .where(enrol_code.c.handle == handle, enrol_code.c.tries_left > 0)
            .values(tries_left=enrol_code.c.tries_left - 1)
            .returning(*enrol_code.c)
        )
        .mappings()
        .first()
    )
    return None if row is None else EnrolCode(**dict(row))


def use_code(unit: Unit, handle: str) -> bool:
    """Mark a code as used; return False if somebody was faster."""
    used = unit.conn.execute(
        update(enrol_code)
        .where(enrol_code.c.handle == handle, enrol_code.c.used_ms.is_(None))
        .values(used_ms=unit.now_ms)
        .returning(enrol_code.c.handle)
    ).first()
    return used is not None


def drop_expired_codes(unit: Unit) -> None:
    """Forget codes whose time is over."""
    unit.conn.execute(delete(enrol_code).where(enrol_code.c.expires_ms < unit.now_ms))


def drop_codes_of(unit: Unit, terminal_id: str) -> None:
    """Forget the codes that nobody has used yet and that would renew a till."""
    unit.conn.execute(
        delete(enrol_code).where(enrol_code.c.terminal_id == terminal_id, enrol_code.c.used_ms.is_(None))
    )


def insert_nonce(unit: Unit, key_id: str, *, nonce: str, expires_ms: int) -> bool:
    """Remember a nonce, and forget those whose time is over; return False if it is known."""
    unit.conn.execute(delete(request_nonce).where(request_nonce.c.expires_ms < unit.now_ms))
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(request_nonce)
    kept = unit.conn.execute(
        insert.values(key_id=key_id, nonce=nonce, expires_ms=expires_ms)
        .on_conflict_do_nothing()
        .returning(request_nonce.c.nonce)
    ).first()
    return kept is not None


def insert_client(unit: Unit, token_sha256: str, *, name: str) -> None:
    """Keep a client's token."""
    unit.conn.execute(
        client_token.insert().values(token_sha256=token_sha256, name=name, created_ms=unit.now_ms)
    )


def client_exists(unit: Unit, token_sha256: str) -> bool:
    """Return whether a token is in use."""
    query = select(client_token.c.name).where(
        client_token.c.token_sha256 == token_sha256, client_token.c.revoked_ms.is_(None)
    )
    return unit.conn.execute(query).first() is not None


def _put(unit: Unit, table: Any, *, index: list[str], values: dict[str, Any]) -> None:
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(table).values(values)
    rest = {name: value for name, value in values.items() if name not in index}
    unit.conn.execute(insert.on_conflict_do_update(index_elements=index, set_=rest))
