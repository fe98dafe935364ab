"""The worked table of what campaigns brought, and which receipts are compared at all."""

import pytest

from retail_core.reporting.campaign_cells import StoreBaskets, expected_cells
from retail_core.reporting.cells import Cell, Cells, FactContext, add_cells
from retail_core.reporting.fact_cells import cells_of
from retail_core.reporting.figures import figure_value, not_known
from retail_core.wire.facts import SALE_COMPLETED, Discount, SaleCompleted
from tests.integration.central_api.till import line, returned, sale

TABLE = {
    "five": (40, 64_000, 17_700, 48_000),
    "half": (50, 50_000, 40_000, 60_000),
    "brand": (60, 78_000, 0, 72_000),
    "birthday": (12, 30_000, 6_000, 14_400),
}
"""Of each campaign its baskets, their margin, its subsidy, and what is expected of as many."""


def week() -> Cells:
    """Return the cells of the worked week."""
    cells: Cells = {Cell("control_baskets"): 200, Cell("control_margin"): 240_000}
    for campaign, row in TABLE.items():
        for name, value in zip(("baskets", "margin", "subsidy"), row, strict=False):
            add_cells(cells, {Cell(f"campaign_{name}"): value})
            cells[Cell(f"campaign_{name}", "campaign", campaign)] = value
    add_cells(
        cells, expected_cells([StoreBaskets(200, 240_000, {key: row[0] for key, row in TABLE.items()})])
    )
    return cells


def test_the_worked_week() -> None:
    cells = week()
    for campaign, row in TABLE.items():
        assert cells[Cell("campaign_expected", "campaign", campaign)] == row[3]
    found = {
        campaign: figure_value("campaign_roi", cells, dimension="campaign", key=campaign)
        for campaign in TABLE
    }
    assert found == {"five": 9_040, "half": -2_500, "brand": None, "birthday": None}
    assert figure_value("campaign_roi", cells) == 4_333


def test_a_figure_without_enough_baskets_or_without_a_subsidy_says_so() -> None:
    cells = week()
    few = {**cells, Cell("control_baskets"): 29}
    assert not_known(few, missing={})["campaign_roi"] == "few_baskets"
    free = {**cells, Cell("campaign_subsidy"): 0}
    assert not_known(free, missing={})["campaign_roi"] == "no_subsidy"
    assert "campaign_roi" not in not_known(cells, missing={})


def test_each_store_is_compared_with_its_own_controls_where_it_has_enough() -> None:
    cells = expected_cells(
        [
            StoreBaskets(100, 100_000, {"five": 10}),  # 10.00 each
            StoreBaskets(50, 100_000, {"five": 10}),  # 20.00 each
            StoreBaskets(29, 290_000, {"five": 1}),  # too few: 490,000 of 179 are 27.37
            StoreBaskets(0, 0, {"half": 2}),
        ]
    )
    assert cells[Cell("campaign_expected", "campaign", "five")] == 10_000 + 20_000 + 2_737
    assert cells[Cell("campaign_expected", "campaign", "half")] == 5_475
    assert expected_cells([StoreBaskets(0, 0, {"five": 3})]) == {Cell("campaign_expected"): 0}


def off(rule_id: str, minor: int, *, effect: str = "price_reduction", **funders: int) -> Discount:
    return Discount.model_validate(
        {
            "rule_id": rule_id,
            "kind": "percent",
            "name": rule_id,
            "amount_minor": -minor,
            "funders": {name: -share for name, share in (funders or {"store": minor}).items()},
            "tax_effect": effect,
            "units_milli": 1_000,
        }
    )


def basket(*discounts: Discount, cost_minor: int | None = 400) -> SaleCompleted:
    """Return two cartons for 13.00, 13 % tax in it: 11.50 without; the discounts are only noted on them."""
    sold = line().model_copy(update={"cost_minor": cost_minor, "discounts": discounts})
    return sale("s1", sold)


def found(document: SaleCompleted) -> dict[str, int]:
    context = FactContext("li", 1_764_000_000_000, "Asia/Shanghai")
    cells = cells_of(SALE_COMPLETED, document, context=context)
    return {
        cell.measure: value
        for cell, value in cells.items()
        if not cell.dimension and cell.measure.startswith(("campaign_", "control_"))
    }


def test_a_basket_is_of_one_campaign_a_control_or_neither() -> None:
    assert found(basket()) == {"control_baskets": 1, "control_margin": 750}
    assert found(basket(off("cashier_line", 100))) == {"control_baskets": 1, "control_margin": 750}
    one = found(basket(off("five", 226)))
    assert one == {"campaign_baskets": 1, "campaign_margin": 750, "campaign_subsidy": 200}
    shared = found(basket(off("five", 226, store=113, platform=113)))
    assert shared["campaign_subsidy"] == 100
    third = found(basket(off("brand", 300, effect="third_party_payment", brand=300)))
    assert third == {"campaign_baskets": 1, "campaign_margin": 1_050}
    assert found(basket(off("five", 100), off("ten", 100))) == {}
    assert found(basket(cost_minor=None)) == {}
    assert found(returned(basket(), pieces=1, number=2)) == {}


@pytest.mark.parametrize("rule_id", ["cashier_price", "cashier_basket", "cashier_drop"])
def test_what_a_person_takes_off_is_no_campaign(rule_id: str) -> None:
    assert found(basket(off(rule_id, 50)))["control_baskets"] == 1
