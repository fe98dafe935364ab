"""A believable answer of head office over three stores, and what stands behind its figures."""

from __future__ import annotations

from dataclasses import replace

from pos_app.services.errors import PosError
from pos_app.services.records import Actor
from pos_app.services.reporting.chain import ORDER_PLACED
from pos_app.services.reporting.chain_model import ChainAnswer, ChainPage, ChainQuestion, Part
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.services.stock_model import ChainStore
from pos_app.ui.screens.report.chain_compare import days_beside
from pos_app.ui.screens.report.state import Opened
from retail_core.reporting.figures import FIGURES
from retail_core.reporting.report import (
    Column,
    Comparison,
    Completeness,
    Drill,
    Point,
    Report,
    ReportTable,
    Row,
    Scope,
    Series,
)
from retail_core.reporting.travel import report_doc
from retail_core.wire.reports import Adjustments, NotKnown, ReportReply, TillHeard
from tests.unit.pos_app.ui.screens.report.fakes import CLOSED, ENTRY, FULL, MONTH, ROWS

TODAY = "2026-11-22"
STORES = (
    ChainStore("S01", 1, "漫咖啡·静安寺店", "上海市静安区", None, "华东"),
    ChainStore("S02", 2, "漫咖啡·人民广场店", "上海市黄浦区", None, "华东"),
    ChainStore("S03", 3, "漫咖啡·信义店", "上海市松江区", None, ""),
)
_COLUMNS = (
    *("net_sales", "receipts", "average_basket", "items", "returned", "discount"),
    *("gmv", "online_share", "on_time_rate", "no_show_rate", "margin_rate", "difference"),
)
_ROWS = {
    "S02": (812_300, 201, 4_041, 512_000, 3_900, 98_100, 861_000, 1_240, 9_120, 310, 4_410, -500),
    "S01": (640_250, 158, 4_052, 401_000, 2_500, 77_400, 689_900, 1_180, 8_870, 0, 4_205, 0),
    "S03": (232_900, 53, 4_394, 122_000, 1_200, 35_710, 232_900, 0, None, None, 3_990, 1_200),
}


_WAYS = ReportTable(
    "coupon_ways",
    "campaign",
    tuple(
        Column(each, FIGURES[each].unit)
        for each in ("coupons_out", "coupons_claimed", "coupons_redeemed", "redemption_rate")
    ),
    (
        Row("NEW10", "新客 10 元券", (1_200, 1_080, 312, 2_600)),
        Row("BACK5", "回头 5 元券", (640, 96, 41, 641)),
    ),
    Row("", "", (1_840, 1_176, 353, 1_918)),
)


def chain_report(scope: Scope | None = None, *, complete: bool = True) -> Report:
    """Return the day of all stores, or of what ``scope`` says."""
    names = {each.store_id: each.name for each in STORES}
    rows = tuple(
        Row(key, names[key], values, tuple(Drill("sold", "store", key) for _ in values))
        for key, values in _ROWS.items()
    )
    table = ReportTable("stores", "store", tuple(Column(each, FIGURES[each].unit) for each in _COLUMNS), rows)
    points = tuple(Point(row.key, row.name, row.values[0] or 0, drill=row.drills[0]) for row in rows)
    series = Series("net_sales_by_store", "net_sales", "minor", "store", points)
    base = FULL if scope is None or scope.kind == "day" else MONTH
    told = Completeness(5, 5, open=2) if complete else Completeness(4, 5, ("S03-T01",), open=2)
    return replace(
        base,
        scope=scope or Scope("day", TODAY, TODAY),
        completeness=told,
        series=(*base.series, series),
        tables=(*base.tables, table, _WAYS),
    )


def told(report: Report, *, members: bool = False) -> ReportReply:
    """Return the message that such a report came in."""
    reason = "no_data" if members else "not_asked"
    lacks = [("online_to_store", "K2", reason), ("campaign_roi", "K13", "no_data")]
    silent = report.completeness.present < report.completeness.expected
    return ReportReply(
        report=report_doc(report),
        stores=3,
        left_out=1,
        not_known=tuple(NotKnown(figure_id=each, code=code, why=why) for each, code, why in lacks),
        not_heard=(
            TillHeard(
                terminal_id="S03-T01",
                store_id="S03",
                heard_ms=CLOSED.opened_ms,
                told_ms=CLOSED.opened_ms - 3_600_000,
            ),
        )
        if silent
        else (),
        adjustments=Adjustments(facts=2, net_minor=1_860),
    )


class FakeChain:
    """Head office; ``fault`` is what happens when it is asked, ``remembered`` what is kept on the till."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Answer everything, and remember nothing."""
        self.fault: PosError | None = None
        self.behind_fault: PosError | None = None
        self.complete = True
        self.remembered = False
        self.asked: list[ChainQuestion] = []
        self.saved: list[ChainQuestion] = []
        self.places: list[tuple[str, Drill, str]] = []

    def stores(self, _actor: Actor) -> tuple[ChainStore, ...]:
        return STORES

    def today(self) -> str:
        return TODAY

    def ask(self, _actor: Actor, question: ChainQuestion, *, language: str) -> ChainAnswer:
        self.asked.append(question)
        if self.fault is not None:
            raise self.fault
        return self.answer(question, language=language)

    def keep(self, answer: ChainAnswer) -> None:
        self.saved.append(answer.question)

    def kept(self, _actor: Actor, question: ChainQuestion, *, language: str) -> ChainAnswer | None:
        answer = self.answer(question, language=language)
        return replace(answer, kept_ms=answer.report.as_of_ms) if self.remembered else None

    def answer(self, question: ChainQuestion, *, language: str = "zh-Hans") -> ChainAnswer:
        """Return what is said to a question."""
        kind = "day" if question.first_day == question.last_day else "period"
        scope = Scope("day", question.first_day, question.last_day)
        scope = replace(scope, kind="day" if kind == "day" else "period")
        if len(question.stores) == 1:
            scope = replace(scope, store=question.stores[0])
        report = chain_report(scope, complete=self.complete)
        if question.compare_first_day:
            beside = days_beside(question, question.compare_first_day)
            report = replace(report, comparisons=(Comparison("chosen", beside, found=True),))
        return ChainAnswer(question, language, report, told(report, members=question.members))

    def parts(self, _actor: Actor, _answer: ChainAnswer, *, drill: Drill) -> tuple[Part, ...]:
        if self.behind_fault is not None:
            raise self.behind_fault
        self.places.append(("", drill, ""))
        return (Part("S02", STORES[1].name, 201), Part("S01", STORES[0].name, 158))

    def entries(
        self, _actor: Actor, _answer: ChainAnswer, *, store_id: str, drill: Drill, after: str = ""
    ) -> ChainPage:
        if self.behind_fault is not None:
            raise self.behind_fault
        self.places.append((store_id, drill, after))
        rows = [
            replace(row, entry_id=f"{store_id}-{number}", till=f"{store_id}-T01")
            for number, row in enumerate(ROWS)
        ]
        order = replace(rows[0], type=ORDER_PLACED, reference="A17", order_id="o17", entry_id="o17", till="")
        return ChainPage((*rows, order), "" if after else "next")

    def open_row(self, _actor: Actor, row: Evidence, _store_id: str, *, picture: bytes = b"") -> Opened:
        """Return a receipt's picture, or the entry of anything else."""
        if self.behind_fault is not None:
            raise self.behind_fault
        return Opened(row, picture, ENTRY) if row.type == "sale.completed" else Opened(row, b"", ENTRY)
