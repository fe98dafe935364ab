"""The steps of a basket that takes goods back: pure functions from one basket to the next."""

from dataclasses import replace

from pos_app.services.basket_model import Basket
from pos_app.services.basket_steps import MOST_LINES, length_of
from pos_app.services.errors import RuleError
from pos_app.services.return_model import GoodsBack


def with_goods_back(basket: Basket, goods: GoodsBack) -> Basket:
    """Return the basket with ``goods``, instead of those that came back of the same receipt before.

    Raises:
        RuleError: ``basket.full``.
    """
    others = tuple(each for each in basket.returns if each.key != goods.key)
    grown = replace(basket, returns=(*others, goods))
    if length_of(grown) > MOST_LINES:
        raise RuleError("basket.full")
    return grown


def without_goods_back(basket: Basket, key: str) -> Basket:
    """Return the basket without what comes back of a receipt; of none for an empty ``key``."""
    return replace(basket, returns=tuple(each for each in basket.returns if each.key != key))


def goods_back_of(basket: Basket, key: str) -> GoodsBack | None:
    """Return what comes back of a receipt with this basket."""
    return next((each for each in basket.returns if each.key == key), None)
