"""A Z never changes: late facts of every kind come for its shift, and what was told of it stays as it was."""

import json
from typing import Any

from sqlalchemy import select

from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.models.reporting import report_late
from central_api.reporting.day import day_of
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.wire import shift_facts
from retail_core.wire.base import Message
from retail_core.wire.days import DayAsk
from retail_core.wire.facts import RECEIPT_REPRINTED, SALE_COMPLETED, ReceiptReprinted
from tests.integration.central_api.conftest import NOW_MS, cashier, enrol
from tests.integration.central_api.test_days import closed, opened
from tests.integration.central_api.test_ingest import rows
from tests.integration.central_api.test_shift_rights import moved, no_sale
from tests.integration.central_api.test_summing import DAY, send, sums
from tests.integration.central_api.till import SOLD_MS, FakeTill, returned, sale
from tests.unit.pos_app.services.paper_examples import Z

HOUR_MS = 3_600_000
Fact = tuple[str, Message]


def late_facts() -> list[Fact]:
    """Return one fact of each kind for the shift ``shift-1``, whose Z is there already."""
    first = sale("s2", number=2)
    counts = shift_facts.ShiftCounted(shift_id="shift-1", attempt=9, currency="CNY", tenders=Z.tenders)
    again = closed("shift-1", 99, total_minor=1, sales_count=0)
    return [
        (SALE_COMPLETED, first),
        (SALE_COMPLETED, returned(first, pieces=1, number=3)),
        moved("safe_drop", 700),
        moved("paid_in", 300),
        no_sale(),
        (shift_facts.SHIFT_READ, shift_facts.ShiftRead(shift_id="shift-1", x_number=4)),
        (shift_facts.SHIFT_COUNTED, counts),
        (RECEIPT_REPRINTED, ReceiptReprinted(receipt_number="S01-T01-000001", copy_no=1)),
        again,
    ]


def told_of(database: Database, caller: Caller) -> dict[str, Any]:
    """Return what was told of the day when it was closed: the Z and the day, as they were stored."""
    summing.keep_up(database)
    with database.read() as unit:
        ask = DayAsk(staff_id="st-lin", business_day=DAY)
        day = day_of(unit, caller.store_id, ask=ask, terminal_id="x")
    return {
        "z": rows(database, "SELECT * FROM shift_z"),
        "shift": rows(database, "SELECT * FROM report_shift"),
        "day": rows(database, "SELECT * FROM report_day"),
        "stated": rows(database, "SELECT body FROM journal_entry WHERE type = 'day.closed' ORDER BY seq"),
        "shifts of the day": [shift.model_dump() for shift in day.shifts],
    }


def test_late_facts_of_every_kind_change_no_z_and_no_closed_day_and_are_all_in_the_adjustments(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    doc = cashier(sell=None, day_close=None, shift_close=None)
    database.run(lambda unit: staff.restore(unit, "*", doc=doc))
    _, z = closed("shift-1", 7)
    assert isinstance(z, shift_facts.ShiftClosed)
    row = shift_facts.day_shift(z, terminal_id=caller.terminal_id, till=till.terminal)
    day = shift_facts.DayClosed(business_day=DAY, currency="CNY", shifts=(row,), complete=True)
    send(
        database, caller, till, opened("shift-1"), sale("s1"), (shift_facts.SHIFT_CLOSED, z), wall_ms=SOLD_MS
    )
    send(database, caller, till, (shift_facts.DAY_CLOSED, day), wall_ms=SOLD_MS)
    before = told_of(database, caller)
    assert json.loads(before["z"][0][-1])["z_number"] == 7
    counted = {name: sums(database)[name] for name in ("expected", "counted", "shifts_closed")}

    clock.set(NOW_MS + 30 * HOUR_MS)
    send(database, caller, till, *late_facts(), wall_ms=SOLD_MS + HOUR_MS)
    # Another till of the store was away, and tells of the day only now.
    away = FakeTill("S01-T02", seed=b"\1" * 32)
    send(database, enrol(database, away), away, sale("s9", number=9, shift_id="shift-9"), wall_ms=SOLD_MS)

    assert told_of(database, caller) == before
    # The sums of the day have what came late, each thing once; a second Z of one shift is no money.
    found = sums(database)
    assert (found["sold"], found["returned"], found["receipts"]) == (3 * 1_300, 650, 3)
    assert (found["safe_drop_value"], found["paid_in_value"], found["no_sales"]) == (700, 300, 1)
    assert {name: found[name] for name in counted} == counted
    with database.read() as unit:
        late = unit.conn.execute(select(report_late)).all()
    by_place = sorted(late, key=lambda each: (each.terminal_id, int(each.entry_id.rpartition("-")[2])))
    assert [(each.terminal_id, each.type, each.net_minor) for each in by_place] == [
        *((caller.terminal_id, kind, minor) for kind, minor in _LATE),
        (away.terminal, SALE_COMPLETED, 1_300),
    ]


_LATE = [
    (SALE_COMPLETED, 1_300),
    (SALE_COMPLETED, -650),
    *((kind, 0) for kind in ("cash.moved", "cash.moved", "drawer.opened", "shift.read", "receipt.reprinted")),
]
"""Those that add to a figure, in their order; a count adds to none, and the second Z is a doubt."""
