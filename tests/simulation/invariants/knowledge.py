"""At a peace every till knows what the server knows of its store."""

import json
from typing import Any

from tests.simulation.chain import products
from tests.simulation.invariants.evidence import Evidence, Row
from tests.simulation.machine import Machine, Process
from tests.simulation.trouble import expect
from tests.simulation.world import World

_SAME = "a till knows what the server knows"
_ORDERS = "SELECT order_id, state FROM customer_order"
_STAFF = "SELECT staff_id, active FROM staff"
_MEMBERS = "SELECT member_id, points FROM member"
_KEYS = "SELECT version, place FROM issuer_keys"
_REVOKED = "SELECT what || ':' || id, reason FROM revoked"


def tills_know_their_store(world: World, evidence: Evidence) -> None:
    """Stock, people, members, orders, revocations, keys, goods and prices are the server's."""
    for machine in world.machines:
        process = machine.process
        assert process is not None, "everybody runs at a peace"
        docs = _docs(evidence, "store", machine.store_id)
        _stock(machine, process, docs["stock"])
        _rows(machine, process, _MEMBERS, docs["member"], "points")
        _rows(machine, process, _ORDERS, docs["order"], "state")
        _rows(machine, process, _STAFF, docs["staff"], "active")
        revoked = {key for key, _ in _pairs(process, "SELECT what || ':' || id, reason FROM revoked")}
        expect(revoked == docs["revoked"].keys(), _SAME, (machine.name, revoked ^ docs["revoked"].keys()))
        keys = _pairs(process, "SELECT version, place FROM issuer_keys")
        there = docs["keys"]["list"]["version"]
        # Put back twice by a server whose clock went backwards in between: tills keep the newer list.
        may_be_newer = world.books.ever.server_jumps_ms and len(world.books.ever.restored_ms) > 1
        same = keys[0][0] == there or (may_be_newer and keys[0][0] > there)
        expect(len(keys) == 1 and bool(same), _SAME, (machine.name, keys, there))
        _goods(machine, process, _docs(evidence, "catalog", machine.store_id))


def _docs(evidence: Evidence, feed: str, store_id: str) -> dict[str, dict[str, Row]]:
    """Return what the server publishes to a store, by kind and key."""
    found: dict[str, dict[str, Row]] = {
        kind: {} for kind in ("stock", "member", "order", "staff", "revoked", "keys", "product", "campaign")
    }
    for row in evidence.rows("SELECT feed, scope, kind, key, doc FROM feed_change WHERE doc IS NOT NULL"):
        if row["feed"] == feed and row["scope"] in {"*", store_id}:
            found.setdefault(row["kind"], {})[row["key"]] = json.loads(row["doc"])
    return found


def _stock(machine: Machine, process: Process, docs: dict[str, Row]) -> None:
    """What a cashier sees is the server's figure: nothing is counted twice, nothing is missing."""
    with process.data.store.read() as work:
        seen = work.stock.levels(sorted(docs))
    here = {key: (level.on_hand_milli, level.kept_milli) for key, level in seen.items()}
    there = {key: (doc["on_hand_milli"], doc["committed_milli"]) for key, doc in docs.items()}
    differing = [(key, here.get(key), there[key]) for key in there if here.get(key) != there[key]]
    expect(not differing, "a till shows the stock that is there", (machine.name, differing[:3]))


def _rows(machine: Machine, process: Process, sql: str, docs: dict[str, Row], field: str) -> None:
    here = dict(_pairs(process, sql))
    there = {key: doc[field] for key, doc in docs.items()}
    # Members of other stores are here as the server told when it was asked about them; no feed renews those.
    keys = there.keys() if "FROM member" in sql else here.keys() | there.keys()
    differing = [
        (key, here.get(key), there.get(key)) for key in sorted(keys) if here.get(key) != there.get(key)
    ]
    expect(not differing, _SAME, (machine.name, sql, differing[:3]))


def _goods(machine: Machine, process: Process, docs: dict[str, dict[str, Row]]) -> None:
    for item in products():
        found = process.data.catalog.by_id(item.product_id)
        price = None if found is None else found.price_minor
        there = docs["product"][item.product_id]["price_minor"]
        expect(price == there, _SAME, (machine.name, item.product_id, price, there))
    campaigns = {str(doc["id"]) for doc in process.data.catalog.campaigns()}
    expect(campaigns == docs["campaign"].keys(), _SAME, (machine.name, campaigns))


def _pairs(process: Process, sql: str) -> list[tuple[Any, Any]]:
    with process.data.store.read() as work:
        return [(row[0], row[1]) for row in work.connection.exec_driver_sql(sql)]
