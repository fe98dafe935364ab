"""Goods that are received, written off, counted and sent: told by plain SQL and by the facts alone."""

from collections.abc import Iterator

from tests.simulation.invariants.evidence import Evidence, Row
from tests.simulation.trouble import expect
from tests.simulation.world import World


def documents_moved(evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """Yield store, product and what documents moved of it; of a transfer what was taken in first counts."""
    taken_in = {row["arrived_document"] for row in evidence.rows("SELECT * FROM stock_transfer")}
    for fact in evidence.of_type("stock.received", "stock.wasted", "stock.sent", "stock.arrived"):
        if fact.type == "stock.arrived" and fact.body["document_id"] not in taken_in:
            continue
        name, sign = _QUANTITY[fact.type]
        for line in fact.body["lines"]:
            yield evidence.stores[fact.terminal], line["product_id"], sign * line[name]
    for row in evidence.rows(
        "SELECT store_id, product_id, on_hand_milli FROM stock_movement "
        "WHERE cause IN ('count', 'count_late')"
    ):
        yield row["store_id"], row["product_id"], row["on_hand_milli"]


def counts_hold(_world: World, evidence: Evidence) -> None:
    """What was counted at a moment is the sum of the movements up to it, whenever somebody heard of them."""
    for row in evidence.rows(
        "SELECT c.store_id, c.product_id, c.at_ms, c.counted_milli, "
        "(SELECT coalesce(sum(m.on_hand_milli), 0) FROM stock_movement m WHERE m.store_id = c.store_id "
        "AND m.product_id = c.product_id AND m.moved_ms <= c.at_ms) AS summed FROM stock_count c"
    ):
        expect(row["summed"] == row["counted_milli"], "a count holds", row)
    stated = [
        (fact.body["document_id"], line["line_id"])
        for fact in evidence.of_type("stock.counted")
        for line in fact.body["lines"]
    ]
    kept = [(row["document_id"], row["line"]) for row in evidence.rows("SELECT * FROM stock_count")]
    expect(sorted(stated) == sorted(kept), "every count is on the server", (len(stated), len(kept)))


def transfers_are_in_one_place(_world: World, evidence: Evidence) -> None:
    """Goods of a transfer left one store, and came into one store at most, once."""
    for row in evidence.rows(
        "SELECT ref, count(DISTINCT store_id) AS stores, count(DISTINCT entry_id) AS entries "
        "FROM stock_movement WHERE cause IN ('transfer_in', 'transfer_out') GROUP BY cause, ref"
    ):
        expect((row["stores"], row["entries"]) == (1, 1), "a transfer's goods are in one place", row)


def arrived_differently(evidence: Evidence, row: Row) -> bool:
    """Tell whether what arrived of a transfer is not what was sent."""
    transfer_id, product_id = row["args"]["transfer_id"], row["args"]["product_id"]
    sent = _of(evidence, "stock.sent", transfer_id, product_id=product_id)
    return bool(row["args"]["sent_milli"] == sent != row["args"]["arrived_milli"])


def taken_in_twice(evidence: Evidence, row: Row) -> bool:
    """Tell whether two documents took a transfer in."""
    facts = [
        fact
        for fact in evidence.of_type("stock.arrived")
        if fact.body["transfer_id"] == row["args"]["transfer_id"]
    ]
    return len(facts) >= 2


def _of(evidence: Evidence, kind: str, transfer_id: str, *, product_id: str) -> int:
    return sum(
        line["qty_milli"]
        for fact in evidence.of_type(kind)
        if fact.body["transfer_id"] == transfer_id
        for line in fact.body["lines"]
        if line["product_id"] == product_id
    )


_QUANTITY = {
    "stock.received": ("received_milli", 1),
    "stock.wasted": ("qty_milli", -1),
    "stock.sent": ("qty_milli", -1),
    "stock.arrived": ("arrived_milli", 1),
}
