"""Money: receipts add up, the drawer follows from entries alone, every sale is in one shift and one Z."""

import hashlib
import json
from collections import defaultdict

from tests.simulation.invariants.evidence import Evidence, Fact, Row
from tests.simulation.trouble import expect
from tests.simulation.world import World

_RETURNS = "refunds are never above what was sold"


def receipts_add_up(_world: World, evidence: Evidence) -> None:
    """Net + tax + rounding = tenders, which are after change, and the lines make the total."""
    for fact in evidence.of_type("sale.completed"):
        sale = fact.body
        paid = sum(tender["amount_minor"] for tender in sale["tenders"])
        change = sum(
            part["tendered_minor"] - part["change_minor"] - part["amount_minor"] for part in sale["tenders"]
        )
        taxed = sum(row["net_minor"] + row["tax_minor"] for row in sale["tax"])
        lines = sum(line["total_minor"] for line in sale["lines"])
        returned = sum(part["refund_minor"] for part in sale.get("returned", ()))
        where = sale["receipt_number"]
        expect(change == 0 or returned > 0, "change is what was given too much", where)
        expect(taxed + sale["rounding_minor"] == paid, "net + tax + rounding = tenders - change", where)
        expect(lines - returned == sale["total_minor"], "the lines make the total", where)


def refunds_stay_below(_world: World, evidence: Evidence) -> None:
    """Of no line comes back more than was sold of it, in pieces and in money."""
    sold: dict[tuple[str, str], tuple[int, int]] = {}
    for fact in evidence.of_type("sale.completed"):
        for line in fact.body["lines"]:
            sold[fact.body["sale_id"], line["line_id"]] = (line["qty_milli"], line["total_minor"])
    back: dict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for fact in evidence.of_type("sale.completed"):
        for receipt in fact.body.get("returned", ()):
            for line in receipt["lines"]:
                key = (receipt["sale_id"], line["of_line_id"])
                qty, minor = back[key]
                back[key] = (qty + line["qty_milli"], minor + line["total_minor"])
    for key, (qty, minor) in back.items():
        if key in sold:
            expect(qty <= sold[key][0] and minor <= sold[key][1], _RETURNS, (key, qty, minor, sold[key]))


def shifts_and_zs(world: World, evidence: Evidence) -> None:
    """Each sale lies in one shift of its till; Zs have no gaps, agree with their entries, and stay."""
    rows = {row["shift_id"]: row for row in evidence.rows("SELECT shift_id, doc FROM shift_z")}
    for chain, facts in evidence.chains().items():
        shift: Row | None = None
        entries: list[Fact] = []
        z_number = grand_total = 0
        for fact in facts:
            if fact.type == "shift.opened":
                expect(shift is None, "one shift is open", (chain, fact.seq))
                shift, entries = fact.body, []
            elif fact.type in {"sale.completed", "order.handed_over", "balance.topped_up"}:
                named = shift is not None and fact.body["shift_id"] == shift["shift_id"]
                expect(named, "each sale is in exactly one shift", (chain, fact.seq))
                entries.append(fact)
            elif fact.type == "shift.closed":
                assert shift is not None, "only an open shift is closed"
                z_number += 1
                grand_total += sum(_sold(fact.body) for fact in entries if fact.type == "sale.completed")
                _check_z(fact.body, shift, entries, where=(*chain, z_number), grand_total=grand_total)
                stored = rows.pop(fact.body["shift_id"], None)
                same = stored is not None and json.loads(stored["doc"]) == fact.body
                expect(same, "the server has the Z as it was printed", (chain, z_number))
                _is_unchanged(world, (*chain, z_number), fact.body)
                shift = None
    expect(not rows, "there is no Z without its entry", list(rows))


def _sold(sale: Row) -> int:
    return sum(int(line["total_minor"]) for line in sale["lines"])


def _check_z(
    z: Row, shift: Row, entries: list[Fact], *, where: tuple[str, int, int], grand_total: int
) -> None:
    """Compare a Z with what its entries say, by sums of our own."""
    sales = [fact.body for fact in entries if fact.type == "sale.completed"]
    # A top-up is no sale, but its money lies in the same drawer.
    paid = [*sales, *(fact.body for fact in entries if fact.type == "balance.topped_up")]
    expect(z["z_number"] == where[2], "Z numbers have no gaps", where)
    expect(z["shift_id"] == shift["shift_id"], "a Z is of the shift that it closes", where)
    expect(z["grand_total_sales_minor"] == grand_total, "the grand total goes on", (where, grand_total))
    expect(z["total_minor"] == sum(_sold(sale) for sale in sales), "a Z sums its sales", where)
    for count in z["tenders"]:
        kind = count["kind"]
        moved = sum(
            tender["amount_minor"] for body in paid for tender in body["tenders"] if tender["kind"] == kind
        )
        expected = moved + (shift["float_minor"] if kind == "cash" else 0)
        expect(
            count["expected_minor"] == expected,
            "expected cash comes from entries alone",
            (where, count, expected),
        )


def _is_unchanged(world: World, place: tuple[str, int, int], z: Row) -> None:
    digest = hashlib.sha256(json.dumps(z, sort_keys=True).encode()).hexdigest()
    first = world.books.z_digests.setdefault(place, digest)
    expect(first == digest, "a Z never changes", place)
