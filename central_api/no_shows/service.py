"""The no-show run: what nobody came for in time is given back, once, and waits to be put back.

A till without the line may have handed an order over: the run waits until its store was heard behind the
deadline. Source: docs/rules/orders.md, "Nobody came".
"""

from collections.abc import Callable
from typing import Final

from central_api.enrolment import service as enrolment
from central_api.kit.database import Database
from central_api.kit.routines import Routine
from central_api.kit.unit import Unit
from central_api.orders import service as orders

EVERY_S: Final = 60
"""How often the server looks."""

HEARD_AFTER_MS: Final = 60_000
"""So long behind the deadline a store has to be heard: what it did until then is known."""


def keep_up(database: Database) -> int:
    """Give back what nobody came for, each order in a unit of its own; return how many."""
    with database.read() as unit:
        overdue = orders.overdue(unit)
    return sum(database.run(_giving_up(order_id)) for order_id in overdue)


def routine(database: Database) -> Routine:
    """Return what the server repeats while it runs."""
    return Routine("no_shows", EVERY_S, lambda: keep_up(database))


def _giving_up(order_id: str) -> Callable[[Unit], bool]:
    def give_up(unit: Unit) -> bool:
        found = orders.shown(unit, order_id)
        if found is None:
            return False
        heard_ms = enrolment.heard_ms(unit, found.order.store_id)
        if heard_ms is not None and heard_ms < found.order.deadline_ms + HEARD_AFTER_MS:
            return False
        return orders.expire(unit, order_id)

    return give_up
