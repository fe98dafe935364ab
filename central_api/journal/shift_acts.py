"""What people decided about a drawer, as the acts that they were: cash moved, an X, a difference let pass.

Source: docs/rules/shifts.md, "Rights" and "Four eyes".
"""

from central_api.kit.facts import DoubtfulFact
from retail_core.wire import shift_facts
from retail_core.wire.base import Message
from retail_core.wire.sale_parts import CashierAct


def acts_of(body: Message) -> tuple[CashierAct, ...]:
    """Return the acts that a fact of a shift states; nothing for other facts."""
    if isinstance(body, shift_facts.CashMoved):
        verb = shift_facts.RIGHT_OF_MOVE[body.kind]
        return (_act(verb, body.amount_minor, reason=body.reason, approved_by=body.approved_by),)
    if isinstance(body, shift_facts.DrawerOpened):
        return (_act(shift_facts.NO_SALE_RIGHT, 0, reason=body.reason, approved_by=body.approved_by),)
    if isinstance(body, shift_facts.ShiftRead):
        return (_act(shift_facts.SHIFT_X_RIGHT, 0, reason="x", approved_by=body.approved_by),)
    if isinstance(body, shift_facts.ShiftClosed):
        return _of_difference(body)
    return ()


def own_differences(body: Message) -> list[DoubtfulFact]:
    """Return that somebody allowed a difference who counted it, or whose drawer it was."""
    if not isinstance(body, shift_facts.ShiftClosed) or not _of_difference(body):
        return []
    owner = body.opened_by if body.drawer == "personal" else None
    who = body.approved_by
    if who is None or who == body.closed_by or who not in {body.counted_by, owner}:
        return []
    args: dict[str, str | int] = {"staff_id": who, "verb": shift_facts.APPROVE_DIFFERENCE_RIGHT}
    return [DoubtfulFact("approval.self", args)]


def needs_of_foreign_drawer(actor: str, body: Message) -> list[tuple[str, int]]:
    """Return what a resumed drawer of somebody else asks for, beside the right to open shifts."""
    if isinstance(body, shift_facts.ShiftResumed) and body.personal_of not in {None, actor}:
        return [(shift_facts.SHIFT_ANY_RIGHT, 0)]
    if isinstance(body, shift_facts.ShiftClosed) and body.drawer == "personal" and body.opened_by != actor:
        return [(shift_facts.SHIFT_ANY_RIGHT, 0)]
    return []


def _of_difference(closed: shift_facts.ShiftClosed) -> tuple[CashierAct, ...]:
    """Return that a difference above the limit was let pass; one within it asks nobody.

    Where nobody is named, it was who closed: a difference of one's own.
    """
    found = [abs(count.difference_minor) for count in closed.tenders]
    largest = max((closed.allowed_minor, *found))
    if closed.limit_minor is None or largest <= closed.limit_minor:
        return ()
    verb, approver = shift_facts.APPROVE_DIFFERENCE_RIGHT, closed.approved_by or closed.closed_by
    return (_act(verb, largest, reason="difference", approved_by=approver),)


def _act(verb: str, amount_minor: int, *, reason: str, approved_by: str | None) -> CashierAct:
    return CashierAct(
        kind=verb, line_id=None, value=0, amount_minor=amount_minor, reason=reason, approved_by=approved_by
    )
