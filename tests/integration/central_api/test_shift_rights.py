"""Head office's second look at drawers: a right that was missing is an exception, and nothing is refused."""

import json

import pytest

from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from retail_core.wire import shift_facts
from retail_core.wire.base import Message
from retail_core.wire.shift_facts import CashMoved, DrawerOpened, MoveKind, ShiftClosed, TenderCount
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.test_ingest import ingest, rows
from tests.integration.central_api.till import FakeTill
from tests.unit.pos_app.services.paper_examples import Z

Fact = tuple[str, Message]
Doubt = tuple[str, str | None, int | None]
"""Kind, verb and amount of an exception."""

CASHIER: dict[str, int | None] = {
    "sell": None,
    "shift.open": None,
    "shift.close": None,
    "shift.x": None,
    "cash.paid_in": 20_000,
    "cash.paid_out": 10_000,
    "cash.safe_drop": None,
    "shift.approve_difference": 2_000,
}
"""What Lin may do; most of it is what a cashier of the trade may."""

DEPUTY: dict[str, int | None] = {
    "cash.paid_out": 30_000,
    "drawer.no_sale": None,
    "shift.approve_difference": 3_000,
}


@pytest.fixture(autouse=True)
def people(database: Database) -> None:
    """Lin works at the till; a boss may do everything, a deputy up to a limit, and one has left."""
    boss = dict.fromkeys((*CASHIER, "cash.float", "drawer.no_sale", "shift.any", "shift.approve_difference"))
    docs = [
        cashier().model_copy(update={"rights": CASHIER}),
        cashier("st-boss").model_copy(update={"rights": boss}),
        cashier("st-deputy").model_copy(update={"rights": DEPUTY}),
        cashier("st-gone", active=False).model_copy(update={"rights": boss}),
    ]

    def enter(unit: Unit) -> None:
        for doc in docs:
            staff.restore(unit, "*", doc=doc)

    database.run(enter)


def moved(kind: MoveKind, amount_minor: int, *, approved_by: str | None = None) -> Fact:
    body = CashMoved(
        movement_id=f"{kind}-{amount_minor}-{approved_by}",
        number="S01-T01-M000001",
        shift_id="shift-1",
        business_day="2025-11-24",
        currency="CNY",
        kind=kind,
        amount_minor=amount_minor,
        reason="other",
        note="as said",
        approved_by=approved_by,
    )
    return shift_facts.CASH_MOVED, body


def no_sale(approved_by: str | None = None) -> Fact:
    body = DrawerOpened(shift_id="shift-1", reason="check", approved_by=approved_by)
    return shift_facts.DRAWER_OPENED, body


def closed(
    difference_minor: int,
    *,
    limit_minor: int | None = 500,
    approved_by: str | None = None,
    kind: str = "cash",
) -> Fact:
    counts = [
        TenderCount(
            kind=each,
            expected_minor=100_000,
            counted_minor=100_000 + (difference_minor if each == kind else 0),
            difference_minor=difference_minor if each == kind else 0,
            count=1,
        )
        for each in ("cash", "external")
    ]
    changes = {
        "shift_id": "shift-1",
        "business_day": "2025-11-24",
        "tenders": tuple(counts),
        "limit_minor": limit_minor,
        "approved_by": approved_by,
        "opened_by": "st-lin",
        "closed_by": "st-lin",
        "counted_by": "st-lin",
    }
    return shift_facts.SHIFT_CLOSED, Z.model_copy(update=changes)


def personal(opened_by: str) -> Fact:
    """Return a Z without differences of somebody's personal drawer."""
    kind, body = closed(0)
    return kind, body.model_copy(update={"drawer": "personal", "opened_by": opened_by})


def resumed(personal_of: str | None) -> Fact:
    return shift_facts.SHIFT_RESUMED, shift_facts.ShiftResumed(shift_id="shift-1", personal_of=personal_of)


def doubts_of(database: Database, caller: Caller, till: FakeTill, *facts: Fact) -> list[list[Doubt]]:
    """Send facts of Lin in one batch and return what is doubtful about each, in their order."""
    entries = [
        till.state(kind, _of_its_own_shift(body, number)) for number, (kind, body) in enumerate(facts, 1)
    ]
    batch = till.batch(entries)
    receipt = ingest(database, caller, batch)
    assert (receipt.acked_through, receipt.parked) == (entries[-1].seq, 0)
    # The same batch again, as after a lost answer: it says nothing new.
    before = rows(database, "SELECT count(*) FROM entry_exception")
    ingest(database, caller, batch)
    assert rows(database, "SELECT count(*) FROM entry_exception") == before
    assert rows(database, "SELECT count(*) FROM journal_entry") == [(entries[-1].seq,)]
    found: dict[str, list[Doubt]] = {entry.id: [] for entry in entries}
    for entry_id, kind, args in rows(database, "SELECT entry_id, kind, args FROM entry_exception ORDER BY 1"):
        said = json.loads(args)
        found[entry_id].append((kind, said.get("verb"), said.get("amount")))
    return list(found.values())


def _of_its_own_shift(body: Message, number: int) -> Message:
    """Return a Z with a shift and a number that no other Z of the batch has; other facts as they are."""
    if not isinstance(body, ShiftClosed):
        return body
    return body.model_copy(update={"shift_id": f"shift-{number}", "shift_number": number, "z_number": number})


def missing(verb: str, amount: int = 0) -> list[Doubt]:
    return [("right.missing", verb, amount)]


