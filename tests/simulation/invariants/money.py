"""Money: receipts add up, and what comes back was sold."""

from collections import defaultdict

from tests.simulation.invariants.evidence import Evidence
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
