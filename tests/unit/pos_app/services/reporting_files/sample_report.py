"""A day of a store as a report, written by hand: 2026-11-21 in Shanghai, with the Saturday before it."""

from pos_app.services.reporting_files.compose_book import ReportPlace
from retail_core.reporting.measures import Unit
from retail_core.reporting.report import (
    Column,
    Comparison,
    Completeness,
    Drill,
    Figure,
    Point,
    Report,
    ReportTable,
    Row,
    Scope,
    Series,
)

AS_OF_MS = 1_795_265_400_000
"""2026-11-21 20:50 in Shanghai."""

PLACE = ReportPlace(store_id="S01", store="静安店", till="S01-T02", time_zone="Asia/Shanghai")

SCOPE = Scope("day", "2026-11-21", "2026-11-21")
BEFORE = Scope("day", "2026-11-14", "2026-11-14")
NAMES = {
    ("cashier", "m1"): "王芳",
    ("cashier", "m2"): "=cmd|' /C calc'!A0",
    ("category", "drinks"): "饮料",
    ("category", "dairy"): "乳制品",
    ("product", "p-cola"): "可口可乐 330ml",
    ("product", "p-milk"): "+1 鲜牛奶",
    ("campaign", "second-half"): "第二件半价",
}
HOURS = {
    8: (12_050, 9_900),
    9: (30_100, 35_000),
    10: (8_000, 0),
    11: (-2_500, 12_000),
    12: (77_777, 60_000),
}
"""Net sales by hour, and those a week before, in fen."""


def _figure(figure_id: str, unit: Unit, value: int | None, before: int | None = None) -> Figure:
    return Figure(figure_id, unit, value, (before,), Drill(figure_id))


SUMMARY = (
    _figure("net_sales", "minor", 125_427, 116_900),
    _figure("receipts", "count", 41, 44),
    _figure("average_basket", "minor", 3_059, 2_657),
    _figure("discount", "minor", 9_850, 0),
    _figure("member_sold_share", "bp", 4_567, 4_000),
    _figure("returned", "minor", 2_500, None),
    _figure("days_of_stock", "days", 123, 130),
    _figure("margin_rate", "bp", None, None),
)
TABLES = (
    ReportTable(
        "categories",
        "category",
        (Column("items", "milli"), Column("net_sales", "minor"), Column("margin_rate", "bp")),
        (
            Row("drinks", "", (61_000, 100_427, 2_513)),
            Row("dairy", "", (12_356, 22_500, None)),
            Row("", "", (1_000, 2_500, None)),
        ),
        Row("", "", (74_356, 125_427, 2_513)),
    ),
    ReportTable(
        "products",
        "product",
        (Column("items", "milli"), Column("net_sales", "minor")),
        (Row("p-cola", "", (61_000, 100_427)), Row("p-milk", "", (12_356, 22_500))),
    ),
    ReportTable(
        "campaigns",
        "campaign",
        (Column("discount_uses", "count"), Column("discount", "minor")),
        (Row("second-half", "", (17, 9_850)),),
    ),
    ReportTable(
        "cashiers",
        "cashier",
        (Column("receipts", "count"), Column("net_sales", "minor"), Column("no_sales", "count")),
        (Row("m1", "", (40, 125_000, 0)), Row("m2", "", (1, 427, 3))),
    ),
)


def _points(values: dict[str, tuple[int, int]]) -> tuple[Point, ...]:
    return tuple(Point(key, "", now, (before,)) for key, (now, before) in values.items())


SERIES = (
    Series("hours", "net_sales", "minor", "hour", _points({f"{hour:02d}": v for hour, v in HOURS.items()})),
    Series(
        "tenders",
        "tendered",
        "minor",
        "tender",
        _points({"card": (80_000, 70_000), "cash": (45_427, 46_900)}),
    ),
    Series(
        "categories",
        "net_sales",
        "minor",
        "category",
        _points({"drinks": (100_427, 90_000), "dairy": (22_500, 26_900), "": (2_500, 0)}),
    ),
)

REPORT = Report(
    scope=SCOPE,
    currency="CNY",
    as_of_ms=AS_OF_MS,
    completeness=Completeness(1, 2, ("S01-T03",), open=1),
    comparisons=(Comparison("week_before", BEFORE),),
    summary=SUMMARY,
    figures={figure.figure_id: figure for figure in SUMMARY},
    series=SERIES,
    tables=TABLES,
    names=NAMES,
)
