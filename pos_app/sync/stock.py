"""What other stores have, and ordering it, over HTTP."""

from collections.abc import Sequence

from pos_app.services.order_goods_model import Held, HeldGoods, HeldLine, Place, PromisedTime, Wish
from pos_app.services.stock_model import StoreStock
from pos_app.sync.central import WAIT_S
from pos_app.sync.http import CentralHttp
from retail_core.wire.counter import Released, StockElsewhere
from retail_core.wire.shop import OrderCustomer, OrderItem
from retail_core.wire.till_orders import HoldOrder, OfferedPlace, OrderHeld, OrderOffers, ReleaseOrder


class HttpStock:
    """Implements :class:`pos_app.services.stock_ports.ChainStockApi`, on the interactive network lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def elsewhere(self, product_id: str) -> tuple[Sequence[StoreStock], int]:
        answer = self._http.get(
            "/v1/stock/elsewhere", StockElsewhere, params={"product_id": product_id}, read_s=WAIT_S
        )
        rows = [
            StoreStock(
                store_id=row.store_id,
                name=row.name,
                distance_m=row.distance_m,
                on_hand_milli=row.on_hand_milli,
                free_milli=row.free_milli,
                heard_ms=row.heard_ms,
            )
            for row in answer.rows
        ]
        return rows, answer.web_milli

    def order_offers(self, product_id: str) -> Sequence[Place]:
        answer = self._http.get(
            "/v1/orders/offers", OrderOffers, params={"product_id": product_id}, read_s=WAIT_S
        )
        return [_place(row) for row in answer.places]

    def order_hold(self, wish: Wish, *, request_id: str) -> Held:
        who = OrderCustomer(name=wish.name, phone=wish.phone, address=wish.address)
        question = HoldOrder(
            request_id=request_id,
            fulfilment=wish.fulfilment,
            store_id=wish.store_id,
            items=(OrderItem(product_id=wish.product_id, qty_milli=wish.qty_milli),),
            member_id=wish.member_id,
            customer=who if wish.name or wish.phone or wish.address else None,
            slot_ms=wish.slot_ms,
        )
        return _held(self._http.post("/v1/orders/hold", question, reply=OrderHeld, read_s=WAIT_S))

    def order_release(self, order_id: str) -> None:
        question = ReleaseOrder(order_id=order_id)
        self._http.post("/v1/orders/release", question, reply=Released, read_s=WAIT_S)


def _place(row: OfferedPlace) -> Place:
    return Place(
        store_id=row.store_id,
        name=row.name,
        address=row.address,
        distance_m=row.distance_m,
        web_milli=row.web_milli,
        heard_ms=row.heard_ms,
        ready_ms=row.ready_ms,
        times=tuple(PromisedTime(slot.slot_ms, slot.ends_ms) for slot in row.slots),
    )


def _held(answer: OrderHeld) -> Held:
    order = answer.order
    return Held(
        HeldGoods(
            order_id=order.order_id,
            number=order.number,
            store_id=answer.store_id,
            store_name=answer.store_name,
            fulfilment=order.fulfilment,
            customer=f"{order.masked_name} {order.phone_last4}".strip(),
            promised_ms=order.promised_ms,
            by_slots=answer.by_slots,
            minutes=answer.minutes,
            until_ms=answer.until_ms,
            pickup_code=answer.pickup_code,
        ),
        tuple(
            HeldLine(
                line_id=line.line_id,
                product_id=line.product_id,
                name=line.name,
                qty_milli=line.qty_milli,
                pack_pieces=line.pack_pieces,
                total_minor=line.total_minor,
            )
            for line in order.lines
        ),
    )
