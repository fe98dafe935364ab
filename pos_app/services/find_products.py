"""Find products for the grid: best sellers, a category, or search as you type."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.ports import Catalog, Store
from pos_app.services.records import Category, Product, StockLevel


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """A product and what the till believes to be there; no figure is ``None``."""

    product: Product
    stock: StockLevel | None


class FindProducts:
    """Reads for the right side of the counter; each takes about a millisecond."""

    def __init__(self, *, catalog: Catalog, store: Store) -> None:
        self._catalog = catalog
        self._store = store

    def favourites(self, category_id: str | None = None, *, limit: int = 60) -> Sequence[FoundProduct]:
        """Return the best sellers of the store, or a category with its best sellers first."""
        return self._with_stock(self._catalog.favourites(category_id, limit=limit))

    def search(self, text: str, *, category_id: str | None = None, limit: int = 60) -> Sequence[FoundProduct]:
        """Return products by name, pinyin, initials or the beginning of a code; exact codes first."""
        exact = self._catalog.by_code(text.strip())
        if category_id is not None:
            exact = [product for product in exact if product.category_id == category_id]
        found = {product.product_id: product for product in exact}
        for product in self._catalog.search(text, limit=limit, category_id=category_id):
            found.setdefault(product.product_id, product)
        return self._with_stock(list(found.values())[:limit])

    def style(self, style_id: str) -> Sequence[FoundProduct]:
        """Return the variants of a style with their stock."""
        return self._with_stock(self._catalog.style(style_id))

    def has_away_rates(self) -> bool:
        """Return whether anything is taxed otherwise when it is taken away."""
        return self._catalog.has_away_rates()

    def by_id(self, product_id: str) -> FoundProduct | None:
        """Return one product."""
        product = self._catalog.by_id(product_id)
        return None if product is None else self._with_stock([product])[0]

    def categories(self) -> Sequence[Category]:
        """Return the category chips in order."""
        return self._catalog.categories()

    def _with_stock(self, products: Sequence[Product]) -> Sequence[FoundProduct]:
        if not products:
            return ()
        with self._store.read() as work:
            levels = work.stock.levels([product.product_id for product in products])
        return [FoundProduct(product, levels.get(product.product_id)) for product in products]
