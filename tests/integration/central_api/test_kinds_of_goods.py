"""Options, packs and deposits on the server: sold, ordered, handed over, priced online; on both databases."""

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import zstandard
from sqlalchemy import text

from central_api.catalog import service as catalog
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import facts, order_facts
from retail_core.wire.base import Names
from retail_core.wire.facts import HandOverLine, LineOption, OrderHandedOver, OrderHandOverUndone
from retail_core.wire.feed import OptionDoc, OptionGroupDoc, PackDoc, ProductDoc
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder, PriceRequest, WantedOption
from tests.integration.central_api.conftest import product
from tests.integration.central_api.shop_floor import MEMBER, apply, context, set_up_floor
from tests.integration.central_api.till import FakeTill, line, sale


def _names(name: str) -> Names:
    return Names(zh_hans=name, zh_hant=name, en=name)


def _group(group_id: str, least: int, most: int, *options: tuple[str, int, bool]) -> OptionGroupDoc:
    return OptionGroupDoc(
        group_id=group_id,
        names=_names(group_id),
        least=least,
        most=most,
        options=tuple(
            OptionDoc(option_id=option_id, names=_names(option_id), price_minor=minor, preset=preset)
            for option_id, minor, preset in options
        ),
    )


def _goods() -> list[ProductDoc]:
    plain = product()
    latte = plain.model_copy(
        update={
            "product_id": "p-latte",
            "sku": "LATTE",
            "price_minor": 2_800,
            "tier_prices": {"gold": 2_500},
            "barcodes": (),
            "options": (
                _group("cup", 1, 1, ("medium", 0, True), ("large", 300, False)),
                _group("extras", 0, 2, ("shot", 400, False), ("oat", 500, False)),
            ),
        }
    )
    pack = PackDoc(
        pack_id="water-24",
        barcode="16901234500019",
        names=_names("整箱24瓶"),
        pieces=24,
        price_minor=4_000,
        tier_prices={"gold": 3_800},
    )
    water = plain.model_copy(
        update={
            "product_id": "p-water",
            "sku": "WATER",
            "names": _names("矿泉水"),
            "price_minor": 200,
            "tier_prices": {},
            "barcodes": ("6901234500012",),
            "packs": (pack,),
            "deposit_id": "p-bottle",
        }
    )
    bottle = plain.model_copy(
        update={
            "product_id": "p-bottle",
            "sku": "BOTTLE",
            "names": _names("瓶押金"),
            "price_minor": 50,
            "tier_prices": {},
            "barcodes": (),
            "tax_rate_bp": 0,
            "deposit": True,
        }
    )
    return [latte, water, bottle]


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    def fill(unit: Unit) -> None:
        set_up_floor(unit)
        catalog.put_products(unit, "*", docs=_goods())
        stock.move(
            unit,
            [
                Movement("S01", "p-water", 100_000, 0, stock.RECEIPT, "r2", "1", unit.now_ms),
                Movement("S01", "p-latte", 50_000, 0, stock.RECEIPT, "r2", "2", unit.now_ms),
            ],
        )
        stock.settle(unit)

    database.run(fill)


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


CASE = line("w", product_id="p-water", qty_milli=1_000, unit_minor=4_000).model_copy(
    update={"name": "矿泉水 整箱24瓶", "pack_id": "water-24", "pack_pieces": 24}
)
DEPOSIT = line("w-d", product_id="p-bottle", qty_milli=24_000, unit_minor=50).model_copy(
    update={"deposit": True}
)
DRINK = line("l", product_id="p-latte", qty_milli=1_000, unit_minor=2_800).model_copy(
    update={
        "options": (
            LineOption(group_id="cup", option_id="large", name="大杯", price_minor=300),
            LineOption(group_id="extras", option_id="shot", name="加浓缩", price_minor=400),
        ),
        "list_minor": 3_500,
        "total_minor": 3_500,
        "net_minor": 3_097,
        "tax_minor": 403,
    }
)


