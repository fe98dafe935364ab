"""The Sell screen shows the basket in words and figures, and leads every tap and key to it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from pos_app.services.read_scan import CouponScanned, MemberScanned
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.i18n import LANGUAGES
from pos_app.ui.screens.sell.entry_sheets import QuantitySheet
from pos_app.ui.theme.tokens import THEME_NAMES
from pos_app.ui.widgets.basket import BasketList
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.tiles import ProductTile
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.screens.sell_window import SellWindow
from tests.unit.pos_app.ui.screens.sell_world import BEANS, CAKE, CROISSANT, LI, SellWorld, ten_off

_AMERICANO = "6901234500016"
_TEA = "6901234500023"
_CROISSANT = "6901234500030"


class _Windows:
    """Makes windows, and deletes them at once afterwards instead of whenever memory is tidied."""

    def __init__(self, make_face: FaceFactory) -> None:
        self._make_face = make_face
        self._made: list[SellWindow] = []

    def __call__(
        self, lang: str = "zh-Hans", theme: str = "light", *, world: SellWorld | None = None
    ) -> SellWindow:
        self._made.append(SellWindow(self._make_face(lang, theme), world))
        return self._made[-1]

    def delete_all(self) -> None:
        """Delete what was made."""
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


def text(shown: SellWindow, name: str) -> str:
    label = shown.part(name)
    assert isinstance(label, QLabel)
    return label.text()


def click(shown: SellWindow, name: str) -> None:
    QTest.mouseClick(shown.part(name), Qt.MouseButton.LeftButton)


def press(shown: SellWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(shown.window, key, modifier or Qt.KeyboardModifier.NoModifier)


def fill(world: SellWorld) -> None:
    """Ring up what the picture of the screen shows."""
    world.waiting_orders = 3
    world.stock(CAKE, 2)
    world.members.known["m"] = LI
    world.scans.meanings["m"] = MemberScanned("m")
    world.presenter.enter()
    for code in ("m", _AMERICANO, _TEA, _TEA, _CROISSANT):
        world.presenter.on_scan(code)
    world.basket.add_product(BEANS, qty_milli=250, code="x")


def test_lines_say_what_applied_in_words_with_its_amount(shown: SellWindow) -> None:
    fill(shown.world)
    basket = shown.part("sell.basket")
    assert isinstance(basket, BasketList)
    assert basket.painted_texts() == [
        *("冰美式 大杯", "¥25.00", "会员价 −¥3.00", "¥25.00", "¥22.00"),
        *("海盐芝士奶盖 中杯", "¥28.00 × 2", "第二件半价 −¥14.00", "¥56.00", "¥42.00"),
        *("可颂 原味", "¥16.00"),
        *("耶加雪菲豆 散称", "0.250 kg × ¥168.00/kg", "¥42.00"),
    ]


def test_the_sums_stand_below_the_lines(shown: SellWindow) -> None:
    fill(shown.world)
    assert text(shown, "sell.subtotal.caption") == "小计（5 件）"
    assert text(shown, "sell.subtotal") == "¥139.00"
    assert text(shown, "sell.saving") == "−¥17.00"
    assert text(shown, "sell.total") == "¥122.00"


def test_the_member_is_shown_masked(shown: SellWindow) -> None:
    fill(shown.world)
    assert text(shown, "sell.member.name") == "李** · 8823"
    assert text(shown, "sell.member.tier") == "金卡"
    assert text(shown, "sell.member.facts") == "积分 2,380"


def test_a_cross_takes_the_member_off(shown: SellWindow) -> None:
    fill(shown.world)
    click(shown, "sell.member.detach")
    assert shown.world.basket.basket.member is None
    assert text(shown, "sell.total") == "¥125.00"


def test_a_tile_sells_its_product(shown: SellWindow) -> None:
    click(shown, f"sell.tile.{CROISSANT.product_id}")
    assert text(shown, "sell.total") == "¥16.00"


def test_a_low_stock_stands_on_the_tile(shown: SellWindow) -> None:
    fill(shown.world)
    tile = shown.part(f"sell.tile.{CAKE.product_id}")
    assert isinstance(tile, ProductTile)
    assert tile.painted_texts() == ["巴斯克蛋糕", "¥32.00", "巴", "剩 2"]


def test_a_chip_shows_its_category(shown: SellWindow) -> None:
    click(shown, "sell.category.cups")
    assert shown.part("sell.tile.P07").isVisible()
    assert [each.objectName() for each in shown.window.findChildren(ProductTile) if each.isVisible()] == [
        "sell.tile.P06",
        "sell.tile.P07",
    ]


def test_the_stepper_of_a_line_adds_a_piece(shown: SellWindow) -> None:
    shown.window.take_scan(_CROISSANT)
    basket = shown.part("sell.basket")
    assert isinstance(basket, BasketList)
    line_id = shown.world.basket.basket.lines[0].line_id
    QTest.mouseClick(
        basket.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        basket.part_area(line_id, "plus").center(),
    )
    assert text(shown, "sell.total") == "¥32.00"


def test_typing_searches_and_enter_takes_the_first(shown: SellWindow) -> None:
    line = shown.part("sell.search_line")
    QTest.keyClicks(line, "croi")
    results = shown.part("sell.results")
    assert isinstance(results, ListPicker)
    assert results.isVisible()
    assert results.painted_texts() == ["可颂 原味", "P03", "¥16.00"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert text(shown, "sell.total") == "¥16.00"
    assert not results.isVisible()


def test_escape_clears_the_search(shown: SellWindow) -> None:
    line = shown.part("sell.search_line")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "xyz")
    press(shown, Qt.Key.Key_Escape)
    assert line.text() == ""
    assert shown.part("sell.tile.P01").isVisible()


def test_an_unknown_code_is_named_and_one_key_opens_the_open_item(shown: SellWindow) -> None:
    shown.window.take_scan("6900000000014")
    assert shown.part("sell.message").accessibleName() == "商品目录中没有 6900000000014。"
    press(shown, Qt.Key.Key_F3)
    assert text(shown, "open_item_title") == "无码销售 · 6900000000014"


def test_a_message_that_was_closed_offers_its_code_no_longer(shown: SellWindow) -> None:
    shown.window.take_scan("6900000000014")
    click(shown, "sell.message_close")
    press(shown, Qt.Key.Key_F3)
    assert text(shown, "open_item_title") == "无码销售"


def test_an_open_item_is_keyed_in_and_sold(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F3)
    QTest.keyClicks(shown.part("open_item.key"), "12.5")
    assert text(shown, "open_item.amount") == "¥12.50"
    click(shown, "open_item.department.0")
    click(shown, "open_item.tax.600")
    QTest.keyClick(shown.part("open_item.key"), Qt.Key.Key_Return)
    assert not shown.part("open_item").isVisible()
    assert text(shown, "sell.total") == "¥12.50"
    assert shown.world.basket.basket.lines[0].tax_rate_bp == 600


def test_a_missing_name_is_said_in_the_sheet(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F3)
    QTest.keyClicks(shown.part("open_item.key"), "5")
    click(shown, "open_item.add")
    assert text(shown, "open_item.message") == "请填写商品名称或部门。"
    assert shown.part("open_item").isVisible()


def test_a_phone_number_finds_the_member(shown: SellWindow) -> None:
    shown.world.members.known["13800138000"] = LI
    press(shown, Qt.Key.Key_F9)
    QTest.keyClicks(shown.part("member.phone"), "13800138000")
    QTest.keyClick(shown.part("member.phone"), Qt.Key.Key_Return)
    assert not shown.part("member").isVisible()
    assert text(shown, "sell.member.name") == "李** · 8823"


def test_a_lookup_says_that_it_goes_on(shown: SellWindow) -> None:
    shown.world.network.open = False
    press(shown, Qt.Key.Key_F9)
    QTest.keyClicks(shown.part("member.phone"), "13800138000")
    click(shown, "member.attach")
    assert text(shown, "member.message") == "正在查找会员…"
    assert not shown.part("member.attach").isEnabled()
    shown.world.network.let_go()
    assert text(shown, "member.message") == "没有使用此号码的会员。"


def test_a_typed_coupon_is_answered_in_the_sheet(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F7)
    QTest.keyClicks(shown.part("coupon.code"), "ABCD")
    click(shown, "coupon.add")
    assert text(shown, "coupon.message") == "没有这个券码。"


def test_a_coupon_stands_among_the_sums_and_can_be_taken_off(shown: SellWindow) -> None:
    shown.world.scans.meanings["k"] = CouponScanned("k")
    shown.world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    fill(shown.world)
    shown.window.take_scan("k")
    assert text(shown, "sell.coupon.K1.text") == "满 100 减 10 券"
    assert text(shown, "sell.coupon.K1.amount") == "−¥10.00"
    click(shown, "sell.coupon.K1.remove")
    assert text(shown, "sell.total") == "¥122.00"


def test_the_quantity_sheet_sets_the_line(shown: SellWindow) -> None:
    shown.window.take_scan(_CROISSANT)
    click(shown, "sell.change")
    click(shown, "line.quantity")
    QTest.keyClicks(shown.part("quantity.key"), "3")
    assert text(shown, "quantity.value") == "3"
    QTest.keyClick(shown.part("quantity.key"), Qt.Key.Key_Return)
    assert text(shown, "sell.total") == "¥48.00"


def test_the_keys_are_listed(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F1)
    keys = shown.part("help.keys")
    assert isinstance(keys, ListPicker)
    texts = keys.painted_texts()
    assert texts[texts.index("收款") + 1] == "F12"
    assert texts[texts.index("撤销") + 1] == "Ctrl Z"


def test_the_rest_leads_to_the_other_screens(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F5)
    click(shown, "more.close_shift")
    assert shown.world.gone_to == ["close_shift"]


def test_what_leads_nowhere_is_not_shown(make_window: _Windows) -> None:
    shown = make_window(world=SellWorld(places=frozenset({"pay"})))
    press(shown, Qt.Key.Key_F5)
    assert shown.window.findChild(QWidget, "more.report") is None
    codes = [action.code for action in shown.screen.current_actions() if action.on_bar]
    assert codes == ["member", "coupon", "open_item", "discount", "park", "recall", "more"]


def test_giving_the_basket_up_asks_once_in_the_sheet(shown: SellWindow) -> None:
    fill(shown.world)
    press(shown, Qt.Key.Key_F5)
    click(shown, "more.abandon")
    assert text(shown, "more.question").startswith("放弃这个购物篮（¥122.00）吗？")
    click(shown, "more.abandon.confirm")
    assert shown.world.basket.basket.lines == ()
    assert not shown.part("more").isVisible()


def test_f12_goes_to_pay_and_an_empty_basket_does_not(shown: SellWindow) -> None:
    assert not shown.part("sell.pay").isEnabled()
    press(shown, Qt.Key.Key_F12)
    assert shown.world.gone_to == []
    shown.window.take_scan(_CROISSANT)
    press(shown, Qt.Key.Key_F12)
    assert shown.world.gone_to == ["pay"]


def test_del_and_undo_work_while_the_search_box_has_the_keys(shown: SellWindow) -> None:
    shown.window.take_scan(_CROISSANT)
    line = shown.part("sell.search_line")
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert shown.world.basket.basket.lines == ()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(shown, "sell.total") == "¥16.00"


def test_goods_scanned_over_the_member_sheet_are_sold_and_close_it(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F9)
    shown.window.take_scan(_CROISSANT)
    assert not shown.part("member").isVisible()
    assert text(shown, "sell.total") == "¥16.00"


def test_a_sheet_that_is_closed_opens_again(shown: SellWindow) -> None:
    for _ in range(2):
        press(shown, Qt.Key.Key_F9)
        assert shown.part("member").isVisible()
        QTest.keyClick(shown.part("member.phone"), Qt.Key.Key_Escape)
        assert not shown.part("member").isVisible()


def test_one_sheet_may_follow_another(shown: SellWindow) -> None:
    press(shown, Qt.Key.Key_F5)
    click(shown, "more.help")
    assert shown.part("help").isVisible()
    assert not shown.part("more").isVisible()


def test_waiting_orders_light_up_with_their_number(shown: SellWindow) -> None:
    fill(shown.world)
    (pickup,) = [each for each in shown.screen.current_actions() if each.code == "pickup"]
    assert (pickup.count, pickup.tone) == (3, "warn")


def test_another_language_rewrites_everything(make_window: _Windows) -> None:
    shown = make_window("en")
    fill(shown.world)
    basket = shown.part("sell.basket")
    assert isinstance(basket, BasketList)
    assert basket.painted_texts()[:3] == ["Iced americano L", "¥25.00", "Member price −¥3.00"]
    assert text(shown, "sell.subtotal.caption") == "Subtotal (5 pcs)"


def show_full(world: SellWorld) -> None:
    world.scans.meanings["k"] = CouponScanned("k")
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    fill(world)
    world.presenter.on_scan("k")


def show_empty(world: SellWorld) -> None:
    world.presenter.enter()


def show_error(world: SellWorld) -> None:
    fill(world)
    world.presenter.on_scan("6900000000014")


def show_loading(world: SellWorld) -> None:
    world.catalog.version = ""
    world.presenter.enter()


def show_nothing_found(world: SellWorld) -> None:
    fill(world)
    world.presenter.products.search("咖喱")


def show_member_error(world: SellWorld) -> None:
    fill(world)
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()


def show_coupon_error(world: SellWorld) -> None:
    fill(world)
    world.presenter.coupons.open_sheet()
    world.presenter.coupons.redeem("ABCD")


def show_open_item(world: SellWorld) -> None:
    show_error(world)
    world.presenter.act_on_note()
    world.presenter.open_item.submit()


def show_weight(world: SellWorld) -> None:
    fill(world)
    world.presenter.on_scan("6901234500047")


def show_picker(world: SellWorld) -> None:
    fill(world)
    world.presenter.on_scan("6901234500061")


def show_why(world: SellWorld) -> None:
    fill(world)
    world.presenter.why.open_for_sale()


def show_keys(world: SellWorld) -> None:
    fill(world)
    world.presenter.open_sheet("help")


def show_more(world: SellWorld) -> None:
    fill(world)
    world.presenter.more.open_sheet()
    world.presenter.more.ask_to_abandon(confirming=True)


_SCREENS = (show_full, show_empty, show_error, show_loading, show_nothing_found)
_SHEETS = (
    show_member_error,
    show_coupon_error,
    show_open_item,
    show_weight,
    show_picker,
    show_why,
    show_keys,
    show_more,
)
_OWN_WORDS = ("Ctrl", "XXXX")


@pytest.mark.parametrize("size", looks.SCREENS, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_of_the_screen_looks_right(
    make_window: _Windows, lang: str, theme: str, size: QSize
) -> None:
    for show in _SCREENS:
        shown = make_window(lang, theme)
        show(shown.world)
        looks.assert_looks_right(shown.window, shown.face, size=size, own_words=_OWN_WORDS)
        shown.window.hide()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("show", _SHEETS, ids=lambda show: show.__name__)
def test_every_sheet_looks_right(make_window: _Windows, lang: str, show: Callable[[SellWorld], None]) -> None:
    shown = make_window(lang)
    shown.window.resize(1024, 768)
    show(shown.world)
    QApplication.processEvents()
    # What lies behind the veil is meant to be faint.
    sheet = shown.part(shown.world.presenter.sheet)
    looks.assert_looks_right(sheet, shown.face, own_words=_OWN_WORDS)
    assert shown.window.size() == QSize(1024, 768)


def test_everything_that_can_be_operated_has_a_name(shown: SellWindow) -> None:
    show_full(shown.world)
    assert looks.nameless(shown.window) == []


def test_goods_for_adults_are_marked_on_their_line_and_tile(make_window: _Windows) -> None:
    world = SellWorld()
    world.catalog.products = (replace(CROISSANT, min_age=18),)
    shown = make_window("en", world=world)
    world.presenter.on_scan(_CROISSANT)
    lines, tile = shown.part("sell.basket"), shown.part(f"sell.tile.{CROISSANT.product_id}")
    assert isinstance(lines, BasketList)
    assert isinstance(tile, ProductTile)
    assert "18+ check" in lines.painted_texts()
    assert "18+" in tile.painted_texts()


def test_a_scan_adds_no_digit_to_a_weight(shown: SellWindow) -> None:
    shown.world.presenter.on_scan("6901234500047")
    sheet, pad = shown.part("quantity"), shown.part("quantity.key")
    assert isinstance(sheet, QuantitySheet)
    QTest.keyClick(pad, Qt.Key.Key_1)
    before = sheet.scan_snapshot()
    QTest.keyClick(pad, Qt.Key.Key_6)
    sheet.scan_restore(before)
    assert text(shown, "quantity.value") == "1 kg"
