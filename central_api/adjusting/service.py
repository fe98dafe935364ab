"""A person corrects points or a balance; each request once, never below zero, and noted with who and why.

Source: docs/rules/points.md, "Corrections".
"""

from central_api.adjusting import repository
from central_api.adjusting.schemas import Adjustment
from central_api.balances import service as balances
from central_api.balances.schemas import Entry
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Points
from central_api.staff import service as staff
from retail_core.wire.counter import MemberAdjust
from retail_core.wire.feed import MemberDoc

ADJUSTED = "adjusted"
MOVED_OUT = "moved_out"
MOVED_IN = "moved_in"
RIGHT = "member.adjust"


def adjust_at_till(unit: Unit, order: MemberAdjust, *, store_id: str, terminal_id: str) -> MemberDoc:
    """Correct in somebody's name; where the right does not reach, by that of another person who allowed it.

    Who asks for that may ``sell`` in the store.

    Raises:
        ApiError: 403 ``member.no_right`` (whose), ``member.over_limit`` (the limit); 404
            ``member.unknown``; and those of :func:`adjust`.
    """
    refusal, approver = _refusal(unit, store_id, staff_id=order.staff_id, amount=order.amount), None
    if refusal is not None and order.approved_by not in {None, order.staff_id}:
        approver = order.approved_by
        may_ask = staff.may(unit, store_id, staff_id=order.staff_id, verb="sell")
        refusal = (
            _refusal(unit, store_id, staff_id=approver or "", amount=order.amount) if may_ask else refusal
        )
    if refusal is not None:
        raise refusal
    found = members.by_alias(unit, order.alias)
    if found is None:
        raise ApiError(404, "member.unknown")
    adjustment = Adjustment(
        request_id=order.request_id,
        member_id=found.member_id,
        bucket=order.bucket,
        amount=order.amount,
        reason=order.reason,
        staff_id=order.staff_id,
        store_id=store_id,
        terminal_id=terminal_id,
        approved_by=approver,
    )
    return adjust(unit, adjustment)


def _refusal(unit: Unit, store_id: str, *, staff_id: str, amount: int) -> ApiError | None:
    """Return why somebody may not correct so much; ``None`` for who may."""
    allowed, limit = staff.limit_of(unit, store_id, staff_id=staff_id, verb=RIGHT)
    if not allowed:
        return ApiError(403, "member.no_right", detail=staff_id)
    if limit is not None and abs(amount) > limit:
        return ApiError(403, "member.over_limit", detail=str(limit))
    return None


def adjust(unit: Unit, adjustment: Adjustment) -> MemberDoc:
    """Correct one bucket of a member and return the member as they stand then; safe to repeat.

    Raises:
        ApiError: 404 ``member.unknown``; 422 ``adjust.nothing``; 409 ``adjust.below_zero`` (what there is),
            ``adjust.other_request``: the request was another correction.
    """
    if not adjustment.amount:
        raise ApiError(422, "adjust.nothing")
    person = members.hold(unit, adjustment.member_id)
    wanted = (person.member_id, adjustment.bucket, adjustment.amount)
    known = repository.find(unit, adjustment.request_id)
    if known is not None:
        if known != wanted:
            raise ApiError(409, "adjust.other_request")
        return members.as_doc(unit, person)
    there = {
        "points": person.points,
        "principal": person.principal_minor,
        "bonus": person.bonus_minor,
    }[adjustment.bucket]
    if adjustment.amount < 0 and there + adjustment.amount < 0:
        raise ApiError(409, "adjust.below_zero", detail=str(max(0, there)))
    repository.insert(unit, adjustment)
    if adjustment.bucket == "points":
        _enter_points(unit, adjustment, member_id=person.member_id)
    else:
        _enter_value(unit, adjustment, member_id=person.member_id)
    settled = balances.settle(unit)
    members.settle(unit, changed=settled.member_ids)
    return members.as_doc(unit, members.get(unit, person.member_id))


def transfer_points(unit: Unit, request_id: str, *, from_id: str, to_id: str, points: int) -> int:
    """Move points from one member to another; return what the first one has left. Safe to repeat.

    Raises:
        ApiError: 404 ``member.unknown``; 422 ``adjust.nothing``; 409 ``adjust.below_zero`` (what there is).
    """
    giver, taker = members.get(unit, from_id), members.get(unit, to_id)
    if points <= 0 or giver.member_id == taker.member_id:
        raise ApiError(422, "adjust.nothing")
    members.lock(unit, sorted((giver.member_id, taker.member_id)))
    giver = members.get(unit, giver.member_id)
    if not members.is_entered(unit, ref=request_id, rule=MOVED_OUT):
        if giver.points < points:
            raise ApiError(409, "adjust.below_zero", detail=str(max(0, giver.points)))
        moves = ((giver.member_id, MOVED_OUT, -points), (taker.member_id, MOVED_IN, points))
        members.give(
            unit,
            [
                Points(member_id, request_id, rule, moved, None, unit.now_ms, None, kind="transfer")
                for member_id, rule, moved in moves
            ],
        )
        members.settle(unit)
    return members.get(unit, giver.member_id).points


def _enter_points(unit: Unit, adjustment: Adjustment, *, member_id: str) -> None:
    entry = Points(
        member_id,
        adjustment.request_id,
        ADJUSTED,
        adjustment.amount,
        adjustment.store_id,
        unit.now_ms,
        None,
        kind="adjust",
    )
    members.give(unit, [entry])


def _enter_value(unit: Unit, adjustment: Adjustment, *, member_id: str) -> None:
    is_bonus = adjustment.bucket == "bonus"
    entry = Entry(
        member_id=member_id,
        ref=adjustment.request_id,
        rule=ADJUSTED,
        kind="adjust",
        store_id=adjustment.store_id,
        made_ms=unit.now_ms,
        entry_id=None,
        principal_minor=0 if is_bonus else adjustment.amount,
        bonus_minor=adjustment.amount if is_bonus else 0,
    )
    balances.enter(unit, [entry])
