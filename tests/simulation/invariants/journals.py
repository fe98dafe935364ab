"""Every fact is on the server exactly once, in the till's order, and no chain is broken."""

from retail_core.journal import genesis, verify
from tests.simulation.invariants.evidence import Evidence
from tests.simulation.trouble import expect
from tests.simulation.world import World


def chains_are_whole(world: World, evidence: Evidence) -> None:
    """Each till's chain verifies from its beginning; the server's begins at 1 and has no gap."""
    for (terminal, incarnation), entries in evidence.own.items():
        report = verify(entries, genesis(terminal, incarnation))
        expect(report.problem is None, "the hash chain is whole", (terminal, incarnation, report.problem))
    for chain, facts in evidence.chains().items():
        expect(
            [fact.seq for fact in facts] == list(range(1, len(facts) + 1)), "sequences have no gaps", chain
        )
        links = [fact.prev_hash for fact in facts[1:]] == [fact.hash for fact in facts[:-1]]
        expect(links, "the hash chain is whole", chain)
        known = chain in evidence.own or chain in world.books.gone
        expect(known, "no till is on the server that never was", chain)


def both_sides_agree(_world: World, evidence: Evidence) -> None:
    """What a till holds is what the server holds, entry for entry."""
    there = evidence.chains()
    for chain, entries in evidence.own.items():
        sent = [fact.hash for fact in there.get(chain, [])]
        expect(sent == [entry.hash for entry in entries], "every fact is on the server", (chain, len(sent)))


def sales_count_once(world: World, evidence: Evidence) -> None:
    """Every sale that was told "paid" is one row on the server, with its receipt and its sum; no other is."""
    rows = {row["sale_id"]: row for row in evidence.rows("SELECT * FROM sale")}
    numbers = [row["receipt_number"] for row in rows.values()]
    expect(len(set(numbers)) == len(numbers), "a receipt number is given once", len(numbers))
    for paid in world.books.paid.values():
        row = rows.pop(paid.sale_id, None)
        if row is None:
            lost = (paid.terminal, paid.incarnation) in world.books.gone
            expect(lost, 'every "paid" is on the server exactly once', paid)
            continue
        found = (row["receipt_number"], row["total_minor"] + row["rounding_minor"], row["terminal_id"])
        expect(
            found == (paid.receipt_number, paid.due_minor, paid.terminal), "a sale arrives as it was", paid
        )
    expect(not rows, "no sale is on the server that nobody paid", list(rows)[:3])
    stated = [fact.body["sale_id"] for fact in evidence.of_type("sale.completed")]
    expect(len(stated) == len(set(stated)), "a sale is stated once", len(stated))


def nothing_is_stuck(_world: World, evidence: Evidence) -> None:
    """Nothing waits, nothing was put aside."""
    parked = [fact for fact in evidence.facts if fact.state != "applied"]
    expect(not parked, "no fact waits to be understood", parked[:1])
    aside = evidence.rows("SELECT terminal_id, reason FROM journal_aside")
    expect(not aside, "no fact is put aside", aside[:3])
