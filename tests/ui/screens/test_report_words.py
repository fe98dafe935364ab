"""The words of reports: values in their units, changes, what stands on which page."""

from zoneinfo import ZoneInfo

import pytest

from pos_app.services.receipt_texts import LANGUAGES
from pos_app.services.reporting_files.words import ReportWords as PaperWords
from pos_app.ui.figure_names import figure_meaning, figure_name, named_figures
from pos_app.ui.format import Formats
from pos_app.ui.lack_words import lack_text
from pos_app.ui.screens.report.chain_sections import CHAIN_SECTIONS
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.sections import FIGURE_SECTIONS, O2O_FIGURES, PictureSpec
from pos_app.ui.screens.report.words import ReportWords
from retail_core.reporting.figures import FIGURES
from retail_core.reporting.layout import SERIES, TABLES
from tests.ui.conftest import FaceFactory
from tests.unit.pos_app.ui.screens.report.fakes import FULL, day_cells, report_of

SHANGHAI = ZoneInfo("Asia/Shanghai")


def words() -> ReportWords:
    return ReportWords(Formats(lambda: "zh-Hans", SHANGHAI))


def test_every_figure_has_a_name_and_one_definition_in_words() -> None:
    assert set(FIGURES) - named_figures() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_called_and_explained_alike_on_the_screen_and_on_paper(
    make_face: FaceFactory, language: str
) -> None:
    make_face(language)
    paper = PaperWords.load(language)
    shown = {each: (figure_name(each), figure_meaning(each)) for each in FIGURES}
    assert {each: (paper.figure(each), paper.what(each)) for each in FIGURES} == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_figure_is_not_known_is_said_alike_on_the_screen_and_on_paper(
    make_face: FaceFactory, language: str
) -> None:
    make_face(language)
    paper = PaperWords.load(language)
    reasons = paper.sections["why"]
    assert {"not_asked", "no_data"} <= set(reasons)
    assert dict(reasons) == {code: lack_text(code) for code in reasons}
    assert paper.why("of_tomorrow") == "of_tomorrow"


@pytest.mark.parametrize(("dimension", "key"), [("category", "open"), ("product", "")])
def test_goods_without_a_code_are_no_key_to_anybody(make_face: FaceFactory, dimension: str, key: str) -> None:
    make_face("en")
    assert words().key(dimension, key, names={}) == "Open items"
    assert PaperWords.load("zh-Hans").key(dimension, key) == "无码商品"


def test_every_series_and_table_of_a_report_has_its_place_on_a_page() -> None:
    pictures = [picture for section in FIGURE_SECTIONS for picture in section.pictures]
    shown = {picture.series_id for picture in pictures} | {picture.table_id for picture in pictures}
    # Receipts by the hour stand in the table behind the sales by the hour.
    assert {each.series_id for each in SERIES} - shown == {"receipts_by_hour"}
    # Only head office knows the way of coupons.
    assert {each.table_id for each in TABLES} - shown == {"coupon_ways"}
    of_chain = {picture.table_id for section in CHAIN_SECTIONS for picture in section.pictures}
    assert of_chain == {picture.table_id for picture in pictures} | {"coupon_ways"}


def test_every_figure_that_a_page_names_exists() -> None:
    named = {figure for section in FIGURE_SECTIONS for figure in section.figures} | set(O2O_FIGURES)
    columns = {
        column for section in FIGURE_SECTIONS for picture in section.pictures for column in picture.columns
    }
    assert (named | columns) - set(FIGURES) == set()
    assert {FIGURES[each].code for each in O2O_FIGURES} >= {
        "K1",
        "K3",
        "K7",
        "K8",
        "K9",
        "K10",
        "K11",
        "K12",
        "K14",
    }


@pytest.mark.parametrize(
    ("figure_id", "now", "before", "note", "tone"),
    [
        ("net_sales", 110, 100, "▲ 10%", "ok"),
        ("net_sales", 90, 100, "▼ 10%", "neutral"),
        ("net_sales", 100, 100, "= 0%", "neutral"),
        ("net_sales", 100, 0, "", "neutral"),
        ("net_sales", 100, None, "", "neutral"),
        ("net_sales", None, 100, "", "neutral"),
        ("tax", 110, 100, "▲ 10%", "neutral"),
        ("no_sales", 4, 1, "▲ 300%", "warn"),
        ("no_sales", 1, 4, "▼ 75%", "ok"),
        ("on_time_rate", 9_740, 9_500, "▲ 2 个百分点", "ok"),
        ("on_time_rate", 9_500, 9_740, "▼ 2 个百分点", "neutral"),
        ("return_rate", 52, 49, "= 0 个百分点", "warn"),
    ],
)
def test_a_change_has_a_direction_and_colour_only_where_it_means_something(
    make_face: FaceFactory, figure_id: str, now: int | None, before: int | None, note: str, tone: str
) -> None:
    make_face("zh-Hans")
    assert words().change(figure_id, now, before=before) == (note, tone)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, "minor", "–"),
        (-1_234_50, "minor", "−¥1,234.50"),
        (1_250, "milli", "1.250"),
        (9_744, "bp", "97.4%"),
        (6, "minutes", "6 分钟"),
        (124, "days", "12 天"),
        (-1_200, "points", "−1,200"),
    ],
)
def test_a_value_is_written_in_its_unit(
    make_face: FaceFactory, value: int | None, unit: str, text: str
) -> None:
    make_face("zh-Hans")
    assert words().value(value, unit, currency="CNY") == text  # type: ignore[arg-type]  # one of its literals


def test_bars_beyond_the_eighth_stand_in_the_table(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    cells = day_cells()
    kind = next(iter(cells))
    many = cells | {
        kind._replace(measure="sold", dimension="category", key=f"c{number}"): 100 + number
        for number in range(6)
    }
    spec = PictureSpec("categories", "bars", "net_sales_by_category", "categories", columns=("net_sales",))
    shown = PictureWords(words()).picture(spec, report_of(FULL.scope, many))
    assert [bar.label for bar in shown.bars] == [
        "咖啡",
        "茶饮",
        "烘焙",
        "鲜食",
        "瓶装饮料",
        "零食",
        "无码销售",
        "c5",
    ]
    assert shown.note == "表格中还有 5 项"
    assert len(shown.rows) == 14
    assert shown.rows[-1][0] == "合计"
