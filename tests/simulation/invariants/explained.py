"""Every exception on the server's list has a cause that was there; every act an actor with the right."""

from collections.abc import Callable

from central_api.staff.schemas import ROLES
from tests.simulation.chain import people_of
from tests.simulation.invariants import accounts, by_line, moving
from tests.simulation.invariants.evidence import Evidence, Fact, Row
from tests.simulation.invariants.goods import exceptions
from tests.simulation.trouble import expect
from tests.simulation.world import World

_HELD_MS = 600_000
"""Longer than anybody at a counter has a coupon reserved before the sale is paid."""

_NO_RIGHT = "every privileged act has an actor with the right"
_COUPON_CONFLICTS = frozenset(
    {"coupon.already_used", "coupon.revoked", "coupon.unknown", "coupon.over_budget"}
)


def exceptions_have_causes(world: World, evidence: Evidence) -> None:
    """Nobody is asked about something that did not happen."""
    by_entry = {fact.entry_id: fact for fact in evidence.facts}
    for row in exceptions(evidence):
        cause = _CAUSES.get(row["kind"])
        fact = by_entry.get(row["entry_id"])
        assert fact is not None, "an exception is about an entry"
        holds = cause is not None and cause(world, evidence, row, fact)
        expect(
            holds,
            "an exception has its cause",
            (row["kind"], row["args"], fact.type, fact.terminal, fact.seq),
        )


def acts_have_allowed_actors(world: World, evidence: Evidence) -> None:
    """Who did something that needs a right had it, as the shop's own list of roles says."""
    roles = {person.staff_id: person.role for store_id in world.stores for person in people_of(store_id)}
    for fact in evidence.facts:
        verb = _NEEDS.get(fact.type)
        if verb is None:
            continue
        role = roles.get(fact.actor)
        allowed = role is not None and verb in ROLES[role]
        expect(allowed, _NO_RIGHT, (fact.type, fact.actor, verb))
        at_home = fact.actor.startswith(evidence.stores[fact.terminal])
        expect(at_home, "people work in their store", (fact.type, fact.actor, fact.terminal))


def cash_moves_by_right(world: World, evidence: Evidence) -> None:
    """Who moved cash, opened the drawer for nothing or read an X might do so, or somebody else allowed it."""
    roles = {person.staff_id: person.role for store_id in world.stores for person in people_of(store_id)}
    for fact in evidence.of_type("cash.moved", "drawer.opened", "shift.read"):
        verb = _OF_MOVES[fact.body.get("kind", fact.type)]
        who = fact.body["approved_by"] or fact.actor
        rights = ROLES[roles[who]]
        limit = rights.get(verb)
        amount = fact.body.get("amount_minor", 0)
        expect(
            verb in rights and (limit is None or amount <= limit), _NO_RIGHT, (fact.type, who, verb, amount)
        )
        expect(
            fact.body["approved_by"] != fact.actor, "nobody allows anything to themselves", (fact.type, who)
        )


def _price_was_so(world: World, _evidence: Evidence, row: Row, _fact: Fact) -> bool:
    return row["args"]["sold_minor"] in world.books.ever.prices.get(row["args"]["product_id"], ())


def _coupon_used_before(world: World, evidence: Evidence, row: Row, fact: Fact) -> bool:
    """Two sales took it: one offline, or after its reservation had ended, or the server forgot between."""
    coupon_id = row["args"]["coupon_id"]
    uses = [
        (other, use["mode"])
        for other in evidence.of_type("sale.completed")
        for use in other.body["coupons"]
        if use["coupon_id"] == coupon_id
    ]
    if len(uses) < 2:
        return False
    if any(mode == "offline" for _, mode in uses) or _was_forgotten(world, [other for other, _ in uses]):
        return True
    return fact.body["sale_id"] in world.books.slow_coupons or any(
        other.body["sale_id"] in world.books.slow_coupons for other, _ in uses
    )


def _was_forgotten(world: World, sales: list[Fact]) -> bool:
    """Tell whether the server was put back between two sales, or while the first held the coupon."""
    told = [world.books.paid.get(sale.body["sale_id"]) for sale in sales]
    paid_ms = [sale.paid_ms for sale in told if sale is not None]
    if len(paid_ms) < len(sales):
        return True  # it went with a disk that died: nobody knows when
    first_ms, last_ms = min(paid_ms) - _HELD_MS, max(paid_ms)
    return any(first_ms <= at_ms <= last_ms for at_ms in world.books.ever.restored_ms)


def _of_returned_sales(evidence: Evidence) -> set[str]:
    """Return the coupons that were printed with sales of which something came back: those have ended."""
    back = {
        receipt["sale_id"]
        for fact in evidence.of_type("sale.completed")
        for receipt in fact.body.get("returned", ())
    }
    return {
        each["coupon_id"]
        for fact in evidence.of_type("sale.completed")
        if fact.body["sale_id"] in back
        for each in fact.body["issued"]
    }


def _was_disputed(evidence: Evidence, row: Row) -> bool:
    """Tell whether the sale that came back had not settled its coupon: a person was asked about that."""
    entry_id = next(
        fact.entry_id
        for fact in evidence.of_type("sale.completed")
        if fact.body["sale_id"] == row["args"]["sale_id"]
    )
    return any(
        other["kind"] in _COUPON_CONFLICTS
        and (other["entry_id"], other["args"]["coupon_id"]) == (entry_id, row["args"]["coupon_id"])
        for other in exceptions(evidence)
    )