def test_a_sale_of_a_case_and_a_drink_stands_in_rows(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    body = sale("s1", CASE, DEPOSIT, DRINK)
    batch = till.batch([till.state(facts.SALE_COMPLETED, body)])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))

    assert rows(
        database,
        "SELECT product_id, qty_milli, pack_id, pack_pieces, deposit, list_minor FROM sale_line"
        " ORDER BY position",
    ) == [
        ("p-water", 1_000, "water-24", 24, 0, 4_000),
        ("p-bottle", 24_000, "", 1, 1, 1_200),
        ("p-latte", 1_000, "", 1, 0, 3_500),
    ]
    assert rows(
        database,
        "SELECT line_id, position, group_id, option_id, name, price_minor FROM sale_line_option"
        " ORDER BY position",
    ) == [("l", 1, "cup", "large", "大杯", 300), ("l", 2, "extras", "shot", "加浓缩", 400)]
    assert rows(database, "SELECT kind FROM entry_exception") == []


def test_a_case_takes_its_pieces_off_the_stock_and_a_deposit_nothing(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    batch = till.batch([till.state(facts.SALE_COMPLETED, sale("s1", CASE, DEPOSIT))])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))

    levels = "SELECT product_id, on_hand_milli FROM stock_level WHERE product_id LIKE 'p-%' ORDER BY 1"
    assert rows(database, levels) == [("p-latte", 50_000), ("p-milk", 10_000), ("p-water", 76_000)]


@pytest.mark.parametrize(
    "sold",
    [
        CASE.model_copy(update={"unit_price_minor": 200}),
        CASE.model_copy(update={"pack_id": "water-6"}),
        DRINK.model_copy(
            update={"options": (LineOption(group_id="cup", option_id="large", name="大杯", price_minor=0),)}
        ),
        DRINK.model_copy(
            update={"options": (LineOption(group_id="cup", option_id="huge", name="超大", price_minor=300),)}
        ),
    ],
    ids=["a case for a bottle's price", "an unknown pack", "a free option", "an unknown option"],
)
def test_a_price_that_the_catalog_does_not_have_is_looked_at(
    database: Database, till: FakeTill, caller: Caller, sold: facts.SaleLine
) -> None:
    batch = till.batch([till.state(facts.SALE_COMPLETED, sale("s1", sold))])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))

    assert rows(database, "SELECT kind FROM entry_exception") == [("sale.price_differs",)]


def priced(database: Database, *items: OrderItem, member_id: str | None = None) -> dict[str, Any]:
    request = PriceRequest(store_id="S01", items=items, member_id=member_id)
    return dict(database.run(lambda unit: shop.price(unit, request)).priced)


def _drink(*options: tuple[str, str], pieces: int = 1) -> OrderItem:
    wanted = tuple(WantedOption(group_id=group, option_id=option) for group, option in options)
    return OrderItem(product_id="p-latte", qty_milli=1_000 * pieces, options=wanted or None)


def _case(cases: int = 1) -> OrderItem:
    return OrderItem(product_id="p-water", qty_milli=1_000 * cases, pack_id="water-24")


def test_items_are_priced_by_the_catalog_with_options_packs_and_deposits(database: Database) -> None:
    large = _drink(("cup", "large"), ("extras", "oat"))
    # 28 + 3 + 5; a case of 40; 24 deposits of 0.50.
    assert priced(database, large, _case())["total_minor"] == 3_600 + 4_000 + 1_200
    # A member: 25 + 8; a case of 38.
    assert priced(database, large, _case(), member_id=MEMBER)["total_minor"] == 3_300 + 3_800 + 1_200


def test_a_drink_without_a_choice_is_made_as_usual(database: Database) -> None:
    assert priced(database, _drink())["total_minor"] == 2_800


@pytest.mark.parametrize(
    ("item", "status", "code", "detail"),
    [
        (_drink(("cup", "medium"), ("cup", "large")), 422, "order.options", "cup"),
        (_drink(("extras", "shot")), 422, "order.options", "cup"),
        (_drink(("cup", "huge")), 422, "order.options", "p-latte"),
        (
            OrderItem(product_id="p-water", qty_milli=1_000, pack_id="water-6"),
            404,
            "product.unknown_pack",
            "water-6",
        ),
        (OrderItem(product_id="p-gone", qty_milli=1_000), 404, "product.unknown", "p-gone"),
    ],
)
def test_what_cannot_be_chosen_is_refused(
    database: Database, item: OrderItem, status: int, code: str, detail: str
) -> None:
    with pytest.raises(ApiError) as refused:
        priced(database, item)
    assert (refused.value.status, refused.value.code, refused.value.detail) == (status, code, detail)


