"""Parking and recalling with keys and fingers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import FaceFactory
from tests.ui.screens.sell_window import SellWindow

_AMERICANO = "6901234500016"
_CROISSANT = "6901234500030"


@pytest.fixture
def shown(qtbot: QtBot, make_face: FaceFactory) -> SellWindow:
    """Return the screen with a croissant (16.00) and an americano (25.00) in the basket."""
    made = SellWindow(make_face("zh-Hans", "light"))
    qtbot.addWidget(made.window)
    for code in (_CROISSANT, _AMERICANO):
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


def text(shown: SellWindow, name: str) -> str:
    label = shown.part(name)
    assert isinstance(label, QLabel)
    return label.text()


def test_f6_and_enter_park_and_f8_and_enter_recall(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6)
    assert text(shown, "park.total") == "¥41.00"
    keys(shown, Qt.Key.Key_Return)
    assert text(shown, "sell.total") == "¥0.00"
    assert text(shown, "sell.message_text") == "已挂单：可颂 原味。可以接待下一位。"
    keys(shown, Qt.Key.Key_F8)
    assert text(shown, "recall.detail") == "可颂 原味、冰美式 大杯"
    keys(shown, Qt.Key.Key_Return)
    assert not shown.part("recall").isVisible()
    assert text(shown, "sell.total") == "¥41.00"


def test_the_bar_says_how_many_wait(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6, Qt.Key.Key_Return)
    assert shown.part("action_recall").accessibleName() == "取单 1"
    click(shown, "action_recall")
    keys(shown, Qt.Key.Key_Return)
    assert shown.part("action_recall").accessibleName() == "取单"


def test_the_message_after_parking_leads_back(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6, Qt.Key.Key_Return)
    click(shown, "sell.message_action")
    assert shown.part("recall").isVisible()


def test_the_list_names_time_person_and_total(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6)
    keys(shown, Qt.Key.Key_Return, Qt.Key.Key_F8)
    picker = shown.part("recall.list")
    assert picker.painted_texts() == [  # type: ignore[attr-defined]  # a list picker
        "可颂 原味",
        "12:00 · 王晓 · 2 件 · 保留至 04:00",
        "¥41.00",
    ]


def test_giving_up_is_asked_about_in_place(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_F8)
    click(shown, "recall.give_up")
    assert text(shown, "recall.question") == "作废这一单？会记入日志。"
    click(shown, "recall.yes")
    assert shown.part("recall.empty").isVisible()


def test_goods_in_the_basket_are_asked_about(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6, Qt.Key.Key_Return)
    shown.world.presenter.on_scan(_CROISSANT)
    keys(shown, Qt.Key.Key_F8, Qt.Key.Key_Return)
    assert text(shown, "recall.question") == "购物篮里已有商品，如何处理？"
    click(shown, "recall.merge")
    assert text(shown, "sell.total") == "¥57.00"


def test_a_line_is_split_off_from_its_sheet(shown: SellWindow) -> None:
    shown.world.presenter.open_line(shown.world.basket.basket.lines[0].line_id)
    click(shown, "line.split")
    assert (text(shown, "split.stays"), text(shown, "split.goes")) == ("¥25.00", "¥16.00")
    click(shown, "split.ok")
    assert text(shown, "sell.total") == "¥25.00"
    assert [sale.name for sale in shown.world.parked.sales] == ["2/2"]
    keys(shown, Qt.Key.Key_F8)
    assert "可颂 原味 2/2" in shown.part("recall.list").painted_texts()  # type: ignore[attr-defined]  # a list picker


def test_parking_leads_to_splitting(shown: SellWindow) -> None:
    keys(shown, Qt.Key.Key_F6)
    click(shown, "park.split")
    americano = shown.world.basket.basket.lines[1].line_id
    click(shown, f"split.step.{americano}_plus")
    assert text(shown, "split.goes") == "¥25.00"
