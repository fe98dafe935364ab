"""Orders line by line: what was ordered is somewhere, once; the web promised no more than it may; all end.

Told by plain SQL and by the bodies of facts: no rule of the product is used to work out what is right.
"""

from collections import defaultdict
from collections.abc import Sequence

from tests.simulation.invariants.evidence import Evidence, Row
from tests.simulation.schedule import HOUR_MS, MINUTE_MS
from tests.simulation.trouble import expect
from tests.simulation.world import World

Place = tuple[str, str]
"""Order and line."""

ORDER_FACTS = (
    "order.accepted",
    "order.rejected",
    "order.picking",
    "order.taken_over",
    "order.picked",
    "order.short",
    "order.packed",
    "order.ready",
    "order.handed_over",
    "order.hand_over_undone",
    "order.given_up",
    "order.returned",
    "order.put_back",
)
_ENDED = frozenset({"handed_over", "closed", "rejected", "cancelled", "no_show", "returned"})


def lines_add_up(world: World, evidence: Evidence) -> None:
    """Ordered = handed over + refunded + moved on + open, in pieces and in money; nothing is below zero."""
    handed = _handed(evidence)
    moved: dict[str, int] = defaultdict(int)
    replaced: dict[str, int] = defaultdict(int)
    open_goods: dict[str, int] = defaultdict(int)
    for row in _lines(evidence):
        place = (row["order_id"], row["line_id"])
        left_minor = row["total_minor"] - row["handed_minor"] - row["refunded_minor"] - row["moved_minor"]
        expect(_open(row) >= 0 and left_minor >= 0, "nothing of an order is below zero", row)
        expect(_open(row) > 0 or left_minor == 0, "no money is left where nothing is open", row)
        expect(
            0 <= row["returned_milli"] <= row["handed_milli"]
            and 0 <= row["returned_minor"] <= row["handed_minor"],
            "no more comes back than left",
            row,
        )
        expect(
            (row["handed_milli"], row["handed_minor"]) == handed.get(place, (0, 0)),
            "what is with the customer is what hand-overs took",
            (row, handed.get(place)),
        )
        moved[row["order_id"]] += row["moved_minor"]
        if row["substitutes"]:
            replaced[row["order_id"]] += row["total_minor"]
        if not row["deposit"]:
            open_goods[row["order_id"]] += _open(row)
        _no_more_than_ordered(world, row, handed_milli=row["handed_milli"])
    expect(
        {key: minor for key, minor in moved.items() if minor}
        == {key: minor for key, minor in replaced.items() if minor},
        "what was paid goes on to substitutes, all of it",
        None,
    )
    for order in evidence.rows("SELECT order_id, state FROM shop_order"):
        is_open = order["state"] not in _ENDED
        expect(is_open == (open_goods[order["order_id"]] > 0), "an open order has something open", order)


def refunds_are_what_is_owed(_world: World, evidence: Evidence) -> None:
    """What goes back is what nobody got or what came back: never more than was paid."""
    back: dict[str, int] = defaultdict(int)
    for row in evidence.rows("SELECT order_id, amount_minor FROM order_refund"):
        back[row["order_id"]] += row["amount_minor"]
    owed: dict[str, int] = defaultdict(int)
    kept: dict[str, int] = defaultdict(int)
    paid: dict[str, int] = defaultdict(int)
    for row in _lines(evidence):
        owed[row["order_id"]] += row["refunded_minor"] + row["returned_minor"]
        kept[row["order_id"]] += row["handed_minor"] - row["returned_minor"]
        if not row["substitutes"]:
            paid[row["order_id"]] += row["total_minor"]
    for order in evidence.rows("SELECT order_id, state, total_minor FROM shop_order"):
        order_id = order["order_id"]
        where = (order, back[order_id], owed[order_id], kept[order_id])
        expect(paid[order_id] == order["total_minor"], "an order is the sum of its lines", where)
        expect(back[order_id] == owed[order_id], "refunded is what is owed", where)
        expect(back[order_id] + kept[order_id] <= paid[order_id], "no more goes back than was paid", where)
        if order["state"] in _ENDED:
            expect(
                back[order_id] + kept[order_id] == paid[order_id],
                "paid = with the customer + refunded, at the end",
                where,
            )


def every_order_has_ended(_world: World, evidence: Evidence) -> None:
    """When the stores have done their work and time has gone by, no order is open."""
    waiting = [row for row in evidence.rows("SELECT * FROM shop_order") if row["state"] not in _ENDED]
    expect(not waiting, "every order ends", waiting[:3])


