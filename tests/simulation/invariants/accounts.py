"""Points and balances: each is the sum of its entries, and nobody spends unseen what is not there."""

from collections import defaultdict
from collections.abc import Iterator

from tests.simulation.chain import CUSTOMERS, OPENING_BONUS_MINOR, OPENING_PRINCIPAL_MINOR
from tests.simulation.invariants.evidence import Evidence, Fact, Row
from tests.simulation.invariants.goods import exceptions
from tests.simulation.trouble import expect
from tests.simulation.world import World

_OVERDRAWN = {"points.overdrawn": "points", "stored_value.overdrawn": "stored_value"}


def balances_are_the_sum(world: World, evidence: Evidence) -> None:
    """What stands on an account is what was paid in less what receipts say was spent, each once."""
    sums: dict[str, int] = defaultdict(int)
    for row in evidence.rows("SELECT * FROM value_entry"):
        sign = 1 if row["kind"] == "top_up" else -1
        sums[row["member_id"]] += row["principal_minor"] + row["bonus_minor"] + sign * row["amount_minor"]
    shown = _balances(evidence)
    arrived = {fact.body["sale_id"] for fact in evidence.of_type("sale.completed")}
    told: dict[str, int] = defaultdict(int)
    for paid in world.books.paid.values():
        if paid.alias is not None and paid.sale_id in arrived:
            told[paid.alias] += paid.value_minor
    for who in CUSTOMERS:
        expected = OPENING_PRINCIPAL_MINOR + OPENING_BONUS_MINOR - told[who.alias]
        found = (shown[who.member_id], sums[who.member_id])
        where = (who.member_id, found, expected)
        expect(found == (expected, expected), "a balance is the sum of its entries and of receipts", where)


def nothing_is_overdrawn_unseen(world: World, evidence: Evidence) -> None:
    """An account below zero has an exception that names a sale of its member."""
    asked = {
        (_OVERDRAWN[row["kind"]], _alias_of(world, row["args"]["sale_id"]))
        for row in exceptions(evidence)
        if row["kind"] in _OVERDRAWN
    }
    points = {
        row["member_id"]: row["points"] for row in evidence.rows("SELECT member_id, points FROM member")
    }
    for kind, figures in (("points", points), ("stored_value", _balances(evidence))):
        for who in CUSTOMERS:
            seen = figures[who.member_id] >= 0 or (kind, who.alias) in asked
            where = (kind, who.member_id, figures[who.member_id])
            expect(seen, "no account is overdrawn without an exception", where)


def two_tills_spent(world: World, evidence: Evidence, row: Row, fact: Fact) -> bool:
    """Say whether an overdrawn account has its cause: two tills, or one that did not know what had gone."""
    kind = _OVERDRAWN[row["kind"]]
    alias = _alias_of(world, fact.body["sale_id"])
    tills = {
        (other.terminal, other.incarnation)
        for other in evidence.of_type("sale.completed")
        if _alias_of(world, other.body["sale_id"]) == alias and any(_spends(other.body, kind))
    }
    # Points of a parcel go again when its hand-over is taken back, and tills hear of it later.
    return len(tills) > 1 or bool(world.books.ever.restored_ms) or bool(world.books.undone)


def _alias_of(world: World, sale_id: str) -> str | None:
    paid = world.books.paid.get(sale_id)
    return None if paid is None else paid.alias


def _spends(sale: Row, kind: str) -> Iterator[Row]:
    return (part for part in sale["tenders"] if part["kind"] == kind and part["amount_minor"] > 0)


def _balances(evidence: Evidence) -> dict[str, int]:
    rows = evidence.rows("SELECT member_id, principal_minor, bonus_minor FROM member")
    return {row["member_id"]: row["principal_minor"] + row["bonus_minor"] for row in rows}
