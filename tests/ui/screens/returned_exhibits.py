"""Goods that come back, on every screen that shows them."""

from collections.abc import Callable, Mapping

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
    "sell.returned": _sell_returned,
    "sell.exchange": _sell_exchange,
    "pay.give_back": _pay_give_back,
    "pay.given": _pay_given,
    "pay.exchange": _pay_exchange,
}
"""By screen and state."""
