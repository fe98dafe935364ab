from dataclasses import replace

import pytest

from pos_app.services.reporting_files.a4_paper import a4_paper, change_text, ticks_of
from pos_app.services.reporting_files.book import BookColumn, BookFigure, BookSheet
from pos_app.services.reporting_files.compose_book import MOST_BARS, change_of, compose_book
from pos_app.services.reporting_files.values import Amount, Count, Day, Quantity, Share
from pos_app.services.reporting_files.words import ReportWords
from retail_core.reporting.report import Completeness, Point, Scope, Series
from tests.unit.pos_app.services.reporting_files.sample_report import PLACE, REPORT

ENGLISH = ReportWords.load("en")
CHINESE = ReportWords.load("zh-Hans")


def test_the_face_says_what_it_is_about_and_how_far_it_can_be_trusted() -> None:
    face = compose_book(REPORT, PLACE, words=ENGLISH).face

    assert (face.title, face.store, face.till, face.period) == (
        "Daily report",
        "静安店",
        "S01-T02",
        "2026-11-21",
    )
    assert face.compared == "compared with a week earlier (2026-11-14)"
    assert face.as_of == "As of 2026-11-21 20:50"
    assert face.completeness == "Not complete: 1 of 2; missing: S01-T03; 1 still open"


def test_a_shift_of_one_cashier_says_so() -> None:
    scope = Scope("shift", "2026-11-21", "2026-11-22", shift_id="s7", cashier="m1")
    complete = replace(REPORT, scope=scope, completeness=Completeness(1, 1), comparisons=())

    face = compose_book(complete, PLACE, words=CHINESE, number=7).face

    assert face.title == "班次报表"
    assert face.period == "第 7 班 · 2026-11-21 至 2026-11-22 · 收银员：王芳"
    assert face.compared == ""
    assert face.completeness == "数据完整：1/1"


def test_figures_stay_numbers_with_their_comparison() -> None:
    figures = {each.figure_id: each for each in compose_book(REPORT, PLACE, words=ENGLISH).figures}

    net = figures["net_sales"]
    assert (net.label, net.value, net.before) == ("Net sales", Amount(125_427, "CNY"), Amount(116_900, "CNY"))
    assert net.change_bp == 729
    assert figures["member_sold_share"].change_bp == 567
    assert figures["margin_rate"].value is None
    assert figures["returned"].before is None


def test_without_an_earlier_time_nothing_is_compared() -> None:
    missing = replace(REPORT, comparisons=(replace(REPORT.comparisons[0], found=False),))

    book = compose_book(missing, PLACE, words=ENGLISH)

    assert book.face.compared == "nothing to compare with yet"
    assert {each.before for each in book.figures} == {None}
    assert {bar.before for chart in book.charts for bar in chart.bars} == {None}
    assert {chart.before for chart in book.charts} == {""}


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [(110, 100, 1_000), (90, 100, -1_000), (5, 0, None), (-5, 10, None), (None, 10, None), (1, 3, -6_667)],
)
def test_a_change_is_said_only_where_it_means_something(
    now: int | None, before: int | None, change: int | None
) -> None:
    assert change_of("minor", now, before=before) == change


def test_a_change_of_a_share_is_said_in_points() -> None:
    grown = BookFigure("x", "", Share(4_567), Share(4_000), 567)

    assert change_text(grown, ENGLISH) == "+5.7 pts"
    assert change_text(replace(grown, value=Count(3)), ENGLISH) == "+5.7%"
    assert change_text(replace(grown, change_bp=None), ENGLISH) == ""


def test_tables_carry_names_keys_in_words_and_totals() -> None:
    categories = compose_book(REPORT, PLACE, words=CHINESE).sheets[0]

    assert (categories.key, categories.title) == ("categories", "类别")
    assert [(column.key, column.title, column.kind) for column in categories.columns] == [
        ("category", "类别", "text"),
        ("items", "商品件数", "quantity"),
        ("net_sales", "净销售额", "amount"),
        ("margin_rate", "毛利率", "share"),
    ]
    assert categories.rows[0] == ("饮料", Quantity(61_000), Amount(100_427, "CNY"), Share(2_513))
    assert categories.rows[2] == ("未分类", Quantity(1_000), Amount(2_500, "CNY"), None)
    assert categories.total == ("合计", Quantity(74_356), Amount(125_427, "CNY"), Share(2_513))


def test_a_picture_without_a_table_gets_one() -> None:
    sheets = {sheet.key: sheet for sheet in compose_book(REPORT, PLACE, words=ENGLISH).sheets}

    assert sheets["hours"].rows[0] == ("08:00", Amount(12_050, "CNY"))
    assert sheets["tenders"].rows == (
        ("Card or payment code", Amount(80_000, "CNY")),
        ("Cash", Amount(45_427, "CNY")),
    )


