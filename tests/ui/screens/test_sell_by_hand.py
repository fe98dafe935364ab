"""Prices and discounts by hand with fingers and keys: the line, the sale, the person who allows it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.widgets.basket import BasketList
from tests.ui.conftest import FaceFactory
from tests.ui.screens.sell_window import SellWindow

_AMERICANO = "6901234500016"
_CROISSANT = "6901234500030"


@pytest.fixture
def shown(qtbot: QtBot, make_face: FaceFactory) -> SellWindow:
    """Return the screen with an americano (25.00) and a croissant (16.00); the croissant is chosen."""
    made = SellWindow(make_face("zh-Hans", "light"))
    qtbot.addWidget(made.window)
    for code in (_AMERICANO, _CROISSANT):
        made.world.presenter.on_scan(code)
    return made


def click(shown: SellWindow, name: str) -> None:
    QTest.mouseClick(shown.part(name), Qt.MouseButton.LeftButton)


def keys(shown: SellWindow, *wanted: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in wanted:
        target = shown.window.focusWidget()
        assert isinstance(target, QWidget)
        QTest.keyClick(target, key)


def ctrl(shown: SellWindow, key: Qt.Key) -> None:
    QTest.keyClick(shown.window, key, Qt.KeyboardModifier.ControlModifier)


def text(shown: SellWindow, name: str) -> str:
    label = shown.part(name)
    assert isinstance(label, QLabel)
    return label.text()


def lines(shown: SellWindow) -> BasketList:
    found = shown.part("sell.basket")
    assert isinstance(found, BasketList)
    return found


def tap_line(shown: SellWindow, row: int) -> None:
    """Tap on the name of a line."""
    basket = lines(shown)
    area = basket.visualRect(basket.lines.index(row))
    point = area.topLeft()
    point.setX(area.left() + 40)
    point.setY(area.center().y())
    QTest.mouseClick(basket.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_enter_opens_the_chosen_line_and_a_discount_is_keyed_in(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_Return)
    assert text(shown, "line_title") == "可颂 原味"
    keys(shown, Qt.Key.Key_1, Qt.Key.Key_0)
    assert (text(shown, "line.value"), text(shown, "line.preview")) == ("10%", "−¥1.60，剩 ¥14.40")
    click(shown, "line.reason.damaged")
    keys(shown, Qt.Key.Key_Return)
    assert lines(shown).painted_texts()[2:] == ["可颂 原味", "¥16.00", "单品折扣 −¥1.60", "¥16.00", "¥14.40"]


@pytest.mark.parametrize("row", [0, 1])
def test_a_tap_chooses_a_line_and_a_tap_on_the_chosen_one_opens_it(shown: SellWindow, row: int) -> None:
    tap_line(shown, row)
    if row == 0:
        assert not shown.part("line").isVisible()
        tap_line(shown, row)
    assert shown.part("line").isVisible()
    assert text(shown, "line_title") == ["冰美式 大杯", "可颂 原味"][row]


def test_f4_drops_the_small_change_of_the_sale(shown: SellWindow) -> None:
    shown.world.presenter.open_line(shown.world.basket.basket.lines[0].line_id)
    shown.world.presenter.hand.press("7")
    shown.world.presenter.hand.set_reason("other")
    shown.world.presenter.hand.submit()
    QTest.keyClick(shown.window, Qt.Key.Key_F4)
    click(shown, "sale.mode.drop")
    # 41.00 - 1.75 = 39.25
    click(shown, "sale.quick.1")
    keys(shown, Qt.Key.Key_Return)
    assert (text(shown, "sell.hand.drop.text"), text(shown, "sell.hand.drop.amount")) == ("抹零", "−¥0.25")
    assert text(shown, "sell.total") == "¥39.00"
    click(shown, "sell.hand.drop.remove")
    assert text(shown, "sell.total") == "¥39.25"


def test_above_the_limit_the_question_lies_over_the_sheet_and_escape_goes_back_to_it(
    shown: SellWindow,
) -> None:
    keys(shown, Qt.Key.Key_Return)
    click(shown, "line.quick.4")
    click(shown, "line.reason.damaged")
    click(shown, "line.ok")
    assert shown.part("approval").isVisible()
    assert text(shown, "approval.about") == "可颂 原味：优惠 50%（−¥8.00）"
    keys(shown, Qt.Key.Key_Escape)
    assert not shown.part("approval").isVisible()
    assert (shown.part("line").isVisible(), text(shown, "line.value")) == (True, "50%")


def test_the_manager_types_the_pin_and_the_line_says_who_allowed_it(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_Return)
    click(shown, "line.quick.4")
    click(shown, "line.reason.damaged")
    click(shown, "line.ok")
    click(shown, "approval.staff.M1")
    keys(shown, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert not shown.part("line").isVisible()
    assert "单品折扣 −¥8.00 · 陈思远" in lines(shown).painted_texts()
    assert shown.world.approver.asked[0].given_minor == 800


def test_a_badge_is_scanned_into_the_question_and_nowhere_else(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_Return)
    click(shown, "line.quick.4")
    click(shown, "line.reason.damaged")
    click(shown, "line.ok")
    shown.window.take_scan("BADGE")
    assert shown.world.prices(shown.world.basket.basket).total.minor == 3_300


def test_ctrl_z_and_ctrl_y_go_back_and_forth(shown: SellWindow) -> None:
    ctrl(shown, Qt.Key.Key_Z)
    assert text(shown, "sell.total") == "¥25.00"
    ctrl(shown, Qt.Key.Key_Y)
    assert text(shown, "sell.total") == "¥41.00"
    click(shown, "sell.undo")
    click(shown, "sell.redo")
    assert text(shown, "sell.total") == "¥41.00"


def test_words_go_into_the_note_and_digits_to_the_pad(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_Return)
    click(shown, "line.mode.note")
    note = shown.part("line.note")
    assert isinstance(note, QLineEdit)
    assert shown.window.focusWidget() is note
    note.insert("少糖")
    note.textEdited.emit(note.text())
    keys(shown, Qt.Key.Key_Return)
    assert "✎ 少糖" in lines(shown).painted_texts()


def test_the_line_sheet_leads_to_quantity_why_and_away(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_Return)
    click(shown, "line.quantity")
    assert shown.part("quantity").isVisible()
    keys(shown, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    click(shown, "line.explain")
    assert shown.part("why").isVisible()
    keys(shown, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    click(shown, "line.remove")
    assert len(shown.world.basket.basket.lines) == 1


def test_the_help_names_the_key_that_opens_a_line(shown: SellWindow) -> None:
    labels: Callable[[], list[tuple[str, str]]] = shown.screen._labels
    assert ("confirm", "修改选中的行") in labels()
