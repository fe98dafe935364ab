"""Rows of keys."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.keys import issuer_key
from central_api.models.stores import server_meta, tenant


@dataclass(frozen=True, slots=True)
class StoredKey:
    """One key as it is kept."""

    purpose: str
    kid: int
    seed: bytes
    created_ms: int
    retired_ms: int | None = None
    revoked_ms: int | None = None


def find(unit: Unit, purpose: str) -> StoredKey | None:
    """Return the key that signs for a purpose now."""
    row = unit.conn.execute(
        select(issuer_key)
        .where(issuer_key.c.purpose == purpose, issuer_key.c.retired_ms.is_(None))
        .order_by(issuer_key.c.kid.desc())
        .limit(1)
    ).first()
    return None if row is None else _stored(row)


def of_purposes(unit: Unit, purposes: Collection[str]) -> list[StoredKey]:
    """Return every key that ever signed for these purposes, in the order of their numbers."""
    rows = unit.conn.execute(
        select(issuer_key).where(issuer_key.c.purpose.in_(purposes)).order_by(issuer_key.c.kid)
    )
    return [_stored(row) for row in rows]


def end(unit: Unit, key: StoredKey, *, revoke: bool) -> None:
    """Let a key sign nothing new; a revoked one leaves the list, too."""
    values = {"retired_ms": unit.now_ms if key.retired_ms is None else key.retired_ms}
    if revoke:
        values["revoked_ms"] = unit.now_ms
    unit.conn.execute(
        update(issuer_key)
        .where(issuer_key.c.purpose == key.purpose, issuer_key.c.kid == key.kid)
        .values(values)
    )


def insert(unit: Unit, key: StoredKey, *, public_key: str) -> None:
    """Keep a key, unless its place is taken."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(issuer_key)
    unit.conn.execute(
        statement.values(
            purpose=key.purpose,
            kid=key.kid,
            seed=key.seed.hex(),
            public_key=public_key,
            created_ms=key.created_ms,
        ).on_conflict_do_nothing()
    )


def tenant_number(unit: Unit) -> int | None:
    """Return the number of the chain, if there is one."""
    found = unit.conn.execute(select(tenant.c.tenant_id).limit(1)).scalar()
    return None if found is None else int(found)


def meta_number(unit: Unit, name: str) -> int:
    """Return a number that the server remembers; 0 if it never did."""
    return int(unit.conn.execute(select(server_meta.c.value).where(server_meta.c.key == name)).scalar() or 0)


def lock_meta(unit: Unit, name: str) -> None:
    """Let nobody else change a number until the unit ends; SQLite has one writer anyway."""
    unit.conn.execute(select(server_meta.c.value).where(server_meta.c.key == name).with_for_update())


def set_meta_number(unit: Unit, name: str, *, value: int) -> None:
    """Remember a number."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(server_meta)
    unit.conn.execute(
        statement.values(key=name, value=str(value)).on_conflict_do_update(
            index_elements=["key"], set_={"value": str(value)}
        )
    )


def _stored(row: Row[Any]) -> StoredKey:
    return StoredKey(
        row.purpose, row.kid, bytes.fromhex(row.seed), row.created_ms, row.retired_ms, row.revoked_ms
    )
