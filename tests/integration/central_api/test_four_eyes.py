"""A difference that nobody else allowed, and an X without a right to it, stand in head office's list."""

import json

import pytest

from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from retail_core.wire import shift_facts
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.test_ingest import ingest, rows
from tests.integration.central_api.till import FakeTill
from tests.unit.pos_app.services.paper_examples import Z

ALL = dict.fromkeys(("sell", "shift.close", "shift.approve_difference", "shift.x"))


@pytest.fixture(autouse=True)
def people(database: Database) -> None:
    """Lin closes; both managers may allow what another closes, Mei may not."""
    docs = [cashier(name).model_copy(update={"rights": ALL}) for name in ("st-lin", "st-boss", "st-chen")]
    docs.append(cashier("st-mei").model_copy(update={"rights": {"sell": None, "shift.close": None}}))

    def restore(unit: Unit) -> None:
        for doc in docs:
            staff.restore(unit, "*", doc=doc)

    database.run(restore)


def _found(database: Database) -> list[tuple[str, str]]:
    found = rows(database, "SELECT kind, args FROM entry_exception ORDER BY entry_id")
    return [(str(kind), json.loads(str(args))["staff_id"]) for kind, args in found]


@pytest.mark.parametrize(
    ("said", "doubts"),
    [
        ({"approved_by": "st-boss"}, []),
        ({"approved_by": None}, [("approval.self", "st-lin")]),
        ({"approved_by": "st-lin"}, [("approval.self", "st-lin")]),
        ({"approved_by": "st-boss", "counted_by": "st-boss"}, [("approval.self", "st-boss")]),
        ({"approved_by": "st-boss", "counted_by": "st-chen"}, []),
        ({"approved_by": "st-mei"}, [("right.missing", "st-mei")]),
        ({"approved_by": None, "limit_minor": 1_000}, []),
        ({"approved_by": None, "limit_minor": 1_000, "allowed_minor": 1_001}, [("approval.self", "st-lin")]),
    ],
)
def test_who_closes_with_a_difference_does_not_allow_it_alone(
    database: Database,
    caller: Caller,
    till: FakeTill,
    said: dict[str, object],
    doubts: list[tuple[str, str]],
) -> None:
    short = Z.tenders[0].model_copy(update={"difference_minor": -1_000})
    about = {"limit_minor": 500, "opened_by": "st-lin", "closed_by": "st-lin", "counted_by": "st-lin"}
    z = Z.model_copy(update={**about, "tenders": (short,), **said})
    ingest(database, caller, till.batch([till.state(shift_facts.SHIFT_CLOSED, z)]))
    assert _found(database) == doubts


def test_who_owns_a_personal_drawer_does_not_allow_its_difference(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    short = Z.tenders[0].model_copy(update={"difference_minor": -1_000})
    about = {"limit_minor": 500, "drawer": "personal", "opened_by": "st-boss", "approved_by": "st-boss"}
    z = Z.model_copy(update={**about, "tenders": (short,), "closed_by": "st-lin", "counted_by": "st-lin"})
    ingest(database, caller, till.batch([till.state(shift_facts.SHIFT_CLOSED, z)]))
    assert ("approval.self", "st-boss") in _found(database)


@pytest.mark.parametrize(
    ("approver", "doubts"),
    [
        (None, [("right.missing", "st-lin")]),
        ("st-boss", []),
        ("st-mei", [("right.missing", "st-mei")]),
    ],
)
def test_an_x_is_read_by_right_or_with_an_approval(
    database: Database,
    caller: Caller,
    till: FakeTill,
    approver: str | None,
    doubts: list[tuple[str, str]],
) -> None:
    plain = cashier().model_copy(update={"rights": {"sell": None, "shift.close": None}})
    database.run(lambda unit: staff.restore(unit, "*", doc=plain))
    body = shift_facts.ShiftRead(shift_id="h", x_number=1, approved_by=approver)
    ingest(database, caller, till.batch([till.state(shift_facts.SHIFT_READ, body)]))
    assert _found(database) == doubts
