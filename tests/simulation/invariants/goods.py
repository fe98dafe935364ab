"""Stock, points, coupons and parcels: every figure is the sum of its entries, nothing is given out twice."""

import json
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

from tests.simulation.chain import CUSTOMERS, OPENING_POINTS, opening_milli, products
from tests.simulation.invariants.by_line import goods_of_orders_moved, points_of_orders
from tests.simulation.invariants.evidence import Evidence, Row
from tests.simulation.invariants.moving import documents_moved
from tests.simulation.trouble import expect
from tests.simulation.world import World

_NOT_ABOUT_USE = frozenset(
    {"coupon.expired", "coupon.issued_twice", "coupon.not_allotted", "coupon.not_given_back"}
)
_NO_STOCK = {None, *(item.product_id for item in products() if item.deposit)}

K = TypeVar("K")
V = TypeVar("V")

Key = tuple[str, str]
"""Store and product."""


def stock_is_the_sum(world: World, evidence: Evidence) -> None:
    """Levels are the sums of the movements, and those of what came in and what the facts say."""
    levels = {
        (row["store_id"], row["product_id"]): (row["on_hand_milli"], row["committed_milli"])
        for row in evidence.rows("SELECT * FROM stock_level")
    }
    sums: dict[Key, tuple[int, int]] = {
        (row["store_id"], row["product_id"]): (row["a"], row["b"])
        for row in evidence.rows(
            "SELECT store_id, product_id, sum(on_hand_milli) AS a, sum(committed_milli) AS b "
            "FROM stock_movement GROUP BY store_id, product_id"
        )
    }
    expect(levels == sums, "on_hand = sum of movements", _differing(levels, sums))
    expected = _expected_stock(world, evidence)
    on_hand = {key: level[0] for key, level in levels.items() if key[0] in world.stores}
    expect(on_hand == expected, "stock follows the facts", _differing(on_hand, expected))


def _expected_stock(world: World, evidence: Evidence) -> dict[Key, int]:
    """Return what ought to be there: the opening, what came, what was sold, came back and was fetched."""
    opening = opening_milli(parts=world.plan.parts)
    expected = {(store_id, item.product_id): opening for store_id in world.stores for item in products()}
    for store_id, product_id, qty_milli in world.books.office.deliveries:
        expected[store_id, product_id] += qty_milli
    for fact in evidence.of_type("sale.completed"):
        for product_id, qty_milli in _moved(fact.body):
            expected[evidence.stores[fact.terminal], product_id] += qty_milli
    handed = {fact.body["hand_over_id"]: fact for fact in evidence.of_type("order.handed_over")}
    for row in evidence.rows("SELECT hand_over_id, accepted, undone_ms FROM hand_over"):
        if row["accepted"] and row["undone_ms"] is None:
            fact = handed[row["hand_over_id"]]
            for line in fact.body["lines"]:
                expected[evidence.stores[fact.terminal], line["product_id"]] -= line["qty_milli"]
    for store_id, product_id, milli in (*documents_moved(evidence), *goods_of_orders_moved(evidence)):
        expected[store_id, product_id] += milli
    return expected


def _moved(sale: Row) -> Iterator[tuple[str, int]]:
    """Yield what a document moves: packs by their pieces, no open items, no deposits."""
    for line in sale["lines"]:
        if line["product_id"] not in _NO_STOCK:
            yield line["product_id"], -line["qty_milli"] * line.get("pack_pieces", 1)
    for receipt in sale.get("returned", ()):
        for line in receipt["lines"]:
            if line["restock"] and line["product_id"] not in _NO_STOCK:
                yield line["product_id"], line["qty_milli"] * line["pack_pieces"]


def promises_are_kept_apart(_world: World, evidence: Evidence) -> None:
    """What is committed is what open orders wait for."""
    waiting: dict[Key, int] = defaultdict(int)
    for row in evidence.rows(
        "SELECT o.store_id, l.product_id, l.qty_milli - l.handed_milli - l.refunded_milli - l.moved_milli "
        "AS open_milli FROM shop_order o JOIN order_line l ON l.order_id = o.order_id "
        "WHERE o.state NOT IN ('cancelled', 'rejected', 'no_show', 'handed_over', 'closed', 'returned')"
    ):
        if row["open_milli"]:
            waiting[row["store_id"], row["product_id"]] += row["open_milli"]
    committed = {
        (row["store_id"], row["product_id"]): row["committed_milli"]
        for row in evidence.rows("SELECT * FROM stock_level")
        if row["committed_milli"]
    }
    expect(
        committed == dict(waiting),
        "what is promised is what orders wait for",
        _differing(committed, dict(waiting)),
    )


def points_are_the_sum(world: World, evidence: Evidence) -> None:
    """A balance is the sum of its entries, and those are what the receipts said."""
    balances = {
        row["member_id"]: row["points"] for row in evidence.rows("SELECT member_id, points FROM member")
    }
    entered: dict[str, int] = defaultdict(int)
    for row in evidence.rows("SELECT member_id, points FROM points_entry"):
        entered[row["member_id"]] += row["points"]
    expect(
        all(balances[member] == entered[member] for member in balances),
        "points balance = sum of entries",
        _differing(balances, dict(entered)),
    )
    arrived = {fact.body["sale_id"] for fact in evidence.of_type("sale.completed")}
    told = {who.alias: OPENING_POINTS for who in CUSTOMERS}
    for paid in world.books.paid.values():
        if paid.alias is not None and paid.sale_id in arrived:
            told[paid.alias] += paid.points - paid.points_spent
    for alias, points in _collected(world, evidence):
        told[alias] += points
    for who in CUSTOMERS:
        expect(
            entered[who.member_id] == told[who.alias],
            "points are what receipts said",
            (who.member_id, told[who.alias]),
        )