def look_at_rights(world: World, store_id: str, product_ids: Sequence[str]) -> None:
    """At the moment in which an order was placed: no more is promised than the store's rights.

    Source: docs/rules/stock.md, "What the web may promise".
    """
    now_ms = world.server.clock.now_ms()
    with world.server.database.read() as unit:
        [heard_ms] = unit.conn.exec_driver_sql(
            "SELECT max(max(heard_ms), max(enrolled_ms)) FROM terminal WHERE store_id = ? AND "
            "status <> 'retired'",
            (store_id,),
        ).one()
        is_frozen = now_ms - heard_ms > 10 * MINUTE_MS
        end_ms = heard_ms if is_frozen else now_ms
        for product_id in product_ids:
            on_hand, committed = unit.conn.exec_driver_sql(
                "SELECT on_hand_milli, committed_milli FROM stock_level "
                "WHERE store_id = ? AND product_id = ?",
                (store_id, product_id),
            ).one()
            [sold] = unit.conn.exec_driver_sql(
                "SELECT coalesce(sum(-on_hand_milli), 0) FROM stock_movement WHERE store_id = ? AND "
                "product_id = ? AND cause = 'sale' AND moved_ms > ? AND moved_ms <= ?",
                (store_id, product_id, end_ms - 2 * HOUR_MS, end_ms),
            ).one()
            stays = max(1_000, on_hand / 5, 2 * sold)
            where = (store_id, product_id, on_hand, committed, sold)
            expect(committed <= on_hand - stays, "the web promises no more than its rights", where)
            if now_ms - heard_ms >= 4 * HOUR_MS:
                expect(on_hand - stays > 5_000, "a store that is lost promises no small rights", where)


def ended_elsewhere(evidence: Evidence, order_id: str, terminal: str) -> bool:
    """Tell whether another till has done something about an order, or its time was over."""
    others = [
        fact
        for fact in evidence.of_type(*ORDER_FACTS)
        if fact.body["order_id"] == order_id and fact.terminal != terminal
    ]
    over = evidence.rows("SELECT order_id FROM order_event WHERE step = 'no_show'")
    return bool(others) or any(row["order_id"] == order_id for row in over)


def points_of_orders(evidence: Evidence) -> dict[str, int]:
    """Return the points of each order of which something was fetched: one for each yuan, by what stayed."""
    found = {}
    with_customer: dict[str, int] = defaultdict(int)
    for (order_id, _line), (_milli, minor) in _handed(evidence).items():
        with_customer[order_id] += minor
    for row in evidence.rows(
        "SELECT order_id, amount_minor FROM order_refund WHERE cause = 'order_returned'"
    ):
        with_customer[row["order_id"]] -= row["amount_minor"]
    for row in evidence.rows("SELECT order_id, total_minor FROM shop_order"):
        if row["order_id"] in with_customer:
            whole = row["total_minor"] // 100
            found[row["order_id"]] = whole * with_customer[row["order_id"]] // row["total_minor"]
    return found


def goods_of_orders_moved(evidence: Evidence) -> list[tuple[str, str, int]]:
    """Return store, product and what came back (+) or was thrown away (-), of steps that count."""
    refused = {
        row["entry_id"] for row in evidence.rows("SELECT entry_id FROM order_event WHERE step = 'refused'")
    }
    refused |= {
        row["entry_id"]
        for row in evidence.rows("SELECT entry_id FROM entry_exception WHERE kind = 'order.unknown'")
    }
    product = {(row["order_id"], row["line_id"]): row["product_id"] for row in _lines(evidence)}
    found = []
    for fact in evidence.of_type("order.returned", "order.put_back"):
        if fact.entry_id in refused:
            continue
        for line in fact.body["lines"]:
            name = product[fact.body["order_id"], line["line_id"]]
            sign = int(line["restock"]) if fact.type == "order.returned" else -int(line["wasted"])
            found.append((evidence.stores[fact.terminal], name, sign * line["qty_milli"]))
    return found


def _handed(evidence: Evidence) -> dict[Place, tuple[int, int]]:
    found: dict[Place, tuple[int, int]] = {}
    for row in evidence.rows(
        "SELECT h.order_id, l.line_id, sum(l.qty_milli) AS milli, sum(l.amount_minor) AS minor "
        "FROM hand_over h JOIN hand_over_line l ON l.hand_over_id = h.hand_over_id "
        "WHERE h.accepted AND h.undone_ms IS NULL GROUP BY h.order_id, l.line_id"
    ):
        found[row["order_id"], row["line_id"]] = (row["milli"], row["minor"])
    return found


def _lines(evidence: Evidence) -> list[Row]:
    return list(evidence.rows("SELECT * FROM order_line"))


def _open(row: Row) -> int:
    return int(row["qty_milli"] - row["handed_milli"] - row["refunded_milli"] - row["moved_milli"])


def _no_more_than_ordered(world: World, row: Row, *, handed_milli: int) -> None:
    """What the customer's telephone says was ordered bounds what left; a substitute what it stands for."""
    if row["substitutes"]:
        return
    for pocket in world.app.pockets.values():
        placed = pocket.orders.get(row["order_id"])
        for line in placed.order.lines if placed is not None else ():
            if line.line_id == row["line_id"]:
                gone = handed_milli + row["refunded_milli"] + row["moved_milli"]
                expect(gone <= line.qty_milli, "no more leaves than was ordered", (row, line.qty_milli))
