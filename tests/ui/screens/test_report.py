"""The report screens in their window: figures in words, pictures, and three touches to a receipt."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.app import Face
from pos_app.ui.format import Formats
from pos_app.ui.screens.report.presenter import ReportLanes, ReportPresenter, ReportTools
from pos_app.ui.screens.report.state import OutWay
from pos_app.ui.screens.report.view import ReportScreen
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.widgets.charts import HBarList
from pos_app.ui.widgets.facts_table import FactsTable
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.notice import Notice
from pos_app.ui.widgets.receipt import ReceiptPreview
from pos_app.ui.widgets.series import load_plots
from retail_core.reporting.report import Drill, Report, Scope
from tests.fakes import InlineLane
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.screens.report.fakes import (
    BEGUN,
    EARLIER,
    FULL,
    MANAGER,
    MONTH,
    MONTH_UNTIL,
    OPEN,
    FakeDayEnd,
    FakeEvidence,
    FakeReports,
    FakeWatch,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


def paper() -> bytes:
    picture = QImage(576, 900, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())


class Stage:
    """The screen in its window."""

    def __init__(self, qtbot: QtBot, face: Face, *reports: Report, denied: bool = False) -> None:
        self.reports = FakeReports(*reports)
        self.reports.fault = RuleError("right.missing", "report.view") if denied else None
        self.watch = FakeWatch()
        self.evidence = FakeEvidence(paper())
        self.day_end = FakeDayEnd()
        self.printed: list[str] = []
        self.ways: list[OutWay] = []
        self.presenter = ReportPresenter(
            ReportTools(
                self.reports,
                self.evidence,
                self.watch,
                open_row=self.evidence.open_row,
                hand_out=lambda _actor, _report, way: self._hand_out(way),
                print_z=self._print,
                day_end=self.day_end,
                late_of_all=self.evidence.ask_late,
                load_pictures=load_plots,
                language=lambda: face.language.name,
            ),
            session=Session(MANAGER, OPEN),
            lanes=ReportLanes(InlineLane(), InlineLane(), InlineLane()),
            navigate=lambda _name: None,
        )
        self.window = MainWindow(KeyMap(), FakeTimers())
        qtbot.addWidget(self.window)
        formats = Formats(lambda: face.language.name, SHANGHAI)
        self.screen = ReportScreen(self.presenter, self.window, theme=face.theme, formats=formats)
        self.window.add_screen(self.screen)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.navigate("report")

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def text(self, name: str) -> str:
        label = self.part(name)
        assert isinstance(label, QLabel), name
        return label.text()

    def press(self, name: str) -> None:
        button = self.part(name)
        assert isinstance(button, QAbstractButton), name
        button.click()
        QApplication.processEvents()

    def rows(self, name: str) -> list[list[str]]:
        table = self.part(name)
        assert isinstance(table, FactsTable)
        facts = table.facts
        return [
            [str(facts.data(facts.index(row, column))) for column in range(facts.columnCount())]
            for row in range(facts.rowCount())
        ]

    def tap_row(self, name: str, row: int) -> None:
        """Tap a row of a list."""
        picker = self.part(name)
        assert isinstance(picker, ListPicker)
        view = picker.focusProxy()
        assert view is not None
        index = picker.items.index(row)
        place = view.visualRect(index).center()  # type: ignore[attr-defined]  # a list view
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)  # type: ignore[attr-defined]
        QApplication.processEvents()

    def notice(self) -> str:
        notice = self.window.findChild(Notice)
        assert notice is not None
        return notice.accessibleName()

    def _hand_out(self, way: OutWay) -> Path | None:
        self.ways.append(way)
        return None if way in {"a4", "receipt_printer"} else Path("reports") / f"2026-11-22.{way}"

    def _print(self, _actor: Actor, shift_id: str) -> int:
        self.printed.append(shift_id)
        return 1


OpenReport = Callable[..., Stage]


@pytest.fixture
def open_report(qtbot: QtBot, make_face: FaceFactory) -> OpenReport:
    return lambda *reports, denied=False: Stage(qtbot, make_face("zh-Hans"), *reports, denied=denied)


def test_there_is_room_for_larger_text(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("en", text_scale=1.3)
    stage = Stage(qtbot, face, FULL, EARLIER)
    looks.assert_looks_right(stage.screen, face, size=QSize(1024, 640))


def test_figures_compare_with_the_same_day_a_week_earlier(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    assert stage.text("report.figure.net_sales_value") == "¥16,842.50"
    assert stage.text("report.figure.net_sales_note") == "较上周 ▲ 8.7%"
    assert stage.text("report.figure.receipts_note") == "▲ 8.7%"
    assert stage.text("report.figure.member_sold_share_note") == "= 0 个百分点"


def test_a_drawer_that_lacks_money_is_named_short(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    assert stage.text("report.figure.difference_name") == "短款"
    assert stage.text("report.figure.difference_value") == "¥2.00"


def test_nothing_expected_is_told_while_the_shift_is_open(open_report: OpenReport) -> None:
    stage = open_report(BEGUN)
    assert stage.text("report.figure.difference_value") == "–"
    assert stage.text("report.figure.difference_note") == "交班后显示"
    assert stage.text("report.state") == "班次进行中"
    assert not stage.part("report.print").isEnabled()


def test_who_pays_for_the_discounts_is_told(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    stage.press("report.tab.discounts")
    bars = stage.part("report.chart.funders")
    assert isinstance(bars, HBarList)
    assert bars.painted_texts() == ["总部", "¥1,128.00", "门店", "¥738.00", "品牌", "¥246.00"]
    assert stage.rows("report.table.campaigns_table")[0] == [
        "第二件半价",
        "96",
        "¥1,128.00",
        "¥0.00",
        "0",
        "¥0.00",
        "–",  # no receipts to compare with are counted here
    ]


def test_a_picture_turns_into_its_table_and_back(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    assert not stage.part("report.table.tenders").isVisible()
    stage.press("report.turn.tenders")
    assert stage.part("report.table.tenders").isVisible()
    assert not stage.part("report.chart.tenders").isVisible()
    assert stage.rows("report.table.tenders")[2] == ["现金", "118", "¥3,587.30", "−¥2.00"]
    stage.press("report.turn.tenders")
    assert stage.part("report.chart.tenders").isVisible()


def test_three_touches_lead_from_a_figure_to_the_receipt(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    stage.press("report.tab.people")
    bars = stage.part("report.chart.returned_by_cashier")
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    QApplication.processEvents()
    assert stage.evidence.asked == [(FULL.scope, Drill("returned", "cashier", "u3"))]
    assert stage.text("report.behind_title") == "退货金额 · 李强"
    assert stage.text("report.behind.meaning").startswith("这是什么？因退货退回的金额")
    assert stage.text("report.behind.as_of") == "截至 2026年11月22日 20:00 · 数据完整"
    stage.tap_row("report.behind.list", 0)
    assert stage.text("report.evidence_title") == "小票 S01T02-000088"
    preview = stage.part("report.evidence.paper")
    assert isinstance(preview, ReceiptPreview)
    assert preview.accessibleDescription() == "−¥54.00"


def test_keys_lead_to_the_receipt_and_back_again(open_report: OpenReport, qtbot: QtBot) -> None:
    stage = open_report(FULL, EARLIER)
    stage.window.activateWindow()
    stage.part("report.figure.receipts").setFocus()
    qtbot.waitUntil(lambda: stage.part("report.figure.receipts").hasFocus())
    focused = QApplication.focusWidget
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        widget = focused()
        assert widget is not None
        QTest.keyClick(widget, key)
        QApplication.processEvents()
    assert stage.text("report.evidence_title") == "小票 S01T02-000061"
    assert stage.part("report.evidence").isVisible()
    widget = focused()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert not stage.part("report.evidence").isVisible()
    assert stage.part("report.behind").isVisible()


def test_an_entry_without_a_paper_says_what_stands_in_the_books(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    stage.press("report.figure.receipts")
    stage.tap_row("report.behind.list", 2)
    assert stage.rows("report.evidence.facts") == [
        ["原因", "其他"],
        ["备注", "换零钱"],
        ["流水号", "1·42"],
        ["校验码", "ab12ab12ab12ab12"],
    ]


def test_a_long_list_goes_on_by_its_button(open_report: OpenReport) -> None:
    stage = open_report(FULL)
    stage.evidence.page = 2
    stage.press("report.figure.receipts")
    picker = stage.part("report.behind.list")
    assert isinstance(picker, ListPicker)
    assert picker.items.rowCount() == 2
    stage.press("report.behind.more")
    assert picker.items.rowCount() == 3
    assert not stage.part("report.behind.more").isVisible()


def test_where_nothing_stands_behind_a_figure_it_is_said(open_report: OpenReport) -> None:
    stage = open_report(FULL)
    stage.evidence.rows = ()
    stage.press("report.figure.receipts")
    assert stage.text("report.behind.message_title") == "没有对应记录"


def test_every_o2o_figure_stands_with_its_definition(open_report: OpenReport) -> None:
    stage = open_report(FULL)
    stage.press("report.tab.o2o")
    assert stage.text("report.o2o.gmv_meaning") == "柜台售出与订单金额之和，各计一次，未减退款。"
    # 16,930.50 over the counter and 2,624.00 of orders; none of them was paid here.
    assert stage.text("report.o2o.gmv_value") == "¥19,554.50"
    assert stage.text("report.o2o.stock_turnover_meaning").endswith("只能按门店整日统计。")
    assert not stage.part("report.o2o.stock_turnover").isEnabled()
    month = open_report(MONTH)
    month.press("report.tab.o2o")
    assert month.text("report.o2o.stock_out_rate_value") == "5%"
    assert month.text("report.o2o.stock_out_rate_meaning").endswith("数据范围：11月9日 至 11月29日。")


def test_the_watch_list_opens_its_evidence_of_its_own_time(open_report: OpenReport) -> None:
    stage = open_report(FULL)
    assert stage.text("report.watch.card_0_tag") == "非销售开钱箱 14"
    assert stage.text("report.watch.card_0_note") == "正常为 560 笔中 4.2 次"
    stage.press("report.tab.watch")
    assert stage.text("report.watch.row_2_who") == "一位会员"
    stage.press("report.watch.row_1")
    assert stage.evidence.asked == [(MONTH_UNTIL, Drill("return_receipts", "cashier", "u3"))]
    assert stage.text("report.behind_title") == "退货笔数 · 李强"


def test_where_nothing_is_unusual_it_is_said(open_report: OpenReport) -> None:
    stage = open_report(FULL)
    stage.watch.rows = ()
    stage.presenter.enter()
    assert stage.text("report.watch.card_nothing") == "这四周没有异常。"
    assert not stage.part("report.watch.card_0").isVisible()


def test_shifts_and_cashiers_stand_beside_each_other(open_report: OpenReport) -> None:
    stage = open_report(FULL)
    stage.press("report.tab.beside")
    assert stage.rows("report.table.beside")[1] == ["交易笔数", "412", "383"]
    stage.press("report.beside.cashiers")
    table = stage.part("report.table.beside")
    assert isinstance(table, FactsTable)
    assert table.painted_texts()[:4] == ["指标", "王芳", "李强", "Alexandra Montgomery"]


def test_a_period_has_its_days_and_one_shift_has_none(open_report: OpenReport) -> None:
    stage = open_report(MONTH)
    stage.press("report.tab.sales")
    assert stage.part("report.card.days").isVisible()
    assert stage.part("report.choose").accessibleName() == "11月1日 – 11月30日  ▾"
    shift = open_report(FULL)
    shift.press("report.tab.sales")
    assert not shift.part("report.card.days").isVisible()


def test_a_shift_a_day_or_a_period_is_chosen_from_the_sheet(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    stage.press("report.choose")
    picker = stage.part("report.shifts.list")
    assert isinstance(picker, ListPicker)
    titles = [picker.items.item(row).title for row in range(picker.items.rowCount())]
    assert titles == ["11月23日 · 第 9 班", "11月22日 · 第 8 班", "11月15日 · 第 1 班"]
    stage.tap_row("report.shifts.list", 2)
    assert stage.reports.asked[-1][0] == EARLIER.scope
    stage.press("report.choose")
    stage.press("report.by.day")
    stage.tap_row("report.days.list", 0)
    assert stage.reports.asked[-1][0] == Scope("day", "2026-11-23", "2026-11-23")
    stage.press("report.choose")
    stage.press("report.by.period")
    stage.press("report.from_-30")
    stage.press("report.until_-1")
    stage.press("report.period.take")
    assert stage.reports.asked[-1][0] == Scope("period", "2026-10-24", "2026-11-22")


def test_keys_choose_and_go_on(open_report: OpenReport, qtbot: QtBot) -> None:
    stage = open_report(FULL, EARLIER)
    alt = Qt.KeyboardModifier.AltModifier
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, Qt.Key.Key_Left, alt)
    assert stage.reports.asked[-1][0] == EARLIER.scope
    QTest.keyClick(stage.window, Qt.Key.Key_Right, alt)
    assert stage.reports.asked[-1][0] == FULL.scope
    QTest.keyClick(stage.window, Qt.Key.Key_D, alt)
    assert stage.part("report.shifts").isVisible()


def test_where_the_pdf_lies_is_told(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    stage.press("report.pdf")
    assert stage.notice() == f"报表已保存：{Path('reports') / '2026-11-22.pdf'}"


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("receipt_printer", "报表已送往打印机。"),
        ("a4", "报表已送往打印机。"),
        ("xlsx", f"报表已保存：{Path('reports') / '2026-11-22.xlsx'}"),
        ("csv", f"报表已保存：{Path('reports') / '2026-11-22.csv'}"),
    ],
)
def test_a_report_leaves_on_paper_and_as_files(open_report: OpenReport, way: OutWay, told: str) -> None:
    stage = open_report(MONTH)
    stage.press("report.more")
    stage.press(f"report.out.{way}")
    assert stage.ways == [way]
    assert stage.notice() == told
    assert not stage.part("report.out").isVisible()


def test_the_z_prints_by_its_button(open_report: OpenReport) -> None:
    stage = open_report(FULL, EARLIER)
    stage.press("report.print")
    assert stage.printed == ["h1"]


def test_without_the_right_the_reason_is_read_in_place(open_report: OpenReport) -> None:
    stage = open_report(FULL, denied=True)
    assert stage.text("report.message_title") == "无法显示报表"
    assert stage.text("report.message_hint") == "您没有此操作的权限，请找店长。"
    assert not stage.part("report.pdf").isEnabled()
    assert not stage.part("report.tabs").isVisible()


def test_without_a_shift_the_screen_says_what_to_do(open_report: OpenReport) -> None:
    assert open_report().text("report.message_title") == "还没有班次"


def test_a_new_language_reaches_the_figures(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("zh-Hans")
    stage = Stage(qtbot, face, FULL, EARLIER)
    face.language.switch("en")
    qtbot.waitUntil(lambda: stage.text("report.figure.difference_name") == "Short")
    assert stage.text("report.title") == "Reports"
    assert stage.text("report.card.tenders_title") == "Tenders"
