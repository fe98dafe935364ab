"""The business day of a store over its tills: which shifts have a Z, and who has not told all of it.

Source: docs/rules/shifts.md, "The day of the store".
"""

from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.reporting import repository
from central_api.reporting.schemas import Days, StoreTill
from central_api.reporting.scopes import read_days
from central_api.reporting.service import silent_tills
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.wire.days import DayAsk, DayReply
from retail_core.wire.shift_facts import DAY_CLOSE_RIGHT, DayShift, MissingTill, ShiftClosed


def day_of(unit: Unit, store_id: str, *, ask: DayAsk, terminal_id: str) -> DayReply:
    """Return what is known of a day of a store, for somebody at one of its tills.

    Raises:
        ApiError: 403 ``report.no_right``; 422 ``report.bad_days``.
    """
    if not staff.may(unit, store_id, staff_id=ask.staff_id, verb=DAY_CLOSE_RIGHT):
        raise ApiError(403, "report.no_right", detail=DAY_CLOSE_RIGHT)
    days = read_days(ask.business_day, ask.business_day)
    tills = {till.terminal_id: till for till in repository.store_tills(unit, store_id)}
    shifts = [
        _shift(ShiftClosed.model_validate_json(doc), tills.get(closed_at), terminal_id=closed_at)
        for closed_at, doc in repository.zs(unit, store_id, day=days.first)
    ]
    return DayReply(
        business_day=days.first,
        shifts=tuple(sorted(shifts, key=lambda shift: (shift.till, shift.z_number))),
        missing=_missing(
            unit,
            store_id,
            days=days,
            tills=[each for each in tills.values() if each.terminal_id != terminal_id],
        ),
        as_of_ms=summing.as_of_ms(unit),
    )


def _missing(unit: Unit, store_id: str, *, days: Days, tills: list[StoreTill]) -> tuple[MissingTill, ...]:
    opened = repository.tills_with_open_shifts(unit, store_id, day=days.first)
    silent = {each.terminal_id for each in silent_tills(unit, store_id, days=days)}
    return tuple(
        MissingTill(
            terminal_id=each.terminal_id,
            till=each.label,
            why="open" if each.terminal_id in opened else "silent",
        )
        for each in tills
        if each.terminal_id in opened or each.terminal_id in silent
    )


def _shift(z: ShiftClosed, till: StoreTill | None, *, terminal_id: str) -> DayShift:
    cash = next((each for each in z.tenders if each.kind == "cash"), None)
    return DayShift(
        terminal_id=terminal_id,
        till=terminal_id if till is None else till.label,
        shift_id=z.shift_id,
        shift_number=z.shift_number,
        z_number=z.z_number,
        closed_ms=z.closed_ms,
        sales_count=z.sales_count,
        total_minor=z.total_minor,
        returns_minor=z.returns_minor,
        tax_minor=sum(row.tax_minor for row in z.tax),
        cash_expected_minor=0 if cash is None else cash.expected_minor,
        cash_counted_minor=0 if cash is None else cash.counted_minor,
        difference_minor=sum(each.difference_minor for each in z.tenders),
        taken_minor=z.taken_minor,
    )
