"""Reports of a till that sells and takes back: kept at the close, added up while open, and what is behind."""

from dataclasses import replace

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift
from pos_app.services.reporting.find_receipts import Cursor, Evidence, FindReceipts, LateFacts
from pos_app.services.reporting.fold import KeepCells
from pos_app.services.reporting.ports import CellScope
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting.scopes import day_scope, shift_scope
from pos_app.services.write_fact import write_fact
from retail_core.reporting.cells import Cell, Cells, sum_of
from retail_core.reporting.layout import LATE
from retail_core.reporting.measures import MEASURES
from retail_core.reporting.report import DaySpan, Drill, Report, Scope
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed
from tests.fakes import NOON_MS
from tests.four_eyes import close_allowed
from tests.returns_counter import COUPON, GOLD, ReturnsCounter, stock_menu
from tests.till_shop import LI, Till, order_doc, store_page

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
TODAY = "2026-11-22"


def reports(till: Till) -> RunReport:
    return RunReport(
        store=till.store,
        catalog=till.data.catalog,
        clock=till.clock,
        profile=till.profile,
        campaign_name=till.prices.campaign_name,
    )


def receipts(till: Till) -> FindReceipts:
    return FindReceipts(store=till.store, catalog=till.data.catalog, profile=till.profile)


def a_busy_hour(till: Till) -> None:
    """A menu with a member's coupon, a coffee by card, and the cola of the menu comes back an hour later."""
    counter = ReturnsCounter(till)
    menu = counter.sell({"burger": 1, "cola": 1}, member=GOLD, coupons=(COUPON,))
    till.sell(["latte"], TenderInput("external", 2_000), TenderInput("cash", 800))
    till.clock.advance(HOUR_MS)
    counter.take_back(menu.receipt_number, {"cola": 1})


def close(till: Till) -> None:
    counted = {"cash": 20_000, "external": 2_000}
    used = till.close_shift.prepare().tenders
    close_allowed(till.close_shift, LI, {kind: counted[kind] for kind in used})


@pytest.fixture
def shop(till: Till) -> Till:
    stock_menu(till)
    till.open_shift()
    return till


def kept(till: Till) -> dict[tuple[str, str], Cells]:
    with till.store.read() as work:
        parts = work.cells.kept(CellScope("0000-00-00", "9999-99-99"))
    places = {place for place, _ in parts}
    return {
        (place.shift_id, place.business_day): sum_of(cells for at, cells in parts if at == place)
        for place in places
    }


def report_of(till: Till, scope: Scope | None = None) -> Report:
    run = reports(till)
    return run(LI, scope or run.newest(LI))


def value(report: Report, figure_id: str) -> int | None:
    return report.figures[figure_id].value


def test_a_close_keeps_the_sums_of_its_shift_and_they_are_those_of_the_z(shop: Till) -> None:
    a_busy_hour(shop)
    assert kept(shop) == {}
    close(shop)
    with shop.store.read() as work:
        z = work.shifts.last_z()
        assert work.cells.progress().through_seq == work.journal.head().seq
    assert z is not None
    report = report_of(shop)
    assert value(report, "sold") == z.total_minor
    assert value(report, "returned") == z.returns_minor
    assert value(report, "receipts") == z.sales_count
    assert value(report, "items") == z.items_milli
    assert value(report, "list") == z.list_minor
    assert value(report, "rounding") == z.rounding_minor
    assert value(report, "difference") == sum(count.difference_minor for count in z.tenders)
    assert value(report, "discount") == -sum(each.amount_minor for each in z.discounts)
    assert value(report, "tax") == sum(row.tax_minor for row in z.tax)
    assert len(kept(shop)) == 1


def test_an_open_shift_is_added_up_as_it_grows(shop: Till) -> None:
    run = reports(shop)
    shop.sell(["latte"], TenderInput("cash", 2_800))
    assert value(run(LI, run.newest(LI)), "net_sales") == 2_800
    shop.sell(["latte"], TenderInput("cash", 2_800))
    report = run(LI, run.newest(LI))
    assert value(report, "net_sales") == 5_600
    assert (report.completeness.open, report.completeness.is_complete) == (1, False)


def test_what_is_kept_while_a_shift_is_open_is_not_counted_twice(shop: Till) -> None:
    run = reports(shop)
    a_busy_hour(shop)
    before = run(LI, run.newest(LI)).figures
    keep = KeepCells(store=shop.store, catalog=shop.data.catalog, profile=shop.profile)
    while keep(most=2):
        pass
    assert run(LI, run.newest(LI)).figures == before
    close(shop)
    after = run(LI, run.newest(LI)).figures
    assert {name: after[name].value for name in ("sold", "returned", "receipts")} == {
        name: before[name].value for name in ("sold", "returned", "receipts")
    }


