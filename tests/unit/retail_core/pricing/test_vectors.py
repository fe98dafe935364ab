import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from retail_core.money import Money, Rounding, allocate, round_ratio, round_to_step
from retail_core.pricing.by_hand import measure, sums_of
from retail_core.pricing.engine import price
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
from retail_core.pricing.rules import compile_rules
from retail_core.tenders import (
    CashBefore,
    TenderError,
    TenderOffer,
    TenderPart,
    TenderTerms,
    cash_mode,
    settle,
)

ROOT = Path(__file__).resolve().parents[4]
Vector = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    page: str
    how: str
    vector: Vector


def _load() -> Iterator[Named]:
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


ALL = tuple(_load())


def _ids(named: Named) -> str:
    return f"{Path(named.page).stem}: {named.vector['name']}"


def _of(*hows: str) -> pytest.MarkDecorator:
    chosen = [named for named in ALL if named.how in hows]
    return pytest.mark.parametrize("vector", [n.vector for n in chosen], ids=[_ids(n) for n in chosen])


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
    )


def _basket(vector: Vector) -> Basket:
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


def _context(vector: Vector) -> Context:
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


def _seen(priced: PricedBasket) -> dict[str, object]:
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


@_of("price")
def test_the_engine_prices_as_the_page_says(vector: Vector) -> None:
    rules, refused = compile_rules([{"id": "r", **rule} for rule in vector.get("rules", ())])
    seen = _seen(price(_basket(vector), rules, context=_context(vector)))
    seen["refused"] = {each.rule_id: [each.reason, each.field] for each in refused}
    expect = {"refused": {}, **vector["expect"]}
    partial = ("adjustments", "lines", "line_tax")
    for key in partial:
        if key in expect:
            seen[key] = {name: value for name, value in seen[key].items() if name in expect[key]}  # type: ignore[attr-defined]
    assert {key: seen[key] for key in expect} == expect


@_of("measure")
def test_an_act_by_hand_is_measured_as_the_page_says(vector: Vector) -> None:
    rules, _ = compile_rules([{"id": "r", **rule} for rule in vector.get("rules", ())])
    basket = _basket(vector)
    priced = price(basket, rules, context=_context(vector))
    sums = {
        of.line_id: sums_of(line, protected=of.regulated or of.deposit)
        for of, line in zip(basket.lines, priced.lines, strict=True)
    }
    found = [measure(discount, sums) for discount in basket.cashier]
    assert [[m.verb, m.amount, m.taken_minor, m.base_minor] for m in found] == vector["expect"]


@_of("round")
def test_every_mode_rounds_as_the_page_says(vector: Vector) -> None:
    numerator, denominator = vector["ratio"]
    seen = {mode.value: round_ratio(numerator, denominator, mode=mode) for mode in Rounding}
    assert seen == vector["expect"]


@_of("allocate")
def test_a_sum_is_split_as_the_page_says(vector: Vector) -> None:
    parts = allocate(
        Money(vector["total"], "CNY"),
        vector["weights"],
        tie_keys=[(tie[0], tie[1]) for tie in vector["ties"]],
    )
    assert [part.minor for part in parts] == vector["expect"]


@_of("cash")
def test_cash_is_rounded_as_the_page_says(vector: Vector) -> None:
    money = Money(vector["minor"], vector["currency"])
    rounded = round_to_step(money, vector["step"], mode=Rounding(vector["mode"]))
    assert rounded == Money(vector["expect"], vector["currency"])


def _terms(vector: Vector) -> TenderTerms:
    most = vector.get("most", {})
    rules = {
        "cash": "change",
        "external": "none",
        "card": "none",
        "voucher": vector.get("voucher", "forfeit"),
    }
    return TenderTerms(
        step_minor=vector["step"],
        mode=cash_mode(vector["mode"]),
        exact=vector.get("exact", False),
        offers=tuple(
            TenderOffer(kind, over, most.get(kind))  # type: ignore[arg-type]  # as the vector says
            for kind, over in rules.items()
            if over is not None
        ),
    )


def _outcome(vector: Vector, parts: list[TenderPart]) -> dict[str, object]:
    before = CashBefore(*vector["before"]) if "before" in vector else None
    total = Money(vector["total"], vector["currency"])
    try:
        found = settle(total, parts, terms=_terms(vector), before=before)
    except TenderError as error:
        return {"refused": [error.code, *error.arguments]}
    amounts = [[part.kind, part.amount_minor] for part in found.tenders]
    return {
        "amounts": amounts,
        "rounding": found.rounding_minor,
        "change": found.change_minor,
        "forfeited": sum(p.tendered_minor - p.change_minor - p.amount_minor for p in found.tenders),
    }


@_of("settle")
def test_a_total_is_settled_as_the_page_says(vector: Vector) -> None:
    parts = [TenderPart(part[0], part[1], part[2] if part[2:] else None) for part in vector["parts"]]
    expect = vector["expect"]
    for order in (parts, parts[::-1]):
        seen = _outcome(vector, order)
        assert {key: seen.get(key) for key in expect} == expect


@pytest.mark.parametrize("named", ALL, ids=[_ids(named) for named in ALL])
def test_every_vector_names_a_section_of_its_page(named: Named) -> None:
    headings = [
        line.lstrip("# ") for line in (ROOT / named.page).read_text("utf-8").splitlines() if line[:1] == "#"
    ]
    assert named.vector["section"] in headings
