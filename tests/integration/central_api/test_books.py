"""Head office's books of all stores: accepted, and balances divided into principal and bonus."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from central_api.bookkeeping.commands import books
from central_api.bookkeeping.service import BooksWanted, WriteBooks
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from retail_core.books import Period
from retail_core.journal import Entry
from retail_core.wire import facts
from retail_core.wire.facts import BalanceToppedUp, SalePerson, ShiftOpened, Tender
from tests.booked import balances, transactions
from tests.integration.central_api.conftest import enrol
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor
from tests.integration.central_api.till import FakeTill, sale

LI = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")
DAY = "2025-11-24"


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def send(database: Database, caller: Caller, till: FakeTill, *entries: Entry) -> None:
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))


def tender(kind: str, minor: int) -> Tender:
    return Tender.model_validate(
        {"kind": kind, "amount_minor": minor, "tendered_minor": minor, "change_minor": 0}
    )


def a_day(till: FakeTill) -> list[Entry]:
    """Open with 500.00, top up 10.00 + 5.00, sell milk for 13.00 out of the balance and for 13.00 in cash."""
    opened = ShiftOpened(shift_id="shift-1", number=1, business_day=DAY, currency="CNY", float_minor=50_000)
    paid_in = BalanceToppedUp(
        top_up_id="top-1",
        number="S01-T01-V000001",
        shift_id="shift-1",
        business_day=DAY,
        currency="CNY",
        principal_minor=1_000,
        bonus_minor=500,
        rounding_minor=0,
        tenders=(tender("cash", 1_000),),
        spend="principal_first",
    )
    return [
        till.state(facts.SHIFT_OPENED, opened),
        till.state(facts.BALANCE_TOPPED_UP, paid_in, person=LI),
        till.state(
            facts.SALE_COMPLETED,
            sale("sale-1", number=1, tenders=(tender("stored_value", 1_300),)),
            person=LI,
        ),
        till.state(facts.SALE_COMPLETED, sale("sale-2", number=2)),
    ]


EVER = Period()


def books_of(database: Database, period: Period = EVER, store_id: str = "") -> dict[tuple[str, str], Decimal]:
    with database.read() as unit:
        return balances(transactions(joined(WriteBooks()(unit, BooksWanted("beancount", period, store_id)))))


def joined(lines: Iterable[str]) -> str:
    return "".join(lines)


def test_the_books_hold_what_the_till_stated_and_how_balances_paid(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    send(database, caller, till, *a_day(till))
    # 13.00 out of 10.00 + 5.00, principal first: 10.00 of principal and 3.00 of bonus.
    assert books_of(database) == {
        ("Assets:Cash:Drawer:S01-T01:Shift-1", "CNY"): Decimal("523.00"),
        ("Assets:Cash:Safe:S01", "CNY"): Decimal("-500.00"),
        ("Expenses:Marketing:Bonus", "CNY"): Decimal("5.00"),
        ("Income:Sales:Dairy", "CNY"): Decimal("-23.00"),
        ("Liabilities:StoredValue:Bonus", "CNY"): Decimal("-2.00"),
        ("Liabilities:Tax:Rate-13", "CNY"): Decimal("-3.00"),
    }


def test_a_later_period_begins_with_what_was_carried_forward(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    send(database, caller, till, *a_day(till))
    found = books_of(database, Period("2025-11-25"))
    assert found["Liabilities:StoredValue:Bonus", "CNY"] == Decimal("-2.00")
    assert ("Liabilities:StoredValue:Principal", "CNY") not in found
    assert ("Liabilities:StoredValue:Spent", "CNY") not in found
    assert found["Assets:Cash:Drawer:S01-T01:Shift-1", "CNY"] == Decimal("523.00")
    assert not [account for account, _ in found if account.startswith(("Income:", "Expenses:"))]


def test_one_store_has_books_of_its_own(database: Database, till: FakeTill, caller: Caller) -> None:
    other = FakeTill(seed=bytes(32))
    its_caller = enrol(database, other, store_id="S02")
    send(database, caller, till, *a_day(till))
    opened = ShiftOpened(shift_id="s2", number=1, business_day=DAY, currency="CNY", float_minor=10_000)
    send(database, its_caller, other, other.state(facts.SHIFT_OPENED, opened))
    assert ("Assets:Cash:Safe:S02", "CNY") in books_of(database)
    assert books_of(database, store_id="S02") == {
        ("Assets:Cash:Drawer:S02-T01:Shift-1", "CNY"): Decimal("100.00"),
        ("Assets:Cash:Safe:S02", "CNY"): Decimal("-100.00"),
    }


def test_the_entries_are_read_as_they_are_written(database: Database, till: FakeTill, caller: Caller) -> None:
    send(database, caller, till, *a_day(till))
    with database.read() as unit:
        lines = WriteBooks()(unit, BooksWanted("csv", Period()))
        assert next(lines).startswith("day,store,till,")
        rows = list(csv.reader(io.StringIO(joined(lines))))
    assert [row[6] for row in rows if row[9].startswith("Liabilities:StoredValue")] == [
        *("Top-up", "Top-up", "Sale"),
        *("Balances divided", "Balances divided", "Balances divided"),
    ]


def test_what_waits_to_be_understood_is_counted(database: Database, till: FakeTill, caller: Caller) -> None:
    send(database, caller, till, *a_day(till), till.state("till.dreamt", {"of": "sheep"}))
    write = WriteBooks()
    with database.read() as unit:
        text = joined(write(unit, BooksWanted("beancount", Period())))
    assert write.left_out == 1
    assert text.endswith("; 1 entries of a newer release are left out\n")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"form": "xml"}, "xml is no form of books. Say one of csv, beancount."),
        ({"first": "1.1.2026"}, "1.1.2026 is no day. Write it as 2026-11-28."),
        ({"first": "2026-01-02", "last": "2026-01-01"}, "2026-01-02 is after 2026-01-01."),
    ],
)
def test_a_wrong_use_is_named(tmp_path: Path, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        books(f"sqlite:///{tmp_path / 'none.db'}", **wrong)
    assert said in str(refused.value)
    assert refused.value.exit_code == 2
