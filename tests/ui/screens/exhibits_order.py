"""Order: where goods can be had, times, a courier, a member, a refusal; and what of it lies in the basket."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit

from pos_app.services.errors import Rejected, Unreachable
from pos_app.services.order_goods_model import Wish
from tests.ui.screens.hall import Hall
from tests.unit.pos_app.ui.screens.sell_world import CASHIER


def _open(hall: Hall, pieces: int = 1) -> None:
    hall.order.begin(hall.goods.products[0], pieces=pieces)
    hall.show("order")


def _full(hall: Hall) -> None:
    _open(hall, 2)


def _times(hall: Hall) -> None:
    _open(hall, 2)
    hall.order.choose("S03")


def _courier(hall: Hall) -> None:
    _open(hall)
    hall.order.choose("courier")
    hall.order.submit()


def _empty(hall: Hall) -> None:
    _open(hall, 40)


def _without_head_office(hall: Hall) -> None:
    hall.aisle.office.fault = Unreachable()
    _open(hall)


def _refused(hall: Hall) -> None:
    _open(hall)
    for key, text in (("name", "王小明"), ("phone", "13912345678")):
        field = hall.part(f"order.{key}")
        assert isinstance(field, QLineEdit)
        field.setText(text)
    hall.aisle.office.fault = Rejected("stock.not_enough")
    hall.order.submit()


def _in_the_basket(hall: Hall) -> None:
    product = hall.goods.products[0]
    hall.world.basket.add_product(hall.goods.products[1])
    held = hall.aisle.orders.hold(CASHIER, Wish(product.product_id, 2_000, store_id="S02"))
    hall.aisle.orders.put_in(held)
    hall.show("sell")


ORDER: Mapping[str, Callable[[Hall], None]] = {
    "order.full": _full,
    "order.times": _times,
    "order.courier": _courier,
    "order.empty": _empty,
    "order.error": _without_head_office,
    "order.refused": _refused,
    "sell.ordered": _in_the_basket,
}
