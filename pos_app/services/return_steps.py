"""The steps of a basket that takes goods back: pure functions from one basket to the next."""

from collections.abc import Sequence
from dataclasses import replace

from pos_app.services.basket_model import Basket
from pos_app.services.basket_steps import MOST_LINES, MOST_REMOVED, length_of, removed_back, taken_out
from pos_app.services.errors import RuleError
from pos_app.services.return_model import GoodsBack
from retail_core.returns.model import BackLine


def with_goods_back(basket: Basket, goods: GoodsBack) -> Basket:
    """Return the basket with ``goods``, instead of those that came back of the same receipt before.

    Lines of those that do not come back any more stand among the removed ones, as lines that are sold do.

    Raises:
        RuleError: ``basket.full``.
    """
    stays = {line.of_line_id or line.line_id for line in goods.refund.lines}
    gone = [line for line in _lines_of(basket, goods.key) if (line.of_line_id or line.line_id) not in stays]
    others = tuple(each for each in basket.returns if each.key != goods.key)
    grown = _with_removed(replace(basket, returns=(*others, goods)), gone)
    if length_of(grown) > MOST_LINES or len(grown.removed) > MOST_REMOVED:
        raise RuleError("basket.full")
    return grown


def without_goods_back(basket: Basket, key: str) -> Basket:
    """Return the basket without what comes back of a receipt; of none for an empty ``key``."""
    rest = tuple(each for each in basket.returns if each.key != key)
    return _with_removed(replace(basket, returns=rest), _lines_of(basket, key))


def goods_back_of(basket: Basket, key: str) -> GoodsBack | None:
    """Return what comes back of a receipt with this basket."""
    return next((each for each in basket.returns if each.key == key), None)


def _lines_of(basket: Basket, key: str) -> tuple[BackLine, ...]:
    goods = goods_back_of(basket, key)
    return () if goods is None else goods.refund.lines


def _with_removed(basket: Basket, lines: Sequence[BackLine]) -> Basket:
    return replace(basket, removed=taken_out(basket, (removed_back(line) for line in lines)))
