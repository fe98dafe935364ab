"""``central-api shop set-drawers`` and ``set-counts``: whose drawers are, and how they are counted."""

from typing import Annotated, Literal

import typer

from central_api.importing.shop_settings import DatabaseUrl, change
from central_api.kit.errors import UsageError
from retail_core.drawer import DIFFERENCE_PERSONS, MOST_ATTEMPTS

_MOST_MINOR = 100_000_000
"""A float or a limit above this is a slip of the finger."""


def set_drawers(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    drawers: Annotated[
        Literal["shared", "personal"] | None,
        typer.Option(help="Whether everybody sells into a till's drawer, or only who opened its shift."),
    ] = None,
    float_minor: Annotated[
        int | None,
        typer.Option(
            "--float", min=0, max=_MOST_MINOR, help="What lies there in the morning, in minor units."
        ),
    ] = None,
) -> None:
    """Say how the drawers of a store are kept; an open shift goes on as it began."""
    _change(
        database_url,
        store,
        said={"drawers": drawers, "float_minor": float_minor},
        example="--drawers personal --float 50000",
    )


def set_counts(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    limit: Annotated[
        int | None,
        typer.Option(
            min=0, max=_MOST_MINOR, help="The difference of a count that asks nobody, in minor units."
        ),
    ] = None,
    attempts: Annotated[
        int | None, typer.Option(min=1, max=MOST_ATTEMPTS, help="How often a shift may be counted.")
    ] = None,
    persons: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=DIFFERENCE_PERSONS,
            help="How many people a difference above the limit takes; 1: who closes may allow it alone.",
        ),
    ] = None,
) -> None:
    """Say how a store counts its drawers when a shift closes; it holds for open shifts, too."""
    _change(
        database_url,
        store,
        said={"count_limit_minor": limit, "count_attempts": attempts, "difference_persons": persons},
        example="--limit 500 --attempts 2",
    )


def _change(database_url: str, store: str, *, said: dict[str, object], example: str) -> None:
    values = {name: value for name, value in said.items() if value is not None}
    if not values:
        raise UsageError("Nothing is to be changed.", f"Say what, such as {example}.")
    change(database_url, store, values=values)
