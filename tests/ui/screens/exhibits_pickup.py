"""The panels of the pickup board, as the looks tests and the pictures show them."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.set_busy import Busy
from tests.fakes import NOON_MS
from tests.ui.screens.hall import Hall
from tests.ui.screens.shop_floor import HANDED, a_walk


def _pick(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1048")
    hall.pickup.picking.toggle_line("ol1")
    hall.pickup.picking.mark_ready("", "1")


def _short(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1048")
    hall.pickup.picking.open_short("ol1")
    hall.pickup.picking.look_for("6901234567892")
    hall.pickup.picking.substitute()


def _other_store(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1048")
    hall.pickup.picking.open_short("ol1")
    hall.pickup.moving.open()
    hall.pickup.moving.choose("S02")
    hall.pickup.moving.move()


def _keys_shelf(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1048")
    hall.pickup.touching.open("shelf")
    for key in "B-12":
        hall.pickup.touching.press(key)


def _keys_digits(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1040")
    hall.pickup.touching.open("digits")
    hall.pickup.touching.press("8")
    hall.pickup.touching.say_name(True)


def _reject(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1048")
    hall.pickup.picking.ask_reason()


def _look(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.open(hall.orders.now.new[0].order_id)


def _busy(hall: Hall) -> None:
    hall.orders.busy.busy = Busy(20, NOON_MS + 3_600_000)
    hall.show("pickup")
    hall.pickup.minding.open_busy()


def _bring_back(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.search("1021")
    hall.pickup.take_step("A-1021")
    for line in HANDED.goods:
        hall.pickup.minding.step(line.line_id, 1)
    hall.pickup.minding.bring_back("", restock=True)


def _short_unpaid(hall: Hall) -> None:
    picking = hall.orders.now.picking
    hall.orders.now = replace(hall.orders.now, picking=(replace(picking[0], settled_minor=0), *picking[1:]))
    hall.show("pickup")
    hall.pickup.take_step(picking[0].order_id)
    hall.pickup.picking.open_short(picking[0].goods[0].line_id)


def _walk_choose(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.walking.open()
    hall.pickup.walking.begin()


def _walk(hall: Hall) -> None:
    hall.orders.walk.walk = a_walk()
    hall.show("pickup")
    hall.pickup.walking.open()
    hall.pickup.walking.scan("6901234567892")


def _hand_over_bags(hall: Hall) -> None:
    order = replace(hall.orders.now.ready[0], bags=3)
    hall.orders.now = replace(hall.orders.now, ready=(order, *hall.orders.now.ready[1:]))
    hall.show("pickup")
    hall.pickup.take_step(order.order_id)
    hall.pickup.minding.take_label(order, 2)


def _put_back(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1030")


def _hand_over_part(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_code("good")
    hall.pickup.giving.choose_part()


def _hand_over(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1040")
    hall.pickup.identify("1234", "王")


def _hand_over_unpaid(hall: Hall) -> None:
    ready = hall.orders.now.ready
    hall.orders.now = replace(hall.orders.now, ready=(replace(ready[0], settled_minor=0), *ready[1:]))
    hall.show("pickup")
    hall.pickup.take_code("good")


def _hand_over_of_alcohol(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_code("good")
    hall.pickup.confirm()


def show_couriers(hall: Hall) -> None:
    """A board with couriers, a late order that has its coupon, and somebody who often does not come."""
    now = hall.orders.now
    courier = replace(
        now.ready[0],
        channel="legs",
        fulfilment="courier",
        of_member=False,
        platform_number="12",
        phone_last4="",
        late="coupon",
    )
    often = replace(now.new[0], no_shows=3)
    waiting = replace(now.new[1], channel="legs", fulfilment="courier", platform_number="1208")
    hall.orders.now = replace(now, new=(often, waiting, *now.new[2:]), ready=(courier, *now.ready[1:]))
    hall.show("pickup")


def _choose(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_code("0012")


def _hand_over_to_courier(hall: Hall) -> None:
    """What a platform sent: a sealed bag, late, and a wrong number."""
    ready = hall.orders.now.ready
    lines = (replace(ready[0].lines[0], min_age=18), *ready[0].lines[1:])
    order = replace(
        ready[0],
        lines=lines,
        channel="legs",
        fulfilment="courier",
        of_member=False,
        platform_number="12",
        late="coupon",
        no_shows=2,
        address="南京路 1 号 201",
        contact="13800138000",
    )
    hall.orders.now = replace(hall.orders.now, ready=(order, *ready[1:]))
    hall.show("pickup")
    hall.pickup.take_step(order.order_id)
    hall.pickup.couriers.check("99", "")


PICKUP_SHEETS: dict[str, Callable[[Hall], None]] = {
    "look": _look,
    "busy": _busy,
    "bring_back": _bring_back,
    "walk_choose": _walk_choose,
    "walk": _walk,
    "hand_over.bags": _hand_over_bags,
    "pick": _pick,
    "short": _short,
    "short.unpaid": _short_unpaid,
    "other_store": _other_store,
    "keys": _keys_shelf,
    "keys.digits": _keys_digits,
    "reject": _reject,
    "put_back": _put_back,
    "hand_over": _hand_over,
    "hand_over.part": _hand_over_part,
    "hand_over.unpaid": _hand_over_unpaid,
    "hand_over.alcohol": _hand_over_of_alcohol,
    "hand_over.courier": _hand_over_to_courier,
    "choose": _choose,
}
