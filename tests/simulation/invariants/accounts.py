"""Points and balances: each is the sum of its entries, and nobody spends unseen what is not there."""

from collections import defaultdict
from collections.abc import Iterator

from tests.simulation.chain import (
    CUSTOMERS,
    OPENING_BONUS_MINOR,
    OPENING_POINTS,
    OPENING_PRINCIPAL_MINOR,
    PRINTED,
    PRINTED_TOTAL,
)
from tests.simulation.invariants.by_line import points_of_orders
from tests.simulation.invariants.evidence import Evidence, Fact, Row
from tests.simulation.invariants.goods import exceptions
from tests.simulation.trouble import expect
from tests.simulation.world import World

_OVERDRAWN = {"points.overdrawn": "points", "stored_value.overdrawn": "stored_value"}


def balances_are_the_sum(world: World, evidence: Evidence) -> None:
    """What stands on an account is what was paid in less what receipts say was spent, each once."""
    sums: dict[str, int] = defaultdict(int)
    for row in evidence.rows("SELECT * FROM value_entry"):
        sign = -1 if row["kind"] == "spend" else 1
        sums[row["member_id"]] += row["principal_minor"] + row["bonus_minor"] + sign * row["amount_minor"]
    shown = _balances(evidence)
    arrived = {fact.body["sale_id"] for fact in evidence.of_type("sale.completed")}
    told: dict[str, int] = defaultdict(int)
    for paid in world.books.paid.values():
        if paid.alias is not None and paid.sale_id in arrived:
            told[paid.alias] += paid.value_minor
    there = {fact.body["top_up_id"] for fact in evidence.of_type("balance.topped_up")}
    expect(there <= world.books.paid_in.keys(), "nobody has value who did not pay it in", there)
    for paid_in in world.books.paid_in.values():
        if paid_in.top_up_id in there:
            told[paid_in.alias] -= paid_in.principal_minor + paid_in.bonus_minor
    for who in CUSTOMERS:
        expected = OPENING_PRINCIPAL_MINOR + OPENING_BONUS_MINOR - told[who.alias]
        found = (shown[who.member_id], sums[who.member_id])
        where = (who.member_id, found, expected)
        expect(found == (expected, expected), "a balance is the sum of its entries and of receipts", where)


def nothing_is_overdrawn_unseen(world: World, evidence: Evidence) -> None:
    """An account below zero has an exception that names a sale of its member.

    But for points that went with a parcel that was taken back: by those a balance may fall below zero.
    """
    asked = {
        (_OVERDRAWN[row["kind"]], _alias_of(world, row["args"]["sale_id"]))
        for row in exceptions(evidence)
        if row["kind"] in _OVERDRAWN
    }
    points = {
        row["member_id"]: row["points"] for row in evidence.rows("SELECT member_id, points FROM member")
    }
    went: dict[str, int] = defaultdict(int)
    for row in evidence.rows("SELECT member_id, points FROM points_entry WHERE kind = 'reverse'"):
        went[row["member_id"]] -= row["points"]
    for kind, figures in (("points", points), ("stored_value", _balances(evidence))):
        for who in CUSTOMERS:
            least = -went[who.member_id] if kind == "points" else 0
            seen = figures[who.member_id] >= least or (kind, who.alias) in asked
            where = (kind, who.member_id, figures[who.member_id])
            expect(seen, "no account is overdrawn without an exception", where)


def no_value_is_created(_world: World, evidence: Evidence) -> None:
    """All members together have what was there, was paid in and came back, less what was spent; points too.

    From the bodies of the facts alone, bucket by bucket where they say it: no entry of a ledger is read.
    """
    bonus, principal = OPENING_BONUS_MINOR * len(CUSTOMERS), OPENING_PRINCIPAL_MINOR * len(CUSTOMERS)
    spent = 0
    points = OPENING_POINTS * len(CUSTOMERS)
    for fact in evidence.of_type("balance.topped_up"):
        principal += fact.body["principal_minor"]
        bonus += fact.body["bonus_minor"]
    for fact in evidence.of_type("sale.completed"):
        # Below zero it is given back.
        spent += sum(part["amount_minor"] for part in fact.body["tenders"] if part["kind"] == "stored_value")
        points += fact.body["points_earned"]
        points -= sum(part["points"] for part in fact.body["tenders"] if part["kind"] == "points")
        points -= sum(line["reward_points"] for line in fact.body["lines"])
        points -= sum(receipt["points_reversed"] for receipt in fact.body["returned"])
    [has] = evidence.rows(
        "SELECT sum(principal_minor) AS principal, sum(bonus_minor) AS bonus, sum(points) AS points "
        "FROM member"
    )
    fetched = sum(points_of_orders(evidence).values())
    where = (has, principal, bonus, spent, points)
    expect(has["principal"] + has["bonus"] == principal + bonus - spent, "no value is created", where)
    expect(has["bonus"] <= bonus and has["principal"] <= principal, "no bucket grows by itself", where)
    expect(has["points"] == points + fetched, "no points are created", (where, fetched))


def printed_coupons_count_once(_world: World, evidence: Evidence) -> None:
    """Each coupon that a receipt shows is on the campaign's account once, or a person is asked about it.

    Where the till had none left, a member got one at head office instead; never both.
    """
    shown: dict[str, int] = defaultdict(int)
    for fact in evidence.of_type("sale.completed"):
        for each in fact.body["issued"]:
            shown[each["coupon_id"]] += 1
    doubtful = [
        row["args"]["coupon_id"]
        for row in exceptions(evidence)
        if row["kind"] in {"coupon.issued_twice", "coupon.not_allotted"}
    ]
    given = evidence.rows("SELECT campaign_id, earned_sale_id FROM coupon WHERE request_id LIKE 'sale:%'")
    instead = [row for row in given if row["campaign_id"] == PRINTED]
    for account in evidence.rows("SELECT * FROM coupon_account"):
        if account["campaign_id"] == PRINTED:
            counted = sum(shown.values()) - len(doubtful) + len(instead)
            where = (account, counted)
            expect(account["issued"] == counted, "a printed coupon is counted once", where)
            expect(
                account["issued"] + account["allotted"] <= PRINTED_TOTAL,
                "no more are given than there are",
                where,
            )
    asked = {row["entry_id"] for row in exceptions(evidence) if row["kind"].startswith("coupon.")}
    with_paper = {
        fact.body["sale_id"]
        for fact in evidence.of_type("sale.completed")
        if fact.body["issued"] and fact.entry_id not in asked
    }
    both = with_paper & {row["earned_sale_id"] for row in instead}
    expect(not both, "a sale gives a coupon once", both)
    again = [coupon_id for coupon_id, times in shown.items() if times > 1 and coupon_id not in doubtful]
    expect(not again, "no coupon is printed with two receipts", again)


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
