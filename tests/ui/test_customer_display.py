"""The customer's window: its looks, whether its code is read, where it stands, and whose the keyboard is."""

import io
from dataclasses import dataclass

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.devices.symbols import qr_matrix
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.ui.customer.code import CodeView, Matrix
from pos_app.ui.customer.place import CustomerPlace, DisplayMode
from pos_app.ui.customer.state import MOST_LINES, CustomerState, ShownLine
from pos_app.ui.customer.view import CustomerWindow
from pos_app.ui.i18n import LANGUAGES
from pos_app.ui.theme.tokens import THEME_NAMES
from retail_core.money import Money
from tests.ui import looks
from tests.ui.conftest import FaceFactory

LINK = "https://shop.example/r/S01-T02-000123?h=0123456789abcdef"
STORE = "麦香咖啡·静安店"
_MM_AN_INCH = 25.4


def money(minor: int) -> Money:
    return Money(minor, "CNY")


def lines() -> tuple[ShownLine, ...]:
    long = "燕麦拿铁 大杯 热 少糖 加浓缩 加香草糖浆 加燕麦奶 少冰 外带 第二件半价"
    return tuple(
        ShownLine(str(number), long, "× 12", money(123_456), is_new=number == MOST_LINES - 1)
        for number in range(MOST_LINES)
    )


def states() -> dict[str, CustomerState]:
    nothing = money(0)
    paid = CustomerState("paid", nothing, money(1_495), money(7_490), link=LINK, joins=True)
    return {
        "idle": CustomerState("idle", nothing, nothing, nothing),
        "basket": CustomerState(
            "basket", money(1_234_567), money(98_765), nothing, lines(), 23, "欧阳**", 12_345
        ),
        "pay": CustomerState("pay", money(22_510), money(1_495), money(7_490), lines(), 0, "李**", 225),
        "paid": paid,
        "member": CustomerState("paid", nothing, nothing, nothing, member="李**", points=225, link=LINK),
        "refund": CustomerState("paid", money(123_456), nothing, nothing, gives_back=True),
    }


def matrix(data: str) -> Matrix | None:
    found = qr_matrix(data)
    return None if found is None else found.rows


def make_window(qtbot: QtBot, language: str = "zh-Hans") -> CustomerWindow:
    window = CustomerWindow(STORE, texts=ReceiptTexts.load(language), matrix=matrix)
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_looks_right(qtbot: QtBot, make_face: FaceFactory, language: str, theme: str) -> None:
    face = make_face(language, theme)
    window = make_window(qtbot, language)
    faults = []
    for name, state in states().items():
        window.show_state(state)
        for size in looks.SCREENS:
            try:
                looks.assert_looks_right(window, face, size=size)
            except AssertionError as error:
                faults.append(f"{name} at {size.width()}:\n{error}")
            if window.size() != size:
                faults.append(f"{name} needs {window.minimumSizeHint()} and has {size}")
    assert not faults, "\n\n".join(faults)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_its_code_is_read_and_wide_enough(qtbot: QtBot, make_face: FaceFactory, theme: str) -> None:
    make_face("en", theme)
    window = make_window(qtbot, "en")
    window.show_state(states()["paid"])
    picture = looks.render(window, QSize(1024, 768))
    stream = QBuffer()
    picture.save(stream, "PNG")  # type: ignore[call-overload]  # Qt takes a device here
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(stream.data().data())))
    assert code.text == LINK
    view = window.findChild(CodeView, "customer_code")
    assert view is not None
    assert view.code_px / window.screen().physicalDotsPerInch() * _MM_AN_INCH >= 30


def test_without_a_link_there_is_no_code(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face("en")
    window = make_window(qtbot, "en")
    window.show_state(states()["refund"])
    looks.render(window, QSize(1024, 768))
    view = window.findChild(CodeView, "customer_code")
    assert view is not None
    assert not view.isVisible()


@dataclass
class FakeScreen:
    """A screen that is not there."""

    label: str
    place: QRect

    def name(self) -> str:
        return self.label

    def geometry(self) -> QRect:
        return self.place


SECOND = FakeScreen("second", QRect(100, 50, 700, 500))


@pytest.fixture
def till(qtbot: QtBot, make_face: FaceFactory) -> QLineEdit:
    """What stands for the till's window, with the keyboard."""
    make_face("en")
    entry = QLineEdit()
    qtbot.addWidget(entry)
    entry.show()
    entry.activateWindow()
    entry.setFocus()
    qtbot.waitUntil(entry.hasFocus)
    return entry


def place_of(
    window: CustomerWindow, till: QWidget, screens: list[FakeScreen], *, mode: DisplayMode
) -> CustomerPlace:
    own = FakeScreen(till.screen().name(), QRect(0, 0, 1366, 768))
    return CustomerPlace(window, till, mode=mode, screens=lambda: [own, *screens])


def test_it_comes_with_a_second_screen_and_goes_with_it(qtbot: QtBot, till: QLineEdit) -> None:
    window = make_window(qtbot, "en")
    screens: list[FakeScreen] = []
    place = place_of(window, till, screens, mode="auto")
    place.settle()
    assert not window.isVisible()
    screens.append(SECOND)
    place.settle()
    assert window.isVisible()
    assert window.isFullScreen()
    screens.remove(SECOND)
    place.settle()
    assert not window.isVisible()


@pytest.mark.parametrize(("mode", "shown"), [("window", True), ("off", False)])
def test_an_option_shows_it_beside_the_till_or_never(
    qtbot: QtBot, till: QLineEdit, mode: DisplayMode, *, shown: bool
) -> None:
    window = make_window(qtbot, "en")
    place_of(window, till, [], mode=mode).settle()
    assert window.isVisible() is shown
    assert not window.isFullScreen()


def test_the_keyboard_stays_with_the_till(qtbot: QtBot, till: QLineEdit) -> None:
    window = make_window(qtbot, "en")
    place_of(window, till, [SECOND], mode="auto").settle()
    window.show_state(states()["basket"])
    qtbot.waitUntil(till.hasFocus)
    assert window.isVisible()
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
