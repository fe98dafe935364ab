"""What orders add to reports: punctuality, hand-overs taken back, and what became of those of a window."""

from retail_core.reporting.cells import FactContext, KnownHandOver, KnownOrder, Lookups, keys_of
from retail_core.reporting.fact_cells import cells_of
from retail_core.reporting.figures import figure_value, not_known
from retail_core.reporting.order_cells import PlacedOrder, kept_share, order_cells
from retail_core.wire.order_facts import OrderHandOverUndone, OrderStep

PROMISED_MS = 1_795_309_200_000
MINUTE_MS = 60_000


def ready(minutes: int, *, known: bool = True) -> dict[str, int]:
    """Return what an order adds that is ready so many minutes after its promise, without dimensions."""
    lookups = Lookups(order=lambda _: KnownOrder("pickup", PROMISED_MS) if known else None)
    context = FactContext("Li", PROMISED_MS + minutes * MINUTE_MS, "Asia/Shanghai", lookups)
    cells = cells_of("order.ready", OrderStep(order_id="o1", shelf="A"), context=context)
    delays = keys_of(cells, "orders_ready", dimension="delay")
    return {cell.measure: value for cell, value in cells.items() if not cell.dimension} | delays


def test_an_order_that_is_ready_by_its_promise_is_on_time() -> None:
    assert ready(0) == {"orders_ready": 1, "orders_on_time": 1, "0": 1}
    assert ready(-30) == {"orders_ready": 1, "orders_on_time": 1, "0": 1}


def test_minutes_late_are_counted_and_put_in_steps() -> None:
    assert ready(10) == {"orders_ready": 1, "minutes_late": 10, "1-10": 1}
    assert ready(11) == {"orders_ready": 1, "minutes_late": 11, "11-30": 1}
    assert ready(200) == {"orders_ready": 1, "minutes_late": 200, "61+": 1}


def test_an_order_that_nobody_knows_is_neither_on_time_nor_late() -> None:
    assert ready(5, known=False) == {"orders_ready": 1, "unknown": 1}


def test_a_hand_over_that_is_taken_back_leaves_the_hour_and_the_person_it_was_counted_for() -> None:
    known = KnownHandOver(3980, PROMISED_MS, "Li", "pickup")
    context = FactContext(
        "Wang", PROMISED_MS + 61 * MINUTE_MS, "Asia/Shanghai", Lookups(hand_over=lambda _: known)
    )
    body = OrderHandOverUndone(hand_over_id="h1", order_id="o1")
    cells = cells_of("order.hand_over_undone", body, context=context)
    assert keys_of(cells, "hand_over_value", dimension="hour") == {"09": -3980}
    assert keys_of(cells, "hand_overs", dimension="cashier") == {"Li": -1}


def test_the_orders_of_a_window_say_what_was_picked_up_and_what_was_not() -> None:
    cells = order_cells(
        [
            PlacedOrder("app", "pickup", "handed_over", 3000),
            PlacedOrder("app", "pickup", "no_show", 2000),
            PlacedOrder("app", "pickup", "cancelled", 1000),
            PlacedOrder("meituan", "courier", "closed", 4000),
        ]
    )
    assert figure_value("pickup_share", cells) == 7500
    assert figure_value("collected_rate", cells) == 6667
    assert figure_value("no_show_rate", cells) == 3333
    assert keys_of(cells, "orders_value", dimension="origin") == {"app": 6000, "meituan": 4000}
    assert figure_value("gmv", cells) == 10000
    assert not_known(cells, missing={"commission": "settled_at_head_office"})["commission"] == (
        "settled_at_head_office"
    )


def test_what_channels_keep_shrinks_by_the_share_that_was_given_back() -> None:
    kept = [
        (
            kept_share(716, paid_minor=3_980, back_minor=back),
            kept_share(500, paid_minor=3_980, back_minor=back),
        )
        for back in (0, 1_000, 3_980, 4_000)
    ]
    assert kept == [(716, 500), (536, 374), (0, 0), (0, 0)]
    cells = order_cells(
        [
            PlacedOrder("meituan", "courier", "closed", 3_980, 716, 500),
            PlacedOrder("meituan", "courier", "closed", 3_980, 536, 374),
            PlacedOrder("web", "pickup", "placed", 1_000, 0, 0),
        ]
    )
    assert figure_value("commission", cells) == 1_252
    assert keys_of(cells, "commission", dimension="origin") == {"meituan": 1_252}
    assert figure_value("subsidy", cells) == 874
