"""The demo chain's goods read like real ones and have right numbers."""

import pytest
from biip.gtin import Gtin

from central_api.demo.content import read_content
from central_api.demo.goods import capacity, make_goods
from central_api.kit.search_columns import NameIndexer
from retail_core.wire.feed import ProductDoc


@pytest.fixture(scope="module")
def products() -> list[ProductDoc]:
    indexer = NameIndexer()
    return [
        doc
        for index, store in enumerate(read_content().stores)
        for doc in make_goods(
            store, store_id=store.store_id, index=index, count=capacity(store), indexer=indexer
        ).products
    ]


def test_the_content_gives_two_thousand_products_without_repeating(products: list[ProductDoc]) -> None:
    assert len(products) >= 2_000
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert len({doc.names.in_language(language) for doc in products}) == len(products)


def test_every_article_number_is_a_right_gtin_13_of_its_own(products: list[ProductDoc]) -> None:
    numbers = [doc.barcodes[0] for doc in products]

    assert all(Gtin.parse(number).value.startswith("69") for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_weighed_goods_have_the_number_of_their_scale_labels(products: list[ProductDoc]) -> None:
    weighed = [doc for doc in products if doc.sold_by == "weight"]

    assert len(weighed) > 50
    assert all(doc.barcodes[1].startswith("21") and doc.barcodes[1][7:12] == "00000" for doc in weighed)


def test_the_first_product_is_the_one_in_the_pictures(products: list[ProductDoc]) -> None:
    first = products[0]

    assert (first.names.zh_hans, first.price_minor, first.tier_prices["gold"], first.tax_rate_bp) == (
        "冰美式",
        2_500,
        2_200,
        600,
    )


def test_taiwan_has_its_own_words_for_things(products: list[ProductDoc]) -> None:
    pairs = {(doc.names.zh_hans, doc.names.zh_hant) for doc in products}

    assert ("土豆", "馬鈴薯") in pairs
    assert any("方便面" in hans and "泡麵" in hant for hans, hant in pairs)


def test_three_tax_rates_and_an_age_shelf_are_there(products: list[ProductDoc]) -> None:
    assert {doc.tax_rate_bp for doc in products if not doc.deposit} == {600, 900, 1_300}
    assert {doc.category_id for doc in products if doc.min_age == 18} == {"liquor"}


def test_more_than_the_content_has_gets_style_numbers() -> None:
    store = read_content().stores[0]
    goods = make_goods(store, store_id="S01", index=0, count=capacity(store) + 1, indexer=NameIndexer())

    assert goods.products[-1].names.zh_hans.startswith("冰美式 货号 ")


def test_drinks_are_made_as_somebody_wants_them(products: list[ProductDoc]) -> None:
    latte = next(doc for doc in products if doc.names.zh_hans == "拿铁")

    assert [(group.names.en, group.least, group.most) for group in latte.options] == [
        ("Cup", 1, 1),
        ("Temperature", 1, 1),
        ("Sweetness", 1, 1),
        ("Extras", 0, 3),
    ]
    for doc in products:
        for group in doc.options:
            presets = sum(option.preset for option in group.options)
            assert group.least <= presets <= group.most, (doc.names.en, group.group_id)


def test_clothes_stand_in_a_grid_where_no_place_is_taken_twice(products: list[ProductDoc]) -> None:
    grid = [(doc.names, doc.variant) for doc in products if doc.variant is not None]
    places = [(variant.style_id, variant.size, variant.colour.zh_hans) for _, variant in grid]
    shirts = {
        (variant.size, variant.colour.en) for _, variant in grid if variant.style.en == "Crew T-shirt, Cotton"
    }

    assert len(set(places)) == len(places)
    assert shirts == {
        (size, colour)
        for size in ("S", "M", "L", "XL", "XXL")
        for colour in ("White", "Black", "Mist Blue", "Dark Green")
    }


def test_every_pack_has_an_article_number_of_its_own(products: list[ProductDoc]) -> None:
    packs = [pack for doc in products for pack in doc.packs]
    pieces = {code for doc in products for code in doc.barcodes}

    assert len(packs) > 50
    assert all(Gtin.parse(pack.barcode).format.length == 14 for pack in packs)
    assert len({pack.barcode for pack in packs} - pieces) == len(packs)
    assert all(pack.pieces > 1 for pack in packs)


def test_a_bottle_brings_its_deposit_along(products: list[ProductDoc]) -> None:
    by_id = {doc.product_id: doc for doc in products}
    with_deposit = [doc for doc in products if doc.deposit_id]

    assert {doc.names.zh_hans for doc in with_deposit} == {"白塔 精酿啤酒 500ml", "清泉谷 桶装水 18.9L"}
    assert all(by_id[str(doc.deposit_id)].deposit for doc in with_deposit)


def test_bakery_that_is_taken_away_has_another_rate(products: list[ProductDoc]) -> None:
    croissant = next(doc for doc in products if doc.names.zh_hans == "可颂 原味")

    assert (croissant.tax_rate_bp, croissant.away_tax_rate_bp) == (600, 1_300)


def test_a_deposit_that_is_beyond_a_small_catalog_is_not_named() -> None:
    store = read_content().stores[1]
    goods = make_goods(store, store_id="S02", index=1, count=10, indexer=NameIndexer())

    assert [doc.deposit_id for doc in goods.products] == [None] * 10


def test_a_part_of_the_goods_is_sold_by_all_stores_with_the_categories_it_stands_in() -> None:
    store = read_content().stores[0]
    goods = make_goods(store, store_id="S01", index=0, count=capacity(store), indexer=NameIndexer())
    own, shared = goods.split_products()
    own_categories, shared_categories = goods.split_categories()

    assert {"挂耳咖啡 10 包", "随行杯 480ml", "中秋礼盒"} < {doc.names.zh_hans for doc in shared}
    assert not {"冰美式", "可颂 原味"} & {doc.names.zh_hans for doc in shared}
    assert len(own) + len(shared) == len(goods.products)
    assert [doc.category_id for doc in own_categories] == ["coffee", "tea", "bakery"]
    assert [doc.category_id for doc in shared_categories] == ["beans", "cups", "gifts"]
    assert not any(doc.deposit_id or doc.deposit for doc in shared)


def test_a_copy_of_a_store_shares_nothing() -> None:
    store = read_content().stores[0]
    goods = make_goods(store, store_id="S04", index=3, count=capacity(store), indexer=NameIndexer())

    assert goods.split_products()[1] == []
