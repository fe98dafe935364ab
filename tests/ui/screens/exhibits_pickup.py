"""The panels of the pickup board, as the looks tests and the pictures show them."""

from collections.abc import Callable
from dataclasses import replace

from tests.ui.screens.hall import Hall


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


def _reject(hall: Hall) -> None:
    hall.show("pickup")
    hall.pickup.take_step("A-1048")
    hall.pickup.picking.ask_reason()


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


PICKUP_SHEETS: dict[str, Callable[[Hall], None]] = {
    "pick": _pick,
    "short": _short,
    "reject": _reject,
    "put_back": _put_back,
    "hand_over": _hand_over,
    "hand_over.part": _hand_over_part,
    "hand_over.unpaid": _hand_over_unpaid,
    "hand_over.alcohol": _hand_over_of_alcohol,
}
