"""What there is to see: every screen full, empty and with an error, as things to do in the hall."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from pos_app.services.act_model import Act
from pos_app.services.errors import RuleError
from pos_app.services.events import SaleCompleted
from pos_app.services.hand_steps import with_note
from pos_app.services.parked_steps import LineChange
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Rate, Said
from retail_core.money import Money
from tests.ui.screens.exhibits_asking import ASKING, fill_basket
from tests.ui.screens.exhibits_balance import BALANCE_EXHIBITS, BALANCE_SHEETS
from tests.ui.screens.exhibits_card import CARD_EXHIBITS
from tests.ui.screens.exhibits_chain import CHAIN_EXHIBITS, CHAIN_SHEETS
from tests.ui.screens.exhibits_coupons import CAMPAIGNS, COUPON_SHEETS
from tests.ui.screens.exhibits_exceptions import DOUBTS
from tests.ui.screens.exhibits_members import MEMBERS, correcting_above_the_limit
from tests.ui.screens.exhibits_order import ORDER
from tests.ui.screens.exhibits_pickup import PICKUP_SHEETS, show_couriers
from tests.ui.screens.exhibits_report import REPORT_EXHIBITS, REPORT_SHEETS
from tests.ui.screens.exhibits_shifts import SHIFT_EXHIBITS
from tests.ui.screens.exhibits_stock import STOCK, STOCK_SHEETS
from tests.ui.screens.hall import Hall
from tests.ui.screens.returned_exhibits import RETURN_SHEETS, RETURNED
from tests.ui.screens.shop_floor import NO_ORDERS
from tests.unit.pos_app.ui.approval_fakes import MANAGERS
from tests.unit.pos_app.ui.screens.health.fakes import OFFLINE, STOPPED

_AMERICANO, _TEA, _CROISSANT = "6901234500016", "6901234500023", "6901234500030"


def _sign_in_full(hall: Hall) -> None:
    hall.show("sign_in")


def _sign_in_empty(hall: Hall) -> None:
    hall.people.people = ()
    hall.show("sign_in")


def _sign_in_error(hall: Hall) -> None:
    hall.show("sign_in")
    hall.sign_in.choose("u3")
    hall.sign_in.submit_pin("0000")


def _sell_full(hall: Hall) -> None:
    hall.show("sell")
    fill_basket(hall)


def _sell_training(hall: Hall) -> None:
    _sell_full(hall)
    hall.ribbon.show()


def _pay_training(hall: Hall) -> None:
    _pay_full(hall)
    hall.ribbon.show()


def _sell_empty(hall: Hall) -> None:
    hall.show("sell")


def _sell_error(hall: Hall) -> None:
    _sell_full(hall)
    hall.world.presenter.on_scan("6900000000014")


def _sell_by_hand(hall: Hall) -> None:
    """What the manager allowed, what nobody allowed yet, notes, and what was taken off the sale."""
    _sell_full(hall)
    world = hall.world
    world.approver.people = MANAGERS
    first, second, third, *_ = world.basket.basket.lines
    for line, basis_points in ((first, "20"), (second, "10")):
        world.presenter.open_line(line.line_id)
        world.presenter.hand.press(basis_points)
        world.presenter.hand.set_reason("near_expiry")
        world.presenter.hand.submit()
        world.approval.submit_badge("BADGE")
    world.presenter.step(first.line_id, 1)
    world.basket.change(partial(with_note, line_id=third.line_id, note="XXXX"))
    world.presenter.hand.open_sale()
    world.presenter.hand.choose("drop")
    for key in ("0", ".", "41"):
        world.presenter.hand.press(key)
    world.presenter.hand.submit()


def _sell_after_a_sale(hall: Hall) -> None:
    hall.show("sell")
    hall.world.events.publish(SaleCompleted("s1", "S01-T02-000123", Money(1_300, "CNY")))


def _sell_before_the_first_catalog(hall: Hall) -> None:
    hall.world.catalog.version = ""
    hall.show("sell")


def _pay_full(hall: Hall) -> None:
    _sell_full(hall)
    hall.show("pay")


def _pay_short(hall: Hall) -> None:
    _pay_full(hall)
    hall.pay.press("5")
    hall.pay.finish()


def _pay_external(hall: Hall) -> None:
    _pay_full(hall)
    hall.pay.choose("external")
    hall.pay.press("4711")


def _pay_parts(hall: Hall) -> None:
    _pay_full(hall)
    hall.pay.press("5")
    hall.pay.choose("cash")
    _take_voucher(hall, "GV-2026-000117", "20")
    hall.pay.press("3")
    hall.pay.press("0")
    hall.pay.choose("external")
    hall.pay.press("4711")
    hall.pay.finish()
    hall.pay.give(Money(5_000, "CNY"))


def _pay_part_asked(hall: Hall) -> None:
    _pay_full(hall)
    for key in "30":
        hall.pay.press(key)
    hall.pay.choose("external")


def _pay_covered(hall: Hall) -> None:
    _pay_full(hall)
    _take_voucher(hall, "GV-2026-000117", "200")


def _take_voucher(hall: Hall, number: str, value: str) -> None:
    hall.pay.choose("voucher")
    hall.pay.voucher.set_number(number)
    for key in value:
        hall.pay.voucher.press(key)
    hall.pay.voucher.submit()


def _pay_change(hall: Hall) -> None:
    _pay_full(hall)
    hall.pay.give(Money(20_000, "CNY"))


def _pay_paid(hall: Hall) -> None:
    _pay_change(hall)
    hall.pay.finish()


def _pay_empty(hall: Hall) -> None:
    hall.show("pay")


def _pickup_full(hall: Hall) -> None:
    hall.show("pickup")


def _pickup_empty(hall: Hall) -> None:
    hall.orders.now = NO_ORDERS
    hall.show("pickup")


def _pickup_error(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_code("used")


def _health_error(hall: Hall) -> None:
    hall.status = OFFLINE
    hall.show("health")


def _health_stopped(hall: Hall) -> None:
    hall.status = STOPPED
    hall.show("health")


EXHIBITS: Mapping[str, Callable[[Hall], None]] = {
    **SHIFT_EXHIBITS,
    "sign_in.full": _sign_in_full,
    "sign_in.empty": _sign_in_empty,
    "sign_in.error": _sign_in_error,
    "sell.full": _sell_full,
    "sell.training": _sell_training,
    "sell.empty": _sell_empty,
    "sell.error": _sell_error,
    "sell.by_hand": _sell_by_hand,
    **ASKING,
    "sell.after_a_sale": _sell_after_a_sale,
    "sell.loading": _sell_before_the_first_catalog,
    "pay.full": _pay_full,
    "pay.training": _pay_training,
    "pay.empty": _pay_empty,
    "pay.error": _pay_short,
    "pay.external": _pay_external,
    "pay.parts": _pay_parts,
    "pay.part_asked": _pay_part_asked,
    "pay.covered": _pay_covered,
    "pay.change": _pay_change,
    "pay.paid": _pay_paid,
    **CARD_EXHIBITS,
    **BALANCE_EXHIBITS,
    **RETURNED,
    "pickup.full": _pickup_full,
    "pickup.couriers": show_couriers,
    "pickup.empty": _pickup_empty,
    "pickup.error": _pickup_error,
    **DOUBTS,
    **CAMPAIGNS,
    **STOCK,
    **ORDER,
    "health.full": lambda hall: hall.show("health"),
    "health.error": _health_error,
    "health.stopped": _health_stopped,
    **REPORT_EXHIBITS,
    **CHAIN_EXHIBITS,
}
"""By screen and state. A store's health is never empty: it always knows what it can do."""


