"""The vectors of ``tests/vectors`` as pricing takes them; the engine and the server run the same ones."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retail_core.money import Money
from retail_core.pricing.model import (
    Basket,
    BasketLine,
    CashierDiscount,
    Context,
    CouponFacts,
    MemberFacts,
    PricedBasket,
    Used,
)

ROOT = Path(__file__).resolve().parents[1]
Vector = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """A vector, the page that it stands on, and what is done with it."""

    page: str
    how: str
    vector: Vector


def load_vectors() -> Iterator[Named]:
    """Yield every vector of every page."""
    for path in sorted((ROOT / "tests" / "vectors").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for how in ("round", "allocate", "cash", "settle", "price", "measure"):
            for vector in data.get(how, ()):
                yield Named(data["page"], how, vector)
        for row in data.get("pairs", ()):
            yield Named(data["page"], "price", _pair(data, [name for name in row[:2] if name], row[2]))


def _pair(data: Vector, names: list[str], expect: int) -> Vector:
    rules = [{"id": name, **data["kinds"][name]} for name in names if data["kinds"][name]]
    return {
        "section": data["section"],
        "name": " and ".join(names),
        "member": {"tier": "gold"} if "member" in names else None,
        "lines": [
            {"id": "1", "product": "a", "qty": 3000, "price": 10000, "tiers": {"gold": 9000}},
            {"id": "2", "product": "g", "qty": 1000, "price": 1000},
        ],
        "rules": rules,
        "coupons": [{"id": name, "campaign": name} for name in names if name.startswith("coupon_")],
        "expect": {"lines": {"1": expect, "2": 0 if "gift" in names else 1000}},
    }


def _line(data: Vector, currency: str) -> BasketLine:
    return BasketLine(
        line_id=data["id"],
        product_id=data["product"],
        name=data.get("name", data["product"]),
        category_id=data.get("category"),
        qty_milli=data["qty"],
        sold_by="weight" if data.get("weight") else "piece",
        unit_price=Money(data["price"], currency),
        tax_rate_bp=data.get("tax", 0),
        tier_prices=tuple((t, Money(p, currency)) for t, p in data.get("tiers", {}).items()),
        brand=data.get("brand"),
        label_amount=Money(data["label"], currency) if "label" in data else None,
        regulated=data.get("regulated", False),
        deposit=data.get("deposit", False),
        away_tax_rate_bp=data.get("away"),
        options_price=Money(data["options"], currency) if "options" in data else None,
        pack_id=data.get("pack"),
        agreed=data.get("agreed", False),
    )


def basket_of(vector: Vector) -> Basket:
    """Return the basket of a vector."""
    currency = vector.get("currency", "CNY")
    member = vector.get("member")
    return Basket(
        currency=currency,
        lines=tuple(_line(line, currency) for line in vector.get("lines", ())),
        member=MemberFacts("m", member["tier"], member.get("first", False)) if member else None,
        takes_away=vector.get("takes_away", False),
        coupons=tuple(CouponFacts(c["id"], c["campaign"], c.get("value")) for c in vector.get("coupons", ())),
        cashier=tuple(
            CashierDiscount(line, kind=kind, value=value) for line, kind, value in vector.get("cashier", ())
        ),
    )


def context_of(vector: Vector) -> Context:
    """Return when and where a vector is priced."""
    facts: dict[str, Any] = {
        "store_id": "s1",
        "channel": "till",
        "local_date": "2026-01-05",
        "weekday": 1,
        "minute_of_day": 600,
    }
    facts |= vector.get("context", {})
    facts["used"] = tuple(Used(**used) for used in facts.get("used", ()))
    return Context(**facts)


def seen_of(priced: PricedBasket) -> dict[str, object]:
    """Return a price in the words of the vectors."""
    return {
        "total": priced.total.minor,
        "list": priced.list_total.minor,
        "discount": priced.discount_total.minor,
        "receivable": priced.receivable.minor,
        "points": priced.points_earned,
        "uses": dict(priced.uses),
        "lines": {line.line_id: line.total.minor for line in priced.lines},
        "line_tax": {line.line_id: line.tax.minor for line in priced.lines},
        "adjustments": {
            line.line_id: [[a.rule_id, a.amount.minor, a.funder, a.units_milli] for a in line.adjustments]
            for line in priced.lines
        },
        "tax": [[row.rate_bp, row.net.minor, row.tax.minor, row.gross.minor] for row in priced.tax],
        "coupons": {c.coupon_id: [c.amount.minor, c.reason_code] for c in priced.coupons},
        "rejected": {r.rule_id: r.reason_code for r in priced.rejected},
        "hints": {h.rule_id: dict(h.args) for h in priced.hints},
    }


def rules_of(vector: Vector) -> list[dict[str, Any]]:
    """Return the campaigns of a vector; one without an id is called ``r``."""
    return [{"id": "r", **rule} for rule in vector.get("rules", ())]


def stated(seen: Mapping[str, Any], expect: Mapping[str, Any]) -> dict[str, Any]:
    """Return of what was seen only what a vector states."""
    found = {key: seen[key] for key in expect}
    for key in ("adjustments", "lines", "line_tax"):
        if key in found:
            found[key] = {name: value for name, value in found[key].items() if name in expect[key]}
    return found
