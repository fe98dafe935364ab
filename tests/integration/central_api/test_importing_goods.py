"""An owner's files for the kinds of goods: variants, deposits, take-away rates, packs and options."""

from pathlib import Path

import pytest

from central_api.catalog import service as catalog
from central_api.importing import service as importing
from central_api.importing.reader import write_template
from central_api.importing.schemas import Kind, Outcome
from central_api.kit.database import Database
from retail_core.wire.feed import ProductDoc

PRODUCTS = (
    "SKU,Name,Category,Price,Tax rate,Barcode,Take-away tax rate,"
    "Style,Size,Colour,Is a deposit,SKU of its deposit,Sold by\n"
    "TEA,红茶,茶,20,6%,,13%,,,,,,\n"
    "BEER,啤酒,酒,12.90,13%,6901234567892,,,,,,BOTTLE,\n"
    "BOTTLE,瓶押金,酒,0.50,0%,,,,,,yes,,\n"
    "SHIRT-S,衬衫 白 S,衣,99,13%,,,衬衫,S,白,,,\n"
    "SHIRT-M,衬衫 白 M,衣,99,13%,,,衬衫,M,白,,,\n"
    "APPLE,苹果,果,12.80,9%,,,,,,,,weight\n"
)
PACKS = "SKU,Pack name,Barcode,Pieces,Price,Gold price\nBEER,整箱12瓶,16901234567899,12,139,129\n"
OPTIONS = (
    "SKU,Option group,At least,At most,Option,Extra price,Preset,English option\n"
    "TEA,杯型,1,1,中杯,,yes,Medium\n"
    "TEA,杯型,1,1,大杯,3,,Large\n"
    "TEA,加料,0,2,珍珠,2,,Pearls\n"
    "TEA,加料,0,2,布丁,3,,\n"
)


@pytest.fixture
def folder(tmp_path: Path, database: Database) -> Path:
    database.run(lambda unit: catalog.retire_product(unit, "p-milk"))
    return tmp_path


def take(
    database: Database, folder: Path, kind: Kind, text: str, *, apply: bool = True, store: str | None = "S01"
) -> Outcome:
    path = folder / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    return importing.import_file(database, path, kind=kind, store_id=store, apply=apply)


def product(database: Database, sku: str) -> ProductDoc:
    with database.read() as unit:
        return catalog.products(unit, "S01", product_ids=[f"S01-{sku}"])[f"S01-{sku}"]


def wrong(outcome: Outcome) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, each.code) for each in outcome.problems]


def test_products_bring_their_deposit_their_rate_and_their_place(database: Database, folder: Path) -> None:
    assert take(database, folder, "products", PRODUCTS).problems == ()

    assert product(database, "TEA").away_tax_rate_bp == 1_300
    assert product(database, "BOTTLE").deposit
    assert product(database, "BEER").deposit_id == "S01-BOTTLE"
    small, medium = product(database, "SHIRT-S").variant, product(database, "SHIRT-M").variant
    assert small is not None
    assert medium is not None
    assert (small.style_id, small.style.zh_hans, small.size, small.colour.zh_hans) == (
        medium.style_id,
        "衬衫",
        "S",
        "白",
    )


def test_a_column_that_a_file_does_not_have_leaves_what_is_known(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    take(database, folder, "packs", PACKS)
    plain = "SKU,Name,Category,Price,Tax rate,Barcode\nBEER,啤酒 500ml,酒,13.90,13%,6901234567892\n"
    assert take(database, folder, "products", plain).problems == ()
    beer = product(database, "BEER")

    assert (beer.names.zh_hans, beer.price_minor, beer.deposit_id) == ("啤酒 500ml", 1_390, "S01-BOTTLE")
    assert [pack.pieces for pack in beer.packs] == [12]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("NEW,新,茶,1,13%,,,,,,,TEA,", (8, "SKU of its deposit", "cell.deposit_sku")),
        ("NEW,新,茶,1,13%,,,,,,,GONE,", (8, "SKU of its deposit", "cell.deposit_sku")),
        ("NEW,新,茶,1,13%,,,,,,,BOTTLE,weight", (8, "SKU of its deposit", "cell.deposit_sku")),
        ("NEW,新,茶,1,13%,,x,,,,,,", (8, "Take-away tax rate", "cell.tax")),
        ("NEW,新,茶,1,13%,,,,S,,,,", (8, "Size", "cell.no_style")),
        ("NEW,新,茶,1,13%,,,衬衫,,,,,", (8, "Style", "cell.no_place")),
        ("NEW,新,茶,1,13%,,,衬衫,S,白,,,", (8, "Style", "cell.place_taken")),
    ],
)
def test_what_cannot_be_is_named_and_nothing_is_written(
    database: Database, folder: Path, row: str, found: tuple[int, str, str]
) -> None:
    outcome = take(database, folder, "products", PRODUCTS + row + "\n")

    assert (wrong(outcome), outcome.batch_id) == ([found], "")


