"""The steps of a basket that takes goods back: pure functions from one basket to the next."""

from dataclasses import replace

from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.return_model import GoodsBack

MOST_RETURNED = 200
"""So many returned lines may stand in a document."""


def with_goods_back(basket: Basket, goods: GoodsBack) -> Basket:
    """Return the basket with ``goods``, instead of those that came back of the same receipt before.

    Raises:
        RuleError: ``basket.full``.
    """
    others = tuple(each for each in basket.returns if each.key != goods.key)
    if sum(len(each.refund.lines) for each in (*others, goods)) > MOST_RETURNED:
        raise RuleError("basket.full")
    return replace(basket, returns=(*others, goods))


def without_goods_back(basket: Basket, key: str) -> Basket:
    """Return the basket without what comes back of a receipt; of none for an empty ``key``."""
    return replace(basket, returns=tuple(each for each in basket.returns if each.key != key))


def goods_back_of(basket: Basket, key: str) -> GoodsBack | None:
    """Return what comes back of a receipt with this basket."""
    return next((each for each in basket.returns if each.key == key), None)
