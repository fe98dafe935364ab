"""Rows of staff."""

import json
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.staff import staff
from retail_core.wire.feed import StaffDoc


def upsert(unit: Unit, doc: StaffDoc, *, scope: str, import_batch: str | None) -> None:
    """Write a person as the document says."""
    values = {
        **doc.model_dump(),
        "scope": scope,
        "rights": json.dumps(doc.rights, sort_keys=True),
        "active": int(doc.active),
        "import_batch": import_batch,
    }
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(staff)
    changed = {name: insert.excluded[name] for name in values if name != "staff_id"}
    unit.conn.execute(insert.values(values).on_conflict_do_update(index_elements=["staff_id"], set_=changed))


def find(unit: Unit, staff_id: str) -> tuple[str, StaffDoc] | None:
    """Return scope and document of a person."""
    row = unit.conn.execute(select(staff).where(staff.c.staff_id == staff_id)).first()
    if row is None:
        return None
    doc = StaffDoc(
        staff_id=row.staff_id,
        name=row.name,
        role=row.role,
        rights=json.loads(row.rights),
        pin_salt=row.pin_salt,
        pin_ops=row.pin_ops,
        pin_mem=row.pin_mem,
        pin_digest=row.pin_digest,
        badge_mac=row.badge_mac,
        active=bool(row.active),
    )
    return row.scope, doc


def remove(unit: Unit, staff_ids: Sequence[str]) -> None:
    """Forget people; for the undoing of an import."""
    unit.conn.execute(delete(staff).where(staff.c.staff_id.in_(staff_ids)))
