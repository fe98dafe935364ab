"""Goods that come back, on every screen that shows them."""

from collections.abc import Callable, Mapping

from pos_app.services.events import SaleCompleted
from pos_app.services.read_scan import ChooseProduct
from retail_core.money import Money
from tests.ui.screens.hall import Hall
from tests.ui.screens.returned import NUMBER


def _returns_full(hall: Hall) -> None:
    """Half a bundle of an old receipt, without the network."""
    hall.show("returns")
    hall.returns.find(NUMBER)
    for line_id in ("burger", "cola", "beans"):
        hall.returns.step(line_id, 1)
    hall.returns.set_reason("defective")


def _returns_empty(hall: Hall) -> None:
    hall.show("returns")


def _returns_error(hall: Hall) -> None:
    hall.show("returns")
    hall.returns.find("S01-T01-000007")


def _returns_all(hall: Hall) -> None:
    hall.show("returns")
    hall.returns.find(NUMBER)
    hall.returns.take_all()
    hall.returns.confirm()


def _returns_loose(hall: Hall) -> None:
    """Goods without a receipt: pieces at less than today's price, and a weight."""
    hall.show("returns")
    hall.returns.begin_loose()
    for product in hall.world.catalog.products[:3]:
        hall.returns.loose.add(product)
    hall.returns.step("loose1", 1)
    hall.returns.loose.set_price("loose1", 2_000)
    hall.returns.set_reason("other")


def _returns_choices(hall: Hall) -> None:
    hall.show("returns")
    hall.returns.begin_loose()
    hall.returns.loose.take(ChooseProduct(tuple(hall.world.catalog.products[:6]), "1"))


def _returns_weight(hall: Hall) -> None:
    hall.show("returns")
    hall.returns.find(NUMBER)
    hall.returns.ask_quantity("beans")
    for key in "0.9":
        hall.returns.entry.press(key)
    hall.returns.entry.submit()


def _returns_price(hall: Hall) -> None:
    _returns_loose(hall)
    hall.returns.entry.open_price("loose2")
    for key in "18.50":
        hall.returns.entry.press(key)


def _put_back(hall: Hall) -> None:
    hall.show("sell")
    _returns_full(hall)
    hall.returns.confirm()


def _sell_returned(hall: Hall) -> None:
    _put_back(hall)
    hall.show("sell")


def _sell_exchange(hall: Hall) -> None:
    _put_back(hall)
    hall.show("sell")
    for code in ("6901234500016", "6901234500023", "6901234500030"):
        hall.world.presenter.on_scan(code)


def _pay_give_back(hall: Hall) -> None:
    _put_back(hall)
    hall.show("pay")


def _pay_give_keyed(hall: Hall) -> None:
    _pay_give_back(hall)
    for key in ("2", "0"):
        hall.pay.press(key)
    hall.pay.finish()


def _sell_given(hall: Hall) -> None:
    hall.show("sell")
    nothing = Money(0, "CNY")
    hall.world.events.publish(SaleCompleted("s1", "S01-T02-000123", nothing, Money(4_100, "CNY")))


def _pay_given(hall: Hall) -> None:
    _pay_give_back(hall)
    hall.pay.finish()


def _pay_exchange(hall: Hall) -> None:
    _sell_exchange(hall)
    hall.show("pay")


RETURNED: Mapping[str, Callable[[Hall], None]] = {
    "returns.full": _returns_full,
    "returns.empty": _returns_empty,
    "returns.error": _returns_error,
    "returns.all": _returns_all,
    "returns.loose": _returns_loose,
    "returns.choices": _returns_choices,
    "sell.returned": _sell_returned,
    "sell.exchange": _sell_exchange,
    "pay.give_back": _pay_give_back,
    "pay.give_keyed": _pay_give_keyed,
    "pay.given": _pay_given,
    "sell.given": _sell_given,
    "pay.exchange": _pay_exchange,
}
"""By screen and state."""

RETURN_SHEETS: Mapping[str, Callable[[Hall], None]] = {
    "returns_entry.weight": _returns_weight,
    "returns_entry.price": _returns_price,
}
"""The pad over the Returns screen."""
