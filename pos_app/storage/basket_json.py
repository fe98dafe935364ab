"""The basket as JSON, as it lies in ``till.db`` between two scans."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pos_app.services.act_model import Approval
from pos_app.services.basket_model import (
    AttachedCoupon,
    AttachedMember,
    Basket,
    ChosenOption,
    HandDiscount,
    Line,
    Removed,
)
from pos_app.services.order_goods_model import HeldGoods
from pos_app.services.records import Names
from pos_app.storage.returns_json import act_from_json, goods_back_from_json


def basket_to_json(basket: Basket) -> dict[str, object]:
    """Return a basket as plain dicts and lists."""
    return asdict(basket)


def basket_from_json(doc: Mapping[str, Any]) -> Basket:
    """Return the basket that ``basket_to_json`` made ``doc`` from."""
    return Basket(
        basket_id=doc["basket_id"],
        currency=doc["currency"],
        lines=tuple(_line(line) for line in doc["lines"]),
        member=None if doc["member"] is None else AttachedMember(**doc["member"]),
        coupons=tuple(AttachedCoupon(**coupon) for coupon in doc["coupons"]),
        removed=tuple(Removed(**_named(removed)) for removed in doc["removed"]),
        takes_away=doc["takes_away"],
        discounts=tuple(_discount(discount) for discount in doc["discounts"]),
        gift_receipt=doc["gift_receipt"],
        note=doc["note"],
        use_points=doc.get("use_points", False),
        total_told=doc.get("total_told", False),
        ordered=tuple(HeldGoods(**held) for held in doc.get("ordered", ())),
        returns=tuple(goods_back_from_json(goods, _approval) for goods in doc["returns"]),
    )


def _line(doc: Mapping[str, Any]) -> Line:
    options = tuple(ChosenOption(**_named(option)) for option in doc["options"])
    pack_names = None if doc["pack_names"] is None else Names(**doc["pack_names"])
    allowed = doc.get("past_date")
    read = {
        "options": options,
        "pack_names": pack_names,
        "past_date": None if allowed is None else _approval(allowed),
    }
    return Line(**{**_named(doc), **read})


def _discount(doc: Mapping[str, Any]) -> HandDiscount:
    approval = doc["approval"]
    return HandDiscount(**{**doc, "approval": None if approval is None else _approval(approval)})


def _approval(doc: Mapping[str, Any]) -> Approval:
    return Approval(**{**doc, "act": act_from_json(doc["act"])})


def _named(doc: Mapping[str, Any]) -> dict[str, Any]:
    return {**doc, "names": Names(**doc["names"])}