def _may_be_lost(world: World, evidence: Evidence, row: Row) -> bool:
    """Tell whether a server that was put back may have forgotten that it gave a till this coupon to print."""
    printed = {
        each["coupon_id"] for fact in evidence.of_type("sale.completed") for each in fact.body["issued"]
    }
    return row["args"]["coupon_id"] in printed and bool(world.books.ever.restored_ms)


def _conflicts_came_up(_world: World, evidence: Evidence, row: Row, _fact: Fact) -> bool:
    """Coupons of the campaign came back as doubtful before it lost its right."""
    coupons = {
        use["coupon_id"]
        for sale in evidence.of_type("sale.completed")
        for use in sale.body["coupons"]
        if use["campaign_id"] == row["args"]["rule_id"]
    }
    return any(
        other["args"].get("coupon_id") in coupons
        for other in exceptions(evidence)
        if other["kind"] in _COUPON_CONFLICTS
    )


def _second_visit(_world: World, evidence: Evidence, row: Row, _fact: Fact) -> bool:
    order_id = row["args"]["order_id"]
    handed = [fact for fact in evidence.of_type("order.handed_over") if fact.body["order_id"] == order_id]
    return len(handed) >= 2


def _order_had_moved(world: World, evidence: Evidence, row: Row, fact: Fact) -> bool:
    """Another till, or the shop, was faster; or a restored server has forgotten the steps in between."""
    order_id = row["args"]["order_id"]
    by_others = by_line.ended_elsewhere(evidence, order_id, fact.terminal)
    return by_others or order_id in world.books.ever.cancelled or bool(world.books.ever.restored_ms)


def _was_promised(_world: World, evidence: Evidence, row: Row, fact: Fact) -> bool:
    """The sale took a product that somebody had ordered in that store."""
    product_id, store_id = row["args"]["product_id"], evidence.stores[fact.terminal]
    ordered = evidence.rows(
        "SELECT o.store_id, l.product_id FROM shop_order o JOIN order_line l ON l.order_id = o.order_id"
    )
    sold = {line["product_id"] for line in fact.body["lines"]}
    return product_id in sold and any(
        (each["store_id"], each["product_id"]) == (store_id, product_id) for each in ordered
    )


_Cause = Callable[[World, Evidence, Row, Fact], bool]
_CAUSES: dict[str, _Cause] = {
    "sale.price_differs": _price_was_so,
    "coupon.already_used": _coupon_used_before,
    "campaign.offline_ended": _conflicts_came_up,
    "coupon.revoked": lambda world, evidence, row, _f: (
        row["args"]["coupon_id"] in world.books.ever.revoked | _of_returned_sales(evidence)
    ),
    "coupon.unknown": lambda world, evidence, row, _f: (
        row["args"]["coupon_id"] in world.books.ever.lost_coupons or _may_be_lost(world, evidence, row)
    ),
    "coupon.not_given_back": lambda _w, evidence, row, _f: _was_disputed(evidence, row),
    "coupon.not_allotted": lambda world, evidence, row, _f: _may_be_lost(world, evidence, row),
    "points.overdrawn": accounts.two_tills_spent,
    "stored_value.overdrawn": accounts.two_tills_spent,
    "staff.inactive": lambda world, _e, row, _f: row["args"]["staff_id"] in world.books.ever.dismissed,
    "stock.breach": _was_promised,
    "stock.receipt_differs": lambda _w, _e, row, fact: any(
        line["product_id"] == row["args"]["product_id"]
        and line["expected_milli"] not in {None, line["received_milli"]}
        for line in fact.body["lines"]
    ),
    "stock.transfer_differs": lambda _w, evidence, row, _f: moving.arrived_differently(evidence, row),
    "stock.transfer_taken_twice": lambda _w, evidence, row, _f: moving.taken_in_twice(evidence, row),
    "order.handed_over_twice": _second_visit,
    "order.step_not_next": _order_had_moved,
    "order.not_open": _order_had_moved,
    "order.refund_differs": _order_had_moved,
    "order.substitute_unwanted": _order_had_moved,
    "order.unknown": lambda world, _e, row, _f: row["args"]["order_id"] in world.books.ever.lost_orders,
}
"""What the server may ask about, and what must have happened then. Any other kind never comes up."""

_NEEDS = {
    "sale.completed": "sell",
    "balance.topped_up": "sell",
    "shift.opened": "shift.open",
    "shift.suspended": "shift.open",
    "shift.resumed": "shift.open",
    "shift.counted": "shift.close",
    "shift.closed": "shift.close",
    **dict.fromkeys(by_line.ORDER_FACTS, "order.pick"),
    "order.given_up": "order.hand_over",
    "order.returned": "order.hand_over",
    "order.handed_over": "order.hand_over",
    "order.hand_over_undone": "order.hand_over",
    "receipt.reprinted": "receipt.reprint",
    "stock.received": "stock.receive",
    "stock.wasted": "stock.waste",
    "stock.counted": "stock.count",
    "stock.sent": "stock.transfer",
    "stock.arrived": "stock.transfer",
}

_OF_MOVES = {
    "paid_in": "cash.paid_in",
    "paid_out": "cash.paid_out",
    "safe_drop": "cash.safe_drop",
    "float_added": "cash.float",
    "drawer.opened": "drawer.no_sale",
    "shift.read": "shift.x",
}
"""What each movement of cash asks for, the drawer that is opened for nothing, and an X."""