def _ask_approval(hall: Hall) -> None:
    hall.show("sell")
    fill_basket(hall)
    act = Act("discount.line", "L1", value=2_000, amount=2_000, given_minor=560)
    limit = Said("right.over_limit", ("discount.line", Rate(1_000)))
    hall.world.approver.people = MANAGERS
    hall.world.approver.only_managers = False
    hall.world.approval.ask(Request(act, Said("right.missing"), limit), lambda _approval: None)


def _approval_people(hall: Hall) -> None:
    _ask_approval(hall)


def _approval_pin(hall: Hall) -> None:
    _ask_approval(hall)
    hall.world.approval.choose("M2")
    hall.world.approval.submit_pin("9999")


def _approval_nobody(hall: Hall) -> None:
    hall.show("sell")
    hall.world.approver.people = ()
    hall.world.approver.only_managers = True
    act = Act("discount.line", "L1")
    hall.world.approval.ask(Request(act, Said("right.missing"), Said()), lambda _approval: None)


def _serial_sheet(hall: Hall) -> None:
    """Somebody scanned the product instead of the serial number."""
    hall.show("sell")
    fill_basket(hall)
    world = hall.world
    [goods] = world.catalog.by_code(_AMERICANO)
    world.presenter.goods.piece.begin()
    world.presenter.goods.piece.lets(replace(goods, serials=True), lambda: None)
    world.presenter.goods.piece.scanned(_AMERICANO)


def _line_sheet(hall: Hall) -> None:
    hall.show("sell")
    fill_basket(hall)
    presenter = hall.world.presenter
    presenter.open_line(hall.world.basket.basket.lines[1].line_id)
    presenter.hand.press("20")
    presenter.hand.set_reason("near_expiry")


def _line_refused(hall: Hall) -> None:
    _line_sheet(hall)
    hall.world.presenter.hand.set_reason("")
    hall.world.presenter.hand.submit()


def _line_price(hall: Hall) -> None:
    _line_sheet(hall)
    hall.world.presenter.hand.choose("price")
    hall.world.presenter.hand.press("26")


def _line_note(hall: Hall) -> None:
    _line_sheet(hall)
    hall.world.presenter.hand.choose("note")
    hall.world.presenter.hand.set_note("XXXX")