def test_made_anew_from_the_journal_everything_is_as_it_was(shop: Till) -> None:
    a_busy_hour(shop)
    close(shop)
    shop.open_shift()
    shop.sell(["cake"], TenderInput("cash", 2_000))
    close(shop)
    before = kept(shop)
    KeepCells(store=shop.store, catalog=shop.data.catalog, profile=shop.profile).anew()
    assert kept(shop) == before
    assert len(before) == 2


def test_every_cell_is_the_sum_of_the_entries_behind_it(shop: Till) -> None:
    a_busy_hour(shop)
    close(shop)
    shop.open_shift()
    shop.sell(["latte"], TenderInput("cash", 2_800))
    day = day_scope(TODAY)
    find = receipts(shop)
    cells = sum_of(kept(shop).values())
    checked = 0
    for cell, total in cells.items():
        if cell.measure in {"sold", "receipts"} or MEASURES[cell.measure].is_window:
            continue
        page = find(LI, day, drill=Drill(*cell))
        only_kept = [row for row in page.rows if row.reference != "S01-T02-000004"]
        assert sum(row.value for row in only_kept) == total, cell
        checked += 1
    assert checked > 60
    sold = find(LI, day, drill=Drill("sold", "product", "latte")).rows
    assert [(row.reference, row.value) for row in sold] == [
        ("S01-T02-000004", 2_800),
        ("S01-T02-000002", 2_800),
    ]


def test_a_page_goes_on_where_the_one_before_ended(shop: Till) -> None:
    for _ in range(5):
        shop.sell(["latte"], TenderInput("cash", 2_800))
    close(shop)
    shop.open_shift()
    for _ in range(2):
        shop.sell(["latte"], TenderInput("cash", 2_800))
    find = receipts(shop)
    found: list[Evidence] = []
    sizes = []
    after: Cursor | None = None
    while True:
        page = find(LI, day_scope(TODAY), drill=Drill("receipts"), after=after, limit=3)
        found += page.rows
        sizes.append(len(page.rows))
        after = page.more
        if after is None:
            break
    assert [row.reference[-1] for row in found] == list("7654321")
    assert sizes == [3, 3, 1]


def test_behind_an_hour_are_the_receipts_of_that_hour_only(shop: Till) -> None:
    a_busy_hour(shop)
    page = receipts(shop)(LI, day_scope(TODAY), drill=Drill("returned", "hour", "13"))
    assert [(row.type, row.reference, row.value) for row in page.rows] == [
        ("sale.completed", "S01-T02-000003", 300)
    ]
    entry = receipts(shop).entry(LI, page.rows[0])
    assert entry is not None
    assert entry.body["receipt_number"] == "S01-T02-000003"


def test_a_shift_is_compared_with_that_of_the_same_weekday(shop: Till) -> None:
    shop.sell(["latte"], TenderInput("cash", 2_800))
    close(shop)
    shop.clock.advance(7 * DAY_MS)
    shop.open_shift()
    shop.sell(["latte", "latte"], TenderInput("cash", 5_600))
    report = report_of(shop)
    net = report.summary[0]
    assert (net.value, net.compared) == (5_600, (2_800,))
    assert report.comparisons[0].found


def test_a_period_is_compared_with_the_one_before_and_with_the_year_before(shop: Till) -> None:
    shop.sell(["latte"], TenderInput("cash", 2_800))
    close(shop)
    shop.clock.advance(363 * DAY_MS)
    shop.open_shift()
    shop.sell(["cake"], TenderInput("cash", 2_000))
    close(shop)
    shop.clock.advance(2 * DAY_MS)
    shop.open_shift()
    shop.sell(["latte", "latte"], TenderInput("cash", 5_600))
    report = report_of(shop, Scope("period", "2027-11-22", "2027-11-23"))
    # The two days before the 22nd, and 22 November a year before.
    assert report.summary[0].value == 5_600
    assert report.summary[0].compared == (1_995, 2_800)


def test_whole_months_are_read_as_such_and_come_to_the_sum_of_their_shifts(shop: Till) -> None:
    for _ in range(6):
        shop.sell(["latte"], TenderInput("cash", 2_800))
        close(shop)
        shop.clock.advance(20 * DAY_MS)
        shop.open_shift()
    # Shifts on 22 November, 12 December, 1 and 21 January, 10 February and 2 March.
    for first, last, shifts in (
        ("2026-11-22", "2027-03-02", 6),
        ("2026-11-23", "2027-03-01", 4),
        ("2026-12-01", "2027-02-28", 4),
        ("2026-12-13", "2027-02-28", 3),
        ("2027-01-01", "2027-01-31", 2),
        ("2027-01-02", "2027-01-31", 1),
    ):
        scope = CellScope(first, last)
        with shop.store.read() as work:
            total = work.cells.total(scope)
            assert total == sum_of(cells for _, cells in work.cells.kept(scope))
            assert total[Cell("receipts")] == shifts
            assert not any(cell.dimension == "hour" for cell in work.cells.total(scope, without=("hour",)))


