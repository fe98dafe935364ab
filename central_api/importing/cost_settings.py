"""``central-api shop set-cost``: what marketing and deliveries cost, which only the owner knows."""

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal

import typer

from central_api.importing.shop_settings import DatabaseUrl
from central_api.kit.errors import UsageError
from retail_core.money import exponent


def set_cost(
    database_url: DatabaseUrl,
    kind: Annotated[Literal["marketing", "delivery"], typer.Argument(help="marketing or delivery")],
    *,
    first: Annotated[str, typer.Option("--from", help="The first business day, 2026-11-01.")],
    last: Annotated[str, typer.Option("--to", help="The last one.")],
    amount: Annotated[
        str, typer.Option(help="What these days cost together: 3000.00, or 3000.00 TWD where stores differ.")
    ],
    store: Annotated[str, typer.Option(help="For which store, such as S01; without it for the chain.")] = "",
) -> None:
    """Tell what marketing or deliveries cost in a time; the same days again replace what was told."""
    from central_api.enrolment import service as enrolment
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.kit.unit import Unit
    from central_api.told_costs import service
    from central_api.told_costs.schemas import CHAIN, ToldCost

    number, _, currency = amount.strip().partition(" ")

    def tell(unit: Unit) -> ToldCost:
        own = [store] if store else enrolment.store_ids(unit)
        currencies = {enrolment.store_card(unit, each).currency for each in own}
        if currency:
            currencies &= {currency}
        if len(currencies) != 1:
            raise UsageError(
                "It is not clear in which currency that is.", "Write it behind the amount: 3000.00 TWD."
            )
        [only] = currencies
        cost = ToldCost(kind, store or CHAIN, _day(first), _day(last), only, _minor(number, only))
        service.tell(unit, cost)
        return cost

    database = open_database(database_url, clock=SystemClock())
    try:
        told = database.run(tell)
    finally:
        database.close()
    typer.echo(
        json.dumps(
            {
                "kind": told.kind,
                "place": told.place,
                "from": told.first_day,
                "to": told.last_day,
                "currency": told.currency,
                "minor": told.minor,
            }
        )
    )


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"{text} is no day.", "Write it as 2026-11-30.") from error


def _minor(text: str, currency: str) -> int:
    try:
        minor = Decimal(text).scaleb(exponent(currency))
    except InvalidOperation as error:
        raise UsageError(f"{text} is no amount.", "Write it as 3000.00.") from error
    if not minor.is_finite() or minor != minor.to_integral_value() or minor >= 10**15:
        raise UsageError(f"{text} is no amount in {currency}.", "Write it as 3000.00.")
    return int(minor)
