"""``central-api shop set``: what a store has decided about money, changed while its tills are open."""

import json
from collections.abc import Mapping
from typing import Annotated

import typer

from central_api.importing.payment_options import read_cash_mode, read_tenders
from central_api.kit.errors import UsageError
from retail_core.people import TIERS, tier_number
from retail_core.wire.enrolment import TierStep

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]


def set_(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    payment_url: Annotated[
        str | None, typer.Option(help="Where its payment provider answers; empty to take no cards.")
    ] = None,
    tender: Annotated[
        list[str] | None, typer.Option(help="KIND:OVER[:MOST], repeatable. Replaces what it takes now.")
    ] = None,
    cash_rounding: Annotated[
        str | None, typer.Option(help="half_up, half_down, half_even, up or down.")
    ] = None,
    return_days: Annotated[
        int | None, typer.Option(min=0, max=3_650, help="So long goods come back without an approval.")
    ] = None,
) -> None:
    """Change settings of a store; its tills hear of them when they are online."""
    values: dict[str, object] = {}
    if payment_url is not None:
        values["payment_url"] = payment_url
    if tender:
        values["tenders"] = read_tenders(tender)
    if cash_rounding is not None:
        values["cash_rounding"] = read_cash_mode(cash_rounding)
    if return_days is not None:
        values["return_days"] = return_days
    if not values:
        raise UsageError("Nothing is to be changed.", "Say what, such as --payment-url https://pay.example.")
    change(database_url, store, values=values)


def set_tiers(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    tier: Annotated[
        list[str] | None, typer.Option(help="TIER:SPENDING in minor units, repeatable; none takes all off.")
    ] = None,
    window_days: Annotated[
        int, typer.Option(min=1, max=3_660, help="Spending within so many days counts.")
    ] = 365,
) -> None:
    """Say which tiers members reach by spending."""
    steps = sorted((_tier_step(text) for text in tier or ()), key=lambda step: tier_number(step.tier))
    change(database_url, store, values={"tiers": tuple(steps), "tier_window_days": window_days})


def _tier_step(text: str) -> TierStep:
    name, _, spending = text.partition(":")
    if name not in TIERS or not (spending.isascii() and spending.isdigit() and int(spending)):
        raise UsageError(f"{text} is no tier.", "Write TIER:SPENDING, such as silver:100000.")
    return TierStep(tier=name, spend_minor=int(spending))


def set_coupons(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    one: Annotated[int, typer.Option(min=0, help="The most one coupon takes off offline, in minor units.")],
    period: Annotated[
        int, typer.Option(min=0, help="The same for all coupons of a till in an offline period.")
    ],
) -> None:
    """Say what the tills of a store may give away by coupons while head office cannot be asked."""
    values: dict[str, object] = {"offline_coupon_minor": one, "offline_period_minor": period}
    change(database_url, store, values=values)


def change(database_url: str, store: str, *, values: Mapping[str, object]) -> None:
    """Change settings of a store and print them."""
    from central_api.enrolment import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    card = database.run(lambda unit: service.change_store(unit, store, values=values))
    database.close()
    told = card.model_dump(mode="json", include={"store_id", *values})
    typer.echo(json.dumps(told, ensure_ascii=False))
