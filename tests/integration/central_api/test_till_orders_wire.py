"""Ordering at a till over the wire: signed questions, and what is refused."""

from central_api.kit.unit import Unit
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire.counter import Problem, Released
from retail_core.wire.shop import OrderCustomer, OrderItem
from retail_core.wire.till_orders import HoldOrder, OrderHeld, OrderOffers, ReleaseOrder
from tests.integration.central_api.conftest import NOW_MS, Client, RunningServer


def test_a_till_asks_holds_and_lets_go(server: RunningServer, client: Client) -> None:
    def deliver(unit: Unit) -> None:
        stock.move(unit, [Movement("S02", "p-milk", 10_000, 0, stock.RECEIPT, "d2", "1", NOW_MS)])
        stock.settle(unit)

    server.database.run(deliver)
    answer = client.get("/v1/orders/offers?product_id=p-milk")
    places = OrderOffers.model_validate_json(answer.content).places
    assert [(each.store_id, each.web_milli, each.slots) for each in places] == [
        ("S01", 0, ()),
        ("S02", 8_000, ()),
    ]
    request = HoldOrder(
        request_id="q1",
        store_id="S02",
        items=(OrderItem(product_id="p-milk", qty_milli=2_000),),
        customer=OrderCustomer(name="王小明", phone="13912345678"),
    )
    answer = client.post("/v1/orders/hold", request.model_dump_json().encode())
    held = OrderHeld.model_validate_json(answer.content)
    assert (held.order.number, held.order.total_minor) == ("T001", 1_300)
    too_many = request.model_copy(
        update={"request_id": "q2", "items": (OrderItem(product_id="p-milk", qty_milli=7_000),)}
    )
    answer = client.post("/v1/orders/hold", too_many.model_dump_json().encode())
    assert (answer.status_code, Problem.model_validate_json(answer.content).code) == (409, "stock.not_enough")
    question = ReleaseOrder(order_id=held.order.order_id).model_dump_json().encode()
    for expected in (True, False):
        answer = client.post("/v1/orders/release", question)
        assert Released.model_validate_json(answer.content).released is expected
