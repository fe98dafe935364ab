"""Many tills send at a time what touches the same rows: no deadlock, nothing lost; on both databases."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import text

from central_api.catalog import service as catalog
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import facts
from retail_core.wire.facts import CampaignUse, SalePerson
from retail_core.wire.journal import JournalBatch
from tests.integration.central_api.conftest import enrol, product
from tests.integration.central_api.till import FakeTill, line, sale

TILLS = 8
BATCHES = 3
SALES = 10
PRODUCTS = [f"p-{number}" for number in range(12)]
MEMBERS = [f"M{number}" for number in range(4)]
ON_HAND = 1_000_000


def fill(database: Database) -> None:
    docs = [product(name, barcode=f"69012345{number:05d}") for number, name in enumerate(PRODUCTS)]
    database.run(lambda unit: catalog.put_products(unit, "*", docs=docs))
    people = [
        NewMember(name, f"{number:016x}", "李静", f"1380000{number:04d}", "gold", "S01", 0)
        for number, name in enumerate(MEMBERS)
    ]
    database.run(lambda unit: members.register(unit, people))
    received = [Movement("S01", name, ON_HAND, 0, stock.RECEIPT, "r", name, 0) for name in PRODUCTS]

    def receive(unit: Unit) -> None:
        stock.move(unit, received)
        stock.settle(unit)

    database.run(receive)


def batches(
    till: FakeTill, chance: random.Random, sold: Counter[str], points: Counter[str]
) -> list[JournalBatch]:
    """Return what one till sells: goods, members and a campaign in an order of its own."""
    made = []
    for number in range(BATCHES):
        entries = []
        for place in range(SALES):
            name = f"{till.terminal}-{number}-{place}"
            picked = chance.sample(PRODUCTS, 4)
            who = chance.choice(MEMBERS)
            sold.update(dict.fromkeys(picked, 1_000))
            points[who] += 5
            person = SalePerson(
                member_id=who, alias="0" * 16, masked_name="李**", phone_last4="0000", means="code"
            )
            lines = [
                line(str(position), product_id=product_id, qty_milli=1_000)
                for position, product_id in enumerate(picked, start=1)
            ]
            body = sale(
                name,
                *lines,
                receipt_number=name,
                points_earned=5,
                uses=(CampaignUse(rule_id=f"C{chance.randrange(3)}", count=1, day="2025-11-24"),),
            )
            entries.append(till.state(facts.SALE_COMPLETED, body, person=person))
        made.append(till.batch(entries))
    return made


def test_tills_that_send_at_a_time_do_not_lose_and_do_not_block(database: Database) -> None:
    fill(database)
    chance = random.Random(7)  # noqa: S311 - chance, not a secret
    sold: Counter[str] = Counter()
    points: Counter[str] = Counter()
    tills = [FakeTill(seed=bytes([number + 1]) * 32) for number in range(TILLS)]
    work = [(enrol(database, till), batches(till, chance, sold, points)) for till in tills]
    gate = Barrier(TILLS)
    tries: Counter[str] = Counter()

    def send(task: tuple[Caller, list[JournalBatch]]) -> None:
        caller, mine = task
        gate.wait(30)
        for batch in mine:

            def once(unit: Unit, batch: JournalBatch = batch) -> None:
                tries[caller.terminal_id] += 1
                taken = journal.ingest(unit, caller, batch=batch)
                assert taken.receipt.parked == 0

            database.run(once)

    with ThreadPoolExecutor(TILLS) as pool:
        list(pool.map(send, work))
    with database.read() as unit:

        def ask(query: str) -> dict[str, int]:
            return {str(row[0]): row[1] for row in unit.conn.execute(text(query))}

        assert ask("SELECT 'sales', COUNT(*) FROM sale") == {"sales": TILLS * BATCHES * SALES}
        assert ask("SELECT product_id, on_hand_milli FROM stock_level WHERE store_id = 'S01'") == {
            name: ON_HAND - sold[name] for name in PRODUCTS
        }
        assert ask("SELECT member_id, points FROM member") == points
    # Everybody takes the rows in the same order, so PostgreSQL had no deadlock to break.
    assert tries == dict.fromkeys((caller.terminal_id for caller, _ in work), BATCHES)
