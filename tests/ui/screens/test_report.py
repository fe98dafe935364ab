"""The shift report: its figures in words, its pictures, and the ways to paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from pos_app.services.documents import ReportDocument
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.services.shift_report import CategoryFigure, Comparison, ShiftFigures, TenderFigure
from pos_app.ui.app import Face
from pos_app.ui.format import Formats
from pos_app.ui.screens.report.presenter import ReportPresenter, ReportTools
from pos_app.ui.screens.report.view import ReportScreen
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.widgets.facts_table import FactsTable
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.notice import Notice
from tests.fakes import InlineLane
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.screens.report.fakes import (
    EARLIER,
    FIGURES,
    MANAGER,
    OPEN,
    RUNNING,
    FakeReport,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Stage:
    """The screen in its window."""

    def __init__(self, qtbot: QtBot, face: Face, *figures: ShiftFigures, denied: bool = False) -> None:
        report = FakeReport(*figures)
        report.fault = RuleError("right.missing", "report.view") if denied else None
        self.printed: list[str] = []
        presenter = ReportPresenter(
            ReportTools(
                report,
                compose=lambda _figures: ReportDocument("report"),
                save_pdf=lambda _document: Path("reports") / "2026-11-22.pdf",
                print_z=self._print,
                language=lambda: face.language.name,
            ),
            session=Session(MANAGER, OPEN),
            storage=InlineLane(),
            paper=InlineLane(),
            navigate=lambda _name: None,
        )
        self.window = MainWindow(KeyMap(), FakeTimers())
        qtbot.addWidget(self.window)
        formats = Formats(lambda: face.language.name, SHANGHAI)
        self.screen = ReportScreen(presenter, self.window, theme=face.theme, formats=formats)
        self.window.add_screen(self.screen)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.navigate("report")

    def text(self, name: str) -> str:
        label = self.screen.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def button(self, name: str) -> QAbstractButton:
        button = self.screen.findChild(QAbstractButton, name)
        assert button is not None
        return button

    def rows(self, name: str) -> list[list[str]]:
        table = self.screen.findChild(FactsTable, name)
        assert table is not None
        facts = table.facts
        return [
            [str(facts.data(facts.index(row, column))) for column in range(facts.columnCount())]
            for row in range(facts.rowCount())
        ]

    def notice(self) -> str:
        notice = self.window.findChild(Notice)
        assert notice is not None
        return notice.accessibleName()

    def _print(self, _actor: Actor, shift_id: str) -> int:
        self.printed.append(shift_id)
        return 1


@pytest.fixture
def open_report(qtbot: QtBot, make_face: FaceFactory) -> Callable[..., Stage]:
    return lambda *figures, denied=False: Stage(qtbot, make_face("zh-Hans"), *figures, denied=denied)


def words() -> ReportWords:
    return ReportWords(Formats(lambda: "zh-Hans", SHANGHAI))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_report_looks_right(qtbot: QtBot, make_face: FaceFactory, language: str, theme: str) -> None:
    face = make_face(language, theme=theme)
    stage = Stage(qtbot, face, FIGURES, EARLIER)
    for size in looks.SCREENS:
        looks.assert_looks_right(stage.screen, face, size=size)


@pytest.mark.parametrize("figures", [(), (RUNNING, EARLIER)])
def test_a_report_with_little_or_nothing_in_it_looks_right(
    qtbot: QtBot, make_face: FaceFactory, figures: tuple[ShiftFigures, ...]
) -> None:
    face = make_face("zh-Hans")
    looks.assert_looks_right(Stage(qtbot, face, *figures).screen, face, size=QSize(1024, 640))


def test_there_is_room_for_larger_text(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("en", text_scale=1.3)
    stage = Stage(qtbot, face, FIGURES, EARLIER)
    looks.assert_looks_right(stage.screen, face, size=QSize(1024, 640))


def test_everything_that_can_be_operated_has_a_name(open_report: Callable[..., Stage]) -> None:
    assert looks.nameless(open_report(FIGURES, EARLIER).screen) == []


def test_figures_compare_with_the_same_day_a_week_earlier(open_report: Callable[..., Stage]) -> None:
    stage = open_report(FIGURES, EARLIER)
    assert stage.text("report.figure.net_sales_value") == "¥16,842.50"
    assert stage.text("report.figure.net_sales_note") == "▲ 8.2% 比上周同日"
    assert stage.text("report.figure.receipts_note") == "▲ 5.4%"
    assert stage.text("report.figure.members_note") == "▲ 2 个百分点"
    assert stage.text("report.figure.pickups_note") == "¥2,146.00，不计入销售"


def test_a_drawer_that_lacks_money_is_named_short(open_report: Callable[..., Stage]) -> None:
    stage = open_report(FIGURES, EARLIER)
    assert stage.text("report.figure.difference_name") == "短款"
    assert stage.text("report.figure.difference_value") == "¥2.00"


def test_nothing_expected_is_told_while_the_shift_is_open(open_report: Callable[..., Stage]) -> None:
    stage = open_report(RUNNING)
    assert stage.text("report.figure.difference_value") == "–"
    assert [row[0] for row in stage.rows("report.table.cash")] == ["备用金", "现金收款"]
    assert not stage.button("report.print").isEnabled()


def test_who_pays_for_a_discount_is_told_with_the_shares(open_report: Callable[..., Stage]) -> None:
    assert open_report(FIGURES, EARLIER).rows("report.table.discounts") == [
        ["第二件半价", "总部", "96", "−¥1,128.00"],
        ["会员价", "门店", "188", "−¥564.00"],
        ["满 100 减 10 券", "品牌 60%，门店 40%", "41", "−¥410.00"],
    ]


def test_the_cash_of_a_closed_shift_adds_up(open_report: Callable[..., Stage]) -> None:
    assert open_report(FIGURES, EARLIER).rows("report.table.cash") == [
        ["备用金", "¥500.00"],
        ["现金收款", "¥3,587.30"],
        ["应有现金", "¥4,087.30"],
        ["实点现金", "¥4,085.30"],
        ["差异", "−¥2.00"],
    ]


def test_every_hour_has_its_bar_and_the_compared_day_its_dot(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    bars = words().hours(FIGURES, EARLIER.hours[:1])
    assert [bar.label for bar in bars] == ["7", "8", "9", "10", "11", "12", "13", "14", "15"]
    assert (bars[0].value, bars[0].compared) == (18, 20)
    assert (bars[1].value, bars[1].compared) == (46, 0)


def test_without_a_compared_day_there_are_no_dots(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    assert {bar.compared for bar in words().hours(FIGURES, ())} == {None}


def test_small_categories_share_one_bar(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    bars = words().categories(FIGURES)
    assert [bar.label for bar in bars] == ["咖啡", "茶饮", "烘焙", "鲜食", "瓶装饮料", "其他合计"]
    assert bars[-1].text == "¥708.00"


def test_what_was_sold_without_a_product_is_named(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    nameless = (CategoryFigure("open", "", 1000, 500),)
    assert words().categories(replace(FIGURES, categories=nameless))[0].label == "无码销售"


def test_a_tender_that_was_not_used_has_no_bar(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    tenders = (TenderFigure("cash", 3, 900), TenderFigure("external", 0, 0))
    bars = words().tenders(replace(FIGURES, tenders=tenders))
    assert [(bar.label, bar.text) for bar in bars] == [("现金", "¥9.00")]


def test_as_many_categories_as_there_are_bars_stand_by_themselves(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    few = tuple(CategoryFigure(str(number), f"类{number}", 1000, number * 100) for number in range(1, 7))
    bars = words().categories(replace(FIGURES, categories=few))
    assert [bar.label for bar in bars] == ["类6", "类5", "类4", "类3", "类2", "类1"]


@pytest.mark.parametrize(
    ("before_minor", "note"),
    [(0, ""), (1_684_250, "= 0% 比上周同日"), (1_871_389, "▼ 10% 比上周同日")],
)
def test_a_change_has_a_direction_and_needs_something_to_compare_with(
    make_face: FaceFactory, before_minor: int, note: str
) -> None:
    make_face("zh-Hans")
    before = Comparison(before_minor, 391, 3_981, 239, 31)
    assert words().figures(replace(FIGURES, last_week=before))["net_sales"].note == note


def test_where_the_pdf_lies_is_told(open_report: Callable[..., Stage]) -> None:
    stage = open_report(FIGURES, EARLIER)
    stage.button("report.pdf").click()
    assert stage.notice() == f"报表已保存：{Path('reports') / '2026-11-22.pdf'}"


def test_the_z_prints_by_its_button(open_report: Callable[..., Stage]) -> None:
    stage = open_report(FIGURES, EARLIER)
    stage.button("report.print").click()
    assert stage.printed == ["h1"]


def test_another_shift_is_chosen_from_the_list(open_report: Callable[..., Stage]) -> None:
    stage = open_report(FIGURES, EARLIER)
    stage.button("report.choose").click()
    picker = stage.window.findChild(ListPicker, "report.shifts.list")
    assert picker is not None
    assert [picker.items.item(row).title for row in range(2)] == ["11月22日 · 第 8 班", "11月15日 · 第 1 班"]
    picker.picked.emit("h0")
    assert stage.text("report.figure.receipts_value") == "391"


def test_without_the_right_the_reason_is_read_in_place(open_report: Callable[..., Stage]) -> None:
    stage = open_report(FIGURES, denied=True)
    assert stage.text("report.message_title") == "无法显示报表"
    assert stage.text("report.message_hint") == "您没有此操作的权限，请找店长。"
    assert not stage.button("report.pdf").isEnabled()


def test_without_a_shift_the_screen_says_what_to_do(open_report: Callable[..., Stage]) -> None:
    assert open_report().text("report.message_title") == "还没有班次"


def test_a_new_language_reaches_the_figures(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("zh-Hans")
    stage = Stage(qtbot, face, FIGURES, EARLIER)
    face.language.switch("en")
    qtbot.waitUntil(lambda: stage.text("report.figure.difference_name") == "Short")
    assert stage.text("report.title") == "Shift report"
