"""Goods that come back, as lines above those that are sold."""

from collections.abc import Iterator

from pos_app.services.basket_model import Basket
from pos_app.services.return_model import GoodsBack
from pos_app.ui.screens.sell.state import BackState
from retail_core.money import Money


def back_lines(basket: Basket) -> tuple[BackState, ...]:
    """Return what comes back with a basket, receipt by receipt, each with what is held back of its refund."""
    return tuple(line for goods in basket.returns for line in _lines(goods, basket.currency))


def _lines(goods: GoodsBack, currency: str) -> Iterator[BackState]:
    for line in goods.refund.lines:
        yield BackState(
            line_id=f"back.{line.line_id}",
            key=goods.key,
            back_id=line.line_id,
            name=line.name,
            sold_by=line.sold_by,
            qty_milli=line.qty_milli,
            total=Money(-line.total_minor, currency),
        )
    for name, minor in goods.held_back().items():
        yield BackState(
            line_id=f"held.{goods.key}.{name}",
            key=goods.key,
            back_id="",
            name=name,
            sold_by="piece",
            qty_milli=1000,
            total=Money(minor, currency),
            held=True,
        )
