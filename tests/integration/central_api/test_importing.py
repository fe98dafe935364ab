"""An owner's files: looked at first, all or nothing, and back again by batch."""

from pathlib import Path

import pytest

from central_api.catalog import service as catalog
from central_api.importing import service as importing
from central_api.importing.schemas import Kind, Outcome
from central_api.kit.database import Database
from central_api.kit.errors import ApiError, UsageError
from central_api.members import service as members
from central_api.members.schemas import Points
from central_api.stock import service as stock
from retail_core.wire.feed import ProductDoc, StaffDoc
from tests.integration.central_api.conftest import store_card
from tests.integration.central_api.shop_floor import store_docs

PRODUCTS = "SKU,Name,Category,Price,Tax rate,Barcode\nA1,红茶,茶,12.50,13%,6901234567892\nA2,绿茶,茶,9,9%,\n"


@pytest.fixture
def folder(tmp_path: Path, database: Database) -> Path:
    """A folder for files; the shop's own product has another barcode than theirs."""
    database.run(lambda unit: catalog.retire_product(unit, "p-milk"))
    return tmp_path


def take(
    database: Database, folder: Path, kind: Kind, text: str, *, apply: bool = True, store: str | None = "S01"
) -> Outcome:
    path = folder / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    return importing.import_file(database, path, kind=kind, store_id=store, apply=apply)


def products(database: Database) -> dict[str, ProductDoc]:
    with database.read() as unit:
        return catalog.products(unit, "S01", product_ids=["S01-A1", "S01-A2"])


def test_a_dry_run_counts_and_writes_nothing(database: Database, folder: Path) -> None:
    outcome = take(database, folder, "products", PRODUCTS, apply=False)

    assert (outcome.rows, outcome.new, outcome.problems, outcome.batch_id) == (2, 2, (), "")
    assert products(database) == {}


def test_applied_products_are_sold_with_their_price_tax_and_barcode(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    tea = products(database)["S01-A1"]

    assert (tea.price_minor, tea.tax_rate_bp, tea.barcodes, tea.initials.split()[0]) == (
        1_250,
        1_300,
        ("6901234567892",),
        "hc",
    )


def test_each_wrong_cell_is_named_and_nothing_is_written(database: Database, folder: Path) -> None:
    wrong = PRODUCTS + "A2,乌龙,茶,x,13%,6901234567891\n"
    outcome = take(database, folder, "products", wrong)

    assert [(item.row, item.column, item.code) for item in outcome.problems] == [
        (4, "Barcode", "cell.check_digit"),
        (4, "Price", "cell.amount"),
        (4, "SKU", "cell.twice"),
    ]
    assert products(database) == {}


def test_a_barcode_of_another_product_is_refused(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    outcome = take(database, folder, "products", PRODUCTS.replace("A1", "A7"))

    assert [item.code for item in outcome.problems] == ["cell.barcode_taken"]


def test_new_prices_leave_the_rest_as_it_is(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    take(database, folder, "prices", "SKU,Price\nA1,13.80\n")
    tea = products(database)["S01-A1"]

    assert (tea.price_minor, tea.names.zh_hans) == (1_380, "红茶")


def test_prices_of_unknown_products_are_refused(database: Database, folder: Path) -> None:
    outcome = take(database, folder, "prices", "SKU,Price\nNO,1\n")

    assert [(item.row, item.code) for item in outcome.problems] == [(2, "cell.unknown_sku")]


def test_undo_puts_prices_back_and_then_takes_the_products_out(database: Database, folder: Path) -> None:
    first = take(database, folder, "products", PRODUCTS)
    second = take(database, folder, "prices", "SKU,Price\nA1,13.80\n")

    assert importing.undo(database, second.batch_id) == "prices"
    assert products(database)["S01-A1"].price_minor == 1_250
    assert importing.undo(database, first.batch_id) == "products"
    assert products(database) == {}


def test_an_earlier_batch_waits_until_the_later_one_is_undone(database: Database, folder: Path) -> None:
    first = take(database, folder, "products", PRODUCTS)
    take(database, folder, "prices", "SKU,Price\nA1,13.80\n")

    with pytest.raises(ApiError, match=r"import\.not_newest"):
        importing.undo(database, first.batch_id)


def test_a_batch_is_undone_once(database: Database, folder: Path) -> None:
    batch = take(database, folder, "products", PRODUCTS).batch_id
    importing.undo(database, batch)

    with pytest.raises(ApiError, match=r"import\.undone_before"):
        importing.undo(database, batch)


def test_counted_stock_becomes_a_movement_and_undo_moves_back(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    take(database, folder, "stock", "SKU,On hand\nA1,24\n")
    later = take(database, folder, "stock", "SKU,On hand\nA1,20\n")

    def on_hand() -> int:
        with database.read() as unit:
            return stock.levels(unit, "S01", product_ids=["S01-A1"])[0].on_hand_milli

    assert on_hand() == 20_000
    importing.undo(database, later.batch_id)
    assert on_hand() == 24_000


def test_stock_of_several_stores_needs_a_store(database: Database, folder: Path) -> None:
    with pytest.raises(UsageError):
        take(database, folder, "stock", "SKU,On hand\nA1,24\n", store=None)


def test_staff_sign_in_by_role_and_undo_takes_them_out(database: Database, folder: Path) -> None:
    batch = take(database, folder, "staff", "Staff number,Name,Role,PIN\nC1,王晓,收银员,2468\n").batch_id
    told = StaffDoc.model_validate_json(store_docs(database, "staff")["S01-C1"])

    assert (told.name, told.role, "sell" in told.rights) == ("王晓", "cashier", True)
    importing.undo(database, batch)
    assert "S01-C1" not in store_docs(database, "staff")


def test_members_bring_their_points_along(database: Database, folder: Path) -> None:
    take(database, folder, "members", "Phone,Name,Tier,Points\n138 0000 1234,陈明,金卡,120\n")
    with database.read() as unit:
        found = members.find_by_phone(unit, "13800001234")

    assert found is not None
    assert (found.masked_name, found.tier, found.points, found.home_store) == ("陈**", "gold", 120, "S01")


def test_members_who_bought_something_stay(database: Database, folder: Path) -> None:
    batch = take(database, folder, "members", "Phone,Name\n13800001234,陈明\n").batch_id
    with database.write() as unit:
        found = members.find_by_phone(unit, "13800001234")
        assert found is not None
        members.give(unit, [Points(found.member_id, "sale-1", "earned", 5, "S01", 0, None)])

    with pytest.raises(ApiError, match=r"member\.has_history"):
        importing.undo(database, batch)


def test_a_second_store_joins_the_shop_and_brings_no_token(database: Database) -> None:
    assert (
        database.run(lambda unit: importing.create_shop(unit, 9, tenant_name="x", card=store_card("S03", 3)))
        is None
    )
    with pytest.raises(ApiError, match=r"store\.exists"):
        database.run(lambda unit: importing.create_shop(unit, 9, tenant_name="x", card=store_card("S03", 3)))
