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
from retail_core.wire.reports import Adjustments
from retail_core.wire.shift_facts import DAY_CLOSE_RIGHT, MissingTill, ShiftClosed, day_shift


def day_of(unit: Unit, store_id: str, *, ask: DayAsk, terminal_id: str) -> DayReply:
    """Return what is known of a day of a store, for somebody at one of its tills.

    Raises:
        ApiError: 403 ``report.no_right``; 422 ``report.bad_days``.
    """
    if not staff.may(unit, store_id, staff_id=ask.staff_id, verb=DAY_CLOSE_RIGHT):
        raise ApiError(403, "report.no_right", detail=DAY_CLOSE_RIGHT)
    days = read_days(ask.business_day, ask.business_day)
    tills = repository.store_tills(unit, store_id)
    shifts = [
        day_shift(ShiftClosed.model_validate_json(doc), terminal_id=till.terminal_id, till=till.label)
        for till, doc in repository.zs(unit, store_id, day=days.first)
    ]
    facts, net_minor = repository.late(unit, (store_id,), days=days)
    return DayReply(
        business_day=days.first,
        shifts=tuple(sorted(shifts, key=lambda shift: (shift.till, shift.z_number))),
        missing=_missing(
            unit,
            store_id,
            days=days,
            tills=[each for each in tills if each.terminal_id != terminal_id],
        ),
        as_of_ms=summing.as_of_ms(unit),
        adjustments=Adjustments(facts=facts, net_minor=net_minor),
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
