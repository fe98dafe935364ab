"""The picture of a return: found by a number or a scan, chosen by touch and keys, put into the basket."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from pos_app.services.read_scan import ReceiptScanned
from pos_app.ui.format import Formats
from pos_app.ui.screens.returns.state import ReturnsState
from pos_app.ui.screens.returns.words import ReturnsWords
from retail_core.returns.model import Reduction
from tests.ui.conftest import FaceFactory
from tests.ui.screens.hall import SHANGHAI, Hall
from tests.ui.screens.returned import NUMBER, RECEIPT
from tests.unit.pos_app.ui.screens.sell_world import CAKE


@pytest.fixture
def hall(qtbot: QtBot, make_face: FaceFactory) -> Hall:
    made = Hall(make_face("en", "light"))
    qtbot.addWidget(made.window)
    made.window.resize(1024, 768)
    made.window.show()
    made.show("returns")
    return made


@pytest.fixture
def said(hall: Hall) -> Callable[[str], str]:
    def read(name: str) -> str:
        label = hall.window.findChild(QLabel, name)
        assert isinstance(label, QLabel), name
        return label.text()

    return read


def _button(hall: Hall, name: str) -> QPushButton:
    button = hall.window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    return button


def _type_number(hall: Hall, text: str) -> None:
    line = hall.window.findChild(QLineEdit, "returns.search_line")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_typed_number_shows_the_receipt_and_gives_the_keys_to_its_first_line(
    hall: Hall, said: Callable[[str], str]
) -> None:
    _type_number(hall, NUMBER)
    assert said("returns.title") == NUMBER
    assert "31 days" in said("returns.warning")
    assert "another till" in said("returns.warning")
    focused = QApplication.focusWidget()
    assert focused is _button(hall, "returns.line.burger.step_plus")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert said("returns.line.burger.step_value") == "1"
    # The only one comes back now.
    assert not _button(hall, "returns.line.burger.step_plus").isEnabled()


def test_a_scanned_receipt_is_found(hall: Hall, said: Callable[[str], str]) -> None:
    hall.world.scans.meanings["r"] = ReceiptScanned(NUMBER)
    hall.window.take_scan("r")
    assert said("returns.title") == NUMBER


def test_what_is_given_back_and_held_back_stands_beside_the_lines(
    hall: Hall, said: Callable[[str], str]
) -> None:
    _type_number(hall, NUMBER)
    _button(hall, "returns.line.burger.step_plus").click()
    assert (said("returns.sum.0"), said("returns.sum.0.amount")) == ("牛肉汉堡 × 1", "¥21.21")
    assert said("returns.sum.1") == "汉堡套餐 no longer holds"
    assert said("returns.sum.1.amount") == "−¥3.79"
    assert said("returns.sum.2.amount") == "−24"
    assert said("returns.total") == "¥17.42"
    assert said("returns.ways") == "Other device ¥5.00 · Cash ¥12.42"


def test_without_a_reason_it_is_asked_for_and_with_one_the_goods_are_in_the_basket(
    hall: Hall, said: Callable[[str], str]
) -> None:
    _type_number(hall, NUMBER)
    _button(hall, "returns.all").click()
    _button(hall, "returns.confirm").click()
    assert said("returns.message") == "Say why: choose a reason."
    _button(hall, "returns.reason.defective").click()
    assert _button(hall, "returns.write_off").isChecked()
    _button(hall, "returns.confirm").click()
    [goods] = hall.world.basket.basket.returns
    assert len(goods.refund.lines) == 11
    assert {(line.reason, line.restock) for line in goods.refund.lines} == {("defective", False)}


def test_another_tills_receipt_without_the_network_says_so_in_place(
    hall: Hall, said: Callable[[str], str]
) -> None:
    _type_number(hall, "S01-T01-000007")
    assert "needs the network" in said("returns.message")
    assert not _button(hall, "returns.confirm").isEnabled()
    assert not _button(hall, "returns.copy").isVisible()


def test_pay_gives_back_and_says_how(hall: Hall, said: Callable[[str], str]) -> None:
    _type_number(hall, NUMBER)
    _button(hall, "returns.line.burger.step_plus").click()
    _button(hall, "returns.reason.changed_mind").click()
    _button(hall, "returns.confirm").click()
    hall.show("pay")
    # 17.42: 5.00 to the other device, 12.42 in coins of 0.10.
    assert said("pay.caption") == "To give back in cash"
    assert said("pay.tender.external_note") == "¥5.00 back"
    assert said("pay.tender.cash_note") == "¥12.40 back"
    _button(hall, "pay.tender.cash").click()
    assert said("pay.tender.cash_note") == "¥17.40 back"
    assert said("pay.tender.external_note") == "As it was paid"


def test_without_a_receipt_goods_are_named_counted_and_priced_by_keys(
    hall: Hall, said: Callable[[str], str]
) -> None:
    QTest.keyClick(hall.window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert said("returns.title") == "Without a receipt"
    assert QApplication.focusWidget() is hall.window.findChild(QLineEdit, "returns.search_line")
    hall.returns.loose.add(CAKE)
    _button(hall, "returns.line.loose1.step_plus").click()
    _button(hall, "returns.line.loose1.price").click()
    pad = QApplication.focusWidget()
    assert pad is not None
    QTest.keyClicks(pad, "30")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert said("returns.total") == "¥60.00"
    assert said("returns.ways") == "Cash ¥60.00"
    _button(hall, "returns.reason.other").click()
    QTest.keyClick(hall.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [goods] = hall.world.basket.basket.returns
    assert (goods.key, goods.refund_minor) == ("", 6_000)


def test_a_weight_is_keyed_in_over_the_receipt(hall: Hall, said: Callable[[str], str]) -> None:
    _type_number(hall, NUMBER)
    _button(hall, "returns.line.beans.weight").click()
    pad = QApplication.focusWidget()
    assert pad is not None
    QTest.keyClicks(pad, "0.756")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert said("returns_entry.message") == "More than is left of this line. The rest came back before."
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    QTest.keyClicks(pad, "5")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert _button(hall, "returns.line.beans.weight").text() == "0.755 kg"
    assert said("returns.sum.0.amount") == "¥126.84"


def test_a_store_that_lets_offers_stand_says_so_before_anything_is_confirmed(hall: Hall) -> None:
    goods = hall.returns_desk.plan(RECEIPT, {"cola": 1_000}, reason="other", restock=True)
    [line] = goods.refund.lines
    offer = Reduction("ten", "percent", "九折", "price_reduction", (("store", -75),), 1_000)
    kept = replace(goods.refund, policy="keep", lines=(replace(line, reductions=(offer,)),), clawed=())
    words = ReturnsWords(Formats(lambda: "en", SHANGHAI), lambda: "en", currency="CNY")
    rows = words.sums(ReturnsState(plan=replace(goods, refund=kept)))
    assert [(row.text, row.figure) for row in rows[:2]] == [
        ("可乐 330 ml × 1", "¥6.79"),
        ("The offers stay: nothing is held back", ""),
    ]
