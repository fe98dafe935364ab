"""The demo chain is the sum of its facts, and the same each time."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from central_api.catalog import service as catalog
from central_api.demo.calendar import Day
from central_api.demo.schemas import SeedOptions
from central_api.demo.service import seed
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database, open_database
from central_api.kit.errors import UsageError
from central_api.migrations import runner
from central_api.shop.floors import elsewhere
from retail_core.journal import Entry, genesis, verify

AS_OF = date(2026, 11, 20)
TEN_O_CLOCK_MS = 1_795_140_000_000
SMALL = SeedOptions(AS_OF, products=60, members=30, days=3, sales=6)


def silent(_line: str) -> None:
    """Say nothing."""


def seeded(url: str, options: SeedOptions = SMALL) -> tuple[Database, dict[str, Any]]:
    clock = FixedClock(Day(AS_OF).at_ms(600))
    database = open_database(url, clock=clock)
    runner.upgrade(database.engine)
    return database, seed(database, clock, options=options, say=silent)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, dict[str, Any]]]:
    """A small chain, made once."""
    database, facts = seeded(f"sqlite:///{tmp_path_factory.mktemp('seed') / 'central.db'}")
    yield database, facts
    database.close()


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.engine.connect() as connection:
        return found_by(connection, query)


def found_by(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(text(query))]


def test_ten_o_clock_in_shanghai_is_the_chains_present() -> None:
    assert Day(AS_OF).at_ms(600) == TEN_O_CLOCK_MS


def test_nothing_in_the_demo_is_doubtful_or_parked(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain

    assert rows(database, "SELECT kind FROM entry_exception") == []
    assert rows(database, "SELECT DISTINCT state FROM journal_entry") == [("applied",)]


def test_stock_is_the_sum_of_its_movements_and_never_below_nothing(
    chain: tuple[Database, dict[str, Any]],
) -> None:
    database, _ = chain
    levels = rows(
        database,
        "SELECT store_id, product_id, on_hand_milli, committed_milli FROM stock_level ORDER BY 1, 2",
    )
    kept_of_others = [row for row in levels if not row[1].startswith(row[0])]
    sums = rows(
        database,
        "SELECT store_id, product_id, sum(on_hand_milli), sum(committed_milli)"
        " FROM stock_movement GROUP BY 1, 2 ORDER BY 1, 2",
    )

    assert len(levels) - len(kept_of_others) == 58  # Of 60 products two are deposits, which have no stock.
    assert levels == sums
    assert min(row[2] - row[3] for row in levels) >= 0


def test_points_are_the_sum_of_their_entries(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain
    balances = rows(
        database,
        "SELECT member_id, points, purchases FROM member WHERE points <> 0 OR purchases <> 0 ORDER BY 1",
    )
    sums = rows(
        database,
        "SELECT member_id, sum(points), sum(purchases) FROM points_entry GROUP BY 1"
        " HAVING sum(points) <> 0 OR sum(purchases) <> 0 ORDER BY 1",
    )

    assert balances == sums
    assert len(balances) > 3


def test_tenders_are_what_sales_cost(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain

    assert rows(database, "SELECT sum(total_minor + rounding_minor) FROM sale") == rows(
        database, "SELECT sum(amount_minor) FROM sale_tender"
    )


def test_each_z_states_the_sales_of_its_shift(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain
    stated = rows(database, "SELECT shift_id, sales_count, total_minor FROM shift_z ORDER BY 1")
    sold = rows(database, "SELECT shift_id, count(*), sum(total_minor) FROM sale GROUP BY 1 ORDER BY 1")

    assert len(stated) == 9
    assert stated == sold


def test_the_chains_of_the_earlier_tills_verify(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain
    for terminal in ("S01-T01", "S02-T01", "S03-T01"):
        with database.engine.connect() as connection:
            found = connection.execute(
                text("SELECT * FROM journal_entry WHERE terminal_id = :terminal ORDER BY seq"),
                {"terminal": terminal},
            ).mappings()
            entries = [_entry(dict(row)) for row in found]

        assert len(entries) > 30
        assert verify(entries, genesis(terminal, 1)).problem is None


def test_orders_of_all_states_are_there(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain

    assert rows(database, "SELECT count(*) FROM shop_order") == [(40,)]
    assert {row[0] for row in rows(database, "SELECT DISTINCT state FROM shop_order")} == {
        "placed",
        "picking",
        "ready",
        "handed_over",
        "cancelled",
    }


def test_the_first_member_is_the_one_in_the_pictures(chain: tuple[Database, dict[str, Any]]) -> None:
    _, facts = chain
    first = facts["members"][0]

    assert (first["name"], first["phone"], first["tier"], len(first["coupons"])) == (
        "李静",
        "13800008823",
        "gold",
        3,
    )


def test_the_first_store_has_a_cashier_and_a_manager_with_known_pins(
    chain: tuple[Database, dict[str, Any]],
) -> None:
    _, facts = chain
    pins = {(person["name"], person["role"]): person["pin"] for person in facts["staff"]}

    assert (pins["王晓", "cashier"], pins["张敏", "manager"]) == ("1111", "3333")


def test_a_second_chain_in_the_same_database_is_refused(chain: tuple[Database, dict[str, Any]]) -> None:
    database, _ = chain

    with pytest.raises(UsageError):
        seed(database, FixedClock(TEN_O_CLOCK_MS), options=SMALL, say=silent)


def test_two_seeds_state_the_same_facts_on_both_databases(
    chain: tuple[Database, dict[str, Any]], postgres_url: str
) -> None:
    database, _ = chain
    other, _ = seeded(postgres_url)
    tables = (
        "SELECT terminal_id, seq, hash FROM journal_entry ORDER BY 1, 2",
        "SELECT store_id, product_id, on_hand_milli, committed_milli FROM stock_level ORDER BY 1, 2",
        "SELECT member_id, alias, name, points, coupons FROM member ORDER BY 1",
        "SELECT order_id, number, state, total_minor FROM shop_order ORDER BY 1",
        "SELECT product_id, doc FROM product ORDER BY 1",
    )
    same = [rows(database, query) == rows(other, query) for query in tables]
    other.close()

    assert same == [True] * 5


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["entry_id"],
        terminal=row["terminal_id"],
        body=json.loads(row["body"]),
        personal=None if row["personal"] is None else json.loads(row["personal"]),
        **{
            name: row[name]
            for name in (
                "incarnation",
                "seq",
                "type",
                "version",
                "wall_ms",
                "mono_ms",
                "actor",
                "prev_hash",
                "salt",
                "body_hash",
                "personal_hash",
                "hash",
            )
        },
    )


def test_the_past_has_drinks_as_people_want_them_cases_and_bottles(
    tmp_path: Path,
) -> None:
    busy = replace(SMALL, products=150, sales=30)
    database, _ = seeded(f"sqlite:///{tmp_path / 'central.db'}", busy)

    assert len(rows(database, "SELECT DISTINCT option_id FROM sale_line_option")) > 5
    assert rows(database, "SELECT count(*) FROM sale_line WHERE pack_pieces > 1")[0][0] > 0
    deposits = "SELECT sum(qty_milli) FROM sale_line WHERE deposit = 1"
    goods = (
        "SELECT sum(l.qty_milli * l.pack_pieces) FROM sale_line l JOIN product p USING (product_id)"
        " WHERE json_extract(p.doc, '$.deposit_id') IS NOT NULL"
    )
    assert rows(database, deposits) == rows(database, goods) != [(None,)]
    priced = (
        "SELECT count(*) FROM sale_line l WHERE l.sold_by = 'piece' AND l.list_minor * 1000 != l.qty_milli *"
        " (l.unit_price_minor + (SELECT coalesce(sum(o.price_minor), 0) FROM sale_line_option o"
        " WHERE o.sale_id = l.sale_id AND o.line_id = l.line_id))"
    )
    assert rows(database, priced) == [(0,)]
    database.close()


def test_other_stores_have_what_all_stores_sell(tmp_path: Path) -> None:
    database, _ = seeded(f"sqlite:///{tmp_path / 'central.db'}", replace(SMALL, products=300, days=0))
    [(gift, scope)] = rows(
        database,
        """SELECT product_id, scope FROM product WHERE json_extract(doc, '$.names.zh_hans') = '中秋礼盒'""",
    )
    with database.read() as unit:
        found = elsewhere(unit, "S01", product_id=gift)
        sold = [catalog.products(unit, store, product_ids=[gift]) for store in ("S01", "S02", "S03")]
    database.close()

    assert scope == "*"
    assert [set(each) for each in sold] == [{gift}] * 3
    assert [row.store_id for row in found.rows] == ["S02", "S03"]
    # Nanjing Road West is over 4 km from Xujiahui and over 10 km from Wujiaochang.
    assert [row.distance_m // 1_000 for row in found.rows if row.distance_m] == [4, 10]
    assert all(row.free_milli > 0 for row in found.rows)