def test_people_are_named_and_categories_called_as_on_the_screen(shop: Till) -> None:
    shop.sell(["latte"], TenderInput("cash", 2_800))
    people = report_of(shop).table_of("cashiers")
    categories = report_of(shop).table_of("categories")
    assert people is not None
    assert categories is not None
    assert [(row.key, row.name) for row in people.rows] == [("li", "李娜")]
    assert [(row.key, row.name) for row in categories.rows] == [("coffee", "咖啡")]


def test_a_report_of_one_person_has_what_that_person_did(shop: Till) -> None:
    shop.sell(["latte"], TenderInput("cash", 2_800))
    day = day_scope(TODAY)
    run = reports(shop)
    beside = run.side_by_side(
        LI, [Scope("day", TODAY, TODAY, cashier="li"), Scope("day", TODAY, TODAY, cashier="wu"), day]
    )
    assert beside.titles == ("李娜", "吴昊", "")
    assert beside.rows[0].values == (2_800, 0, 2_800)


def test_one_persons_hours_and_reasons_are_that_persons_only(shop: Till) -> None:
    a_busy_hour(shop)
    wu = Actor("wu", "吴昊", "cashier", LI.rights)
    current = shop.basket()
    current.add_product(shop.product("latte"))
    shop.complete_sale(
        wu, current.basket, priced=shop.prices(current.basket), tenders=[TenderInput("cash", 2_800)]
    )
    run = reports(shop)
    day = day_scope(TODAY)
    hers, his = (run(LI, replace(day, cashier=who)) for who in ("li", "wu"))
    assert (value(hers, "receipts"), value(his, "receipts")) == (2, 1)
    hours = his.table_of("hours")
    assert hours is not None
    assert [(row.key, row.values[:2]) for row in hours.rows] == [("13", (1, 2_800))]
    assert his.table_of("reasons") is None
    reasons = hers.table_of("reasons")
    assert reasons is not None
    assert sum(row.values[0] or 0 for row in reasons.rows) == value(hers, "returned") != 0
    together = run(LI, day)
    for figure_id in ("receipts", "net_sales", "items", "returned"):
        assert _at_one(hers, figure_id) + _at_one(his, figure_id) == _at_one(together, figure_id)


def _at_one(report: Report, figure_id: str) -> int:
    """Return a figure of the hour in which both of them sold."""
    hours = report.table_of("hours")
    assert hours is not None
    place = [column.figure_id for column in hours.columns].index(figure_id)
    return sum(row.values[place] or 0 for row in hours.rows if row.key == "13")


def test_behind_an_hour_of_one_person_are_that_persons_receipts(shop: Till) -> None:
    a_busy_hour(shop)
    wu = Actor("wu", "吴昊", "cashier", LI.rights)
    current = shop.basket()
    current.add_product(shop.product("latte"))
    paid = shop.complete_sale(
        wu, current.basket, priced=shop.prices(current.basket), tenders=[TenderInput("cash", 2_800)]
    )
    day = replace(day_scope(TODAY), cashier="wu")
    [row] = receipts(shop)(LI, day, drill=Drill("receipts", "hour", "13")).rows
    assert (row.reference, row.actor) == (paid.receipt_number, "wu")
    assert receipts(shop)(LI, day, drill=Drill("returned", "hour", "13")).rows == ()
    assert receipts(shop)(LI, day, drill=Drill("receipts", "hour", "12")).rows == ()


def test_of_a_month_one_persons_sums_are_told_and_no_hours(shop: Till) -> None:
    shop.sell(["latte"], TenderInput("cash", 2_800))
    month = Scope("period", "2026-11-01", "2026-11-30", cashier="li")
    report = reports(shop)(LI, month)
    assert value(report, "net_sales") == 2_800
    assert report.table_of("hours") is None
    assert report.table_of("days") is not None


def _close_day(till: Till, day: str = TODAY) -> None:
    body = DayClosed(business_day=day, currency="CNY", shifts=(), complete=True)
    with till.store.write() as work:
        write_fact(work, till.clock, kind=DAY_CLOSED, actor="li", body=body)


