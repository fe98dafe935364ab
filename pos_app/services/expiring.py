"""Which of a member's points go next, as far as this till knows. Source: docs/rules/points.md."""

from pos_app.services.balance_model import KnownBalance
from pos_app.services.basket_model import AttachedMember
from pos_app.services.records import Member
from pos_app.services.repositories import UnitOfWork


def still_expiring(member: Member, known: KnownBalance, *, now_ms: int) -> tuple[int, int] | None:
    """Return the points that go next and when; what was spent here since is taken off, the oldest first.

    ``None`` where none do, or where their time is over and they go with the next run of head office.
    """
    points = min(member.expiring_points - known.points_spent, known.points_left)
    return (points, member.expires_ms) if points > 0 and member.expires_ms > now_ms else None


def expiring_of(work: UnitOfWork, member: AttachedMember | None, *, now_ms: int) -> tuple[int, int] | None:
    """Return the same of the member of a basket, as the unit of work stands."""
    found = None if member is None else work.members.by_alias(member.alias)
    known = None if found is None else work.balances.of(found.alias)
    return None if found is None or known is None else still_expiring(found, known, now_ms=now_ms)
