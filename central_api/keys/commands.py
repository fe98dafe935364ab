"""``central-api keys ...``: which issuer keys there are, a new one, and one that must count no more."""

import json
from enum import StrEnum
from typing import Annotated

import typer

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]


class CodeKind(StrEnum):
    """Which codes a key signs."""

    MEMBER = "member"
    COUPON = "coupon"
    PICKUP = "pickup"


def add_to(cli: typer.Typer) -> None:
    """Add this slice's commands."""
    group = typer.Typer(help="The keys that sign member, coupon and pickup codes.", no_args_is_help=True)
    group.command("list")(list_keys)
    group.command("rotate")(rotate)
    group.command("revoke")(revoke)
    cli.add_typer(group, name="keys")


def list_keys(database_url: DatabaseUrl) -> None:
    """Print each key's number, what it signs, and whether it signs, still counts, or was revoked."""
    from central_api.keys import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    with database.read() as unit:
        found = service.overview(unit)
    database.close()
    for key in found:
        row = {"kid": key.kid, "signs": key.purpose, "state": key.state, "created_ms": key.created_ms}
        typer.echo(json.dumps(row))


def rotate(
    database_url: DatabaseUrl, kind: Annotated[CodeKind, typer.Argument(help="The codes it is to sign.")]
) -> None:
    """Sign with a new key from now on; codes of the old one count until they end by themselves.

    Tills hear of it with their next news. One without a network does not know the new key until then and
    says "connect, then scan again".
    """
    from central_api.keys import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    kid = database.run(lambda unit: service.rotate(unit, kind.value))
    database.close()
    typer.echo(json.dumps({"signs": kind.value, "kid": kid}))


def revoke(
    database_url: DatabaseUrl,
    kid: Annotated[int, typer.Argument(min=1, max=255, help="Its number, from list.")],
) -> None:
    """Let nothing count that a key signed, as when it was stolen; the one in use gets a successor.

    Member codes come anew to each phone; coupons are signed anew when a wallet is next looked at; the pickup
    codes of orders that wait are lost: give those out by phone digits and name.
    """
    from central_api.keys import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    successor = database.run(lambda unit: service.revoke(unit, kid))
    database.close()
    typer.echo(json.dumps({"revoked": kid, "successor": successor}))