def test_cash_moves_by_the_right_of_its_kind_and_up_to_its_limit(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    cases: list[tuple[Fact, list[Doubt]]] = [
        (moved("paid_in", 20_000), []),
        (moved("paid_in", 20_001), missing("cash.paid_in", 20_001)),
        (moved("paid_out", 10_000), []),
        (moved("paid_out", 10_001), missing("cash.paid_out", 10_001)),
        (moved("safe_drop", 9_000_000), []),
        (moved("float_added", 1), missing("cash.float", 1)),
        (no_sale(), missing("drawer.no_sale")),
    ]
    found = doubts_of(database, caller, till, *(fact for fact, _ in cases))
    assert found == [doubts for _, doubts in cases]


def test_another_person_may_allow_it_who_has_the_right_and_whose_limit_reaches(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    cases: list[tuple[Fact, list[Doubt]]] = [
        (moved("paid_out", 90_000, approved_by="st-boss"), []),
        (moved("paid_out", 30_000, approved_by="st-deputy"), []),
        (moved("paid_out", 30_001, approved_by="st-deputy"), missing("cash.paid_out", 30_001)),
        (moved("float_added", 100, approved_by="st-boss"), []),
        (moved("float_added", 100, approved_by="st-deputy"), missing("cash.float", 100)),
        (moved("paid_out", 90_000, approved_by="st-lin"), [("approval.self", "cash.paid_out", None)]),
        (moved("paid_out", 90_000, approved_by="st-gone"), [("staff.inactive", None, None)]),
        (moved("paid_out", 90_000, approved_by="st-nobody"), [("staff.unknown", None, None)]),
        (no_sale("st-deputy"), []),
        (no_sale("st-gone"), [("staff.inactive", None, None)]),
    ]
    found = doubts_of(database, caller, till, *(fact for fact, _ in cases))
    assert found == [doubts for _, doubts in cases]


def test_a_difference_above_the_stores_limit_needs_the_right_to_let_it_pass(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    verb = "shift.approve_difference"
    cases: list[tuple[Fact, list[Doubt]]] = [
        (closed(0), []),
        # Within the limit nobody is asked, whatever may be read beside it.
        (closed(-500), []),
        (closed(500), []),
        # Above it somebody else is asked, whatever Lin's own right.
        (closed(501), [("approval.self", verb, None)]),
        (closed(-90_000, approved_by="st-boss"), []),
        (closed(-3_000, approved_by="st-deputy"), []),
        (closed(-3_001, approved_by="st-deputy"), missing(verb, 3_001)),
        (closed(3_001, kind="external", approved_by="st-deputy"), missing(verb, 3_001)),
        # A limit of nothing is one; without a limit no difference needs anybody.
        (closed(1, limit_minor=0), [("approval.self", verb, None)]),
        (closed(-90_000, limit_minor=None), []),
    ]
    found = doubts_of(database, caller, till, *(fact for fact, _ in cases))
    assert found == [doubts for _, doubts in cases]


def test_somebody_elses_personal_drawer_needs_the_right_to_any_shift(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    cases: list[tuple[Fact, list[Doubt]]] = [
        (resumed(None), []),
        (resumed("st-lin"), []),
        (resumed("st-mei"), missing("shift.any")),
        (personal("st-lin"), []),
        (personal("st-mei"), missing("shift.any")),
    ]
    found = doubts_of(database, caller, till, *(fact for fact, _ in cases))
    assert found == [doubts for _, doubts in cases]


def steps_of_a_shift() -> list[Fact]:
    """Return one fact of each kind that a shift consists of, and the close of the day."""
    _, z = closed(0)
    assert isinstance(z, ShiftClosed)
    opened = shift_facts.ShiftOpened(
        shift_id="shift-1", number=1, business_day="2025-11-24", currency="CNY", float_minor=0
    )
    counted = shift_facts.ShiftCounted(shift_id="shift-1", attempt=1, currency="CNY", tenders=z.tenders)
    day = shift_facts.DayClosed(business_day="2025-11-24", currency="CNY", shifts=(), complete=True)
    return [
        (shift_facts.SHIFT_OPENED, opened),
        (shift_facts.SHIFT_READ, shift_facts.ShiftRead(shift_id="shift-1", x_number=1)),
        (
            shift_facts.SHIFT_SUSPENDED,
            shift_facts.ShiftSuspended(shift_id="shift-1", reason="break"),
        ),
        resumed(None),
        (shift_facts.SHIFT_COUNTED, counted),
        (shift_facts.SHIFT_CLOSED, z),
        (shift_facts.DAY_CLOSED, day),
    ]


def test_each_step_of_a_shift_needs_its_right(database: Database, caller: Caller, till: FakeTill) -> None:
    only_sells = cashier().model_copy(update={"rights": {"sell": None}})
    database.run(lambda unit: staff.restore(unit, "*", doc=only_sells))

    found = doubts_of(database, caller, till, *steps_of_a_shift())

    verbs = ["shift.open", "shift.x", "shift.open", "shift.open", "shift.close", "shift.close", "day.close"]
    assert found == [missing(verb) for verb in verbs]


def test_who_is_not_on_the_list_any_more_is_named_once_for_each_step(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    gone = cashier(active=False).model_copy(update={"rights": CASHIER})
    database.run(lambda unit: staff.restore(unit, "*", doc=gone))
    facts = [*steps_of_a_shift(), moved("paid_in", 1), no_sale(), closed(-90_000)]

    found = doubts_of(database, caller, till, *facts)

    assert found == [[("staff.inactive", None, None)]] * len(facts)
