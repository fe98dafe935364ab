"""Returned goods of a basket as JSON, as they lie in ``till.db`` between two scans."""

from collections.abc import Callable, Mapping
from typing import Any

from pos_app.services.act_model import Act, Approval
from pos_app.services.return_model import GoodsBack
from retail_core.returns.model import BackLine, Clawed, Part, Reduction, Refund, SoldUse
from retail_core.returns.tenders import Source
from retail_core.tenders import CashBefore


def goods_back_from_json(
    doc: Mapping[str, Any], approval: Callable[[Mapping[str, Any]], Approval]
) -> GoodsBack:
    """Return what ``dataclasses.asdict`` made ``doc`` from; ``approval`` reads the one inside."""
    allowed = doc["approval"]
    return GoodsBack(
        refund=_refund(doc["refund"]),
        act=Act(**doc["act"]),
        sources=tuple(Source(**source) for source in doc["sources"]),
        cash=CashBefore(**doc["cash"]),
        known=tuple(doc["known"]),
        approval=None if allowed is None else approval(allowed),
        lapsed=tuple(doc["lapsed"]),
    )


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
