"""The basket as JSON, as it lies in ``till.db`` between two scans."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket, Line, Removed
from pos_app.services.records import Names


def basket_to_json(basket: Basket) -> dict[str, object]:
    """Return a basket as plain dicts and lists."""
    return asdict(basket)


def basket_from_json(doc: Mapping[str, Any]) -> Basket:
    """Return the basket that ``basket_to_json`` made ``doc`` from."""
    return Basket(
        basket_id=doc["basket_id"],
        currency=doc["currency"],
        lines=tuple(Line(**_named(line)) for line in doc["lines"]),
        member=None if doc["member"] is None else AttachedMember(**doc["member"]),
        coupons=tuple(AttachedCoupon(**coupon) for coupon in doc["coupons"]),
        removed=tuple(Removed(**_named(removed)) for removed in doc["removed"]),
    )


def _named(doc: Mapping[str, Any]) -> dict[str, Any]:
    return {**doc, "names": Names(**doc["names"])}