def test_packs_are_looked_at_then_written_and_taken_back(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    looked = take(database, folder, "packs", PACKS, apply=False)
    assert (looked.changed, looked.problems, product(database, "BEER").packs) == (1, (), ())
    batch = take(database, folder, "packs", PACKS).batch_id
    [case] = product(database, "BEER").packs
    assert (case.barcode, case.names.zh_hans, case.pieces, case.price_minor, case.tier_prices) == (
        "16901234567899",
        "整箱12瓶",
        12,
        13_900,
        {"gold": 12_900},
    )
    assert importing.undo(database, batch) == "packs"
    assert product(database, "BEER").packs == ()


def test_the_rows_of_a_sku_are_all_its_packs(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    take(database, folder, "packs", PACKS)
    six = "SKU,Pack name,Barcode,Pieces,Price\nBEER,6瓶装,16901234567899,6,72\n"
    take(database, folder, "packs", six)
    assert [pack.pieces for pack in product(database, "BEER").packs] == [6]
    take(database, folder, "packs", "SKU,Pack name,Barcode,Pieces,Price\nBEER,,,0,\n")
    assert product(database, "BEER").packs == ()


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("GONE,箱,16901234567899,12,1", (2, "SKU", "cell.unknown_sku")),
        ("APPLE,箱,16901234567899,12,1", (2, "SKU", "cell.weighed")),
        ("BEER,箱,6901234567892,12,1", (2, "Barcode", "cell.barcode_taken")),
        ("BEER,箱,16901234567898,12,1", (2, "Barcode", "cell.check_digit")),
        ("BEER,箱,,12,1", (2, "Barcode", "cell.barcode")),
        ("BEER,箱,16901234567899,1,1", (2, "Pieces", "cell.pieces")),
        ("BEER,箱,16901234567899,12,x", (2, "Price", "cell.amount")),
    ],
)
def test_a_pack_that_cannot_be_is_named(
    database: Database, folder: Path, row: str, found: tuple[int, str, str]
) -> None:
    take(database, folder, "products", PRODUCTS)
    outcome = take(database, folder, "packs", f"SKU,Pack name,Barcode,Pieces,Price\n{row}\n")

    assert (wrong(outcome), outcome.batch_id) == ([found], "")


def test_a_packs_barcode_is_not_given_to_a_product(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    take(database, folder, "packs", PACKS)
    for sku in ("TEA", "BEER"):
        text = f"SKU,Name,Category,Price,Tax rate,Barcode\n{sku},x,茶,1,13%,16901234567899\n"
        assert wrong(take(database, folder, "products", text)) == [(2, "Barcode", "cell.barcode_taken")]


def test_options_are_written_and_taken_back(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    batch = take(database, folder, "options", OPTIONS).batch_id
    cup, extras = product(database, "TEA").options
    assert (cup.names.zh_hans, cup.least, cup.most) == ("杯型", 1, 1)
    assert [(each.names.en, each.price_minor, each.preset) for each in cup.options] == [
        ("Medium", 0, True),
        ("Large", 300, False),
    ]
    assert [(each.names.en, each.price_minor) for each in extras.options] == [("Pearls", 200), ("布丁", 300)]
    importing.undo(database, batch)
    assert product(database, "TEA").options == ()


def test_several_products_get_the_same_options_and_the_same_ids(database: Database, folder: Path) -> None:
    take(database, folder, "products", PRODUCTS)
    take(database, folder, "options", OPTIONS.replace("TEA,", "TEA BEER,"))
    assert product(database, "TEA").options == product(database, "BEER").options != ()
    take(database, folder, "options", "SKU,Option group,Option\nBEER,,\n")
    assert product(database, "BEER").options == ()
    assert len(product(database, "TEA").options) == 2


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("GONE,杯型,1,1,中杯,,", (2, "SKU", "cell.unknown_sku")),
        ("APPLE,杯型,1,1,中杯,,", (2, "SKU", "cell.weighed")),
        ("TEA,杯型,2,1,中杯,,", (2, "At most", "cell.most_below_least")),
        ("TEA,杯型,2,2,中杯,,", (2, "Option group", "cell.group_size")),
        ("TEA,杯型,0,1,中杯,,yes\nTEA,杯型,0,1,大杯,,yes", (2, "Option group", "cell.too_many_presets")),
        ("TEA,杯型,0,1,中杯,,\nTEA,杯型,0,2,大杯,,", (3, "At most", "cell.group_differs")),
        ("TEA,杯型,0,1,中杯,,\nTEA,杯型,0,1,中杯,,", (3, "Option", "cell.twice")),
        ("TEA,杯型,0,1,,,", (2, "Option", "cell.length")),
        ("TEA,杯型,0,1,中杯,-1,", (2, "Extra price", "cell.amount")),
    ],
)
def test_options_that_cannot_be_are_named(
    database: Database, folder: Path, rows: str, found: tuple[int, str, str]
) -> None:
    take(database, folder, "products", PRODUCTS)
    head = "SKU,Option group,At least,At most,Option,Extra price,Preset\n"
    outcome = take(database, folder, "options", f"{head}{rows}\n")

    assert (wrong(outcome), outcome.batch_id) == ([found], "")