def _collected(world: World, evidence: Evidence) -> Iterator[tuple[str, int]]:
    """Yield the points of orders that were fetched, one for each yuan that stayed, and whose they are."""
    pockets = {who.alias: world.app.pockets[who.member_id] for who in CUSTOMERS}
    for order_id, points in points_of_orders(evidence).items():
        for alias, pocket in pockets.items():
            if order_id in pocket.orders:
                yield alias, points


def coupons_are_spent_once(world: World, evidence: Evidence) -> None:
    """Of all sales that took a coupon one settled it; each other one is an exception for a person.

    Sales that came back whole gave it back, and count no more.
    """
    uses: dict[str, list[str]] = defaultdict(list)
    sale_of = {fact.entry_id: fact.body["sale_id"] for fact in evidence.of_type("sale.completed")}
    back = {
        (coupon_id, receipt["sale_id"])
        for fact in evidence.of_type("sale.completed")
        for receipt in fact.body["returned"]
        for coupon_id in receipt["coupons"]
    }
    for fact in evidence.of_type("sale.completed"):
        for use in fact.body["coupons"]:
            if (use["coupon_id"], fact.body["sale_id"]) not in back:
                uses[use["coupon_id"]].append(fact.body["sale_id"])
    disputed = Tally(
        row["args"]["coupon_id"]
        for row in exceptions(evidence)
        if (row["args"].get("coupon_id"), sale_of.get(row["entry_id"])) not in back
        and str(row["kind"]).startswith("coupon.")
        and row["kind"] not in _NOT_ABOUT_USE
    )
    redeemed = {
        row["coupon_id"]: row["redeemed_sale_id"]
        for row in evidence.rows("SELECT coupon_id, redeemed_sale_id FROM coupon WHERE state = 'redeemed'")
    }
    for coupon_id, sales in uses.items():
        settled = [sale_id for sale_id in sales if redeemed.get(coupon_id) == sale_id]
        expect(len(settled) <= 1, "a single-use coupon is settled once", (coupon_id, sales))
        expect(
            len(settled) + disputed[coupon_id] == len(sales),
            "every further use is an exception",
            (coupon_id, sales),
        )
    unused = redeemed.keys() - uses.keys()
    expect(not unused, "no coupon is spent that no sale took", unused)
    wallets = {
        row["member_id"]: row["n"]
        for row in evidence.rows(
            "SELECT member_id, count(*) AS n FROM coupon WHERE state IN ('issued', 'held', 'returned') "
            "GROUP BY member_id"
        )
    }
    counted = {
        row["member_id"]: row["coupons"] for row in evidence.rows("SELECT member_id, coupons FROM member")
    }
    expect(
        all(counted[member] == wallets.get(member, 0) for member in counted),
        "a wallet holds what it says",
        _differing(counted, wallets),
    )
    del world


def parcels_leave_once(world: World, evidence: Evidence) -> None:
    """Each hand-over is on the server; one an order counts, a second is an exception with both sides."""
    rows = {row["hand_over_id"]: row for row in evidence.rows("SELECT * FROM hand_over")}
    stated = {fact.body["hand_over_id"]: fact for fact in evidence.of_type("order.handed_over")}
    expect(rows.keys() == stated.keys(), "every hand-over is on the server", rows.keys() ^ stated.keys())
    for given in world.books.given.values():
        if given.hand_over_id not in rows:
            machine = next(item for item in world.machines if item.name == given.machine)
            lost = any(chain[0] == machine.terminal_id for chain in world.books.gone)
            expect(lost, "every hand-over is on the server", given)
    taken: dict[Key, int] = defaultdict(int)
    for row in rows.values():
        if row["accepted"] and row["undone_ms"] is None:
            for line in stated[row["hand_over_id"]].body["lines"]:
                taken[row["order_id"], line["line_id"]] += line["qty_milli"]
    for row in evidence.rows("SELECT order_id, line_id, qty_milli FROM order_line"):
        gone = taken[row["order_id"], row["line_id"]]
        expect(gone <= row["qty_milli"], "handed over at most once", (row, gone))
    second = {
        row["args"]["second_hand_over_id"]
        for row in exceptions(evidence)
        if row["kind"] in {"order.handed_over_twice", "order.not_open"}
    }
    for row in rows.values():
        if not row["accepted"]:
            known = row["order_id"] not in world.books.ever.lost_orders
            expect(
                row["hand_over_id"] in second or not known,
                "a second one is an exception",
                row["hand_over_id"],
            )


def exceptions(evidence: Evidence) -> list[Row]:
    """Return what the server asks a person about, with its arguments parsed."""
    return [
        {**row, "args": json.loads(row["args"])}
        for row in evidence.rows("SELECT * FROM entry_exception ORDER BY id")
    ]


def _differing(found: Mapping[K, V], expected: Mapping[K, V]) -> list[tuple[K, V | None, V | None]]:
    keys = sorted(found.keys() | expected.keys(), key=str)
    return [(key, found.get(key), expected.get(key)) for key in keys if found.get(key) != expected.get(key)][
        :5
    ]
