"""``central-api shop set-promises``, ``set-late``, ``set-pickup``, ``set-busy``: when orders are ready."""

import json
import re
from typing import Annotated

import typer
from pydantic import ValidationError

from central_api.importing.shop_settings import DatabaseUrl, change
from central_api.kit.errors import UsageError
from retail_core.promises import LATE_MINUTES, MOST_BUSY_MINUTES
from retail_core.wire.enrolment import OpeningHours, PromiseTerms

_Store = Annotated[str, typer.Option(help="Which store, such as S01.")]
_HOURS = re.compile(r"([1-7])(?:-([1-7]))?@(\d\d):(\d\d)-(\d\d):(\d\d)", re.ASCII)
_DAY_MINUTES = 24 * 60
_MINUTE_MS = 60_000


def set_promises(
    database_url: DatabaseUrl,
    store: _Store,
    *,
    open_: Annotated[
        list[str] | None,
        typer.Option(
            "--open",
            help="DAYS@FROM-TO, repeatable: 1-6@08:00-20:00 is Monday to Saturday. None: no times any more.",
        ),
    ] = None,
    slot: Annotated[
        str, typer.Option(help="MINUTES:ORDERS, how long a slot is and how many orders it has room for.")
    ] = "15:8",
    prepare: Annotated[int, typer.Option(help="So many minutes it takes to get an order ready.")] = 30,
    days: Annotated[int, typer.Option(help="So many days are promised, today among them.")] = 2,
) -> None:
    """Say when a store has orders ready, and how many; replaces what was said before."""
    if not open_:
        change(database_url, store, values={"promises": None})
        return
    slot_minutes, per_slot = _slot(slot)
    try:
        terms = PromiseTerms(
            hours=tuple(_hours(text) for text in open_),
            slot_minutes=slot_minutes,
            per_slot=per_slot,
            prepare_minutes=prepare,
            days=days,
        )
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise UsageError(
            f"{field.replace('_', ' ')} is out of its range.", "See central-api shop set-promises --help."
        ) from error
    change(database_url, store, values={"promises": terms})


def set_late(
    database_url: DatabaseUrl,
    store: _Store,
    *,
    minutes: Annotated[
        int, typer.Option(min=0, max=_DAY_MINUTES, help="So much later than promised is still in time.")
    ] = LATE_MINUTES,
    campaign: Annotated[str, typer.Option(help="Whose coupon a late order earns; empty: none.")] = "",
) -> None:
    """Say when an order of a store is late, and what its customer gets for that."""
    change(database_url, store, values={"late_minutes": minutes, "late_campaign": campaign})


def set_pickup(
    database_url: DatabaseUrl,
    store: _Store,
    *,
    days: Annotated[
        int, typer.Option(min=1, max=14, help="So many days an order that is ready is kept for its customer.")
    ],
    perishable_hours: Annotated[
        int, typer.Option(min=0, max=336, help="So many hours where something of it spoils; 0: no shorter.")
    ] = 0,
    perishable: Annotated[
        list[str] | None, typer.Option(help="A category of goods that spoil, repeatable.")
    ] = None,
) -> None:
    """Say how long a store keeps orders; from the next order that is ready on."""
    if bool(perishable_hours) != bool(perishable):
        raise UsageError("Hours and categories go together.", "Say --perishable-hours 4 --perishable fresh.")
    values = {
        "pickup_days": days,
        "perishable_hours": perishable_hours,
        "perishable_categories": tuple(perishable or ()),
    }
    change(database_url, store, values=values)


def set_busy(
    database_url: DatabaseUrl,
    store: _Store,
    *,
    minutes: Annotated[
        int, typer.Option(min=0, max=MOST_BUSY_MINUTES, help="So much longer orders take; 0: not any more.")
    ],
    for_minutes: Annotated[
        int, typer.Option("--for", min=1, max=_DAY_MINUTES, help="For how many minutes that is so.")
    ] = 60,
) -> None:
    """Say that a store is busy: orders that are placed from now on are promised later."""
    from central_api.enrolment import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    try:
        counts = database.run(
            lambda unit: service.say_busy(
                unit,
                store,
                minutes=minutes,
                until_ms=unit.now_ms + for_minutes * _MINUTE_MS,
                said_ms=unit.now_ms,
            )
        )
    finally:
        database.close()
    typer.echo(json.dumps({"store_id": store, "busy_minutes": minutes, "counts": counts}))


def _slot(text: str) -> tuple[int, int]:
    minutes, _, orders = text.partition(":")
    if not all(part.isascii() and part.isdigit() for part in (minutes, orders)):
        raise UsageError(f"{text} is no slot.", "Write MINUTES:ORDERS, such as 15:8.")
    return int(minutes), int(orders)


def _hours(text: str) -> OpeningHours:
    found = _HOURS.fullmatch(text)
    if found is not None:
        first, last = int(found[1]), int(found[2] or found[1])
        begins, ends = int(found[3]) * 60 + int(found[4]), int(found[5]) * 60 + int(found[6])
        if first <= last and begins < ends <= _DAY_MINUTES:
            days = tuple(range(first, last + 1))
            return OpeningHours(weekdays=days, from_minute=begins, to_minute=ends)
    raise UsageError(f"{text} is no opening time.", "Write DAYS@FROM-TO, such as 1-6@08:00-20:00.")