def test_only_what_runs_in_time_is_drawn_beside_last_week() -> None:
    charts = {chart.key: chart for chart in compose_book(REPORT, PLACE, words=ENGLISH).charts}

    hours = charts["hours"]
    assert (hours.kind, hours.title, hours.before) == ("columns", "Net sales by hour", "before")
    assert [(bar.label, bar.number, bar.before) for bar in hours.bars][:2] == [
        ("08:00", 12_050, 9_900),
        ("09:00", 30_100, 35_000),
    ]
    assert (charts["tenders"].kind, charts["tenders"].before) == ("bars", "")


def test_many_days_are_drawn_by_month_and_many_products_only_the_first() -> None:
    days = tuple(Point(f"2026-{month:02d}-{day:02d}", "", 100) for month in (9, 10) for day in range(1, 31))
    products = tuple(Point(f"p{number}", "", 100 - number) for number in range(40))
    one_day = Series("d1", "net_sales", "minor", "day", days[:1])
    wide = replace(
        REPORT,
        series=(
            Series("d", "net_sales", "minor", "day", days),
            Series("p", "net_sales", "minor", "product", products),
            one_day,
        ),
    )

    charts = compose_book(wide, PLACE, words=ENGLISH).charts

    assert [chart.key for chart in charts] == ["d", "p"]
    assert [(bar.label, bar.number) for bar in charts[0].bars] == [("2026-09", 3_000), ("2026-10", 3_000)]
    assert len(charts[1].bars) == MOST_BARS


def test_every_figure_that_is_shown_is_defined_once() -> None:
    definitions = compose_book(REPORT, PLACE, words=ENGLISH).definitions

    names = [each.name for each in definitions]
    assert len(names) == len(set(names))
    assert names[:3] == ["Net sales", "Receipts", "Average receipt"]
    assert (
        definitions[2].text
        == "Net sales divided by receipts; handed-over orders that were paid before are in neither."
    )


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([12_050, 30_100], (0, 10_000, 20_000, 30_000, 40_000)),
        ([-2_500, 77_777], (-50_000, 0, 50_000, 100_000)),
        ([0], (0, 1)),
        ([], (0, 1)),
        ([3], (0, 1, 2, 3)),
    ],
)
def test_the_axis_has_round_numbers(values: list[int], ticks: tuple[int, ...]) -> None:
    assert ticks_of(values) == ticks


def test_paper_has_texts_and_says_what_it_leaves_out() -> None:
    columns = (BookColumn("product", "Product"), BookColumn("net_sales", "Net sales", "amount"))
    rows = tuple((f"p{number}", Amount(number, "CNY")) for number in range(1_003))
    long = BookSheet("long", "Long", columns, rows, total=("Total", Amount(5, "CNY")))
    hidden = replace(long, on_paper=False)
    book = replace(compose_book(REPORT, PLACE, words=ENGLISH), sheets=(long, hidden))

    (table,) = a4_paper(book, ENGLISH).tables

    assert len(table.rows) == 1_001
    assert table.rows[0] == ("p0", "0.00")
    assert table.rows[-1] == ("and 3 more", "")
    assert table.total == ("Total", "0.05")


def test_a_table_that_is_too_wide_is_drawn_in_parts_with_the_names() -> None:
    columns = (BookColumn("cashier", "Cashier"), *(BookColumn(f"f{n}", f"F{n}", "count") for n in range(11)))
    wide = BookSheet(
        "wide",
        "Wide",
        columns,
        (("Ann", *(Count(n) for n in range(11))),),
        total=("Total", *(Count(n) for n in range(11))),
    )
    book = replace(compose_book(REPORT, PLACE, words=ENGLISH), sheets=(wide,))

    first, second = a4_paper(book, ENGLISH).tables

    assert (first.title, second.title) == ("Wide 1/2", "Wide 2/2")
    assert first.rows == (("Ann", "0", "1", "2", "3", "4", "5"),)
    assert second.rows == (("Ann", "6", "7", "8", "9", "10"),)
    assert second.total == ("Total", "6", "7", "8", "9", "10")


def test_a_single_day_is_no_table_on_paper() -> None:
    columns = (BookColumn("day", "Day", "day"), BookColumn("net_sales", "Net sales", "amount"))
    days = tuple((Day(f"2026-11-{day}"), Amount(100, "CNY")) for day in (20, 21))
    one, two = (BookSheet("days", "Days", columns, days[:count]) for count in (1, 2))
    book = compose_book(REPORT, PLACE, words=ENGLISH)

    assert a4_paper(replace(book, sheets=(one,)), ENGLISH).tables == ()
    assert len(a4_paper(replace(book, sheets=(two,)), ENGLISH).tables) == 1


def test_a_row_that_does_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="short"):
        BookSheet("short", "", (BookColumn("a", "A"),), ((1, 2),))  # type: ignore[arg-type]
