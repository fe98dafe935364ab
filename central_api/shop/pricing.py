"""The till's own pricing, on the server."""

import json

from central_api.feed import service as feed
from central_api.feed.schemas import CATALOG
from central_api.kit.unit import Unit
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, Context, PricedBasket
from retail_core.pricing.rules import CompiledRules, compile_rules


def rules_of(unit: Unit, store_id: str) -> CompiledRules:
    """Return the campaigns that a store's tills hold now, without those that pricing refuses."""
    documents = [
        json.loads(doc) for _, doc in feed.documents(unit, CATALOG, store_id=store_id, kind="campaign")
    ]
    for document in documents:
        # The number is for coupon codes at tills; pricing knows campaigns by their id.
        document.pop("number", None)
    rules, _ = compile_rules(documents)
    return rules


def price_at(unit: Unit, basket: Basket, *, context: Context) -> PricedBasket:
    """Price ``basket`` by the campaigns of the context's store."""
    return price(basket, rules_of(unit, context.store_id), context=context)
