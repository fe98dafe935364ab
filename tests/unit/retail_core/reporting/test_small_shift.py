"""The worked table of docs/rules/figures.md, cell by cell."""

import pytest

from retail_core.reporting.cells import Cell, Cells, FactContext, keys_of, sum_of
from retail_core.reporting.fact_cells import cells_of
from retail_core.reporting.figures import FIGURES, figure_value
from retail_core.reporting.measures import MEASURES
from tests.small_shift import JSON_FACTS, ZONE, parsed

TABLE = """
receipts        4      2      1     1     2      2
list            23152  21300  350   1502  1650   21502
discount        2130   2130   0     0     130    2000
discount_ended  65     0      65    0     65     0
sold            21022  19170  350   1502  1520   19502
returned        585    0      585   0     585    0
tax             2533   2436   -27   124   108    2425
revenue         17904  16734  -208  1378  827    17077
rounding        -2     0      0     -2    0      -2
tendered        20435  19170  -235  1500  935    19500
receivable      2000   2000   0     0     0      2000
hand_over_value 3980   0      3980  0     3980   0
top_up_value    10000  0      10000 0     10000  0
"""
ROWS = [(row.split()[0], *map(int, row.split()[1:])) for row in TABLE.strip().splitlines()]


@pytest.fixture(scope="module")
def cells() -> Cells:
    return sum_of(
        cells_of(kind, parsed(kind, body), context=FactContext(actor, at_ms, ZONE))
        for kind, body, actor, at_ms in JSON_FACTS
    )


@pytest.mark.parametrize("row", ROWS, ids=[str(row[0]) for row in ROWS])
def test_a_row_of_the_table_is_what_the_facts_come_to(row: tuple[str, int], cells: Cells) -> None:
    measure, *expected = row
    hours, people = keys_of(cells, measure, dimension="hour"), keys_of(cells, measure, dimension="cashier")
    found = [
        cells.get(Cell(measure), 0),
        *(hours.get(hour, 0) for hour in ("10", "11", "12")),
        *(people.get(name, 0) for name in ("Li", "Wang")),
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("figure_id", "expected"),
    [
        ("net_sales", 20437),
        ("average_basket", 5109),
        ("return_rate", 278),
        ("member_sold_share", 557),
        ("discount", 2065),
        ("discount_share", 920),
        ("cash_flow", 12435),
    ],
)
def test_a_figure_under_the_table_is_reckoned_as_the_page_says(
    figure_id: str, expected: int, cells: Cells
) -> None:
    assert figure_value(figure_id, cells) == expected


def test_tenders_and_reasons_are_those_of_the_page(cells: Cells) -> None:
    assert keys_of(cells, "tendered", dimension="tender") == {"cash": 2435, "card": 18000}
    assert keys_of(cells, "returned", dimension="reason") == {"damaged": 585}
    assert keys_of(cells, "discount", dimension="funder") == {"store": 130, "brand": 2000}


def test_the_parts_by_each_dimension_come_to_the_total(cells: Cells) -> None:
    for measure, spec in MEASURES.items():
        total = sum(keys_of(cells, measure, dimension="").values())
        for dimension in spec.dimensions:
            assert sum(keys_of(cells, measure, dimension=dimension).values()) == total, (measure, dimension)


def test_a_figure_with_nothing_to_divide_by_is_not_nought() -> None:
    assert figure_value("average_basket", {}) is None
    assert figure_value("net_sales", {}) == 0


def test_a_figure_is_said_for_a_cashier_where_its_measures_can_be(cells: Cells) -> None:
    assert figure_value("net_sales", cells, dimension="cashier", key="Li") == 1520 - 585
    assert figure_value("net_sales", cells, dimension="tender", key="cash") is None


def test_every_figure_is_reckoned_from_measures_that_exist_and_drills_to_one() -> None:
    for figure_id, spec in FIGURES.items():
        assert set(spec.measures) <= set(MEASURES), figure_id
        assert not spec.drill or spec.drill in MEASURES, figure_id