def test_either_a_basket_or_items_are_priced(database: Database) -> None:
    with pytest.raises(ApiError, match=r"pricing.bad_basket"):
        database.run(lambda unit: shop.price(unit, PriceRequest(store_id="S01")))


def test_a_basket_that_pricing_refuses_is_told_with_the_reason(database: Database) -> None:
    basket: dict[str, Any] = {
        "currency": "CNY",
        "lines": [
            {
                "line_id": "1",
                "product_id": "p-latte",
                "name": "x",
                "category_id": "c",
                "qty_milli": 500,
                "sold_by": "weight",
                "unit_price_minor": 100,
                "tax_rate_bp": 0,
                "options_price_minor": 100,
            }
        ],
    }
    with pytest.raises(ApiError) as refused:
        database.run(lambda unit: shop.price(unit, PriceRequest(store_id="S01", basket=basket)))
    assert (refused.value.status, refused.value.detail) == (422, "pricing.options_by_weight")


def place(database: Database, *items: OrderItem) -> OrderPlaced:
    request = PlaceOrder(request_id="r1", store_id="S01", member_id=MEMBER, items=items)
    return database.run(lambda unit: shop.place_order(unit, request))


def _level(database: Database) -> tuple[int, int]:
    with database.read() as unit:
        [found] = stock.levels(unit, "S01", product_ids=["p-water"])
    return found.on_hand_milli, found.committed_milli


def test_an_order_of_a_case_keeps_its_pieces_and_hands_them_over(database: Database) -> None:
    order = place(database, _case(2), OrderItem(product_id="p-water", qty_milli=3_000)).order
    assert [(each.name, each.qty_milli, each.pack_pieces, each.deposit) for each in order.lines] == [
        ("矿泉水 整箱24瓶", 2_000, 24, False),
        ("瓶押金", 48_000, 1, True),
        ("矿泉水", 3_000, 1, False),
        ("瓶押金", 3_000, 1, True),
    ]
    assert order.total_minor == 7_600 + 2_400 + 600 + 150
    assert _level(database) == (100_000, 51_000)
    fact = OrderHandedOver(
        hand_over_id="h1",
        order_id=order.order_id,
        shift_id="shift-1",
        business_day="2025-11-24",
        means="code",
        evidence="ab" * 16,
        value_minor=order.total_minor,
        currency="CNY",
        lines=tuple(
            HandOverLine(
                line_id=each.line_id,
                product_id=each.product_id,
                qty_milli=each.qty_milli,
                pack_pieces=each.pack_pieces,
            )
            for each in order.lines
            if not each.deposit
        ),
    )
    apply(
        database,
        lambda unit: orders.apply(unit, context("e-h1"), kind=order_facts.ORDER_HANDED_OVER, body=fact),
    )
    assert _level(database) == (49_000, 0)
    undone = OrderHandOverUndone(hand_over_id="h1", order_id=order.order_id)
    apply(
        database,
        lambda unit: orders.apply(
            unit, context("e-undo"), kind=order_facts.ORDER_HAND_OVER_UNDONE, body=undone
        ),
    )
    assert _level(database) == (100_000, 51_000)
    database.run(lambda unit: orders.cancel(unit, order.order_id))
    assert _level(database) == (100_000, 0)


def test_an_order_says_what_was_chosen(database: Database) -> None:
    order = place(database, _drink(("cup", "large"), ("extras", "shot"), pieces=2)).order
    [drink] = order.lines
    assert [(option.name, option.price_minor) for option in drink.options] == [("large", 300), ("shot", 400)]
    assert drink.total_minor == 2 * (2_500 + 700)


def test_the_catalog_file_finds_a_pack_by_its_barcode(database: Database, tmp_path: Path) -> None:
    manifest = catalog.manifest(database, "S01")
    with database.read() as unit:
        packed = catalog.file_content(unit, "S01", version=manifest.version)
    plain = zstandard.ZstdDecompressor().decompress(packed)
    assert hashlib.sha256(plain).hexdigest() == manifest.sha256
    path = tmp_path / "catalog.db"
    path.write_bytes(plain)
    opened = sqlite3.connect(path)
    query = "SELECT product_id FROM barcode JOIN product USING (num) WHERE code = '16901234500019'"
    assert opened.execute(query).fetchall() == [("p-water",)]
    opened.close()
