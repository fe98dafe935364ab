"""Couriers and codes of platforms on the pickup board, over the real till."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.till_shop import ORDER_ID, open_shop, order_doc, store_page
from tests.unit.pos_app.ui.screens.pickup_stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        yield Stage(till)


def test_a_platforms_code_is_scanned_twice_to_hand_over_and_a_third_time_is_refused(stage: Stage) -> None:
    courier = {"channel": "legs", "fulfilment": "courier", "platform_code": "LEGS-1", "of_member": False}
    stage.order_arrives("ready", **courier)
    stage.presenter.take_code("LEGS-1")
    assert (stage.state.panel, stage.columns()) == ("hand_over", (0, 0, 1, 0))
    stage.presenter.couriers.name("沪A·12345")
    stage.till.clock.advance(1_500)
    stage.presenter.take_code("LEGS-1")
    assert (stage.state.done is not None, stage.columns()) == (True, (0, 0, 0, 0))
    stage.presenter.close_panel()
    stage.presenter.take_code("LEGS-1")
    assert stage.state.message is not None
    assert stage.state.message.code == "order.already_with_named_courier"
    assert stage.state.message.arguments[1] == "沪A·12345"


def test_a_code_of_two_orders_is_asked_about_and_a_typed_one_is_looked_up(stage: Stage) -> None:
    others = {"channel": "legs", "fulfilment": "courier", "platform_code": "LEGS-1", "of_member": False}
    stage.order_arrives("ready", **others)
    second = order_doc("ready", **others, order_id="2" * 16, number="X002")
    page = store_page(("order", "2" * 16, second), next_cursor="s10")
    stage.till.data.feed_sink.apply_store_page(page, now_ms=stage.till.clock.now_ms())
    stage.presenter.take_code("LEGS-1")
    assert stage.state.choice is not None
    assert (stage.state.panel, len(stage.state.choice.orders)) == ("choose", 2)
    stage.presenter.couriers.choose("2" * 16)
    assert (stage.state.panel, stage.state.order and stage.state.order.number) == ("hand_over", "X002")
    stage.presenter.close_panel()
    stage.presenter.search("nothing 7")
    stage.presenter.open_only_match()
    assert stage.state.message is not None
    assert stage.state.message.code == "pickup.code_forged"


def test_the_courier_says_number_and_name_and_the_board_shows_only_theirs(stage: Stage) -> None:
    stage.order_arrives("ready", fulfilment="courier", platform_number="12")
    stage.presenter.couriers.show_only(True)
    assert stage.state.only_couriers
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.couriers.check("13", "Wang")
    assert stage.state.message is not None
    assert (stage.state.message.code, stage.state.offer) == ("courier.wrong_number", None)
    stage.presenter.couriers.check("12", "Wang")
    assert stage.state.offer is not None
    assert stage.state.offer.proof.courier == "Wang"
    stage.presenter.confirm()
    assert stage.state.done is not None
