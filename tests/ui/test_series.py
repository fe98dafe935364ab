"""Series with axes: what they say, how fingers and keys open them, what they look like without colour."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.widgets.charts import Bar, HBarList
from pos_app.ui.widgets.plots import SeriesPlot
from pos_app.ui.widgets.scale import every, scale_of
from pos_app.ui.widgets.series import Point, Series, SeriesChart
from tests.ui import looks
from tests.ui.conftest import FaceFactory

HOURS = Series(
    (
        Point("9", 6_200, "62", 5_700, "57", name="9:00"),
        Point("10", 4_100, "41", 3_900, "39", name="10:00"),
        Point("11", 3_800, "38", name="11:00"),
    ),
    now="today",
    against="last week",
)
BELOW = Series((Point("1", 300, "3"), Point("2", -1_200, "-12")))


@pytest.fixture
def chart(qtbot: QtBot, make_face: FaceFactory) -> SeriesChart:
    chart = SeriesChart("hours", make_face("en").theme)
    qtbot.addWidget(chart)
    chart.set_series(HOURS, name="Sales by the hour")
    chart.resize(600, 300)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def plot_of(chart: SeriesChart) -> SeriesPlot:
    plot = chart.findChild(SeriesPlot)
    assert isinstance(plot, SeriesPlot)
    return plot


def words_of(chart: SeriesChart, label: str) -> str:
    return next(each.text for each in looks.shown_texts(chart) if each.widget.objectName() == label)


def test_a_screen_reader_hears_every_value(chart: SeriesChart) -> None:
    plot = plot_of(chart)
    plot.clearFocus()
    assert plot.accessibleName() == "Sales by the hour"
    assert plot.accessibleDescription() == "9:00: 62, last week 57; 10:00: 41, last week 39; 11:00: 38"


def test_the_legend_tells_both_apart_by_their_shapes(chart: SeriesChart) -> None:
    assert words_of(chart, "hours_now") == "■ today"
    assert words_of(chart, "hours_against") == "◆ last week"


def test_arrows_lead_to_a_point_say_it_and_enter_opens_it(chart: SeriesChart, qtbot: QtBot) -> None:
    plot = plot_of(chart)
    opened: list[int] = []
    chart.opened.connect(opened.append)
    chart.activateWindow()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: plot.current == 2)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert words_of(chart, "hours_point") == "10:00: 41, last week 39"
    assert plot.accessibleName() == "Sales by the hour, 10:00: 41, last week 39"
    QTest.keyClick(plot, Qt.Key.Key_Home)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert opened == [0]


def test_other_keys_are_left_to_the_window(qtbot: QtBot, make_face: FaceFactory) -> None:
    seen: list[int] = []

    class Ground(QWidget):
        def keyPressEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            seen.append(event.key())  # type: ignore[attr-defined]  # Qt hands a key event over.

    ground = Ground()
    qtbot.addWidget(ground)
    chart = SeriesChart("hours", make_face("en").theme)
    QVBoxLayout(ground).addWidget(chart)
    chart.set_series(HOURS, name="Sales by the hour")
    ground.show()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_6):
        QTest.keyClick(plot_of(chart), key)
    assert seen == [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_6]


def test_a_finger_opens_the_point_on_which_it_stays(chart: SeriesChart) -> None:
    plot = plot_of(chart)
    opened: list[int] = []
    chart.opened.connect(opened.append)
    place = plot.place_of(1).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(plot.viewport(), left, pos=place)
    # The room above a low bar belongs to it: nobody aims at a thin one.
    QTest.mouseClick(plot.viewport(), left, pos=QPoint(plot.place_of(2).toPoint().x(), 6))
    assert opened == [1, 2]
    QTest.mousePress(plot.viewport(), left, pos=place)
    QTest.mouseMove(plot.viewport(), plot.place_of(0).toPoint())
    QTest.mouseRelease(plot.viewport(), left, pos=plot.place_of(0).toPoint())
    QTest.mouseClick(plot.viewport(), left, pos=QPoint(2, place.y()))
    assert opened == [1, 2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_and_diamonds_have_the_colours_of_the_theme(
    qtbot: QtBot, make_face: FaceFactory, theme: str
) -> None:
    face = make_face("en", theme)
    chart = SeriesChart("hours", face.theme)
    qtbot.addWidget(chart)
    chart.set_series(HOURS, name="Sales by the hour")
    picture = looks.render(chart, size=QSize(600, 300))
    plot = plot_of(chart)
    diamond = plot.viewport().mapTo(chart, plot._device(0, 5_700).toPoint())
    bar = plot.viewport().mapTo(chart, plot._device(0, 3_000).toPoint())
    assert picture.pixelColor(diamond) == face.theme.colors.warn
    assert picture.pixelColor(bar) == face.theme.colors.primary


def test_what_is_below_zero_hangs_down_and_is_hatched(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("en")
    chart = SeriesChart("below", face.theme)
    qtbot.addWidget(chart)
    chart.set_series(BELOW, name="Differences")
    picture = looks.render(chart, size=QSize(600, 300))
    plot = plot_of(chart)
    top = plot.viewport().mapTo(chart, plot._device(1, -300).toPoint())
    inks = {picture.pixelColor(top + QPoint(across, 0)).name() for across in range(-20, 21)}
    assert {face.theme.colors.bad.name(), face.theme.colors.bad_soft.name()} <= inks


def test_many_points_become_a_line_with_a_dashed_one(qtbot: QtBot, make_face: FaceFactory) -> None:
    chart = SeriesChart("year", make_face("en").theme)
    qtbot.addWidget(chart)
    points = tuple(Point(str(day), 100 + day, "", 90 + day, "") for day in range(365))
    chart.set_series(Series(points, now="this year", against="last year"), name="Sales by the day")
    looks.render(chart, size=QSize(600, 300))
    assert plot_of(chart).is_line()
    assert words_of(chart, "year_against") == "- - last year"


def test_nothing_can_be_opened_where_nothing_is(qtbot: QtBot, make_face: FaceFactory) -> None:
    chart = SeriesChart("empty", make_face("en").theme)
    qtbot.addWidget(chart)
    opened: list[int] = []
    chart.opened.connect(opened.append)
    chart.set_series(Series(()), name="Sales by the hour")
    looks.render(chart, size=QSize(600, 300))
    plot = plot_of(chart)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.viewport().rect().center())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(plot, key)
    assert opened == []


def test_lying_bars_open_by_finger_and_by_keys(qtbot: QtBot, make_face: FaceFactory) -> None:
    bars = HBarList("tenders", make_face("en").theme, opens=True)
    qtbot.addWidget(bars)
    bars.set_bars([Bar("Cash", 300, "3.00", 200, "2.00"), Bar("Card", 100, "1.00")], name="Tenders")
    bars.resize(400, bars.sizeHint().height())
    bars.show()
    opened: list[int] = []
    bars.opened.connect(opened.append)
    assert bars.sizeHint().height() >= 2 * looks.TARGET_PX
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(200, bars.height() - 10))
    bars.activateWindow()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(bars.hasFocus)
    assert bars.accessibleName() == "Tenders, Cash: 3.00 (2.00)"
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert opened == [1, 0]
    assert bars.accessibleDescription() == "Cash: 3.00 (2.00); Card: 1.00"


def test_lying_bars_that_are_only_read_open_nothing(qtbot: QtBot, make_face: FaceFactory) -> None:
    bars = HBarList("tenders", make_face("en").theme)
    qtbot.addWidget(bars)
    bars.set_bars([Bar("Cash", 300, "3.00")], name="Tenders")
    bars.show()
    opened: list[int] = []
    bars.opened.connect(opened.append)
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.rect().center())
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert (opened, bars.focusPolicy()) == ([], Qt.FocusPolicy.NoFocus)


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ((), 1, (0, 1)),
        ((0, 7), 1, (0, 2, 4, 6)),
        ((71,), 1, (0, 20, 40, 60)),
        ((1_684_250,), 100, (0, 500_000, 1_000_000, 1_500_000)),
        ((-1_200, 300), 100, (-1_000, -500, 0)),
        ((45,), 100, (0,)),
    ],
)
def test_ticks_are_round_and_few(values: tuple[int, ...], unit: int, ticks: tuple[int, ...]) -> None:
    scale = scale_of(values, unit=unit)
    assert scale.ticks == ticks
    assert scale.low <= min((0, *values))
    assert max((0, *values)) < scale.high


@pytest.mark.parametrize(
    ("width", "slot", "step"), [(20, 40, 1), (50, 40, 2), (90, 40, 3), (500, 10, 24), (9, 0, 1)]
)
def test_labels_that_would_touch_are_left_out(width: int, slot: int, step: int) -> None:
    assert every(24, width_px=width, slot_px=slot) == step
