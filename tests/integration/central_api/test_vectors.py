"""The worked tables of the rule pages on the server: its stored campaigns, baskets as they travel."""

import json

import pytest

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.shop import pricing
from retail_core.pricing.engine import price
from retail_core.pricing.plain import basket_from_json, basket_to_json, priced_from_json, priced_to_json
from tests.pricing_vectors import Named, basket_of, context_of, load_vectors, rules_of, seen_of, stated

PRICED = tuple(named for named in load_vectors() if named.how == "price")
PAGES = sorted({named.page for named in PRICED})


def _store(number: int) -> str:
    return f"V{number:04}"


def _put(unit: Unit, number: int, *, named: Named) -> None:
    """Store the campaigns of a vector, each vector in a store of its own."""
    campaigns = [
        Campaign(f"{_store(number)}-{place}", number * 100 + place, "", str(rule.get("kind")), rule)
        for place, rule in enumerate(rules_of(named.vector))
    ]
    if campaigns:
        catalog.put_campaigns(unit, _store(number), campaigns=campaigns)


@pytest.mark.parametrize("page", PAGES)
def test_the_server_prices_as_the_page_says(database: Database, page: str) -> None:
    chosen = [(number, named) for number, named in enumerate(PRICED) if named.page == page]

    def put(unit: Unit) -> None:
        for number, named in chosen:
            _put(unit, number, named=named)

    database.run(put)
    wrong = {}
    with database.read() as unit:
        for number, named in chosen:
            basket = basket_from_json(json.loads(json.dumps(basket_to_json(basket_of(named.vector)))))
            rules = pricing.rules_of(unit, _store(number))
            answer = json.loads(
                json.dumps(priced_to_json(price(basket, rules, context=context_of(named.vector))))
            )
            expect = {key: value for key, value in named.vector["expect"].items() if key != "refused"}
            seen = stated(seen_of(priced_from_json(answer)), expect)
            if seen != expect:
                wrong[named.vector["name"]] = (seen, expect)
    assert wrong == {}


def test_there_are_as_many_tables_as_were_asked_for() -> None:
    assert len(PRICED) > 150
