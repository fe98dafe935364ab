"""The demo chain's campaigns, with their dates around the day for which the chain is made."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from central_api.catalog.schemas import Campaign
from central_api.demo.content import names_of
from retail_core.wire.feed import ProductDoc

_WHOLE_BP = 10_000


def make_campaigns(
    content: Mapping[str, Any], *, as_of: date, products: Mapping[str, Sequence[ProductDoc]]
) -> dict[str, list[Campaign]]:
    """Return the campaigns by scope: a store of ``products``, or ``*`` for all."""
    window = {
        "from_date": (as_of - timedelta(days=content["days_before"])).isoformat(),
        "to_date": (as_of + timedelta(days=content["days_after"])).isoformat(),
    }
    found: dict[str, list[Campaign]] = {}
    for row in content["campaigns"]:
        scope = row["scope"]
        if scope != "*" and scope not in products:
            continue
        goods = _goods(row.get("goods", {}), products.get(scope, ()))
        if goods.get("product_ids") == []:
            continue  # Its goods are not in this small a catalog, and no goods would mean all goods.
        names = names_of(row["names"])
        doc = {
            "id": row["id"],
            "kind": row["kind"],
            "names": {"zh-Hans": names.zh_hans, "zh-Hant": names.zh_hant, "en": names.en},
            "params": row["params"],
            "scope": goods,
            "window": {**window, **row.get("window", {})},
            "limits": row.get("limits", {}),
            "funders": _funders(row.get("funders", "store")),
            "stores": [] if scope == "*" else [scope],
            "regions": row.get("regions", []),
            "tiers": row.get("tiers", []),
            "offline_allowed": row.get("offline_allowed", False),
        }
        found.setdefault(scope, []).append(
            Campaign(
                row["id"],
                row["number"],
                names.zh_hans,
                row["kind"],
                doc,
                issuing=row.get("issuing", {}),
            )
        )
    return found


def _goods(goods: Mapping[str, Any], products: Sequence[ProductDoc]) -> dict[str, Any]:
    wanted = {name: value for name, value in goods.items() if name != "items"}
    if "items" in goods:
        names = set(goods["items"])
        wanted["product_ids"] = [item.product_id for item in products if item.names.zh_hans in names]
    return wanted


def _funders(funders: str | Mapping[str, int]) -> list[dict[str, Any]]:
    shares = {funders: _WHOLE_BP} if isinstance(funders, str) else funders
    return [{"funder": funder, "share_bp": share_bp} for funder, share_bp in shares.items()]
