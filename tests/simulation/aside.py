"""Sales that wait: a customer has forgotten something, another one is served meanwhile."""

from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from tests.simulation.desk import Desk

_NOT_HERE = frozenset({"parked.unknown", "right.missing"})
"""It has expired meanwhile, or somebody else had parked it and nobody is there who may allow it."""


class Aside:
    """Parks the sale on the counter, recalls one that waits, or gives it up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def park(self, actor: Actor) -> None:
        """Put the basket on the counter aside; one with a coupon stays, because its reservation would end."""
        cases = self._desk.cases
        basket = cases.basket.basket
        if basket.coupons or not basket.lines:
            return
        cases.park(actor, basket, name="", total_minor=cases.prices(basket).total.minor)
        machine = self._desk.machine
        self._desk.books.parked[basket.basket_id] = (machine.terminal_id, machine.incarnation)
        cases.basket.start_new()
        machine.note("parked", basket.basket_id)

    def recall(self, actor: Actor) -> bool:
        """Bring one that waits back onto the counter, or give it up; return whether it lies there now."""
        cases = self._desk.cases
        waiting = cases.recall.sales().waiting
        if not waiting:
            return False
        sale = self._desk.chance.one_of(list(waiting))
        basket_id = sale.basket.basket_id
        try:
            if self._desk.chance.happens(0.2):
                cases.recall.give_up(actor, basket_id)
                self._desk.machine.note("given_up", basket_id)
                return False
            recalled = cases.recall(actor, basket_id, into=cases.basket.basket)
        except RuleError as error:
            self._desk.expect_code(error, _NOT_HERE)
            return False
        cases.basket.restore(recalled.basket)
        self._desk.machine.note("recalled", basket_id)
        return True