@pytest.mark.parametrize(("kind", "text"), [("packs", PACKS), ("options", OPTIONS)])
def test_a_file_for_one_store_leaves_the_products_of_the_chain(
    database: Database, folder: Path, kind: Kind, text: str
) -> None:
    take(database, folder, "products", PRODUCTS, store=None)
    outcome = take(database, folder, kind, text)
    assert {each.code for each in outcome.problems} == {"cell.chain_product"}


@pytest.mark.parametrize("kind", ["packs", "options"])
def test_the_filled_in_template_is_read(database: Database, folder: Path, kind: Kind) -> None:
    write_template(folder / "products.xlsx", "products", language=0)
    write_template(folder / f"{kind}.xlsx", kind, language=2)
    products = importing.import_file(
        database, folder / "products.xlsx", kind="products", store_id="S01", apply=True
    )
    outcome = importing.import_file(database, folder / f"{kind}.xlsx", kind=kind, store_id="S01", apply=True)
    assert (products.problems, outcome.problems, outcome.changed) == ((), (), 1)


def test_a_file_says_what_is_kept_by_batch_and_what_has_serial_numbers(
    database: Database, folder: Path
) -> None:
    header = "sku,name,category,price,tax,dated,serials\n"
    text = header + "MILK,牛奶,奶,1,13%,保质期,\nPHONE,手机,电,1,13%,,yes\n"
    assert take(database, folder, "products", text).problems == ()
    found = [product(database, sku) for sku in ("MILK", "PHONE")]
    assert [(each.dated, each.serials) for each in found] == [("use_by", False), ("", True)]
    take(database, folder, "products", "sku,name,category,price,tax\nPHONE,手机 2,电,1,13%\n")
    assert product(database, "PHONE").serials


def test_a_file_says_what_a_piece_costs_and_an_empty_cell_that_nobody_knows(
    database: Database, folder: Path
) -> None:
    text = (
        "sku,name,category,price,tax,cost\nTEA,红茶,茶,20,6%,7.25\nMILK,牛奶,奶,5,13%,\nBAD,坏,奶,5,13%,-1\n"
    )
    assert wrong(take(database, folder, "products", text)) == [(4, "cost", "cell.amount")]
    take(database, folder, "products", "\n".join(text.splitlines()[:3]))
    assert [product(database, sku).cost_minor for sku in ("TEA", "MILK")] == [725, None]
    take(database, folder, "products", "sku,name,category,price,tax\nTEA,红茶 2,茶,21,6%\n")
    assert product(database, "TEA").cost_minor == 725


def test_a_wrong_kind_of_date_is_named(database: Database, folder: Path) -> None:
    text = (
        "sku,name,category,price,tax,dated,serials,sold_by\nA,a,奶,1,13%,soon,,\nB,b,奶,1,13%,,yes,weight\n"
    )
    assert wrong(take(database, folder, "products", text)) == [
        (2, "dated", "cell.dated"),
        (3, "serials", "cell.no_pieces"),
    ]
