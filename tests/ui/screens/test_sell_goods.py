"""The sheets that ask how goods are wanted: by touch and by keyboard, and how they look."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pos_app.ui.i18n import LANGUAGES
from pos_app.ui.theme.tokens import THEME_NAMES
from pos_app.ui.widgets.basket import BasketList
from pos_app.ui.widgets.list_picker import ListPicker
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.screens.sell_window import SellWindow
from tests.unit.pos_app.ui.screens.goods_world import LATTE, SHIRTS, WATER, goods_world
from tests.unit.pos_app.ui.screens.sell_world import LI, SellWorld

_LATTE, _CASE, _TOBACCO = "6901234510015", "16901234510036", "6901234510053"
_TEA = "6901234500023"
_OWN_WORDS = ("Ctrl", "Alt", "XXXX")


class _Windows:
    """Makes windows over a shop with every kind of goods, and deletes them at once afterwards."""

    def __init__(self, make_face: FaceFactory) -> None:
        self._make_face = make_face
        self._made: list[SellWindow] = []

    def __call__(self, lang: str = "zh-Hans", theme: str = "light") -> SellWindow:
        self._made.append(SellWindow(self._make_face(lang, theme), goods_world()))
        self._made[-1].window.resize(1024, 768)
        return self._made[-1]

    def delete_all(self) -> None:
        for made in self._made:
            made.window.close()
            made.window.deleteLater()
            QCoreApplication.sendPostedEvents(made.window, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def make_window(make_face: FaceFactory) -> Iterator[_Windows]:
    windows = _Windows(make_face)
    yield windows
    windows.delete_all()


@pytest.fixture
def shown(make_window: _Windows) -> SellWindow:
    return make_window()


def click(shown: SellWindow, name: str) -> None:
    QTest.mouseClick(shown.part(name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        QApplication.processEvents()


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def basket_texts(shown: SellWindow) -> list[str]:
    basket = shown.part("sell.basket")
    assert isinstance(basket, BasketList)
    return basket.painted_texts()


def is_on(shown: SellWindow, name: str) -> bool:
    button = shown.part(name)
    assert isinstance(button, QAbstractButton)
    return button.isChecked()


def test_a_drink_is_ordered_by_touch(shown: SellWindow) -> None:
    click(shown, "sell.tile.G01")
    assert is_on(shown, "options.cup.medium")
    click(shown, "options.cup.large")
    click(shown, "options.extras.shot")
    click(shown, "options.more")
    assert not is_on(shown, "options.cup.medium")
    click(shown, "options.ok")
    texts = basket_texts(shown)
    assert ("拿铁" in texts, "大杯 · 加一份浓缩" in texts) == (True, True)
    assert shown.world.prices(shown.world.basket.basket).total.minor == 7_000


def test_a_drink_is_ordered_by_keyboard(shown: SellWindow) -> None:
    click(shown, "sell.tile.G01")
    assert focused() == "options.cup.medium"
    press(Qt.Key.Key_Right)
    assert (focused(), is_on(shown, "options.cup.large")) == ("options.cup.large", True)
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused().startswith("options.extras.")
    press(Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert is_on(shown, "options.extras.shot")
    press(Qt.Key.Key_Return)
    options = [option.option_id for option in shown.world.basket.basket.lines[0].options]
    assert options == ["large", "iced", "full", "shot"]


def test_enter_takes_a_drink_as_usual(shown: SellWindow) -> None:
    click(shown, "sell.tile.G01")
    press(Qt.Key.Key_Return)
    assert [option.option_id for option in shown.world.basket.basket.lines[0].options] == [
        "medium",
        "hot",
        "full",
    ]
    assert shown.world.presenter.sheet == ""


def test_one_drink_after_the_other_is_asked_for(shown: SellWindow) -> None:
    for tile, choice in (("G01", "cup.large"), ("G02", "engraving.yes"), ("G01", "cup.huge")):
        shown.world.presenter.goods.take(
            next(p for p in shown.world.catalog.products if p.product_id == tile)
        )
        QApplication.processEvents()
        click(shown, f"options.{choice}")
        click(shown, "options.ok")
    chosen = [line.options[0].option_id for line in shown.world.basket.basket.lines]
    assert chosen == ["large", "yes", "huge"]


def test_a_needed_choice_that_is_touched_again_stays_on(shown: SellWindow) -> None:
    click(shown, "sell.tile.G01")
    click(shown, "options.cup.medium")
    assert is_on(shown, "options.cup.medium")


def test_the_options_of_the_chosen_line_open_by_key(shown: SellWindow) -> None:
    shown.world.presenter.on_scan(_LATTE)
    press(Qt.Key.Key_O, modifier=Qt.KeyboardModifier.AltModifier)
    assert shown.world.presenter.sheet == "options"
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert [option.option_id for option in shown.world.basket.basket.lines[0].options] == [
        "medium",
        "iced",
        "full",
    ]


def test_the_options_of_a_line_open_from_its_sheet(shown: SellWindow) -> None:
    shown.world.presenter.on_scan(_LATTE)
    shown.world.presenter.open_line(shown.world.basket.basket.lines[0].line_id)
    click(shown, "line.options")
    assert shown.world.presenter.sheet == "options"


def test_the_keys_on_the_buttons_of_a_lines_sheet_work_there(shown: SellWindow) -> None:
    shown.world.presenter.on_scan(_LATTE)
    line_id = shown.world.basket.basket.lines[0].line_id
    for key, sheet in ((Qt.Key.Key_O, "options"), (Qt.Key.Key_W, "why")):
        shown.world.presenter.open_line(line_id)
        QApplication.processEvents()
        press(key, modifier=Qt.KeyboardModifier.AltModifier)
        assert shown.world.presenter.sheet == sheet
    shown.world.presenter.open_line(line_id)
    QApplication.processEvents()
    press(Qt.Key.Key_Asterisk, modifier=Qt.KeyboardModifier.KeypadModifier)
    assert shown.world.presenter.sheet == "quantity"


def test_a_size_is_picked_from_the_grid_by_touch(shown: SellWindow) -> None:
    click(shown, "sell.tile.T00")
    blue_m = next(each for each in SHIRTS if each.names.en == "T-shirt Mist blue M")
    click(shown, f"style.cell.{blue_m.product_id}")
    assert [line.names.en for line in shown.world.basket.basket.lines] == ["T-shirt Mist blue M"]


def test_a_size_is_picked_from_the_grid_by_keyboard_and_holes_are_passed_over(shown: SellWindow) -> None:
    click(shown, "sell.tile.T00")
    names = {each.product_id: each.names.en for each in SHIRTS}

    def at() -> str:
        return names[focused().removeprefix("style.cell.")]

    assert at() == "T-shirt White S"
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert at() == "T-shirt White XL"
    press(Qt.Key.Key_Down)
    assert at() == "T-shirt Black L"
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [line.names.en for line in shown.world.basket.basket.lines] == ["T-shirt Mist blue L"]


def test_the_grid_says_what_is_there(shown: SellWindow) -> None:
    white_s = next(each for each in SHIRTS if each.names.en == "T-shirt White S")
    white_m = next(each for each in SHIRTS if each.names.en == "T-shirt White M")
    shown.world.stock(white_s, 0)
    shown.world.stock(white_m, 7)
    click(shown, "sell.tile.T00")
    cells = [shown.part(f"style.cell.{each.product_id}") for each in (white_s, white_m)]
    assert [cell.text() for cell in cells if isinstance(cell, QAbstractButton)] == ["0", "7"]
    assert [cell.property("tone") for cell in cells] == ["warn", ""]


def test_a_pack_is_chosen_from_the_picker(shown: SellWindow) -> None:
    click(shown, "sell.tile.G03")
    picker = shown.part("picker.list")
    assert isinstance(picker, ListPicker)
    assert picker.painted_texts() == [
        *("矿泉水 550ml", "G03", "¥2.00"),
        *("矿泉水 550ml 整箱 24 瓶", "24 件，每件 ¥1.67", "¥40.00"),
    ]
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    texts = basket_texts(shown)
    assert ("整箱 24 瓶" in texts, "↳ 瓶押金" in texts) == (True, True)


def test_taking_away_is_a_key(shown: SellWindow) -> None:
    press(Qt.Key.Key_T, modifier=Qt.KeyboardModifier.AltModifier)
    assert shown.world.basket.basket.takes_away is True


def test_why_explains_every_line_who_pays_what_lost_and_what_is_missing(shown: SellWindow) -> None:
    fill(shown.world)
    click(shown, "sell.why")
    why = shown.part("why.list")
    assert isinstance(why, ListPicker)
    assert why.painted_texts() == [
        *("拿铁", "(¥28.00 + ¥7.00) × 2 = ¥70.00", "¥64.00"),
        *("大杯", "规格，每件加价", "+¥3.00"),
        *("加一份浓缩", "规格，每件加价", "+¥4.00"),
        *("会员价", "2 件中的 2 件 · 门店承担", "−¥6.00"),
        *("海盐芝士奶盖 中杯", "¥28.00 × 3 = ¥84.00", "¥70.00"),
        *("第二件半价", "3 件中的 2 件 · 门店承担 −¥8.40 · 品牌承担 −¥5.60", "−¥14.00"),
        *("香烟", "¥23.00", "¥23.00"),
        "限价商品：不参加任何优惠",
        "未生效",
        *("九五折", "已有更优惠的活动：会员价"),
        *("满 200 减 20", "还没达到使用门槛"),
        "再进一步",
        "再买 1 件省 50%（第二件半价）",
        "再买 ¥66.00 省 ¥20.00（满 200 减 20）",
    ]


def test_why_of_a_line_says_only_what_is_about_it(shown: SellWindow) -> None:
    fill(shown.world)
    shown.world.presenter.choose_line(shown.world.basket.basket.lines[1].line_id)
    press(Qt.Key.Key_W, modifier=Qt.KeyboardModifier.AltModifier)
    why = shown.part("why.list")
    assert isinstance(why, ListPicker)
    texts = why.painted_texts()
    assert ("海盐芝士奶盖 中杯" in texts, "拿铁" in texts, "九五折" in texts) == (True, False, False)


def fill(world: SellWorld) -> None:
    """Ring up two large lattes of a member, three teas and cigarettes, among campaigns that compete."""
    world.catalog.version = "c2.0"
    world.catalog.rules = (
        {
            "id": "HALF",
            "kind": "nth_item",
            "names": {"zh-Hans": "第二件半价", "zh-Hant": "第二件半價", "en": "Second half price"},
            "params": {"n": 2, "percent_bp": 5000},
            "scope": {"category_ids": ["tea"]},
            "funders": [{"funder": "store", "share_bp": 6000}, {"funder": "brand", "share_bp": 4000}],
        },
        {
            "id": "FIVE",
            "kind": "percent",
            "names": {"zh-Hans": "九五折", "zh-Hant": "九五折", "en": "Five percent"},
            "params": {"percent_bp": 500},
            "scope": {"category_ids": ["coffee"]},
        },
        {
            "id": "LADDER",
            "kind": "threshold",
            "names": {"zh-Hans": "满 200 减 20", "zh-Hant": "滿 200 折 20", "en": "20 off 200"},
            "params": {"steps": [{"min_minor": 20_000, "off_minor": 2_000}]},
        },
    )
    goods = world.presenter.goods
    goods.tap_tile(LATTE)
    goods.toggle("cup", "large")
    goods.toggle("extras", "shot")
    goods.set_pieces(2)
    goods.submit()
    world.basket.attach_member(LI)
    for code in (_TEA, _TEA, _TEA, _TOBACCO):
        world.presenter.on_scan(code)


def show_basket(world: SellWorld) -> None:
    fill(world)
    world.presenter.on_scan(_CASE)
    world.presenter.toggle_away()


def show_options(world: SellWorld) -> None:
    world.presenter.goods.tap_tile(LATTE)
    for extra in ("shot", "oat", "syrup"):
        world.presenter.goods.toggle("extras", extra)
    world.presenter.goods.submit()


def show_options_of_a_line(world: SellWorld) -> None:
    world.presenter.on_scan(_LATTE)
    world.presenter.goods.open_options_of_line()


def show_style(world: SellWorld) -> None:
    for number, shirt in enumerate(SHIRTS):
        world.stock(shirt, number % 5)
    world.presenter.goods.tap_tile(SHIRTS[0])


def show_packs(world: SellWorld) -> None:
    world.presenter.goods.take(WATER)


def show_why(world: SellWorld) -> None:
    show_basket(world)
    world.presenter.why.open_for_sale()


def show_why_of_a_line(world: SellWorld) -> None:
    show_basket(world)
    world.presenter.why.open_for_line()


def show_line(world: SellWorld) -> None:
    world.presenter.on_scan(_LATTE)
    world.presenter.open_line(world.basket.basket.lines[0].line_id)


_SHEETS = (
    show_options,
    show_options_of_a_line,
    show_style,
    show_packs,
    show_why,
    show_why_of_a_line,
    show_line,
)


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_basket_of_every_kind_of_goods_looks_right(make_window: _Windows, lang: str, theme: str) -> None:
    for size in looks.SCREENS:
        shown = make_window(lang, theme)
        show_basket(shown.world)
        looks.assert_looks_right(shown.window, shown.face, size=size, own_words=_OWN_WORDS)
        assert shown.window.size() == size
        shown.window.hide()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("show", _SHEETS, ids=lambda show: show.__name__)
def test_every_sheet_looks_right(
    make_window: _Windows, lang: str, theme: str, show: Callable[[SellWorld], None]
) -> None:
    shown = make_window(lang, theme)
    show(shown.world)
    QApplication.processEvents()
    sheet: QWidget = shown.part(shown.world.presenter.sheet)
    looks.assert_looks_right(sheet, shown.face, own_words=_OWN_WORDS)
    assert shown.window.size() == QSize(1024, 768)
