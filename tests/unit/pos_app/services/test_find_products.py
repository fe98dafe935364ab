import pytest

from pos_app.services.find_products import FindProducts
from tests.till_shop import Till


@pytest.fixture
def find(till: Till) -> FindProducts:
    return FindProducts(catalog=till.data.catalog, store=till.store)


def test_a_typed_barcode_comes_first(find: FindProducts) -> None:
    assert [found.product.product_id for found in find.search("4006381333931")] == ["cake"]


def test_products_come_with_what_is_there(find: FindProducts) -> None:
    latte, cake = find.favourites(limit=2)
    assert latte.stock is not None
    assert (latte.stock.on_hand_milli, latte.stock.free_milli) == (10_000, 9_000)
    assert cake.stock is None


def test_search_stays_in_its_category(find: FindProducts) -> None:
    assert find.search("商品", category_id="tea") == ()
    assert len(find.search("商品", category_id="coffee")) == 5


def test_categories_come_in_their_order(find: FindProducts) -> None:
    assert [category.names.zh_hans for category in find.categories()] == ["咖啡"]
