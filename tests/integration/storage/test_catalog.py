from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.errors import StorageError
from retail_core.wire.feed import Change, FeedPage
from tests.fakes import NOON_MS
from tests.goods_shop import stock_goods
from tests.till_shop import CATALOG, Till, open_shop, product_doc, write_catalog


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        yield shop


def _page(*changes: Change, reset: bool = False) -> FeedPage:
    return FeedPage(
        feed="catalog",
        changes=changes,
        next="c2",
        more=False,
        reset=reset,
        applied_through=0,
        server_ms=NOON_MS,
    )


def _product(product_id: str, price_minor: int, **others: object) -> Change:
    return Change(kind="product", key=product_id, doc=product_doc(product_id, price_minor, **others))  # type: ignore[arg-type]  # JSON


def test_a_product_is_found_by_its_exact_barcode(till: Till) -> None:
    assert [found.product_id for found in till.data.catalog.by_code("6901234567892")] == ["latte"]


def test_a_part_of_a_barcode_finds_nothing(till: Till) -> None:
    assert till.data.catalog.by_code("690123456789") == ()


def test_a_product_is_found_by_its_whole_sku_only(till: Till) -> None:
    assert [found.product_id for found in till.data.catalog.by_code("SKU-cake")] == ["cake"]
    assert till.data.catalog.by_code("SKU-cak") == ()


def test_several_products_may_carry_one_code(till: Till) -> None:
    assert [found.product_id for found in till.data.catalog.by_code("5901234123457")] == ["twin_a", "twin_b"]


def test_search_finds_names_and_initials_and_shows_best_sellers_first(till: Till) -> None:
    assert [found.product_id for found in till.data.catalog.search("商品", limit=2)] == ["latte", "cake"]
    assert till.data.catalog.search("sp", limit=10)[0].product_id == "latte"
    assert [found.product_id for found in till.data.catalog.search("cake", limit=10)] == ["cake"]


def test_search_for_nothing_finds_nothing(till: Till) -> None:
    assert till.data.catalog.search(' "*^ ', limit=10) == ()


def test_best_sellers_come_before_the_rest(till: Till) -> None:
    assert [found.product_id for found in till.data.catalog.favourites(None, limit=3)] == [
        "latte",
        "cake",
        "apple",
    ]


def test_a_page_changes_prices_and_the_version(till: Till) -> None:
    before = till.data.catalog.version
    current = till.data.catalog_files.current()
    assert current is not None
    current.apply_page(_page(_product("latte", 2_900, barcodes=["6901234567892"])))
    assert till.data.catalog.by_code("6901234567892")[0].price_minor == 2_900
    assert current.cursor() == "c2"
    assert till.data.catalog.version != before


def test_a_product_that_is_gone_is_not_found_any_more(till: Till) -> None:
    current = till.data.catalog_files.current()
    assert current is not None
    current.apply_page(_page(Change(kind="product", key="cake", doc=None)))
    assert till.data.catalog.by_code("4006381333931") == ()
    assert till.data.catalog.search("cake", limit=10) == ()


def test_a_document_that_cannot_be_read_does_not_block_the_others(till: Till) -> None:
    current = till.data.catalog_files.current()
    assert current is not None
    bad = Change(kind="product", key="latte", doc={"product_id": "latte"})
    current.apply_page(_page(bad, _product("tea", 900)))
    assert till.product("tea").price_minor == 900
    assert till.product("latte").price_minor == 2_800


def test_a_reset_page_asks_for_a_new_file_and_changes_nothing(till: Till) -> None:
    current = till.data.catalog_files.current()
    assert current is not None
    with pytest.raises(StorageError) as refused:
        current.apply_page(_page(reset=True))
    assert refused.value.code == "catalog.reset"
    assert till.data.catalog.state().products == 5


def test_readers_move_over_to_a_new_file_and_the_old_one_goes(till: Till, tmp_path: Path) -> None:
    files = till.data.catalog_files
    unpacked = files.temporary_path("v2")
    write_catalog(unpacked, [*CATALOG, _product("tea", 900)], version="v2")
    files.stage("v2", unpacked, expected_products=6)
    assert till.data.catalog.by_id("tea") is None
    files.activate("v2")
    assert till.product("tea").price_minor == 900
    files.remove_old()
    assert [path.name for path in sorted((tmp_path / "data").glob("catalog-*.db"))] == ["catalog-v2.db"]


