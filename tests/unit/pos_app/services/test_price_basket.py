from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.records import Names
from tests.till_shop import open_shop

REGIONAL: dict[str, object] = {
    "id": "WEST",
    "kind": "percent",
    "params": {"percent_bp": 1000},
    "regions": ["west"],
}


@pytest.mark.parametrize(("tax_per", "tax_minor"), [("rate", 17), ("line", 18)])
def test_tax_is_rounded_as_the_store_says(tmp_path: Path, tax_per: str, tax_minor: int) -> None:
    with open_shop(tmp_path, tax_per=tax_per) as till:
        till.open_shift()
        current = till.basket()
        for _ in range(3):
            current.add_open_item(
                names=Names("糖", "糖", "Sweet"),
                amount_minor=33,
                tax_rate_bp=2000,
                category_id="coffee",
                code=None,
            )
        till.pay(current.basket, TenderInput("external", 99))
        with till.store.read() as work:
            found = work.sales.by_number("S01-T02-000001")
    assert found is not None
    assert [(row.gross_minor, row.tax_minor) for row in found[0].tax] == [(99, tax_minor)]
    assert sum(line.tax_minor for line in found[0].lines) == tax_minor


@pytest.mark.parametrize(("region", "total_minor"), [("west", 2_520), ("south", 2_800), ("", 2_800)])
def test_a_campaign_of_a_region_runs_in_the_stores_of_it(
    tmp_path: Path, region: str, total_minor: int
) -> None:
    with open_shop(tmp_path, region=region) as till:
        till.run_campaigns(REGIONAL)
        current = till.basket()
        current.add_product(till.product("latte"))
        assert till.prices(current.basket).total.minor == total_minor
