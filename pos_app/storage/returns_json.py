"""Returned goods of a basket as JSON, as they lie in ``till.db`` between two scans."""

from collections.abc import Callable, Mapping
from typing import Any

from pos_app.services.act_model import Act, Approval
from pos_app.services.return_model import FoundReceipt, GoodsBack
from retail_core.returns.model import (
    BackLine,
    Basis,
    Clawed,
    Paid,
    Part,
    Reduction,
    Refund,
    Sold,
    SoldCoupon,
    SoldLine,
    SoldUse,
)
from retail_core.returns.tenders import Source
from retail_core.tenders import CashBefore


def goods_back_from_json(
    doc: Mapping[str, Any], approval: Callable[[Mapping[str, Any]], Approval]
) -> GoodsBack:
    """Return what ``dataclasses.asdict`` made ``doc`` from; ``approval`` reads the one inside."""
    allowed = doc["approval"]
    return GoodsBack(
        refund=_refund(doc["refund"]),
        act=act_from_json(doc["act"]),
        sources=tuple(Source(**source) for source in doc["sources"]),
        cash=CashBefore(**doc["cash"]),
        known=tuple(doc["known"]),
        approval=None if allowed is None else approval(allowed),
        lapsed=tuple(doc["lapsed"]),
        found=None if doc["found"] is None else _found(doc["found"]),
        unit_minor=tuple(doc["unit_minor"]),
    )


def act_from_json(doc: Mapping[str, Any]) -> Act:
    """Return what ``dataclasses.asdict`` made ``doc`` from."""
    return Act(**{**doc, "not_by": tuple(doc["not_by"])})


def _found(doc: Mapping[str, Any]) -> FoundReceipt:
    return FoundReceipt(
        **{
            **doc,
            "sold": _sold(doc["sold"]),
            "earlier": tuple(_refund(refund) for refund in doc["earlier"]),
            "known": tuple(doc["known"]),
        }
    )


def _sold(doc: Mapping[str, Any]) -> Sold:
    basis = doc["basis"]
    return Sold(
        **{
            **doc,
            "lines": tuple(_sold_line(line) for line in doc["lines"]),
            "paid": tuple(Paid(**paid) for paid in doc["paid"]),
            "coupons": tuple(SoldCoupon(**coupon) for coupon in doc["coupons"]),
            "basis": None if basis is None else Basis(**{**basis, "campaigns": tuple(basis["campaigns"])}),
            "uses": tuple(SoldUse(**use) for use in doc["uses"]),
        }
    )


def _sold_line(doc: Mapping[str, Any]) -> SoldLine:
    tiers = tuple((str(tier), int(minor)) for tier, minor in doc["tier_prices"])
    reductions = tuple(Reduction(**_funded(each)) for each in doc["reductions"])
    return SoldLine(**{**doc, "reductions": reductions, "tier_prices": tiers})


def _refund(doc: Mapping[str, Any]) -> Refund:
    return Refund(
        **{
            **doc,
            "lines": tuple(_line(line) for line in doc["lines"]),
            "clawed": tuple(Clawed(**_funded(each)) for each in doc["clawed"]),
            "coupons": tuple(doc["coupons"]),
            "parts": tuple(Part(**part) for part in doc["parts"]),
            "uses": tuple(SoldUse(**use) for use in doc["uses"]),
        }
    )


def _line(doc: Mapping[str, Any]) -> BackLine:
    return BackLine(**{**doc, "reductions": tuple(Reduction(**_funded(each)) for each in doc["reductions"])})


def _funded(doc: Mapping[str, Any]) -> dict[str, Any]:
    return {**doc, "funders": tuple((str(who), int(minor)) for who, minor in doc["funders"])}
