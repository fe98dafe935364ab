"""What the widgets do when they are touched, typed at, and given something new to show."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from pos_app.ui.app import Face
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.basket import BasketList, BasketModel
from pos_app.ui.widgets.basket_line import BasketLine, LineTag
from pos_app.ui.widgets.board import BoardCardState, BoardColumn
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton, TillButton
from pos_app.ui.widgets.facts_table import Column, FactsModel, FactsTable
from pos_app.ui.widgets.inputs import SearchField, Stepper
from pos_app.ui.widgets.keypad import KeyPad, PinPad
from pos_app.ui.widgets.labels import ElidedLabel, Tag
from pos_app.ui.widgets.list_picker import ListPicker, PickItem, PickModel
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import Card
from pos_app.ui.widgets.tiles import ProductTile, TileState, two_lines
from tests.ui import looks
from tests.ui.conftest import FaceFactory


@pytest.fixture
def face(make_face: FaceFactory) -> Face:
    return make_face("zh-Hans")


def _line(line_id: str, quantity: str = "1", total: str = "¥10.00") -> BasketLine:
    return BasketLine(line_id, f"商品 {line_id}", total, quantity)


class _Changes:
    """What a model told its views."""

    def __init__(self, model: BasketModel) -> None:
        self.told: list[str] = []
        model.dataChanged.connect(lambda first, last: self.told.append(f"changed {first.row()}-{last.row()}"))
        model.rowsInserted.connect(lambda _parent, first, last: self.told.append(f"in {first}-{last}"))
        model.rowsRemoved.connect(lambda _parent, first, last: self.told.append(f"out {first}-{last}"))
        model.modelReset.connect(lambda: self.told.append("reset"))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abc", "abc", []),
        ("abc", "abcd", ["in 3-3"]),
        ("abc", "ac", ["out 1-1"]),
        ("abc", "", ["out 0-2"]),
        ("", "ab", ["in 0-1"]),
        ("abc", "axc", ["out 1-1", "in 1-1"]),
    ],
)
def test_the_basket_tells_only_what_differs(before: str, after: str, told: list[str]) -> None:
    model = BasketModel()
    model.set_lines([_line(each) for each in before])
    changes = _Changes(model)
    model.set_lines([_line(each) for each in after])
    assert changes.told == told
    assert [model.line(row).line_id for row in range(model.rowCount())] == list(after)


def test_a_changed_quantity_changes_one_row() -> None:
    model = BasketModel()
    model.set_lines([_line("a"), _line("b"), _line("c")])
    changes = _Changes(model)
    model.set_lines([_line("a"), _line("b", "2", "¥20.00"), _line("c")])
    assert changes.told == ["changed 1-1"]


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    basket = BasketModel()
    basket.set_lines([_line("a"), _line("b")])
    picks = PickModel()
    picks.set_items([PickItem("1", "一"), PickItem("2", "二", enabled=False)])
    facts = FactsModel()
    facts.set_facts([Column("名称"), Column("金额", figures=True)], [("现金", "¥1.00")])
    for model in (basket, picks, facts):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


@pytest.fixture
def basket(qtbot: QtBot, face: Face) -> BasketList:
    made = BasketList("basket", face.theme)
    qtbot.addWidget(made)
    made.resize(486, 400)
    made.set_lines([_line("a"), _line("b")], current_id="b")
    made.show()
    return made


def test_plus_and_minus_of_a_line_tell_which_line(basket: BasketList) -> None:
    steps: list[tuple[str, int]] = []
    basket.stepped.connect(lambda line_id, delta: steps.append((line_id, delta)))
    for line_id, part in (("a", "plus"), ("b", "minus")):
        area = basket.part_area(line_id, "plus" if part == "plus" else "minus")
        assert min(area.width(), area.height()) >= 48
        QTest.mouseClick(basket.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert steps == [("a", 1), ("b", -1)]
    assert basket.current_id() == "b"


def test_right_and_left_step_the_chosen_line(basket: BasketList) -> None:
    steps: list[tuple[str, int]] = []
    basket.stepped.connect(lambda line_id, delta: steps.append((line_id, delta)))
    QTest.keyClick(basket, Qt.Key.Key_Right)
    QTest.keyClick(basket, Qt.Key.Key_Up)
    QTest.keyClick(basket, Qt.Key.Key_Left)
    assert steps == [("b", 1), ("a", -1)]


def test_letters_do_not_move_the_choice(basket: BasketList) -> None:
    QTest.keyClicks(basket, "a1")
    assert basket.current_id() == "b"


def test_a_line_is_said_in_words() -> None:
    line = BasketLine("1", "拿铁", "¥22.00", "2", tags=(LineTag("会员价"),), old_total="¥25.00")
    assert line.in_words() == "拿铁, × 2, 会员价, ¥25.00, ¥22.00"


def test_enter_and_space_press_a_focused_button_once(qtbot: QtBot) -> None:
    button = TillButton("ok", "好")
    qtbot.addWidget(button)
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(clicks) == 3


@pytest.mark.parametrize(
    "make",
    [
        lambda: TillButton(""),
        lambda: PrimaryButton(""),
        lambda: KeyPad(""),
        lambda: Tag("", "x"),
        lambda: Card(""),
        lambda: SearchField(""),
        lambda: ProductTile("", Theme()),
    ],
)
def test_a_widget_without_a_name_is_refused(qapp: QApplication, make: Callable[[], QWidget]) -> None:
    assert qapp is not None
    with pytest.raises(ValueError, match=r"^\w+$"):
        make()


def test_a_count_of_nothing_is_not_shown(qtbot: QtBot) -> None:
    button = ActionButton("orders", "自提单", key="F11")
    qtbot.addWidget(button)
    button.set_count(0)
    assert button.accessibleName() == "自提单"
    button.set_count(12)
    assert button.accessibleName() == "自提单 12"
    assert button.label == "自提单"


def test_the_keypad_hears_taps_and_keys(qtbot: QtBot, face: Face) -> None:
    assert face.language.name == "zh-Hans"
    pad = KeyPad("amount")
    qtbot.addWidget(pad)
    heard: list[str] = []
    pad.pressed.connect(heard.append)
    QTest.keyClicks(pad, "1.a")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    seven = pad.findChild(TillButton, "amount_7")
    assert isinstance(seven, TillButton)
    seven.click()
    assert heard == ["1", ".", "back", "7"]


def test_a_pin_is_handed_over_once_and_forgotten(qtbot: QtBot, face: Face) -> None:
    assert face.language.name == "zh-Hans"
    pad = PinPad("pin")
    qtbot.addWidget(pad)
    entered: list[str] = []
    pad.entered.connect(entered.append)
    keys = pad.findChild(KeyPad, "pin_keys")
    assert isinstance(keys, KeyPad)
    QTest.keyClicks(keys, "123")
    QTest.keyClick(keys, Qt.Key.Key_Return)
    assert entered == []
    QTest.keyClicks(keys, "4")
    QTest.keyClick(keys, Qt.Key.Key_Return)
    QTest.keyClicks(keys, "567890")
    assert entered == ["1234", "567890"]
    assert pad.scan_snapshot() == ""


def test_a_stepper_only_tells(qtbot: QtBot, face: Face) -> None:
    assert face.language.name == "zh-Hans"
    stepper = Stepper("quantity")
    qtbot.addWidget(stepper)
    stepper.render_value("2", can_lower=False)
    steps: list[int] = []
    stepper.stepped.connect(steps.append)
    for name in ("quantity_minus", "quantity_plus"):
        button = stepper.findChild(TillButton, name)
        assert isinstance(button, TillButton)
        button.click()
    assert steps == [1]


def test_input_methods_are_off_only_where_scans_alone_arrive(qtbot: QtBot) -> None:
    names, codes = SearchField("names"), SearchField("codes", scan_only=True)
    for field in (names, codes):
        qtbot.addWidget(field)
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert names.line.testAttribute(attribute)
    assert not codes.line.testAttribute(attribute)


def test_picking_by_tap_or_enter_skips_what_is_not_enabled(qtbot: QtBot, face: Face) -> None:
    picker = ListPicker("picker", face.theme)
    qtbot.addWidget(picker)
    picker.resize(300, 300)
    picker.set_items([PickItem("1", "一"), PickItem("2", "二", enabled=False)], name="商品")
    picker.show()
    picked: list[str] = []
    picker.picked.connect(picked.append)
    view = picker.focusProxy()
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert picked == ["1"]
    inside = view.findChild(QWidget, "qt_scrollarea_viewport")
    assert isinstance(inside, QWidget)
    QTest.mouseClick(inside, Qt.MouseButton.LeftButton, pos=QPoint(40, 90))
    assert picked == ["1"]


def test_enter_opens_a_row_of_a_table(qtbot: QtBot, face: Face) -> None:
    table = FactsTable("facts", face.theme)
    qtbot.addWidget(table)
    table.set_facts([Column("名称"), Column("金额", figures=True)], [("a", "1"), ("b", "2")], name="表")
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.setCurrentIndex(table.facts.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [1]


def test_a_long_name_breaks_into_two_lines_and_then_elides(qtbot: QtBot, face: Face) -> None:
    font = face.theme.font(14)
    metrics = QFontMetrics(font)
    assert two_lines("拿铁", metrics, width_px=140) == ["拿铁"]
    broken = two_lines("挂耳咖啡 深度烘焙云南小粒礼盒装三十包", metrics, width_px=140)
    assert broken[0] == "挂耳咖啡"
    assert broken[1].endswith("…")
    assert isinstance(font, QFont)
    assert qtbot is not None


def test_a_tile_repaints_only_when_it_changes(qtbot: QtBot, face: Face) -> None:
    tile = ProductTile("tile", face.theme)
    qtbot.addWidget(tile)
    tile.resize(160, 152)
    tile.render_tile(TileState("拿铁", "¥28.00", "拿", 1, "", "剩 2"))
    before = looks.render(tile)
    tile.render_tile(TileState("拿铁", "¥28.00", "拿", 1, "", "剩 2"))
    assert tile.accessibleName() == "拿铁, ¥28.00, 剩 2"
    assert looks.render(tile) == before
    tile.render_tile(TileState("拿铁", "¥28.00", "拿", 1))
    assert looks.render(tile) != before


def test_a_theme_switch_repaints_what_paints_itself(qtbot: QtBot, face: Face) -> None:
    basket = BasketList("basket", face.theme)
    qtbot.addWidget(basket)
    basket.resize(486, 200)
    basket.set_lines([_line("a")])

    def ground() -> str:
        picture: QImage = looks.render(basket)
        return picture.pixelColor(8, 8).name()

    assert ground() == "#ffffff"
    face.theme.switch(face.app, "dark")
    assert ground() == "#161e1c"


def test_an_elided_label_keeps_its_whole_text(qtbot: QtBot) -> None:
    label = ElidedLabel("name")
    qtbot.addWidget(label)
    label.setText("海盐芝士奶盖 中杯 去冰")
    label.setFixedWidth(60)
    label.show()
    assert label.text() == "海盐芝士奶盖 中杯 去冰"
    assert label.accessibleName() == "海盐芝士奶盖 中杯 去冰"


def test_a_tap_beside_a_sheet_closes_it_once(qtbot: QtBot, face: Face) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1024, 700)
    sheet = Sheet("sheet", face.theme)
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    host.show()
    sheet.open_over(host)
    assert sheet.width() == 480
    scrim = host.findChild(QWidget, "sheet_scrim")
    assert isinstance(scrim, QWidget)
    QTest.mouseClick(scrim, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    sheet.close_sheet()
    assert closed == [True]


def test_motion_can_be_off() -> None:
    assert Theme(motion=False).motion_ms == 0
    assert 120 <= Theme().motion_ms <= 180


def test_the_step_of_a_card_and_the_card_itself_tell_the_order(qtbot: QtBot, face: Face) -> None:
    assert face.language.name == "zh-Hans"
    column = BoardColumn("new")
    qtbot.addWidget(column)
    column.resize(320, 500)
    column.render_column("新订单", [BoardCardState("a1", "A 1", "开始拣货")], empty="暂无")
    column.show()
    steps: list[str] = []
    opened: list[str] = []
    column.step_pressed.connect(steps.append)
    column.opened.connect(opened.append)
    button = column.findChild(TillButton, "new_card_a1_step")
    card = column.findChild(Card, "new_card_a1")
    assert isinstance(button, TillButton)
    assert isinstance(card, Card)
    button.click()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert (steps, opened) == (["a1"], ["a1"])


def test_on_a_narrow_screen_only_the_chosen_line_has_its_stepper(basket: BasketList) -> None:
    basket.resize(360, 400)
    steps: list[tuple[str, int]] = []
    basket.stepped.connect(lambda line_id, delta: steps.append((line_id, delta)))
    QTest.mouseClick(basket.viewport(), Qt.MouseButton.LeftButton, pos=basket.part_area("a", "plus").center())
    assert (steps, basket.current_id()) == ([], "a")
    QTest.mouseClick(basket.viewport(), Qt.MouseButton.LeftButton, pos=basket.part_area("a", "plus").center())
    assert steps == [("a", 1)]
