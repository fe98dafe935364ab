"""A believable day as a report, its week before, a day that just began; and evidence behind the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pos_app.services.errors import RuleError, StorageError, SyncError
from pos_app.services.records import Actor, Shift
from pos_app.services.reporting.find_receipts import Cursor, Evidence, EvidencePage, LateFacts
from pos_app.services.reporting_files.day_end import DayEndPlan
from pos_app.services.reporting_files.day_end_desk import DayEndBook
from pos_app.ui.screens.report.state import LateSum, Opened
from retail_core.journal import Entry
from retail_core.reporting.assemble import Basis, Sums, assemble
from retail_core.reporting.cells import Cell, Cells
from retail_core.reporting.figures import FIGURES, figure_value
from retail_core.reporting.folding import Place
from retail_core.reporting.report import (
    Comparison,
    Completeness,
    Drill,
    Report,
    Scope,
    SideBySide,
    SideRow,
)
from retail_core.reporting.stock_cells import STOCK_MEASURES, WHOLE_DAYS, DaysStock, known_days, stock_cells
from retail_core.reporting.watch import WatchRow

MANAGER = Actor("u2", "陈伟", "manager", {"report.view": None})
DAY_MS = 86_400_000
CLOSED = Shift("h1", 8, "2026-11-22", "CNY", 1_795_305_600_000, "u1", "王芳", 50_000, 1, 1_795_348_800_000)
WEEK_BEFORE = replace(
    CLOSED,
    shift_id="h0",
    number=1,
    business_day="2026-11-15",
    opened_ms=CLOSED.opened_ms - 7 * DAY_MS,
    closed_ms=1_795_348_800_000 - 7 * DAY_MS,
)
OPEN = replace(
    CLOSED,
    shift_id="h2",
    number=9,
    business_day="2026-11-23",
    opened_ms=CLOSED.opened_ms + DAY_MS,
    closed_ms=None,
)
SHIFTS = (OPEN, CLOSED, WEEK_BEFORE)

_HOURS = (18, 46, 62, 41, 38, 71, 58, 44, 34)
_HOURS_BEFORE = (20, 44, 57, 39, 37, 65, 54, 42, 33)
_CASHIERS = {"u1": "王芳", "u3": "李强", "u4": "Alexandra Montgomery"}
NAMES: Mapping[tuple[str, str], str] = {
    **{("cashier", key): name for key, name in _CASHIERS.items()},
    ("category", "coffee"): "咖啡",
    ("category", "tea"): "茶饮",
    ("category", "bakery"): "烘焙",
    ("category", "fresh"): "鲜食",
    ("category", "drinks"): "瓶装饮料",
    ("category", "snacks"): "零食",
    ("product", "p1"): "美式咖啡 大杯",
    ("product", "p2"): "拿铁 大杯",
    ("product", "p3"): "可颂",
    ("campaign", "a"): "第二件半价",
    ("campaign", "b"): "满 100 减 10 券",
    ("campaign", "c"): "会员价",
}

_PARTS: Mapping[tuple[str, str], Mapping[str, int]] = {
    ("sold", "category"): {
        "coffee": 708_240,
        "tea": 345_930,
        "bakery": 298_760,
        "fresh": 187_120,
        "drinks": 79_200,
        "snacks": 48_300,
        "": 25_500,
    },
    ("sold", "product"): {"p1": 402_200, "p2": 306_040, "p3": 298_760, "": 25_500},
    ("sold", "channel"): {"walk_in": 1_478_450, "pickup": 214_600},
    ("sold", "tier"): {"gold": 640_210, "silver": 422_480, "": 630_360},
    ("sold", "cashier"): {"u1": 902_440, "u3": 560_610, "u4": 230_000},
    ("sold", "tax"): {"1300": 1_394_290, "900": 298_760},
    ("tax", "tax"): {"1300": 160_405, "900": 24_668},
    ("taxed", "tax"): {"1300": 1_233_885, "900": 274_092},
    ("items", "category"): {"coffee": 246_000, "tea": 131_000, "bakery": 158_000, "fresh": 96_356},
    ("items", "product"): {"p1": 134_000, "p2": 112_000, "p3": 158_000},
    ("returned", "cashier"): {"u1": 1_200, "u3": 7_600},
    ("returned", "reason"): {"defective": 5_400, "changed_mind": 3_400},
    ("returned", "channel"): {"walk_in": 8_800},
    ("returned", "category"): {"coffee": 5_800, "bakery": 3_000},
    ("returned", "tier"): {"": 8_800},
    ("return_receipts", "cashier"): {"u1": 1, "u3": 2},
    ("receipts", "cashier"): {"u1": 220, "u3": 136, "u4": 56},
    ("receipts", "tier"): {"gold": 150, "silver": 110, "": 152},
    ("receipts", "channel"): {"walk_in": 374, "pickup": 38},
    ("tendered", "tender"): {"external": 690_440, "cash": 358_730, "card": 517_280, "stored_value": 117_800},
    ("tender_uses", "tender"): {"external": 168, "cash": 118, "card": 97, "stored_value": 31},
    ("discount", "campaign"): {"a": 112_800, "b": 41_000, "c": 56_400, "": 1_000},
    ("discount", "funder"): {"headquarters": 112_800, "brand": 24_600, "store": 73_800},
    ("discount_uses", "campaign"): {"a": 96, "b": 41, "c": 188, "": 7},
    ("receivable", "funder"): {"brand": 24_600},
    ("receivable", "campaign"): {"b": 24_600},
    ("coupons_used", "campaign"): {"b": 41},
    ("coupon_value", "campaign"): {"b": 41_000},
    ("removed_lines", "cashier"): {"u1": 4, "u3": 3},
    ("abandoned", "cashier"): {"u3": 2},
    ("voids_after_total", "cashier"): {"u1": 1, "u3": 3},
    ("void_after_total_value", "cashier"): {"u1": 1_800, "u3": 6_430},
    ("overrides", "cashier"): {"u1": 1, "u3": 6},
    ("overrides", "reason"): {"near_expiry": 5, "wrong_label": 2},
    ("hand_discounts", "cashier"): {"u3": 7},
    ("hand_discount_value", "cashier"): {"u3": 4_200},
    ("no_sales", "cashier"): {"u1": 1, "u3": 4},
    ("no_sales", "reason"): {"other": 5},
    ("drawer_openings", "cashier"): {"u1": 81, "u3": 42, "u4": 3},
    ("drawer_timed", "cashier"): {"u1": 80, "u3": 41},
    ("drawer_seconds", "cashier"): {"u1": 960, "u3": 3_725},
    ("copies", "cashier"): {"u1": 3},
    ("approvals", "cashier"): {"u3": 6},
    ("hand_overs", "cashier"): {"u1": 30, "u4": 8},
    ("hand_overs", "channel"): {"pickup": 33, "delivery": 5},
    ("hand_over_value", "channel"): {"pickup": 214_600, "delivery": 31_000},
    ("orders_ready", "channel"): {"pickup": 34, "delivery": 5},
    ("orders_on_time", "channel"): {"pickup": 33, "delivery": 5},
    ("orders_ready", "delay"): {"0": 38, "1-10": 1},
    ("orders_placed", "channel"): {"pickup": 40, "delivery": 6},
    ("orders_value", "channel"): {"pickup": 226_400, "delivery": 36_000},
    ("orders_placed", "origin"): {"app": 30, "till": 16},
    ("orders_value", "origin"): {"app": 170_000, "till": 92_400},
    ("short", "cashier"): {"u1": 200},
    ("short", "tender"): {"cash": 200},
    ("shifts_closed", "cashier"): {"u1": 1},
}
_TOTALS = {
    "sold": 1_693_050,
    "list": 1_904_260,
    "revenue": 1_507_977,
    "minutes_late": 6,
    "orders_got_ready": 39,
    "orders_collected": 38,
    "no_shows": 1,
    "member_joins": 6,
    "points_earned": 10_627,
    "points_spent": 1_200,
    "top_up_value": 60_000,
    "costed": 1_400_000,
    "cost": 812_000,
    "wasted_cost": 3_420,
    "paid_out_value": 12_000,
    "safe_drop_value": 200_000,
}
_SUMMED = frozenset(
    {"receipts", "returned", "tax", "taxed", "items", "tendered", "tender_uses", "discount", "discount_uses"}
    | {measure for measure, _ in _PARTS}
) - {"sold"}


def day_cells(percent: int = 100, hours: Sequence[int] = _HOURS) -> Cells:
    """Return a day; ``percent`` of it, with receipts an hour of its own."""
    cells: Cells = {}
    for (measure, dimension), parts in _PARTS.items():
        for key, value in parts.items():
            cells[Cell(measure, dimension, key)] = value * percent // 100
        if measure in _SUMMED:
            cells[Cell(measure)] = sum(parts.values()) * percent // 100
    for measure, value in _TOTALS.items():
        cells[Cell(measure)] = value * percent // 100
    for place, receipts in enumerate(hours):
        cells[Cell("receipts", "hour", f"{7 + place:02d}")] = receipts
        cells[Cell("sold", "hour", f"{7 + place:02d}")] = receipts * 4_109
    return cells


def scope_of(shift: Shift) -> Scope:
    return Scope("shift", shift.business_day, shift.business_day, shift_id=shift.shift_id)


def report_of(
    scope: Scope,
    cells: Cells,
    *,
    before: Cells | None = None,
    days: Mapping[str, Cells] | None = None,
    open_: int = 0,
    stock: Sequence[DaysStock] = (),
) -> Report:
    """Return the report of ``cells`` beside those of a week before."""
    earlier = Comparison("week_before", scope_of(WEEK_BEFORE), before is not None)
    return assemble(
        Basis(
            scope=scope,
            currency="CNY",
            as_of_ms=CLOSED.opened_ms + DAY_MS // 2,
            completeness=Completeness(1, 1, open=open_),
            sums=Sums(
                {**cells, **stock_cells(stock, window_days=30)},
                days if days is not None else {scope.first_day: _totals(cells)},
            ),
            compared=((earlier, Sums(before or {}, {WEEK_BEFORE.business_day: _totals(before or {})})),),
            names=NAMES,
            missing=dict.fromkeys(STOCK_MEASURES, WHOLE_DAYS),
            known_days=known_days(stock, first_day=scope.first_day, last_day=scope.last_day),
        )
    )


def _totals(cells: Cells) -> Cells:
    return {cell: value for cell, value in cells.items() if not cell.dimension}


FULL = report_of(scope_of(CLOSED), day_cells(), before=day_cells(92, _HOURS_BEFORE))
EARLIER = report_of(scope_of(WEEK_BEFORE), day_cells(92, _HOURS_BEFORE))
BEGUN = report_of(scope_of(OPEN), {}, open_=1)
LI_QIANG = report_of(
    replace(scope_of(CLOSED), cashier="u3"), day_cells(34), before=day_cells(30, _HOURS_BEFORE)
)
DAY = report_of(Scope("day", "2026-11-22", "2026-11-22"), day_cells(), before=day_cells(92, _HOURS_BEFORE))
MONTH = report_of(
    Scope("period", "2026-11-01", "2026-11-30"),
    day_cells(2_400),
    days={f"2026-11-{day:02d}": _totals(day_cells(80 + 5 * (day % 7))) for day in range(1, 31)},
    stock=[DaysStock("S01", "2026-11-09", "2026-11-29", 21, 21 * 8_412_300, 21 * 340, 21 * 17)],
)


def _row(seq: int, kind: str, reference: str, *, hours: int, value: int, total: int | None) -> Evidence:
    at_ms = CLOSED.opened_ms + hours * 3_600_000
    return Evidence(1, seq, kind, at_ms, "u3", "李强", reference, value, total)


ROWS = (
    _row(88, "sale.completed", "S01T02-000088", hours=6, value=1, total=-5_400),
    _row(61, "sale.completed", "S01T02-000061", hours=4, value=1, total=2_200),
    _row(42, "drawer.opened", "", hours=2, value=1, total=None),
)
ENTRY = Entry(
    id="e42",
    terminal="t1",
    incarnation=1,
    seq=42,
    type="drawer.opened",
    version=1,
    wall_ms=ROWS[2].at_ms,
    mono_ms=0,
    actor="u3",
    prev_hash="0" * 64,
    body={"shift_id": "h1", "reason": "other", "note": "换零钱", "approved_by": ""},
    personal=None,
    salt=None,
    body_hash="1" * 64,
    personal_hash=None,
    hash="ab12" * 16,
)


MONTH_UNTIL = Scope("period", "2026-10-26", "2026-11-22")
WATCHED = (
    WatchRow(
        "no_sales", "cashier", "u3", 14, 560, 4_200, 250, 75, Drill("no_sales", "cashier", "u3"), "李强"
    ),
    WatchRow(
        "refund_rate",
        "cashier",
        "u3",
        9,
        560,
        3_100,
        161,
        55,
        Drill("return_receipts", "cashier", "u3"),
        "李强",
    ),
    WatchRow(
        "coupons_member", "member", "m7", 12, 1, 2_000, 120_000, 20_000, Drill("coupons_used", "member", "m7")
    ),
)


class FakeWatch:
    """Has seen somebody."""

    def __init__(self) -> None:
        self.rows: tuple[WatchRow, ...] = WATCHED

    def window(self) -> Scope:
        return MONTH_UNTIL

    def __call__(self, actor: Actor, scope: Scope | None = None) -> tuple[WatchRow, ...]:  # noqa: ARG002 - by its name
        return self.rows


class FakeReports:
    """Answers from what it is given; notes what was asked."""

    def __init__(self, *reports: Report, shifts: Sequence[Shift] = SHIFTS) -> None:
        self.reports = list(reports)
        self.known = list(shifts)
        self.asked: list[tuple[Scope, str]] = []
        self.fault: RuleError | None = None

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        return self.known[:limit]

    def newest(self, actor: Actor) -> Scope:  # noqa: ARG002 - by its name
        if self.fault is not None:
            raise self.fault
        if not self.reports:
            raise RuleError("shift.unknown")
        return self.reports[0].scope

    def __call__(self, actor: Actor, scope: Scope, *, language: str = "zh-Hans") -> Report:  # noqa: ARG002 - by its name
        self.asked.append((scope, language))
        if self.fault is not None:
            raise self.fault
        return next((each for each in self.reports if each.scope == scope), report_of(scope, {}))

    def side_by_side(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        scopes: Sequence[Scope],
        *,
        language: str = "zh-Hans",  # noqa: ARG002 - by its name
    ) -> SideBySide:
        if self.fault is not None:
            raise self.fault
        cells = [day_cells(100 - 7 * place) for place, _ in enumerate(scopes)]
        rows = [
            SideRow(
                figure_id,
                FIGURES[figure_id].unit,
                tuple(figure_value(figure_id, each) for each in cells),
                Drill(FIGURES[figure_id].drill),
            )
            for figure_id in ("net_sales", "receipts", "average_basket", "returned", "no_sales")
        ]
        titles = tuple(_CASHIERS.get(scope.cashier, "") for scope in scopes)
        return SideBySide(tuple(scopes), titles, tuple(rows))


class FakeEvidence:
    """Has the same rows behind everything, in pages of its own size; a receipt is a small picture."""

    def __init__(self, picture: bytes = b"") -> None:
        self.rows: Sequence[Evidence] = ROWS
        self.page = len(ROWS)
        self.picture = picture
        self.asked: list[tuple[Scope, Drill]] = []
        self.fault: RuleError | None = None
        self.came_late: LateFacts | None = None
        self.late_of_all: LateSum | None = None
        self.office_fault: SyncError | None = None

    def ask_late(self, actor: Actor, day: str) -> LateSum | None:  # noqa: ARG002 - by its name
        if self.office_fault is not None:
            raise self.office_fault
        return self.late_of_all

    def late(self, actor: Actor, scope: Scope) -> LateFacts | None:  # noqa: ARG002 - by its name
        return self.came_late if scope.kind == "day" else None

    def __call__(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        scope: Scope,
        *,
        drill: Drill,
        after: Cursor | None = None,
    ) -> EvidencePage:
        self.asked.append((scope, drill))
        if self.fault is not None:
            raise self.fault
        rest = [row for row in self.rows if after is None or row.seq < after.before_seq]
        shown = tuple(rest[: self.page])
        more = Cursor(1, Place("h1", CLOSED.business_day), shown[-1].seq) if len(rest) > self.page else None
        return EvidencePage(shown, more)

    def open_row(self, actor: Actor, row: Evidence) -> Opened:  # noqa: ARG002 - by its name
        return Opened(row, self.picture if row.reference else b"", ENTRY)


class FakeDayEnd:
    """Keeps the setting that it is told."""

    def __init__(self) -> None:
        self.book = DayEndBook(
            DayEndPlan(Path("/mnt/share/loop"), formats=("pdf", "csv")),
            waiting=2,
            fault="report.no_folder",
            last="/mnt/share/loop/S01_2026-11-21_S01-T02_Z7.pdf",
            last_ms=CLOSED.opened_ms,
        )
        self.fault: RuleError | StorageError | None = None
        self.tested: list[DayEndPlan] = []

    def look(self, actor: Actor) -> DayEndBook:  # noqa: ARG002 - by its name
        if self.fault is not None:
            raise self.fault
        return self.book

    def put(self, actor: Actor, plan: DayEndPlan | None) -> DayEndBook:
        if self.fault is None:
            self.book = DayEndBook(plan)
        return self.look(actor)

    def test(self, actor: Actor, plan: DayEndPlan) -> tuple[Path, ...]:
        self.look(actor)
        self.tested.append(plan)
        return (plan.folder / "test.pdf",)
