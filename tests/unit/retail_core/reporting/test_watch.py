"""The worked tables of docs/rules/figures.md, "Watch list"."""

from retail_core.reporting.cells import Cell, Cells
from retail_core.reporting.report import Drill
from retail_core.reporting.watch import watch_cashiers, watch_members


def cells_of(measure: str, people: dict[str, tuple[int, int]]) -> Cells:
    """Return receipts and cases by cashier."""
    cells: Cells = {}
    for name, (receipts, cases) in people.items():
        cells[Cell("receipts", "cashier", name)] = receipts
        cells[Cell(measure, "cashier", name)] = cases
    return cells


REFUNDS = {"Li": (200, 4), "Wang": (300, 6), "Chen": (400, 10), "Zhao": (250, 20), "Sun": (40, 9)}


def test_who_gives_back_four_times_as_often_as_the_others_stands_on_the_list() -> None:
    [row] = watch_cashiers(cells_of("return_receipts", REFUNDS))
    assert (row.signal_id, row.key, row.count, row.base) == ("refund_rate", "Zhao", 20, 250)
    assert (row.expected_milli, row.rate_bp, row.normal_bp, row.times_milli) == (5_000, 800, 200, 4_000)
    assert row.drill == Drill("return_receipts", "cashier", "Zhao")


def test_few_others_are_taken_together() -> None:
    [row] = watch_cashiers(cells_of("no_sales", {"Li": (100, 6), "Wang": (300, 2)}))
    assert (row.key, row.expected_milli) == ("Li", 667)


def test_a_second_one_who_stands_out_does_not_hide_the_first() -> None:
    people = {**REFUNDS, "Zhou": (250, 30)}
    rows = watch_cashiers(cells_of("return_receipts", people))
    assert [row.key for row in rows] == ["Zhou", "Zhao"]


def test_with_nobody_else_there_is_no_normal() -> None:
    assert watch_cashiers(cells_of("no_sales", {"Li": (100, 60)})) == ()


def test_less_than_five_cases_are_chance() -> None:
    assert watch_cashiers(cells_of("overrides", {"Li": (100, 4), "Wang": (900, 0)})) == ()
    [row] = watch_cashiers(cells_of("overrides", {"Li": (100, 5), "Wang": (900, 0)}))
    assert (row.expected_milli, row.times_milli) == (0, 5_000)


def test_a_member_with_many_coupons_is_compared_with_those_who_used_any() -> None:
    [row] = watch_members({"a": 1, "b": 2, "c": 2, "d": 9, "e": 3})
    assert (row.key, row.count, row.expected_milli) == ("d", 9, 2_000)
    assert row.drill == Drill("coupons_used", "member", "d")
