"""Rows of printed cards."""

from sqlalchemy import func, insert, select, update

from central_api.kit.unit import Unit
from central_api.models.cards import member_card


def last_issue(unit: Unit, member_id: str) -> int:
    """Return the number of the newest card; 0 before the first."""
    query = select(func.max(member_card.c.issue)).where(member_card.c.member_id == member_id)
    return int(unit.conn.execute(query).scalar() or 0)


def add(unit: Unit, member_id: str, *, issue: int) -> None:
    """Keep a new card."""
    row = {"member_id": member_id, "issue": issue, "issued_ms": unit.now_ms}
    unit.conn.execute(insert(member_card).values(row))


def revoke(unit: Unit, member_id: str, *, through: int) -> list[int]:
    """Let every card up to an issue count no more; return those that did until now."""
    chosen = (
        member_card.c.member_id == member_id,
        member_card.c.issue <= through,
        member_card.c.revoked_ms.is_(None),
    )
    issues = [int(row.issue) for row in unit.conn.execute(select(member_card.c.issue).where(*chosen))]
    if issues:
        unit.conn.execute(update(member_card).where(*chosen).values(revoked_ms=unit.now_ms))
    return sorted(issues)