def test_the_current_catalog_is_remembered(tmp_path: Path) -> None:
    with open_shop(tmp_path):
        pass
    with open_shop(tmp_path) as shop:
        assert shop.data.catalog.state().version == "v1"
        assert shop.data.catalog.state().complete


def test_a_file_that_is_no_catalog_is_refused(till: Till) -> None:
    unpacked = till.data.catalog_files.temporary_path("v9")
    unpacked.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StorageError) as refused:
        till.data.catalog_files.stage("v9", unpacked, expected_products=1)
    assert refused.value.code == "catalog.unreadable"


@pytest.mark.parametrize("version", ["../v1", "", "a/b", "v" * 65])
def test_a_version_that_is_no_file_name_is_refused(till: Till, version: str) -> None:
    with pytest.raises(StorageError) as refused:
        till.data.catalog_files.temporary_path(version)
    assert refused.value.code == "catalog.bad_version"


def _shirt(size: str, colour: str, **others: object) -> Change:
    names = {"zh_hans": colour, "zh_hant": colour, "en": colour}
    style = {"zh_hans": "衬衫", "zh_hant": "襯衫", "en": "Shirt"}
    variant = {"style_id": "shirt", "style": style, "size": size, "colour": names}
    return _product(f"shirt-{size}-{colour}", 9_900, category_id="clothes", variant=variant, **others)


def _bring(till: Till, *changes: Change) -> None:
    current = till.data.catalog_files.current()
    assert current is not None
    # Another cursor each time: lists of tiles are kept as long as the catalog stays the same.
    cursor = f"{current.cursor()}+"
    current.apply_page(_page(*changes).model_copy(update={"next": cursor}))


def test_a_style_has_one_place_among_the_goods_and_its_best_seller_stands_for_it(till: Till) -> None:
    _bring(till, _shirt("S", "white"), _shirt("M", "white"), _shirt("L", "blue"))
    catalog = till.data.catalog
    assert [found.product_id for found in catalog.favourites("clothes", limit=10)] == ["shirt-S-white"]
    _bring(till, _shirt("L", "blue", favourite=3))
    assert [found.product_id for found in catalog.favourites("clothes", limit=10)] == ["shirt-L-blue"]
    _bring(till, _shirt("M", "white", favourite=2))
    assert [found.product_id for found in catalog.favourites("clothes", limit=10)] == ["shirt-M-white"]
    assert [found.product_id for found in catalog.style("shirt")] == [
        "shirt-S-white",
        "shirt-M-white",
        "shirt-L-blue",
    ]


def test_each_variant_is_found_by_its_name(till: Till) -> None:
    _bring(till, _shirt("S", "white"), _shirt("M", "white"))
    found = till.data.catalog.search("商品", limit=50)
    assert {"shirt-S-white", "shirt-M-white"} <= {each.product_id for each in found}


def test_a_product_comes_out_of_the_file_as_it_went_in(till: Till) -> None:
    stock_goods(till)
    mocha, water = till.product("mocha"), till.product("water")
    assert [(group.group_id, group.least, group.most) for group in mocha.options] == [
        ("cup", 1, 1),
        ("heat", 1, 1),
        ("extras", 0, 2),
    ]
    assert [(option.option_id, option.price_minor, option.preset) for option in mocha.options[0].options] == [
        ("medium", 0, True),
        ("large", 300, False),
    ]
    assert mocha.away_tax_rate_bp == 600
    [case] = water.packs
    assert (case.pack_id, case.pieces, case.price_minor, case.tier_prices) == (
        "water-24",
        24,
        4_000,
        {"gold": 3_800},
    )
    assert (water.deposit_id, till.product("bottle").deposit) == ("bottle", True)
    assert [found.product_id for found in till.data.catalog.by_code("16901234500019")] == ["water"]


def test_whether_anything_is_taxed_otherwise_when_it_is_taken_away(till: Till) -> None:
    assert not till.data.catalog.has_away_rates()
    stock_goods(till)
    assert till.data.catalog.has_away_rates()


def test_a_pack_that_is_gone_is_not_found_any_more(till: Till) -> None:
    stock_goods(till)
    _bring(till, _product("water", 200, barcodes=["6901234500012"]))
    assert till.data.catalog.by_code("16901234500019") == ()
