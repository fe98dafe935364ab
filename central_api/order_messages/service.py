"""Tells members of their orders: late, ready, soon back on the shelf; each once, with the page's address.

It looks at how orders stand, not at facts as they come: what a till tells long after it happened is told by
what it came to. An order that was ready and is collected by the time its facts arrive is told of nothing.

Source: docs/rules/order-page.md, "Messages".
"""

from collections.abc import Callable
from typing import Final

from central_api.enrolment import service as enrolment
from central_api.kit.database import Database
from central_api.kit.routines import Routine
from central_api.kit.unit import Unit
from central_api.kit.words import words
from central_api.links import service as links
from central_api.members import service as members
from central_api.messages import service as messages
from central_api.order_messages import repository
from central_api.order_messages.schemas import Due
from central_api.orders import service as orders
from retail_core.figures import local_time

EVERY_S: Final = 3
"""How often the server looks."""

_DAY_MS: Final = 24 * 3_600_000
_BACK_MS: Final = 2 * _DAY_MS


def keep_up(database: Database) -> int:
    """Put into the outbox what is to be told, each in a unit of its own; return how many messages."""
    with database.read() as unit:
        waiting = repository.due(unit, since_ms=unit.now_ms - _BACK_MS, day_ms=_DAY_MS)
    return sum(database.run(_telling(each)) for each in waiting)


def routine(database: Database) -> Routine:
    """Return what the server repeats while it runs."""
    return Routine("order messages", EVERY_S, lambda: keep_up(database))


def _telling(due: Due) -> Callable[[Unit], bool]:
    def tell(unit: Unit) -> bool:
        # Asked again inside the unit that tells: the order may have gone on since.
        still = repository.due(unit, since_ms=unit.now_ms - _BACK_MS, day_ms=_DAY_MS)
        return due in still and _tell(unit, due)

    return tell


def _tell(unit: Unit, due: Due) -> bool:
    found = orders.shown(unit, due.order_id)
    member_id = None if found is None else found.order.member_id
    if found is None or member_id is None:
        return False
    order = found.order
    person = next(iter(members.get_many(unit, [member_id])), None)
    before = repository.earlier(unit, due.order_id)
    if not repository.note(unit, due) or person is None or not person.phone:
        return False
    store = enrolment.store_card(unit, order.store_id)
    said = words(store.receipt_language)
    text = said.text(
        f"order_message.{due.kind}",
        store=store.name,
        number=order.number,
        until=local_time(order.deadline_ms, store.time_zone),
        link=links.order_address(unit, order.order_id, placed_ms=order.placed_ms, store=store),
    )
    # What still waits of this order is old news: nobody hears "late" after "ready".
    for message_id in before:
        messages.withdraw(unit, message_id)
    message_id = messages.send(
        unit,
        member_id=person.member_id,
        kind=f"order_{due.kind}",
        phone=person.phone,
        words=text,
        expires_ms=unit.now_ms + _DAY_MS,
    )
    repository.keep_id(unit, due, message_id=message_id)
    return True
