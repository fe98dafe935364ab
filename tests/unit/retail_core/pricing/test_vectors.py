from pathlib import Path

import pytest

from retail_core.money import Money, Rounding, allocate, round_ratio, round_to_step
from retail_core.pricing.by_hand import measure, sums_of
from retail_core.pricing.engine import price
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
from tests.pricing_vectors import (
    ROOT,
    Named,
    Vector,
    basket_of,
    context_of,
    load_vectors,
    rules_of,
    seen_of,
    stated,
)

ALL = tuple(load_vectors())


def _ids(named: Named) -> str:
    return f"{Path(named.page).stem}: {named.vector['name']}"


def _of(*hows: str) -> pytest.MarkDecorator:
    chosen = [named for named in ALL if named.how in hows]
    return pytest.mark.parametrize("vector", [n.vector for n in chosen], ids=[_ids(n) for n in chosen])


@_of("price")
def test_the_engine_prices_as_the_page_says(vector: Vector) -> None:
    rules, refused = compile_rules(rules_of(vector))
    seen = seen_of(price(basket_of(vector), rules, context=context_of(vector)))
    seen["refused"] = {each.rule_id: [each.reason, each.field] for each in refused}
    expect = {"refused": {}, **vector["expect"]}
    assert stated(seen, expect) == expect


@_of("measure")
def test_an_act_by_hand_is_measured_as_the_page_says(vector: Vector) -> None:
    rules, _ = compile_rules(rules_of(vector))
    basket = basket_of(vector)
    priced = price(basket, rules, context=context_of(vector))
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
