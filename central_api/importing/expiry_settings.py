"""``central-api shop set-expiry``: what is offered near its date, and when it stands on the list."""

from typing import Annotated

import typer

from central_api.importing.shop_settings import DatabaseUrl, change
from central_api.kit.errors import UsageError
from retail_core.wire.enrolment import MarkdownStep

_PARTS = 2
_MOST_DAYS = 365
_MOST_PERCENT = 99
_BP = 100


def set_expiry(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    markdown: Annotated[
        list[str] | None,
        typer.Option(
            help="DAYS:PERCENT, repeatable: so much is offered with so many days left or fewer. Replaces all."
        ),
    ] = None,
    no_markdown: Annotated[bool, typer.Option(help="Nothing is offered any more.")] = False,
    soon: Annotated[
        int | None, typer.Option(min=0, max=_MOST_DAYS, help="So many days ahead goods stand on the list.")
    ] = None,
) -> None:
    """Say what is offered for goods near their date, and how early they stand on the list."""
    values: dict[str, object] = {}
    if markdown and no_markdown:
        raise UsageError("Something is offered, and nothing.", "Say --markdown or --no-markdown.")
    if markdown or no_markdown:
        steps = [_step(text) for text in markdown or ()]
        days = [step.days for step in steps]
        if len(set(days)) != len(days):
            raise UsageError(
                "The same days are there twice.", "Say once what is offered with so many days left."
            )
        values["markdowns"] = tuple(sorted(steps, key=lambda step: step.days))
    if soon is not None:
        values["soon_days"] = soon
    if not values:
        raise UsageError("Nothing is to be changed.", "Say what, such as --markdown 3:20 --soon 7.")
    change(database_url, store, values=values)


def _step(text: str) -> MarkdownStep:
    parts = text.split(":")
    if len(parts) == _PARTS and all(part.isascii() and part.isdigit() for part in parts):
        days, percent = (int(part) for part in parts)
        if days <= _MOST_DAYS and 0 < percent <= _MOST_PERCENT:
            return MarkdownStep(days=days, percent_bp=percent * _BP)
    raise UsageError(
        f"{text} is no markdown.", "Write DAYS:PERCENT, as in 3:20 for 20 % with three days left."
    )
