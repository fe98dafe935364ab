"""Members and staff of an own shop."""

import json
from dataclasses import asdict, dataclass

from central_api.feed.schemas import EVERYWHERE
from central_api.importing import cells
from central_api.importing.plan import Cells, Plan, Undo
from central_api.importing.schemas import Row, Sheet, Target
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member, NewMember, Points
from central_api.staff import service as staff
from central_api.staff.schemas import LEAST_PIN_DIGITS, MOST_PIN_DIGITS, NewStaff
from retail_core.codes.badge import is_badge
from retail_core.wire.feed import StaffDoc

_BROUGHT = "brought_along"
_MOST_POINTS = 10**9


@dataclass(frozen=True, slots=True)
class _MemberRow:
    phone: str
    name: str
    tier: str
    points: int
    is_new: bool
    known: Member | None


def plan_members(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan a list of members; a known phone number changes name and tier, and keeps its points."""
    reader = Cells(sheet)
    rows = [found for row in sheet.rows if (found := _member_row(unit, reader, row=row)) is not None]
    changed = sum(1 for row in rows if row.known is not None)
    home = None if target.scope == EVERYWHERE else target.scope

    def write(unit: Unit, batch_id: str) -> Undo:
        return [_write_member(unit, row, home=home, batch_id=batch_id) for row in rows]

    return Plan(new=len(rows) - changed, changed=changed, problems=reader.problems, write=write)


def plan_staff(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan a list of people who sign in; a known number is replaced whole."""
    reader = Cells(sheet)
    people = [found for row in sheet.rows if (found := _staff_row(reader, row, target=target)) is not None]
    known = {person.staff_id: staff.find(unit, person.staff_id) for person in people}
    changed = sum(1 for found in known.values() if found is not None)

    def write(unit: Unit, batch_id: str) -> Undo:
        steps: Undo = []
        for person in people:
            before = staff.find(unit, person.staff_id)
            staff.enter(unit, NewStaff(**{**asdict(person), "import_batch": batch_id}))
            steps.append(
                {
                    "staff_id": person.staff_id,
                    "scope": person.scope if before is None else before[0],
                    "before": None if before is None else before[1].model_dump(mode="json"),
                }
            )
        return steps

    return Plan(new=len(people) - changed, changed=changed, problems=reader.problems, write=write)


def undo_members(unit: Unit, steps: Undo) -> None:
    """Put members back as they were, and take out new ones.

    Raises:
        ApiError: 409 ``member.has_history``: one of the new ones has bought something since.
    """
    fresh = [str(step["member_id"]) for step in steps if step["before"] is None]
    members.forget_points(unit, fresh, rule=_BROUGHT)
    members.remove(unit, fresh)
    before = [step["before"] for step in steps if step["before"] is not None]
    members.register(unit, [NewMember(**row) for row in before if isinstance(row, dict)])


def undo_staff(unit: Unit, steps: Undo) -> None:
    """Put people back as they were, and take out new ones."""
    staff.remove(
        unit, [(str(step["scope"]), str(step["staff_id"])) for step in steps if step["before"] is None]
    )
    for step in steps:
        if step["before"] is not None:
            doc = StaffDoc.model_validate_json(json.dumps(step["before"]))
            staff.restore(unit, str(step["scope"]), doc=doc)


def _member_row(unit: Unit, reader: Cells, *, row: Row) -> _MemberRow | None:
    phone = reader.read_unique(row, "phone", parse=cells.phone)
    name = reader.read(row, "name", parse=cells.short_text)
    tier = reader.read(row, "tier", parse=cells.tier)
    points = reader.read(row, "points", parse=lambda text: cells.whole(text, most=_MOST_POINTS))
    is_new = reader.read(row, "is_new", parse=cells.yes_or_no)
    if phone is None or name is None or tier is None or points is None or is_new is None:
        return None
    return _MemberRow(phone, name, tier, points, is_new, members.find_by_phone(unit, phone))


def _write_member(unit: Unit, row: _MemberRow, *, home: str | None, batch_id: str) -> dict[str, object]:
    if row.known is not None:
        before = members.registration(unit, row.known.member_id)
        changed = {**asdict(before), "name": row.name, "tier": row.tier, "import_batch": batch_id}
        members.register(unit, [NewMember(**changed)])
        return {"member_id": row.known.member_id, "before": asdict(before)}
    member_id = new_id(unit.now_ms)
    fresh = NewMember(
        member_id=member_id,
        alias=members.new_alias(),
        name=row.name,
        phone=row.phone,
        tier=row.tier,
        home_store=home,
        registered_ms=unit.now_ms,
        import_batch=batch_id,
        is_new=row.is_new,
    )
    members.register(unit, [fresh])
    if row.points:
        members.give(unit, [Points(member_id, member_id, _BROUGHT, row.points, home, unit.now_ms, None)])
    return {"member_id": member_id, "before": None}


def _staff_row(reader: Cells, row: Row, *, target: Target) -> NewStaff | None:
    staff_id = reader.read_unique(row, "staff_id", parse=_staff_id)
    name = reader.read(row, "name", parse=cells.short_text)
    role = reader.read(row, "role", parse=cells.role)
    pin = reader.read(row, "pin", parse=_pin)
    badge = reader.read(row, "badge", parse=_badge)
    if staff_id is None or name is None or role is None or pin is None or badge is None:
        return None
    prefix = "" if target.scope == EVERYWHERE else f"{target.scope}-"
    full_id = staff_id if staff_id.startswith(prefix) else prefix + staff_id
    return NewStaff(full_id, target.scope, name, role, pin, badge)


def _staff_id(text: str) -> str:
    if not (1 <= len(text) <= 40 and text.isascii() and text.replace("-", "").isalnum()):
        raise cells.CellError("cell.staff_number")
    return text


def _pin(text: str) -> str:
    if not (text.isascii() and text.isdigit() and LEAST_PIN_DIGITS <= len(text) <= MOST_PIN_DIGITS):
        raise cells.CellError("cell.pin")
    return text


def _badge(text: str) -> str:
    if text and not is_badge(text.upper()):
        raise cells.CellError("cell.badge")
    return text.upper()