def _line_allowed(hall: Hall) -> None:
    _line_sheet(hall)
    hall.world.presenter.hand.submit()
    hall.world.approval.submit_badge("BADGE")
    hall.world.presenter.hand.open_line()


def _sale_sheet(hall: Hall) -> None:
    hall.show("sell")
    fill_basket(hall)
    hall.world.presenter.hand.open_sale()


def _sale_drop(hall: Hall) -> None:
    _sale_sheet(hall)
    hall.world.presenter.hand.choose("drop")


def _voucher(hall: Hall) -> None:
    _pay_full(hall)
    hall.pay.choose("voucher")
    hall.pay.voucher.scan("GV-2026-000117")
    for key in "50":
        hall.pay.voucher.press(key)


def _voucher_refused(hall: Hall) -> None:
    _voucher(hall)
    hall.pay.voucher.set_number("17")
    hall.pay.voucher.submit()


def _park(hall: Hall) -> None:
    hall.show("sell")
    fill_basket(hall)
    hall.world.presenter.parking.open_park()


def _park_refused(hall: Hall) -> None:
    _park(hall)
    hall.world.parked.error = RuleError("parked.too_many", 50)
    hall.world.presenter.parking.park()
    hall.world.parked.error = None


def _split(hall: Hall) -> None:
    hall.show("sell")
    fill_basket(hall)
    hall.world.presenter.parking.open_split(hall.world.basket.basket.lines[1].line_id)


def _split_refused(hall: Hall) -> None:
    _split(hall)
    hall.world.presenter.parking.step_split(hall.world.basket.basket.lines[1].line_id, -1)
    hall.world.presenter.parking.step_split(hall.world.basket.basket.lines[1].line_id, -1)
    hall.world.presenter.parking.split()


def _parked_twice(hall: Hall) -> None:
    """Park two sales and leave a third basket on the counter."""
    hall.world.parked.sales.clear()
    for name in ("XXXX", ""):
        hall.show("sell")
        fill_basket(hall)
        hall.world.presenter.parking.open_park()
        hall.world.presenter.parking.set_name(name)
        hall.world.presenter.parking.park()


def _recall(hall: Hall) -> None:
    _parked_twice(hall)
    hall.world.parked.expired = hall.world.parked.sales[:1]
    hall.world.presenter.parking.open_recall()
    hall.world.presenter.parking.choose(hall.world.parked.sales[1].basket.basket_id)


def _recall_into_goods(hall: Hall) -> None:
    _recall(hall)
    hall.world.presenter.on_scan(_CROISSANT)
    hall.world.presenter.parking.open_recall()
    hall.world.presenter.parking.choose(hall.world.parked.sales[0].basket.basket_id)
    hall.world.presenter.parking.recall()


def _recall_given_up(hall: Hall) -> None:
    _recall(hall)
    hall.world.presenter.parking.ask_to_give_up(asking=True)


def _recall_nothing(hall: Hall) -> None:
    hall.show("sell")
    hall.world.parked.sales.clear()
    hall.world.presenter.parking.open_recall()


def _recall_changed(hall: Hall) -> None:
    _recall(hall)
    lines = hall.world.parked.sales[1].basket.lines
    hall.world.parked.changes = (
        LineChange("price", lines[0].names, 2_500, 2_700),
        LineChange("gone", lines[1].names, 2_800, 2_800),
        LineChange("act_left_out", lines[2].names, 1_500, 1_400),
    )
    hall.world.parked.after_minor = 10_400
    hall.world.presenter.parking.recall()
    hall.world.parked.changes, hall.world.parked.after_minor = (), None
    hall.world.parked.sales.clear()


SHEETS: Mapping[str, Callable[[Hall], None]] = {
    **PICKUP_SHEETS,
    **MEMBERS,
    **RETURN_SHEETS,
    **BALANCE_SHEETS,
    **COUPON_SHEETS,
    **STOCK_SHEETS,
    **REPORT_SHEETS,
    **CHAIN_SHEETS,
    "serial": _serial_sheet,
    "line": _line_sheet,
    "line.refused": _line_refused,
    "line.price": _line_price,
    "line.note": _line_note,
    "line.allowed": _line_allowed,
    "sale": _sale_sheet,
    "sale.drop": _sale_drop,
    "voucher": _voucher,
    "voucher.refused": _voucher_refused,
    "park": _park,
    "park.refused": _park_refused,
    "split": _split,
    "split.refused": _split_refused,
    "recall": _recall,
    "recall.goods": _recall_into_goods,
    "recall.give_up": _recall_given_up,
    "recall.empty": _recall_nothing,
    "news": _recall_changed,
    "approval": _approval_people,
    "approval.pin": _approval_pin,
    "approval.nobody": _approval_nobody,
    "approval.correction": correcting_above_the_limit,
}
"""Panels by their widget's name, up to the dot; those of Sell have a test of their own."""
