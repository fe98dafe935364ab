"""``central-api campaign ...``: what a person decides about a coupon campaign."""

import json
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


def add_to(cli: typer.Typer) -> None:
    """Add this slice's commands."""
    group = typer.Typer(help="What a person decides about a coupon campaign.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command("allow-offline")(allow_offline)
    cli.add_typer(group, name="campaign")


def allow_offline(
    database_url: DatabaseUrl,
    campaign: Annotated[str, typer.Argument(help="Its id.")],
    *,
    staff_id: Annotated[str, typer.Option("--by", help="The staff number of who decides; a manager's.")],
    reason: Annotated[str, typer.Option(help="Why; kept with the name.")],
) -> None:
    """Let tills take a campaign's coupons offline again after too many conflicts had ended that.

    Conflicts are counted anew from now on: more than 0.5 % of what is redeemed from here end it again.
    """
    from central_api.coupons import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    account = database.run(
        lambda unit: service.give_offline_back(unit, campaign, staff_id=staff_id, reason=reason)
    )
    database.close()
    row = {
        "campaign": campaign,
        "offline": True,
        "by": staff_id,
        "conflicts_before": account.conflicts_before,
    }
    typer.echo(json.dumps(row, ensure_ascii=False))
