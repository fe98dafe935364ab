"""Several orders in one walk, and the labels of bags, at the board over the real till."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.stock_model import StoreStock
from pos_app.ui.screens.pickup.moving import stores_for
from tests.till_shop import ORDER_ID, open_shop, order_doc, pickup_code, store_page
from tests.unit.pos_app.ui.screens.pickup_stage import Stage

LATTE, CAKE = "6901234567892", "4006381333931"
OTHER_ID = "00000000000000bb"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        yield Stage(till)


def _two_orders(stage: Stage) -> None:
    """One order wants a latte and a cake, the other one two lattes and is promised later."""
    line = {"qty_milli": 1_000, "total_minor": 100, "min_age": 0}
    first = [
        {**line, "line_id": "1", "product_id": "latte", "name": "拿铁"},
        {**line, "line_id": "2", "product_id": "cake", "name": "蛋糕"},
    ]
    second = [{**line, "line_id": "1", "product_id": "latte", "name": "拿铁", "qty_milli": 2_000}]
    later_ms = stage.till.clock.now_ms() + 7_200_000
    other = order_doc("placed", lines=second, order_id=OTHER_ID, number="A-1025", promised_ms=later_ms)
    stage.till.data.feed_sink.apply_store_page(
        store_page(("order", OTHER_ID, other), next_cursor="s8"), now_ms=stage.till.clock.now_ms()
    )
    stage.order_arrives("placed", lines=first)


def _aside(stage: Stage) -> list[tuple[str, int]]:
    walk = stage.state.walk
    return [] if walk is None else [(each.letter, each.missing) for each in walk.bins]


def test_a_scanner_alone_walks_for_two_orders_and_packs_both(stage: Stage) -> None:
    _two_orders(stage)
    stage.presenter.scanning.take("WALK-4")
    assert (stage.state.panel, _aside(stage)) == ("walk", [("A", 2), ("B", 1)])
    into = []
    for code in (LATTE, LATTE, CAKE, LATTE):
        stage.presenter.scanning.take_on_walk(code)
        assert stage.state.walk_last is not None
        into.append((stage.state.walk_last.letter, stage.state.walk_last.completes))
    assert into == [("A", False), ("B", False), ("A", True), ("B", True)]
    stage.presenter.scanning.take_on_walk(LATTE)
    assert stage.state.message is not None
    assert stage.state.message.code == "order.too_many"
    stage.presenter.scanning.take_on_walk("R-1")
    assert (stage.state.panel, _aside(stage)) == ("walk", [("B", 0)])
    stage.presenter.scanning.take_on_walk("R-2")
    assert (stage.state.panel, stage.columns()) == ("none", (0, 0, 2, 0))
    assert [order.shelf for order in stage.state.board.ready] == ["R-1", "R-2"]


def test_a_walk_by_touch_goes_through_short_goods_and_packs_bin_by_bin(stage: Stage) -> None:
    _two_orders(stage)
    stage.presenter.walking.open()
    assert (stage.state.panel, stage.state.walk_choice) == ("walk_choose", (ORDER_ID, OTHER_ID))
    stage.presenter.walking.step(-1)
    assert stage.state.walk_choice == (ORDER_ID,)
    stage.presenter.walking.toggle(OTHER_ID)
    stage.presenter.walking.begin()
    assert stage.state.walk is not None
    keys = {row.product_id: row.key for row in stage.state.walk.rows}
    stage.presenter.walking.pack_next()
    assert stage.state.message is not None
    assert stage.state.message.code == "walk.nothing_complete"
    stage.presenter.walking.toggle_row(keys["cake"])
    stage.presenter.walking.toggle_row(keys["latte"])
    assert _aside(stage) == [("A", 0), ("B", 0)]
    stage.presenter.walking.toggle_row(keys["latte"])
    assert _aside(stage) == [("A", 1), ("B", 1)]
    stage.presenter.walking.short(keys["latte"])
    assert (stage.state.panel, stage.state.under) == ("short", ("walk",))
    stage.presenter.leave_panel()
    assert (stage.state.panel, stage.state.under) == ("walk", ())
    stage.presenter.walking.short(keys["latte"])
    stage.presenter.picking.step_short(-1)
    stage.presenter.picking.refund()
    assert (stage.state.panel, stage.state.under) == ("walk", ())
    stage.presenter.walking.toggle_row(keys["latte"])
    stage.presenter.walking.pack_next()
    assert (stage.state.panel, stage.state.under) == ("pick", ("walk",))
    stage.presenter.picking.mark_ready("R-1", "2")
    assert (stage.state.panel, _aside(stage)) == ("walk", [("B", 0)])
    stage.presenter.walking.open_bin("B")
    stage.presenter.picking.mark_ready("R-2", "1")
    assert (stage.state.panel, stage.columns()) == ("none", (0, 0, 2, 0))
    with stage.till.store.read() as work:
        short = work.journal.of_types(["order.short"])[0]
    assert (short.body["order_id"], short.body["qty_milli"]) == (OTHER_ID, 1_000)


def test_goods_that_are_scanned_at_the_board_begin_the_order_that_misses_them(stage: Stage) -> None:
    _two_orders(stage)
    stage.presenter.scanning.take(CAKE)
    assert stage.state.order is not None
    assert (stage.state.panel, stage.state.order.order_id) == ("pick", ORDER_ID)
    assert stage.state.picked == {"1": 0, "2": 1_000}
    stage.presenter.close_panel()
    stage.presenter.scanning.take("5901234123457")
    assert stage.state.message is not None
    assert stage.state.message.code == "walk.not_wanted"


def test_the_label_of_a_bag_finds_the_order_and_proves_nobody(stage: Stage) -> None:
    stage.order_arrives("ready", bags=2)
    stage.presenter.scanning.take("BAG-A-1024-2")
    assert (stage.state.panel, stage.state.offer) == ("hand_over", None)
    assert stage.state.bags_seen == frozenset({2})
    stage.presenter.take_code(pickup_code(stage.till.clock))
    assert stage.state.offer is not None
    stage.presenter.take_code("BAG-A-1024-1")
    assert sorted(stage.state.bags_seen) == [1, 2]
    assert stage.sounds.heard == ["good", "done"]
    other = order_doc("ready", order_id=OTHER_ID, number="A-1025")
    stage.till.data.feed_sink.apply_store_page(
        store_page(("order", OTHER_ID, other), next_cursor="s10"), now_ms=stage.till.clock.now_ms()
    )
    stage.presenter.take_code("BAG-A-1025-1")
    assert stage.state.message is not None
    assert (stage.state.message.code, stage.state.order and stage.state.order.order_id) == (
        "bags.other_order",
        ORDER_ID,
    )
    stage.presenter.confirm()
    assert stage.state.done is not None


def test_the_labels_of_an_order_are_printed_again(stage: Stage) -> None:
    stage.order_arrives("ready", bags=2)
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.minding.reprint()
    assert stage.state.message is not None
    assert (stage.state.message.code, stage.state.message.good) == ("bags.printing", True)


def test_what_is_missing_goes_to_a_store_that_has_it_once_the_customer_agreed(stage: Stage) -> None:
    line = {**order_doc()["lines"][0], "qty_milli": 2_000}  # type: ignore[index]  # a list of dicts
    stage.order_arrives("picking", lines=[line])
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.open_short("1")
    stage.presenter.picking.step_short(-1)
    stage.presenter.moving.open()
    assert (stage.state.panel, stage.state.under) == ("other_store", ("pick", "short"))
    form = stage.state.move
    assert form is not None
    assert (form.known, form.asking) == (None, False)
    stage.stock_api.stores = [
        StoreStock("S02", "二店", 900, 5_000, 3_000, 1),
        StoreStock("S03", "三店", 9_000, 500, 500, None),
    ]
    stage.presenter.leave_panel()
    assert (stage.state.panel, stage.state.short is not None) == ("short", True)
    stage.presenter.moving.open()
    form = stage.state.move
    assert form is not None
    assert [store.store_id for store in stores_for(form, pieces_milli=1_000)] == ["S02"]
    stage.presenter.moving.choose("S02")
    stage.presenter.moving.move()
    assert stage.state.message is not None
    assert stage.state.message.code == "order.ask_customer_store"
    stage.presenter.moving.agree(True)
    stage.presenter.moving.move()
    assert (stage.state.panel, stage.state.under) == ("pick", ())
    assert stage.state.order is not None
    assert stage.state.order.lines[0].done.moved_milli == 1_000
    with stage.till.store.read() as work:
        [entry] = work.journal.of_types(["order.short"])
    assert (entry.body["choice"], entry.body["store_id"]) == ("other_store", "S02")


def test_a_store_of_long_ago_is_shown_with_its_age_when_nobody_answers(stage: Stage) -> None:
    stage.order_arrives("picking")
    stage.stock_api.stores = [StoreStock("S02", "二店", 900, 5_000, 3_000, 1)]
    stage.presenter.take_step(ORDER_ID)
    stage.presenter.picking.open_short("1")
    stage.presenter.moving.open()
    asked_ms = stage.till.clock.now_ms()
    stage.presenter.leave_panel()
    stage.stock_api.stores = None
    stage.till.clock.advance(3_600_000)
    stage.presenter.moving.open()
    form = stage.state.move
    assert form is not None
    assert form.known is not None
    assert (form.known.asked_ms, form.known.stores[0].store_id) == (asked_ms, "S02")
