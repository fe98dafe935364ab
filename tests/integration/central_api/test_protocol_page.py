"""docs/protocol.md is true: its examples are valid, its queries run on both databases, its tables exist."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.models import metadata
from central_api.models.catalog import campaign
from central_api.models.coupons import coupon
from central_api.models.orders import order_line, shop_order
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import facts
from retail_core.wire.facts import CouponUse, HandOverLine, OrderHandedOver, SalePerson
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.till import SOLD_MS, FakeTill, returned, sale

PAGE = (Path(__file__).parents[3] / "docs" / "protocol.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### `([a-z_.]+)` (\d+)\n(.*?)(?=^##)", PAGE, flags=re.MULTILINE | re.DOTALL)
EXAMPLES = {
    (name, int(version)): re.findall(r"```json\n(.*?)```", section, flags=re.DOTALL)
    for name, version, section in SECTIONS
}
QUERIES = dict(re.findall(r"```sql\n-- name: (\w+)\n(.*?)```", PAGE, flags=re.DOTALL))


def test_every_entry_type_has_an_example() -> None:
    assert set(EXAMPLES) == set(facts.BODIES)


@pytest.mark.parametrize("kind", sorted(EXAMPLES), ids=lambda kind: kind[0])
def test_an_example_is_what_its_type_says(kind: tuple[str, int]) -> None:
    body = facts.BODIES[kind].model_validate_json(EXAMPLES[kind][0])
    assert json.loads(body.model_dump_json()) == json.loads(EXAMPLES[kind][0])


def test_the_examples_personal_part_is_one() -> None:
    [_, personal] = EXAMPLES[facts.SALE_COMPLETED, 1]
    assert SalePerson.model_validate_json(personal).masked_name == "李**"


def test_every_table_is_named() -> None:
    listed = PAGE[PAGE.index("## Tables") : PAGE.index("## Five queries")]
    assert set(re.findall(r"`([a-z_]+)`", listed)) == set(metadata.tables)


def test_there_are_five_queries() -> None:
    assert list(QUERIES) == ["sales", "tenders", "stock", "coupons", "hand_overs"]


@pytest.fixture
def day(database: Database, till: FakeTill, caller: Caller) -> Database:
    """A database after two sales, one of them with a coupon, a piece that came back, and one hand-over."""
    database.run(_prepare)
    use = CouponUse(coupon_id="cp-1", campaign_id="c-1", amount_minor=100, mode="online", hold_id=None)
    gone = OrderHandedOver(
        hand_over_id="h-1",
        order_id="o-1",
        shift_id="shift-1",
        business_day="2025-11-24",
        means="code",
        evidence="",
        value_minor=1_300,
        currency="CNY",
        lines=(HandOverLine(line_id="1", product_id="p-milk", qty_milli=2_000),),
    )
    entries = [
        till.state(facts.SALE_COMPLETED, sale("sale-1", number=1)),
        till.state(facts.SALE_COMPLETED, sale("sale-2", number=2, coupons=(use,))),
        till.state(facts.ORDER_HANDED_OVER, gone),
        till.state(facts.SALE_COMPLETED, returned(sale("sale-1"), pieces=1, number=3)),
    ]
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries))).receipt
    assert (receipt.acked_through, receipt.parked) == (4, 0)
    return database


def _prepare(unit: Unit) -> None:
    unit.conn.execute(
        campaign.insert().values(campaign_id="c-1", number=1, scope="*", name="x", kind="amount", doc="{}")
    )
    unit.conn.execute(
        coupon.insert().values(
            coupon_id="cp-1",
            campaign_id="c-1",
            serial="00" * 8,
            state="issued",
            flags=0,
            value_minor=100,
            issued_ms=1,
            starts_ms=1,
            expires_ms=SOLD_MS * 2,
        )
    )
    unit.conn.execute(
        shop_order.insert().values(
            order_id="o-1",
            number="A001",
            store_id="S01",
            channel="app",
            state="ready",
            masked_name="李**",
            phone_last4="0000",
            total_minor=1_300,
            currency="CNY",
            placed_ms=NOW_MS,
            promised_ms=NOW_MS,
            shelf="A-1",
            secret_sha256="00" * 32,
            pickup_code="",
        )
    )
    unit.conn.execute(
        order_line.insert().values(
            order_id="o-1",
            line_id="1",
            position=1,
            product_id="p-milk",
            name="x",
            qty_milli=2_000,
            total_minor=1,
        )
    )
    stock.move(unit, [Movement("S01", "p-milk", 10_000, 2_000, "import", "b", "1", 1)])
    stock.settle(unit)


def rows(database: Database, name: str) -> list[tuple[Any, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(QUERIES[name]))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sales", [("S01-T01", 3, 1950, 650)]),
        ("tenders", [("S01-T01", "cash", 3, 1950, 650)]),
        ("stock", [("S01-T01", "S01", "p-milk", 4, -5000, 5000, 0)]),
        ("coupons", [("S01-T01", "c-1", "cp-1", "S01-T01-000002")]),
        ("hand_overs", [("S01-T01", "o-1", "A001", 1300, 1)]),
    ],
)
def test_the_queries_say_what_happened_on_both_databases(
    day: Database, name: str, expected: list[tuple[object, ...]]
) -> None:
    assert rows(day, name) == expected
