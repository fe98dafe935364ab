"""A report of the small shift: figures beside those of a week before, series, tables, what is behind them."""

from dataclasses import replace

from retail_core.reporting.assemble import Basis, Sums, assemble
from retail_core.reporting.cells import Cell, Cells, FactContext, sum_of
from retail_core.reporting.fact_cells import cells_of
from retail_core.reporting.report import Comparison, Completeness, Drill, Report, Scope
from tests.small_shift import JSON_FACTS, ZONE, parsed

DAY = Scope("day", "2026-11-22", "2026-11-22")
WEEK_BEFORE = Scope("day", "2026-11-15", "2026-11-15")
BEFORE: Cells = {
    Cell("sold"): 20000,
    Cell("sold", "hour", "10"): 20000,
    Cell("receipts"): 2,
    Cell("receipts", "hour", "10"): 2,
}


def report(*, found: bool = True) -> Report:
    cells = sum_of(
        cells_of(kind, parsed(kind, body), context=FactContext(actor, at_ms, ZONE))
        for kind, body, actor, at_ms in JSON_FACTS
    )
    return assemble(
        Basis(
            scope=DAY,
            currency="CNY",
            as_of_ms=1,
            completeness=Completeness(1, 1),
            sums=Sums(cells, {"2026-11-22": cells}),
            compared=[
                (Comparison("week_before", WEEK_BEFORE, found), Sums(BEFORE, {"2026-11-15": BEFORE})),
            ],
            names={("cashier", "Li"): "李明"},
        )
    )


def test_a_figure_stands_beside_that_of_a_week_before() -> None:
    net, receipts, average, *_ = report().summary
    assert (net.value, net.compared) == (20437, (20000,))
    assert (receipts.value, receipts.compared) == (4, (2,))
    assert (average.value, average.compared) == (5109, (10000,))


def test_nothing_is_compared_with_a_week_of_which_nothing_is_known() -> None:
    assert report(found=False).summary[0].compared == (None,)


def test_a_measure_of_a_window_is_not_compared_with_one_that_was_not_taken() -> None:
    told = {Cell("delivery_fees"): 840}
    earlier = (Comparison("week_before", WEEK_BEFORE), Sums(BEFORE))
    basis = Basis(DAY, "CNY", 1, Completeness(1, 1), Sums(told), [earlier])
    assert assemble(basis).figures["delivery_fees"].compared == (None,)
    both = replace(basis, compared=[(earlier[0], Sums({**BEFORE, **told}))])
    assert assemble(both).figures["delivery_fees"].compared == (840,)


def test_hours_come_in_order_with_what_is_behind_them() -> None:
    hours = report().series_of("net_sales_by_hour")
    assert hours is not None
    assert [(point.key, point.value, point.compared) for point in hours.points] == [
        ("10", 19170, (20000,)),
        ("11", -235, (0,)),
        ("12", 1502, (0,)),
    ]
    assert hours.points[1].drill == Drill("sold", "hour", "11")


def test_a_day_is_compared_with_the_day_at_its_place() -> None:
    days = report().series_of("net_sales_by_day")
    assert days is not None
    assert [(point.key, point.value, point.compared) for point in days.points] == [
        ("2026-11-22", 20437, (20000,))
    ]


def test_people_have_a_row_each_with_their_name_and_a_total_under_them() -> None:
    people = report().table_of("cashiers")
    assert people is not None
    assert people.total is not None
    columns = [column.figure_id for column in people.columns]
    net = columns.index("net_sales")
    assert [(row.key, row.name, row.values[net]) for row in people.rows] == [
        ("Wang", "", 19502),
        ("Li", "李明", 935),
    ]
    assert people.total.values[net] == 20437


def test_what_nobody_measured_is_in_no_report() -> None:
    assert "online_to_store" not in report().figures
    assert report().figures["margin"].value is None
    assert report().series_of("orders_by_origin") is None
