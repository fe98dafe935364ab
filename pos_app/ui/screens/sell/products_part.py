"""The right side: category chips, tiles, search as you type."""

from dataclasses import replace

from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import ProductsState


class ProductsPart:
    """Owns what can be touched; each read takes about a millisecond."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def reload(self) -> None:
        """Read chips and tiles anew: the catalog or the stock has changed."""
        counter = self._counter
        if not counter.services.catalog_version():
            self._show(ProductsState())
            return
        finder, now = counter.services.products, counter.state.products
        categories = tuple(finder.categories())
        known = {category.category_id for category in categories}
        category_id = now.category_id if now.category_id in known else None
        results = tuple(finder.search(now.query)) if now.query else ()
        tiles = tuple(finder.favourites(category_id))
        self._show(
            ProductsState(
                loading=False,
                categories=categories,
                category_id=category_id,
                tiles=tiles,
                query=now.query,
                results=results,
            )
        )

    def choose_category(self, category_id: str | None) -> None:
        """Show a category, or the best sellers of all."""
        tiles = tuple(self._counter.services.products.favourites(category_id))
        self._show(
            replace(self._counter.state.products, category_id=category_id, tiles=tiles, query="", results=())
        )

    def search(self, text: str) -> None:
        """Show what matches ``text`` instead of the tiles."""
        wanted = text.strip()
        results = tuple(self._counter.services.products.search(wanted)) if wanted else ()
        self._show(replace(self._counter.state.products, query=wanted, results=results))

    def clear_search(self) -> None:
        """Show the tiles again."""
        if self._counter.state.products.query:
            self._show(replace(self._counter.state.products, query="", results=()))

    def _show(self, products: ProductsState) -> None:
        if products != self._counter.state.products:
            self._counter.show(replace(self._counter.state, products=products))
