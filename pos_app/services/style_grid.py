"""The grid of a style: in which order its sizes and colours stand."""

from collections.abc import Iterable

from pos_app.services.records import Names, Product

_LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "2XL", "XXXL", "3XL", "4XL", "5XL")


def sizes_of(products: Iterable[Product]) -> tuple[str, ...]:
    """Return the sizes: letters from small to large, figures upwards, then others as the catalog has them."""
    sizes = dict.fromkeys(product.variant.size for product in products if product.variant is not None)
    places = {size: place for place, size in enumerate(sizes)}
    return tuple(sorted(sizes, key=lambda size: (*_rank(size), places[size])))


def colours_of(products: Iterable[Product]) -> tuple[Names, ...]:
    """Return the colours as the catalog has them."""
    found = dict.fromkeys(product.variant.colour for product in products if product.variant is not None)
    return tuple(found)


def _rank(size: str) -> tuple[int, float]:
    if size.upper() in _LETTERS:
        return 0, _LETTERS.index(size.upper())
    whole, _, part = size.partition(".")
    if whole.isascii() and whole.isdigit() and (not part or part.isdigit()):
        return 1, float(size)
    return 2, 0
