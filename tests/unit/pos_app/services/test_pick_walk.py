"""Several orders in one walk: one list, a bin for each, kept by the till, two people never on one line."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.pick_order import PickOrder
from pos_app.services.pick_walk import PickWalk, Walk
from tests.fakes import NOON_MS
from tests.till_shop import LI, Till, order_doc, store_page

ANNA = replace(LI, staff_id="anna", name="Anna")
MINUTE_MS = 60_000


@pytest.fixture
def pick(till: Till) -> PickOrder:
    return PickOrder(store=till.store, clock=till.clock, events=till.events)


@pytest.fixture
def walk(till: Till, pick: PickOrder) -> PickWalk:
    return PickWalk(store=till.store, catalog=till.data.catalog, pick=pick)


def place(till: Till, orders: Mapping[str, Mapping[str, int]]) -> None:
    """Place orders of so many pieces by product; each is promised a minute after the one before."""
    changes = []
    for minute, (order_id, goods) in enumerate(orders.items()):
        lines = [
            {
                "line_id": str(place),
                "product_id": product_id,
                "name": product_id,
                "qty_milli": qty * 1_000,
                "total_minor": 100 * qty,
                "min_age": 0,
            }
            for place, (product_id, qty) in enumerate(goods.items(), start=1)
        ]
        doc = order_doc(
            "placed",
            lines=lines,
            order_id=order_id,
            number=f"A-{order_id}",
            promised_ms=NOON_MS + minute * MINUTE_MS,
        )
        changes.append(("order", order_id, doc))
    till.data.feed_sink.apply_store_page(store_page(*changes), now_ms=NOON_MS)


def listed(walk: Walk) -> list[tuple[str, int, list[str]]]:
    return [
        (row.product_id, row.missing_milli // 1_000, [part.letter for part in row.parts]) for row in walk.rows
    ]


@pytest.fixture(autouse=True)
def orders(till: Till) -> None:
    place(till, {"1": {"latte": 2, "cake": 1}, "2": {"cake": 3}, "3": {"latte": 1}})


def test_one_list_sums_what_all_bins_want(walk: PickWalk) -> None:
    begun = walk.begin(LI, ["1", "2", "3"])
    assert [(each.letter, each.order.order_id, each.missing) for each in begun.bins] == [
        ("A", "1", 2),
        ("B", "2", 1),
        ("C", "3", 1),
    ]
    assert sorted(listed(begun)) == [("cake", 4, ["A", "B"]), ("latte", 3, ["A", "C"])]


def test_the_list_follows_the_categories_of_the_store(till: Till, walk: PickWalk) -> None:
    rows = walk.begin(LI, ["1"]).rows
    position = {each.category_id: each.position for each in till.data.catalog.categories()}
    places = []
    for row in rows:
        product = till.data.catalog.by_id(row.product_id)
        assert product is not None
        places.append(position.get(product.category_id, 1_000_000))
    assert places == sorted(places)


def test_the_next_orders_come_by_promise(walk: PickWalk) -> None:
    assert [order.order_id for order in walk.next_orders()] == ["1", "2", "3"]


def test_a_piece_goes_into_the_first_bin_that_misses_it(walk: PickWalk, pick: PickOrder) -> None:
    begun = walk.begin(LI, ["1", "2"])
    letters = []
    for _ in range(4):
        part = begun.next_part("cake")
        assert part is not None
        letters.append(part.letter)
        pick.pick(LI, part.order_id, picked={part.line.line_id: part.line.done.picked_milli + 1_000})
        again = walk.current(LI)
        assert again is not None
        begun = again
    assert letters == ["A", "B", "B", "B"]
    assert begun.next_part("cake") is None


def test_a_walk_is_there_again_after_the_till_was_ended(till: Till, walk: PickWalk, pick: PickOrder) -> None:
    begun = walk.begin(LI, ["1", "2"])
    pick.pick(LI, "2", picked={"1": 2_000})
    anew = PickWalk(
        store=till.store,
        catalog=till.data.catalog,
        pick=PickOrder(store=till.store, clock=till.clock, events=till.events),
    ).current(LI)
    assert anew is not None
    assert [each.order.order_id for each in anew.bins] == [each.order.order_id for each in begun.bins]
    assert sorted(listed(anew)) == [("cake", 2, ["A", "B"]), ("latte", 2, ["A"])]


def test_two_people_never_pick_one_line(walk: PickWalk, pick: PickOrder) -> None:
    walk.begin(LI, ["1"])
    hers = walk.begin(ANNA, ["1", "3"])
    assert [(each.letter, each.order.order_id) for each in hers.bins] == [("B", "3")]
    with pytest.raises(RuleError, match=r"order\.line_of_other"):
        pick.pick(ANNA, "1", picked={"1": 1_000})
    with pytest.raises(RuleError, match=r"walk\.none"):
        walk.begin(ANNA, ["1"])


def test_a_bin_keeps_its_letter_when_another_one_is_packed(walk: PickWalk, pick: PickOrder) -> None:
    walk.begin(LI, ["1", "2"])
    pick.pick(LI, "1", picked={"1": 2_000, "2": 1_000})
    now = walk.current(LI)
    assert now is not None
    assert now.to_pack is not None
    assert now.to_pack.letter == "A"
    pick.pack(LI, "1", bags=1, shelf="A1")
    pick.mark_ready(LI, "1", shelf="A1")
    now = walk.current(LI)
    assert now is not None
    assert [each.letter for each in now.bins] == ["B"]
    pick.pick(LI, "2", picked={"1": 3_000})
    pick.mark_ready(LI, "2", shelf="A2")
    assert walk.current(LI) is None


def test_a_walk_takes_the_right_to_pick(walk: PickWalk) -> None:
    with pytest.raises(RuleError, match=r"right\.missing"):
        walk.begin(replace(LI, rights={}), ["1"])
