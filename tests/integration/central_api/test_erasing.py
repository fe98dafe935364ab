"""A customer who wants to be forgotten is; the books stay, and the journal is whole all the same."""

import json
import subprocess
import sys

import pytest
from sqlalchemy import select, text, update

from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.erasing import service as erasing
from central_api.journal import service as journal
from central_api.journal.audit import audit
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.models import metadata
from central_api.models.journal import journal_entry
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import facts
from retail_core.wire.facts import SalePerson
from retail_core.wire.shop import OrderItem, PlaceOrder
from tests.integration.central_api.conftest import NOW_MS, TENANT
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, PHONE, set_up_floor, store_docs
from tests.integration.central_api.till import FakeTill, sale

DAY_MS = 24 * 3_600 * 1_000
PERSON = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")
OTHER = SalePerson(
    member_id="M2", alias="fedcba9876543210", masked_name="王**", phone_last4="1111", means="code"
)
IDENTIFYING = (ALIAS, PHONE, "李静", "李**", "'8823'", '"8823"', f"'{MEMBER}'", f'"{MEMBER}"')


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    def set_up(unit: Unit) -> None:
        set_up_floor(unit)
        # Enough that something can be ordered, although milk goes fast at the counter.
        stock.move(unit, [Movement("S01", "p-milk", 90_000, 0, stock.RECEIPT, "r2", "1", unit.now_ms)])
        stock.settle(unit)

    database.run(set_up)


def ingest(database: Database, caller: Caller, till: FakeTill, *people: SalePerson | None) -> None:
    """Take in a sale of each person."""
    first = till.head.seq + 1
    entries = [
        till.state(
            facts.SALE_COMPLETED, sale(f"sale-{number}", number=number, points_earned=3), person=person
        )
        for number, person in enumerate(people, start=first)
    ]
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))


def fill(database: Database, caller: Caller, till: FakeTill) -> None:
    """Let the member buy, hold a coupon, cancel an order, and stand in an entry that was kept aside."""
    ingest(database, caller, till, PERSON, OTHER, None)
    grant = Grant("r1", "FIVE", MEMBER, "S01")

    def issue(unit: Unit) -> None:
        coupons.issue(unit, grant, tenant=TENANT, store_number=1)
        members.settle(unit)

    database.run(issue)
    wanted = PlaceOrder(
        request_id="o1",
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000),),
    )
    placed = database.run(lambda unit: shop.place_order(unit, wanted))
    database.run(lambda unit: orders.cancel(unit, placed.order.order_id))


def fork(database: Database, caller: Caller, till: FakeTill) -> None:
    """Let a copy of the till tell another past, in which the member bought, too."""
    copy = FakeTill(till.terminal)
    entry = copy.state(facts.SALE_COMPLETED, sale("another"), person=PERSON)
    database.run(lambda unit: journal.ingest(unit, caller, batch=copy.batch([entry])))


def everything(database: Database) -> str:
    """Return all rows of all tables but for the keys by which tills are told that something is gone."""
    found = []
    with database.read() as unit:
        for table in metadata.sorted_tables:
            columns = [column for column in table.c if (table.name, column.name) != ("feed_change", "key")]
            found += [table.name + repr(tuple(row)) for row in unit.conn.execute(select(*columns))]
    return "\n".join(found)


def problems(database: Database) -> list[tuple[int, int, str]]:
    with database.read() as unit:
        return [(each.entries, each.erased, each.problem) for each in audit(unit)]


