"""``central-api joins``: what receipts made of customers without a member."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

_DAY_MS = 24 * 3_600_000


def add_to(cli: typer.Typer) -> None:
    """Add this slice's command."""
    cli.command("joins")(joins)


def joins(
    database_url: Annotated[
        str,
        typer.Option(
            "--database-url",
            envvar="LOOP_POS_DATABASE_URL",
            help="sqlite:///PATH or postgresql://USER@HOST/NAME",
            show_envvar=True,
        ),
    ],
    days: Annotated[int, typer.Option(min=1, max=3_660, help="Back from now.")] = 30,
) -> None:
    """Print, for each store and cashier, receipts without a member and who joined by one and at the till."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.receipts import service

    clock = SystemClock()
    database = open_database(database_url, clock=clock)
    with database.read() as unit:
        found = service.conversions(unit, since_ms=unit.now_ms - days * _DAY_MS)
    database.close()
    for each in found:
        typer.echo(json.dumps(asdict(each)))
