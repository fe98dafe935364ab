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
        raise NotImplementedError

    def search(self, text: str, *, category_id: str | None = None, limit: int = 60) -> Sequence[FoundProduct]:
        """Return products by name, pinyin, initials or the beginning of a code; exact codes first."""
        raise NotImplementedError

    def by_id(self, product_id: str) -> FoundProduct | None:
        """Return one product."""
        raise NotImplementedError

    def categories(self) -> Sequence[Category]:
        """Return the category chips in order."""
        raise NotImplementedError
