"""Adding up what tills and orders tell, for reports, behind the back of those who take it in.

Nothing is done for it when facts arrive. One worker at a time reads what is new, adds it to the sums and
writes how far it came, in one transaction: so each entry is in the sums once, whenever a worker ends.

Source: docs/rules/figures.md; docs/protocol.md, "Reports".
"""

from typing import Final

from central_api.kit.database import Database
from central_api.kit.routines import Routine
from central_api.kit.unit import Unit
from central_api.summing import facts, orders, repository
from central_api.summing.schemas import Shelf
from retail_core.reporting.cells import Lookups

EVERY_S: Final = 10
"""How often the server looks; so old may the sums be, beside what tills did not tell yet."""

MOST: Final = 1_000
"""Entries, and orders, of one transaction."""


def keep_up(database: Database) -> int:
    """Add up all that is new; return how many entries and orders that was."""
    with database.read() as unit:
        if not is_behind(unit):
            return 0  # Who looks in vain keeps no writer waiting.
    total = 0
    while done := database.run(add_up):
        total += done
    return total


def is_behind(unit: Unit) -> bool:
    """Return whether something is stored that is not in the sums."""
    return facts.is_behind(unit) or orders.is_behind(unit, cursor=repository.cursor(unit))


def as_of_ms(unit: Unit) -> int:
    """Return the moment for which the sums are true: now, unless something waits to be added."""
    return repository.summed_ms(unit) if is_behind(unit) else unit.now_ms


def lookups(unit: Unit, store_id: str) -> Lookups:
    """Return what is known beside the facts of a store, as they were added up with it."""
    return facts.Known(unit, store_id).lookups


def add_up(unit: Unit, *, most: int = MOST) -> int:
    """Add a piece of what is new; 0 when there is nothing, or when another worker is at it."""
    cursor = repository.take_turn(unit)
    if cursor is None:
        return 0
    shelf = Shelf()
    stores = repository.places(unit)
    entries = facts.add_up(unit, shelf, stores=stores, most=most)
    changed, behind = orders.add_up(unit, shelf, stores=stores, cursor=cursor, most=most)
    repository.add(unit, shelf.added())
    repository.end_turn(unit, cursor=behind)
    return entries + changed


def routine(database: Database) -> Routine:
    """Return what the server repeats while it runs."""
    return Routine("report_sums", EVERY_S, lambda: keep_up(database))
