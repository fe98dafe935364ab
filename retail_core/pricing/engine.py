"""The one pricing function of till and server."""

from __future__ import annotations

from retail_core.pricing.model import Basket, Context, PricedBasket
from retail_core.pricing.rules import CompiledRules


def price(basket: Basket, rules: CompiledRules, context: Context) -> PricedBasket:
    """Price ``basket`` and explain every amount.

    Pure: the same input gives the same output everywhere; the order of lines and rules changes nothing.
    """
    raise NotImplementedError
