"""Rows of imports."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import func, select, update

from central_api.importing.plan import Undo
from central_api.importing.schemas import Kind
from central_api.kit.unit import Unit
from central_api.models.importing import import_batch


@dataclass(frozen=True, slots=True)
class Batch:
    """An import that was taken in; ``steps`` say how to take it back."""

    batch_id: str
    kind: Kind
    scope: str
    undone: bool
    steps: Undo


def insert(unit: Unit, batch: Batch, *, file_name: str, row_count: int) -> None:
    """Remember an import, as the newest of all."""
    newest_ms = unit.conn.execute(select(func.max(import_batch.c.created_ms))).scalar() or 0
    undo: Mapping[str, object] = {"scope": batch.scope, "steps": batch.steps}
    unit.conn.execute(
        import_batch.insert().values(
            batch_id=batch.batch_id,
            kind=batch.kind,
            file_name=file_name,
            row_count=row_count,
            created_ms=max(unit.now_ms, newest_ms + 1),
            undo=json.dumps(undo, ensure_ascii=False),
        )
    )


def find(unit: Unit, batch_id: str) -> Batch | None:
    """Return an import."""
    row = unit.conn.execute(select(import_batch).where(import_batch.c.batch_id == batch_id)).first()
    if row is None:
        return None
    undo = json.loads(row.undo)
    return Batch(
        row.batch_id, cast("Kind", row.kind), undo["scope"], row.undone_ms is not None, undo["steps"]
    )


def newest(unit: Unit, kinds: tuple[str, ...]) -> str | None:
    """Return the newest import of some kinds that was not taken back."""
    return unit.conn.execute(
        select(import_batch.c.batch_id)
        .where(import_batch.c.kind.in_(kinds), import_batch.c.undone_ms.is_(None))
        .order_by(import_batch.c.created_ms.desc())
        .limit(1)
    ).scalar()


def mark_undone(unit: Unit, batch_id: str) -> None:
    """Note that an import was taken back."""
    unit.conn.execute(
        update(import_batch).where(import_batch.c.batch_id == batch_id).values(undone_ms=unit.now_ms)
    )
