"""Sales that were put aside: each comes back once, is given up once, or still waits on its till."""

from tests.simulation.invariants.evidence import Evidence
from tests.simulation.trouble import expect
from tests.simulation.world import World

_ONCE = "a parked sale comes back once"


def parked_sales_end_once(world: World, evidence: Evidence) -> None:
    """Follow each basket through the entries of its till; what is left is what the till shows."""
    stated: set[str] = set()
    waiting: dict[tuple[str, int], set[str]] = {}
    for chain, facts in evidence.chains().items():
        here = waiting.setdefault(chain, set())
        for fact in facts:
            basket_id = str(fact.body.get("basket_id"))
            if fact.type == "basket.parked":
                expect(basket_id not in here, _ONCE, (chain, fact.seq))
                here.add(basket_id)
                stated.add(basket_id)
            elif fact.type == "basket.recalled" or (
                fact.type == "basket.abandoned" and fact.body.get("reason") in {"discarded", "expired"}
            ):
                expect(basket_id in here, _ONCE, (chain, fact.seq))
                here.discard(basket_id)
            elif fact.type == "sale.completed":
                expect(fact.body["sale_id"] not in here, "what waits is not paid", (chain, fact.seq))
    for machine in world.machines:
        assert machine.process is not None, "everybody runs at a peace"
        with machine.process.data.store.read() as work:
            shown = {sale.basket.basket_id for sale in work.parked.all()}
        there = waiting.get((machine.terminal_id, machine.incarnation), set())
        expect(shown == there, "a till shows what waits", (machine.name, shown ^ there))
    for basket_id, chain in world.books.parked.items():
        known = basket_id in stated or chain in world.books.gone
        expect(known, "what was put aside is on the server", (chain, basket_id))