def test_nothing_that_identifies_the_member_is_left_anywhere(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    fill(database, caller, till)
    fork(database, caller, till)
    before = everything(database)
    assert [text for text in IDENTIFYING if text not in before] == []
    erased = database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert (erased.entries, erased.aside, erased.orders) == (1, 1, 1)
    after = everything(database)
    assert [text for text in IDENTIFYING if text in after] == []
    assert json.loads(store_docs(database, "order").popitem()[1])["masked_name"] == ""
    assert MEMBER not in store_docs(database, "member")


def test_the_books_stay_under_one_pseudonym_and_others_are_untouched(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    fill(database, caller, till)
    erased = database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    with database.read() as unit:
        sold = unit.conn.execute(text("SELECT member_id, total_minor FROM sale ORDER BY sale_id")).all()
        points = unit.conn.execute(
            text("SELECT member_id, CAST(SUM(points) AS BIGINT) FROM points_entry GROUP BY 1")
        ).all()
        states = unit.conn.execute(text("SELECT member_id, state FROM coupon")).all()
        personal = unit.conn.execute(text("SELECT personal FROM journal_entry ORDER BY seq")).scalars().all()
    assert [tuple(row) for row in sold] == [(erased.pseudonym, 1300), ("M2", 1300), (None, 1300)]
    assert [tuple(row) for row in points] == [(erased.pseudonym, 3)]
    assert [tuple(row) for row in states] == [(erased.pseudonym, "void")]
    assert [part is None for part in personal] == [True, False, True]
    assert "M2" in personal[1]


def test_an_erased_journal_verifies_and_an_altered_one_does_not(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    fill(database, caller, till)
    assert problems(database) == [(3, 0, "")]
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert problems(database) == [(3, 1, "")]
    forged = update(journal_entry).where(journal_entry.c.seq == 2)
    database.run(lambda unit: unit.conn.execute(forged.values(actor="st-wang")).rowcount)
    assert problems(database) == [(1, 1, "chain.hash_wrong 2")]


def test_a_journal_whose_end_is_missing_does_not_verify(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, None)
    later = till.state("till.note", {})
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([later])))
    gone = journal_entry.delete().where(journal_entry.c.seq == 2)
    database.run(lambda unit: unit.conn.execute(gone).rowcount)
    assert problems(database) == [(1, 0, "chain.gap 2")]


def test_the_till_sends_on_behind_what_was_erased(database: Database, till: FakeTill, caller: Caller) -> None:
    fill(database, caller, till)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    ingest(database, caller, till, OTHER)
    assert problems(database) == [(4, 1, "")]


def test_what_a_till_sends_of_the_member_afterwards_comes_without_the_person(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    fill(database, caller, till)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    ingest(database, caller, till, PERSON, OTHER)
    assert [text for text in IDENTIFYING if text in everything(database)] == []
    assert problems(database) == [(5, 2, "")]
    with database.read() as unit:
        sold = unit.conn.execute(
            text("SELECT member_id FROM sale WHERE sale_id IN ('sale-4', 'sale-5') ORDER BY 1")
        )
        assert sorted(str(row.member_id) for row in sold) == ["M2", "None"]


def test_an_open_order_has_to_end_before(database: Database) -> None:
    wanted = PlaceOrder(
        request_id="o1",
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000),),
    )
    database.run(lambda unit: shop.place_order(unit, wanted))
    before = everything(database)
    with pytest.raises(ApiError, match=r"member\.has_open_order"):
        database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert everything(database) == before


def test_what_is_old_enough_loses_its_personal_part_and_verifies(
    database: Database, till: FakeTill, caller: Caller, clock: FixedClock
) -> None:
    fill(database, caller, till)
    clock.set(NOW_MS + 40 * DAY_MS)
    ingest(database, caller, till, OTHER)
    erased = database.run(lambda unit: erasing.forget_older(unit, 35))
    assert (erased.entries, erased.orders) == (2, 1)
    assert problems(database) == [(4, 2, "")]
    with database.read() as unit:
        kept = unit.conn.execute(text("SELECT personal FROM journal_entry WHERE seq = 4")).scalar_one()
    assert "M2" in kept


def test_nothing_is_forgotten_that_tills_may_have_to_send_again(database: Database) -> None:
    with pytest.raises(ApiError, match=r"personal\.too_young"):
        database.run(lambda unit: erasing.forget_older(unit, 34))


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "central_api.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_commands_say_what_they_did_and_a_broken_chain_ends_with_1(
    database: Database, database_url: str, till: FakeTill, caller: Caller
) -> None:
    fill(database, caller, till)
    said = command("erase-member", MEMBER, "--database-url", database_url)
    assert json.loads(said.stdout)["entries"] == 1, said.stderr
    again = command("erase-member", MEMBER, "--database-url", database_url)
    assert (again.returncode, "member.unknown" in again.stderr) == (1, True)
    whole = command("verify-journal", "--database-url", database_url)
    assert (whole.returncode, json.loads(whole.stdout)["erased"]) == (0, 1)
    database.run(lambda unit: unit.conn.execute(update(journal_entry).values(wall_ms=1)).rowcount)
    broken = command("verify-journal", "--database-url", database_url)
    assert (broken.returncode, json.loads(broken.stdout)["problem"]) == (1, "chain.hash_wrong 1")
