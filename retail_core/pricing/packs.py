"""What a rule means for packs: money is taken off any goods, a figure for a piece only off what it names.

A bottle's price must never become the price of a case, and a set that was made of a drink and a cake must not
swallow twenty-four drinks.

Source: docs/rules/goods.md, "Packs".
"""

from __future__ import annotations

from typing import cast

from retail_core.pricing.effects import CouponEffect, Effect, LineEffect, Stage
from retail_core.pricing.model import BasketLine
from retail_core.pricing.rules import Campaign
from retail_core.pricing.scope import Scope


def takes_pack(campaign: Campaign, line: BasketLine) -> bool:
    """Tell whether ``campaign``, which concerns the product of a pack's line, takes the pack."""
    if campaign.scope.excludes(line.product_id, line.category_id, brand=line.brand):
        return False
    if line.pack_id in campaign.scope.exclude_product_ids:
        return False
    return not _is_by_piece(campaign.effect) or any(
        line.pack_id in scope.product_ids for scope in campaign.reach
    )


def means_money(scope: Scope, line: BasketLine) -> bool:
    """Tell whether a scope of a rule by money means the goods of ``line``."""
    if line.pack_id is not None:
        if line.pack_id in scope.exclude_product_ids:
            return False
        if line.pack_id in scope.product_ids:
            return not scope.excludes(line.product_id, line.category_id, brand=line.brand)
    return scope.holds(line.product_id, line.category_id, brand=line.brand)


def means_pieces(scope: Scope, line: BasketLine) -> bool:
    """Tell whether a scope of a rule by the piece means the goods of ``line``: a pack has to be named."""
    if line.pack_id is not None and line.pack_id not in scope.product_ids:
        return False
    return means_money(scope, line)


def _is_by_piece(effect: Effect) -> bool:
    if effect.stage is Stage.LINE:
        return cast("LineEffect", effect).by_piece
    if effect.stage is Stage.COUPON:
        return cast("CouponEffect", effect).units > 0
    return effect.stage is Stage.UNITS
