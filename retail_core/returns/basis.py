"""What a sale keeps of its campaigns, so that a return can price by them long after they are gone.

A campaign may name thousands of products and stores; the sale keeps what concerns its own goods and the uses
it made.

Source: docs/rules/returns.md, "What a sale keeps for its returns".
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from retail_core.pricing.model import Basket, Context, PricedBasket
from retail_core.returns.model import Basis

MOST_BYTES = 64 * 1024
"""A basis above this is left out: the sale's fact has to stay smaller than what a server takes at once."""

_NAMED = ("product_ids", "category_ids", "brands")
_DROPPED = ("names", "number", "first_purchase", "stores", "regions", "channels", "window")


def basis_of(
    basket: Basket,
    priced: PricedBasket,
    *,
    documents: Mapping[str, Mapping[str, object]],
    context: Context,
) -> Basis | None:
    """Return what to keep of a priced basket, ``None`` where no campaign applied or it would be too large."""
    applied = sorted(
        {each.rule_id for line in priced.lines for each in line.adjustments if each.rule_id in documents}
    )
    if not applied:
        return None
    uses = dict(priced.uses)
    goods = {
        # A pack is named among the products.
        "product_ids": {name for line in basket.lines for name in (line.product_id, line.pack_id) if name},
        "category_ids": {line.category_id for line in basket.lines if line.category_id},
        "brands": {line.brand for line in basket.lines if line.brand},
    }
    campaigns = tuple(_cut(documents[rule_id], goods=goods, uses=uses.get(rule_id)) for rule_id in applied)
    if len(json.dumps(campaigns, ensure_ascii=False).encode()) > MOST_BYTES:
        return None
    return Basis(
        store_id=context.store_id,
        channel=context.channel,
        local_date=context.local_date,
        weekday=context.weekday,
        minute_of_day=context.minute_of_day,
        tax_per=context.tax_per,
        campaigns=campaigns,
    )


def _cut(
    document: Mapping[str, object], *, goods: Mapping[str, Collection[str]], uses: int | None
) -> dict[str, object]:
    kept = {name: _scopes_cut(value, goods) for name, value in document.items() if name not in _DROPPED}
    window = document.get("window")
    if isinstance(window, Mapping) and "to_date" in window:
        # It ran when the goods were sold; until when it goes on tells whether a coupon is of use again.
        kept["window"] = {"to_date": window["to_date"]}
    if kept.pop("limits", None) and uses:
        # What it was used here counts; how often it had been used before is known to nobody later.
        kept["limits"] = {"per_basket": uses}
    return kept


def _scopes_cut(value: object, goods: Mapping[str, Collection[str]]) -> object:
    """Return ``value`` with every scope in it cut down to the goods of the sale."""
    if isinstance(value, Mapping):
        cut = {name: _scopes_cut(each, goods) for name, each in value.items()}
        for name in _NAMED:
            _cut_list(cut, name, goods=goods[name])
        return cut
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_scopes_cut(each, goods) for each in value]
    return value


def _cut_list(scope: dict[str, object], name: str, *, goods: Collection[str]) -> None:
    named, excluded = _texts(scope.get(name)), _texts(scope.get(f"exclude_{name}"))
    if excluded:
        scope[f"exclude_{name}"] = sorted(set(excluded) & set(goods))
    if not named:
        return
    kept = set(named) & set(goods)
    if kept <= set(excluded):
        # An empty list would mean all goods, and one that is wholly excluded is refused.
        others = sorted(set(named) - set(excluded) - kept)
        kept.update(others[:1] or sorted(named)[:1])
    scope[name] = sorted(kept)


def _texts(value: object) -> list[str]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [each for each in value if isinstance(each, str)]
    return []
