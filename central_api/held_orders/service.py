"""Lets the goods of orders go that a till took and that nobody paid within half an hour.

Source: docs/rules/order-payment.md, "Ordered at the till".
"""

from collections.abc import Callable
from typing import Final

from central_api.kit.database import Database
from central_api.kit.routines import Routine
from central_api.kit.unit import Unit
from central_api.orders import service as orders

EVERY_S: Final = 15
"""How often the server looks."""

FORGET_MS: Final = 35 * 24 * 3_600_000
"""Tills keep what was acknowledged for as long; a sale that comes later than that finds no order any more."""


def keep_up(database: Database) -> int:
    """Let go of what was not paid in time, each order in a unit of its own; return how many."""
    with database.read() as unit:
        over = orders.held_too_long(unit)
    released = sum(database.run(_letting_go(order_id)) for order_id in over)
    database.run(lambda unit: orders.forget_held(unit, held_before_ms=unit.now_ms - FORGET_MS))
    return released


def routine(database: Database) -> Routine:
    """Return what the server repeats while it runs."""
    return Routine("held_orders", EVERY_S, lambda: keep_up(database))


def _letting_go(order_id: str) -> Callable[[Unit], bool]:
    return lambda unit: orders.release(unit, order_id)
