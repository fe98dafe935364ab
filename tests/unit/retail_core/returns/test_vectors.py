"""The worked tables of docs/rules/returns.md."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from retail_core.pricing.engine import price
from retail_core.pricing.rules import compile_rules
from retail_core.returns.document import tax_table
from retail_core.returns.facts import refund_of, returned_of, sold_of
from retail_core.returns.model import ComesBack, Refund, ReturnRefused, Sold, Terms
from retail_core.returns.refund import take_back
from retail_core.returns.tenders import Claim, PayOut, Settled, cash_before, settle, sources
from retail_core.tenders import TenderTerms
from tests.pricing_vectors import ROOT, basket_of, context_of
from tests.sold import cash_for, sale_fact, tender

Vector = Mapping[str, Any]
DATA = json.loads((ROOT / "tests" / "vectors" / "returns.json").read_text(encoding="utf-8"))
RETURNS: list[Vector] = DATA["returns"]


def _sold(vector: Vector) -> Sold:
    documents = [{"id": "r", **rule} for rule in vector.get("rules", ())]
    rules, refused = compile_rules(documents)
    assert refused == ()
    basket, context = basket_of(vector), context_of(vector)
    priced = price(basket, rules, context=context)
    assert priced.total.minor == vector["paid"]
    given = [tender(kind, minor) for kind, minor in vector.get("tenders", ())]
    sale = sale_fact(
        basket,
        priced,
        documents=documents,
        context=context,
        tenders=given or [cash_for(priced.total.minor)],
    )
    if not vector.get("basis", True):
        sale = sale.model_copy(update={"basis": None})
    return sold_of(sale)


def _seen(refund: Refund) -> dict[str, object]:
    funders: dict[str, int] = {}
    for each in refund.clawed:
        for who, minor in each.funders:
            funders[who] = funders.get(who, 0) + minor
    return {
        "refund": refund.total_minor,
        "share": {line.of_line_id: line.total_minor for line in refund.lines},
        "tax": {line.of_line_id: line.tax_minor for line in refund.lines},
        "list": {line.of_line_id: line.list_minor for line in refund.lines},
        "discounts": {
            line.of_line_id: [
                [each.rule_id, minor, who] for each in line.reductions for who, minor in each.funders
            ]
            for line in refund.lines
            if line.reductions
        },
        "clawed": [
            [each.of_line_id, each.rule_id, each.total_minor, each.tax_minor] for each in refund.clawed
        ],
        "funders": funders,
        "points": refund.points_reversed,
        "coupons": list(refund.coupons),
        "table": [
            [row.rate_bp, row.net_minor, row.tax_minor, row.gross_minor] for row in tax_table((), [refund])
        ],
    }


def _take(sold: Sold, earlier: list[Refund], step: Vector, *, policy: str) -> Refund:
    terms = Terms("keep" if policy == "keep" else "claw_back", step.get("local_date", "2026-01-05"), 0)
    wanted = [
        ComesBack(f"b{len(earlier)}-{line_id}", line_id, qty_milli, "other", restock=True)
        for line_id, qty_milli in step["back"].items()
    ]
    return take_back(sold, earlier, wanted=wanted, terms=terms)


def _settle(sold: Sold, earlier: list[Refund], step: Vector, *, refund: Refund, unit_minor: int) -> Settled:
    claim = Claim(refund.total_minor, sources(sold.paid, earlier), cash_before(sold.paid, earlier))
    if "sources" in step:
        assert [[source.kind, source.left_minor] for source in claim.sources] == step["sources"]
    payouts = [PayOut(kind, minor) for kind, minor in step["give"]]
    return settle([claim], payouts, terms=TenderTerms(unit_minor), currency=sold.currency)


@pytest.mark.parametrize("vector", RETURNS, ids=[each["name"] for each in RETURNS])
def test_goods_are_taken_back_as_the_page_says(vector: Vector) -> None:
    sold = _sold(vector)
    earlier: list[Refund] = []
    for step in vector["steps"]:
        expect = step["expect"]
        try:
            refund = _take(sold, earlier, step, policy=step.get("policy", vector["policy"]))
            seen = _seen(refund)
            if "give" in step:
                settled = _settle(sold, earlier, step, refund=refund, unit_minor=vector.get("step", 1))
                refund = replace(refund, parts=settled.parts[0])
                seen["given"] = [[part.given_as, part.given_minor] for part in refund.parts]
                seen["instead"] = settled.in_cash_instead_minor
        except ReturnRefused as refused:
            seen = {"refused": refused.code}
        else:
            # Over the wire and back before the next one looks at it, as between two documents.
            earlier.append(refund_of(returned_of(refund)))
        assert {key: seen.get(key) for key in expect} == expect


@pytest.mark.parametrize("section", sorted({each["section"] for each in RETURNS}))
def test_every_vector_names_a_section_of_its_page(section: str) -> None:
    text = Path(ROOT / DATA["page"]).read_text("utf-8")
    assert section in [line.lstrip("# ") for line in text.splitlines() if line[:1] == "#"]
