"""Payments in doubt on the server: they stay before a person until they end; on both databases."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.staff import service as staff
from retail_core.wire import facts, shift_facts
from retail_core.wire.facts import PaymentDoubted, PaymentResolved
from retail_core.wire.shift_facts import CardsCompared
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.till import FakeTill

ABOUT = {"payment_id": "p-1", "sale_id": "s-1", "provider": "simulated", "amount_minor": 2_800}


def doubted() -> PaymentDoubted:
    return PaymentDoubted.model_validate({"kind": "charge", "currency": "CNY", **ABOUT})


def resolved(outcome: str, means: str, **others: Any) -> PaymentResolved:
    values = {
        "kind": "charge",
        "currency": "CNY",
        "outcome": outcome,
        "means": means,
        "reference": "",
        **ABOUT,
        **others,
    }
    return PaymentResolved.model_validate(values)


def state(database: Database, caller: Caller, till: FakeTill, *bodies: Any) -> None:
    entries = [
        till.state(
            facts.PAYMENT_DOUBTED if isinstance(body, PaymentDoubted) else facts.PAYMENT_RESOLVED, body
        )
        for body in bodies
    ]
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries))).receipt
    assert receipt.parked == 0


def exceptions(database: Database) -> list[tuple[str, str]]:
    with database.read() as unit:
        found = unit.conn.execute(text("SELECT kind, state FROM entry_exception ORDER BY id"))
        return [(row.kind, row.state) for row in found]


def doubts(database: Database) -> list[tuple[Any, ...]]:
    query = "SELECT payment_id, amount_minor, outcome, means, approved_by FROM payment_doubt"
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


def test_a_payment_in_doubt_stays_before_a_person(database: Database, till: FakeTill, caller: Caller) -> None:
    state(database, caller, till, doubted())
    assert exceptions(database) == [("payment.in_doubt", "open")]
    assert doubts(database) == [("p-1", 2_800, "", "", None)]
    with database.read() as unit:
        args = unit.conn.execute(text("SELECT args FROM entry_exception")).scalar_one()
    assert json.loads(args) == ABOUT


@pytest.mark.parametrize("outcome", ["paid", "not_paid"])
def test_the_providers_word_ends_the_doubt(
    database: Database, till: FakeTill, caller: Caller, outcome: str
) -> None:
    state(database, caller, till, doubted(), resolved(outcome, "provider", reference="r-1"))
    assert exceptions(database) == [("payment.in_doubt", "done")]
    assert doubts(database) == [("p-1", 2_800, outcome, "provider", None)]


def test_a_persons_word_ends_the_doubt_and_is_to_be_compared_with_the_list(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    manager = cashier("st-wang", payment_resolve=None)
    database.run(lambda unit: staff.restore(unit, "*", doc=manager))
    state(database, caller, till, doubted(), resolved("paid", "person", approved_by="st-wang"))
    assert exceptions(database) == [("payment.in_doubt", "done"), ("payment.decided_by_hand", "open")]
    assert doubts(database) == [("p-1", 2_800, "paid", "person", "st-wang")]


def test_a_person_without_the_right_is_an_exception_besides(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    state(database, caller, till, doubted(), resolved("paid", "person"))
    assert exceptions(database) == [
        ("payment.in_doubt", "done"),
        ("payment.decided_by_hand", "open"),
        ("right.missing", "open"),
    ]


def test_a_providers_later_word_against_a_persons_is_kept(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    state(database, caller, till, doubted(), resolved("paid", "person"), resolved("not_paid", "provider"))
    assert doubts(database) == [("p-1", 2_800, "not_paid", "provider", None)]
    assert ("payment.contradicted", "open") in exceptions(database)


def test_money_that_went_back_unused_is_a_row_without_an_exception(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    state(database, caller, till, resolved("refunded", "provider"))
    assert exceptions(database) == []
    assert doubts(database) == [("p-1", 2_800, "refunded", "provider", None)]


@pytest.mark.parametrize(("differing", "found"), [(0, []), (1, [("payment.lists_differ", "open")])])
def test_a_providers_list_that_differs_is_before_a_person(
    database: Database, till: FakeTill, caller: Caller, differing: int, found: list[tuple[str, str]]
) -> None:
    compared = CardsCompared(
        shift_id="shift-1",
        provider="simulated",
        currency="CNY",
        own_count=2,
        own_minor=5_600,
        their_count=2 - differing,
        their_minor=5_600 - 2_800 * differing,
        differing=differing,
    )
    database.run(lambda unit: staff.restore(unit, "*", doc=cashier(shift_close=None)))
    entry = till.state(shift_facts.CARDS_COMPARED, compared)
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([entry]))).receipt
    assert receipt.parked == 0
    assert exceptions(database) == found
    if found:
        with database.read() as unit:
            args = unit.conn.execute(text("SELECT args FROM entry_exception")).scalar_one()
        about = {"shift_id": "shift-1", "provider": "simulated", "orders": 1, "amount_minor": -2_800}
        assert json.loads(args) == about