def test_what_comes_after_the_day_was_closed_stands_apart_and_opens(shop: Till) -> None:
    find, day = receipts(shop), day_scope(TODAY)
    shop.sell(["latte"], TenderInput("cash", 2_800))
    assert find.late(LI, day) is None, "it is not closed"
    _close_day(shop)
    closed_ms = shop.clock.now_ms()
    assert find.late(LI, day) == LateFacts(0, 0, closed_ms)
    shop.clock.advance(60_000)
    late = shop.sell(["cake", "latte"], TenderInput("external", 4_795))
    _close_day(shop)
    shop.sell(["cake"], TenderInput("external", 1_995))
    assert find.late(LI, day) == LateFacts(2, 6_790, closed_ms), "the first close counts"
    drill = Drill("sold", LATE, TODAY)
    page = find(LI, day, drill=drill, limit=1)
    assert [row.value for row in page.rows] == [1_995]
    rest = find(LI, day, drill=drill, after=page.more, limit=5)
    assert [(row.reference, row.value) for row in rest.rows] == [(late.receipt_number, 4_795)]
    assert rest.more is None
    assert value(report_of(shop, day), "net_sales") == 2_800 + 6_790


def test_what_comes_for_another_day_is_not_late(shop: Till) -> None:
    _close_day(shop, "2026-11-21")
    shop.sell(["latte"], TenderInput("cash", 2_800))
    assert receipts(shop).late(LI, day_scope("2026-11-21")) == LateFacts(0, 0, shop.clock.now_ms())
    assert receipts(shop).late(LI, Scope("period", "2026-11-01", TODAY)) is None


def test_the_orders_of_a_day_say_how_many_were_collected(shop: Till) -> None:
    page = store_page(
        ("order", "11" * 8, order_doc("handed_over", order_id="11" * 8)),
        ("order", "22" * 8, order_doc("no_show", order_id="22" * 8)),
        ("order", "33" * 8, order_doc("ready", order_id="33" * 8, placed_ms=NOON_MS - DAY_MS)),
    )
    shop.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    report = report_of(shop, day_scope(TODAY))
    assert value(report, "orders_placed") == 2
    assert value(report, "gmv") == 5_600
    assert value(report, "collected_rate") == 5_000
    assert value(report, "no_show_rate") == 5_000


def stock_day(day: str, *, minor: int, in_range: int, at_zero: int) -> tuple[str, str, dict[str, object]]:
    doc: dict[str, object] = {"business_day": day, "stock_minor": minor, "uncosted": 0}
    return "stock_day", day, {**doc, "in_range": in_range, "at_zero": at_zero}


def test_turnover_and_stock_outs_are_known_without_a_network_as_far_as_head_office_told(shop: Till) -> None:
    page = store_page(
        stock_day("2026-11-19", minor=90_000, in_range=50, at_zero=5),
        stock_day("2026-11-20", minor=10_001, in_range=40, at_zero=1),
        stock_day("2026-11-21", minor=20_002, in_range=40, at_zero=3),
        ("stock_day", "2026-11-18", None),
    )
    shop.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    shop.sell(["burger"], TenderInput("cash", 2_500))
    week = report_of(shop, Scope("period", "2026-11-20", "2026-11-26"))
    average = 15_002  # (100.01 + 200.02) / 2, half up
    cost = 835
    assert value(week, "stock_turnover") == round(cost / average * 10_000)
    assert value(week, "days_of_stock") == round(average * 7 / cost * 10)
    assert value(week, "stock_out_rate") == 500  # 4 of 80
    assert week.known_days["stock_turnover"] == DaySpan("2026-11-20", "2026-11-21")
    today = report_of(shop, day_scope(TODAY))
    assert today.not_known["stock_turnover"] == "no_stock_days"
    assert report_of(shop).not_known["days_of_stock"] == "whole_days"
    assert report_of(shop).not_known["acquisition_cost"] == "at_head_office"
    person = report_of(shop, Scope("day", TODAY, TODAY, cashier="li"))
    assert person.not_known["pickup_share"] == "not_of_persons"


def test_without_the_right_nothing_is_told(shop: Till) -> None:
    nobody = Actor("wu", "吴昊", "cashier", {"sell": None})
    with pytest.raises(RuleError, match=r"right.missing"):
        reports(shop)(nobody, day_scope(TODAY))
    with pytest.raises(RuleError, match=r"right.missing"):
        receipts(shop)(nobody, day_scope(TODAY), drill=Drill("sold"))


def test_a_shift_that_is_not_here_is_refused(shop: Till) -> None:
    gone = Shift("nowhere", 9, TODAY, "CNY", 0, "li", "李娜", 0, 1)
    with pytest.raises(RuleError, match=r"shift.unknown"):
        reports(shop)(LI, shift_scope(gone))
